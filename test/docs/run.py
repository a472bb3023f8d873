#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands of the ```console blocks of README.md, CONTRIBUTING.md, rules/README.md and docs/*.md whose
block calls ruikei, and compares what they print with what is shown below them: a line `…` stands for any lines left
out, a `…` within a line for any text. A block runs in a folder of its own that looks like the source tree, so that it
may write files. Commands other than ruikei and those that prepare files for it are not run."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

RUN = re.compile(r"(?:(?:build/)?ruikei|cat|cp|mkdir|printf) ")
ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "rules/README.md", *sorted((ROOT / "docs").glob("*.md"))]


def commands(body):
    """(command, shown lines) of one block; a command goes on until the end of its here-document."""
    command, shown, end = None, [], None
    for line in body.splitlines():
        if end:
            command += "\n" + line
            end = None if line == end else end
        elif line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line[2:], []
            here = re.search(r"<<'(\w+)'", command)
            end = here.group(1) if here else None
        else:
            shown.append(line)
    if command:
        yield command, shown


def matches(shown, got):
    """`shown` with `…` lines as gaps against the lines of `got`."""
    gap = r"(?:.*\n)*?"
    pattern = "".join(gap if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*") + r"\s*\n"
                      for line in shown)
    return re.fullmatch(pattern + r"\s*", "".join(line.rstrip() + "\n" for line in got)) is not None


def run_block(body, folder, binary):
    """Yields (command, run, shown) for every command of one block."""
    for part in ROOT.iterdir():
        if not part.name.startswith((".", "build")):
            (folder / part.name).symlink_to(part)
    for command, shown in commands(body):
        if not RUN.match(command):
            continue
        run = subprocess.run(command.replace("build/ruikei", "ruikei"), shell=True, cwd=folder, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                             env={**os.environ, "PATH": f"{binary.parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
        yield command, run, shown


def main():
    binary, wrong, count = pathlib.Path(sys.argv[1]).resolve(), [], 0
    for path in PAGES:
        for body in re.findall(r"^```console\n(.*?)^```", path.read_text(encoding="utf-8"), re.M | re.S):
            if not re.search(r"^\$ (build/)?ruikei ", body, re.M):
                continue
            with tempfile.TemporaryDirectory() as folder:
                for command, run, shown in run_block(body, pathlib.Path(folder), binary):
                    count += 1
                    got = run.stdout.splitlines()
                    if shown and not matches(shown, got):
                        wrong.append(f"{path.name}: `{command}` prints something else:\n" + "\n".join(got[:60]))
                    if run.returncode not in (0, 1, 2):
                        wrong.append(f"{path.name}: `{command}` ends with {run.returncode}")
    print("\n".join(wrong) if wrong else f"{count} commands of the documentation run as shown")
    sys.exit(1 if wrong else 0)


main()
