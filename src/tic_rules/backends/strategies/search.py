"""Building one dossier that has several things hold at once, mending what one of them undoes of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from tic_rules.backends.strategies.choosing import Chooser
from tic_rules.backends.strategies.coherence import is_coherent, mended, stated_totals
from tic_rules.backends.strategies.draft import Draft, changed
from tic_rules.backends.strategies.goals import Goal
from tic_rules.backends.strategies.setting import Setting
from tic_rules.backends.strategies.ways import Ways

_LOOKED_AT: Final = 24
"""How many ways to reach one goal are weighed before the least harmful is taken."""
_AGAIN: Final = 4
"""How often one goal is reached anew after another undid it, before it is given up."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A draft, and which of the goals that might be given up it does not reach."""

    draft: Draft
    missed: tuple[str, ...]


class Search:
    """Reaches goals in one setting."""

    def __init__(self, setting: Setting, chooser: Chooser) -> None:
        self.ways = Ways(setting, chooser)
        self._totals = stated_totals(setting.pack)

    def reach(self, draft: Draft, must: Sequence[Goal], may: Sequence[Goal]) -> Reached | None:
        """A draft that reaches all goals that must be, and of the others as many as are found; None without those.

        Goals are taken in their order; each takes the first way that undoes no other, else the one that undoes least.
        """
        goals = [*must, *may]
        truth = {goal.name: self._holds(draft, goal) for goal in goals}
        reached = Counter[str]()
        needed = {goal.name for goal in must}
        while True:
            pending = [goal for goal in goals if truth[goal.name] is not True and reached[goal.name] < _AGAIN]
            if not pending:
                break
            goal = pending[0]
            reached[goal.name] += 1
            found = self._least_harmful(draft, goal, goals, truth, needed)
            if found is None:
                reached[goal.name] = _AGAIN
                continue
            draft, after = found
            truth |= after
        if any(truth[name] is not True for name in needed):
            return None
        return Reached(draft, tuple(goal.name for goal in may if truth[goal.name] is not True))

    def _holds(self, draft: Draft, goal: Goal) -> bool | None:
        return self.ways.reading.holds(draft, goal.wants)

    def _least_harmful(
        self, draft: Draft, goal: Goal, goals: Sequence[Goal], truth: dict[str, bool | None], needed: set[str]
    ) -> tuple[Draft, dict[str, bool | None]] | None:
        best: tuple[int, Draft, dict[str, bool | None]] | None = None
        for way in islice(self.ways.reach(draft, goal.wants, True), _LOOKED_AT):
            made = mended(way)
            if (made is not way and self._holds(made, goal) is not True) or not is_coherent(
                made, self.ways.reading, self._totals
            ):
                continue
            touched = changed(draft, made)
            after = {one.name: self._holds(made, one) for one in goals if one.turns_on(touched)} | {goal.name: True}
            undone = [name for name, holds in after.items() if truth[name] is True and holds is not True]
            if needed.intersection(undone):
                continue
            harm = sum(2 if after[name] is False else 1 for name in undone)
            if best is None or harm < best[0]:
                best = harm, made, after
            if harm == 0:
                break
        return None if best is None else best[1:]
