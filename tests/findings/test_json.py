import json

from jinzai.findings.finding import Place, RelatedPlace
from jinzai.findings.json import write_json

from .samples import COURSE, FILE, finding


def test_all_that_a_finding_knows() -> None:
    related = RelatedPlace(Place(FILE, 1, 1, 1, 2), "初めはここです")
    text = write_json([finding(COURSE, related=(related,))])
    assert "研修「bpr-basci」はありません。" in text
    assert json.loads(text) == [
        {
            "code": "unknown-course",
            "severity": "error",
            "file": FILE,
            "line": 2,
            "column": 27,
            "end_line": 2,
            "end_column": 36,
            "message": "研修「bpr-basci」はありません。",
            "hint": "もしかして: bpr-basic",
            "related": [
                {
                    "file": FILE,
                    "line": 1,
                    "column": 1,
                    "end_line": 1,
                    "end_column": 2,
                    "message": "初めはここです",
                }
            ],
            "plan": "hirakata",
            "entity": "curriculum:leader",
        }
    ]


def test_a_file_as_a_whole_has_no_line() -> None:
    (found,) = json.loads(write_json([finding(Place(FILE))]))
    assert [found[key] for key in ("line", "column", "end_line", "end_column")] == [None] * 4


def test_nothing_to_say_is_an_empty_list() -> None:
    assert write_json([]) == "[]\n"


def test_what_is_unsafe_is_escaped_and_comes_back() -> None:
    evil = "a\x1b[0m\x9b\u2028\u202e\ufeff\ud800b"
    text = write_json([finding(COURSE, id=evil)])
    assert all(character.isprintable() or character == "\n" for character in text)
    # A message is one line, so what splits a line for Python has become a space.
    assert "\x1b[0m\x9b \u202e\ufeff\ud800b" in json.loads(text)[0]["message"]
    text.encode()
