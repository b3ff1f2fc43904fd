"""The screen has five sizes of type and seven gaps, as the tokens of base.css say."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from .reader import Reader, from_disk

ASSETS: Final = Path(__file__).parents[2] / "templates/theme/assets/jinzai"
SIZES: Final = ["14px", "16px", "18px", "22px", "28px"]
GAPS: Final = ["4px", "8px", "12px", "16px", "24px", "40px", "64px"]
HAIRLINE: Final = re.compile(r"-?[123]px")
PLAIN: Final = frozenset({"0", "auto", "inherit", "revert"})

# Each size of text that is seen, with an example of where. A choice in a list has the browser's.
OTHER_SIZES: Final = """sizes => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = {};
  for (let node; (node = walker.nextNode()); ) {
    const around = node.parentElement;
    if (!node.data.trim() || around.closest("script, option")) continue;
    if (!around.checkVisibility({ visibilityProperty: true })) continue;
    const size = getComputedStyle(around).fontSize;
    if (!sizes.includes(size)) found[size] = node.data.trim().slice(0, 20);
  }
  return found;
}"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_text_has_five_sizes(
    browser: Browser, built: Path, kinds: tuple[str, ...], width: int
) -> None:
    others = {}
    with Reader(browser, from_disk(built), width=width) as reader:
        for address in kinds:
            if found := reader.open(address).evaluate(OTHER_SIZES, SIZES):
                others[address] = found
    assert others == {}


def on_screen(sheet: str) -> str:
    """A style sheet without comments and without what is for paper."""
    text = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return re.sub(r"^@(?:media print|page)[^{]*\{.*?^\}", "", text, flags=re.DOTALL | re.MULTILINE)


def gaps(sheet: str) -> Iterator[tuple[str, str]]:
    """The margins, paddings and gaps of a sheet: what is set, and each of the lengths."""
    wanted = r"(?<![\w-])((?:margin|padding)(?:-[a-z]+)*|(?:row-|column-)?gap): ([^;]+);"
    for name, value in re.findall(wanted, on_screen(sheet)):
        for length in re.findall(r"(?:calc|var|min|max)\((?:[^()]|\([^()]*\))*\)|[^\s]+", value):
            yield name, length


def is_on_the_scale(length: str) -> bool:
    """Whether it is a gap of the scale, a hairline, a part of the width, or another thing's width.

    Widths of other things have names of their own: `--lane` is as wide as a lane's name.
    """
    of_token = re.fullmatch(r"(?:calc\(-1 \* )?var\(--jz-space-[1-7]\)\)?", length)
    of_thing = re.fullmatch(r"var\(--(?!jz-)[a-z]+\)|\d+%|calc\(100% - .+\)", length)
    return bool(length in PLAIN or HAIRLINE.fullmatch(length) or of_token or of_thing)


def test_tokens_are_the_scales() -> None:
    tokens = (ASSETS / "base.css").read_text("utf-8")
    for name, scale in (("size", SIZES), ("space", GAPS)):
        found = re.findall(rf"--jz-{name}[\w-]*: ([\d.]+)rem;", tokens)
        assert [f"{float(rem) * 16:g}px" for rem in found] == scale


@pytest.mark.parametrize("sheet", sorted(path.name for path in ASSETS.glob("*.css")))
def test_what_stands_apart_stands_apart_by_the_scale(sheet: str) -> None:
    found = list(gaps((ASSETS / sheet).read_text("utf-8")))
    assert [(name, length) for name, length in found if not is_on_the_scale(length)] == []


@pytest.mark.parametrize("length", ["5px", "1rem", "0.5em", "var(--jz-size)", "calc(1rem - 2px)"])
def test_what_is_off_the_scale_would_be_found(length: str) -> None:
    sheet = (
        f"@media print {{\n  p {{\n    margin: 9mm;\n  }}\n}}\np {{\n  margin: 0 {length};\n}}\n"
    )
    assert [one for _, one in gaps(sheet) if not is_on_the_scale(one)] == [length]
