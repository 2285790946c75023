"""Periods, bars and the cycles of duties: how they stand on a day, and the next day on which that can change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tic_rules import calendar
from tic_rules.ir.lifecycle import Duty, EachCycle, EachYear
from tic_rules.lifecycle.duties import Cycle
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.plan import EVALUATION, REVOKED, Plan
from tic_rules.lifecycle.stages import Stages
from tic_rules.lifecycle.standing import Fact, again_fact, bar_fact, period_fact
from tic_rules.quantity import Kind
from tic_rules.truth import FALSE

_DAY = timedelta(days=1)


def _next(days: Iterable[date], on: date) -> date:
    """The first of some days after a day; the end of time where there is none."""
    return min((day for day in days if day > on), default=date.max)


def next_of_cycles(duty: Duty, cycles: list[Cycle], stages: Stages, on: date) -> date:
    """The next day on which a duty can stand otherwise though nothing was recorded."""
    days = [cycle.due + _DAY for cycle in cycles if cycle.due is not None]
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
    """How long the centre has in a stage that it is surely in, and when that can change."""
    now = stages.at(known.on)
    found = []
    for period in plan.lifecycle.periods:
        if len(now) != 1 or now[0].stage != period.stage:
            continue
        since, extended = now[0].since, 0
        if period.extended_by is not None:
            granted = [happened for happened in known.of_kind(period.extended_by) if happened.day >= since]
            extended = min(len(granted), period.times)
        last = calendar.add(since, int(period.lasts.amount), period.lasts.kind)
        if extended and period.extension is not None:
            last = calendar.add(last, int(period.extension.amount) * extended, period.extension.kind)
        found.append(period_fact(period.id, last, known.on > last))
    return tuple(found), _next((fact.day + _DAY for fact in found if fact.day is not None), known.on)


def again_at(plan: Plan, stages: Stages, known: Known) -> tuple[tuple[Fact, ...], date]:
    """From when one may apply again and what bars it, and when that can change."""
    ended = stages.ends()
    if ended == FALSE:
        return (), date.max
    bars: list[Fact] = []
    is_open = ended.is_open
    decisions = known.of_kind(REVOKED)
    free = known.on
    for decision in decisions:
        free = decision.day
        named = decision.event.grounds
        if named is None and any(ground.ban is not None for ground in plan.lifecycle.grounds):
            is_open = True
        for name in named or ():
            ground = plan.lifecycle.ground_by_id.get(name)
            if ground is not None and ground.ban is not None:
                last = calendar.add(decision.day, int(ground.ban.amount), ground.ban.kind)
                bars.append(bar_fact(name, decision.day, last, known.on))
    lasts = [bar.day for bar in bars if bar.day is not None]
    if lasts:
        free = calendar.add(max(lasts), 1, Kind.DAYS)
    elif not decisions:
        free = stages.at(known.on)[0].since
    return (*bars, again_fact(None if is_open else free)), _next((last + _DAY for last in lasts), known.on)
