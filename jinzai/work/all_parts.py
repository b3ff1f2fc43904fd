"""All parts of a site, made by those who do the work, and what is joined from them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinzai.export.tables import TABLES
from jinzai.publish.assemble import HandPageExtras
from jinzai.publish.frames import Frames
from jinzai.publish.handwritten import HandPage
from jinzai.publish.part import FileTaker, PartFiles
from jinzai.render.search_records import guide_records, site_part
from jinzai.work.away import make_parts
from jinzai.work.clock import Clock
from jinzai.work.examination import Examination, hits_name
from jinzai.work.joined import Read, joined_tables, page_around
from jinzai.work.joins import JoinMakers, JoinTask, entry_tasks
from jinzai.work.keys import folder_key, key_of, program_key
from jinzai.work.known import Known
from jinzai.work.made_search import JoinedSearch, made_search
from jinzai.work.parts import FILES, AboveTask, PartMakers, PlanTask, SiteTask
from jinzai.work.pieces import Gifts, MadePart, Makers, PartTask
from jinzai.work.site_kit import SiteKit, SiteWords, TemplateFolder, site_words

_ABOVE = "above"
_PLAN = "plan/"
_JOINED = "joined"
_SEARCH = "search"
_FEW: Final = 4
"""So many joined parts are made here: to start other processes would take longer."""


class _NamedPart(NamedTuple):
    """A part with the name and the key under which it is kept. Without a key it is not kept."""

    name: str
    key: str
    wanted: SiteTask | JoinTask


class _SiteKeys(NamedTuple):
    """The keys of what parts are made from beside a plan; all are empty if nothing is kept.

    Attributes:
        templates: the templates.
        plans: what the pages of every plan stand on.
        program: what the pages stand on that are the same for any content.
        outlines: what the pages of a plan can show of all plans.
        whole: everything.
    """

    templates: str = ""
    plans: str = ""
    program: str = ""
    outlines: str = ""
    whole: str = ""


class AllParts:
    """The parts of one site. They are made when their files are asked for."""

    def __init__(
        self,
        root: Path,
        examined: Examination,
        frames: Frames,
        templates: TemplateFolder,
        taker: FileTaker,
        clock: Clock,
    ) -> None:
        """`examined` is content without an error. `taker` decides what becomes of the files."""
        assert examined.commons is not None, "there is an error"
        words = site_words(root, frames.settings, (page for page, _ in frames.hand_pages))
        self._plans = examined.plans
        self._workers = examined.workers
        self._known = examined.known
        self._clock = clock
        self._gifts: dict[str, Gifts] = {}
        self._digests: dict[str, str] = {}
        self._kept: list[str] = []
        self._keys = _keys(examined, frames, templates, words)
        self._kit = SiteKit(
            examined.commons,
            {plan.seen.summary.id: plan.seen for plan in examined.plans if plan.seen is not None},
            words,
            templates,
            frames.by_depth,
            taker,
            self._keys.plans,
            self._keys.program,
            self._keys.templates,
        )

    def files(self, read: Read) -> Iterator[PartFiles]:
        """The files of each part, as soon as they are made.

        `read` gives the bytes of the table of a plan whose part was given out before. Raises as
        `Workers.each` does.
        """
        makers = PartMakers(self._kit)
        parts = list(self._parts(makers))
        for name, made in self._made(makers, parts):
            if made.gifts is not None:
                plan_id = name.removeprefix(_PLAN)
                self._gifts[plan_id] = made.gifts
                digests = made.pieces[FILES].files.digests
                addresses = (table.address(plan_id) for table in TABLES)
                self._digests |= {address: digests[address] for address in addresses}
            yield from (piece.files for piece in made.pieces.values())
        gifts = {plan.plan_id: self._gifts[plan.plan_id] for plan in self._plans}
        search = self._joined_search(gifts.values())
        tasks = (*entry_tasks(self._kit, gifts), *search.tasks())
        found = [_NamedPart(name, self._keys.whole and task.key, task) for name, task in tasks]
        for _, made in self._made(JoinMakers(self._kit), found, few=_FEW):
            yield from (piece.files for piece in made.pieces.values())
        yield from self._joined(makers, search, read)

    def _made(
        self, makers: Makers[Any], parts: Sequence[_NamedPart], few: int = 0
    ) -> Iterator[tuple[str, MadePart]]:
        """The name of each part, and the part, as soon as it is made."""
        numbered = make_parts(
            self._workers, makers, len(parts), lambda number: self._task(parts[number]), few
        )
        for number, made in numbered:
            name, key, _ = parts[number]
            self._clock.add_all([made.seconds])
            self._keep(name, key, made)
            yield name, made

    def keep(self) -> None:
        """Keeps all parts for the next site. It is called when this site is in its place."""
        self._known.keep_aside()
        examined = (name for plan in self._plans for name in (plan.folder, hits_name(plan)))
        self._known.keep_only([*self._kept, *examined])

    def around(self, page: HandPage) -> HandPageExtras:
        """The navigation and the report link of a hand-written page."""
        return page_around(self._kit.site(), page)

    def _parts(self, makers: PartMakers) -> Iterator[_NamedPart]:
        # The largest part comes first, so that it is not left alone at the end.
        keys = self._keys
        yield _NamedPart(_ABOVE, keys.whole, AboveTask(keys.whole))
        shared = keys.whole and self._shared_key(makers)
        for plan in self._plans:
            if plan.source is not None:
                key = keys.whole and key_of(keys.plans, keys.outlines, shared, plan.key)
                task = PlanTask(plan.plan_id, plan.source, keys.whole and plan.key)
                yield _NamedPart(_PLAN + plan.plan_id, key, task)

    def _shared_key(self, makers: PartMakers) -> str:
        """The key of what the files of every plan need of all plans."""
        name = "shared"
        known: str | None = self._known.find(name, self._keys.whole)
        if known is None:
            with self._clock.stage("render"):
                known = makers.warm()
            self._known.keep(name, self._keys.whole, known)
        self._kept.append(name)
        return known

    def _task(self, part: _NamedPart) -> PartTask[Any]:
        last = self._known.last(part.name) if part.key else None
        if last is None:
            return PartTask(part.wanted)
        return PartTask(part.wanted, last.value, last.key == part.key)

    def _keep(self, name: str, key: str, made: MadePart) -> None:
        """Puts a part aside for the next site. One that is known already is only not forgotten."""
        if key:
            self._kept.append(name)
            if not made.is_kept:
                self._known.put_aside(name, key, made)

    def _joined_search(self, gifts: Iterable[Gifts]) -> JoinedSearch:
        above = made_search(site_part(self._kit.commons), indexed=self._kit.is_indexed)
        return JoinedSearch([above, *(one.search for one in gifts)])

    def _joined(self, makers: PartMakers, search: JoinedSearch, read: Read) -> Iterator[PartFiles]:
        """The files that all parts are needed for. They are made in this process."""
        site = self._kit.site()
        guide = guide_records(site.guides, site.editing)
        wanted = {
            **joined_tables(list(site.commons.plans), self._digests, read),
            _SEARCH: search.others(guide, site.commons.synonyms),
        }
        last = self._known.last(_JOINED) if self._keys.whole else None
        with self._clock.rest("export"):
            pieces = makers.pieces(wanted, None if last is None else last.value)
        self._keep(_JOINED, self._keys.whole, MadePart(pieces, None, {}))
        yield from (piece.files for piece in pieces.values())


def _keys(
    examined: Examination, frames: Frames, templates: TemplateFolder, words: SiteWords
) -> _SiteKeys:
    commons, known = examined.commons, examined.known
    own = folder_key(templates.folder) if _has_keys(examined, known) else None
    if commons is None or own is None:
        return _SiteKeys()
    plans = key_of(program_key(), own, repr(frames.by_depth), repr(words.of_plans))
    names = [f"{one.id}\0{one.name}" for one in commons.plans.values()]
    outlines = key_of(*names, *(plan.outline_key for plan in examined.plans))
    whole = key_of(
        plans,
        *names,
        repr(words),
        repr(commons.frameworks),
        repr(commons.synonyms),
        *(plan.key for plan in examined.plans),
    )
    program = key_of(plans, *names, repr(commons.frameworks))
    return _SiteKeys(own, plans, program, outlines, whole)


def _has_keys(examined: Examination, known: Known) -> bool:
    return known.keeps and all(plan.key for plan in examined.plans)
