"""The data of the search: scripts that give the site's records to templates/theme/assets/jinzai.

This module owns the files, their addresses and their format. Only this module and search-load.js
know the format. This module knows no entities. Render decides what is a record and which of its
words can be found.

A small site has its records in one file, and the browser makes the index. A large site has blocks
of records, and shards of an index that is made here. `search_files` makes all files of a site. The
files of a large site can also be made in pieces, which do not need each other: see `block_runs`,
`block_files`, `group_files` and `head_file`.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain, takewhile
from typing import Any, Final, NamedTuple

from jinzai.model.search_fold import fold
from jinzai.publish.page import SiteFile
from jinzai.publish.search_shards import (
    GROUPS,
    GroupPostings,
    PartPostings,
    part_postings,
    shards_for,
    shards_of_group,
)

SEARCH_PAGE: Final = "search.html"
"""The page that the header's search box leads to. Render writes this page."""

SEARCH_INDEX: Final = "assets/search-index.js"
"""The script that is loaded first, when a reader begins to search."""

GUIDE_INDEX: Final = "assets/search-guide.js"
"""The script with the records of the pages about the site itself."""

SEARCH_SCRIPTS: Final = tuple(
    f"assets/jinzai/{name}.js"
    for name in (
        "search-fold",
        "search-query",
        "search-rank",
        "search-load",
        "search-show",
    )
)
"""The scripts that search, in the order in which they must be loaded."""

SEARCH_EXCERPT_SCRIPT: Final = "assets/jinzai/search-excerpt.js"
"""The script for the excerpts of the search page. It must be loaded after `SEARCH_SCRIPTS`."""

SEARCH_PAGE_SCRIPT: Final = "assets/jinzai/search.js"
"""The script of the search page. It must be loaded after all others."""

MOST_IN_ONE_FILE: Final = 4000
"""The largest number of records in one file: some dozens of plans."""

RECORDS_IN_A_BLOCK: Final = 32
_BLOCKS_IN_A_RUN: Final = 64


class SearchRecord(NamedTuple):
    """The data of the search about one page, or about one place on a page.

    All texts are plain. The scripts themselves ignore differences of width, case and kana, so
    nothing has to be prepared here.

    Attributes:
        address: the address from the folder of its plan, or from the site's root. It may end in
            `#anchor`.
        title: the text of the result's link. Its words count most.
        kind: the name of the kind, shown beside the title: `人材像`, `研修`.
        names: readings and other names, separated by spaces. They are found but never shown.
        beside: for whom the thing is, and what else says which one it is. It is found but never
            shown.
        text: the text of the page, as short as possible. It is shown as an excerpt.
    """

    address: str
    title: str
    kind: str
    names: str = ""
    beside: str = ""
    text: str = ""


class SearchPart(NamedTuple):
    """The records of a plan, or of the pages above the plans.

    Attributes:
        folder: the plan's id, or `""`.
        name: the plan's short name, shown beside the title, or `""`.
        records: the records. Equally good results keep this order.
        synonyms: groups of words that mean the same in this plan alone.
    """

    folder: str
    name: str
    records: Iterable[SearchRecord]
    synonyms: tuple[tuple[str, ...], ...] = ()


def search_files(
    parts: Iterable[SearchPart],
    guide: Iterable[SearchRecord],
    synonyms: Iterable[Iterable[str]] = (),
    ahead: Collection[str] = (),
    most: int = MOST_IN_ONE_FILE,
) -> Iterator[SiteFile]:
    """All files of the search.

    The `parts` are `trimmed`. `guide` are the pages about the site itself. `synonyms` are groups of
    words that mean the same. `ahead` are the kinds whose records come before others that fit as
    well. More records than `most` are cut into blocks.
    """
    groups = [list(group) for group in synonyms]
    yield guide_file(guide, ahead)
    begun: list[SearchPart] = []
    count = 0
    rest = iter(parts)
    for part in rest:
        begun.append(part._replace(records=tuple(part.records)))
        count += len(tuple(begun[-1].records))
        if count > most:
            yield from _large([*begun, *rest], groups, ahead)
            return
    yield _script(SEARCH_INDEX, {"count": count, "synonyms": groups, **_block(begun, ahead)})


