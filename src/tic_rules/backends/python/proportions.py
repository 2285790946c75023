"""Shares and ratios held against their bound in whole numbers, never divided."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tic_rules.backends.python.amounts import Amount
from tic_rules.backends.python.points import FAILS, HOLDS
from tic_rules.engine.comparing import agreed
from tic_rules.ir.conditions import Op

_Part = tuple[Amount, Amount]
"""What is above and below the line; below is above zero."""

_HOLDS: Final[dict[Op, Callable[[Amount, Amount], bool]]] = {
    Op.AT_LEAST: operator.ge,
    Op.MORE_THAN: operator.gt,
    Op.AT_MOST: operator.le,
    Op.LESS_THAN: operator.lt,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What a part, or an amount, is held against, and how."""

    is_share: bool
    above: int
    below: int
    """The bound as a fraction."""
    test: Callable[[Amount, Amount], bool] | None
    """None where there is a least and a greatest bound."""
    rising: bool
    """Whether more is better."""
    upper: Fraction | None
    of_anything: bool | None
    """What is sure of a part of which nothing is known, of a whole of which nothing is known; above zero."""

    @classmethod
    def of(cls, op: Op, bound: Fraction, upper: Fraction | None, *, is_share: bool) -> Rule:
        """The rule of a comparison."""
        rising = op in {Op.AT_LEAST, Op.MORE_THAN}
        of_anything = agreed(op, Fraction(0), Fraction(1) if is_share else None, bound, upper)
        return cls(is_share, bound.numerator, bound.denominator, _HOLDS.get(op), rising, upper, of_anything)

    def truth(
        self,
        part_low: Amount | None,
        part_high: Amount | None,
        part_points: int,
        whole_low: Amount | None,
        whole_high: Amount | None,
        whole_points: int,
        at_zero: int,
    ) -> int:
        """The truth of a proportion; ``at_zero`` is what a proportion of nothing decides."""
        if part_low is None or whole_low is None:
            return FAILS
        if whole_high == 0:
            return at_zero
        if part_low == part_high and whole_low == whole_high and self.test is not None:
            return HOLDS if self.test(part_low * self.below, self.above * whole_low) else FAILS
        if part_high is None and whole_high is None and not part_low:
            sure = self.of_anything
        else:
            low = (0, 1) if whole_high is None else (part_low, whole_high)
            sure = self._agreed(low, self._greatest(part_high, whole_low))
        if sure is not None and (whole_low > 0 or at_zero == (HOLDS if sure else FAILS)):
            return HOLDS if sure else FAILS
        # The whole may be nothing: settled only if both ways agree.
        return part_points | whole_points | (max(at_zero, 0) if whole_low == 0 else 0)

    def _greatest(self, part_high: Amount | None, whole_low: Amount) -> _Part | None:
        """The greatest that the proportion can be; None where there is no greatest."""
        if part_high == 0:
            return 0, 1
        if not self.is_share:
            return None if part_high is None or whole_low == 0 else (part_high, whole_low)
        if part_high is None or whole_low == 0 or part_high >= whole_low:
            return 1, 1  # the part lies within its whole, so that is the most
        return part_high, whole_low

    def _agreed(self, low: _Part, high: _Part | None) -> bool | None:
        """True or false where all proportions from the least to the greatest agree, None where they do not."""
        if self.test is None:
            ends = Fraction(low[0], 1) / low[1], None if high is None else Fraction(high[0], 1) / high[1]
            return agreed(Op.BETWEEN, *ends, Fraction(self.above, self.below), self.upper)
        at_low = self.test(low[0] * self.below, self.above * low[1])
        if at_low is self.rising:
            return at_low  # and so it is for all that is greater
        if high is None:
            return None
        at_high = self.test(high[0] * self.below, self.above * high[1])
        return at_low if at_high is at_low else None
