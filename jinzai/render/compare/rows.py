"""The rows of a detailed comparison, and whether and how the compared roles differ in each.

This module owns the order of the rows, and what is a difference; the words for a difference are in
`jinzai.render.compare.role_words`. The areas stand as their framework declares them.
templates/theme/assets/jinzai/compare-table.js computes the same as `difference` for the roles that
a reader chooses; a test compares the two.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from jinzai.link.address import entry_address, entry_anchor
from jinzai.model import kinds
from jinzai.model.framework import Framework
from jinzai.model.strength import Strength
from jinzai.render.compare.compared_item import ComparedItem
from jinzai.render.compare.compared_role import ComparedRole
from jinzai.render.compare.role_words import AREAS_NOTE, WORDS
from jinzai.render.page.place import PagePlace
from jinzai.render.words.wording import things

SKILLS: Final = "skills"
LIST: Final = "list"
NUMBER: Final = "number"

WEAK_STYLES: Final = (Strength.ASKED.value, Strength.SAID.value, Strength.TAUGHT.value)
"""The styles of items that are no skill of the role's own table."""

UNPLACED: Final = "unplaced"
"""The key of the row of the skills that are mapped to no area."""


class RoleFactRow(NamedTuple):
    """A row. `kind` is `skills`, `list` or `number`. `href` is the link of its title, or `""`."""

    key: str
    title: str
    kind: str
    href: str = ""

    @property
    def anchor(self) -> str:
        """The id of the row on its page."""
        return f"row-{self.kind}-{entry_anchor(self.key)}"


class RowSection(NamedTuple):
    """Rows under one heading. `note` is a remark for the reader, or `""`."""

    id: str
    title: str
    rows: tuple[RoleFactRow, ...]
    note: str = ""


class RowDifference(NamedTuple):
    """What a row says of the compared roles.

    Attributes:
        kind: `same` (all roles state the same), `all` (all state something), `some`, `plan` (some,
            and these belong to one plan), `one`, `none`, or `""` if there is nothing to compare.
            `some-table`, `plan-table`, `one-table` and `weak` are said where texts or training
            stand against it (`difference`).
        words: the kind in Japanese; empty for `none` and `""`.
        signs: a sign for each role, `◆` if it states something, `◈` if its texts or training do; a
            single sign if all roles have a number; empty if `words` is empty.
    """

    kind: str
    words: str
    signs: str


