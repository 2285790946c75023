"""Examples at the bounds of a norm: one finest step below, on the bound, one above, and whether the comparison holds.

They are made from the norm's own thresholds and worked out exactly; nothing is decided on a dossier.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Final, assert_never

from tic_rules import calendar
from tic_rules.backends.strategies.kinds import kind_of
from tic_rules.engine.comparing import holds
from tic_rules.ir import conditions as ir
from tic_rules.ir.norms import Norm
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, children
from tic_rules.quantity import FINEST, GREATEST, Kind

START: Final = date(2026, 3, 2)
"""The day from which the examples of a period run."""


class Role(StrEnum):
    """Where in a norm a threshold stands."""

    WHEN = "when"
    """It is a part of when the norm applies."""
    REQUIRE = "require"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in base units of its kind, and whether the comparison holds of it."""

    amount: Fraction
    holds: bool


@dataclass(frozen=True, slots=True)
class Ending:
    """The day on which a period from START is over, and whether the comparison holds of it."""

    day: date
    holds: bool


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a scale, and whether the comparison holds of it."""

    level: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Apart:
    """How many days after (negative: before) the other day, and whether the comparison holds of it."""

    days: int
    holds: bool


Drawn = ir.Compare | ir.CompareLevel | ir.CompareDay


@dataclass(frozen=True, slots=True)
class Threshold:
    """A comparison of a norm, the list whose members it looks at, and examples around its bound."""

    role: Role
    node: Drawn
    listed: str | None
    kind: Kind | None
    """The kind of quantity that is compared; None for levels and days."""
    examples: tuple[Amount | Ending | Level | Apart, ...]


def thresholds(pack: Pack, norm: Norm) -> tuple[Threshold, ...]:
    """The thresholds of a norm, those of its terms among them, in the order written; each once."""
    found: dict[tuple[Role, Drawn, str | None], Threshold] = {}
    for role, root in ((Role.WHEN, norm.when), (Role.REQUIRE, norm.require)):
        for node, listed in () if root is None else _drawn(pack, root, None):
            made = Threshold(role, node, listed, _kind(pack, node, listed), tuple(_examples(pack, node, listed)))
            found.setdefault((role, node, listed), made)
    return tuple(found.values())


def read_by(pack: Pack, norm: Norm) -> tuple[str, ...]:
    """The paths of the facts that a norm reads, each once; the fields of a list's members as ``list[].field``."""
    roots = [root for root in (norm.when, norm.require) if root is not None]
    return tuple(dict.fromkeys(path for root in roots for path in _paths(pack, root, None)))


def terms_of(pack: Pack, node: Node) -> Iterator[Node]:
    """What the terms below a node stand for, and the terms in those."""
    for child, _ in _below(pack, node, None):
        if isinstance(node, (ir.TermRef, ir.TermHolds)):
            yield child
        yield from terms_of(pack, child)


def _drawn(pack: Pack, node: Node, listed: str | None) -> Iterator[tuple[Drawn, str | None]]:
    if isinstance(node, (ir.Compare, ir.CompareLevel, ir.CompareDay)):
        yield node, listed
    for child, inside in _below(pack, node, listed):
        yield from _drawn(pack, child, inside)


def _paths(pack: Pack, node: Node, listed: str | None) -> Iterator[str]:
    match node:
        case ir.Fact(path) | ir.Has(path):
            yield path
        case ir.Its(field):
            yield f"{listed}[].{field}"
        case ir.YearSum():
            yield node.series
        case ir.Count() | ir.ListSum() | ir.Every():
            yield node.list
        case _:
            pass
    stated = getattr(node, "stated_as", None)
    if stated is not None:
        yield stated
    for child, inside in _below(pack, node, listed):
        yield from _paths(pack, child, inside)


def _below(pack: Pack, node: Node, listed: str | None) -> Iterator[tuple[Node, str | None]]:
    """The nodes directly below, those that a term stands for too, each with the list whose members it looks at."""
    if isinstance(node, (ir.TermRef, ir.TermHolds)):
        yield from ((part, None) for part in pack.term_by_id[node.id].body)
    inside = node.list if isinstance(node, (ir.Count, ir.ListSum, ir.Every)) else listed
    yield from ((child, inside) for child in children(node))


def _kind(pack: Pack, node: Drawn, listed: str | None) -> Kind | None:
    if not isinstance(node, ir.Compare):
        return None
    match node.left:
        case ir.Elapsed():
            return node.bound.kind
        case ir.Proportion():
            return Kind.SHARE
        case _:
            return kind_of(pack, node.left, listed)


def _examples(pack: Pack, node: Drawn, listed: str | None) -> Iterator[Amount | Ending | Level | Apart]:
    match node:
        case ir.Compare():
            if isinstance(node.left, ir.Elapsed) and node.bound.kind is not Kind.WORKDAYS:
                yield from _endings(node, node.left)
            else:
                yield from _amounts(node, _kind(pack, node, listed) or node.bound.kind)
        case ir.CompareLevel():
            yield from _levels(pack, node, listed)
        case ir.CompareDay():
            yield from (Apart(days, _is_so(node.op, days)) for days in (-1, 0, 1))
        case _:
            assert_never(node)


def _amounts(node: ir.Compare, kind: Kind) -> Iterator[Amount]:
    """One step below, on, and one above each bound; nothing below zero or beyond what is taken of its kind."""
    bounds = [bound.amount for bound in (node.bound, node.upper) if bound is not None]
    upper = None if node.upper is None else node.upper.amount
    tried = sorted({bound + step * FINEST[kind] for bound in bounds for step in (-1, 0, 1)})
    for amount in tried:
        if 0 <= amount <= GREATEST[kind]:
            yield Amount(amount, holds(node.op, amount, node.bound.amount, upper))


def _endings(node: ir.Compare, elapsed: ir.Elapsed) -> Iterator[Ending]:
    """Around the day on which the period from START is over."""
    ends = [bound for bound in (node.bound, node.upper) if bound is not None]
    due = [_due(int(end.amount), end.kind, elapsed.counts_first_day).toordinal() for end in ends]
    first = Fraction(due[0])
    upper = Fraction(due[1]) if len(due) > 1 else None
    for ordinal in sorted({day + step for day in due for step in (-1, 0, 1)}):
        if ordinal >= START.toordinal():
            yield Ending(date.fromordinal(ordinal), holds(node.op, Fraction(ordinal), first, upper))


def _due(count: int, kind: Kind, counts_first_day: bool) -> date:
    if counts_first_day and count > 0:
        return calendar.last_day(START, count, kind)
    return START + timedelta(days=0) if count == 0 else calendar.add(START, count, kind)


def _levels(pack: Pack, node: ir.CompareLevel, listed: str | None) -> Iterator[Level]:
    path = f"{listed}[].{node.left.field}" if isinstance(node.left, ir.Its) else node.left.path
    scale = pack.catalogue[path].values
    at = scale.index(node.level)
    for rank in range(max(at - 1, 0), min(at + 2, len(scale))):
        yield Level(scale[rank], holds(node.op, Fraction(rank), Fraction(at), None))


def _is_so(op: ir.DayOp, days: int) -> bool:
    match op:
        case ir.DayOp.ON_OR_AFTER:
            return days >= 0
        case ir.DayOp.AFTER:
            return days > 0
        case ir.DayOp.ON_OR_BEFORE:
            return days <= 0
        case ir.DayOp.BEFORE:
            return days < 0
        case _:
            assert_never(op)
