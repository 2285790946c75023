"""Groups: the same fact or finding open of several members of a list, told once for all of them."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

_NUMBER: Final = re.compile(r"([0-9]+)")


class Open(Protocol):
    """An open fact or finding that may be one of several."""

    @property
    def member(self) -> Member | None:
        """The member of a list that it is about."""

    @property
    def alike(self) -> Hashable:
        """What those have in common that differ in the member alone."""


_Open = TypeVar("_Open", bound=Open)


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list: where it stands in the dossier, and its name if it has one."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Group(Generic[_Open]):
    """What is open alike, of one thing or of each of several members, these in the order of their list."""

    each: tuple[_Open, ...]

    @property
    def first(self) -> _Open:
        """The one of which all is said that holds for the others too."""
        return self.each[0]

    @property
    def members(self) -> tuple[Member, ...]:
        """The members; none where it is open of one thing alone."""
        return tuple(each.member for each in self.each if each.member is not None) if len(self.each) > 1 else ()


def grouped(points: Iterable[_Open]) -> tuple[Group[_Open], ...]:
    """The open points in groups, each where the first of it stood."""
    found: dict[Hashable, list[_Open]] = {}
    for number, point in enumerate(points):
        found.setdefault(number if point.member is None else point.alike, []).append(point)
    return tuple(Group(tuple(sorted(each, key=_place))) for each in found.values())


def _place(point: Open) -> list[tuple[int, str]]:
    """By number and not by letter: the third member before the tenth."""
    path = "" if point.member is None else point.member.path
    return list(_parts(path))


def _parts(path: str) -> Iterator[tuple[int, str]]:
    for part in _NUMBER.split(path):
        digits = part.lstrip("0") if _NUMBER.fullmatch(part) else part
        # A longer number is greater; text stands against text, for the two take turns.
        yield (len(digits) if _NUMBER.fullmatch(part) else 0, digits)