def guide_file(guide: Iterable[SearchRecord], ahead: Collection[str]) -> SiteFile:
    """The file with the records of the pages about the site itself."""
    return _script(GUIDE_INDEX, _block([trimmed(SearchPart("", "", guide))], ahead))


def trimmed(part: SearchPart) -> SearchPart:
    """The part without what says nothing more to the search.

    `search_files` takes such parts. Names that fold like the title are left out, a text that stands
    in it, spaces after a full stop, and a full stop at the end.
    """
    return part._replace(records=tuple(map(_trimmed_record, part.records)))


def postings_of(part: SearchPart, ahead: Collection[str]) -> PartPostings:
    """What the index of a large site has of a trimmed part. `ahead` is as in `search_files`."""

    def texts(record: SearchRecord) -> tuple[str, ...]:
        labels = " ".join(filter(None, (record.kind, part.name)))
        return record.title, record.names, record.beside, labels, record.text

    return part_postings((texts(one), one.kind in ahead) for one in part.records)


def _trimmed_record(record: SearchRecord) -> SearchRecord:
    title = fold(record.title)
    names = " ".join(name for name in record.names.split(" ") if fold(name) != title)
    text = "" if fold(record.text) in title else _closed_up(record.text)
    return record._replace(names=names, beside=_closed_up(record.beside), text=text)


def _closed_up(text: str) -> str:
    return text.replace("。 ", "。").removesuffix("。")


def _block(parts: Iterable[SearchPart], ahead: Collection[str]) -> dict[str, Any]:
    """Records as they are written.

    Kinds repeat in many records, so each stands once in a table, and records hold its index. With a
    kind stands how the addresses of all its records begin; the records have only the rest. A 1
    marks the kinds whose records are ahead of others. All plans have the same lists, so a record
    that stands there already is the number of that one. A plan says where its records begin and how
    many there are.
    """
    parts = [part._replace(records=tuple(part.records)) for part in parts]
    addresses: dict[str, list[str]] = {}
    for record in chain.from_iterable(part.records for part in parts):
        addresses.setdefault(record.kind, []).append(_short(record.address))
    begins = {kind: _common_begin(found) for kind, found in addresses.items()}
    kinds = [(kind, begin, *([1] if kind in ahead else [])) for kind, begin in begins.items()]
    numbers = {kind: number for number, kind in enumerate(begins)}
    plans: list[list[Any]] = []
    rows: list[tuple[str | int, ...] | int] = []
    written: dict[tuple[str | int, ...], int] = {}
    for part in parts:
        begin = len(rows)
        for record in part.records:
            row = _row(record, numbers[record.kind], begins[record.kind])
            first = written.setdefault(row, len(rows))
            rows.append(row if first == len(rows) else first)
        plans.append([part.folder, part.name, begin, len(rows) - begin, part.synonyms])
    return {"kinds": kinds, "plans": plans, "records": rows}


def _row(record: SearchRecord, kind: int, begin: str) -> tuple[str | int, ...]:
    """A record as it is written: with the rest of its address, without empty texts at its end."""
    texts = [record.text, record.names, record.beside]
    while texts and not texts[-1]:
        texts.pop()
    return (_short(record.address).removeprefix(begin), record.title, kind, *texts)


def _common_begin(addresses: Iterable[str]) -> str:
    """How all of the addresses begin."""
    found = sorted(addresses)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(found[0], found[-1], strict=False))
    return "".join(sign for sign, _ in same)


def _short(address: str) -> str:
    """An address without `.html` and `index.html`."""
    path, mark, anchor = address.partition("#")
    path = path.removesuffix(".html")
    if path.rpartition("/")[2] == "index":
        path = path.removesuffix("index")
    return path + mark + anchor


