"""Periods, bars and the cycles of duties: how they stand on a day, and the next day on which that can change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tic_rules import calendar
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.lifecycle import Duty, EachCycle, EachYear
from tic_rules.ir.norms import Citation
from tic_rules.lifecycle.duties import Cycle
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.plan import EVALUATION, Plan
from tic_rules.lifecycle.stages import Stages
from tic_rules.lifecycle.standing import Fact, again_facts, period_fact
from tic_rules.lifecycle.times import apply_again, periods_now

_DAY = timedelta(days=1)


def _next(days: Iterable[date], on: date) -> date:
    """The first of some days after a day; the end of time where there is none."""
    return min((day for day in days if day > on), default=date.max)


def next_of_cycles(duty: Duty, cycles: list[Cycle], stages: Stages, on: date) -> date:
    """The next day on which a duty can stand otherwise though nothing was recorded."""
    days = [cycle.due + _DAY for cycle in cycles if cycle.due is not None and cycle.due >= on]
    begins = stages.begins(duty.stages)
    if begins is not None:
        match duty.cadence:
            case EachYear():
                days.append(date(on.year + 1, 1, 1))
            case EachCycle(lasts):
                days.append(calendar.add(begins, int(lasts.amount) * len(cycles), lasts.kind))
            case _:
                pass
    return _next(days, on)


def evaluations_next(known: Known) -> date:
    """The next day on which it can come out what grade the year before an evaluation had."""
    years = (happened.event.year or happened.day.year for happened in known.of_kind(EVALUATION))
    return _next((date(year - 1, 12, 31) for year in years if year > 1), known.on)


def periods_at(plan: Plan, stages: Stages, known: Known) -> tuple[tuple[Fact, ...], date]:
    """How long the centre has in its stage, and when that can change."""
    found = tuple(periods_now(plan.lifecycle, stages, known, _uncited))
    facts = tuple(period_fact(period.id, period.last_day, period.is_over) for period in found)
    return facts, _next((period.last_day + _DAY for period in found), known.on)


def again_at(plan: Plan, stages: Stages, known: Known) -> tuple[tuple[Fact, ...], date]:
    """From when one may apply again and what bars it, and when that can change."""
    again = apply_again(plan.lifecycle, stages, known, _uncited)
    return again_facts(again, known.on), _next((bar.last_day + _DAY for bar in again.bars), known.on)


def _uncited(_: tuple[Citation, ...]) -> tuple[CitedPlace, ...]:
    """No citations: a small fact has an id, and whoever reports it knows where that is printed."""
    return ()
