"""The periods that a centre has in its stages: from when, to when, how often made longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from tic_rules import calendar
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.lifecycle import Lifecycle, Period
from tic_rules.ir.norms import Citation
from tic_rules.ir.status import PeriodNow
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.stages import Stages

Cite = Callable[[tuple[Citation, ...]], tuple[CitedPlace, ...]]
"""Gives citations with their printed place."""


def periods_now(lifecycle: Lifecycle, stages: Stages, known: Known, cite: Cite) -> Iterator[PeriodNow]:
    """How long the centre has in the stages that each period runs through, where it is surely in one of them."""
    for period in lifecycle.periods:
        now = stages.at(known.on)
        if len(now) == 1 and now[0].stage in {period.stage, *period.also_in}:
            yield _period(period, now[0].since, stages, known, cite)


def _period(period: Period, since: date, stages: Stages, known: Known, cite: Cite) -> PeriodNow:
    first = since
    if period.also_in:
        first = stages.begins((period.stage,)) or first
    extended = 0
    if period.extended_by is not None:
        granted = [h for h in known.of_kind(period.extended_by) if h.day >= first]
        extended = min(len(granted), period.times)
    approved = [h.event.until for h in known.of_kind("approved") if h.day == first]
    set_until = next((until for until in approved if until is not None), None)
    last = set_until or calendar.add(first, int(period.lasts.amount), period.lasts.kind)
    if extended and period.extension is not None:
        last = calendar.add(last, int(period.extension.amount) * extended, period.extension.kind)
    return PeriodNow(
        period.id,
        period.title,
        cite(period.cites),
        period.strength,
        first,
        last,
        extended,
        known.is_past(last),
    )
