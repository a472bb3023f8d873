#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Speed and memory as ratios measured in one run: commands in turn, A B A B …, so that a change of
the machine's speed meets both alike; medians are printed."""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROUNDS = 31


def once(command):
    """Wall seconds and peak memory in MiB of one run, output thrown away."""
    with open(os.devnull, "wb") as nowhere:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} ended with {process.returncode}")
    return elapsed, usage.ru_maxrss / 1024


def in_turn(commands):
    runs = [[] for _ in commands]
    for round_number in range(ROUNDS + 2):
        for index, command in enumerate(commands):
            result = once(command)
            if round_number >= 2:  # the first two warm the caches
                runs[index].append(result)
    return [(statistics.median(t for t, _ in r), max(m for _, m in r)) for r in runs]


def line(name, ours, theirs, limit, memory=""):
    ratio = ours / theirs
    mark = "ok" if ratio <= limit else "OVER"
    print(f"{name:<44} {ours * 1000:8.2f} ms {theirs * 1000:8.2f} ms  {ratio:5.2f} x (<= {limit:g})  {mark}{memory}")


def main():
    binary, engine = (pathlib.Path(p).resolve() for p in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as folder:
        hello = pathlib.Path(folder) / "hello"
        source = pathlib.Path(folder) / "hello.cc"
        source.write_text('#include <cstdio>\nint main() { puts("hello"); }\n')
        subprocess.run(["g++", "-O2", "-static", "-o", str(hello), str(source)], check=True)
        print(f"{'start to finish, medians of ' + str(ROUNDS) + ' runs in turn':<44} {'ruikei':>11} {'other':>11}")
        (version, _), (static, _) = in_turn([[str(binary), "--version"], [str(hello)]])
        line("--version : static hello-world", version, static, 3)
        for language in ("ja", "en"):
            (classify, memory), (python, _) = in_turn(
                [[str(binary), "classify", "samples/aoba-univ", "--lang", language], ["/usr/bin/python3", "-c", "pass"]])
            line(f"classify ({language}) : python3 -c pass", classify, python, 1, f"  {memory:.1f} MiB (<= 40)")
        (classify, memory), (python, _) = in_turn(
            [[str(binary), "classify", "samples/minato", "--format", "json"], ["/usr/bin/python3", "-c", "pass"]])
        line("classify (json, inventory) : python3 -c pass", classify, python, 1, f"  {memory:.1f} MiB (<= 40)")
    sys.stdout.flush()
    subprocess.run([str(engine)], check=True)


main()
