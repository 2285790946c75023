"""Reading a quantity: from the text that people write, and from the form that programs write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import Final, NoReturn

from tic_rules.kind import Kind
from tic_rules.quantity.amount import Quantity, QuantityError, canonical, check
from tic_rules.quantity.units import FRACTION, UNITS, Unit, symbols
from tic_rules.written import DIGITS, half_width, strange_digit

MOST_CHARACTERS: Final = 64
"""The longest text that is looked at as a quantity, in characters."""
MOST_DIGITS: Final = 40
"""The most digits that a quantity may be written with."""

# No leading zeros: other formats read them as octal, or as the mark of an identifier.
_NUMBER: Final = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+|/(?P<below>[1-9][0-9]*))?")
# What people nearly always write, read at once; it means what the long way makes of it.
_PLAIN: Final = re.compile(
    rf"(0|[1-9][0-9]{{0,14}})(?:\.([0-9]{{1,6}}))?({'|'.join(sorted(map(re.escape, UNITS), reverse=True))})"
)
_GROUPED: Final = re.compile(r"[0-9][ ,'’_][0-9]")
_NEGATIVE: Final = re.compile(r"[-−–] ?[0-9]")
_GOES_ON: Final = DIGITS | frozenset("./eE+-")


def parse_quantity(text: str | int, *, kinds: Collection[Kind]) -> Quantity:
    """The quantity that a text such as ``1500万元``, ``2000 m²``, ``3%`` or ``1/3`` writes, of one of the kinds.

    Everything else raises QuantityError: a number without a unit (an ``int`` is one), a unit of another kind, a sign, a
    thousands separator, an exponent, digits other than 0-9 and ０-９, and what lies outside GREATEST and FINEST.
    """
    if isinstance(text, int):
        _refuse_bare(text, kinds)
    plain = _PLAIN.fullmatch(text)
    if plain is not None and UNITS[plain[3]].kind in kinds:
        unit = UNITS[plain[3]]
        decimals = plain[2] or ""
        whole = int(plain[1] + decimals) * unit.factor.numerator
        parts = 10 ** len(decimals) * unit.factor.denominator
        return _checked(Fraction(whole) if parts == 1 else Fraction(whole, parts), unit, text)
    if len(text) > MOST_CHARACTERS:
        raise _too_long(text)
    folded = _fold(text)
    _check_signs(folded, text)
    number = _NUMBER.match(folded)
    rest = folded[number.end() :].strip(" ") if number else ""
    if number is None or rest[:1] in _GOES_ON:
        raise _no_quantity(text, kinds)
    if number["below"]:
        if rest or Kind.SHARE not in kinds:
            raise _no_quantity(text, kinds)
        unit = FRACTION
    elif rest:
        unit = _unit_of(rest, kinds)
    else:
        raise _without_unit(number[0], kinds)
    return _quantity(number[0], unit, text)


def parse_machine(value: Mapping[str, object], *, kinds: Collection[Kind] = tuple(Kind)) -> Quantity:
    """The quantity of a machine form such as ``{"amount": "15000000", "unit": "元"}``, of one of the kinds.

    Both are text, and there is nothing else. The amount is a decimal or a fraction (``"100/3"`` of ``"%"`` is a
    third). What ``parse_quantity`` refuses is refused here, with the same codes.
    """
    amount, symbol = value.get("amount"), value.get("unit")
    if len(value) != 2 or not isinstance(amount, str) or not isinstance(symbol, str):
        raise QuantityError("E141", _listed("units", symbols(kinds)))
    shown = f"{amount} {symbol}"
    if len(shown) > MOST_CHARACTERS:
        raise _too_long(shown)
    _check_signs(amount, shown)
    if _NUMBER.fullmatch(amount) is None:
        raise QuantityError("E141", _listed("units", symbols(kinds)))
    folded = _fold(symbol)
    _check_signs(folded, shown)
    return _quantity(amount, _unit_of(folded, kinds), shown)


def _fold(text: str) -> str:
    return half_width(text).strip(" ").replace("㎡", "m2").replace("m²", "m2")


def _check_signs(folded: str, text: str) -> None:
    """Raises QuantityError for the signs that stand in no quantity, each with its own code."""
    if sum(char in DIGITS for char in folded) > MOST_DIGITS:
        raise _too_long(text)
    if (char := strange_digit(folded)) is not None:
        raise QuantityError("E134", {"text": text, "char": char})
    if _NEGATIVE.match(folded):
        raise QuantityError("E136", {"text": text})
    if _GROUPED.search(folded):
        raise QuantityError("E135", {"text": text})


def _unit_of(symbol: str, kinds: Collection[Kind]) -> Unit:
    unit = UNITS.get(symbol)
    if unit is None or unit.kind not in kinds:
        code = "E133" if unit is None else "E132"
        raise QuantityError(code, {"unit": symbol, **_listed("units", symbols(kinds))})
    return unit


def _quantity(number: str, unit: Unit, text: str) -> Quantity:
    return _checked(Fraction(number) * unit.factor, unit, text)


def _checked(amount: Fraction, unit: Unit, text: str) -> Quantity:
    try:
        return Quantity(amount, unit)
    except QuantityError:
        check(amount, unit.kind, text)  # the same refusal, which shows the amount as it was written
        raise


def _refuse_bare(number: int, kinds: Collection[Kind]) -> NoReturn:
    if isinstance(number, bool):
        raise _no_quantity(str(number).lower(), kinds)
    if abs(number) >= 10**MOST_DIGITS:
        raise _too_long("…")  # Python refuses to write out an integer of thousands of digits
    if number < 0:
        raise QuantityError("E136", {"text": str(number)})
    raise _without_unit(str(number), kinds)


def _too_long(text: str) -> QuantityError:
    shown = text if len(text) <= MOST_CHARACTERS else f"{text[:12]}…"
    return QuantityError("E140", {"text": shown, "characters": str(MOST_CHARACTERS), "digits": str(MOST_DIGITS)})


def _no_quantity(text: str, kinds: Collection[Kind]) -> QuantityError:
    forms = _forms("3", kinds) + (("1/3",) if Kind.SHARE in kinds else ())
    return QuantityError("E130", {"text": text, **_listed("forms", forms)})


def _without_unit(number: str, kinds: Collection[Kind]) -> QuantityError:
    return QuantityError("E131", {"text": number, **_listed("forms", _forms(number, kinds))})


def _listed(name: str, texts: Iterable[str]) -> dict[str, str]:
    """Texts one after the other, as each language lists them."""
    each = list(texts)
    return {name: "、".join(each), f"{name}_en": ", ".join(each)}


def _forms(number: str, kinds: Collection[Kind]) -> tuple[str, ...]:
    """How the number is written with each unit that it could have; a share of at most 1 also as its percentage."""
    forms = [number + symbol for symbol in symbols(kinds)]
    if Kind.SHARE in kinds and Fraction(number) <= 1:
        forms.append(canonical(Fraction(number), Kind.SHARE))
    return tuple(dict.fromkeys(forms))
