"""Shapes of references: to one thing, to nothing, to what was renamed, and from thing to thing."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from bench.completing import INNER, complete, new, things
from bench.fields import ITEM, Spot, Way, spots
from bench.making import ONE, Many, make
from bench.shape import Expected, Shape
from bench.writing import write

LOST: Final = "no-such-thing"
RENAMED: Final = 80
"""How many of the ids that are named were renamed, where not all were."""

_SYLLABLES: Final = ("ka", "shi", "tsu", "ne", "ho", "mi", "ru", "wa", "yo", "go", "da", "pi")
_WORDS: Final = ("basic", "advanced", "training", "data", "leader", "design", "public")
_OUTSIDE: Final = frozenset(["plan", "entry"])
"""Kinds whose things stand in no file of the plan."""


def shapes_of_references() -> Iterator[Shape]:
    """Every field that names something, with each list on the way to it."""
    for spot in spots():
        if spot.what != "reference":
            continue
        for at in spot.lists:
            where = Spot(spot.file, at, "list").name
            name = spot.name if at == spot.way else f"{spot.name}, many {where}"
            yield from _naming(spot, at, name)
        own = _own_list(spot)
        if own is not None:
            yield Shape("a chain", spot.name, partial(_write_chain, spot, own, 1))
            yield Shape("a chain from its end", spot.name, partial(_write_chain, spot, own, -1))
            yield Shape("a ring", spot.name, partial(_write_ring, spot, own), Expected.BROKEN)
            if spot.way[-1] == ITEM:
                write_it = partial(_write_rings, spot, own)
                yield Shape("a ring from each", spot.name, write_it, Expected.BROKEN)


def _naming(spot: Spot, at: Way, name: str) -> Iterator[Shape]:
    # A list that names one thing twice is a repeat, and so are two columns of one role. The role of
    # a stage must be a part of the role beside it.
    is_whole = spot.kind == "column" or "only_role" in spot.way
    is_sound = at == spot.lists[0] != spot.way and not is_whole
    expected = Expected.SOUND if is_sound else Expected.ANY
    yield Shape("one thing named", name, partial(_write_one, spot, at), expected)
    yield Shape("a missing id named", name, partial(_write_missing, spot, at), Expected.BROKEN)
    if spot.kind not in _OUTSIDE:
        for family, most in (("some ids renamed", RENAMED), ("all ids renamed", 0)):
            write_it = partial(_write_renamed, spot, at, most)
            yield Shape(family, name, write_it, Expected.BROKEN)


def _own_list(spot: Spot) -> Way | None:
    """The list of the very things that a reference names, if it stands within one."""
    way = spot.way
    if spot.file.collections.get(way[0]) == spot.kind:
        return way[:2]
    inner = INNER.get(spot.kind)
    return way[: way.index(inner) + 2] if inner in way else None


def _write_one(spot: Spot, at: Way, count: int, root: Path) -> None:
    many = Many(at, count, spot.way, lambda _: ONE, distinct=False)
    write(complete(make(spot.file, many)), root)


def _write_missing(spot: Spot, at: Way, count: int, root: Path) -> None:
    """As many other things are there, and any of them may have been meant."""
    made = complete(make(spot.file, Many(at, count, spot.way, lambda _: LOST, distinct=False)))
    others = [f"known-{number}" for number in range(count)]
    for listed in things(made, spot.kind):
        listed[:] = [thing for thing in listed if thing["id"] != LOST]
        listed += [new(spot.kind, named) for named in others]
        others = []
    write(complete(made, (LOST,)), root)


def _write_renamed(spot: Spot, at: Way, most: int, count: int, root: Path) -> None:
    """Ids of two words. The second word was changed where the thing stands."""
    made = complete(make(spot.file, Many(at, count, spot.way, _id, distinct=False)))
    step = max(count // most, 1) if most else 1
    changed = {_id(number): _id(number, 3) for number in range(0, count, step)}
    for listed in things(made, spot.kind):
        for thing in listed:
            thing["id"] = changed.get(thing["id"], thing["id"])
    write(made, root)


def _write_chain(spot: Spot, own: Way, step: int, count: int, root: Path) -> None:
    """Each names the one before it, or with -1 the one after it."""
    many = Many(
        own, count, spot.way, lambda number: f"i{number - step}" if number - step >= 0 else ONE
    )
    write(complete(make(spot.file, many)), root)


def _write_ring(spot: Spot, own: Way, count: int, root: Path) -> None:
    many = Many(own, count, spot.way, lambda number: f"i{(number + 1) % count}")
    write(complete(make(spot.file, many)), root)


def _write_rings(spot: Spot, own: Way, count: int, root: Path) -> None:
    """Each names the next one and the first, so that from each a way leads back."""

    def put(number: int) -> list[str]:
        return (
            [f"i{(number + 1) % count}", "i0"]
            if 0 < number < count - 1
            else [f"i{(number + 1) % count}"]
        )

    write(complete(make(spot.file, Many(own, count, spot.way[:-1], put))), root)


def _id(number: int, shift: int = 0) -> str:
    """`kashitsune-basic`: one word of its own for each number, and one that many have."""
    first, rest = "", number
    for _ in range(4):
        rest, syllable = divmod(rest, len(_SYLLABLES))
        first += _SYLLABLES[syllable]
    return f"{first}-{_WORDS[(number + shift) % len(_WORDS)]}"
