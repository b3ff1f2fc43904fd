"""Links between pages: the only place where an address becomes an `href`.

This module owns the texts of links and the cache of relative links. `jinzai.link.address` owns the
addresses.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from jinzai.link import address as at
from jinzai.link.backlinks import EntityKey
from jinzai.link.catalogue import Entries, LinkedPlan

_escapes = re.compile("[&<>\"']").search


def _escaped(text: str) -> str:
    return escape(text) if _escapes(text) else text


@dataclass(frozen=True, slots=True)
class Link:
    """The text and target of a link. A template prints it as `<a>`."""

    text: str
    href: str
    _html: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        html = f'<a href="{_escaped(self.href)}">{_escaped(self.text)}</a>'
        object.__setattr__(self, "_html", html)

    def __html__(self) -> str:
        return self._html


class _Folder(NamedTuple):
    """The known links from one folder: to entities, to entities of other plans, to addresses."""

    links: dict[tuple[str, str], tuple[str, Link]]
    others: dict[tuple[str, str, str, str], Link]
    hrefs: dict[str, str]


class LinkBook:
    """All links of the site or of one plan's pages. Pages in one folder share their links.

    `entries` are those of the frameworks. `plan_names` has, by id, the names of the plans that may
    be linked. `plan` is None for the pages above the plans. These pages reach the entities of a
    plan only by `Links.other`.
    """

    def __init__(
        self, entries: Entries, plan_names: Mapping[str, str], plan: LinkedPlan | None
    ) -> None:
        self.plan = plan
        self._entries = entries
        self._plan_names = plan_names
        self._folders: dict[str, _Folder] = {}

    def links(self, address: str) -> "Links":
        """The links from the page at `address`."""
        name = address.rpartition("/")[0]
        folder = self._folders.get(name)
        if folder is None:
            folder = self._folders[name] = _Folder({}, {}, {})
        return Links(self, address, folder)

    def address(self, kind: str, id: str) -> str:
        """The address of an entity. Raises KeyError for a kind without address."""
        if kind == "plan":
            return at.plan_address(id)
        if kind == "entry":
            return at.entry_address(id)
        assert self.plan is not None, f"{kind}:{id} needs a plan"
        return at.entity_address(self.plan.id, kind, id)

    def name(self, kind: str, id: str) -> str:
        """The text of a link to an entity."""
        if kind == "plan":
            return self._plan_names[id]
        if kind == "entry":
            return self._entries[id][1].name
        assert self.plan is not None, f"{kind}:{id} needs a plan"
        return self.plan.names[EntityKey(kind, id)]

    def level_name(self, role_id: str, level_id: str) -> str:
        """The name of a level of a role. Raises KeyError if the role has no such level."""
        assert self.plan is not None, "a level needs a plan"
        return self.plan.levels[role_id][level_id]


class Links:
    """The links from one page."""

    __slots__ = ("_book", "_known", "page")

    def __init__(self, book: LinkBook, page: str, known: _Folder) -> None:
        self._book = book
        self._known = known
        self.page = page

    def link(self, kind: str, id: str) -> Link:
        """The link to an entity of the same plan, to a plan, or to a framework's entry."""
        key = (kind, id)
        known = self._known.links.get(key)
        if known is None:
            address = self._book.address(kind, id)
            link = Link(self._book.name(kind, id), self._from_elsewhere(address))
            known = self._known.links[key] = (address, link)
        address, link = known
        if address.startswith(self.page):
            return Link(link.text, at.relative(address, self.page))
        return link

    def href(self, kind: str, id: str) -> str:
        """The target of `link`."""
        return self.link(kind, id).href

    def role(self, role_id: str, level_id: str | None = None) -> Link:
        """The link to a role, or to one level of it: `DX推進リーダー レベル1`."""
        if level_id is None:
            return self.link("role", role_id)
        plan = self._book.plan
        assert plan is not None, "a level needs a plan"
        text = f"{plan.roles[role_id].name} {self._book.level_name(role_id, level_id)}"
        return Link(text, self.to(at.level_address(plan.id, role_id, level_id)))

    def other(self, plan_id: str, kind: str, id: str, text: str) -> Link:
        """The link to an entity of any plan. `text` is its text."""
        if self._book.plan is None or plan_id == self._book.plan.id:
            return Link(text, self.to(at.entity_address(plan_id, kind, id)))
        key = (plan_id, kind, id, text)
        link = self._known.others.get(key)
        if link is None:
            address = at.entity_address(plan_id, kind, id)
            link = self._known.others[key] = Link(text, self._from_elsewhere(address))
        return link

    def to(self, address: str) -> str:
        """The relative link to any address of the site."""
        if address.startswith(self.page):
            return at.relative(address, self.page)
        href = self._known.hrefs.get(address)
        if href is None:
            href = self._known.hrefs[address] = self._from_elsewhere(address)
        return href

    def _from_elsewhere(self, address: str) -> str:
        """The link from any other page of the page's folder. All pages in the folder share it."""
        folder, slash, _ = self.page.rpartition("/")
        return at.relative(address, f"{folder}{slash}?")