def row_sections(place: PagePlace, areas: Iterable[Framework]) -> tuple[RowSection, ...]:
    """All rows, in the order in which they stand."""
    by_area = tuple(
        RoleFactRow(
            f"{one.id}/{entry.id}",
            entry.name,
            SKILLS,
            place.href(entry_address(f"{one.id}/{entry.id}")),
        )
        for one in areas
        for entry in one.entries
    )
    return (
        RowSection(
            "skills",
            "求めるスキル（領域ごと）",
            (*by_area, RoleFactRow(UNPLACED, "領域に対応付けていないスキル", SKILLS)),
            AREAS_NOTE,
        ),
        RowSection(
            "counts",
            "スキルの数",
            (
                RoleFactRow("skills", "求めるスキルの数", NUMBER),
                RoleFactRow("conditional", "うち、業務により必要なもの", NUMBER),
                RoleFactRow("own", "うち、この役割で求めるもの", NUMBER),
                RoleFactRow("inherited", "うち、前提の役割から引き継ぐもの", NUMBER),
                RoleFactRow("part", "うち、内訳の役割が求めるもの", NUMBER),
            ),
            "内訳の役割が求めるスキルは、どの内訳の役割のものかを問わず、違うスキルを1度ずつ数えています。"
            "1人に求める数ではありません。内訳の役割ごとの数は、「役割を一覧で比べる」にあります。",
        ),
        RowSection(
            "about",
            "役割のあらまし",
            (
                RoleFactRow("classes", "役割の区分", LIST),
                RoleFactRow("audience", "対象", LIST),
                RoleFactRow("purpose", "ひとことで", LIST),
                RoleFactRow("duties", "役割", LIST),
                RoleFactRow("behaviours", "行動姿勢", LIST),
                RoleFactRow("knowledge", "能力・知識の補足", LIST),
                RoleFactRow("sourcing", "確保の方法", LIST),
            ),
        ),
        RowSection(
            "levels",
            kinds.LEVEL.name,
            (
                RoleFactRow("levels", kinds.LEVEL.name, LIST),
                RoleFactRow("evidence", "到達の条件", LIST),
            ),
        ),
        RowSection(
            "training",
            "研修と時間",
            (
                RoleFactRow("tracks", "研修の時間", LIST),
                RoleFactRow("hours-least", "時間（最も少ないとき）", NUMBER),
                RoleFactRow("hours-most", "時間（最も多いとき）", NUMBER),
                RoleFactRow("days-least", "日数（最も少ないとき）", NUMBER),
                RoleFactRow("days-most", "日数（最も多いとき）", NUMBER),
                RoleFactRow("unknown", "時間の記載がない研修の数（最も多いとき、延べ）", NUMBER),
                RoleFactRow("course-count", "研修の数（表・部局・選び方を問わず）", NUMBER),
                RoleFactRow("courses", kinds.COURSE.name, LIST),
            ),
            "時間の記載がない研修は0時間とせず、分けて数えます。日数は時間に換算しません。"
            "時間と日数の最少・最多はそれぞれの幅で、1つの受け方のものとは限りません。"
            "表によって時間が違う計画では、時間・日数の数は、はじめに挙げた表のものです。"
            "レベルの列の数と研修は、そのレベルに定めたものだけです。",
        ),
        RowSection(
            "people",
            "人数と目標",
            (
                RoleFactRow("people", "計画が挙げる人数", NUMBER),
                RoleFactRow("headcount", "人数の説明", LIST),
                RoleFactRow("targets", kinds.TARGET.name, LIST),
            ),
        ),
    )


def short_names(roles: Sequence[ComparedRole]) -> tuple[str, ...]:
    """A short name for each role: its plan, with the role's name if the plan occurs twice."""
    plans = [role.plan_id for role in roles]
    return tuple(
        role.plan if plans.count(role.plan_id) == 1 else f"{role.plan} {role.name}"
        for role in roles
    )


def difference(row: RoleFactRow, roles: Sequence[ComparedRole]) -> RowDifference:
    """What a row says of the compared roles.

    Rows of skills count only roles that ask for any skill, because nothing is known about the
    others. Two roles state the same if they ask for equally many skills, equally strongly. The
    skills themselves are different in each plan.

    Example: roles A and B of one plan and role C of another, in the row of an area. If only A has
    skills there, the kind is `one`. If A and B have some, it is `plan`: that belongs to their plan.
    If A and C have some, it is `some`. If all three have some, it is `same` or `all`. If C asks for
    no skill in any area, only A and B count: the row must not say that C differs.

    A role whose texts or training have the area, while its tables have not, does not count as
    having it. But then "only A" would be wrong, so the kind is `one-table`, `plan-table` or
    `some-table`, and the words speak of tables. If tables have it of no role, it is `weak`.
    """
    cells = [cell(row, role) for role in roles]
    counted = [n for n, role in enumerate(roles) if row.kind != SKILLS or role.asks]
    weak = [n for n, found in enumerate(cells) if is_weak(found)]
    having = [n for n in counted if cells[n] is not None and n not in weak]
    sign = {**dict.fromkeys(weak, WORDS.hints), **dict.fromkeys(having, WORDS.has)}
    signs = "".join(sign.get(n, WORDS.lacks) for n in range(len(roles)))
    if not having and not any(_is_above(cells[n]) for n in weak):
        return RowDifference("weak", WORDS.weak, signs) if weak else RowDifference("none", "", "")
    if len(counted) < 2 or any(_is_above(cells[n]) for n in weak):
        return RowDifference("", "", "")
    if len(having) < len(counted):
        kind, words = _partly(roles, counted, having)
        if not weak:
            return RowDifference(kind, words, signs)
        return RowDifference(f"{kind}-table", WORDS.table.format(said=words), signs)
    every = WORDS.both if len(having) == 2 else WORDS.every
    if len(counted) < len(roles):
        every = WORDS.stated.format(number=things(len(counted)))
    alike = len({_weight(row, cells[n]) for n in having}) == 1
    if row.kind == SKILLS:
        is_strong = {_strength(found) for n in having if isinstance(found := cells[n], tuple)}
        unlike = WORDS.amount if len(is_strong) == 1 else WORDS.strength
        words = every if alike else unlike.format(who=every)
    elif row.kind == NUMBER:
        words, signs = (WORDS.same, WORDS.equal) if alike else (WORDS.unlike, WORDS.unequal)
    else:
        words = WORDS.same if alike else every
    return RowDifference("same" if alike else "all", words, signs)


