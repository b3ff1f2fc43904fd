"""What the search knows of a hand-written page: its words without marks."""

import pytest

from jinzai.render.page.written_words import written_words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("## 置き換えるとき {#replace}\n\n本文。", "置き換えるとき 本文。"),
        ('段落。\n{: .note title="題" }\n', "段落。"),
        ("[文](a.html){ .jz-button }と続き。", "文と続き。"),
        ("`{#id}` と `{start: 4}` を書く。", "{#id} と {start: 4} を書く。"),
        ("値は {title} です。", "値は {title} です。"),
        ('!!! note "注意"\n\n    中の**文**。\n', "注意 中の文。"),
        ("!!! warning\n    中の文。\n", "中の文。"),
        ('??? note "開く"\n    中の文。\n', "開く 中の文。"),
        ("用語\n:   説明の文。\n", "用語 説明の文。"),
        ("本文[^1]。\n\n[^1]: 脚注の文。\n", "本文。 脚注の文。"),
        ("*[EBPM]: 証拠に基づく政策\n", "証拠に基づく政策"),
        ("前<b>太い</b>後<br>", "前太い後"),
        ("==印==と^^下線^^と~~消し~~。", "印と下線と消し。"),
        ("- [x] 済み\n- [ ] まだ", "済み まだ"),
        (":material-pencil: 編集", "編集"),
        ("```yaml\na: {b: c}\n```\n文。", "文。"),
        ("| 列 | 値 |\n|---|---|\n| 甲 | 1 |", "列 値 甲 1"),
        ("5 < 6 で 7 > 3、a_b", "5 < 6 で 7 > 3、a_b"),
    ],
)
def test_marks_are_no_words(markdown: str, words: str) -> None:
    assert written_words(markdown) == words
