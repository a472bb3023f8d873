#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the `$ ruikei …` commands that stand in the ```console blocks of README.md and docs/*.md and
compares the output shown below them; a line `…` stands for any lines left out."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def blocks(text):
    for body in re.findall(r"^```console\n(.*?)^```", text, re.M | re.S):
        command, shown = None, []
        for line in body.splitlines():
            if line.startswith("$ "):
                if command:
                    yield command, shown
                command, shown = line[2:], []
            else:
                shown.append(line)
        if command:
            yield command, shown


def matches(shown, got):
    """`shown` with `…` lines as gaps against the lines of `got`."""
    pattern = "".join("(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()) + r"\s*\n" for line in shown)
    return re.fullmatch(pattern + r"\s*", "".join(line.rstrip() + "\n" for line in got)) is not None


def main():
    binary, wrong, count = pathlib.Path(sys.argv[1]).resolve(), [], 0
    for path in sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "rules/README.md", *(ROOT / "docs").glob("*.md")]):
        for command, shown in blocks(path.read_text(encoding="utf-8")):
            if not re.match(r"(build/)?ruikei ", command):
                continue
            count += 1
            with tempfile.TemporaryDirectory() as out:
                line = command.replace("build/ruikei", "ruikei").replace("/tmp/", out + "/")
                run = subprocess.run(line, shell=True, cwd=ROOT, text=True, capture_output=True, check=False,
                                     env={**os.environ, "PATH": f"{binary.parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
            got = (run.stdout + run.stderr).replace(out, "/tmp").splitlines()
            if shown and not matches(shown, got):
                wrong.append(f"{path.name}: `{command}` prints something else:\n" + "\n".join(got[:60]))
            if run.returncode not in (0, 1, 2):
                wrong.append(f"{path.name}: `{command}` ends with {run.returncode}")
    print("\n".join(wrong) if wrong else f"{count} commands of the documentation run as shown")
    sys.exit(1 if wrong else 0)


main()
