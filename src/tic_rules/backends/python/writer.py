"""Writing Python source out of fixed words, fresh names and numbers; everything else is reached by table."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Final

from tic_rules.facts import common_facts

_MOST_IN_A_ROW: Final = 100
_NAME: Final = re.compile(r"[a-z_][a-z_0-9]*")


def _field_names() -> dict[str, str]:
    """The names of the fields of a dossier, as its own models write them."""
    parts = {part for path in common_facts() for part in re.split(r"\[\]\.|\.", path)}
    wrong = [part for part in parts if not _NAME.fullmatch(part)]
    if wrong:
        raise AssertionError(f"no names of fields: {wrong}")
    return {part: part for part in parts}


class Writer:
    """The names and constants of one program."""

    def __init__(self) -> None:
        self.table: dict[str, Any] = {}
        """What the source calls by name: its constants and the functions that it may use."""
        self._fields = _field_names()
        self._known: dict[tuple[type, Hashable], str] = {}
        self._names = 0

    def fresh(self) -> str:
        """A name that nothing has yet."""
        self._names += 1
        return f"v{self._names}"

    def constant(self, value: Hashable) -> str:
        """The name under which the table holds a value; small whole numbers stand for themselves."""
        if type(value) is int and -1 <= value < 1 << 62:
            return str(value)
        key = (type(value), value)
        name = self._known.get(key)
        if name is None:
            name = self._known[key] = self.thing(value)
        return name

    def thing(self, value: object) -> str:
        """The name under which the table holds a thing that is not told apart from others like it."""
        name = f"k{len(self.table)}"
        self.table[name] = value
        return name

    def field(self, name: str) -> str:
        """A field's name as the models write it. Raises KeyError for a name that is no field."""
        return self._fields[name]


class Block:
    """Lines at one depth, with what has been worked out in them already."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.lines: list[str] = []
        self.made: dict[Any, Any] = {}
        """By node: the name of its truth, or the names of its least and greatest amount and its open points."""

    def line(self, text: str, depth: int = 0) -> None:
        """One more line."""
        self.lines.append(" " * depth + text)

    def put(self, expression: str) -> str:
        """A name for what an expression comes to; the same expression again has the same name.

        Only for names that are set once: what is changed later is begun with ``begin``.
        """
        name = self.made.get(expression)
        if name is None:
            name = self.made[expression] = self.begin(expression)
        return str(name)

    def begin(self, expression: str) -> str:
        """A fresh name that begins as what an expression comes to, and may change."""
        name = self.writer.fresh()
        self.line(f"{name} = {expression}")
        return name

    def indented(self, depth: int) -> Iterator[str]:
        """The lines, so much deeper."""
        return (" " * depth + line for line in self.lines)


def joined(parts: Sequence[str], sign: str) -> str:
    """One expression of parts with a sign between them; many are put in brackets, since Python nests what it reads."""
    if len(parts) <= _MOST_IN_A_ROW:
        return f" {sign} ".join(parts)
    middle = len(parts) // 2
    return f"({joined(parts[:middle], sign)}) {sign} ({joined(parts[middle:], sign)})"
