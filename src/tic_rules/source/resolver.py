"""What a text without quotes means: a whole number, true, false, a day, or the text itself; nothing else.

YAML 1.1 would also read no, 010, 12:30, 1_000, 1.5, 1e5, .inf and = as something; here they stay as written, because
what they mean is for the model to say. JSON's numbers and words are read by the same rules.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from tic_rules.source.limits import LIMITS
from tic_rules.source.nodes import Value

NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML 1.1 and JSON take for nothing at all; refused, as missing and known-not-to-exist must be told apart."""

_WHOLE: Final = re.compile(r"0|-?[1-9][0-9]*")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STARTS: Final = frozenset("0123456789+-")


def resolve(text: str) -> tuple[Value, str]:
    """The value of a text without quotes, and the code of what is wrong with it, or an empty code."""
    if text[:1] not in _STARTS:
        return _word(text)
    if _NUMBER.fullmatch(text):
        if len(text) > LIMITS.digits and _digits(text) > LIMITS.digits:
            return text, "E115"
        return (int(text) if _WHOLE.fullmatch(text) else text), ""
    if _DAY.fullmatch(text):
        try:
            return dt.date.fromisoformat(text), ""
        except ValueError:
            return text, "E124"
    return text, ""


def _word(text: str) -> tuple[Value, str]:
    if text in NULLS:
        return text, "E116"
    if text == "true":
        return True, ""
    if text == "false":
        return False, ""
    return text, ""


def _digits(text: str) -> int:
    return sum(text.count(digit) for digit in "0123456789")
