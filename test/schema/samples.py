#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The result of every sample meets the published JSON Schema that the program prints, and the
samples' own facility and answer files meet theirs."""
import json
import pathlib
import subprocess
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


def ask(binary, *arguments):
    run = subprocess.run([binary, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"{' '.join(arguments)}: exit code {run.returncode}\n{run.stderr}")
    return json.loads(run.stdout)


class Text(yaml.SafeLoader):
    """YAML as the program reads it: dates stay text."""


Text.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for key, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    schemas = {name: ask(binary, "schema", name) for name in ("facility", "answers", "inventory", "result", "library")}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    checked, wrong = 0, []

    def check(name, schema, document):
        nonlocal checked
        checked += 1
        for error in jsonschema.Draft202012Validator(schemas[schema]).iter_errors(document):
            wrong.append(f"{name}: {'/'.join(map(str, error.path))}: {error.message[:200]}")

    for facility in sorted((ROOT / "samples").glob("**/facility.yaml")):
        case = facility.parent
        name = case.relative_to(ROOT).as_posix()
        check(name, "result", ask(binary, "classify", name, "--format", "json"))
        check(f"{name}/facility.yaml", "facility", yaml.load(facility.read_text(encoding="utf-8"), Text))
        for path in case.glob("answers.yaml"):
            check(f"{name}/answers.yaml", "answers", yaml.load(path.read_text(encoding="utf-8"), Text))
        for path in case.glob("inventory/*.yaml"):
            if not path.name.endswith((".map.yaml", ".scan.yaml")):
                check(f"{name}/{path.name}", "inventory", yaml.load(path.read_text(encoding="utf-8"), Text))
    print("\n".join(wrong) if wrong else f"{checked} documents meet their schema")
    sys.exit(1 if wrong else 0)


main()
