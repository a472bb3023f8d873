#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The rooms of lib/ and what each may include. An include that points the other way fails, and so
does a third-party header outside the one file that wraps it."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAY_INCLUDE = {
    "base": [],
    "model": ["base"],
    "cel": ["base"],
    "load": ["base", "model"],
    "engine": ["base", "model", "cel"],
    "assess": ["base", "model", "cel", "engine"],
    "advise": ["base", "model", "cel", "engine", "assess"],
    "check": ["base", "model", "cel", "engine", "assess"],
    "report": ["base", "model"],
}
# header prefix -> files that may include it
WRAPPED = {
    "CLI/": ["app/options.cc"],
    "yaml-cpp/": ["lib/load/yaml_reader.cc"],
    "pugixml": ["lib/load/xml_reader.cc"],
    "minizip/": ["lib/load/zip_reader.cc"],
    "unzip.h": ["lib/load/zip_reader.cc"],
    "iconv.h": ["lib/load/encoding.cc"],
    "sodium": ["lib/load/hash.cc"],
    "utf8proc": ["lib/base/unicode.cc"],
    "tl/": ["lib/base/result.h"],
    "nlohmann/": ["lib/report/json.cc", "app/eval_jsonl.cc"],
}
# lib/ must not print, exit, or read the clock or the environment.
FORBIDDEN = re.compile(
    r"\b(std::(cout|cerr|clog|exit|abort|getenv)|getenv|printf|puts|fprintf|system_clock|steady_clock|time\(nullptr)\b")


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1)


def main():
    problems = []
    files = sorted([*ROOT.glob("lib/**/*.[ch]*"), *ROOT.glob("app/*.[ch]*")])
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        room = name.split("/")[1] if name.startswith("lib/") else None
        for number, header in includes(path):
            target = header.split("/")[0]
            if room and target in MAY_INCLUDE and target != room and target not in MAY_INCLUDE[room]:
                problems.append(f"{name}:{number}: {room} may not include {header}")
            for prefix, allowed in WRAPPED.items():
                if header.startswith(prefix) and name not in allowed:
                    problems.append(f"{name}:{number}: {header} belongs behind {', '.join(allowed)}")
        if room:
            if room not in MAY_INCLUDE:
                problems.append(f"{name}: room {room} is not in the table")
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                code = line.split("//")[0]
                if FORBIDDEN.search(code) and "snprintf" not in code:
                    problems.append(f"{name}:{number}: lib/ neither prints, exits nor reads the clock: {line.strip()}")
    for problem in problems:
        print(problem)
    if problems:
        sys.exit(1)
    print(f"layers: {len(files)} files, every include points one way")


main()
