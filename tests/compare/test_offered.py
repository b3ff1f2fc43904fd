"""What curricula offer with those that they include, each looked at once."""

from collections import Counter
from typing import Any

import pytest

from jinzai.compare import offered
from jinzai.compare.learning import Track
from jinzai.compare.training import Training
from tests.render import sample_plans as sample


def curriculum(id: str, role: str, *courses: str, **more: Any) -> dict[str, Any]:
    items = [{"course": course} for course in courses]
    return {
        "id": id,
        "name": id,
        "role": role,
        "stages": [{"id": "s", "name": "段階", "items": items}],
        **more,
    }


def training(*curricula: dict[str, Any], timed: tuple[str, ...] = ()) -> Training:
    """The training of a plan with four courses; those in `timed` take an hour."""
    delivery = [{"format": "video", "hours": "1"}]
    courses = [
        {
            "id": f"c{n}",
            "name": f"研修{n}",
            **({"deliveries": delivery} if f"c{n}" in timed else {}),
        }
        for n in range(4)
    ]
    roles = {one["role"] for one in curricula}
    return Training(
        sample.linked(
            sample.plan(
                roles={"roles": [{"id": role, "name": role} for role in sorted(roles)]},
                courses={"courses": courses},
                curricula={"curricula": list(curricula)},
            )
        )
    )


def only(found: tuple[Track, ...]) -> Track:
    (track,) = found
    return track


def test_a_chain_is_walked_once_however_many_roles_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Counter[int]()
    own = offered._own

    def counted(part: Any) -> Any:
        seen[id(part)] += 1
        return own(part)

    monkeypatch.setattr(offered, "_own", counted)
    chain = [
        curriculum(f"k{n}", f"r{n}", "c0", **({"includes": f"k{n - 1}"} if n else {}))
        for n in range(30)
    ]
    every = training(*chain)
    for n in range(30):
        assert only(every.of_role(f"r{n}")).courses == 1
    assert len(seen) == 30
    assert set(seen.values()) == {1}


def test_a_course_that_an_included_curriculum_has_too_counts_twice() -> None:
    every = training(
        curriculum("base", "q", "c0", "c1"), curriculum("k", "r", "c0", includes="base")
    )
    track = only(every.of_role("r"))
    assert (track.load.unknown, track.courses, track.repeats) == (3, 2, True)


def test_with_published_hours_nothing_is_repeated() -> None:
    every = training(
        curriculum("base", "q", "c0"), curriculum("k", "r", "c0", includes="base"), timed=("c0",)
    )
    assert not only(every.of_role("r")).repeats


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_curriculum_that_is_taken_and_included_counts_twice(order: tuple[int, int]) -> None:
    both = [curriculum("base", "r", "c0"), curriculum("k", "r", "c1", includes="base")]
    track = only(training(*(both[n] for n in order)).of_role("r"))
    assert (track.load.unknown, track.courses, track.repeats) == (3, 2, True)
    assert [course.id for course in track.taken] == (["c0", "c1"], ["c1", "c0"])[order[0]]


def test_a_base_of_two_curricula_with_published_hours_alone_repeats_nothing() -> None:
    every = training(
        curriculum("base", "q", "c0"),
        curriculum("one", "r", "c1", includes="base"),
        curriculum("two", "r", "c2", includes="base"),
        timed=("c0",),
    )
    track = only(every.of_role("r"))
    assert (track.load.unknown, track.courses, track.repeats) == (2, 3, False)


def test_a_stage_with_a_condition_counts_once_and_one_for_some_people_stands_once() -> None:
    some = {"id": "t", "name": "一部", "only": "候補者", "items": [{"course": "c3"}]}
    base = curriculum("base", "q", "c0")
    base["stages"] += [{"id": "u", "name": "次", "requires": ["s"], "items": []}, some]
    every = training(
        base,
        curriculum("one", "r", "c1", includes="base"),
        curriculum("two", "r", "c2", includes="base"),
    )
    track = only(every.of_role("r"))
    assert (track.gates, [extra.only for extra in track.extras]) == (1, ["候補者"])
