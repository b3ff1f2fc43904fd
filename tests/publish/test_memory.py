"""A site in memory: by address, unchanging, comparable."""

from pathlib import Path

import pytest

from jinzai.publish.failure import PublishError
from jinzai.publish.memory import SiteInMemory
from jinzai.publish.shell import Marks, Shell

from .project import page

MARKS = Marks.over([])
SHELL = Shell.cut(f"<b>{MARKS.for_templates()['body']['slot']}</b>", MARKS, ("body",))


def test_pages_are_poured_and_files_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.css"
    file.write_bytes(b"a{}")
    site = SiteInMemory()
    site.write_page(page("a/index.html", body="本文"), SHELL)
    site.write("a/b.csv", b"1")
    site.move_in("a.css", file)
    assert site.read("a/index.html").decode() == "<b>本文</b>"
    assert site.read("a/b.csv") == b"1"
    assert site.read("a.css") == b"a{}"
    assert file.exists()
    assert len(site) == 3
    assert "a/b.csv" in site
    assert "a/B.csv" not in site
    with pytest.raises(KeyError):
        site.read("a/B.csv")


@pytest.mark.parametrize("address", ["a.html", "A.html", "../a.html", "/a.html", "a//b", ""])
def test_an_address_is_fit_and_given_once(address: str) -> None:
    site = SiteInMemory()
    site.write("a.html", b"")
    with pytest.raises(PublishError):
        site.write(address, b"")
    with pytest.raises(PublishError):
        site.write_page(page(address), SHELL)


def test_a_file_that_went_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="を読み込み"):
        SiteInMemory().move_in("a.css", tmp_path / "none.css")


def test_sites_that_show_the_same_are_equal() -> None:
    one, two = SiteInMemory(), SiteInMemory()
    for site in (one, two):
        site.write_page(page("a.html"), SHELL)
    assert one == two
    two.write("b.txt", b"")
    assert one != two
