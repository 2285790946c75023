"""Quantities: an exact amount of one kind, written with its unit; and intervals of what is known of an amount.

Amounts are ``Fraction`` in the base unit of their kind (元, 平方米, 人, ...; a share's base unit is its whole). A
number without a unit is nothing, a unit is never converted in silence into one of another kind, and nothing is rounded.
"""

from tic_rules.kind import Kind
from tic_rules.quantity.amount import FINEST, GREATEST, Quantity, QuantityError
from tic_rules.quantity.interval import Interval, rounded_share
from tic_rules.quantity.reading import MOST_CHARACTERS, MOST_DIGITS, parse_machine, parse_quantity
from tic_rules.quantity.units import BASE, FRACTION, UNITS, Unit
from tic_rules.quantity.wording import display, machine_of, text_of

__all__ = [
    "BASE",
    "FINEST",
    "FRACTION",
    "GREATEST",
    "MOST_CHARACTERS",
    "MOST_DIGITS",
    "UNITS",
    "Interval",
    "Kind",
    "Quantity",
    "QuantityError",
    "Unit",
    "display",
    "machine_of",
    "parse_machine",
    "parse_quantity",
    "rounded_share",
    "text_of",
]
