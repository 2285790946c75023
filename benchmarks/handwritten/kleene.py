"""Kleene values as this code passes them round: TRUE and FALSE are compared by identity, all else is open."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, TruthValue

_ORDER: Final = attrgetter("kind", "name", "about")
_OPEN: Final = TruthValue.OPEN


def missing(path: str) -> OpenPoint:
    """The point of a fact that was not told."""
    return OpenPoint(PointKind.FACT, path)


def unknown(path: str) -> Truth:
    """Open, for one missing fact."""
    return Truth(_OPEN, (OpenPoint(PointKind.FACT, path),))


def needed(finding: str) -> Truth:
    """Open, for one finding yet to be made."""
    return Truth(_OPEN, (OpenPoint(PointKind.FINDING, finding),))


def open_for(points: Iterable[OpenPoint]) -> Truth:
    """Open, for several points, sorted by a key, which is faster than comparing the points themselves."""
    found = set(points)
    return Truth(_OPEN, tuple(found) if len(found) == 1 else tuple(sorted(found, key=_ORDER)))


def both(left: Truth, right: Truth) -> Truth:
    """False if one is false, else open if one is open."""
    if left is FALSE or right is FALSE:
        return FALSE
    if left is TRUE:
        return right
    return left if right is TRUE else open_for((*left.points, *right.points))


def either(left: Truth, right: Truth) -> Truth:
    """True if one is true, else open if one is open."""
    if left is TRUE or right is TRUE:
        return TRUE
    if left is FALSE:
        return right
    return left if right is FALSE else open_for((*left.points, *right.points))


def opposite(truth: Truth) -> Truth:
    """True for false and false for true."""
    if truth is TRUE:
        return FALSE
    return TRUE if truth is FALSE else truth


def given(when: Truth, require: Truth) -> Truth:
    """What is asked only where ``when`` holds."""
    return require if when is TRUE else either(opposite(when), require)


def every(truths: Iterable[Truth]) -> Truth:
    """All of many."""
    points: list[OpenPoint] = []
    for truth in truths:
        if truth is TRUE:
            continue
        if truth is FALSE:
            return FALSE
        points += truth.points
    return open_for(points) if points else TRUE


def is_true(flag: bool | None, if_missing: Truth) -> Truth:
    """A flag that has to be true."""
    if flag is None:
        return if_missing
    return TRUE if flag else FALSE


def is_false(flag: bool | None, if_missing: Truth) -> Truth:
    """A flag that has to be false."""
    if flag is None:
        return if_missing
    return FALSE if flag else TRUE
