"""The boundaries that a pack draws, and ways to put a draft on one, or the finest step to either side of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from tic_rules.backends.strategies import targets
from tic_rules.backends.strategies.choosing import turned
from tic_rules.backends.strategies.draft import Draft, Spot
from tic_rules.backends.strategies.ways import Ways
from tic_rules.ir import conditions as ir
from tic_rules.ir.norms import Question
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, children
from tic_rules.quantity import FINEST

Drawn = ir.Compare | ir.CompareLevel | ir.CompareDay | ir.FallsWithin
"""The comparisons that draw a boundary."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """A comparison with a boundary, the list whose members it looks at, and in which norm or track it stands."""

    of: str
    node: Drawn
    listed: str | None


def boundaries(pack: Pack, question: Question, track: str) -> tuple[Boundary, ...]:
    """All boundaries that decide a question by a track, in the order of the pack; those of a term once."""
    found: dict[int, Boundary] = {}
    for name, node in _roots(pack, question, track):
        for boundary in _within(pack, name, node, None):
            found.setdefault(id(boundary.node), boundary)
    return tuple(found.values())


def _roots(pack: Pack, question: Question, track: str) -> Iterator[tuple[str, ir.Condition]]:
    for way in pack.tracks:
        if way.id == track:
            yield way.id, way.applies
    for norm in pack.norms_for(question, track):
        if norm.when is not None:
            yield norm.id, norm.when
        yield norm.id, norm.require
        for relaxation in pack.relaxations_of(norm.id):
            yield relaxation.id, relaxation.ground


def _within(pack: Pack, name: str, node: Node, listed: str | None) -> Iterator[Boundary]:
    if isinstance(node, (ir.Compare, ir.CompareLevel, ir.CompareDay, ir.FallsWithin)):
        yield Boundary(name, node, listed)
    if isinstance(node, (ir.TermRef, ir.TermHolds)):
        term = pack.term_by_id[node.id]
        for part in (term.measure, term.condition):
            if part is not None:
                yield from _within(pack, name, part, None)
    inside = node.list if isinstance(node, (ir.Count, ir.ListSum, ir.Every)) else listed
    for child in children(node):
        yield from _within(pack, name, child, inside)


def beside(ways: Ways, draft: Draft, boundary: Boundary, steps: int) -> Iterator[Draft]:
    """Ways to be so many of the finest steps above (negative: below) a boundary; 0: on it."""
    if boundary.listed is None:
        yield from _beside(ways, draft, boundary.node, steps, None)
        return
    spots = [Spot(boundary.listed, index) for index in range(len(draft.lists.get(boundary.listed, ())))]
    for spot in turned(ways.chooser, spots):
        apart, one = draft.split(spot, 1)
        yield from _beside(ways, apart, boundary.node, steps, one)


def _beside(ways: Ways, draft: Draft, node: Drawn, steps: int, spot: Spot | None) -> Iterator[Draft]:
    match node:
        case ir.Compare():
            yield from _threshold(ways, draft, node, steps, spot)
        case ir.CompareLevel(left, _, _, level):
            scale = ways.setting.spec_of(left, None if spot is None else spot.list).values
            rank = scale.index(level) + steps
            if 0 <= rank < len(scale):
                yield from ways.saying(draft, left, [scale[rank]], True, spot)
        case ir.CompareDay():
            yield from ways.days.by(draft, node, steps, spot)
        case ir.FallsWithin(left, window):
            ends = ways.setting.window(draft, window)
            day = timedelta(days=steps)
            for tried in () if ends is None else turned(ways.chooser, (ends[0] + day, ends[1] - day)):
                moved = ways.days.put(draft, left, spot, tried)
                yield from () if moved is None else (moved,)
        case _:
            assert_never(node)


def _threshold(ways: Ways, draft: Draft, node: ir.Compare, steps: int, spot: Spot | None) -> Iterator[Draft]:
    match node.left:
        case ir.Elapsed():
            yield from ways.days.ending(draft, node, steps, spot)
        case ir.Proportion():
            yield from _proportion(ways, draft, node, node.left, steps, spot)
        case _:
            yield from _amount(ways, draft, node, node.left, steps, spot)


def _amount(
    ways: Ways, draft: Draft, node: ir.Compare, measure: ir.Measure, steps: int, spot: Spot | None
) -> Iterator[Draft]:
    kind = ways.amounts.kind(measure, None if spot is None else spot.list)
    bounds = [bound.amount for bound in (node.bound, node.upper) if bound is not None]
    for bound in turned(ways.chooser, bounds):
        amount = targets.beside(bound, steps, kind)
        if amount is not None:
            yield from ways.amounts.coming_to(draft, measure, amount, spot)


def _proportion(
    ways: Ways, draft: Draft, node: ir.Compare, held: ir.Proportion, steps: int, spot: Spot | None
) -> Iterator[Draft]:
    """The whole is drawn first; then the part on the bound, or the next one below or above it."""
    step = FINEST[ways.amounts.kind(held.part, None if spot is None else spot.list)]
    for whole in turned(ways.chooser, ways.amounts.wholes(draft, node, held, spot)):
        exact = node.bound.amount * whole / step
        part = {0: exact, -1: Fraction(ceil(exact) - 1), 1: Fraction(floor(exact) + 1)}.get(steps, exact + steps) * step
        if exact.denominator == 1 or steps:
            yield from ways.amounts.having(draft, held, part, whole, spot)
