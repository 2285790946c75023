"""Events of a watched register that do not count, as far as the line and the stage of the centre show it.

What turns on the rest of a history, such as two grades of one evaluation, a status of the centre tells.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tic_rules.errors import TicRulesError
from tic_rules.facts.events import ABOUT_RECORDS, OF_STATES, Event
from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.ir.pack import Pack
from tic_rules.ir.status import Aside, AsideWhy
from tic_rules.lifecycle.happened import recorded_on
from tic_rules.lifecycle.line import Enrolled, Line
from tic_rules.lifecycle.standing import Facts


class Misfits:
    """Finds them line by line."""

    def __init__(self, pack_of: Callable[[str], Pack]) -> None:
        self._pack_of = pack_of
        self._cities: dict[str, str] = {}
        self._lifecycles: dict[str, Lifecycle | None] = {}

    def take(self, line: Line) -> None:
        """Takes note of the city of a centre that is entered."""
        if isinstance(line.entry, Enrolled):
            self._cities.setdefault(line.centre, line.entry.city)

    def of(self, line: Line, facts: Callable[[str], Facts], clock: date | None) -> Aside | None:
        """Why the event of a line that was taken does not count; ``facts`` says where a centre now stands."""
        event, lifecycle = line.entry, self._lifecycle(line.centre)
        if not isinstance(event, Event) or event.day is None or lifecycle is None:
            return None
        if clock is None or recorded_on(event) > clock:
            return None
        why = _by_itself(event, lifecycle)
        if why is None and event.kind not in ABOUT_RECORDS and event.day <= clock:
            why = _by_stage(event, event.day, facts(line.centre), lifecycle)
        if why is None:
            return None
        return Aside("", event.kind or "", event.day, why, id=event.id or "", line=line.number)

    def _lifecycle(self, centre: str) -> Lifecycle | None:
        city = self._cities.get(centre)
        if city is None:
            return None
        if city not in self._lifecycles:
            try:
                self._lifecycles[city] = self._pack_of(city).lifecycle
            except TicRulesError:
                self._lifecycles[city] = None
        return self._lifecycles[city]


def _by_itself(event: Event, lifecycle: Lifecycle) -> AsideWhy | None:
    match event.kind:
        case "evaluation":
            closed = lifecycle.grades_of(event.type)
            return None if closed is None or event.grade in closed else AsideWhy.NO_SUCH_GRADE
        case "revoked":
            return AsideWhy.NO_SUCH_GROUND if set(event.grounds or ()) - set(lifecycle.ground_by_id) else None
        case "notice":
            return None if event.duty in {duty.id for duty in lifecycle.duties} else AsideWhy.NO_SUCH_DUTY
        case _:
            return None


def _by_stage(event: Event, day: date, facts: Facts, lifecycle: Lifecycle) -> AsideWhy | None:
    if "refused" in facts:
        return None
    stages = facts.get("stage", ())
    moves = {move.id: move for move in lifecycle.moves}
    since = [(stage.id, moves[stage.of], stage.day) for stage in stages if stage.day is not None]
    if event.kind not in OF_STATES and all(not move.come_from and day < begun for _, move, begun in since):
        return AsideWhy.BEFORE_APPROVAL
    ended = [
        lifecycle.stage_by_id[stage].ended and begun <= day and (move.on, begun) != (event.kind, day)
        for stage, move, begun in since
    ]
    return AsideWhy.AFTER_END if ended and all(ended) else None
