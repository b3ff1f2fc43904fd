"""Plans of the real ones' shape, as many as are asked for.

Owns how a copy differs from the plan that it was made from: its id, its names and texts, its
codes and its numbers. A copy keeps the lines, the fields and, within a few characters, the
lengths of its original, so that it costs what a real plan costs; and no text of it is equal to
one of another plan, so that no cache helps more than it would with real plans.

The same number of plans always gives the same bytes. Refuses to know what a plan means: the
originals are changed as YAML, scalar by scalar, where they stand.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

_FIRST: Final = "青赤白黒金銀朝夕春夏秋冬東西南北上下大小"
_SECOND: Final = "葉浜原川山野崎島沢谷森丘峰泉坂橋里畑岸瀬"
"""One character of each makes a copy's own word: 400 of them."""

MOST_ROUNDS: Final = len(_FIRST) * len(_SECOND)

# Kanji and katakana; readings are hiragana and are left as they are.
_word: Final = re.compile(r"[一-鿿ァ-ヶー]{2}")
_check_weights: Final = (6, 5, 4, 3, 2)

# Numbers that may be any other; years, orders and limits may not.
_COUNTED: Final = frozenset(["hours", "value"])


def write_plans(originals: Path, folder: Path, count: int) -> tuple[str, ...]:
    """Writes at least `count` plans into `folder`, which must not exist; returns their ids.

    The first round is the originals as they are. Plans refer to each other, so rounds are
    whole: with five originals the number is the next multiple of five. Raises ValueError for
    more rounds than there are words.
    """
    names = sorted(path.name for path in originals.iterdir() if path.is_dir())
    rounds = -(-count // len(names))
    if rounds > MOST_ROUNDS:
        raise ValueError(f"at most {MOST_ROUNDS * len(names)} plans")
    written: list[str] = []
    for number in range(rounds):
        for name in names:
            copy = plan_id(name, number)
            written.append(copy)
            for file in sorted((originals / name).rglob("*")):
                if file.is_file():
                    target = folder / copy / file.relative_to(originals / name)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    text = file.read_text("utf-8")
                    target.write_text(_copied(text, file.suffix, names, number), "utf-8")
    return tuple(written)


def plan_id(original: str, number: int) -> str:
    """The id of the copy of a plan in round `number`; in round 0 it is the plan itself."""
    return f"{original}-{number:03}" if number else original


def own_word(number: int) -> str:
    """What the names and texts of round `number` say and no others do."""
    return _FIRST[number % len(_FIRST)] + _SECOND[number // len(_FIRST) % len(_SECOND)]


def _copied(text: str, suffix: str, plans: list[str], number: int) -> str:
    if number == 0:
        return text
    if suffix == ".md":
        _, matter, body = text.split("---\n", 2)
        paragraphs = (_with_word(part, number) for part in body.split("\n\n"))
        text = f"---\n{_yaml_copied(matter, number)}---\n" + "\n\n".join(paragraphs)
    else:
        text = _yaml_copied(text, number)
    named = "|".join(map(re.escape, plans))
    # A plan is named as its own id, as a related plan, and in a link of a text.
    pattern = re.compile(rf"(?m)(^id: |^ +plan: |\]\(plan:)({named})(?=\)|$)")
    return pattern.sub(lambda found: found[1] + plan_id(found[2], number), text)


def _yaml_copied(text: str, number: int) -> str:
    pieces: list[str] = []
    end = 0
    for key, node in _values(yaml.compose(text, yaml.CSafeLoader), ""):
        start, stop = node.start_mark.index, node.end_mark.index
        pieces += (text[end:start], _changed(key, text[start:stop], number))
        end = stop
    return "".join(pieces) + text[end:]


def _values(
    node: yaml.Node | None, key: str, *, shares: bool = False
) -> Iterator[tuple[str, yaml.Node]]:
    """The scalars of a document that are no keys, each with the key it stands under.

    With `shares`, the key of a value is `share`: it cannot grow beyond 100.
    """
    if isinstance(node, yaml.MappingNode):
        shares |= any((one.value, two.value) == ("unit", "percent") for one, two in node.value)
        for name, value in node.value:
            below = "share" if shares and name.value == "value" else name.value
            yield from _values(value, below, shares=shares)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _values(item, key, shares=shares)
    elif node is not None:
        yield key, node


def _changed(key: str, written: str, number: int) -> str:
    if key in _COUNTED and written.isdecimal():
        return str(int(written) + number) if int(written) else written
    if key == "share":
        return written
    if key == "code" and written.strip('"').isdecimal():
        return f'"{_code(int(written[1:6]) + number)}"'
    return _with_word(written, number)


def _with_word(text: str, number: int) -> str:
    """The text with the round's own word before its first word."""
    return _word.sub(lambda found: own_word(number) + found[0], text, count=1)


def _code(five: int) -> str:
    """A 全国地方公共団体コード of these five digits and their check digit."""
    digits = f"{five:05}"
    total = sum(int(d) * weight for d, weight in zip(digits, _check_weights, strict=True))
    return digits + str(11 - (total % 11 if total >= 11 else total))[-1]
