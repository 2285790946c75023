"""Python data that are plainly in order, copied at once; whatever else there is, from_python looks at it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from tic_rules.source.characters import FORBIDDEN, is_plain
from tic_rules.source.limits import LIMITS

_TOO_LONG: Final = 10**LIMITS.digits


def plain_copy(data: object) -> dict[str, object] | None:
    """What ``plain(from_python(data).root)`` is, for a dict in which nothing is wrong and nothing unusual; else None.

    Most data are so, and nodes with places need not be built for them. It takes less than from_python does (no
    subclass, no key that is not ASCII), never more.
    """
    if type(data) is not dict:
        return None
    walk = _Walk()
    try:
        copy = walk.mapping(data, 1)
    except _UnusualError:
        return None
    return copy if walk.in_order() else None


class _UnusualError(Exception):
    """Something for from_python to look at."""


class _Walk:
    """One walk over the data: types and sizes are looked at on the way, all characters together at its end."""

    __slots__ = ("_keys", "_nodes", "_texts")

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._texts: list[str] = []
        self._nodes = 1

    def mapping(self, data: dict[str, object], depth: int) -> dict[str, object]:
        # The copy is gone over and not the data, which another thread may be changing.
        copy = data.copy()
        self._keys += copy
        self._go_over(copy, copy.items(), 2 * len(copy), depth)
        return copy

    def _sequence(self, data: list[object], depth: int) -> list[object]:
        copy = data.copy()
        self._go_over(copy, enumerate(copy), len(copy), depth)
        return copy

    def _go_over(self, copy: Any, entries: Iterable[tuple[Any, Any]], nodes: int, depth: int) -> None:
        """Puts a copy of each collection in its place."""
        self._nodes += nodes
        if depth > LIMITS.depth or self._nodes > LIMITS.nodes:
            raise _UnusualError
        texts = self._texts
        for key, value in entries:
            kind = type(value)
            if kind is str:
                texts.append(value)
            elif kind is bool or kind is date:
                continue
            elif kind is dict:
                copy[key] = self.mapping(value, depth + 1)
            elif kind is list:
                copy[key] = self._sequence(value, depth + 1)
            elif kind is not int or not -_TOO_LONG < value < _TOO_LONG:
                raise _UnusualError

    def in_order(self) -> bool:
        """Whether every key and every text is as it may be."""
        if self._keys and set(map(type, self._keys)) != {str}:
            return False
        keys = set(self._keys)
        # A key in ASCII has no twin that looks like it.
        if "" in keys or not _short(keys) or not (all_keys := "".join(keys)).isascii() or not all_keys.isprintable():
            return False
        texts = "".join(self._texts)
        return _short(self._texts) and (is_plain(texts) or FORBIDDEN.search(texts) is None)


def _short(texts: list[str] | set[str]) -> bool:
    return max(map(len, texts), default=0) <= LIMITS.text
