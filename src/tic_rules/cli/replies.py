"""What is typed in an interview: a command, or an answer as a dossier would hold it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, BinaryIO, Final

from tic_rules.facts import words
from tic_rules.facts.fields import NONE
from tic_rules.ir.catalogue import FactKind, FactSpec

LONGEST: Final = 4000
"""Bytes in one line of an answer."""


class Word(StrEnum):
    """What can be typed instead of an answer."""

    SKIP = "skip"
    UNKNOWN = "unknown"
    BACK = "back"
    HELP = "help"
    QUIT = "quit"
    LIST = "list"
    TOTAL = "total"


_WORDS: Final = {
    "": Word.SKIP,
    "skip": Word.SKIP,
    "跳过": Word.SKIP,
    "unknown": Word.UNKNOWN,
    "不知道": Word.UNKNOWN,
    "back": Word.BACK,
    "返回": Word.BACK,
    "help": Word.HELP,
    "帮助": Word.HELP,
    "?": Word.HELP,
    "quit": Word.QUIT,
    "退出": Word.QUIT,
    "list": Word.LIST,
    "逐项": Word.LIST,
    "total": Word.TOTAL,
    "合计": Word.TOTAL,
}
_YES: Final = frozenset({"true", "yes", "y", "是", "有"})
_NO: Final = frozenset({"false", "no", "n", "否"})
_EMPTY: Final = frozenset({"0", "[]", "无", "没有"})


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that was typed: the words themselves, and whether they stood in quotes."""

    text: str
    quoted: bool = False

    @property
    def word(self) -> Word | None:
        """The command that it is; what stands in quotes is none."""
        return None if self.quoted else _WORDS.get(_folded(self.text))


class TooLongError(Exception):
    """A line is longer than an answer can be."""


class NotTextError(Exception):
    """A line is text neither in UTF-8 nor in GB18030."""


def typed(line: str) -> Typed:
    """A line as it was meant: white space at its ends does not count, and double quotes keep a word from being read."""
    text = line.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return Typed(text[1:-1], quoted=True)
    return Typed(text)


def next_line(stream: BinaryIO) -> str | None:
    """The next line; None where there is none any more. Raises TooLongError, NotTextError; that line is then gone."""
    line = stream.readline(LONGEST)
    if not line:
        return None
    if len(line) == LONGEST and not line.endswith(b"\n"):
        while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
            pass
        raise TooLongError
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotTextError


def written(spec: FactSpec, answer: Typed) -> object:
    """An answer as a dossier writes it: a flag, a word of a closed set by its number or in English, a year, else text.

    What is none of these stays as it was typed, for the loader to refuse in its own words.
    """
    text = answer.text
    if answer.quoted:
        return text
    match spec.kind:
        case FactKind.FLAG:
            return _flag(text)
        case FactKind.CHOICE | FactKind.LEVEL:
            return _choice(text, spec.values)
        case FactKind.YEAR if text.isascii() and text.isdigit() and len(text) == 4:
            return int(text)
        case FactKind.THING:
            return _thing(text)
        case _:
            return text


def is_empty_list(answer: Typed) -> bool:
    """Whether it says that a list has no member."""
    return not answer.quoted and _folded(answer.text) in _EMPTY


def _flag(text: str) -> object:
    folded = _folded(text)
    return True if folded in _YES else False if folded in _NO else text


def _choice(text: str, values: tuple[str, ...]) -> str:
    folded = _folded(text)
    if folded.isascii() and folded.isdigit() and len(folded) < 3 and 1 <= int(folded) <= len(values):
        return values[int(folded) - 1]
    return next((value for value in values if _folded(words.ENGLISH.get(value, value)) == folded), text)


def _thing(text: str) -> Any:
    """There is one: a thing of which nothing more is told yet."""
    folded = _folded(text)
    if folded in _YES:
        return {}
    return NONE if folded in _NO | _EMPTY - {"0", "[]"} else text


def _folded(text: str) -> str:
    return words.canonical(text).casefold()
