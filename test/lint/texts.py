#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Texts live in text/*.yaml in both languages: every key that code uses exists, every key that
exists is used, both languages have the same placeholders, and code holds no Japanese."""
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = re.compile(r'"([A-Z]\d{3})"')
KEY = re.compile(r'"((?:screen|help|word|lint|hint|proof|markdown|section|field|kind|read|cli)\.[a-z0-9_.]*)"')
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
# Words of input files in Japanese, which readers must know.
INPUT_WORDS = {"lib/load/field_value.cc", "lib/load/answer_book.cc", "lib/load/answer_table.cc",
               "lib/load/date_text.cc", "lib/load/source_text.cc"}
# Characters that no line of Japanese may begin or end with.
INPUT_WORDS.add("lib/report/wrap.cc")
# The same thing said with other arguments in the two languages.
OTHER_ARGUMENTS = {"A012.hint", "A013.hint", "screen.date", "screen.proof.alone_one"}
# Readers of records give the family (F, I) and the number of a code apart.
FAMILIES = "FI"


def main():
    problems, keys = [], {}
    for path in sorted((ROOT / "text").glob("*.yaml")):
        for key, text in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            if key in keys:
                problems.append(f"{path.name}: {key} stands in {keys[key]} too")
            keys[key] = path.name
            if not isinstance(text, dict) or not text.get("ja") or not text.get("en") or len(text) != 2:
                problems.append(f"{path.name}: {key} needs ja and en")
            elif key not in OTHER_ARGUMENTS and sorted(set(re.findall(r"\{\d\}", text["ja"]))) != sorted(set(re.findall(r"\{\d\}", text["en"]))):
                problems.append(f"{path.name}: {key} has other placeholders in ja than in en")
    used, prefixes = set(), set()
    for path in sorted([*ROOT.glob("lib/**/*.[ch]*"), *ROOT.glob("app/*.[ch]*")]):
        name = path.relative_to(ROOT).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            code = re.sub(r"//.*", "", line)
            for key in CODE.findall(code) + KEY.findall(code):
                if key.endswith("."):
                    prefixes.add(key)
                    continue
                used.add(key)
                if key not in keys:
                    problems.append(f"{name}:{number}: no text for {key}")
            if name in ("lib/load/field_value.cc", "lib/load/record_reader.cc"):
                used.update(family + number_part for family in FAMILIES for number_part in re.findall(r'"(\d{3})"', code))
            if JAPANESE.search(code) and name not in INPUT_WORDS:
                problems.append(f"{name}:{number}: text in code: {line.strip()}")
    for key in keys:
        base = key.removesuffix(".hint")
        if base not in used and not any(key.startswith(p) for p in prefixes):
            problems.append(f"{keys[key]}: {key} is used nowhere")
    for problem in problems:
        print(problem)
    if problems:
        sys.exit(1)
    print(f"texts: {len(keys)} keys in both languages")


main()
