import pytest

from jinzai.export.table import Table
from jinzai.export.tables import CONVENTIONS, TABLES
from jinzai.render.page.downloads import downloads
from jinzai.render.site import data
from tests.render.sample_plans import element, plan, plan_page, site, site_pages

SITE = site(plan())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_explained(table: Table) -> None:
    page = site_pages(data.pages, SITE)["data/index.html"]

    html = element(page.body, f"table-{table.name}")
    for header, column in table.columns.items():
        assert f"<code>{header}</code>" in html
        assert column.title in html


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_file_is_linked(table: Table) -> None:
    html = site_pages(data.pages, SITE)["data/index.html"].body

    assert f'href="{table.name}.csv"' in html
    assert 'href="../sample/data/index.html"' in html
    own = plan_page(data.plan_pages, plan())
    assert f'href="{table.name}.csv"' in own
    assert f'href="../../data/index.html#table-{table.name}"' in own


def test_what_holds_for_every_file_is_said() -> None:
    html = element(site_pages(data.pages, SITE)["data/index.html"].body, "conventions")

    assert html.count("<li>") == len(CONVENTIONS)


def test_a_page_links_the_file_with_its_facts() -> None:
    files = downloads(SITE.place("sample/targets/index.html"), "sample", "targets")

    assert files.own.href == "../data/targets.csv"
    assert files.all.href == "../../data/targets.csv"
    assert files.explained == "../../data/index.html#table-targets"


def test_the_files_stand_first_and_each_explanation_is_a_fold() -> None:
    html = site_pages(data.pages, SITE)["data/index.html"].body

    assert html.count('<details class="jz-fold">') == len(TABLES)
    assert (
        html.index('id="files"') < html.index('id="plans"') < html.index('<details class="jz-fold"')
    )
    for table in TABLES:
        (fold,) = (
            part
            for part in html.split('<details class="jz-fold">')[1:]
            if f'id="table-{table.name}"' in part
        )
        assert fold.startswith(f"<summary>{table.title} ")