def _partly(
    roles: Sequence[ComparedRole], counted: list[int], having: list[int]
) -> tuple[str, str]:
    """The kind and the words if not all that are counted have a cell."""
    first = roles[having[0]]
    if len(having) == 1:
        return "one", WORDS.only.format(who=short_names(roles)[having[0]])
    others = {roles[n].plan_id for n in counted} - {first.plan_id}
    if others and all(roles[n].plan_id == first.plan_id for n in having):
        return "plan", WORDS.together.format(plan=first.plan, number=things(len(having)))
    return "some", WORDS.some.format(all=things(len(counted)), having=len(having))


def is_weak(found: tuple[ComparedItem, ...] | int | Decimal | None) -> bool:
    """Whether a cell has only what texts say or training teaches, and no skill of a table."""
    return isinstance(found, tuple) and found[0].style in WEAK_STYLES


def _is_above(found: tuple[ComparedItem, ...] | int | Decimal | None) -> bool:
    """Whether the parent role's table asks. Then the row cannot say whose tables ask."""
    return isinstance(found, tuple) and found[0].style == Strength.ASKED.value


def level_note(roles: Sequence[ComparedRole]) -> str:
    """A sentence: whether the levels of the roles stand on one scale; `""` for one role."""
    scales = [role.scale for role in roles if "levels" in role.lists]
    if len(scales) < 2:
        return ""
    if all(scales) and len(set(scales)) == 1:
        return WORDS.scale
    return WORDS.scales


def undefined_notes(roles: Sequence[ComparedRole]) -> tuple[str, ...]:
    """A sentence for each role whose skills the plan leaves undefined."""
    return tuple(
        WORDS.silent.format(plan=role.plan, name=role.name) for role in roles if not role.asks
    )


def unplaced_words(role: ComparedRole) -> str:
    """The remark in the empty cell of a role in an area's row.

    The role asks for no skill of the area. It may ask for skills that the plan has put in no area.
    One of those may belong here, so the remark says how many there are. It is empty if there are no
    such skills.
    """
    found = len(role.lists.get(UNPLACED, ()))
    return WORDS.unplaced.format(number=found) if found else ""


def cell(row: RoleFactRow, role: ComparedRole) -> tuple[ComparedItem, ...] | int | Decimal | None:
    """The items or the number of a role in a row; None if the plan states nothing.

    A row of numbers has items where the plan states a number for each level only.
    """
    number = role.numbers.get(row.key) if row.kind == NUMBER else None
    return role.lists.get(row.key) if number is None else number


def _strength(found: tuple[ComparedItem, ...]) -> bool:
    """Whether at least one of the skills is required and not only conditional."""
    return any(item.style == "required" for item in found)


def _weight(row: RoleFactRow, found: tuple[ComparedItem, ...] | int | Decimal | None) -> object:
    """A value that is equal for two cells that state the same."""
    if not isinstance(found, tuple):
        return found
    if row.kind == SKILLS:
        return tuple(sorted(item.style for item in found))
    return tuple((item.text, item.note, item.state) for item in found)
