"""Which way a comparison pulls a norm: whether the norm gets truer or falser as the comparison does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from tic_rules.ir import conditions as ir
from tic_rules.ir.norms import Strength
from tic_rules.ir.pack import Pack

Threshold = ir.Compare | ir.CompareLevel | ir.CompareDay

WITH: Final = 1
"""The truer the comparison, the truer the norm."""
AGAINST: Final = -1
"""The truer the comparison, the falser the norm."""
MIXED: Final = 0
"""Either way."""


def pulls(pack: Pack) -> Iterator[tuple[str, Threshold, int, bool]]:
    """Every threshold of a pack that bears on a norm: the norm, the threshold, its pull, whether it looks at members.

    Thresholds of terms are told once for each norm that reads them. A norm that is a preference pulls no verdict and is
    left out; a track's own condition pulls either way and is told under the track's id.
    """
    for track in pack.tracks:
        for node, _, inside in _of(pack, track.applies, MIXED, False):
            yield track.id, node, MIXED, inside
    for norm in pack.norms:
        if norm.strength is Strength.PREFERENCE:
            continue
        parts = [(norm.require, WITH), *((ground.ground, WITH) for ground in pack.relaxations_of(norm.id))]
        if norm.when is not None:
            parts.append((norm.when, AGAINST))
        for part, pull in parts:
            for node, pulled, inside in _of(pack, part, pull, False):
                yield norm.id, node, pulled, inside


def _of(pack: Pack, node: ir.Condition, pull: int, inside: bool) -> Iterator[tuple[Threshold, int, bool]]:
    match node:
        case ir.All(items) | ir.AnyOf(items):
            for item in items:
                yield from _of(pack, item, pull, inside)
        case ir.Not(item):
            yield from _of(pack, item, -pull, inside)
        case ir.TermHolds(name):
            term = pack.term_by_id[name]
            if term.condition is not None:
                yield from _of(pack, term.condition, pull, False)
        case ir.Every(_, holds, where):
            yield from _of(pack, holds, pull, True)
            if where is not None:
                yield from _of(pack, where, -pull, True)
        case ir.Compare(left, op):
            yield node, pull, inside
            yield from _below(pack, left, pull * _RISING[op], inside, op)
        case ir.CompareLevel() | ir.CompareDay():
            yield node, pull, inside
        case (
            ir.FindingHolds() | ir.Has() | ir.IsOneOf() | ir.LiesIn() | ir.FallsWithin() | ir.DoneBy() | ir.NamedLike()
        ):
            pass
        case _:
            assert_never(node)


_RISING: Final = {
    ir.Op.AT_LEAST: WITH,
    ir.Op.MORE_THAN: WITH,
    ir.Op.AT_MOST: AGAINST,
    ir.Op.LESS_THAN: AGAINST,
    ir.Op.BETWEEN: MIXED,
}
"""How a comparison goes as what it measures grows."""


def _below(
    pack: Pack, node: ir.Measure | ir.Proportion | ir.Elapsed, pull: int, inside: bool, op: ir.Op
) -> Iterator[tuple[Threshold, int, bool]]:
    """The thresholds in the conditions on members that a measure counts or adds up."""
    match node:
        case ir.TermRef(name):
            term = pack.term_by_id[name]
            if term.measure is not None:
                yield from _below(pack, term.measure, pull, False, op)
        case ir.Sum(parts) | ir.Lesser(parts):
            for part in parts:
                yield from _below(pack, part, pull, inside, op)
        case ir.Count(_, where, _, stated) | ir.ListSum(_, _, where, _, stated):
            # A stated total was counted as the pack counted before: nobody can say how it would change.
            if where is not None:
                yield from _of(pack, where, pull if stated is None else MIXED, True)
        case ir.Proportion(_, part, whole, if_zero):
            yield from _below(pack, part, pull, inside, op)
            falls_to = ir.IfZero.HOLDS if _RISING[op] == WITH else ir.IfZero.FAILS
            yield from _below(pack, whole, -pull if if_zero is falls_to else MIXED, inside, op)
        case ir.Fact() | ir.Its() | ir.YearSum() | ir.Age() | ir.Elapsed():
            pass
        case _:
            assert_never(node)
