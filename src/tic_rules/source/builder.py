"""One document built from what a reader of any form finds, with every check in one place.

YAML, JSON and Python data all pass through here, so that no form accepts what another refuses.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Final, NoReturn

from tic_rules.errors import InputError, Place, Problem
from tic_rules.source.characters import FORBIDDEN, codepoint, is_plain, unseen
from tic_rules.source.limits import LIMITS
from tic_rules.source.nodes import Document, Mapping, Node, Scalar, Sequence, Value, shortened, step_into
from tic_rules.source.resolver import NULLS, resolve

_SHOWN: Final = 60
"""Characters of the document's own text quoted in a message."""
_LISTED: Final = 8
"""Characters that cannot be seen listed of one key."""


def excerpt(text: str) -> str:
    """The text, cut for a message."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been reached."""

    place: Place
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    key: Scalar | None = None
    """The key that waits for its value."""
    first: dict[str, Place] = field(default_factory=dict)
    """Where each key stood first, by its NFKC form: full-width and other twins look alike and count as one."""

    @property
    def awaits_key(self) -> bool:
        return self.is_mapping and self.key is None

    def inside(self) -> str:
        """The path of what comes next in it."""
        if self.key is not None:
            return self.key.place.path
        if self.is_mapping:
            return self.place.path
        return shortened(f"{self.place.path}[{len(self.items)}]")

    def put(self, node: Node) -> None:
        if self.key is not None:
            self.entries.append((self.key, node))
            self.key = None
        else:
            self.items.append(node)

    def closed(self) -> Node:
        return Mapping(tuple(self.entries), self.place) if self.is_mapping else Sequence(tuple(self.items), self.place)


class Builder:
    """Takes a document node by node in the order written; problems are kept and raised together by finish.

    Only what makes going on pointless is raised at once by stop, together with what was kept.
    """

    def __init__(self, source: str) -> None:
        self._source: Final = source
        self._problems: Final[list[Problem]] = []
        self._open: Final[list[_Open]] = []
        self._nodes = 0
        self._names: Final[set[str]] = set()
        """Keys in ASCII that are in order: the same few stand in most mappings."""
        self.root: Node | None = None
        """The outermost node, once it is complete."""

    def place(self, line: int = 0, column: int = 0) -> Place:
        """The place of the node that comes next."""
        return Place(self._source, line, column, self._open[-1].inside() if self._open else "")

    def around(self, line: int, column: int) -> Place:
        """A place that belongs to the collection that is open."""
        return Place(self._source, line, column, self._open[-1].place.path if self._open else "")

    def refuse(self, code: str, place: Place, **values: object) -> None:
        """Keeps a problem; reading goes on."""
        self._problems.append(Problem.of(code, place, **values))
        if len(self._problems) >= LIMITS.problems:
            self.stop("E122", place, most=LIMITS.problems)

    def stop(self, code: str, place: Place, **values: object) -> NoReturn:
        """Raises this problem with all that were kept."""
        raise InputError([*self._problems, Problem.of(code, place, **values)])

    def finish(self, encoding: str) -> Document:
        """The document, or InputError with all problems kept."""
        if self._problems:
            raise InputError(self._problems)
        if self.root is None:
            self.stop("E111", Place(self._source))
        return Document(self.root, self._source, encoding)

    def open(self, *, mapping: bool, line: int = 0, column: int = 0) -> None:
        """A mapping or a list begins; what follows is inside it until close."""
        self._count(line, column)
        place = self.place(line, column)
        if len(self._open) >= LIMITS.depth:
            self.stop("E112", place, most=LIMITS.depth)
        if self._open and self._open[-1].awaits_key:
            self.refuse("E118", place)
        self._open.append(_Open(place, mapping))

    def close(self) -> None:
        """The collection that was opened last ends."""
        self._put(self._open.pop().closed())

    def scalar(self, text: str, *, quoted: bool, line: int = 0, column: int = 0, value: Value | None = None) -> None:
        """A key or a value, resolved from its text unless quoted or its value is given."""
        self._nodes += 1
        if self._nodes > LIMITS.nodes:
            self._stop_counting(line, column)
        top = self._open[-1] if self._open else None
        if top is not None and top.is_mapping:
            key = top.key
            if key is None:
                self._take_key(top, text, quoted, line, column)
                return
            place = Place(self._source, line, column, key.place.path)
            if value is None:
                value = self._checked(text, place) if quoted else self._resolved(text, place)
            top.entries.append((key, Scalar(value, text, quoted, place)))
            top.key = None
            return
        place = self.place(line, column)
        if value is None:
            value = self._checked(text, place) if quoted else self._resolved(text, place)
        self._put(Scalar(value, text, quoted, place))

    def filler(self, line: int, column: int) -> None:
        """Stands for a node that was refused, so that reading can go on."""
        self._count(line, column)
        place = self.place(line, column)
        if self._open and self._open[-1].awaits_key:
            self._open[-1].key = _unnamed(place)
        else:
            self._put(_unnamed(place))

    def _count(self, line: int, column: int) -> None:
        self._nodes += 1
        if self._nodes > LIMITS.nodes:
            self._stop_counting(line, column)

    def _stop_counting(self, line: int, column: int) -> NoReturn:
        self.stop("E113", self.place(line, column), most=LIMITS.nodes)

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
        elif self._open[-1].awaits_key:
            # A collection stood where a key belongs; it was refused when it was opened.
            self._open[-1].key = _unnamed(node.place)
        else:
            self._open[-1].put(node)

    def _checked(self, text: str, place: Place) -> str:
        if len(text) > LIMITS.text:
            self.refuse("E114", place, length=len(text), most=LIMITS.text)
        elif not is_plain(text) and (found := FORBIDDEN.search(text)):
            self.refuse("E110", place, character=codepoint(found.group()))
        return text

    def _resolved(self, text: str, place: Place) -> Value:
        value, code = resolve(text)
        match code:
            case "":
                return self._checked(value, place) if isinstance(value, str) else value
            case "E115":
                self.refuse(code, place, most=LIMITS.digits)
            case _:
                self.refuse(code, place, written=text)
        return value

    def _take_key(self, top: _Open, text: str, quoted: bool, line: int, column: int) -> None:
        place = Place(self._source, line, column, step_into(top.place.path, text))
        top.key = Scalar(text, text, quoted, place)
        if text in self._names and text not in top.first:
            top.first[text] = place
            return
        if not text or (not quoted and text in NULLS):
            self.refuse("E118", place)
        elif not quoted and text == "<<":
            self.refuse("E120", place)
        elif len(text) > LIMITS.text:
            self.refuse("E114", place, length=len(text), most=LIMITS.text)
        elif hidden := unseen(text):
            points = ", ".join(codepoint(char) for char in hidden[:_LISTED])
            self.refuse("E119", place, key=excerpt(text), points=points)
        else:
            name = text if text.isascii() else unicodedata.normalize("NFKC", text)
            if (first := top.first.setdefault(name, place)) is not place:
                self.refuse("E117", place, key=excerpt(text), first=first)
            elif text.isidentifier() and name is text and text not in NULLS:
                self._names.add(text)


def _unnamed(place: Place) -> Scalar:
    return Scalar("", "", True, place)
