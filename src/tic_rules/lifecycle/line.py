"""A line of a register: what it holds, the digest by which it is chained, and what is wrong with it.

A line is one JSON object: its number, the digest of the line before, what was recorded of which centre, and a digest
of all that. Whatever is altered, removed or put in another order breaks the chain at that line.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from pydantic import ValidationError

from tic_rules import source
from tic_rules.errors import InputError, Place, Problem
from tic_rules.facts import problems
from tic_rules.facts.events import Event
from tic_rules.facts.findings import RecordedFinding

FIRST: Final = "sha256:" + "0" * 64
"""What stands for the digest before the first line."""
MOST_BYTES_A_LINE: Final = 64 * 1024
_KEYS: Final = ("seq", "before", "centre", "digest")
_KINDS: Final = ("enrolled", "event", "finding")


class LineState(StrEnum):
    """How a line of a register stands."""

    WHOLE = "whole"
    TORN = "torn"
    """A write that was cut short: no record."""
    BROKEN = "broken"
    """Not what was written, or not where it was written."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A centre, as it was entered."""

    city: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a register."""

    number: int
    """Counted from 1, as an editor counts."""
    end: int
    """Where the next one begins, in bytes."""
    state: LineState
    seq: int
    digest: str
    centre: str
    entry: Enrolled | Event | RecordedFinding | None
    """None for a line that is not whole."""
    problems: tuple[Problem, ...] = ()


def line_of(raw: bytes, number: int, end: int, seq: int, before: str, name: str) -> Line:
    """What stands in a line that follows the one with this number and digest; ``name`` is the file's."""
    place = Place(name, number, 1)
    data = object_of(raw)
    if data is None:
        return Line(number, end, LineState.TORN, 0, "", "", None, (Problem.of("E063", place),))
    wrong: list[Problem] = []
    said = {key: data.get(key) for key in _KEYS}
    its_seq = said["seq"] if type(said["seq"]) is int else 0
    digest = str(said["digest"])
    try:
        right = digest_of(data)
    except (ValueError, RecursionError):  # what has no text in UTF-8, or goes too deep
        return Line(number, end, LineState.TORN, 0, "", "", None, (Problem.of("E063", place),))
    if digest != right:
        wrong.append(Problem.of("E064", place))
    if its_seq != seq + 1 or said["before"] != before:
        wrong.append(Problem.of("E065", place, seq=said["seq"], expected=seq + 1))
    centre = said["centre"]
    entry = None
    if not isinstance(centre, str) or not centre:
        wrong.append(Problem.of("E066", place))
    elif not wrong:
        try:
            entry = entry_of(data, number, name)
        except InputError as error:
            wrong += error.problems
    state = LineState.BROKEN if wrong else LineState.WHOLE
    return Line(number, end, state, its_seq, digest, str(centre), entry, tuple(wrong))


def digest_of(data: dict[str, object]) -> str:
    """sha256 over a line's content in canonical form, its own digest left out."""
    rest = {key: value for key, value in data.items() if key != "digest"}
    return "sha256:" + hashlib.sha256(text_of(rest, sort=True).encode()).hexdigest()


def text_of(data: dict[str, object], *, sort: bool = False) -> str:
    """A line's content as it is written, and in canonical form where it is sorted."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=sort)


def object_of(raw: bytes) -> dict[str, Any] | None:
    """The object that a line holds; None where it holds none, or is too long."""
    if len(raw) > MOST_BYTES_A_LINE:
        return None
    try:
        data = json.loads(raw, object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The entries of an object; ValueError for a key that stands twice, one of which the digest would not see."""
    entries = dict(pairs)
    if len(entries) != len(pairs):
        raise ValueError("a key stands twice")
    return entries


def entry_of(data: dict[str, Any], number: int, name: str) -> Enrolled | Event | RecordedFinding:
    """What a line records. Raises InputError."""
    here = [kind for kind in _KINDS if kind in data]
    place = Place(name, number, 1)
    if len(here) != 1 or set(data) != {*_KEYS, *here}:
        raise InputError([Problem.of("E066", place)])
    written = data[here[0]]
    if here[0] == "enrolled":
        if not isinstance(written, dict) or not isinstance(written.get("city"), str):
            raise InputError([Problem.of("E066", place)])
        return Enrolled(written["city"], str(written.get("name", "")))
    model = Event if here[0] == "event" else RecordedFinding
    document = source.from_python(written)
    try:
        entry = model.model_validate(source.plain(document.root))
        if isinstance(entry, Event) and entry.id is None:
            # Whatever before it is left out, it is called by the number of its line.
            return entry.model_copy(update={"id": str(data["seq"])})
        return entry
    except ValidationError as error:
        found = list(problems.of_validation(error, model, document))
    raise InputError([replace(problem, place=replace(place, path=problem.place.path)) for problem in found])
