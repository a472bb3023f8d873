#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files within the budget (header 150 lines, source 400) and no unfinished marks."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIMIT = {".h": 150, ".cc": 400}


def main():
    problems = []
    files = [p for folder in ("app", "lib", "tools") for p in sorted((ROOT / folder).glob("**/*.*")) if p.suffix in LIMIT]
    for path in files:
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT).as_posix()
        lines = text.count("\n")
        if lines > LIMIT[path.suffix]:
            problems.append(f"{name}: {lines} lines, the budget is {LIMIT[path.suffix]}")
        if not text.startswith("// SPDX-License-Identifier: Apache-2.0\n"):
            problems.append(f"{name}:1: the licence line is missing")
        if path.suffix == ".h" and not re.match(r"// SPDX[^\n]*\n//", text):
            problems.append(f"{name}:2: a header opens with what it promises")
        for number, line in enumerate(text.splitlines(), 1):
            if re.search(r"\b(TODO|FIXME|XXX)\b", line):
                problems.append(f"{name}:{number}: unfinished mark")
    for problem in problems:
        print(problem)
    if problems:
        sys.exit(1)
    print(f"budget: {len(files)} files")


main()
