#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every diagnostic code of text/*.yaml stands in the stderr of some golden case, so that no message
is written that nobody has seen. Exceptions are listed with their reason."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Code -> why no golden case can show it.
EXCEPTIONS = {
    "E010": "two files of texts with one key: stops the build, so no such program exists",
    "R119": "a profile type that does not exist: the reader of files refuses it first (Y029)",
    "R181": "a gate at the lowest level: the reader of files refuses it first (R136)",
}


def main():
    codes = set()
    for path in (ROOT / "text").glob("*.yaml"):
        codes |= set(re.findall(r"^([A-Z]\d{3}):", path.read_text(encoding="utf-8"), re.M))
    seen = set()
    for path in (ROOT / "test/golden").glob("*/stderr"):
        seen |= set(re.findall(r"\[([A-Z]\d{3})\]", path.read_text(encoding="utf-8", errors="replace")))
    missing = sorted(codes - seen - set(EXCEPTIONS))
    for code in sorted(set(EXCEPTIONS) & seen):
        print(f"{code} has a golden case: take it off the exceptions")
    if missing:
        print(f"{len(missing)} of {len(codes)} codes without a golden case: {' '.join(missing)}")
        sys.exit(1)
    sys.exit(1 if set(EXCEPTIONS) & seen else 0)


main()
