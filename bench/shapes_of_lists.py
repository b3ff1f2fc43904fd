"""Shapes of lists, mappings and records: many items, as they should be and as they should not."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from bench.completing import complete
from bench.fields import Spot, spots
from bench.making import Many, Put, make
from bench.shape import Expected, Shape
from bench.writing import write

_FAULTS: Final[dict[str, Callable[[int], Any]]] = {
    "items of another shape": lambda _: [["b"]],
    "items that are blank": lambda _: " ",
    "empty items": lambda _: None,
    "items with strange keys": lambda _: {"nmae": "b", "x": "c"},
    "items without anything": lambda _: {},
}


def shapes_of_lists() -> Iterator[Shape]:
    """Every list and mapping of every file, and every record."""
    for spot in spots():
        if spot.what in ("list", "map"):
            yield from _sound(spot)
            yield from _broken(spot)
    told = set()
    for spot in spots():
        if spot.what == "record" and spot.model not in told:
            told.add(spot.model)
            for family, put in (("strange keys", _strange), ("keys with nothing", _empty)):
                write_it = partial(_write_keys, spot, put)
                yield Shape(family, spot.name, write_it, Expected.BROKEN)


def _sound(spot: Spot) -> Iterator[Shape]:
    for family, rich in (("items", False), ("items with all fields", True)):
        write_it = partial(_write_items, spot, rich)
        yield Shape(family, spot.name, write_it, Expected.SOUND)


def _broken(spot: Spot) -> Iterator[Shape]:
    yield Shape("items all alike", spot.name, partial(_write_alike, spot))
    for family, put in _FAULTS.items():
        write_it = partial(_write_faults, spot, put, False)
        yield Shape(family, spot.name, write_it, Expected.BROKEN)
    put = _FAULTS["items of another shape"]
    write_it = partial(_write_faults, spot, put, True)
    yield Shape("such items on one line", spot.name, write_it, Expected.BROKEN)


def _write_items(spot: Spot, rich: bool, count: int, root: Path) -> None:
    write(complete(make(spot.file, Many(spot.way, count, rich=rich))), root)


def _write_alike(spot: Spot, count: int, root: Path) -> None:
    write(complete(make(spot.file, Many(spot.way, count, alike=True))), root)


def _write_faults(spot: Spot, put: Put, one_line: bool, count: int, root: Path) -> None:
    made = make(spot.file, Many(spot.way, count, put=put, values=True))
    write(complete(made), root, one_line=one_line)


def _write_keys(spot: Spot, put: Put, count: int, root: Path) -> None:
    write(complete(make(spot.file, Many((), 0, spot.way, put=lambda _: put(count)))), root)


def _strange(count: int) -> dict[str, str]:
    return {f"k{number}": "b" for number in range(count)}


def _empty(count: int) -> dict[str, None]:
    return {f"k{number}": None for number in range(count)}
