"""Line ends in hand-written pages are no spaces between Japanese characters."""

import pytest

from jinzai.publish.written_breaks import without_needless_breaks


@pytest.mark.parametrize(
    ("html", "joined"),
    [
        ("<p>業務を\n見直す。\n次へ</p>", "<p>業務を見直す。次へ</p>"),
        ("<p>業務を\nDXで\n見直す</p>", "<p>業務を\nDXで見直す</p>"),
        (
            "<p><strong>業務</strong>\n<a href='x'>を</a></p>",
            "<p><strong>業務</strong><a href='x'>を</a></p>",
        ),
        ("<p>一</p>\n<p>二</p>", "<p>一</p>\n<p>二</p>"),
        (
            "<pre><code>一\n二</code></pre>\n<p>三\n四</p>",
            "<pre><code>一\n二</code></pre>\n<p>三四</p>",
        ),
        ("<p>一<br />\n二</p>", "<p>一<br />\n二</p>"),
        ("<p>the plan\nof a city</p>", "<p>the plan\nof a city</p>"),
    ],
)
def test_what_is_joined(html: str, joined: str) -> None:
    assert without_needless_breaks(html) == joined
