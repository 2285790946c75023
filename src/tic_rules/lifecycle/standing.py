"""Where a centre stands, as small facts: what a watcher holds of each centre, and what changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from tic_rules.errors import Problem
from tic_rules.ir.status import ApplyAgain, CentreStatus, DutyState, GroundState
from tic_rules.lifecycle.cycles import Cycle


class What(StrEnum):
    """What a fact is about."""

    STAGE = "stage"
    PERIOD = "period"
    DUTY = "duty"
    GROUND = "ground"
    BAR = "bar"
    AGAIN = "may apply again"
    REFUSED = "refused"
    """The history cannot be judged: its records contradict each other."""


class TimeState(StrEnum):
    """How a period or a bar stands."""

    RUNNING = "running"
    OVER = "over"


class StageState(StrEnum):
    """How sure a stage is."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


class AgainState(StrEnum):
    """Whether one may apply again."""

    FROM_DAY = "from its day on"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that holds of a centre."""

    what: What
    id: str
    """The stage, period, duty or ground."""
    of: str
    """Which one of several: the year or event of a duty's cycle, the move that led to a stage; else empty."""
    state: str
    day: date | None = None
    """Its day: since when a stage, until when a period or bar, by when a duty, from when one may apply again."""
    done_on: date | None = None


Facts = dict[str, tuple[Fact, ...]]
"""Facts in groups that change together: ``stage``, ``periods``, ``again``, ``duty <id>``, ``ground <id>``."""


def facts_of(status: CentreStatus, is_past: Callable[[date], bool] | None = None) -> Facts:
    """What a status says, as small facts; ``is_past`` is asked of the days that its status does not speak of."""
    found: Facts = {
        "stage": stage_facts((stage.id, stage.since, stage.by) for stage in status.stages),
        "periods": tuple(period_fact(period.id, period.last_day, period.is_over) for period in status.periods),
        "again": again_facts(status.apply_again, is_past or (lambda day: status.on > day)),
    }
    for duty in status.duties:
        of = duty.after if duty.year is None else str(duty.year)
        fact = _duty_fact(duty.id, of, duty.state, duty.due, duty.done_on)
        found[f"duty {duty.id}"] = (*found.get(f"duty {duty.id}", ()), fact)
    for ground in status.grounds:
        found[f"ground {ground.id}"] = ground_facts(ground.id, ground.state)
    return {group: facts for group, facts in found.items() if facts}


def stage_facts(among: Iterable[tuple[str, date | None, str]]) -> tuple[Fact, ...]:
    """The stage that a centre is in, or all that it may be in: each with since when, and by which move."""
    found = tuple(among)
    state = StageState.CERTAIN if len(found) == 1 else StageState.POSSIBLE
    return tuple(Fact(What.STAGE, stage, by, state.value, since) for stage, since, by in found)


def cycle_facts(cycles: Iterable[Cycle]) -> tuple[Fact, ...]:
    """How the cycles of a duty stand."""
    return tuple(
        _duty_fact(c.duty.id, c.after if c.label is None else str(c.label), c.state, c.due, c.done_on) for c in cycles
    )


@lru_cache(maxsize=4096)
def _duty_fact(duty: str, of: str, state: DutyState, due: date | None, done_on: date | None) -> Fact:
    """How a cycle stands; one object for all centres of which the same holds."""
    return Fact(What.DUTY, duty, of, state.value, due, done_on)


def period_fact(period: str, last: date, is_over: bool) -> Fact:
    """A time that a centre has in its stage."""
    return Fact(What.PERIOD, period, "", (TimeState.OVER if is_over else TimeState.RUNNING).value, last)


def ground_facts(ground: str, state: GroundState) -> tuple[Fact, ...]:
    """How a ground stands; one that cannot arise, or is not met, is nothing to report."""
    if state in {GroundState.NOT_MET, GroundState.NOT_APPLICABLE}:
        return ()
    return (Fact(What.GROUND, ground, "", state.value),)


def again_facts(again: ApplyAgain, is_past: Callable[[date], bool]) -> tuple[Fact, ...]:
    """From when one may apply again, and what bars it until then."""
    found = []
    for bar in again.bars:
        state = TimeState.OVER if is_past(bar.last_day) else TimeState.RUNNING
        found.append(Fact(What.BAR, bar.ground, bar.first_day.isoformat(), state.value, bar.last_day))
    if again.free_from is not None or again.points:
        state_of = AgainState.OPEN if again.free_from is None else AgainState.FROM_DAY
        found.append(Fact(What.AGAIN, "", "", state_of.value, again.free_from))
    return tuple(found)


def refused_facts(problems: Sequence[Problem]) -> Facts:
    """That the history cannot be judged, and why."""
    codes = dict.fromkeys(problem.code for problem in problems)
    return {"refused": tuple(Fact(What.REFUSED, code, "", What.REFUSED.value) for code in codes)}


def changes(before: Facts, after: Facts) -> Iterator[tuple[bool, Fact]]:
    """What ceased to be (False) and what newly became true (True), group by group; what ceased first."""
    for group in sorted({*before, *after}):
        old, new = before.get(group, ()), after.get(group, ())
        if old is not new and old != new:
            yield from ((False, fact) for fact in old if fact not in new)
            yield from ((True, fact) for fact in new if fact not in old)
