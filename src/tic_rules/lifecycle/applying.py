"""From when one may apply again: the bars that recorded decisions brought, where their grounds print one."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from tic_rules import calendar
from tic_rules.engine.decide import cited
from tic_rules.ir.lifecycle import Ground, Lifecycle
from tic_rules.ir.pack import Pack
from tic_rules.ir.status import ApplyAgain, Bar
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.stages import Stages
from tic_rules.quantity import Kind
from tic_rules.truth import FALSE, OpenPoint, PointKind


def apply_again(pack: Pack, lifecycle: Lifecycle, known: Known, stages: Stages) -> ApplyAgain:
    """The day after the latest bar, or the day of the end where none is printed; open where the record is silent."""
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
        left = {found.stage for found in stages.before(decision.day)}
        named = [lifecycle.ground_by_id.get(name) for name in decision.event.grounds or ()]
        fit = [ground for ground in named if ground is not None and _arises(lifecycle, ground, left)]
        if (not named or None in named) and _may_bar(lifecycle, left):
            # A ground that the text does not have is a slip of the pen, and may stand for any other.
            points.add(OpenPoint(PointKind.FACT, f"{decision.path}.grounds"))
        if len(fit) + named.count(None) < len(named):
            # One that cannot arise in the stage that the centre left: either of them was recorded wrongly.
            points.add(OpenPoint(PointKind.FACT, f"{decision.path}.grounds"))
        for ground in fit:
            if ground.ban is not None:
                last = calendar.add(decision.day, int(ground.ban.amount), ground.ban.kind)
                bars.append(Bar(ground.id, tuple(cited(pack, at) for at in ground.cites), decision.day, last))
    if bars:
        free = calendar.add(max(bar.last_day for bar in bars), 1, Kind.DAYS)
    elif not decisions:
        free = stages.at(known.on)[0].since
    return ApplyAgain(None if points else free, tuple(bars), tuple(sorted(points)))


def _may_bar(lifecycle: Lifecycle, left: AbstractSet[str]) -> bool:
    """Whether a decision that names no ground may rest on one with a ban, by the stages that it may have ended."""
    return any(ground.ban is not None and _arises(lifecycle, ground, left) for ground in lifecycle.grounds)


def _arises(lifecycle: Lifecycle, ground: Ground, stages: AbstractSet[str]) -> bool:
    """Whether a ground can arise in one of some stages."""
    return bool(stages & set(ground.stages or lifecycle.running))
