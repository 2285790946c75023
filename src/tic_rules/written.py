"""What somebody wrote, before it is a value: one sign in two widths, the signs that are digits, and the refusal.

The readers of quantities, days and codes stand on this, so that a sign that one of them takes means the same in all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

DIGITS: Final = frozenset("0123456789")

_HALF_WIDTH: Final = {0xFF01 + n: 0x21 + n for n in range(94)} | dict.fromkeys(
    [0x3000, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F], 0x20
)


class RefusedError(ValueError):
    """A value that is refused: the code of the problem, and the values that fill its message.

    The reader of a value does not know where it stood; whoever does makes a ``Problem`` of this with its place.
    """

    def __init__(self, problem_code: str, values: Mapping[str, str]) -> None:
        super().__init__(problem_code, dict(values))
        self.problem_code: Final = problem_code
        self.values: Final[dict[str, str]] = dict(values)

    def __str__(self) -> str:
        return f"{self.problem_code} {self.values}"


def half_width(text: str) -> str:
    """The text with each full-width sign as its half-width form, and each kind of space as a plain one.

    Character for character, and nothing else is folded: a superscript, a circled digit or another script's digit stays
    what it is.
    """
    return text.translate(_HALF_WIDTH)


def strange_digit(text: str) -> str | None:
    """The first character that is a number, or holds one, yet is none of 0-9 and their full-width forms; else None.

    Digits of other scripts, superscripts, circled and Roman numerals, 〇, and signs such as ㏠ that are written with
    digits. Chinese numerals that are ordinary characters (三, 十) are not among them.
    """
    for char in half_width(text):
        if char in DIGITS:
            continue
        if unicodedata.category(char).startswith("N") or DIGITS.intersection(unicodedata.normalize("NFKC", char)):
            return char
    return None
