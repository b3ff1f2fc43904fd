"""The downloads: one page that explains every column, and for each plan a list of its files."""

from collections.abc import Iterator
from typing import NamedTuple

from jinzai.export.table import Table
from jinzai.export.tables import CONVENTIONS, TABLES
from jinzai.link.address import DATA_PAGE, plan_address
from jinzai.link.summary import PlanSummary
from jinzai.render.page import areas
from jinzai.render.page.downloads import table_anchor
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, SiteContext
from jinzai.render.page.prefectures import is_listed, list_links


class DownloadColumnView(NamedTuple):
    """A column: its header, and the content of its cells."""

    header: str
    title: str
    description: str
    blank: str
    values: tuple[tuple[str, str], ...]


class DownloadTableView(NamedTuple):
    """A table with its explained columns and the file for all plans."""

    anchor: str
    title: str
    description: str
    file: Link
    columns: tuple[DownloadColumnView, ...]


class PlanId(NamedTuple):
    """A plan for a value of `plan_id` in the files of all plans.

    `files` links to the plan's own files.
    """

    id: str
    link: Link
    title: str
    issuer: str
    files: Link


class SiteView(NamedTuple):
    """All tables, the rules for every file, and the plans with their ids.

    If the plans are too many for one page, `plans` is empty, and the lists of the `prefectures`
    give their ids.
    """

    total: int
    plans: tuple[PlanId, ...]
    prefectures: tuple[tuple[Link, int], ...]
    conventions: tuple[str, ...]
    tables: tuple[DownloadTableView, ...]


class File(NamedTuple):
    """A file of a plan. `explained` is the link to the explanation of its columns."""

    link: Link
    title: str
    description: str
    explained: str


class PlanFilesView(NamedTuple):
    """The files of a plan."""

    files: tuple[File, ...]
    all: Link


def pages(site: SiteContext) -> Iterator[Draft]:
    """The page that explains the downloads."""
    place = site.place(DATA_PAGE)
    plans = site.commons.plans.values()
    yield Draft.of_area(
        place,
        areas.DATA,
        kicker="ダウンロード",
        description="このカタログの内容を CSV でダウンロードできます。列ごとの説明を載せています。",
        template="site/data.html",
        view=SiteView(
            len(plans),
            tuple(_plan(place, plan) for plan in plans) if is_listed(len(plans)) else (),
            list_links(site, place),
            CONVENTIONS,
            tuple(_table(place, table) for table in TABLES),
        ),
        sections=(
            Section("files", "ファイル"),
            Section("plans", "計画のidと、計画ごとのファイル"),
            Section("conventions", "すべてのファイルに共通すること"),
            Section("columns", "ファイルごとの列の説明"),
        ),
    )


def _plan(place: PagePlace, plan: PlanSummary) -> PlanId:
    return PlanId(
        plan.id,
        place.link("plan", plan.id),
        plan.plan.title,
        plan.plan.issuer.name,
        place.to(plan_address(plan.id, DATA_PAGE), "ファイル"),
    )


def plan_pages(context: PlanContext) -> Iterator[Draft]:
    """The list of a plan's files."""
    place = context.place(context.address(DATA_PAGE))
    yield Draft.of_area(
        place,
        areas.DATA,
        kicker="ダウンロード",
        description=f"{context.plan.plan.title}の内容を CSV でダウンロードできます。",
        template="site/plan_data.html",
        view=PlanFilesView(
            tuple(
                File(
                    place.to(table.address(context.plan.id), f"{table.name}.csv"),
                    table.title,
                    table.description,
                    place.href(f"{DATA_PAGE}#{table_anchor(table)}"),
                )
                for table in TABLES
            ),
            place.to(DATA_PAGE, "すべての計画を合わせたデータと、列の説明"),
        ),
        sections=(Section("files", "ファイル"),),
    )


def _table(place: PagePlace, table: Table) -> DownloadTableView:
    return DownloadTableView(
        table_anchor(table),
        table.title,
        table.description,
        place.to(table.address(), f"{table.name}.csv"),
        tuple(
            DownloadColumnView(
                header, column.title, column.description, column.blank, column.values
            )
            for header, column in table.columns.items()
        ),
    )
