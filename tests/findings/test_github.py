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


def test_a_file_is_named_from_the_top_of_the_repository() -> None:
    related = RelatedPlace(Place(FILE, 1, 1, 1, 2), "初めはここです")
    text = write_github([finding(COURSE, related=(related,))], "catalogue/")
    assert text.startswith(f"::error file=catalogue/{FILE},line=2,")
    assert f"関連: catalogue/{FILE}:1:1 " in text


def test_what_github_would_drop_is_named_in_one_notice() -> None:
    severities = [Severity.WARNING] * 12 + [Severity.ERROR] * 11 + [Severity.NOTE] * 10
    every = [finding(Place(FILE, n + 1, 1, n + 1, 2), severity=one, id=f"c{n}")
             for n, one in enumerate(severities)]  # fmt: skip
    *kept, last = write_github(every, "sub/").splitlines()
    kinds = [line.split()[0] for line in kept]
    assert (kinds.count("::warning"), kinds.count("::error"), kinds.count("::notice")) == (
        10,
        10,
        9,
    )
    assert last.startswith("::notice title=ほかの指摘::")
    head, *others = last.partition("指摘::")[2].split("%0A")
    assert head == "ここに示した指摘のほかに、エラー1件・警告2件・参考1件があります。"
    assert len(others) == 4
    assert others[0].startswith(f"sub/{FILE}:11:1 警告[unknown-course] ")


def test_as_many_as_github_shows_need_no_notice() -> None:
    every = [finding(COURSE, severity=one) for one in Severity for _ in range(10)]
    assert len(write_github(every).splitlines()) == 30
    assert "ほかの指摘" not in write_github(every)
