"""Amounts as whole numbers of the smallest step of their kind: exact, and added and compared at once.

A share has no smallest step (a third is none of a millionth), so shares stay fractions.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from tic_rules.kind import Kind
from tic_rules.quantity import FINEST

Amount = int | Fraction


_STEPS: Final = {kind: 1 if kind is Kind.SHARE else FINEST[kind].denominator for kind in Kind}


def steps_in_one(kind: Kind) -> int:
    """How many of the smallest steps make one base unit (元, 平方米, 人); 1 for a share, which is not counted so."""
    return _STEPS[kind]


def in_steps(amount: Fraction, kind: Kind) -> Amount:
    """An amount in base units, counted in the smallest steps of its kind."""
    above, below = amount.as_integer_ratio()
    steps = _STEPS[kind]
    return amount * steps if steps % below else above * (steps // below)
