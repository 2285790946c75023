"""Which characters may stand in a document, and which in a key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffd-\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
"""Never text, raw or escaped: controls but tab and line ends, the line separators that YAML 1.1 breaks lines at and
others do not (U+0085, U+2028, U+2029), halves of surrogate pairs, noncharacters, a byte order mark that is not the
first character, and U+FFFD, which says that a character was lost before the file reached us."""

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANK: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""Letters and marks that show nothing: fillers, joiners, variation selectors, the empty Braille cell."""


def is_plain(text: str) -> bool:
    """Whether all its characters are printed, and so none is forbidden; a space other than the plain one is not."""
    # Of the characters that are forbidden, U+FFFD alone counts as printed.
    return text.isprintable() and "\ufffd" not in text


def forbidden_in(text: str) -> Iterator[re.Match[str]]:
    """The forbidden characters of the text, each where it stands."""
    if is_plain(text.replace("\n", "")):
        return iter(())
    return FORBIDDEN.finditer(text)


def codepoint(char: str) -> str:
    """The character's number as Unicode writes it."""
    return f"U+{ord(char):04X}"


def unseen(key: str) -> list[str]:
    """The characters of a key that a reader cannot see or tell from a space, in order, each once."""
    if key.isprintable() and (key.isascii() or not _BLANK.search(key)):
        return []
    return list(dict.fromkeys(char for char in key if _unseen(char)))


def _unseen(char: str) -> bool:
    category = unicodedata.category(char)
    return category in _HIDDEN or (category == "Zs" and char != " ") or _BLANK.match(char) is not None


def outside_text(text: str) -> str:
    """The first character that is private, unassigned or a control, or an empty text.

    Used for a guessed encoding only: what is unassigned changes with Unicode, and a guess may be stricter.
    """
    used = set(text) - set("\t\r\n")
    outside = {char for char in used if unicodedata.category(char) in {"Cc", "Cn", "Co", "Cs"}}
    return next((char for char in text if char in outside), "") if outside else ""
