#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs one golden case: the shell lines of CASE/cmd, from the top of the source tree, with `ruikei`
on the path; standard output, standard error and exit code must be those of CASE/stdout, stderr and
exit (a missing file means empty, or 0). UPDATE_GOLDEN=1 writes them instead; read the difference."""
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile


def expected(path, default):
    return path.read_bytes() if path.exists() else default


def main():
    binary, case = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    root = pathlib.Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory() as out:
        environment = {"PATH": f"{binary.parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "OUT": out, "TZ": "UTC"}
        run = subprocess.run(["/bin/sh", "-e", str(case / "cmd")], cwd=root, env=environment,
                             stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
    got = {"stdout": run.stdout, "stderr": run.stderr.replace(out.encode(), b"$OUT"),
           "exit": f"{run.returncode}\n".encode()}
    if os.environ.get("UPDATE_GOLDEN"):
        for name, content in got.items():
            path = case / name
            if content and content != b"0\n":
                path.write_bytes(content)
            elif path.exists():
                path.unlink()
        return
    wrong = False
    for name, content in got.items():
        want = expected(case / name, b"0\n" if name == "exit" else b"")
        if want != content:
            wrong = True
            sys.stdout.writelines(difflib.unified_diff(
                want.decode(errors="replace").splitlines(True), content.decode(errors="replace").splitlines(True),
                f"{case.name}/{name} expected", f"{case.name}/{name} got"))
    sys.exit(1 if wrong else 0)


main()
