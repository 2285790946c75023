"""The form of a quantity as a regular expression, for schemas: what an editor can know before the library reads it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from tic_rules.kind import Kind
from tic_rules.quantity.units import UNITS

_BLANK: Final = r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]*"
_DIGIT: Final = "[0-9０-９]"
_NUMBER: Final = rf"(?:[0０]|[1-9１-９]{_DIGIT}*)"
_WHOLE: Final = rf"[1-9１-９]{_DIGIT}*"

MACHINE_NUMBER: Final = r"^(?:0|[1-9][0-9]*)(?:\.[0-9]+|/[1-9][0-9]*)?$"
"""The amount of the machine form: a decimal or a fraction in half-width digits."""


def pattern(kinds: Collection[Kind]) -> str:
    """A pattern that every text of a quantity of one of the kinds matches, in any width; all of ECMA 262 and of Python.

    It knows form and unit. Bounds and the smallest step are left to ``parse_quantity``.
    """
    signs = sorted((sign for sign, unit in UNITS.items() if unit.kind in kinds), key=lambda sign: (-len(sign), sign))
    forms = [_any_width(sign) for sign in signs]
    if Kind.AREA in kinds:
        forms += ["㎡", "[mｍ]²"]
    with_unit = rf"{_NUMBER}(?:[.．]{_DIGIT}+)?{_BLANK}(?:{'|'.join(forms)})"
    fraction = rf"|{_NUMBER}[/／]{_WHOLE}" if Kind.SHARE in kinds else ""
    return rf"^{_BLANK}(?:{with_unit}{fraction}){_BLANK}$"


def _any_width(sign: str) -> str:
    return "".join(f"[{char}{chr(ord(char) + 0xFEE0)}]" if char.isascii() else re.escape(char) for char in sign)
