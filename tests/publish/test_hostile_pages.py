"""Hand-written pages by the real engine: attacks are reported with their place, or do nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from jinzai.publish.failure import PublishError
from jinzai.publish.publish import begin_shells, publish
from jinzai.publish.rehearsal import begin_rehearsal, rehearse

from .conftest import make_project
from .hostile_pages import HARMLESS, REFUSED
from .project import FILES, PAGES, around
from .watched import Watched, watched

ALL = {**REFUSED, **HARMLESS}
NAMES = {name: f"p{number}" for number, name in enumerate(ALL)}


def project_of(root: Path, names: list[str]) -> Path:
    """A project with a page for each of the names."""
    made = make_project(root)
    for name in names:
        (made / "content" / "pages" / f"{NAMES[name]}.md").write_text(f"{ALL[name]}\n", "utf-8")
    return made


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What a check says of each page, by its name; pages without a message are not here."""
    root = project_of(tmp_path_factory.mktemp("told") / "project", [*ALL])
    with (
        begin_rehearsal(root, root / "mkdocs.yml") as run,
        pytest.raises(PublishError) as caught,
    ):
        rehearse(run.frames(), PAGES, FILES, around)
    found: dict[str, list[str]] = {}
    by_file = {f"content/pages/{file}.md": name for name, file in NAMES.items()}
    for trouble in caught.value.troubles:
        found.setdefault(by_file[trouble.file], []).append(str(trouble))
    return found


@pytest.mark.parametrize("name", [*REFUSED])
def test_an_attack_is_told(told: dict[str, list[str]], name: str) -> None:
    assert name in told
    for line in told[name]:
        assert re.match(rf"content/pages/{NAMES[name]}\.md(?::\d+:\d+)?: ", line)
        assert len(line) < 400
        assert line.isprintable()


@pytest.mark.parametrize("name", sorted({*HARMLESS} - {"script as a name of an image"}))
def test_what_shows_something_is_let_through(told: dict[str, list[str]], name: str) -> None:
    assert told.get(name, []) == []


def test_every_attack_is_told_with_its_place(told: dict[str, list[str]]) -> None:
    without = [name for name in REFUSED if not re.match(r"\S+:\d+:\d+: ", told[name][0])]
    assert without == []


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, told: dict[str, list[str]]) -> Path:
    """The site of all pages that are let through."""
    kept = [name for name in ALL if name not in told]
    root = project_of(tmp_path_factory.mktemp("kept") / "project", kept)
    with begin_shells(root, root / "mkdocs.yml", root / "site") as shells:
        publish(shells, PAGES, FILES, around)
    return root / "site"


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Watched]:
    with watched(browser) as found:
        yield found


@pytest.mark.browser
@pytest.mark.parametrize("name", [*HARMLESS])
def test_what_is_let_through_does_nothing(
    window: Watched, site: Path, told: dict[str, list[str]], name: str
) -> None:
    if name in told:
        return
    assert window.open(site / f"{NAMES[name]}.html") == []
    page = window.page
    assert page.locator("#jz-main").count() == 1
    assert page.locator("#__drawer").count() == 1
    assert page.locator("script:not([src])").count() == 0
    assert (
        page.evaluate(
            "[...document.querySelectorAll('*')].flatMap(element =>"
            " [...element.attributes].map(one => one.name).filter(name => name.startsWith('on')))"
        )
        == []
    )
    # The frame's scripts found their own elements and ran to their end.
    assert page.locator("html.js").count() == 1
    assert page.locator(".jz-menu").evaluate("node => node.tagName") == "BUTTON"
