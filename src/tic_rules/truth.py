"""Kleene truth: true, false or open, where open always says why.

This file is the only place where open values are combined. It stands on nothing else of ours, so that
an auditor who reads it has read all that a determination's logic rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter, ge
from typing import Final, NoReturn


class PointKind(StrEnum):
    """What kind of thing is still open."""

    FACT = "fact"
    """A missing fact: nobody told us."""
    FINDING = "finding"
    """A needed finding: only a person can decide."""


@dataclass(frozen=True, slots=True, order=True)
class OpenPoint:
    """One reason why something is open: a missing fact, or a finding that a person has yet to make."""

    kind: PointKind
    name: str
    """The path of the fact in the dossier, or the id of the finding in the pack."""
    about: str = ""
    """For a finding asked of one member of a list: that member's place in the dossier; else empty."""

    def __hash__(self) -> int:
        # The name alone nearly always tells points apart, and Python keeps its hash: sets of points are made often.
        return hash(self.name)


_order: Final = attrgetter("kind", "name", "about")
"""How open points are sorted: as they compare, at the cost of a plain tuple."""


def asked_with(points: Iterable[OpenPoint]) -> dict[OpenPoint, OpenPoint]:
    """For each point the one to ask: a fact below another that is missing as a whole is asked with that one."""
    given = list(points)
    facts = {point.name: point for point in given if point.kind is PointKind.FACT}
    return {point: _topmost(point, facts) if point.kind is PointKind.FACT else point for point in given}


def _topmost(point: OpenPoint, facts: Mapping[str, OpenPoint]) -> OpenPoint:
    parts = point.name.split(".")
    names = (".".join(parts[: end + 1]) for end in range(len(parts)))
    return next(facts[name] for name in names if name in facts)


class TruthValue(StrEnum):
    """The three values of Kleene's strong logic."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Truth:
    """A truth value with the open points behind it; points are there exactly when the value is open."""

    value: TruthValue
    points: tuple[OpenPoint, ...] = ()
    """Sorted, each once."""

    def __post_init__(self) -> None:
        if (self.value is TruthValue.OPEN) is not bool(self.points):
            raise ValueError("a truth has open points exactly when it is open")
        keys = list(map(_order, self.points))
        if any(map(ge, keys, keys[1:])):
            raise ValueError("open points are sorted, each once")

    def __bool__(self) -> NoReturn:
        raise TypeError("a Truth has three values; compare with TRUE or FALSE, or read .value")

    @property
    def is_open(self) -> bool:
        """Whether the value is neither true nor false."""
        return self.value is TruthValue.OPEN


TRUE: Final = Truth(TruthValue.TRUE)
FALSE: Final = Truth(TruthValue.FALSE)


def open_for(points: Iterable[OpenPoint]) -> Truth:
    """Open because of the given points, of which there must be at least one."""
    return Truth(TruthValue.OPEN, tuple(sorted(set(points), key=_order)))


def settled(holds: bool) -> Truth:
    """TRUE or FALSE for a plain Boolean."""
    return TRUE if holds else FALSE


def all_of(children: Iterable[Truth]) -> Truth:
    """False if one child is false, else open with the union of the open points, else true (also of nothing)."""
    return _join(children, decides=FALSE, otherwise=TRUE)


def any_of(children: Iterable[Truth]) -> Truth:
    """True if one child is true, else open with the union of the open points, else false (also of nothing)."""
    return _join(children, decides=TRUE, otherwise=FALSE)


def _join(children: Iterable[Truth], *, decides: Truth, otherwise: Truth) -> Truth:
    values = list(children)
    if any(child.value is decides.value for child in values):
        return decides
    still_open = [child for child in values if child.value is TruthValue.OPEN]
    if len(still_open) == 1:
        return still_open[0]
    return open_for(point for child in still_open for point in child.points) if still_open else otherwise


def negate(child: Truth) -> Truth:
    """Swaps true and false; open stays open with the same points."""
    match child.value:
        case TruthValue.TRUE:
            return FALSE
        case TruthValue.FALSE:
            return TRUE
        case TruthValue.OPEN:
            return child


def excused(require: Truth, excuse: Truth) -> Truth:
    """A requirement that may be excused by a departure or a relaxation.

    True where the requirement holds. Where it fails, the excuse's value and points. Where it is open: true if the
    excuse is true, else open with the requirement's points alone.
    """
    match require.value:
        case TruthValue.TRUE:
            return TRUE
        case TruthValue.FALSE:
            return excuse
        case TruthValue.OPEN:
            return TRUE if excuse.value is TruthValue.TRUE else require


class Verdict(StrEnum):
    """What a user sees of a truth."""

    PASS = "PASS"
    FAIL = "FAIL"
    UNKNOWN = "UNKNOWN"
    """Open, and a missing fact is among the points."""
    REVIEW = "REVIEW"
    """Open, and only findings are needed."""
    NOT_APPLICABLE = "NOT_APPLICABLE"
    """Nothing was asked: never a pass."""


def verdict(truth: Truth) -> Verdict:
    """PASS, FAIL, UNKNOWN or REVIEW for a truth."""
    match truth.value:
        case TruthValue.TRUE:
            return Verdict.PASS
        case TruthValue.FALSE:
            return Verdict.FAIL
        case TruthValue.OPEN:
            # Points are sorted, facts before findings.
            return Verdict.UNKNOWN if truth.points[0].kind is PointKind.FACT else Verdict.REVIEW
