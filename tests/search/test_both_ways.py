"""Folding stands in Python and in JavaScript; here both are held against each other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml
from playwright.sync_api import Browser, Page

from jinzai.model.search_fold import fold, tokens

pytestmark = pytest.mark.browser

ROOT: Final = Path(__file__).resolve().parents[2]
SCRIPTS: Final = ROOT / "templates/theme/assets/jinzai"
OWN: Final = yaml.safe_load((ROOT / "tests/search/queries_own.yaml").read_text("utf-8"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with the scripts that fold."""
    with browser.new_context() as context:
        page = context.new_page()
        page.add_script_tag(path=SCRIPTS / "search-fold.js")
        yield page


def test_both_fold_alike(page: Page) -> None:
    signs = [
        chr(code)
        for code in (
            *range(0x20, 0x500),
            *range(0x2000, 0x3400),
            *range(0x4E00, 0x4F00),
            *range(0xF900, 0xFB00),
            *range(0xFE00, 0x10000),
            *range(0x20000, 0x20080),
        )
    ]
    texts = [text for sign in signs for text in (f"カ{sign}き", f"a{sign}b", f"漢 {sign}1")]
    texts += [
        "サーバー",
        "ﾜｰｸｼｮｯﾌﾟ 相談会",
        "AI‐OCR",
        "データ・AI",
        "2〜4年目",
        "㈱と 連携",
        "デ ー タ",
    ]
    assert page.evaluate("texts => texts.map(jinzaiSearch.fold)", texts) == [*map(fold, texts)]


def test_both_cut_alike(page: Page) -> None:
    folded = [fold(one["query"]) for one in OWN] + ["", "ai ocr3", "𠮷野"]
    found = page.evaluate("texts => texts.map(jinzaiSearch.tokens)", folded)
    assert [sorted(one) for one in found] == [sorted(tokens(text)) for text in folded]
