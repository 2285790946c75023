"""Two grades of one cycle, where it cannot have two."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from tic_rules.engine.view import Member
from tic_rules.facts.history_facts import events_path
from tic_rules.lifecycle.stages import Stages
from tic_rules.lifecycle.view import HistoryView, when

EVALUATION: Final = "evaluation"
RECTIFIED: Final = "rectification_done"


def two_grades(done: Iterable[Member], view: HistoryView, stages: Stages) -> tuple[Member, ...]:
    """What graded one cycle, where evaluations of one kind gave it more than one grade and none was held again.

    One is held again once the centre has rectified, or was moved to another stage by how the first came out.
    """
    of_type: dict[str | None, list[Member]] = {}
    for found in done:
        if found.fields.kind == EVALUATION and found.fields.grade is not None:
            of_type.setdefault(found.fields.type, []).append(found)
    return tuple(
        found
        for graded in of_type.values()
        if any(
            one.fields.grade != later.fields.grade and not _again(one, later, view, stages)
            for one, later in pairwise(graded)
        )
        for found in graded
    )


def _again(one: Member, later: Member, view: HistoryView, stages: Stages) -> bool:
    """Whether the later of two evaluations was held because of how the other came out."""
    rectified = (when(found) for found in view.all_members(events_path(RECTIFIED)))
    if any(when(one) < moment < when(later) for moment in rectified):
        return True
    before, after = ({found.stage for found in stages.before(held.fields.day)} for held in (one, later))
    return before != after
