"""All parts of a site, made by those who do the work, and what is joined from them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jinzai.publish.assemble import HandPageExtras
from jinzai.publish.frames import Frames
from jinzai.publish.handwritten import HandPage
from jinzai.publish.part import FileTaker, PartFiles, poured
from jinzai.publish.search import SearchPart
from jinzai.work.away import make_parts
from jinzai.work.clock import Clock
from jinzai.work.examination import Examination, hits_name
from jinzai.work.joined import Read, joined_files, page_around
from jinzai.work.keys import folder_key, key_of, program_key
from jinzai.work.known import Known
from jinzai.work.parts import (
    AboveTask,
    MadePart,
    MadePiece,
    PartMakers,
    PartTask,
    PlanTask,
)
from jinzai.work.putaway import PutAway
from jinzai.work.site_kit import SiteKit, SiteWords, TemplateFolder, site_words

_ABOVE = "above"
_JOINED = "joined"


class _NamedPart(NamedTuple):
    """A part with the name and the key under which it is kept. Without a key it is not kept."""

    name: str
    key: str
    wanted: PlanTask | AboveTask


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
        self._search: dict[str, PutAway[SearchPart]] = {}
        self._kept: dict[str, tuple[str, MadePart | None]] = {}
        self._keys = _keys(examined, frames, templates, words)
        self._kit = SiteKit(
            examined.commons,
            {plan.seen.summary.id: plan.seen for plan in examined.plans if plan.seen is not None},
            words,
            templates,
            frames.by_depth,
            taker,
            self._keys.plans,
            self._keys.templates,
        )

    def files(self, read: Read) -> Iterator[PartFiles]:
        """The files of each part, as soon as they are made.

        `read` gives the bytes of the table of a plan whose part was given out before. Raises as
        `Workers.each` does.
        """
        makers = PartMakers(self._kit)
        parts = list(self._parts(makers))
        made_parts = make_parts(
            self._workers, makers, len(parts), lambda number: self._task(parts[number])
        )
        for number, made in made_parts:
            name, key, _ = parts[number]
            self._clock.add_all([made.seconds])
            if made.search is not None:
                self._search[name] = made.search
            self._keep(name, key, made)
            yield from (piece.files for piece in made.pieces.values())
        yield self._joined(makers, read)

    def keep(self) -> None:
        """Keeps all parts for the next site. It is called when this site is in its place."""
        for name, (key, made) in self._kept.items():
            if made is not None:
                self._known.keep(name, key, made)
        examined = (name for plan in self._plans for name in (plan.folder, hits_name(plan)))
        self._known.keep_only([*self._kept, *examined])

    def around(self, page: HandPage) -> HandPageExtras:
        """The navigation and the report link of a hand-written page."""
        return page_around(self._kit.site(), page)

    def _parts(self, makers: PartMakers) -> Iterator[_NamedPart]:
        # The largest part comes first, so that it is not left alone at the end.
        keys = self._keys
        yield _NamedPart(_ABOVE, keys.whole, AboveTask(keys.program, keys.whole))
        shared = keys.whole and self._shared_key(makers)
        for plan in self._plans:
            if plan.source is not None:
                key = keys.whole and key_of(keys.plans, keys.outlines, shared, plan.key)
                task = PlanTask(plan.source, keys.whole and plan.key)
                yield _NamedPart(f"plan/{plan.plan_id}", key, task)

    def _shared_key(self, makers: PartMakers) -> str:
        """The key of what the files of every plan need of all plans."""
        name = "shared"
        known: str | None = self._known.find(name, self._keys.whole)
        if known is None:
            with self._clock.stage("render"):
                known = makers.warm()
            self._known.keep(name, self._keys.whole, known)
        self._kept[name] = (self._keys.whole, None)
        return known

    def _task(self, part: _NamedPart) -> PartTask:
        last = self._known.last(part.name) if part.key else None
        if last is None:
            return PartTask(part.wanted)
        return PartTask(part.wanted, last.value, last.key == part.key)

    def _keep(self, name: str, key: str, made: MadePart) -> None:
        """Notes a part that is to be kept. One that is known already is only not forgotten."""
        if key:
            self._kept[name] = (key, None if made.is_kept else made)

    def _joined(self, makers: PartMakers, read: Read) -> PartFiles:
        """The files that all parts are needed for. They are made in this process."""
        task = self._task(_NamedPart(_JOINED, self._keys.whole, AboveTask("", "")))
        part = makers.kept(task)
        if part is None:
            made = self._clock.each("export", joined_files(self._kit.site(), read, self._records()))
            last = None if task.before is None else task.before.pieces[_JOINED].files
            files = poured(made, self._kit.by_depth, self._kit.taker, last)
            part = MadePart({_JOINED: MadePiece("", files)}, None, {})
        self._keep(_JOINED, self._keys.whole, part)
        return part.pieces[_JOINED].files

    def _records(self) -> Iterator[SearchPart]:
        """The search's records of each plan, in the order of the ids."""
        for plan in self._plans:
            yield self._search[f"plan/{plan.plan_id}"].value()


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
