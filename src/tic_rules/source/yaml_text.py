"""YAML, read event by event, so that nothing is built before it is checked.

What makes YAML dangerous or ambiguous is refused at the event: anchors, aliases, merge keys, tags, directives, second
documents. PyYAML's constructors and resolvers are never used.
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from tic_rules.errors import Place
from tic_rules.source.builder import Builder, excerpt
from tic_rules.source.encodings import Text, decode
from tic_rules.source.lines import Lines
from tic_rules.source.nodes import Document, Scalar

LOADER: Final[Any] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""Whose events are read. What both accept they read alike; the one in C also takes a tab between things, and is some
fifteen times as fast."""

_DIRECTIVE: Final = re.compile("(?:^|\r)%", re.MULTILINE)
"""A line that begins with %: a directive, as no other text of a document begins in the first column with it."""
_COLON: Final = re.compile(
    "[ ]{0,200}(?:-[ ]{1,20}){0,20}[^ :：#'\"\\[\\]{},\r\n]{1,100}(：|:(?![ \r\n/]|$))(?![^\r\n]*:(?:[ \r\n]|$))"
)
"""The first colon of a line where none parts a key from its value, since it is full-width or no space follows."""
_LINE_END: Final = re.compile("\r\n?|\n")


def parse_yaml(text_or_bytes: str | bytes, source: str = "", *, loader: Any = LOADER) -> Document:
    """The one document in a YAML text; InputError with everything that is wrong with it."""
    return read_yaml(decode(text_or_bytes, source), loader)


def read_yaml(text: Text, loader: Any = LOADER) -> Document:
    """The one document in a YAML text that is decoded already."""
    reader = _Reader(text)
    reader.read(loader)
    return reader.document()


class _Reader:
    """Feeds the events of one text to a builder."""

    def __init__(self, text: Text) -> None:
        self._text: Final = text
        self._builder: Final = Builder(text.source)
        self._documents = 0
        self._latest: Any = yaml.Mark("", 0, 0, 0, None, 0)
        """Where the latest event began."""

    def read(self, loader: Any) -> None:
        if found := _DIRECTIVE.search(self._text.text):
            # Before parsing: libyaml's time grows with the square of the number of %TAG lines, and PyYAML drops
            # directives that it does not know.
            line, column = Lines(self._text.text).at(found.end() - 1)
            self._builder.stop("E121", Place(self._text.source, line, column), written="%")
        try:
            for event in yaml.parse(self._text.text, Loader=loader):
                self._take(event)
                self._latest = event.start_mark
                if self._documents > 1:
                    return
        except yaml.YAMLError as fault:
            self._fault(getattr(fault, "problem_mark", None), getattr(fault, "context_mark", None))
        except (ValueError, OverflowError):
            # The loader in Python hands "\U00110000" to chr() as it is.
            self._fault(None, None)

    def document(self) -> Document:
        root = self._builder.root
        if isinstance(root, Scalar) and not root.quoted and "：" in root.text:
            self._refuse_wide_colons()
        return self._builder.finish(self._text.encoding)

    def _take(self, event: Any) -> None:
        mark, kind, builder = event.start_mark, type(event), self._builder
        line, column = mark.line + 1, mark.column + 1
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_marks(event, line, column)
            builder.scalar(event.value, quoted=bool(event.style), line=line, column=column)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_marks(event, line, column)
            builder.open(mapping=kind is yaml.MappingStartEvent, line=line, column=column)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            builder.close()
        elif kind is yaml.AliasEvent:
            builder.refuse("E120", builder.place(line, column))
            builder.filler(line, column)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                builder.refuse("E123", Place(self._text.source, line, column))

    def _refuse_marks(self, event: Any, line: int, column: int) -> None:
        if event.anchor is not None:
            self._builder.refuse("E120", self._builder.place(line, column))
        if event.tag is not None:
            self._builder.refuse("E121", self._builder.place(line, column), written=excerpt(event.tag))

    def _char(self, mark: Any) -> str:
        return self._text.text[mark.index : mark.index + 1] if mark is not None else ""

    def _fault(self, problem: Any, context: Any) -> None:
        """Says in our words what kept the loader from going on; which words of its own it used does not matter."""
        for mark in (self._latest, context, problem):
            self._refuse_colon(mark)
        for mark in (context, problem):
            if self._char(mark) in ("%", "!"):
                self._stop("E121", mark.line, mark.column, written=self._char(mark))
        if self._char(context) in ("'", '"', "[", "{") and not self._char(problem):
            place = self._builder.around if self._char(context) in "[{" else self._builder.place
            self._builder.stop("E127", place(context.line + 1, context.column + 1), opened=self._char(context))
        # At the end of a line or of the text the beginning of what is amiss says more.
        shown = problem if self._char(problem).strip() or context is None else context
        shown = shown or self._latest
        # The loader in C points at the backslash of an escape, the one in Python behind it.
        back = int(self._char(context) == '"' and self._text.text[shown.index - 1] == "\\")
        found = self._text.text[shown.index - back : shown.index + 1]
        if found == "\\":
            found = self._text.text[shown.index : shown.index + 2]
        # A tab cannot be seen, so it is told by the key that makes it.
        self._stop("E125", shown.line, shown.column - back, found="Tab" if found == "\t" else found)

    def _stop(self, code: str, line: int, column: int, **values: str) -> None:
        self._builder.stop(code, self._builder.place(line + 1, column + 1), **values)

    def _refuse_colon(self, mark: Any) -> None:
        if mark is None:
            return
        text = self._text.text
        start = max(text.rfind("\n", 0, mark.index), text.rfind("\r", 0, mark.index)) + 1
        if found := _COLON.match(text, start):
            place = self._builder.place(mark.line + 1, found.start(1) - start + 1)
            self._builder.refuse("E126", place, found=found.group(1))

    def _refuse_wide_colons(self) -> None:
        """Each line of a text that was to be a mapping and is one long value."""
        for number, line in enumerate(_LINE_END.split(self._text.text), start=1):
            if (found := _COLON.match(line)) and found.group(1) == "：":
                self._builder.refuse("E126", self._builder.place(number, found.start(1) + 1), found="：")
