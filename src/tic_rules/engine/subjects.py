"""What a recorded finding is about: the whole, or one member of a list, by its place or by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tic_rules.engine.view import Member, Sees
from tic_rules.errors import Place, Problem
from tic_rules.facts import words
from tic_rules.facts.findings import RecordedFinding
from tic_rules.ir.pack import Pack

_PLACE: Final = re.compile(r"[a-z_.]+\[[0-9]+\]")


def subject(entry: RecordedFinding, place: str, pack: Pack, view: Sees) -> str | Problem | None:
    """The place of the member that an answer is about, None where it is about the whole; a problem where it is neither.

    What looks like a place is one, whatever the members are called; a name that two members bear names neither.
    """
    name = entry.finding or ""
    lists = pack.lists_asked_of[name]
    if not lists:
        return None  # declared and asked for nowhere, as after a small edit of a pack
    if entry.about is None:
        if None in lists:
            return None
        return Problem.of("E159", Place(path=place), finding=name, **_listed(lists))
    at = Place(path=f"{place}.about")
    if lists == {None}:
        return Problem.of("E180", at, finding=name)
    found = [member.path for member in _members(lists, view) if _is_meant(entry.about, member)]
    match found:
        case [path]:
            return path
        case []:
            return Problem.of("E178", at, about=entry.about, **_listed(lists))
        case _:
            return Problem.of("E179", at, about=entry.about, first=found[0])


def _listed(lists: frozenset[str | None]) -> dict[str, str]:
    paths = sorted(path for path in lists if path)
    return {"lists": "、".join(paths), "lists_en": ", ".join(paths)}


def _members(lists: frozenset[str | None], view: Sees) -> Iterator[Member]:
    for path in sorted(path for path in lists if path):
        yield from view.all_members(path)


def _is_meant(about: str, member: Member) -> bool:
    written = words.canonical(about)
    if _PLACE.fullmatch(written):
        return written == member.path
    return written == words.canonical(member.name)
