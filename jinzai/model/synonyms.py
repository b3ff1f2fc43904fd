"""synonyms.yaml: words that mean the same, for the search of the whole site."""

from jinzai.model.base import Record, described
from jinzai.model.words import Line


class SynonymGroup(Record):
    """Words that mean the same. Who searches for one of them finds the others too."""

    words: tuple[Line, ...] = described(
        "語",
        "同じ意味として探す語。2つ以上書く。幅・大文字と小文字・ひらがなとカタカナの違いは書かなくてよい。",
        ["エクセル", "表計算"],
    )


class Synonyms(Record):
    """The file synonyms.yaml."""

    groups: tuple[SynonymGroup, ...] = described(
        "言い換えの組",
        "組ごとに、同じ意味の語を書く。順は自由。",
        [{"words": ["エクセル", "表計算"]}],
    )
