"""Blanks: a template declares its blanks, and an adopted plan has no blanks left."""

import re
from collections.abc import Iterator
from typing import Any

from jinzai.check.index import PlanIndex
from jinzai.findings.finding import Finding, Place
from jinzai.findings.rules_completeness import BLANK_OR_SIGN
from jinzai.findings.rules_content import BLANK_AS_TEXT, PLACEHOLDER_LEFT
from jinzai.model.blank import BLANK, has_blank, is_filled_in, is_sign
from jinzai.model.matrix import Matrix
from jinzai.model.plan import Placeholder, Status
from jinzai.model.walk import Path
from jinzai.parse.parse import ParsedFile

_WAY = "plan.yaml の placeholders に加え、[○名](placeholder:id) のように指してください。"
_WAY_ADOPTED = "策定済みの計画に空欄は残せません。計画にある数や名前を書いてください。"
_blank_target = re.compile(r"\]\(placeholder:[^)]*\)")
# Here a ○ is a sign of its own: a mark of a matrix, or a blank as the template prints it.
_BLANK_FREE = frozenset(["label", "mark", "marks"])


def blanks(index: PlanIndex) -> Iterator[Finding]:
    """Declared blanks in an adopted plan, and undeclared blanks in any plan."""
    plan = index.content.plan if index.content else None
    if plan is not None and plan.status is Status.ADOPTED:
        for entity in index.of_kind("placeholder"):
            if isinstance(entity.record, Placeholder):
                yield index.at(PLACEHOLDER_LEFT, entity, label=entity.record.label)
    may_have = plan is None or plan.status is not Status.ADOPTED
    is_template = plan is None or plan.status is Status.TEMPLATE
    explained = frozenset(_legend(index))
    for file in index.files:
        for sign, place, is_blank in _raw_blanks(file):
            if is_blank or is_template:
                facts = {"text": sign, "way": _WAY if may_have else _WAY_ADOPTED}
                yield Finding(BLANK_AS_TEXT, place, facts, plan_id=index.plan_id)
            elif sign not in explained:
                yield Finding(BLANK_OR_SIGN, place, {"text": sign}, plan_id=index.plan_id)


def _legend(index: PlanIndex) -> Iterator[str]:
    """The marks of the plan's tables."""
    for entity in index.of_kind("matrix"):
        if isinstance(entity.record, Matrix):
            yield from (explained.mark for explained in entity.record.legend)


def _raw_blanks(file: ParsedFile) -> Iterator[tuple[str, Place, bool]]:
    """Each sign of a blank in a text, and whether it is certainly a blank.

    Texts that already have a finding are left out, and signs in quotation marks. Of several signs
    side by side only the first is given.
    """
    tree = file.document.tree
    if tree is None or not has_blank(file.document.source):
        return
    for path, text in _texts(tree.value, ()):
        if not has_blank(text) or file.is_refused(path):
            continue
        passed: dict[str, tuple[int, int]] = {}
        plain = _outside_links(text)
        for match in BLANK.finditer(plain):
            sign, at = match[0], match.start()
            if is_sign(plain, at, match.end()) or (at and BLANK.match(plain, at - 1)):
                continue
            count, end = passed.get(sign, (0, 0))
            count += text.count(sign, end, at)
            passed[sign] = count, at
            is_blank = is_filled_in(plain, at, match.end())
            yield sign, tree.text_place(path, sign, count), is_blank


def _outside_links(text: str) -> str:
    """The text with its links to blanks replaced by as many other characters.

    The label of such a link begins with the first opening bracket after the last closing bracket.
    """
    pieces: list[str] = []
    end = 0
    for target in _blank_target.finditer(text):
        closed = text.rfind("]", end, target.start())
        start = text.find("[", max(closed, end), target.start())
        if start >= 0:
            pieces += text[end:start], "\0" * (target.end() - start)
            end = target.end()
    return "".join(pieces) + text[end:]


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts of a file, except fields in which ○ has another meaning."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _BLANK_FREE:
                yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))
