from jinzai.findings.finding import Place, RelatedPlace, Severity
from jinzai.findings.github import write_github

from .samples import COURSE, FILE, finding


def test_a_command() -> None:
    related = RelatedPlace(Place(FILE, 1, 1, 1, 2), "初めはここです")
    assert write_github([finding(COURSE, related=(related,))]) == (
        f"::error file={FILE},line=2,endLine=2,col=27,endColumn=36,"
        "title=知らない研修 [unknown-course]::研修「bpr-basci」はありません。"
        f"%0Aヒント: もしかして: bpr-basic%0A関連: {FILE}:1:1 初めはここです\n"
    )


def test_severities() -> None:
    text = write_github([finding(COURSE, severity=severity) for severity in Severity])
    assert [line.split()[0] for line in text.splitlines()] == ["::error", "::warning", "::notice"]


def test_no_columns_for_a_stretch_over_lines() -> None:
    text = write_github([finding(Place(FILE, 2, 3, 4, 1))])
    assert "line=2,endLine=4,title=" in text


def test_a_file_as_a_whole_has_only_its_name() -> None:
    assert write_github([finding(Place(FILE), hint="")]).startswith(f"::error file={FILE},title=")


def test_nothing_breaks_out_of_a_command() -> None:
    place = Place("a,line=9:b%\n.yaml", 1, 1, 1, 2)
    text = write_github([finding(place, id="100%\n::error::x\x1b[0m\r", hint="")])
    assert text.count("\n") == 1
    assert text.startswith("::error file=a%2Cline=9%3Ab%25\ufffd.yaml,line=1,")
    assert "「100%25 ::error::x\ufffd[0m 」" in text
