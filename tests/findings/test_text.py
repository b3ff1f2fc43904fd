import pytest

from jinzai.findings.finding import Place, RelatedPlace, Severity
from jinzai.findings.text import write_text

from .samples import COURSE, FILE, SOURCE, finding

SOURCES = {FILE: SOURCE}


def test_a_whole_finding() -> None:
    related = RelatedPlace(
        Place("content/plans/hirakata/courses.yaml", 3, 5, 3, 9), "研修の一覧はここです"
    )
    assert write_text([finding(COURSE, related=(related,))], SOURCES) == (
        "content/plans/hirakata/curricula.yaml:2:27: エラー[unknown-course] "
        "研修「bpr-basci」はありません。\n"
        "      - name: 推進リーダー, course: bpr-basci\n"
        "                                    ^^^^^^^^^\n"
        "  ヒント: もしかして: bpr-basic\n"
        "  関連: content/plans/hirakata/courses.yaml:3:5 研修の一覧はここです\n"
    )


def test_a_blank_line_between_two_and_nothing_for_none() -> None:
    text = write_text([finding(COURSE), finding(COURSE, severity=Severity.NOTE)], SOURCES)
    assert text.count("\n\n") == 1
    assert "参考[unknown-course]" in text
    assert write_text([], SOURCES) == ""


def test_a_file_as_a_whole_has_no_source_line() -> None:
    assert write_text([finding(Place(FILE), hint="")], SOURCES) == (
        f"{FILE}: エラー[unknown-course] 研修「bpr-basci」はありません。\n"
    )


@pytest.mark.parametrize("place", [Place(FILE, 9, 1, 9, 2), Place("other.yaml", 2, 1, 2, 2)])
def test_a_line_that_is_not_there_is_left_out(place: Place) -> None:
    assert write_text([finding(place, hint="")], SOURCES).count("\n") == 1


def test_color_is_only_added() -> None:
    findings = [finding(COURSE), finding(COURSE, severity=Severity.WARNING)]
    text = write_text(findings, SOURCES, color=True)
    assert "\x1b[31m" in text
    assert "\x1b[33m" in text
    from click import unstyle

    assert unstyle(text) == write_text(findings, SOURCES)


def test_content_cannot_command_the_terminal() -> None:
    evil = "a\x1b]0;x\x07\x9b31m\u202eb\r\n::error::x"
    place = Place("content/\x1b[2J.yaml", 1, 2, 1, 3)
    related = RelatedPlace(place, evil)
    text = write_text(
        [finding(place, id=evil, hint=evil, related=(related,))], {place.file: f"{evil}\n"}
    )
    assert not [
        character for character in text if not character.isprintable() and character != "\n"
    ]
    assert "\n::error" not in text