def _large(
    parts: Sequence[SearchPart], synonyms: list[list[str]], ahead: Collection[str]
) -> Iterator[SiteFile]:
    parts = [part._replace(records=tuple(part.records)) for part in parts]
    counts = [len(tuple(part.records)) for part in parts]
    for run in block_runs(counts):
        yield from block_files(run, parts[run.parts.start : run.parts.stop], ahead)
    begins = [0, *accumulate(counts)]
    postings = [postings_of(part, ahead) for part in parts]
    for group in range(GROUPS):
        of_group = (part[group] for part in postings)
        numbered = zip(begins, of_group, strict=False)
        yield from group_files(group, numbered, begins[-1])
    yield head_file(begins[-1], synonyms)


class BlockRun(NamedTuple):
    """Some blocks of records that follow each other, with the parts whose records they have.

    Attributes:
        blocks: the numbers of the blocks.
        parts: the numbers of the parts that have records in these blocks, or begin there.
        begin: the number of the first record of the first of these parts.
        last: whether it is the last run.
    """

    blocks: range
    parts: range
    begin: int
    last: bool


def block_runs(counts: Sequence[int]) -> Iterator[BlockRun]:
    """All block_runs of a large site whose parts have so many records each."""
    begins = [0, *accumulate(counts)]
    blocks = -(-begins[-1] // RECORDS_IN_A_BLOCK)
    part = 0
    for first in range(0, blocks, _BLOCKS_IN_A_RUN):
        end = min(first + _BLOCKS_IN_A_RUN, blocks)
        while begins[part] < first * RECORDS_IN_A_BLOCK >= begins[part + 1]:
            part += 1
        stop = part
        while stop < len(counts) and (begins[stop] < end * RECORDS_IN_A_BLOCK or end == blocks):
            stop += 1
        yield BlockRun(range(first, end), range(part, stop), begins[part], end == blocks)


def block_files(
    run: BlockRun, parts: Iterable[SearchPart], ahead: Collection[str]
) -> Iterator[SiteFile]:
    """The blocks of a run, and the file of each plan that begins in it.

    `parts` are the run's parts.
    """
    first, end = (edge * RECORDS_IN_A_BLOCK for edge in (run.blocks.start, run.blocks.stop))
    held: list[list[SearchPart]] = [[] for _ in run.blocks]
    begin = run.begin
    for part in parts:
        records = tuple(part.records)
        for number in range(max(begin, first), min(begin + len(records), end)):
            block = held[(number - first) // RECORDS_IN_A_BLOCK]
            if not block or block[-1].folder != part.folder:
                block.append(SearchPart(part.folder, part.name, []))
            block[-1] = block[-1]._replace(records=(*block[-1].records, records[number - begin]))
        if part.folder and first <= begin and (begin < end or run.last):
            value = [part.folder, part.name, begin, len(records), part.synonyms]
            yield _script(f"{part.folder}/search.js", value)
        begin += len(records)
    for number, block in zip(run.blocks, held, strict=True):
        yield _script(f"assets/search/records-{number}.js", _block(block, ahead))


def group_files(
    group: int, postings: Iterable[tuple[int, GroupPostings]], records: int
) -> Iterator[SiteFile]:
    """The shards of a group of tokens, for a site of so many records.

    `postings` are those of this group in all parts, each with the number of the part's first
    record.
    """
    for shard, tokens in shards_of_group(group, postings, shards_for(records)):
        yield _script(f"assets/search/tokens-{shard}.js", tokens)


def head_file(records: int, synonyms: Iterable[Iterable[str]]) -> SiteFile:
    """The script that is loaded first, for a large site of so many records."""
    head = {
        "count": records,
        "synonyms": [list(group) for group in synonyms],
        "block": RECORDS_IN_A_BLOCK,
        "shards": shards_for(records),
    }
    return _script(SEARCH_INDEX, head)


def _script(address: str, value: object) -> SiteFile:
    name = json.dumps(address.removesuffix(".js"))
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # U+2028 and U+2029 ended a line inside a JavaScript string until ES2019.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return SiteFile(address, f"jinzaiSearch.take({name},{text});\n".encode())
