"""Shapes of what lies around the models: YAML that goes wrong, names of files, suppressions."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from bench.completing import entities, new
from bench.making import ONE, PLAN, Made, minimal
from bench.shape import Expected, Shape
from bench.writing import put, write
from jinzai.findings.rules_completeness import SKILL_WITHOUT_AREA
from jinzai.model.audience import FrameworkLink
from jinzai.model.framework import Framework, FrameworkKind
from jinzai.model.plan import Plan, Status
from jinzai.model.suppression import Suppression

_Text = Callable[[int], str]

_HEAD: Final = "roles:\n"
_LETTERS_OF_STEPS: Final = 256
"""Letters for each item that another shape has: 4,000 make about 4,000 lines."""


def _after(count: int, line: str, last: str, head: str = _HEAD) -> str:
    """Many lines, and then what goes wrong."""
    return head + line * count + last


_YAML: Final[dict[str, _Text]] = {
    "equal keys": lambda n: "note: a\n" * n,
    "equal keys in one item": lambda n: f"{_HEAD}  - id: a\n    name: b\n" + "    name: b\n" * n,
    "items without a dash": lambda n: (
        f"{_HEAD}  - id: a\n    name: b\n" + "    id: a\n    name: b\n" * n
    ),
    "two keys by turns": lambda n: "note: a\nroles: []\n" * n,
    "texts cut off by #": lambda n: _HEAD + "  - name: b #c\n" * n,
    "wide colons": lambda n: _HEAD + "  - id：b\n" * n,
    "wide spaces": lambda n: _HEAD + "  -　id: b\n" * n,
    "keys with wide spaces": lambda n: _HEAD + "  - id　: b\n" * n,
    "list marks": lambda n: _HEAD + "  - ・b: c\n" * n,
    "colons without a space": lambda n: _HEAD + "  - id:b: c\n" * n,
    "empty keys": lambda n: _HEAD + '  - "": b\n' * n,
    "merge keys": lambda n: _HEAD + "  - <<: b\n" * n,
    "complex keys": lambda n: _HEAD + "  - ? [a]\n    : b\n" * n,
    "anchors": lambda n: _HEAD + "".join(f"  - &a{at} b\n" for at in range(n)),
    "aliases": lambda n: _HEAD + "  - *a\n" * n,
    "tags": lambda n: _HEAD + "  - !a b\n" * n,
    "documents": lambda n: "---\na: b\n" * n,
    "directives": lambda n: "%A b\n" * n + "---\na: b\n",
    "what nobody sees": lambda n: "note: " + "a\u200b" * n + "\n",
    "escapes of what nobody sees": lambda n: _HEAD + '  - "\\u200b"\n' * n,
    "conflicts": lambda n: "<<<<<<< a\n" * n,
    "comments": lambda n: _after(n, "# a\n", "  - id: a\n    name: b\n"),
    "blank lines": lambda n: _after(n, "\n", "  - id: a\n    name: b\n"),
    "comments and an end": lambda n: _after(n, "  # a\n", " x\n"),
    "nothing but comments": lambda n: "# a\n" * n,
    "nested lists": lambda n: "roles: " + "[" * n + "\n",
    "nested groups": lambda n: "roles: " + "{a: " * n + "\n",
    "nested dashes": lambda n: "roles:\n  " + "- " * n + "\n",
    "a text on many lines": lambda n: "note: |\n" + "  a\n" * n,
    "a folded text": lambda n: "note: >\n" + "  a\n\n" * n,
    "a text without an end": lambda n: 'note: "\n' + "  a\n" * n,
    "texts without an end": lambda n: _HEAD + "  - 'a\n" * n,
    "a list without an end": lambda n: "roles: [\n" + "a,\n" * n,
    "a group without an end": lambda n: "roles: {\n" + "a: b,\n" * n,
    "groups without an end": lambda n: _HEAD + "  - {a: b\n" * n,
    "a text cut by commas": lambda n: "note: {a: b" + ", c" * n + "}\n",
    "a text cut into pieces": lambda n: (
        "note: {a: b" + "".join(f", c{at}" for at in range(n)) + "}\n"
    ),
    "pieces without a beginning": lambda n: (
        "note: {" + ", ".join(f"c{at}" for at in range(n)) + "}\n"
    ),
    "texts cut by commas": lambda n: _HEAD + "  - {id: a, name: b, c}\n" * n,
    "a line too far left": lambda n: _after(n, "  - id: a\n", " name: b\n"),
    "a line too far right": lambda n: _after(n, "  - id: a\n", "     name: b\n"),
    "a line without a colon": lambda n: _after(n, "  - id: a\n", "  name\n  id: b\n"),
    "a tab at the end": lambda n: _after(n, "  - id: a\n", "\tname: b\n"),
    "tabs": lambda n: _after(n, "\tname: b\n", "\tname: b\n"),
    "a quote at the end": lambda n: _after(n, "  - id: a\n", '  - "a" b\n'),
    "steps and a line too far left": lambda n: _steps(n, " x: y\n"),
    "steps of keys and a line too far right": lambda n: _steps(n, "   x: y\n z: a\n"),
    "long keys": lambda n: "a" * n * 5 + ": b\n",
    "a long word": lambda n: "note: " + "a" * n * 5 + "\n",
    "a line of faults": lambda n: "roles: [" + "b, " * n + "]\n",
    "a line of wide faults": lambda n: "roles: [" + "あ, " * n + "]\n",
    "a line of texts cut off": lambda n: "roles: [" + "b #c\n, " * n + "]\n",
}


def _steps(count: int, last: str) -> str:
    """Lines of a text, each further right than the ones before it, then what goes wrong.

    Twice the count is twice as many letters: twice as many lines would be four times as many.
    """
    lines: list[str] = []
    left = count * _LETTERS_OF_STEPS
    while left > 0:
        lines.append(" " * (2 + len(lines) // 8) + f"k{len(lines)}: v\n")
        left -= len(lines[-1])
    return "note: |\n" + "".join(lines) + last


_NAMES: Final[dict[str, str]] = {
    "chapters": "chapters/c{}.md",
    "chapters of other endings": "chapters/c{}.markdown",
    "strange files": "roles{}.yaml",
    "sheets": "c{}.xlsx",
}
_CHAPTER: Final = "---\ntitle: 題\norder: 1\n---\n\n[題](chapter:c0)\n"


def shapes_of_files() -> Iterator[Shape]:
    """Files as text, files as names, and what counts for a whole plan."""
    for name, text in _YAML.items():
        yield Shape("YAML", name, partial(_write_text, text))
    for name, pattern in _NAMES.items():
        yield Shape("files", name, partial(_write_files, pattern))
    yield Shape("files", "frameworks", partial(_write_frameworks, "f{}"), Expected.SOUND)
    yield Shape("files", "missing frameworks", partial(_write_frameworks, "g{}"), Expected.BROKEN)
    for name, code in (
        ("of each thing", SKILL_WITHOUT_AREA.code),
        ("of codes that are not there", "no-such-code-{}"),
    ):
        yield Shape("suppressions", name, partial(_write_suppressions, code))


def _plan() -> Made:
    return Made({"plan": {**minimal(Plan, PLAN), "status": Status.DRAFT.value}})


def _write_text(text: _Text, count: int, root: Path) -> None:
    write(_plan(), root)
    put(root / "content" / "plans" / PLAN / "roles.yaml", text(count))


def _write_files(pattern: str, count: int, root: Path) -> None:
    write(_plan(), root)
    for number in range(count):
        put(root / "content" / "plans" / PLAN / pattern.format(number), _CHAPTER)


def _write_frameworks(named: str, count: int, root: Path) -> None:
    """As many frameworks as there are, each with one entry, and roles that name one each."""
    made = _plan()
    for number in range(count):
        entry = new("entry", ONE)
        made.frameworks[f"f{number}"] = {
            **minimal(Framework, f"f{number}"),
            "kind": FrameworkKind.ROLE.value,
            "entries": [entry],
        }
    for number in range(count):
        link = {**minimal(FrameworkLink), "entry": f"{named.format(number)}/{ONE}"}
        entities(made, "role").append({**new("role", f"r{number}"), "classes": [link]})
    write(made, root)


def _write_suppressions(code: str, count: int, root: Path) -> None:
    """As many skills, each with a warning, and for each a suppression."""
    made = _plan()
    entities(made, "skill").extend(new("skill", f"s{number}") for number in range(count))
    made.files["plan"]["suppress"] = [
        {**minimal(Suppression), "code": code.format(number), "at": f"skill:s{number}"}
        for number in range(count)
    ]
    write(made, root)
