"""Folding text into lines of a given width, Chinese and English alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

Width = Callable[[str], int]
"""How many columns a text takes."""

_PIECE: Final = re.compile(
    r" +"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
    r"|[0-9][0-9.,/]*(?:万元|亿元|平方米|个百分点|个工作日|个月|周岁|[元人家例次项个年月日天%])?"
    r"|[!-~]+"
    r"|.",
    re.DOTALL,
)
_NOT_FIRST: Final = frozenset("，。；：、？！）〕》”’…—")
_NOT_LAST: Final = frozenset("（〔《“‘")


def fold(text: str, width: int, of: Width) -> list[str]:
    """The text in lines of at most ``width`` columns; only what is wider than a line by itself is cut within.

    An amount stays with its unit, a day is whole, and no line begins with a closing or ends with an opening mark.
    """
    if of(text) <= width:
        return [text.strip(" ")]
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and of(line + piece.rstrip(" ")) > width:
            lines.append(line.rstrip(" "))
            line = ""
        if not line:
            piece = piece.lstrip(" ")
        while of(piece) > width:
            head = _head(piece, width, of)
            lines.append(head)
            piece = piece[len(head) :]
        line += piece
    if line or not lines:
        lines.append(line.rstrip(" "))
    return lines


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces between which a line may end."""
    held = ""
    for piece in _PIECE.findall(text):
        belongs = piece in _NOT_FIRST or unicodedata.combining(piece[0]) or (held and held[-1] in _NOT_LAST)
        if held and not belongs:
            yield held
            held = ""
        held += piece
    if held:
        yield held


def _head(piece: str, width: int, of: Width) -> str:
    """As much of a piece as fits, and at least one character."""
    end = 1
    while end < len(piece) and of(piece[: end + 1]) <= width:
        end += 1
    return piece[:end]
