#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every sample against its expected.yaml, worked out by hand: levels, gates, flags, contradictions,
what blocks, and the counterfactuals of the incidents (single answers changed in a copy)."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


def classify(binary, case):
    run = subprocess.run([binary, "classify", str(case), "--format", "json", "--lang", "en"],
                         cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"{case}: exit code {run.returncode}\n{run.stderr}")
    return json.loads(run.stdout)


def level(result):
    return {key: result["level"][key] for key in ("low", "high")}


def changed(case, answers, folder):
    copy = pathlib.Path(folder) / case.name
    shutil.copytree(case, copy)
    path = copy / "answers.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    for control, value in answers.items():
        lines = [f"  {control}: {value}" if line.startswith(f"  {control}:") else line for line in lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return copy


def compare(name, want, result):
    got = {
        "level": {key: result["level"][key] for key in want.get("level", {})},
        "claimed": result["level"]["claimed"],
        "gates": {gate["id"]: gate["state"] for gate in result["gates"]},
        "off_ladder": sorted(hole["code"] for hole in result["off_ladder"]),
        "contradictions": sorted(item["control"] for item in result["contradictions"]),
        "blocking": [item["control"] for item in result["blocking"]],
    }
    wrong = []
    for key, value in got.items():
        expected = sorted(want[key]) if key in ("off_ladder", "contradictions") and key in want else want.get(key)
        if key in want and value != expected:
            wrong.append(f"{name}: {key} should be {expected}, is {value}")
    return wrong


def main():
    binary, wrong, checks = pathlib.Path(sys.argv[1]).resolve(), [], 0
    cases = sorted(path.parent for path in (ROOT / "samples").glob("**/facility.yaml"))
    for case in cases:
        name = case.relative_to(ROOT).as_posix()
        if not (case / "expected.yaml").exists():
            wrong.append(f"{name}: no expected.yaml")
            continue
        want = yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))
        wrong += compare(name, want, classify(binary, case.relative_to(ROOT)))
        checks += 1
        for other in want.get("counterfactuals", []):
            with tempfile.TemporaryDirectory() as folder:
                got = level(classify(binary, changed(case, other["answers"], folder)))
            checks += 1
            if got != other["level"]:
                wrong.append(f"{name}, {other['name']}: should be {other['level']}, is {got}")
    print("\n".join(wrong) if wrong else f"{len(cases)} samples, {checks} checks")
    sys.exit(1 if wrong else 0)


main()
