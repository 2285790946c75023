"""Bytes to text: UTF-8, or GB18030 where the bytes cannot be UTF-8 that went wrong."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from tic_rules.errors import InputError, Place, Problem
from tic_rules.source.characters import codepoint, forbidden_in, outside_text
from tic_rules.source.limits import LIMITS
from tic_rules.source.lines import Lines

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"),
)  # fmt: skip
"""Byte order marks of what is refused by name; the UTF-32 one begins like the UTF-16 one and comes first."""

_EAST_ASIAN: Final = "[\u2010-\u203f\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a document, all of it permitted characters, without a byte order mark."""

    text: str
    source: str
    encoding: str


def decode(given: str | bytes, source: str) -> Text:
    """The text of the bytes, or the text given; InputError where it cannot be read without guessing."""
    if isinstance(given, str):
        if len(given) > LIMITS.file_bytes or len(given.encode("utf-8", "surrogatepass")) > LIMITS.file_bytes:
            raise too_large(source)
        text, encoding = given.removeprefix("\ufeff"), ""
    else:
        if len(given) > LIMITS.file_bytes:
            raise too_large(source)
        text, encoding = _from_bytes(bytes(given), source)
    _refuse_forbidden(text, source)
    return Text(text, source, encoding)


def too_large(source: str, most: int = LIMITS.file_bytes) -> InputError:
    """The error for more bytes than are read."""
    return InputError([Problem.of("E107", Place(source), most=most // 1_000_000)])


def _from_bytes(data: bytes, source: str) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise InputError([Problem.of("E108", Place(source), encoding=name)])
    if _is_unmarked_utf16(data):
        raise InputError([Problem.of("E108", Place(source), encoding="UTF-16")])
    marked = data.startswith(codecs.BOM_UTF8)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8"), "utf-8-sig" if marked else "utf-8"
    except UnicodeDecodeError as fault:
        if marked or _was_utf8(body):
            raise _undecodable(body, fault.start, "utf-8", source) from None
    return _from_gb18030(body, source), "gb18030"


def _from_gb18030(data: bytes, source: str) -> str:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as fault:
        raise _undecodable(data, fault.start, "gb18030", source) from None
    if bad := outside_text(text):
        before = len(text[: text.index(bad)].encode("gb18030"))
        raise _undecodable(data, before, "gb18030", source)
    return text


def _is_unmarked_utf16(data: bytes) -> bool:
    """Whether zero bytes stand, several times, in every second place only: ASCII signs in UTF-16."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    return len(data) % 2 == 0 and (even == 0) != (odd == 0) and even + odd > 1


def _was_utf8(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 look like East Asian UTF-8 with faults, and not like GB18030.

    Read as UTF-8, GB18030 text is faults nearly throughout: about one Chinese character in fifty gives a valid
    three-byte sequence by chance, and three in a row all but never. Two-byte sequences tell nothing: 山, 省 and 石 in
    GB18030 are such. One damaged byte in UTF-8 gives at most three faults, so with one whole character left it shows.
    """
    shown = data.decode("utf-8", "replace")
    if re.search(f"(?:{_EAST_ASIAN}){{3}}", shown):
        return True
    return 4 * sum(1 for _ in re.finditer(_EAST_ASIAN, shown)) >= shown.count("\ufffd")


def _undecodable(data: bytes, index: int, encoding: str, source: str) -> InputError:
    before = data[:index].decode(encoding, "replace")
    place = Place(source, *Lines(before).at(len(before)))
    return InputError([Problem.of("E109", place, byte=f"0x{data[index]:02X}")])


def _refuse_forbidden(text: str, source: str) -> None:
    lines = Lines(text)
    problems: list[Problem] = []
    for found in forbidden_in(text):
        place = Place(source, *lines.at(found.start()))
        problems.append(Problem.of("E110", place, character=codepoint(found.group())))
        if len(problems) == LIMITS.problems:
            problems.append(Problem.of("E122", place, most=LIMITS.problems))
            break
    if problems:
        raise InputError(problems)
