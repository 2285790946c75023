"""Text from outside, made harmless for the place where it is shown.

Names in a dossier come from anybody. Every renderer passes them through here, and nowhere else is text escaped.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LONGEST = 2000


def visible(text: str) -> str:
    """The text with every control, format, private or unassigned character written out as ‹U+XXXX›, on one line."""
    shown = text[:_LONGEST]
    # What Python calls printable holds none of these characters.
    if not shown.isprintable():
        shown = "".join(_mark(char) if _hidden(char) else char for char in shown)
    return shown if len(text) <= _LONGEST else f"{shown}‹+{len(text) - _LONGEST}›"


def one_line(text: str, most: int = 160) -> str:
    """The text made visible, and cut in its middle where it is longer than a line of so many characters."""
    shown = visible(text)
    if len(shown) <= most:
        return shown
    tail = most // 4
    return f"{shown[: most - tail - 1]}…{shown[-tail:]}"


def _hidden(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _mark(char: str) -> str:
    return f"‹U+{ord(char):04X}›"


def for_html(text: str) -> str:
    """The text for an HTML element or a quoted attribute."""
    import html

    return html.escape(visible(text), quote=True)


_ANYWHERE: Final = frozenset("\\`*_{}[]#!|<>~&$^@")
_FIRST: Final = frozenset("-+=:")
_DOUBLED: Final = frozenset("+=")
_HEAD: Final = re.compile(r" *([0-9]*)")


def for_markdown(text: str) -> str:
    """The text for a Markdown line or table cell: no markup, link, image, heading or HTML can come of it.

    ASCII punctuation where it means something is written as a character reference, which every Markdown dialect shows
    as itself; a point or a dash within a line means nothing and stays.
    """
    shown = visible(text)
    head = _HEAD.match(shown)
    first, after = (0, 0) if head is None else (head.start(1), head.end(1))
    return "".join(f"&#{ord(char)};" if _is_markup(shown, at, first, after) else char for at, char in enumerate(shown))


def _is_markup(text: str, at: int, first: int, after: int) -> bool:
    """Whether a character may be markup, where a line begins at ``first`` and the digits there end at ``after``."""
    char, following = text[at], text[at + 1 : at + 2]
    if char in _ANYWHERE or (at == first and char in _FIRST):
        return True
    if char in _DOUBLED:
        return char in {text[at - 1 : at], following}
    if char == ":":
        # A scheme, or the short name of a picture; what is only a colon has a space or a Chinese word after it.
        return following.isascii() and not following.isspace() and bool(following)
    if char == ".":
        return at == after > first or text[max(at - 3, 0) : at].lower() == "www"
    return char == ")" and at == after > first
