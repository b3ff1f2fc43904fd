"""WCAG 2.2 AA contrast of the colours in jinzai.css (1.4.3: 4.5:1, 1.4.11: 3:1)."""

import re
from itertools import product

import pytest

from .project import REPOSITORY

STYLE = (REPOSITORY / "templates/theme/assets/jinzai/jinzai.css").read_text("utf-8")
SCHEMES = {"light": "[data-md-color-scheme] {", "dark": '[data-md-color-scheme="slate"] {'}
INKS = ["ink", "ink-soft", "link", "link-strong", "muted", "depends", "inferred", "good", "warn",
        "error"]  # fmt: skip
GROUNDS = ["paper", "surface", "surface-strong", "warn-surface"]

MARKED = ["ink", "ink-soft", "link", "required", "depends"]
PAIRS = [*product(SCHEMES, INKS, GROUNDS), *product(SCHEMES, MARKED, ["mark"])]


def colours(scheme: str) -> dict[str, str]:
    block = STYLE[STYLE.index(f"\n{SCHEMES[scheme]}") :].partition("\n}")[0]
    return dict(re.findall(r"--jz-([a-z-]+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert round(contrast("#000000", "#ffffff"), 3) == 21


@pytest.mark.parametrize(("scheme", "ink", "ground"), PAIRS)
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    named = colours(scheme)
    assert contrast(named[ink], named[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_filled_badges_and_edges_can_be_seen(scheme: str) -> None:
    named = colours(scheme)
    assert contrast(named["required-ink"], named["required"]) >= 4.5
    for edge in ("line-strong", "focus"):
        assert contrast(named[edge], named["paper"]) >= 3


def test_the_header_can_be_read() -> None:
    for header in re.findall(r"--md-primary-fg-color: (#[0-9a-f]{6})", STYLE):
        assert contrast("#ffffff", header) >= 4.5
