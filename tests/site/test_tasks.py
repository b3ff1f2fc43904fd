"""What employees ask is answered a few clicks from the first page, and follows the content."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from jinzai.command.cli import main
from tests.waiting import PATIENCE

from .conftest import copy_project
from .tasks import TASKS, Task

pytestmark = pytest.mark.browser

MOST_CLICKS = 3


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A window that runs no scripts: every answer stands in the page itself."""
    with browser.new_context(java_script_enabled=False) as context:
        context.set_default_timeout(1000 * PATIENCE)
        yield context.new_page()


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the five plans with one fact changed for each task."""
    project = copy_project(tmp_path_factory.mktemp("changed"))
    for task in TASKS:
        file = project / "content" / "plans" / task.change.file
        text = file.read_text("utf-8")
        assert text.count(task.change.old) == 1, f"{task.asked}: {task.change.old}"
        file.write_text(text.replace(task.change.old, task.change.new), "utf-8")
    assert main(["--root", str(project)]) == 0
    return project / "site"


def read(page: Page, site: Path, task: Task) -> str:
    """What a reader sees at the end of the way, without spaces."""
    page.goto((site / "index.html").as_uri())
    for name in task.way:
        page.get_by_role("link", name=name, exact=True).first.click()
    return re.sub(r"\s", "", page.locator(task.place).first.text_content() or "")


def test_no_answer_is_far() -> None:
    assert len(TASKS) == 20
    assert all(len(task.way) <= MOST_CLICKS for task in TASKS)


@pytest.mark.parametrize("task", TASKS, ids=[task.asked for task in TASKS])
def test_the_answer_is_that_of_the_plan(page: Page, built: Path, task: Task) -> None:
    said = read(page, built, task)
    assert task.answer in said
    assert task.changed not in said


@pytest.mark.parametrize("task", TASKS, ids=[task.asked for task in TASKS])
def test_the_answer_changes_with_the_content(page: Page, changed: Path, task: Task) -> None:
    said = read(page, changed, task)
    assert task.changed in said
    assert task.answer not in said
