#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""validate.py SCHEMA FILE...: checks JSON or YAML files against a JSON Schema (2020-12).

Prints every mistake with its place in the file's tree; exit code 1 if there is one.
"""
import json
import sys

import yaml
from jsonschema import Draft202012Validator


class Loader(yaml.SafeLoader):
    """YAML whose dates stay texts, as the program reads them."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file) if path.endswith(".json") else yaml.load(file, Loader)


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    schema = read(arguments[0])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failed = False
    for path in arguments[1:]:
        for error in validator.iter_errors(read(path)):
            failed = True
            print(f"{path}: {error.json_path}: {error.message[:400]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
