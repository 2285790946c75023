"""JSON by RFC 8259 and no more: no comments, no NaN, nothing after the end; each value with its line and column.

JSON is not read as YAML, which differs from it in escapes, tabs and long keys.
"""

from __future__ import annotations

import json
import re
from typing import Final, NoReturn

from tic_rules.source.builder import Builder, excerpt
from tic_rules.source.encodings import Text, decode
from tic_rules.source.lines import Lines
from tic_rules.source.nodes import Document

_SPACES: Final = frozenset(" \t\r\n")
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_WORD: Final = re.compile(r'[^ \t\r\n,:{}\[\]"]*')
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_NAMES: Final = frozenset({"true", "false", "null"})
_CLOSERS: Final = {"{": "}", "[": "]"}


def parse_json(text_or_bytes: str | bytes, source: str = "") -> Document:
    """The one document in a JSON text; InputError with everything that is wrong with it."""
    return read_json(decode(text_or_bytes, source))


def read_json(text: Text) -> Document:
    """The one document in a JSON text that is decoded already."""
    return _Scanner(text).document()


class _Scanner:
    """Goes through one text and feeds what it finds to a builder; nesting is kept in a list, not on the stack."""

    def __init__(self, text: Text) -> None:
        self._text: Final = text.text
        self._encoding: Final = text.encoding
        self._builder: Final = Builder(text.source)
        self._lines: Final = Lines(text.text)
        self._string: Final = json.JSONDecoder().raw_decode
        self._unclosed: Final[list[tuple[str, tuple[int, int]]]] = []
        """The bracket of each open collection with its line and column."""
        self._index = 0

    def document(self) -> Document:
        if not self._peek():
            return self._builder.finish(self._encoding)
        self._value()
        is_first = True
        while self._unclosed:
            opener, _ = self._unclosed[-1]
            char = self._peek()
            if char == _CLOSERS[opener]:
                self._index += 1
                self._unclosed.pop()
                self._builder.close()
                is_first = False
                continue
            if not is_first:
                self._sign(",")
            depth = len(self._unclosed)
            self._entry(opener)
            is_first = len(self._unclosed) > depth
        if self._peek():
            self._builder.refuse("E123", self._builder.place(*self._lines.at(self._index)))
        return self._builder.finish(self._encoding)

    def _entry(self, opener: str) -> None:
        if opener == "{":
            if self._peek() != '"':
                self._fault()
            self._text_value()
            self._sign(":")
        self._value()

    def _value(self) -> None:
        char = self._peek()
        if char == '"':
            self._text_value()
        elif char in _CLOSERS:
            line, column = self._lines.at(self._index)
            self._builder.open(mapping=char == "{", line=line, column=column)
            self._unclosed.append((char, (line, column)))
            self._index += 1
        else:
            self._word()

    def _word(self) -> None:
        found = _WORD.match(self._text, self._index)
        word = found.group() if found else ""
        if word not in _NAMES and not _NUMBER.fullmatch(word):
            self._fault()
        line, column = self._lines.at(self._index)
        self._builder.scalar(word, quoted=False, line=line, column=column)
        self._index += len(word)

    def _text_value(self) -> None:
        line, column = self._lines.at(self._index)
        try:
            text, end = self._string(self._text, self._index)
        except json.JSONDecodeError as fault:
            char = self._text[fault.pos : fault.pos + 1]
            if fault.pos == self._index or char in ("\r", "\n", ""):
                self._builder.stop("E127", self._builder.place(line, column), opened='"')
            found = self._text[fault.pos : fault.pos + 2] if char == "\\" else char
            self._builder.stop("E128", self._builder.place(*self._lines.at(fault.pos)), found=found)
        self._builder.scalar(text, quoted=True, line=line, column=column)
        self._index = end

    def _sign(self, sign: str) -> None:
        if self._peek() != sign:
            self._fault()
        self._index += 1

    def _peek(self) -> str:
        """The next character that is not white space, without taking it; empty at the end of the text."""
        char = self._text[self._index : self._index + 1]
        if char in _SPACES and (found := _SPACE.match(self._text, self._index)):
            self._index = found.end()
            char = self._text[self._index : self._index + 1]
        return char

    def _fault(self) -> NoReturn:
        """What comes next does not belong here."""
        char = self._peek()
        if not char and self._unclosed:
            opener, spot = self._unclosed[-1]
            self._builder.stop("E127", self._builder.around(*spot), opened=opener)
        found = _WORD.match(self._text, self._index)
        word = excerpt(found.group()) if found else ""
        self._builder.stop("E128", self._builder.place(*self._lines.at(self._index)), found=word or char)
