"""Holding exact values and intervals against bounds: settled only where the whole interval agrees."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from tic_rules.ir.conditions import Op
from tic_rules.ir.steps import Margin, Reckoned
from tic_rules.truth import FALSE, TRUE, Truth, open_for, settled


def holds(op: Op, amount: Fraction, bound: Fraction, upper: Fraction | None) -> bool:
    """Whether one exact amount satisfies a bound."""
    match op:
        case Op.AT_LEAST:
            return amount >= bound
        case Op.MORE_THAN:
            return amount > bound
        case Op.AT_MOST:
            return amount <= bound
        case Op.LESS_THAN:
            return amount < bound
        case Op.BETWEEN:
            return bound <= amount and (upper is None or amount <= upper)
        case _:
            assert_never(op)


def agreed(op: Op, lo: Fraction, hi: Fraction | None, bound: Fraction, upper: Fraction | None) -> bool | None:
    """True or false where all amounts from ``lo`` to ``hi`` agree, None where they do not."""
    at_lo = holds(op, lo, bound, upper)
    if hi is None:
        # Without a greatest amount only "large enough" can be sure, or what is already too large.
        if op in {Op.AT_LEAST, Op.MORE_THAN}:
            return True if at_lo else None
        too_large = lo > (upper if upper is not None else bound) or (op is Op.LESS_THAN and lo == bound)
        return False if too_large else None
    at_hi = holds(op, hi, bound, upper)
    if at_lo is not at_hi:
        return None
    if not at_lo and op is Op.BETWEEN and upper is not None and lo < bound and hi > upper:
        return None
    return at_lo


def compare(value: Reckoned, op: Op, bound: Fraction, upper: Fraction | None) -> Truth:
    """A measure against its bound; false where what is measured does not exist."""
    if not value.exists:
        return FALSE
    sure = agreed(op, value.lo, value.hi, bound, upper)
    return open_for(value.points) if sure is None else settled(sure)


def margin(value: Reckoned, op: Op, bound: Fraction, upper: Fraction | None) -> Margin:
    """How far a measure is beyond its bound, for both of its ends: positive spare, negative short."""
    if not value.exists:
        return Margin(None, None)
    far = None if value.hi is None else _spare(op, value.hi, bound, upper)
    near = _spare(op, value.lo, bound, upper)
    if op is Op.BETWEEN and value.hi is None:
        return Margin(None, near)
    if op in {Op.AT_LEAST, Op.MORE_THAN}:
        return Margin(near, far)
    if op is Op.BETWEEN and far is not None:
        return Margin(min(near, far), max(near, far))
    return Margin(far, near)


def _spare(op: Op, amount: Fraction, bound: Fraction, upper: Fraction | None) -> Fraction:
    match op:
        case Op.AT_LEAST | Op.MORE_THAN:
            return amount - bound
        case Op.AT_MOST | Op.LESS_THAN:
            return bound - amount
        case Op.BETWEEN:
            return amount - bound if upper is None else min(amount - bound, upper - amount)
        case _:
            assert_never(op)


def share_range(part: Reckoned, whole: Reckoned) -> tuple[Fraction, Fraction]:
    """The least and greatest share that a part can be of a whole above zero, the part lying within the whole."""
    lo = Fraction(0) if whole.hi is None or whole.hi == 0 else part.lo / whole.hi
    least_whole = max(whole.lo, part.lo)
    if part.hi is None or least_whole == 0 or part.hi >= least_whole:
        hi = Fraction(1)
    else:
        hi = part.hi / least_whole
    if part.hi == 0:
        hi = Fraction(0)
    return min(lo, Fraction(1)), hi


def ratio_range(part: Reckoned, whole: Reckoned) -> tuple[Fraction, Fraction | None]:
    """The least and greatest ratio of an amount to another above zero."""
    lo = Fraction(0) if whole.hi is None or whole.hi == 0 else part.lo / whole.hi
    if part.hi == 0:
        return lo, Fraction(0)
    return lo, None if part.hi is None or whole.lo == 0 else part.hi / whole.lo


def proportion_truth(
    op: Op,
    bound: Fraction,
    upper: Fraction | None,
    ends: tuple[Fraction, Fraction | None],
    whole: Reckoned,
    at_zero: Truth,
) -> bool | Truth | None:
    """A proportion against its bound: sure, decided by what zero decides, or None where it is open."""
    if whole.hi == 0:
        return at_zero
    sure = agreed(op, ends[0], ends[1], bound, upper)
    if whole.lo > 0 or sure is None:
        return sure
    # The whole may be zero or more: settled only if both ways agree.
    return sure if at_zero == (TRUE if sure else FALSE) else None


def members_needed(op: Op, bound: Fraction, part: Reckoned, whole: Reckoned, step: Fraction) -> Fraction | None:
    """How many more are needed in the part (positive), or how many fewer there may be (negative), the rest as it is.

    ``step`` is the smallest amount that can be added; the whole stays above zero. None where the numbers are not exact
    or no number would do.
    """
    if part.lo != part.hi or whole.lo != whole.hi or op is Op.BETWEEN:
        return None
    if holds(op, part.lo, bound * whole.lo, None):
        return Fraction(0)
    if bound == 1:
        return None
    rest = whole.lo - part.lo
    balance = bound * rest / (1 - bound)
    match op:
        case Op.AT_LEAST:
            needed = ceil(balance / step) * step
            return max(needed - part.lo, Fraction(0))
        case Op.MORE_THAN:
            needed = (floor(balance / step) + 1) * step
            return max(needed - part.lo, Fraction(0))
        case Op.AT_MOST:
            allowed = floor(balance / step) * step
            return min(allowed - part.lo, Fraction(0)) if allowed + rest > 0 else None
        case Op.LESS_THAN:
            allowed = (ceil(balance / step) - 1) * step
            return min(allowed - part.lo, Fraction(0)) if allowed >= 0 else None
        case _:
            assert_never(op)
