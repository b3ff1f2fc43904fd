"""Chains longer than Python nests calls: whatever leads to the next, a thousand times, is built."""

from pathlib import Path

import pytest

from .project import build, make_project

DEEP = 1_050
"""More than Python's limit of 1,000 calls within calls."""


def chain(name: str, *lines: str, first: str = "") -> str:
    """Entities `n0`, `n1` …; all have the lines `first`, all but the first name the one before."""
    written = []
    for number in range(DEEP):
        written.append(f"  - id: n{number}\n    name: {name}{number}\n")
        written.append(first.format(own=f"n{number}"))
        if number:
            written += [f"    {line.format(before=f'n{number - 1}')}\n" for line in lines]
    return "".join(written)


TREES = {
    "roles.yaml": "roles:\n" + chain("役割", "part_of: {before}"),
    "organisation.yaml": "bodies:\n"
    + chain("組織", "part_of: {before}", first="    responsibilities: [x]\n"),
    "skills.yaml": "categories:\n"
    + chain("分類", "part_of: {before}")
    + "skills:\n"
    + chain("スキル", "builds_on: [{before}]"),
    "courses.yaml": "courses:\n" + chain("研修", "prerequisites: [{before}]"),
}
LADDERS = {
    "roles.yaml": "roles:\n"
    + chain("役割", "extends: {{role: {before}}}", "next: [{{role: {before}}}]"),
    "skills.yaml": "skills:\n  - id: s\n    name: S\n",
    "matrix.yaml": "matrices:\n  - id: m\n    name: M\n"
    "    legend: [{mark: ●, requirement: required, label: 必要}]\n"
    "    columns: [{id: c, role: n0}]\n    rows: [{skill: s, marks: {c: ●}}]\n",
    "courses.yaml": "courses:\n  - id: k\n    name: K\n",
    "curricula.yaml": "curricula:\n  - id: c\n    name: C\n    role: n0\n    stages:\n"
    + "".join(
        f"      - id: n{number}\n        name: 段{number}\n        items: [{{course: k}}]\n"
        + (f"        requires: [n{number - 1}]\n" if number else "")
        for number in range(DEEP)
    ),
}


@pytest.mark.parametrize("files", [TREES, LADDERS], ids=["parts and skills", "ladder and stages"])
def test_long_chains_are_built(tmp_path: Path, files: dict[str, str]) -> None:
    root = make_project(tmp_path / "project")
    plan = root / "content/plans/deep"
    plan.mkdir()
    (plan / "plan.yaml").write_text(
        "id: deep\ntitle: 計画\nissuer: {name: 市}\nstatus: draft\nsummary: 概要。\n", "utf-8"
    )
    for name, text in files.items():
        (plan / name).write_text(text, "utf-8")
    done = build(root)
    errors = [line for line in done.stdout.splitlines() if " error[" in line][:5]
    assert errors == []
    last = done.stdout.splitlines()[-1]
    assert last.startswith("site/ を作りました: "), (last, done.stderr)
