"""Events that reply to others, and find nothing on record to reply to: they move nothing and do nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tic_rules.facts.events import KINDS
from tic_rules.ir.lifecycle import AfterEvent, Lifecycle
from tic_rules.ir.status import Aside, AsideWhy
from tic_rules.lifecycle.cycles import Cycle
from tic_rules.lifecycle.happened import Happened
from tic_rules.lifecycle.stages import Stages

_BEGUN_BY: Final = {kind.ended_by: kind.id for kind in KINDS.values() if kind.ended_by is not None}
"""For each kind that ends a state, the kind that begins it."""
_OF_ONE_STATE: Final = ("unit", "list_name")
_EXTENSION, _ACCEPTANCE, _RECTIFIED = "extension_granted", "acceptance", "rectification_done"


class Replies:
    """The events of one centre that reply to others: extensions, acceptances, completions, ends of states.

    Of a kind for which the city has no rule nothing is said: there is nothing that it could be out of order with.
    """

    def __init__(
        self, lifecycle: Lifecycle, events: list[Happened], stages: Stages, cycles: Iterable[Cycle], aside: set[str]
    ) -> None:
        self._lifecycle = lifecycle
        self._events = events
        self._stages = stages
        self._causes = {cycle.after for cycle in cycles if cycle.duty.done_by == _RECTIFIED}
        self._aside = aside
        """What is set aside for another reason."""
        self._extended: dict[str, int] = {}

    def to_nothing(self) -> Iterator[Aside]:
        """Those that find nothing to reply to, in their order."""
        for event in self._events:
            if event.path not in self._aside and not self._replies(event):
                yield Aside(event.path, event.kind, event.day, AsideWhy.NOTHING_BEFORE, event.order + 1)

    def _replies(self, event: Happened) -> bool:
        if event.kind in _BEGUN_BY:
            return self._ends_a_state(event)
        match event.kind:
            case "extension_granted":
                return self._extends(event)
            case "acceptance":
                return self._accepts(event)
            case "rectification_done":
                return self._completes(event)
            case _:
                return True

    def _earlier(self, event: Happened) -> Iterator[Happened]:
        """What happened before it, or on its day."""
        return (one for one in self._events if one.day <= event.day)

    def _ends_a_state(self, event: Happened) -> bool:
        def fits(begun: Happened) -> bool:
            ends, begins = ([getattr(one.event, name) for name in _OF_ONE_STATE] for one in (event, begun))
            return all(end in {None, begin} for end, begin in zip(ends, begins, strict=True))

        return any(one.kind == _BEGUN_BY[event.kind] and fits(one) for one in self._earlier(event))

    def _extends(self, event: Happened) -> bool:
        """Whether it moves the centre, or a period may still be made longer by it."""
        periods = [period for period in self._lifecycle.periods if period.extended_by == _EXTENSION]
        moves = [move for move in self._lifecycle.moves if move.on == _EXTENSION]
        if not periods and not moves:
            return True
        found = any(self._is_in(move.come_from, event) for move in moves)
        for period in periods:
            if self._is_in((period.stage, *period.also_in), event):
                number = self._extended[period.id] = self._extended.get(period.id, 0) + 1
                found = found or number <= period.times
        return found

    def _accepts(self, event: Happened) -> bool:
        """Whether the centre is in a stage that an acceptance may end, or in its time of preparation or building."""
        from_stages = [stage for move in self._lifecycle.moves if move.on == _ACCEPTANCE for stage in move.come_from]
        preparing = [stage for period in self._lifecycle.periods for stage in (period.stage, *period.also_in)]
        return not from_stages or self._is_in((*from_stages, *preparing), event)

    def _completes(self, event: Happened) -> bool:
        """Whether something had to be rectified, by an order or as the city's rules say."""
        ruled = any(isinstance(d.cadence, AfterEvent) for d in self._lifecycle.duties if d.done_by == _RECTIFIED)
        return any(
            one.kind == "rectification_ordered" or (one.path in self._causes if ruled else one.kind == "evaluation")
            for one in self._earlier(event)
        )

    def _is_in(self, stages: Iterable[str], event: Happened) -> bool:
        """Whether the centre may have been in one of the stages on the day."""
        wanted = set(stages)
        return any(found.stage in wanted for found in self._stages.before(event.day))
