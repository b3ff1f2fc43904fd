"""The numbers that were reckoned from the published texts; numbers/README.md says how."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

FOLDER: Final = Path(__file__).parent / "numbers"
_OF_PLAN: Final = re.compile(r"P\d")
PLANS: Final = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@dataclass(frozen=True)
class Number:
    """One reckoned number.

    Attributes:
        plan: the id of the plan.
        id: what was reckoned, within the plan, as numbers/README.md lists it.
        value: what was reckoned.
        shown: what the pages show. It differs from `value` only where the text is disputed.
        document: the name of the published document.
        lines: where the document says it: lines of the text taken from the PDF.
        sum: how it was reckoned.
    """

    plan: str
    id: str
    value: Any
    shown: Any
    document: str
    lines: tuple[int, ...]
    sum: str

    @property
    def role(self) -> str:
        """The id of the role; empty where it is about the whole plan."""
        return "" if _OF_PLAN.match(self.id) else self.id.split("/")[0]

    @property
    def kind(self) -> str:
        """What was reckoned of the role, such as `skills/own`, or of the plan, such as `P2`."""
        return self.id.removeprefix(f"{self.role}/") if self.role else self.id

    def told(self, place: str, found: object) -> str:
        """What a failure says."""
        return (
            f"{place} shows {found!r}, reckoned was {self.value!r}\n"
            f"{self.document}, lines {', '.join(map(str, self.lines))}: {self.sum}"
        )


def _read(plan: str) -> Iterator[Number]:
    written = yaml.safe_load((FOLDER / f"{plan}.yaml").read_text("utf-8"))
    disputed = {one["id"]: one["shown"] for one in written.get("disputed", [])}
    values = {one["id"]: one["value"] for one in written["numbers"]}
    assert len(values) == len(written["numbers"]), f"{plan}: an id stands twice"
    agreed = [id for id, shown in disputed.items() if values.get(id) == shown]
    assert not agreed, f"{plan}: no longer disputed: {', '.join(agreed)}"
    for one in written.get("open", []):
        for id in one["ids"]:
            assert id in values, f"{plan}: open, but never reckoned: {id}"
            assert values[id] != one["other"], f"{plan}: {id} has one reading alone"
    for one in written["numbers"]:
        shown = disputed.pop(one["id"], one["value"])
        yield Number(
            *(plan, one["id"], one["value"], shown),
            *(written["document"], tuple(one["lines"]), one["sum"]),
        )
    assert not disputed, f"{plan}: disputed, but never reckoned: {', '.join(disputed)}"


NUMBERS: Final = tuple(number for plan in PLANS for number in _read(plan))
