"""Prose: what becomes a link, what stays text, and how lines join."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jinzai.model.prose import PROSE_KINDS, links
from jinzai.render.page.markdown import Compiler, ReferenceTag
from tests.render.html_facts import HtmlFacts


def opening(kind: str, id: str) -> str:
    return f'<a href="{kind}/{id}">'


def inline(text: str) -> str:
    return str(Compiler().compile(text).inline(opening))


def block(text: str, top: int = 4) -> str:
    return str(Compiler().compile(text, top).block(opening))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("ただの文。", "ただの文。"),
        ("5 < 6 & <b>", "5 &lt; 6 &amp; &lt;b&gt;"),
        ("[BPR](skill:bpr)を使う", '<a href="skill/bpr">BPR</a>を使う'),
        ("[a](role:a)と[b](entry:f/e)", '<a href="role/a">a</a>と<a href="entry/f/e">b</a>'),
        ("**強い** `x<y`", "<strong>強い</strong> <code>x&lt;y</code>"),
        ("[**強い**](skill:bpr)", '<a href="skill/bpr"><strong>強い</strong></a>'),
        (
            "[町](https://example.jp/?a=1&b=2)",
            '<a class="jz-external" rel="noopener" href="https://example.jp/?a=1&amp;b=2">町</a>',
        ),
        ("\\[x](skill:y)", "[x](skill:y)"),
    ],
)
def test_inline(text: str, html: str) -> None:
    assert inline(text) == html


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "../x.html",
        "//evil",
        "x:y",
    ],
)
def test_any_other_target_is_text(target: str) -> None:
    html = inline(f"[押す]({target})")
    assert "<a" not in html
    assert html.startswith("押す（")


def test_an_image_is_its_text() -> None:
    assert inline("![絵](https://example.jp/x.png)") == "絵"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("計画を\n定める", "計画を定める"),
        ("「計画」\n（案）", "「計画」（案）"),
        ("use\nwords", "use\nwords"),
        ("計画の\nDX", "計画の\nDX"),
        ("[計画](skill:a)\n定める", '<a href="skill/a">計画</a>定める'),
    ],
)
def test_a_line_break_between_full_width_characters_vanishes(text: str, html: str) -> None:
    assert inline(text) == html


def test_one_paragraph_is_wrapped_as_a_block_only() -> None:
    assert block("文。") == "<p>文。</p>"
    assert inline("文。") == "文。"


def test_several_blocks() -> None:
    assert block("一。\n\n二。") == "<p>一。</p>\n<p>二。</p>\n"
    assert block("- 一\n- 二") == "<ul><li>一</li>\n<li>二</li>\n</ul>\n"
    assert block("3. 三") == '<ol start="3"><li>三</li>\n</ol>\n'


@pytest.mark.parametrize("text", ["# 一", "- 一", "1. 一", "> 一", "    code", "一\n==", "---"])
def test_block_markdown_is_never_taken_for_plain_text(text: str) -> None:
    assert not block(text).startswith("<p>")


def test_headings_are_shifted_below_the_page_and_have_anchors() -> None:
    prose = Compiler().compile("# 一\n\n### 三\n\n# 二", 2)
    assert [(h.level, h.anchor, h.title) for h in prose.headings] == [
        (2, "h-51a75f", "一"),
        (4, "h-a4c331", "三"),
        (2, "h-084b42", "二"),
    ]
    assert '<h2 id="h-51a75f">一</h2>' in str(prose.block(opening))


def test_a_heading_in_front_moves_no_anchor() -> None:
    text = "# 一 {#first}\n\n# 二\n\n# 三\n\n# 三"
    before = [(h.anchor, h.title) for h in Compiler().compile(text, 2).headings]
    after = [(h.anchor, h.title) for h in Compiler().compile("# 零\n\n" + text, 2).headings]
    assert after[1:] == before
    assert before[0] == ("first", "一")
    assert before[3][0] == before[2][0] + "-2"


def test_a_table_scrolls_and_has_header_cells() -> None:
    html = block("|名|数|\n|--|--:|\n|a|1|")
    assert '<div class="jz-table-frame" role="region"' in html
    assert '<th scope="col">名</th>' in html
    assert '<td class="jz-number">1</td>' in html


_MARKUP = r"""[ ] ( ) ]( role:a skill:b-c x:y http://h \ ` * _ < > ! : # - 1. a 漢 &lt; | ~ = " """
_SPACE = [" ", "    ", "\n", "\n\n", "- "]
_pieces = st.sampled_from([*_MARKUP.split(), *_SPACE])


@given(st.lists(_pieces, max_size=14).map("".join))
@example("<role:a[>")
@example(r"[a](role:a\-b)[a](role:%E3%81%82)[a](role:\_)")
def test_references_are_those_that_the_checks_see(text: str) -> None:
    """What is checked is what is linked: neither the fast ways nor the parser differ."""
    checked = [
        (link.kind, link.id) for link in links(text) if link.kind in PROSE_KINDS and not link.image
    ]
    pieces = Compiler().compile(text).pieces if text.strip() else ()
    assert [(p.kind, p.id) for p in pieces if isinstance(p, ReferenceTag)] == checked


@given(st.text(max_size=30) | st.lists(_pieces, max_size=14).map("".join))
def test_prose_nests_and_its_text_is_escaped(text: str) -> None:
    facts = HtmlFacts(block(text))
    assert facts.problems == []
    assert {link.partition(":")[0].partition("/")[0] for link in facts.links} <= {
        *PROSE_KINDS,
        "http",
    }


def test_html_in_prose_is_text() -> None:
    assert block("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


def test_equal_texts_are_compiled_once() -> None:
    compiler = Compiler()
    assert compiler.compile("**a**") is compiler.compile("**a**")


def test_headings_of_short_texts_have_no_ids() -> None:
    """A page holds many short texts; their ids would be the same."""
    assert block("# 一\n\n二") == "<h4>一</h4>\n<p>二</p>\n"
