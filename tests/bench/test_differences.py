"""The comparison of two sites: each kind of difference is found, and nothing that nobody meets."""

from pathlib import Path

import pytest

from bench.differences import differences, report

PAGE = '<main id="m"><h1>役割</h1><p class="a">文 <a href="../x.html#s">先</a></p></main>'


def site(root: Path, **files: str) -> Path:
    for name, text in {"a/page.html": PAGE, "a/data.csv": "id,name\r\n1,甲\r\n", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


@pytest.mark.parametrize(
    ("address", "text", "found"),
    [
        ("a/page.html", PAGE.replace("文 ", "別 "), ["text - 文 先", "text + 別 先"]),
        ("a/page.html", PAGE.replace("../x", "../y"), ["link - x.html#s", "link + y.html#s"]),
        ("a/page.html", PAGE.replace('"m"', '"n"'), ["id - m", "id + n"]),
        ("a/page.html", PAGE.replace("<p", "<p title='題'"), ["text + [title] 題"]),
        ("a/data.csv", "id,name\r\n1,乙\r\n", ["row - 1 | 甲", "row + 1 | 乙"]),
        ("a/data.js", "x", ["file + a/data.js"]),
        ("assets/x.css", "x", []),
        (".jinzai-manifest", "x", []),
        ("a/page.html", PAGE.replace('"a"', '"b"').replace("<p", "\n<p"), []),
        ("a/page.html", PAGE.replace("</main>", "<script>1</script></main>"), []),
    ],
)
def test_what_a_reader_meets_is_told(
    tmp_path: Path, address: str, text: str, found: list[str]
) -> None:
    old, new = site(tmp_path / "old"), site(tmp_path / "new", **{address: text})
    told = [f"{one.kind} {one.sign} {one.what}" for one in differences(old, new)]
    assert told == found
    back = [f"{one.kind} {one.what}" for one in differences(new, old)]
    assert sorted(back) == sorted(line.replace(" - ", " ").replace(" + ", " ") for line in found)


def test_the_report_counts_what_it_does_not_list(tmp_path: Path) -> None:
    old = site(tmp_path / "old")
    new = site(tmp_path / "new", **{"b.csv": "x", "c.csv": "x", "d.csv": "x"})
    assert report(differences(old, new), 1) == "b.csv: file + b.csv\n… and 2 more\nfile 3"
    assert report(differences(old, old), 1) == "no differences"
