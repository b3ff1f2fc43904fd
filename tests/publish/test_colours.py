"""WCAG 2.2 AA contrast of our colours (1.4.3: 4.5:1, 1.4.11: 3:1)."""

import re
from itertools import product

import pytest

from jinzai.publish.mkdocs_palette import PRIMARY

from .project import REPOSITORY

ASSETS = REPOSITORY / "templates/theme/assets/jinzai"
STYLE = (ASSETS / "base.css").read_text("utf-8")
PALETTES = (ASSETS / "palettes.css").read_text("utf-8")
SCHEMES = {"light": "[data-md-color-scheme] {", "dark": '[data-md-color-scheme="slate"] {'}
INKS = ["ink", "ink-soft", "link", "link-strong", "muted", "depends", "inferred", "good", "warn",
        "error"]  # fmt: skip
GROUNDS = ["paper", "surface", "surface-strong", "warn-surface"]

MARKED = ["ink", "ink-soft", "link", "required", "depends"]
PAIRS = [*product(SCHEMES, INKS, GROUNDS), *product(SCHEMES, MARKED, ["mark"])]


def colours(scheme: str) -> dict[str, str]:
    tokens = STYLE[STYLE.index("\n/* Tokens */") :]
    block = tokens[tokens.index(f"\n{SCHEMES[scheme]}") :].partition("\n}")[0]
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
    headers = re.findall(r"--md-primary-fg-color: (#[0-9a-f]{6})", STYLE + PALETTES)
    assert len(headers) > 10
    for header in headers:
        assert contrast("#ffffff", header) >= 4.5, header


def test_every_name_of_a_colour_has_one_and_mkdocs_yml_names_them() -> None:
    named = re.findall(r'data-md-color-primary="([a-z-]+)"', PALETTES)
    assert ("custom", *named) == PRIMARY
    settings = (REPOSITORY / "mkdocs.yml").read_text("utf-8").replace("\n# ", " ")
    said = settings[settings.index("primary には、") : settings.index("を書けます")]
    assert tuple(re.findall(r"[a-z]+(?:-[a-z]+)*", said))[1:] == PRIMARY


def test_no_colour_stands_outside_the_tokens() -> None:
    """What is not a token is neither tested here nor changed by the dark scheme."""
    for style in ASSETS.glob("*.css"):
        text = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", style.read_text("utf-8"), flags=re.DOTALL)
        for name, value in re.findall(r"([\w-]+): ([^;{}]*#[0-9a-fA-F]{3,8}[^;{}]*);", text):
            known = name.startswith(("--jz-", "--md-primary")) or name == "mask-image"
            assert known or value.endswith("solid #ffffff"), f"{style.name}: {name}: {value}"
