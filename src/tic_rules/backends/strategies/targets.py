"""Amounts worth trying at a bound: on it, the finest step to either side, and well away from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor

from tic_rules.backends.strategies.arithmetic import satisfies
from tic_rules.ir import conditions as ir
from tic_rules.kind import Kind
from tic_rules.quantity import FINEST, GREATEST

_ZERO = Fraction(0)


def amounts(node: ir.Compare, kind: Kind, wanted: bool) -> list[Fraction]:
    """Amounts that satisfy a comparison, or do not, those nearest to its bounds first."""
    step = FINEST[kind]
    bounds = [bound.amount for bound in (node.bound, node.upper) if bound is not None]
    tried = {_ZERO, _on_step(sum(bounds, _ZERO) / len(bounds), step), _on_step(2 * bounds[-1], step)}
    for bound in bounds:
        tried |= {bound - step, bound, bound + step}
    upper = None if node.upper is None else node.upper.amount
    fitting = (
        amount
        for amount in tried
        if 0 <= amount <= GREATEST[kind] and satisfies(node.op, amount, bounds[0], upper) is wanted
    )
    return sorted(fitting, key=lambda amount: (min(abs(amount - bound) for bound in bounds), amount))


def pairs(
    node: ir.Compare, kind: Kind, wanted: bool, part: Fraction | None, whole: Fraction | None, *, is_share: bool
) -> list[tuple[Fraction, Fraction]]:
    """Parts and wholes above zero of which the proportion satisfies a comparison, or does not.

    First those that leave the part or the whole as it is (where it is known), then some of round size; the denominator
    comes first and the part is drawn from it. Of each, those nearest to the bound first.
    """
    step = FINEST[kind]
    bounds = [bound.amount for bound in (node.bound, node.upper) if bound is not None]
    found: dict[tuple[Fraction, Fraction], None] = {}
    if whole:
        found |= dict.fromkeys((p, whole) for p in _parts_of(whole, bounds, step))
    if part:
        found |= dict.fromkeys((part, w) for w in _wholes_for(part, bounds, step))
    for fresh in round_wholes(bounds[0], kind):
        found |= dict.fromkeys((p, fresh) for p in _parts_of(fresh, bounds, step))
    upper = None if node.upper is None else node.upper.amount
    return [
        (p, w)
        for p, w in found
        if 0 <= p <= GREATEST[kind]
        and 0 < w <= GREATEST[kind]
        and not (is_share and p > w)
        and satisfies(node.op, p, bounds[0] * w, None if upper is None else upper * w) is wanted
    ]


_ROUND = {Kind.MONEY: Fraction(10**4), Kind.AREA: Fraction(10)}
"""Of what size a whole is drawn where nothing else says, for kinds of which a few base units are nothing."""


def round_wholes(bound: Fraction, kind: Kind) -> list[Fraction]:
    """Wholes of which the bound is a part without remainder."""
    return [bound.denominator * times * _ROUND.get(kind, Fraction(1)) for times in (1, 2, 3)]


def _parts_of(whole: Fraction, bounds: Iterable[Fraction], step: Fraction) -> Iterator[Fraction]:
    for bound in bounds:
        yield from _around(bound * whole, step)
    yield whole
    yield _ZERO


def _wholes_for(part: Fraction, bounds: Iterable[Fraction], step: Fraction) -> Iterator[Fraction]:
    for bound in bounds:
        if bound:
            yield from _around(part / bound, step)
            yield _on_step(part / bound * 2, step)
    yield part


def _around(amount: Fraction, step: Fraction) -> Iterator[Fraction]:
    """The amount if it can be had, and the steps next to it."""
    below, above = floor(amount / step) * step, ceil(amount / step) * step
    if below == above:
        yield amount
        yield amount - step
        yield amount + step
    else:
        yield above
        yield below


def _on_step(amount: Fraction, step: Fraction) -> Fraction:
    return ceil(amount / step) * step


def fits(op: ir.Op, rank: int, level: int) -> bool:
    """Whether a rank of a scale satisfies a comparison with another."""
    return satisfies(op, Fraction(rank), Fraction(level))


def beside(amount: Fraction, steps: int, kind: Kind) -> Fraction | None:
    """The amount some of its kind's finest steps from another, or None where there is none such."""
    found = amount + steps * FINEST[kind]
    return found if 0 <= found <= GREATEST[kind] else None
