"""What bounds are held against, told: the steps of comparisons with how far each is from its bound.

Whole and exact numbers, which are nearly all, are worked out at once; the rest as the reference engine does it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, Final

from tic_rules.backends.python.amounts import Amount
from tic_rules.backends.python.makers import maker
from tic_rules.backends.python.told import quantity_text
from tic_rules.engine.case import missing
from tic_rules.engine.comparing import compare, margin, members_needed, ratio_range, share_range
from tic_rules.engine.evaluate import bound_text, due_day
from tic_rules.engine.measures import ZERO
from tic_rules.facts.fields import NONE
from tic_rules.ir import conditions as ir
from tic_rules.ir import steps
from tic_rules.ir.conditions import Op
from tic_rules.ir.steps import Reckoned, YearNote
from tic_rules.quantity import FINEST, Kind
from tic_rules.truth import OpenPoint, Truth

_reckoned = maker(Reckoned)
_margin = maker(steps.Margin)
_compare = maker(steps.CompareStep)
_proportion = maker(steps.ProportionStep)
_year = maker(steps.YearStep)

_SMALL_ENDS: Final = 256
_SMALL: Final = tuple(map(Fraction, range(_SMALL_ENDS)))
_INCLUDED: Final = frozenset({Op.AT_LEAST, Op.AT_MOST})
_RISING: Final = frozenset({Op.AT_LEAST, Op.MORE_THAN})
NOTHING: Final = steps.Margin(None, None)


def fraction(amount: Amount, parts: int) -> Fraction:
    """An amount that is counted in parts of one."""
    if isinstance(amount, int):
        if parts != 1:
            whole, rest = divmod(amount, parts)
            if rest:
                return Fraction(amount, parts)
            amount = whole
        return _SMALL[amount] if 0 <= amount < _SMALL_ENDS else Fraction(amount)
    return amount if parts == 1 else amount / parts


def reckoned(
    unit: Kind, parts: int, low: Amount | None, high: Amount | None, mask: int, truth: Callable[[int], Truth] | None
) -> Reckoned:
    """What a measure comes to, of its least and greatest amount and its open points."""
    if low is None:
        return Reckoned(unit, ZERO, ZERO, exists=False)
    least = fraction(low, parts)
    points = truth(mask).points if mask and truth is not None else ()
    if low == high:
        return _reckoned(unit, least, least, points)
    return _reckoned(unit, least, None if high is None else fraction(high, parts), points)


class Threshold:
    """A bound, and the steps of what is held against it."""

    def __init__(self, node: ir.Compare) -> None:
        self._op = node.op
        self._bound = node.bound.amount
        self._whole = self._bound.numerator if self._bound.denominator == 1 and node.op is not Op.BETWEEN else None
        self._upper = None if node.upper is None else node.upper.amount
        self._rising = node.op in _RISING
        self._words = (node.op, self._bound, self._upper, node.bound.kind, bound_text(node), node.printed)

    def step(self, left: Any, truth: Truth) -> steps.CompareStep:
        """The step of a measure held against the bound."""
        return _compare(left, *self._words, self._far(left.value), truth)

    def step_without(self, left: steps.FactMeasure) -> steps.CompareStep:
        """The step of a fact that is missing or none."""
        return self.step(left, compare(left.value, self._op, self._bound, self._upper))

    def _far(self, value: Reckoned) -> steps.Margin:
        if self._whole is not None and value.hi is value.lo and value.exists:
            amount, parts = value.lo.as_integer_ratio()
            if parts != 1:
                return margin(value, self._op, self._bound, self._upper)
            spare = amount - self._whole
            far = fraction(spare if self._rising else -spare, 1)
            return _margin(far, far)
        return margin(value, self._op, self._bound, self._upper)


class Proportions:
    """A bound of a proportion, and the steps of the proportions held against it."""

    def __init__(self, node: ir.Compare, proportion: ir.Proportion) -> None:
        self._op = node.op
        self._bound = node.bound.amount
        self._upper = None if node.upper is None else node.upper.amount
        self._is_share = proportion.kind is ir.ProportionKind.SHARE
        self._asks = proportion.asks is not None
        self._kind = proportion.kind
        self._words = (node.op, self._bound, self._upper, bound_text(node), node.printed, proportion.if_whole_is_zero)
        nothing_known = Reckoned(Kind.ITEMS, ZERO, None)
        self._of_anything = self._reasoned(nothing_known, nothing_known)

    def step(self, part: Any, whole: Any, asked: Any, truth: Truth) -> steps.ProportionStep:
        """The step of a proportion held against the bound."""
        if asked is not None and whole.value.lo != 0:
            asked = None
        return _proportion(self._kind, part, whole, *self._words, asked, self._far(part.value, whole.value), truth)

    def _far(self, part: Reckoned, whole: Reckoned) -> steps.Margin:
        of, per = whole.lo.as_integer_ratio()
        amount, parts = part.lo.as_integer_ratio()
        if part.hi is part.lo and whole.hi is whole.lo:
            if part.exists and whole.exists and per == parts == 1 and of > 0 and self._op is not Op.BETWEEN:
                return self._exactly(amount, of, FINEST[part.unit].denominator)
        elif not of and not amount and part.hi is None and whole.hi is None:
            return self._of_anything
        return self._reasoned(part, whole)

    def _reasoned(self, part: Reckoned, whole: Reckoned) -> steps.Margin:
        """As the reference engine does it, of whatever is known."""
        ends = share_range(part, whole) if self._is_share else ratio_range(part, whole)
        needed = None
        if self._is_share and whole.lo > 0:
            needed = members_needed(self._op, self._bound, part, whole, FINEST[part.unit])
        if whole.hi == 0:
            return steps.Margin(None, None, needed)
        as_share = Reckoned(Kind.SHARE, ends[0], ends[1], exists=part.exists and whole.exists)
        spare = margin(as_share, self._op, self._bound, self._upper)
        return steps.Margin(spare.lo, spare.hi, needed)

    def _exactly(self, amount: int, of: int, parts: int) -> steps.Margin:
        """Of whole numbers, the part lying within a whole that is not nothing; the least part of one can be added."""
        above, below = self._bound.numerator, self._bound.denominator
        spare = amount * below - above * of
        rising = self._op in _RISING
        if not rising:
            spare = -spare
        needed = None
        if self._is_share:
            is_enough = spare > 0 or (spare == 0 and self._op in _INCLUDED)
            needed = ZERO if is_enough else self._needed(amount * parts, of * parts, parts)
        far = Fraction(spare, of * below)
        return _margin(far, far, needed)

    def _needed(self, amount: int, of: int, parts: int) -> Fraction | None:
        """How much more is needed in the part, or how much less there may be, where it does not suffice.

        Amounts are counted in the least that can be added, of which so many parts are one.
        """
        above, below = self._bound.numerator, self._bound.denominator
        if above == below:
            return None
        rest = of - amount
        whole, left = divmod(above * rest, below - above)
        match self._op:
            case Op.AT_LEAST:
                return fraction(max(whole + (left != 0) - amount, 0), parts)
            case Op.MORE_THAN:
                return fraction(max(whole + 1 - amount, 0), parts)
            case Op.AT_MOST:
                return fraction(min(whole - amount, 0), parts) if whole + rest > 0 else None
            case _:
                allowed = whole + (left != 0) - 1
                return fraction(min(allowed - amount, 0), parts) if allowed >= 0 else None


def due(start: Any, count: int, unit: Kind, counts_first_day: bool) -> date | None:
    """The day on which a period ends; None where its first day or the working days are not known."""
    if not isinstance(start, date):
        return None
    found = due_day(start, count, unit, counts_first_day)
    return found if isinstance(found, date) else None


def year_steps(
    entries: Any,
    series: str,
    first: date | None,
    last: date | None,
    registered: Any,
    stated_on: Any,
    as_of: date,
    unit: Kind,
) -> tuple[steps.YearStep, ...]:
    """The years of a window, each with its figure; none while the application day is missing."""
    if first is None or last is None:
        return ()
    amounts = {} if entries is None or entries is NONE else {entry.year: entry for entry in reversed(entries)}
    made = []
    for year in range(first.year, last.year + 1):
        entry = amounts.get(year)
        if entry is None or entry.amount is None:
            if isinstance(registered, date) and registered.year > year:
                made.append(_year(year, YearNote.BEFORE_REGISTRATION, _reckoned(unit, ZERO, ZERO)))
                continue
            point = missing(f"{series}[{year}]")
            made.append(_year(year, YearNote.MISSING, _reckoned(unit, ZERO, None, (point,))))
            continue
        amount, text = entry.amount.amount, quantity_text(entry.amount)
        runs_to = stated_on if entry.until is None else entry.until
        end = min(runs_to, as_of) if isinstance(runs_to, date) else None
        if end is not None and end >= date(year, 12, 31):
            made.append(_year(year, YearNote.WHOLE, _reckoned(unit, amount, amount), text, end))
            continue
        open_point: OpenPoint = missing("stated_on") if end is None else missing(f"{series}[{year}]")
        made.append(_year(year, YearNote.SO_FAR, _reckoned(unit, amount, None, (open_point,)), text, end))
    return tuple(made)
