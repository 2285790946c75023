"""Amounts as whole numbers of their finest step, intervals of them, and Shijiazhuang's own facts read from text."""

from __future__ import annotations

import re
from typing import Final

from pydantic_core import PydanticCustomError

from benchmarks.handwritten.kleene import Kleene
from tic_rules import Dossier, load_pack
from tic_rules.facts.fields import reads_quantity
from tic_rules.kind import Kind
from tic_rules.quantity import FINEST, Quantity

Amount = tuple[int, int | None, tuple[str, ...]]
"""Least, greatest (None: there is none), and the names of what is not known of it."""

NOTHING: Final[Amount] = (0, 0, ())


class RefusedError(ValueError):
    """A dossier that contradicts itself, or says what nobody can read."""


# Which facts may stand under the city's name, and of what kind, is data: it is taken from the pack once.
_KINDS: Final[dict[str, Kind | None]] = {
    spec.path.partition(".")[2]: spec.unit for spec in load_pack("shijiazhuang").facts
}
"""The kind of each of the city's own quantities; None for a flag."""

# What people nearly always write is read here; all other ways of writing are left to the project's own reader.
_PLAIN: Final = re.compile(r"([1-9][0-9]{0,8}|0)(?:\.([0-9]{1,2}))?(元|万元|平方米|人|家|项|个)")
_UNITS: Final = {
    "元": (Kind.MONEY, 1),
    "万元": (Kind.MONEY, 10_000),
    "平方米": (Kind.AREA, 1),
    "人": (Kind.PEOPLE, 1),
    "家": (Kind.UNITS, 1),
    "项": (Kind.PROJECTS, 1),
    "个": (Kind.ITEMS, 1),
}
_STEPS: Final = {kind: int(1 / finest) for kind, finest in FINEST.items()}
_READERS: Final = {kind: reads_quantity(kind) for kind in _KINDS.values() if kind is not None}
_MOST_COUNTED: Final = 10_000_000


def own_facts(dossier: Dossier) -> tuple[dict[str, bool], dict[str, int]]:
    """What stands under ``shijiazhuang``: flags, and quantities in their finest step."""
    flags: dict[str, bool] = {}
    totals: dict[str, int] = {}
    for city, facts in dossier.local:
        if city != "shijiazhuang":
            continue
        for name, written in facts:
            if name not in _KINDS:
                raise RefusedError(name)
            kind = _KINDS[name]
            if kind is not None:
                totals[name] = _read(written, kind)
            elif isinstance(written, bool):
                flags[name] = written
            else:
                raise RefusedError(name)
    return flags, totals


def _read(written: object, kind: Kind) -> int:
    plain = _PLAIN.fullmatch(written) if type(written) is str else None
    if plain is not None:
        whole, decimals, unit = plain.groups()
        of_kind, factor = _UNITS[unit]
        if of_kind is kind:
            if decimals is None and (amount := int(whole) * factor) <= _MOST_COUNTED:
                return amount * _STEPS[kind]
            if kind is Kind.MONEY or kind is Kind.AREA:
                parts = int(whole + (decimals or "").ljust(2, "0")) * factor
                return parts * _STEPS[kind] // 100
    try:
        return in_steps(_READERS[kind](written))
    except PydanticCustomError:
        raise RefusedError(written) from None


def in_steps(quantity: Quantity) -> int:
    """An amount in the finest step of its kind: fen, a ten-thousandth of a square metre, one of what is counted."""
    amount = quantity.amount
    return amount.numerator * _STEPS[quantity.unit.kind] // amount.denominator


def stated(found: Amount, total: int | None) -> Amount:
    """A total that was stated; it must lie within what its list allows."""
    if total is None:
        return found
    if total < found[0] or (found[1] is not None and total > found[1]):
        raise RefusedError(total)
    return total, total, ()


def at_least(amount: Amount, bound: int) -> Kleene:
    """An amount that has to reach a bound."""
    lo, hi, points = amount
    if lo >= bound:
        return True
    return False if hi is not None and hi < bound else frozenset(points)


def at_most(amount: Amount, bound: int) -> Kleene:
    """An amount that may not exceed a bound."""
    lo, hi, points = amount
    if lo > bound:
        return False
    return True if hi is not None and hi <= bound else frozenset(points)


def at_least_half(part: Amount, whole: Amount) -> Kleene:
    """A part that has to be half of its whole or more; half of nothing is reached."""
    lo, hi, points = part
    least, most, whole_points = whole
    if most == 0:
        return True
    least = max(least, lo)
    sure = most is not None and 2 * lo >= most
    possible = hi is None or (hi != 0 and 2 * hi >= least)
    if sure:
        return True
    # Where the whole may be nothing, half of it may yet be reached.
    return frozenset(points + whole_points) if possible or whole[0] == 0 else False


def check_part(part: Amount, whole: Amount) -> None:
    """Refuses a part that is larger than its whole."""
    if whole[1] is not None and part[0] > whole[1]:
        raise RefusedError(part[0])


def unlisted(path: str) -> Amount:
    """Any amount: its list was left out."""
    return 0, None, (path,)
