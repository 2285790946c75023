"""A document as read: values, mappings and lists, each with its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, assert_never

from tic_rules.errors import Place
from tic_rules.source.limits import LIMITS

Value = str | int | bool | dt.date
"""What a scalar may mean. There is no null and no float: fractions and amounts stay text until a unit is read."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as the document gives it."""

    value: Value
    text: str
    """What is written, without quotes and with escapes read."""
    quoted: bool
    """Whether quotes, a block or Python's str said that it is text; only what is not quoted can be anything else."""
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and what stands under them, in the order written; no key occurs twice, and every key is a text."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place
    _index: dict[str, tuple[Scalar, Node]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def get(self, key: str) -> Node | None:
        """What stands under the key, or None where the key is left out."""
        entry = self.entry(key)
        return entry and entry[1]

    def keys(self) -> list[str]:
        """The keys in the order written."""
        return [key.text for key, _ in self.entries]

    def entry(self, key: str) -> tuple[Scalar, Node] | None:
        """The key with its place and what stands under it, or None where the key is left out."""
        if not self._index:
            # Filled at first use: most mappings are only walked. Two threads at once fill in the same things.
            self._index.update((entry[0].text, entry) for entry in self.entries)
        return self._index.get(key)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in the order written."""

    items: tuple[Node, ...]
    place: Place


Node = Scalar | Mapping | Sequence
"""A closed union; match over it and end in assert_never."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document that passed every check of this package."""

    root: Node
    source: str
    """The file as the user named it, - for standard input, or what the caller said."""
    encoding: str
    """How the bytes were read: utf-8, utf-8-sig or gb18030; empty where the caller gave text or Python data."""


def plain(node: Node) -> object:
    """The node as new dicts and lists of str, int, bool and datetime.date, without places."""
    match node:
        case Scalar():
            return node.value
        case Mapping():
            return {key.text: plain(below) for key, below in node.entries}
        case Sequence():
            return [plain(below) for below in node.items]
        case _:
            assert_never(node)


def place_of(document_or_node: Document | Node, path: Iterable[str | int], *, of_key: bool = False) -> Place:
    """The place of the deepest node that exists on the path, for a problem that is found after reading.

    List items are counted from 0, as pydantic does. With of_key, a path that ends in a mapping's entry gives the place
    of its key and not of the value: right for an unknown key.
    """
    node = document_or_node.root if isinstance(document_or_node, Document) else document_or_node
    place = node.place
    for step in path:
        entry = _entry(node, step)
        if entry is None:
            return node.place
        place, node = entry
    return place if of_key else node.place


_STEP: Final = re.compile(r'\["(?P<quoted>[^"]*)"\]|\[(?P<index>[0-9]{1,9})\]|\.?(?P<key>[^.\[]+)')


def steps_of(path: str) -> list[str | int]:
    """The steps of a path as places write it: ``centre.staff[0].name``."""
    return [int(step["index"]) if step["index"] else step["key"] or step["quoted"] for step in _STEP.finditer(path)]


def _entry(node: Node, step: str | int) -> tuple[Place, Node] | None:
    match node, step:
        case Mapping(), str():
            found = node.entry(step)
            return found and (found[0].place, found[1])
        case Sequence(), int() if 0 <= step < len(node.items):
            below = node.items[step]
            return below.place, below
        case _:
            return None


_NEEDS_QUOTES: Final = frozenset('.[]" ')


def step_into(path: str, key: str) -> str:
    """The path one key further: lead.name, or findings["lc.staff"] where a dot in the key could mislead."""
    key = key[: LIMITS.path]
    if not key.isidentifier() and (not key or not _NEEDS_QUOTES.isdisjoint(key)):
        return shortened(f'{path}["{key}"]')
    return shortened(f"{path}.{key}" if path else key)


def shortened(path: str) -> str:
    """The path, or its end after … where it is longer than a place may hold."""
    return path if len(path) <= LIMITS.path else "…" + path[1 - LIMITS.path :]
