"""The profiles of all plans, put away until one is asked for.

The pages of a plan need its own profile, and only the pages above the plans need them all. So
most processes hold none of them.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jinzai.compare.profile import PlanProfile
from jinzai.link.summary import PlanSummary
from jinzai.work.putaway import PutAway


class PutAwayProfiles(Mapping[str, PlanProfile]):
    """The profiles by the ids of the plans. A profile that is asked for twice is made twice."""

    def __init__(
        self,
        put_away: Mapping[str, PutAway[PlanProfile]],
        summaries: Mapping[str, PlanSummary],
    ) -> None:
        """`summaries` have the names that tell the plans apart."""
        self._put_away = put_away
        self._summaries = summaries
        self._held: dict[str, PlanProfile] = {}

    def __reduce__(self) -> tuple[type["PutAwayProfiles"], tuple[Any, ...]]:
        return PutAwayProfiles, (self._put_away, self._summaries)

    def __getitem__(self, plan_id: str) -> PlanProfile:
        held = self._held.get(plan_id)
        return self._made(plan_id) if held is None else held

    def __iter__(self) -> Iterator[str]:
        return iter(self._put_away)

    def __len__(self) -> int:
        return len(self._put_away)

    @contextmanager
    def all_held(self) -> Iterator[None]:
        """Inside it, all profiles are made and kept, because they are asked for again and again."""
        self._held = {plan_id: self._made(plan_id) for plan_id in self._put_away}
        try:
            yield
        finally:
            self._held = {}

    def _made(self, plan_id: str) -> PlanProfile:
        return self._put_away[plan_id].value()._replace(summary=self._summaries[plan_id])
