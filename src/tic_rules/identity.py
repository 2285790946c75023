"""Who a unit is, and where its seat lies: the unified social credit code, and the division codes of GB/T 2260."""

from __future__ import annotations

import re
from typing import Final

from tic_rules.written import RefusedError, half_width

_MOST_CHARACTERS: Final = 64

# GB 32100: the authority that registered the unit (A the military, N agriculture, Y any other), the unit's type there,
# its division, its organisation code, the check digit. I, O, S, V and Z are not used.
_CREDIT_CODE: Final = re.compile(r"[1-9ANY][0-9A-HJ-NPQRTUWXY][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
_TYPED_AS_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]*)?[eE]\+[0-9]+|[0-9]+\.[0-9]*(?:[eE][0-9]+)?")

# GB/T 2260: one of the 34 provinces, then a city of it or none, then a county of that or none.
_DIVISION: Final = re.compile(
    r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)(?:0000|(?:0[1-9]|[1-9][0-9])[0-9]{2})"
)


class CodeError(RefusedError):
    """A text that is no credit code, or no division code."""


def check_credit_code(text: str) -> str:
    """The credit code in half-width capitals, if its form and its check digit are right; else CodeError.

    A division that GB/T 2260 does not list is no error: codes outlive divisions.
    """
    from stdnum.cn import uscc

    if len(text) > _MOST_CHARACTERS:
        raise CodeError("E147", {"text": f"{text[:18]}…", "length": str(len(text))})
    folded = half_width(text).strip(" ")
    if _TYPED_AS_NUMBER.fullmatch(folded):
        raise CodeError("E146", {"text": text})
    # Only ASCII is raised to capitals: elsewhere a capital can be another letter.
    code = folded.upper() if folded.isascii() else folded
    if _CREDIT_CODE.fullmatch(code) is None:
        raise CodeError("E147", {"text": text, "length": str(len(folded))})
    if uscc.calc_check_digit(code[:-1]) != code[-1]:
        raise CodeError("E148", {"text": text})
    return code


def division(text: str) -> str:
    """The six digits of a GB/T 2260 code, if a province has them and a county in them has a city; else CodeError.

    ``370000`` is a province, ``371500`` a city in it, ``371502`` a county in that. Whether a lower division exists is
    not checked: they come and go.
    """
    if len(text) > _MOST_CHARACTERS:
        raise CodeError("E149", {"text": f"{text[:18]}…"})
    code = half_width(text).strip(" ")
    if _DIVISION.fullmatch(code) is None:
        raise CodeError("E149", {"text": text})
    return code


def lies_in(seat: str, place: str) -> bool:
    """Whether a seat lies in a place; both are codes as ``division`` returns them.

    A place holds itself and all that is below it. A seat named less finely than the place does not surely lie in it:
    see ``could_lie_in``.
    """
    return seat.startswith(stem_of(place))


def could_lie_in(seat: str, place: str) -> bool:
    """Whether a seat lies in a place, or is named too coarsely to say (the province of that city)."""
    return lies_in(seat, place) or lies_in(place, seat)


def stem_of(place: str) -> str:
    """The digits that all divisions within a place begin with."""
    if place.endswith("0000"):
        return place[:2]
    return place[:4] if place.endswith("00") else place
