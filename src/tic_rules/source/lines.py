"""Line and column of a place in a text, as editors count them."""

from __future__ import annotations


class Lines:
    r"""Tells lines and columns, from 1, of indexes that are asked for in rising order.

    \n, \r\n and a lone \r end a line, and nothing else does. The whole text is gone through once, however many
    indexes are asked for. An index between \r and \n is not asked for.
    """

    __slots__ = ("_has_returns", "_index", "_line", "_start", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._has_returns = "\r" in text
        self._index = 0
        self._line = 1
        self._start = 0

    def at(self, index: int) -> tuple[int, int]:
        """Line and column of the character at the index, which is not before the last one asked for."""
        text, last = self._text, self._index
        ends = text.count("\n", last, index)
        if self._has_returns:
            ends += text.count("\r", last, index) - text.count("\r\n", last, index)
        if ends:
            self._line += ends
            self._start = max(text.rfind("\n", last, index), text.rfind("\r", last, index)) + 1
        self._index = index
        return self._line, index - self._start + 1
