"""Cycles: relations that lead back to their beginning, although they must not."""

from collections.abc import Iterable, Iterator, Mapping

from jinzai.check.index import Entity, PlanIndex
from jinzai.findings.finding import Finding, Place
from jinzai.findings.rules_content import CYCLE
from jinzai.model.curriculum import Curriculum
from jinzai.model.walk import Path

RELATIONS = (
    ("role", "extends", "前提となる役割（extends）", ("role",)),
    ("role", "next", "次に目指す役割（next）", ("role",)),
    ("role", "part_of", "上位の役割（part_of）", ()),
    ("category", "part_of", "上位の分類（part_of）", ()),
    ("body", "part_of", "上位の組織（part_of）", ()),
    ("skill", "builds_on", "前提となるスキル（builds_on）", ()),
    ("course", "prerequisites", "受講条件の研修（prerequisites）", ()),
    ("curriculum", "includes", "含む研修コース（includes）", ()),
    ("curriculum", "after", "受講条件の研修コース（after）", ()),
)
"""Kind, field, Japanese name of the relation, and the path from an item of the field to the id."""
_MOST = 20
"""The largest number of ids that are shown of a cycle. Of a longer one, only the ends are shown."""

_Edges = Mapping[str, list[tuple[str, Place]]]


def cycles(index: PlanIndex) -> Iterator[Finding]:
    """One finding for each cycle, at the reference that closes it."""
    for kind, field, name, inner in RELATIONS:
        edges: dict[str, list[tuple[str, Place]]] = {}
        # Of two entities with one id the first counts; that there are two is another finding.
        for entity in index.by_kind.get(kind, {}).values():
            # Where a key stands twice, as after a forgotten dash, two entities may look like one.
            if entity.file.document.complete:
                edges[entity.id] = list(_targets(entity, field, inner))
        yield from _cycles(index, kind, name, edges)
    for entity in index.of_kind("curriculum"):
        record = entity.record
        if isinstance(record, Curriculum):
            stages = {
                stage.id: [
                    (
                        required,
                        entity.file.place((*entity.path, "stages", number, "requires", position)),
                    )
                    for position, required in enumerate(stage.requires)
                ]
                for number, stage in enumerate(record.stages)
            }
            yield from _cycles(
                index, "curriculum", "受講条件の段階（requires）", stages, entity.key
            )


def _targets(entity: Entity, field: str, inner: Path) -> Iterator[tuple[str, Place]]:
    value = getattr(entity.record, field)
    if value is None:
        return
    several = isinstance(value, tuple)
    for number, item in enumerate(value if several else (value,)):
        path: Path = (*entity.path, field, number) if several else (*entity.path, field)
        target = item if isinstance(item, str) else item.role
        yield target, entity.file.place((*path, *inner))


def _cycles(
    index: PlanIndex, kind: str, name: str, edges: _Edges, key: str = ""
) -> Iterator[Finding]:
    done: set[str] = set()
    for start in edges:
        if start not in done:
            for path, place in _closed_paths(start, edges, done):
                facts = _facts(name, path if key else [index.called(kind, id) for id in path])
                yield Finding(CYCLE, place, facts, (), index.plan_id, key or f"{kind}:{path[0]}")


def _facts(relation: str, names: list[str]) -> dict[str, str]:
    """The sentence about a cycle and the way out. A cycle of one thing has words of its own."""
    if len(names) == 2:
        return {
            "found": f"「{names[0]}」の{relation}が、自分自身を指しています。",
            "way": "正しい id に直すか、この行を消してください。",
        }
    return {
        "found": f"{relation}をたどると元に戻ります: {' → '.join(names)}",
        "way": f"計画を見て、この並びの{relation}のうち、誤っているものを直すか消してください。",
    }


def _closed_paths(start: str, edges: _Edges, done: set[str]) -> Iterable[tuple[list[str], Place]]:
    """The cycles found by walking depth-first from `start`. It works without recursion.

    A cycle is a list of ids. For a long one, these are the first and the last ids.
    """
    trail: list[str] = [start]
    stands = {start: 0}
    pending = [iter(edges.get(start, ()))]
    while pending:
        step = next(pending[-1], None)
        if step is None:
            pending.pop()
            left = trail.pop()
            del stands[left]
            done.add(left)
            continue
        target, place = step
        if target in stands:
            yield _shown(trail, stands[target]), place
        elif target not in done:
            stands[target] = len(trail)
            trail.append(target)
            pending.append(iter(edges.get(target, ())))


def _shown(trail: list[str], first: int) -> list[str]:
    if len(trail) - first <= _MOST:
        return [*trail[first:], trail[first]]
    half = _MOST // 2
    return [*trail[first : first + half], "…", *trail[-half:], trail[first]]
