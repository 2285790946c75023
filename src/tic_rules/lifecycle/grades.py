"""What is wrong with recorded grades: one that a closed scale does not have, and two of one evaluation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.ir.status import AsideWhy
from tic_rules.lifecycle.happened import Happened, when
from tic_rules.lifecycle.known import Known

_EVALUATION: Final = "evaluation"
_LAST: Final = 1 << 40
"""After all records of its day."""
_BETWEEN: Final = ("rectification_done", "extension_granted", "acceptance")
"""Kinds of event after which an evaluation is another one, though the year is the same."""

One = tuple[str | None, int, date | None, int, bool]
"""Which evaluation is graded: its kind; its year or, where no year is told, its day; how much of what begins a life, or
lets it be evaluated anew, came before; and whether the regulation had begun."""

Grades = dict[One, set[str | None]]
"""The grades of each evaluation."""


def set_aside(known: Known, lifecycle: Lifecycle, first: date | None) -> None:
    """Sets aside the evaluations whose grade cannot be, until they are corrected.

    ``first`` is the regulation's first day.
    """
    graded: dict[One, list[Happened]] = {}
    wrong: dict[str, AsideWhy] = {}
    ungraded: list[Happened] = []
    for happened in known.of_kind(_EVALUATION):
        if not has_grade(happened, lifecycle):
            wrong[happened.path] = AsideWhy.NO_SUCH_GRADE
        else:
            graded.setdefault(graded_one(happened, known, lifecycle, first), []).append(happened)
    for same in graded.values():
        if len({happened.event.grade for happened in same}) > 1:
            wrong |= {happened.path: AsideWhy.TWO_GRADES for happened in same}
            # It was held; how it came out is what nobody knows.
            blank = same[0].event.with_fields({"grade": None})
            ungraded.append(replace(same[0], order=_LAST + same[0].order, event=blank))
    known.set_aside(wrong)
    for happened in ungraded:
        known.put(happened)


def grades_in(known: Known, lifecycle: Lifecycle, first: date | None) -> Grades:
    """The grades of each evaluation that counts; None among them where nobody knows how it came out."""
    found: Grades = {}
    for happened in known.of_kind(_EVALUATION):
        found.setdefault(graded_one(happened, known, lifecycle, first), set()).add(happened.event.grade)
    return found


def has_grade(happened: Happened, lifecycle: Lifecycle) -> bool:
    """Whether an evaluation has a grade that there is."""
    closed = lifecycle.grades_of(happened.event.type)
    return closed is None or happened.event.grade in closed


def graded_one(happened: Happened, known: Known, lifecycle: Lifecycle, first: date | None) -> One:
    """Which evaluation an event grades."""
    event = happened.event
    before = sum(bisect_left(known.of_kind(kind), when(happened), key=when) for kind in _parting(lifecycle))
    in_force = first is None or happened.day >= first
    return (event.type, event.year or 0, None if event.year else happened.day, before, in_force)


def _parting(lifecycle: Lifecycle) -> Iterable[str]:
    """The kinds of event that part two evaluations: what begins a life, and what lets it be evaluated anew."""
    return (*lifecycle.beginnings, *_BETWEEN)


def may_part_grades(happened: Happened, known: Known, lifecycle: Lifecycle, grades: Grades) -> bool:
    """Whether an event may lie between two results: then which evaluations they grade is to be told anew."""
    if happened.kind not in _parting(lifecycle):
        return False
    return any(None in of_one for of_one in grades.values()) or any(
        last.day >= happened.day for last in known.of_kind(_EVALUATION)[-1:]
    )
