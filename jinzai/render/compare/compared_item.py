"""One thing in a cell of a detailed comparison. Its fields go to the scripts in this order.

The modules that make cells use it: `compared_role` and `compared_role_evidence`. So do those that
print, compare and store them.
"""

from typing import NamedTuple


class ComparedItem(NamedTuple):
    """One thing in a cell.

    Attributes:
        text: what it is, in the plan's own words.
        href: where it stands in the catalogue, or `""`.
        note: a remark in small print behind it, or `""`.
        inferred: whether an editor worked it out.
        mark: the sign of the plan's matrix, with its `label` in the plan's legend and its `style`
            as `marks.style` gives it; `""` without a mark. In an area in which no table asks, it
            is the sign of the evidence, its word, and `said`, `taught`, or `asked` (by the parent).
        state: as in `amounts.Value`; `""` for a plain statement.
    """

    text: str
    href: str = ""
    note: str = ""
    inferred: bool = False
    mark: str = ""
    label: str = ""
    style: str = ""
    state: str = ""
