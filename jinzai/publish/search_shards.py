"""The index of the search for sites that are too large for one file: postings in shards.

A token is a character, a pair of neighbours, or a run of Latin letters. A shard has the postings of
some tokens: which records have the token, and how strongly. This module owns how postings are
reckoned, chosen and written. search-rank.js reckons and chooses them in the same way,
search-shards.js reads them, and tests/search holds both against each other. This module knows no
files.

The tokens are in `GROUPS` groups. All postings of a shard are in one group, so that the shards of a
group can be written without the postings of the others.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from jinzai.model.search_fold import RUN, fold, tokens

WEIGHTS: Final = (4, 3, 3, 1, 1)
"""The weight of a token in each text of a record: the title, the readings, what stands beside the
name, the labels, the text."""
SATURATION: Final = 1.2
LENGTH: Final = 0.4
MEAN: Final = 150
"""A usual length of a record, in weighted tokens."""
BEHIND: Final = 0.74
"""What a token counts in a record that is not ahead of others."""
STEPS: Final = 63
"""The impact of a token that a record is full of."""
MOST: Final = 1000
"""The largest number of records that a token counts in."""
EXACT: Final = "="
"""The first character of the token of a whole title, or of a whole other name."""

GROUPS: Final = 64
"""How many groups of tokens there are. It is a power of two, and so is the number of shards."""

_MOST_SHARDS: Final = 4096
_RECORDS_IN_A_SHARD: Final = 48
"""For so many records there is a shard: about 5 kB of postings, as long as few tokens are cut."""

_RECORD_BITS: Final = 25
_RECORD: Final = (1 << _RECORD_BITS) - 1
_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class _Posted:
    """The postings of one token: those that count so far, and how many there are in all."""

    __slots__ = ("found", "strongest")

    def __init__(self) -> None:
        self.found = 0
        self.strongest = array("I")

    def add(self, first: int, postings: "array[int]") -> None:
        self.found += len(postings)
        self.strongest.extend([one + first for one in postings])
        if len(self.strongest) > 4 * MOST:
            self.choose()

    def choose(self) -> None:
        self.strongest = array("I", sorted(self.strongest)[:MOST])

    def written(self) -> str | list[str | int]:
        """The records in their order, each as its distance from the last one and its impact."""
        self.choose()
        text: list[str] = []
        last = -1
        for number, missing in sorted(
            (one & _RECORD, one >> _RECORD_BITS) for one in self.strongest
        ):
            distance = number - last
            while distance > 31:
                text.append(_ALPHABET[32 | distance & 31])
                distance >>= 5
            text += _ALPHABET[distance], _ALPHABET[STEPS - missing]
            last = number
        whole = "".join(text)
        return whole if self.found <= MOST else [whole, self.found]


class GroupPostings(NamedTuple):
    """The postings of the tokens of one group in one part of a site's records.

    The records of the part are numbered from 0.

    Attributes:
        tokens: the tokens, with a line break after each.
        lengths: how many postings each token has.
        numbers: the postings of one token after the other. Each is the missing strength and the
            record in one number: the smallest count most.
    """

    tokens: str
    lengths: "array[int]"
    numbers: "array[int]"

    def each(self) -> Iterator[tuple[str, "array[int]"]]:
        """Each token and its postings."""
        ends = accumulate(self.lengths, initial=0)
        for token, (begin, end) in zip(self.tokens.split("\n"), pairwise(ends), strict=False):
            yield token, self.numbers[begin:end]


PartPostings = tuple[GroupPostings, ...]
"""The postings of one part of a site's records: those of each group."""


def part_postings(records: Iterable[tuple[Sequence[str], bool]]) -> PartPostings:
    """The postings of the records of one part. They need no other part.

    A record is its texts, in the order of `WEIGHTS`, and whether it comes before others that fit as
    well.
    """
    found: dict[str, array[int]] = {}
    for number, (texts, ahead) in enumerate(records):
        for token, impact in _impacts(texts, ahead):
            missing = (STEPS - impact) << _RECORD_BITS | number
            held = found.get(token)
            if held is None:
                found[token] = array("I", (missing,))
            else:
                held.append(missing)
    groups: list[list[str]] = [[] for _ in range(GROUPS)]
    for token in found:
        groups[shard_of(token, GROUPS)].append(token)
    return tuple(_group(held, found) for held in groups)


def _group(tokens: Sequence[str], found: Mapping[str, "array[int]"]) -> GroupPostings:
    numbers = array("I")
    for token in tokens:
        numbers.extend(found[token])
    lengths = array("I", (len(found[token]) for token in tokens))
    return GroupPostings("".join(f"{token}\n" for token in tokens), lengths, numbers)


def _impacts(texts: Sequence[str], ahead: bool) -> list[tuple[str, int]]:
    """How strongly each token of a record counts."""
    counts: Counter[str] = Counter()
    for text, weight in zip(texts, WEIGHTS, strict=True):
        for _ in range(weight):
            counts.update(tokens(fold(text)))  # In C, so that repeating it costs little.
    long = 1 - LENGTH + LENGTH * counts.total() / MEAN
    for name in (texts[0], *texts[1].split(" ")):
        counts[EXACT + fold(name).replace(" ", "")] = WEIGHTS[0]
    # Most tokens of a record have the same count.
    factors = {True: 1.0, False: 1.0 if ahead else BEHIND}
    known: dict[tuple[bool, int], int] = {}
    impacts: list[tuple[str, int]] = []
    for token, count in counts.items():
        key = token.startswith(EXACT), count
        impact = known.get(key)
        if impact is None:
            impact = known[key] = _impact(factors[key[0]], count, long)
        impacts.append((token, impact))
    return impacts


def _impact(factor: float, count: int, long: float) -> int:
    # As in JavaScript: a half is rounded up.
    return int(factor * STEPS * count / (count + SATURATION * long) + 0.5)


def shards_for(records: int) -> int:
    """How many shards the index of so many records has."""
    shards = GROUPS
    while shards < _MOST_SHARDS and records > shards * _RECORDS_IN_A_SHARD:
        shards *= 2
    return shards


WrittenShard = Mapping[str, str | list[str | int]]
"""The postings of each token of a shard, as they are written."""


def shards_of_group(
    group: int, parts: Iterable[tuple[int, GroupPostings]], shards: int
) -> Iterator[tuple[int, WrittenShard]]:
    """The number of each shard of a group, and its postings.

    `parts` are the postings of this group in all parts of the site's records, each with the number
    of the part's first record. `shards` is what `shards_for` gives.
    """
    by_token: dict[str, _Posted] = {}
    for first, part in parts:
        for token, postings in part.each():
            posted = by_token.get(token)
            if posted is None:
                posted = by_token[token] = _Posted()
            posted.add(first, postings)
    names: dict[int, list[str]] = {number: [] for number in range(group, shards, GROUPS)}
    for token in by_token:
        names[shard_of(token, shards)].append(token)
    for number, held in names.items():
        yield number, {token: by_token[token].written() for token in held}


@lru_cache(maxsize=1 << 14)  # Most tokens of a plan stand in others too.
def shard_of(token: str, count: int) -> int:
    """The number of the shard that has a token. Tokens that begin alike are in the same shard."""
    begin = token[1:3] if len(token) > 2 or token[0] in (EXACT, RUN) else token
    first = ord(begin[0]) * 31337 if begin else 0
    return (first + ord(begin[1]) * 7919 if len(begin) > 1 else first) % count
