"""Every sentence of the five plans' pages that says that something is not there, for an area.

`python -m tests.render.denials` writes `expected_denials.txt`, to be read after each change.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from jinzai.compare.comparison import Comparison, compare
from jinzai.publish.page import Page
from tests.render.sample_site import catalogue, render_all

EXPECTED: Final = Path(__file__).parent / "expected_denials.txt"
ROOT: Final = Path(__file__).resolve().parents[2]
_rows: Final = re.compile(r'<tr id="row-skills-skill-areas--([a-z-]+)">(.*?)</tr>', re.DOTALL)
_near: Final = re.compile(
    r'<li class="jz-near__role">.*?(?=<li class="jz-near__role">|</ol>)', re.DOTALL
)
_listed: Final = re.compile(r"<strong>([^<]*)</strong>.*?<ul[^>]*>(.*?)</ul>", re.DOTALL)
_AREA: Final = r'skill-areas/([a-z-]+)\.html"'


class Denial(NamedTuple):
    """A sentence on a page, and what it denies: `plan` or `plan/role` for each, and the area."""

    page: str
    sentence: str
    area: str
    denied: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.page}: {self.sentence} | {self.area} | {'、'.join(self.denied)}"


def _text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).strip()


def _between(html: str, start: str, end: str) -> str:
    return html.partition(start)[2].partition(end)[0]


def denials(pages: Mapping[str, Page], compared: Comparison) -> Iterator[Denial]:
    """The sentences in the order of the pages' addresses."""
    plans = tuple(compared.plans)
    for address in sorted(pages):
        body = pages[address].body
        if address == "compare/skills.html":
            yield from _of_gaps(address, body, plans)
        elif address.startswith("compare/role-classes--"):
            yield from _of_roles(address, body)
        elif address.endswith("/compare/index.html"):
            yield from _of_plan(address, body, plans)
        elif re.fullmatch(r"[a-z-]+/roles/[a-z0-9-]+\.html", address):
            yield from _of_near(address, body)
        elif re.fullmatch(r"frameworks/skill-areas/[a-z-]+\.html", address):
            area = address.rpartition("/")[2].removesuffix(".html")
            part = _between(body, 'id="without"', "<h2")
            silent = tuple(re.findall(r'<li><a href="\.\./\.\./([a-z-]+)/', part))
            if silent:
                yield Denial(address, "記載のない計画", area, silent)


def _of_gaps(address: str, body: str, plans: tuple[str, ...]) -> Iterator[Denial]:
    for line in re.findall(r"<li>.*?</li>", _between(body, 'id="gaps"', "<h2"), re.DOTALL):
        found = re.search(_AREA, line)
        if found and "記載なし" in line:
            named = re.findall(r'href="\.\./([a-z-]+)/index\.html"', line)
            others = tuple(plan for plan in plans if plan not in named)
            yield Denial(address, _text(line), found[1], others)


def _of_plan(address: str, body: str, plans: tuple[str, ...]) -> Iterator[Denial]:
    own = address.partition("/")[0]
    for line in re.findall(r"<li><p><b>.*?</details></li>", body, re.DOTALL):
        found = re.search(_AREA, line)
        text = _text(line)
        if found and "のどれにもありません" in text:
            others = tuple(plan for plan in plans if plan != own)
            yield Denial(address, "ほかの計画のどれにもありません", found[1], others)
        if found and "この計画には記載なし" in text:
            yield Denial(address, "この計画には記載なし", found[1], (own,))


def _of_roles(address: str, body: str) -> Iterator[Denial]:
    """The lists above a table of roles, the words of its rows, and its empty cells."""
    head = _between(body, "<thead>", "</thead>")
    roles = tuple(
        f"{plan}/{role}" for plan, role in re.findall(r"\.\./([a-z-]+)/roles/([a-z0-9-]+)\.", head)
    )
    asking: dict[str, tuple[str, ...]] = {}
    for area, row in re.findall(
        r'<tr id="row-skills-skill-areas--([a-z-]+)">(.*?)</tr>', body, re.DOTALL
    ):
        cells = re.findall(r"<td.*?</td>", row, re.DOTALL)
        asking[area] = tuple(
            role
            for role, cell in zip(roles, cells, strict=True)
            if re.search(r"jz-mark--(?:required|depends)", cell)
        )
        lacking = [r for r, cell in zip(roles, cells, strict=True) if "jz-lacks" in cell]
        for role in lacking:
            yield Denial(address, "記載なし", area, (role,))
        words = re.search(r'<span class="jz-difference[^>]*>([^<]*)<', row)
        if words and "だけ" in words[1] and "スキルの表では" not in words[1]:
            yield Denial(address, words[1], area, _others(roles, asking[area]))
    for dt, dd in re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", _between(body, "jz-gists", "</dl>")):
        said = _text(dt).rpartition(" ")[0]
        linked = re.findall(r"row-skills-skill-areas--([a-z-]+)", dd)
        if "だけが" in said and "スキルの表では" not in said:
            for area in linked:
                yield Denial(address, said, area, _others(roles, asking[area]))
        elif "記載のない" in said:
            for name in _text(dd).split("、"):
                yield Denial(address, said, name, roles)


def _others(roles: tuple[str, ...], asking: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(role for role in roles if role not in asking)


def _of_near(address: str, body: str) -> Iterator[Denial]:
    plan, _, role = address.removesuffix(".html").split("/")
    for near in re.findall(
        r'<li class="jz-near__role">.*?(?=<li class="jz-near__role">|</ol>)', body, re.DOTALL
    ):
        other = re.search(r'href="(?:\.\./\.\./([a-z-]+)/roles/)([a-z0-9-]+)\.html"', near)
        assert other is not None, near[:300]
        for said, listed in re.findall(
            r"<strong>([^<]*)</strong>.*?<ul[^>]*>(.*?)</ul>", near, re.DOTALL
        ):
            denied = {
                "相手だけが求める領域": f"{plan}/{role}",
                "この役割だけが求める領域": f"{other[1]}/{other[2]}",
            }.get(said)
            for area in re.findall(_AREA, listed) if denied else ():
                yield Denial(address, said, area, (str(denied),))


def main() -> None:
    """Writes the reviewed file."""
    found = catalogue(ROOT)
    every = denials(render_all(found), compare(found))
    EXPECTED.write_text("".join(f"{one}\n" for one in every), "utf-8")


if __name__ == "__main__":
    main()
