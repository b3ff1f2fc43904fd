"""What is said about findings and failures."""

from jinzai.findings.finding import Finding, Place, RelatedPlace, Rule, Severity
from jinzai.serve.notice import SHOWN, Excerpt, notice_of_failure, notice_of_findings

FILE = "content/plans/a/roles.yaml"


def rule(severity: Severity) -> Rule:
    return Rule("some-code", severity, "題", "「{name}」は使えません。", "{way}", "", "", "")


def finding(severity: Severity = Severity.ERROR, line: int = 1, **facts: str) -> Finding:
    place = Place(FILE, line, 5, line, 8)
    related = (RelatedPlace(Place("content/b.yaml", 3), "最初はここです"),)
    return Finding(rule(severity), place, {"name": "x", "way": "", **facts}, related)


def test_nothing_found_is_nothing_said() -> None:
    assert notice_of_findings((), {}, "") is None


def test_a_finding_is_told_with_place_line_and_way_out() -> None:
    notice = notice_of_findings([finding(way="直します")], {FILE: "id: 役割だ。\n"}, "12:34:56")
    assert notice is not None
    assert notice.title == "内容に誤りがあります（エラー1件）"
    assert notice.is_broken
    assert "12:34:56" in notice.lines[0]
    (item,) = notice.items
    assert item.place == f"{FILE}:1:5"
    assert item.message == "「x」は使えません。"
    assert item.hint == "直します"
    assert item.excerpt == Excerpt("id: ", "役割だ", "。")
    assert item.related == ("content/b.yaml:3 最初はここです",)


def test_a_place_at_the_end_of_a_line_is_marked_too() -> None:
    notice = notice_of_findings([finding()], {FILE: "abcd\n"}, "")
    assert notice is not None
    assert notice.items[0].excerpt == Excerpt("abcd", "\u00a0", "")


def test_errors_come_first_and_what_is_no_error_is_folded() -> None:
    warning, error = finding(Severity.WARNING, 1), finding(Severity.ERROR, 2)
    both = notice_of_findings([warning, error], {}, "")
    assert both is not None
    assert [item.severity_name for item in both.items] == ["エラー", "警告"]
    assert both.title == "内容に誤りがあります（エラー1件、警告1件）"
    only = notice_of_findings([warning, finding(Severity.NOTE)], {}, "")
    assert only is not None
    assert not only.is_broken
    assert only.title == "指摘があります（警告1件、参考1件）"


def test_thousands_are_counted_and_not_listed() -> None:
    notice = notice_of_findings([finding(line=n) for n in range(1, SHOWN + 51)], {}, "")
    assert notice is not None
    assert len(notice.items) == SHOWN
    assert notice.more == 50


def test_what_hides_in_texts_is_shown() -> None:
    notice = notice_of_findings([finding(name="a\u202eb\x1b")], {}, "")
    assert notice is not None
    assert notice.items[0].message == "「a\ufffdb\ufffd」は使えません。"


def test_a_failure_says_what_and_what_to_do() -> None:
    notice = notice_of_failure("だめでした。\n  一つ\n  二つ", "直してください。", "")
    assert notice.title == "だめでした。"
    assert notice.lines[:3] == ("  一つ", "  二つ", "直してください。")
    assert notice.is_broken
