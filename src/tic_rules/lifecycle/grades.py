"""What is wrong with recorded grades: one that a closed scale does not have, and two of one evaluation."""

from __future__ import annotations

from dataclasses import replace

from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.ir.status import AsideWhy
from tic_rules.lifecycle.known import Happened, Known


def set_aside(known: Known, lifecycle: Lifecycle) -> None:
    """Sets aside the evaluations whose grade cannot be: nobody may be judged by them until they are corrected."""
    graded: dict[tuple[str | None, int, object], list[Happened]] = {}
    wrong: dict[str, AsideWhy] = {}
    ungraded: list[Happened] = []
    for happened in known.of_kind("evaluation"):
        event = happened.event
        closed = lifecycle.grades_of(event.type)
        if closed is not None and event.grade not in closed:
            wrong[happened.path] = AsideWhy.NO_SUCH_GRADE
            continue
        # One evaluation is known by its kind and year; where no year is told, by its day.
        key = (event.type, event.year or 0, None if event.year else happened.day)
        graded.setdefault(key, []).append(happened)
    for same in graded.values():
        if len({happened.event.grade for happened in same}) > 1:
            wrong |= {happened.path: AsideWhy.TWO_GRADES for happened in same}
            # It was held; how it came out is what nobody knows.
            ungraded.append(replace(same[0], event=same[0].event.model_copy(update={"grade": None})))
    known.set_aside(wrong)
    known.events = sorted([*known.events, *ungraded], key=lambda happened: happened.day)
