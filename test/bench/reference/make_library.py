#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the benchmark's typology (ruleset.yaml) as a ruikei rule library: make_library.py RULESET DIR

The benchmark is made up (架空): its controls say nothing about any hospital. In the ruleset a control has rules
({points, if}), a need, a weight and a domain; a gate is a control that must be met or a least score of a domain. Its
expressions are and/or/not over `q01 >= 2`, `beds` and `type`, with Python's precedence; here they are CEL."""
import ast
import pathlib
import sys

import yaml

PROFILE = {"beds": None, "type": ["general", "university", "psychiatric", "rehab"]}
QUESTIONS = {"q": (60, 4, "設問", "question"), "n": (10, 999, "件数", "count")}
HEAD = "# SPDX-License-Identifier: Apache-2.0\n# Made-up benchmark (架空), written by make_library.py; change that, not this.\n"
COMPARE = {ast.GtE: ">=", ast.Gt: ">", ast.LtE: "<=", ast.Lt: "<", ast.Eq: "==", ast.NotEq: "!="}
ARITHMETIC = {ast.Add: ("+", 5), ast.Sub: ("-", 5), ast.Mult: ("*", 6)}


def cel(text):
    """`a >= 1 and not b >= 2` as `a >= 1 && !(b >= 2)`; the ruleset's precedence is Python's."""
    return written(ast.parse(text, mode="eval").body, 0)


def written(node, outer):
    """`node` as CEL, in brackets if it binds less than `outer`."""
    if isinstance(node, ast.BoolOp):
        sign, level = ("||", 1) if isinstance(node.op, ast.Or) else ("&&", 2)
        out = f" {sign} ".join(written(value, level + 1) for value in node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        out, level = "!" + written(node.operand, 7), 7
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        left, right = written(node.left, 5), written(node.comparators[0], 5)
        out, level = f"{left} {COMPARE[type(node.ops[0])]} {right}", 4
    elif isinstance(node, ast.BinOp):
        sign, level = ARITHMETIC[type(node.op)]
        out = f"{written(node.left, level)} {sign} {written(node.right, level + 1)}"
    elif isinstance(node, ast.Name):
        out, level = ("facility." if node.id in PROFILE else "") + node.id, 9
    elif isinstance(node, ast.Constant) and isinstance(node.value, (int, str)):
        out, level = (f"'{node.value}'" if isinstance(node.value, str) else str(node.value)), 9
    else:
        raise SystemExit(f"make_library.py: no CEL for {ast.dump(node)}")
    return f"({out})" if level < outer else out


def both(ja, en):
    return f'{{ja: "{ja}", en: "{en}"}}'


def library_file():
    return f"""library:
  id: reference-benchmark
  version: 1.0.0
  title: {both("基準問題の類型(架空)", "Benchmark typology (made up)")}
  note: {both("速さと正しさを比べるための架空の規則集。公表された基準ではない。", "A made-up library for comparing speed and results; it is no published standard.")}
  domain_scale: 1000
"""


def level_lines(count):
    yield f"  - {{number: 1, name: {both('基準レベル1', 'Benchmark level 1')}, criterion: {both('条件なし。', 'No condition.')}}}"
    for number in range(2, count + 1):
        criterion = both(f"レベル{number}以下の条件をすべて満たす。", f"All conditions up to level {number} are met.")
        yield f"  - {{number: {number}, name: {both(f'基準レベル{number}', f'Benchmark level {number}')}, criterion: {criterion}}}"


def gate_lines(gates, owner):
    for gate in gates:
        name = both(f"基準問題の条件 {gate['id']}", f"Benchmark condition {gate['id']}")
        if "domain" in gate:
            what = f"if: 'domain[\"d{gate['domain']}\"] >= {gate['score']}'"
        elif owner[gate["control"]] == gate["id"]:
            what = f"must: [{gate['control']}]"
        else:  # a control belongs to one gate; a further one looks at it
            what = f"if: 'met[\"{gate['control']}\"]'"
        yield f"  - {{id: {gate['id']}, level: {gate['level']}, name: {name}, {what}}}"


def question_lines():
    for letter, (count, maximum, ja, en) in QUESTIONS.items():
        for i in range(1, count + 1):
            text = both(f"基準問題の{ja} {letter}{i:02d}", f"Benchmark {en} {letter}{i:02d}")
            yield f"  - {{id: {letter}{i:02d}, text: {text}, minimum: 0, maximum: {maximum}}}"


def scale_lines(controls):
    for points in sorted({possible(control) for control in controls}):
        options = ", ".join(f"{{value: {value}, text: {both(f'{value}点', f'{value} points')}}}" for value in (0, points))
        yield f"  - {{id: P{points}, name: {both(f'{points}点満点', f'Up to {points} points')}, maximum: {points}, options: [{options}]}}"


def possible(control):
    return sum(rule["points"] for rule in control["rules"])


def typology_file(rules, owner):
    lines = ["levels:", *level_lines(rules["levels"]), "gates:", *gate_lines(rules["gates"], owner), "domains:"]
    for number in range(1, rules["domains"] + 1):
        lines.append(f"  - {{id: d{number}, name: {both(f'基準分野{number}', f'Benchmark domain {number}')}}}")
    lines += ["scales:", *scale_lines(rules["controls"]), "profile:"]
    for field, choices in PROFILE.items():
        lines.append(f"  - {{id: {field}, type: " + (f"text, choices: [{', '.join(choices)}]}}" if choices else "integer}"))
    return "\n".join([*lines, "questions:", *question_lines()]) + "\n"


def controls_file(domain, controls, owner):
    lines = [f"domain: d{domain}", "controls:"]
    for control in controls:
        gate = owner.get(control["id"])
        title = both(f"基準問題の管理策 {control['id']}", f"Benchmark control {control['id']}")
        lines += [f"  - id: {control['id']}", f"    title: {title}", f"    scale: P{possible(control)}"]
        lines += [f"    gate: {gate}", "    role: must"] if gate else ["    role: readiness"]
        lines += [f"    weight: {control['weight']}", f"    need: {control['need']}", "    points:"]
        lines += [f"      - {{points: {rule['points']}, if: \"{cel(rule['if'])}\"}}" for rule in control["rules"]]
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) != 3:
        raise SystemExit("usage: make_library.py RULESET DIR")
    rules = yaml.safe_load(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    owner = {}
    for gate in rules["gates"]:
        if "control" in gate:
            owner.setdefault(gate["control"], gate["id"])
    files = {"library.yaml": library_file(), "typology.yaml": typology_file(rules, owner),
             "measures.yaml": "measures: []\n", "routes.yaml": "routes: []\n"}
    for domain in range(1, rules["domains"] + 1):
        own = [control for control in rules["controls"] if control["domain"] == domain]
        files[f"controls/d{domain}.yaml"] = controls_file(domain, own, owner)
    for name, text in files.items():
        path = pathlib.Path(sys.argv[2]) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + text, encoding="utf-8")


if __name__ == "__main__":
    main()
