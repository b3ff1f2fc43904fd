"""From a page's HTML to the Markdown that other generators are given."""

import pytest

from bench.markdown import to_markdown


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2 id='a'>名前</h2><p>本文 <b>強調</b></p>", "## 名前\n\n本文 **強調**\n"),
        ("<ul><li>一</li><li>二</li></ul><p>後</p>", "- 一\n- 二\n\n後\n"),
        ("<ol><li>一<ul><li>中</li></ul></li></ol>", "1. 一\n\n- 中\n"),
        ("<dl><div><dt>対象</dt><dd>職員</dd></div></dl>", "対象：職員\n"),
        ('<p><a href="../x/y.html#z">先</a></p>', "[先](../x/y.md)\n"),
        ('<p><a href="#z">同じ頁</a> <a href="x.csv">CSV</a></p>', "同じ頁 CSV\n"),
        ("<p>*[a]|b_</p>", "\\*\\[a\\]\\|b\\_\n"),
        ("<p>前</p><svg><g><text>図</text></g></svg><p>後</p>", "前\n\n後\n"),
        (
            "<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td></tr></table>",
            "| 甲 | 乙 |\n| --- | --- |\n| 1 |  |\n",
        ),
    ],
)
def test_what_comes_out(html: str, expected: str) -> None:
    assert to_markdown(html, page_ending=".md") == expected
