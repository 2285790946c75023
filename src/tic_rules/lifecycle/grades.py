"""What is wrong with recorded grades: one that a closed scale does not have, and two of one evaluation."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date
from typing import Final

from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.ir.status import AsideWhy
from tic_rules.lifecycle.happened import Happened
from tic_rules.lifecycle.known import Known

_EVALUATION: Final = "evaluation"
_LAST: Final = 1 << 40
"""After all records of its day."""

_RECTIFIED: Final = "rectification_done"

One = tuple[str | None, int, date | None, int]
"""Which evaluation is graded: its kind, its year or, where no year is told, its day, and how often it rectified before.

What rectified between two results is evaluated anew, though the year is the same.
"""

Grades = dict[One, set[str | None]]
"""The grades that were recorded of each evaluation."""


def set_aside(known: Known, lifecycle: Lifecycle) -> Grades:
    """Sets aside the evaluations whose grade cannot be: nobody may be judged by them until they are corrected.

    The grades that were recorded of each evaluation.
    """
    graded: dict[One, list[Happened]] = {}
    wrong: dict[str, AsideWhy] = {}
    ungraded: list[Happened] = []
    for happened in known.of_kind(_EVALUATION):
        if not has_grade(happened, lifecycle):
            wrong[happened.path] = AsideWhy.NO_SUCH_GRADE
        else:
            graded.setdefault(graded_one(happened, known), []).append(happened)
    grades: Grades = {}
    for one, same in graded.items():
        grades[one] = {happened.event.grade for happened in same}
        if len(grades[one]) > 1:
            wrong |= {happened.path: AsideWhy.TWO_GRADES for happened in same}
            # It was held; how it came out is what nobody knows.
            blank = same[0].event.with_fields({"grade": None})
            ungraded.append(replace(same[0], order=_LAST + len(ungraded), event=blank))
    known.set_aside(wrong)
    for happened in ungraded:
        known.put(happened)
    return grades


def has_grade(happened: Happened, lifecycle: Lifecycle) -> bool:
    """Whether an evaluation has a grade that there is."""
    closed = lifecycle.grades_of(happened.event.type)
    return closed is None or happened.event.grade in closed


def graded_one(happened: Happened, known: Known) -> One:
    """Which evaluation an event grades."""
    event = happened.event
    rectified = bisect_left(known.of_kind(_RECTIFIED), happened.when, key=lambda done: done.when)
    return (event.type, event.year or 0, None if event.year else happened.day, rectified)


def may_part_grades(happened: Happened, known: Known, grades: Grades) -> bool:
    """Whether an event may lie between two results: then which evaluations they grade is to be told anew."""
    if happened.kind != _RECTIFIED:
        return False
    # Of two grades of one evaluation the second is set aside, and its day not held.
    return any(len(of_one) > 1 for of_one in grades.values()) or any(
        last.day >= happened.day for last in known.of_kind(_EVALUATION)[-1:]
    )
