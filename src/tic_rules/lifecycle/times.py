"""What runs from a centre's stages: the periods that it has in them, and after its end the bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from tic_rules import calendar
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.lifecycle import Lifecycle, Period
from tic_rules.ir.norms import Citation
from tic_rules.ir.status import ApplyAgain, Bar, PeriodNow
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.stages import Stages
from tic_rules.quantity import Kind
from tic_rules.truth import FALSE, OpenPoint, PointKind

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
        known.on > last,
    )


def apply_again(lifecycle: Lifecycle, stages: Stages, known: Known, cite: Cite) -> ApplyAgain:
    """From when one may apply again: the day after the latest bar, or from the end on where none is printed."""
    ended = stages.ends()
    if ended == FALSE:
        return ApplyAgain(None, (), ())
    bars: list[Bar] = []
    points: set[OpenPoint] = set(ended.points)
    free = known.on
    aside = {found.path for found in stages.asides}
    decisions = [found for found in known.of_kind("revoked") if found.path not in aside]
    for decision in decisions:
        free = decision.day
        named = decision.event.grounds
        if named is None and _may_bar(lifecycle, stages, decision.day):
            points.add(OpenPoint(PointKind.FACT, f"{decision.path}.grounds"))
        for name in named or ():
            ground = lifecycle.ground_by_id.get(name)
            if ground is not None and ground.ban is not None:
                last = calendar.add(decision.day, int(ground.ban.amount), ground.ban.kind)
                bars.append(Bar(name, cite(ground.cites), decision.day, last))
    if bars:
        free = calendar.add(max(bar.last_day for bar in bars), 1, Kind.DAYS)
    elif not decisions:
        free = stages.at(known.on)[0].since
    return ApplyAgain(None if points else free, tuple(bars), tuple(sorted(points)))


def _may_bar(lifecycle: Lifecycle, stages: Stages, day: date) -> bool:
    """Whether a decision of a day that names no ground may rest on one with a ban: one that could then arise."""
    left = {found.stage for found in stages.before(day)}
    return any(g.ban is not None and left & set(g.stages or lifecycle.running) for g in lifecycle.grounds)
