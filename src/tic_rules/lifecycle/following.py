"""What follows of an event from others: whether a state lasts, what was graded before, whether it was rectified."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import Any, Final

from tic_rules.facts.events import KINDS
from tic_rules.facts.fields import NONE
from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.lifecycle.given_time import last_day_after, latest
from tic_rules.lifecycle.happened import Happened, when
from tic_rules.lifecycle.known import Known

_EVALUATION: Final = "evaluation"
_REFUSED: Final = "rectification_refused"
FOLLOWING: Final = frozenset(
    {_EVALUATION, _REFUSED, *(kind.id for kind in KINDS.values() if kind.ended_by is not None)}
)
"""Kinds of which an event says more than was recorded."""


class Following:
    """What follows of the events of one centre."""

    def __init__(self, known: Known, lifecycle: Lifecycle) -> None:
        self._known = known
        self._lifecycle = lifecycle

    def of(self, happened: Happened) -> dict[str, Any]:
        """The fields that follow of an event."""
        fields: dict[str, Any] = {}
        ended_by = KINDS[happened.kind].ended_by
        if ended_by is not None:
            fields["lasts"] = self._lasts(happened, ended_by)
        if happened.kind == _REFUSED:
            fields["grade_before"] = self._grade_before(happened)
        if happened.kind == _EVALUATION:
            fields["grade_before"] = self._grade_before(happened)
            fields["grade_year_before"] = self._grade_of(self._year_of(happened) - 1)
            fields |= self._in_a_row(happened)
        return fields

    def _lasts(self, happened: Happened, ended_by: str) -> bool | None:
        """Whether a state still lasts; None where its end may not have been recorded."""
        event = happened.event
        for end in self._known.of_kind(ended_by):
            same = all(
                getattr(end.event, name) is None or getattr(end.event, name) == getattr(event, name)
                for name in ("unit", "list_name")
            )
            if same and end.when > happened.when:
                return False
        return True if self._known.is_whole(ended_by) else None

    def _before(self, happened: Happened) -> list[Happened]:
        """The evaluations before an event."""
        graded = self._known.of_kind(_EVALUATION)
        return graded[: bisect_left(graded, happened.when, key=when)]

    def _grade_before(self, happened: Happened) -> str | None:
        """The grade of the evaluation before; NONE where it is the first, None where one may not have been recorded."""
        if not self._known.is_whole(_EVALUATION, happened.day):
            return None
        earlier = self._before(happened)
        return _grade(earlier[-1]) if earlier else NONE

    def _in_a_row(self, happened: Happened) -> dict[str, Any]:
        """Whether the evaluation before came out the same, since when, and what became of rectifying meanwhile.

        All of it is open where an evaluation, or a grade, may not have been recorded.
        """
        run: Happened | None = None
        is_open = dict.fromkeys(("same_grade", "same_grade_since", "rectified_since", "rectify_by"))
        if not self._known.is_whole(_EVALUATION, happened.day):
            return is_open
        for before in reversed(self._before(happened)):
            if before.event.grade is None or happened.event.grade is None:
                return is_open
            if before.event.grade != happened.event.grade:
                break
            run = before
        if run is None:
            return {"same_grade": False, "same_grade_since": NONE, "rectified_since": False, "rectify_by": NONE}
        done = any(run.when < h.when < happened.when for h in self._known.of_kind("rectification_done"))
        silent = not self._known.is_whole("rectification_done", happened.day)
        return {
            "same_grade": True,
            "same_grade_since": run.day,
            "rectified_since": None if silent and not done else done,
            "rectify_by": self._rectify_by(run.day, happened.day),
        }

    def _rectify_by(self, first: date, day: date) -> date | None:
        """The last day to rectify after a first day; None where a calendar to come may move it past another day."""
        if self._lifecycle.time_to_rectify is None:
            return None
        last, may_move = last_day_after(first, self._lifecycle.time_to_rectify)
        return None if last is not None and may_move and last < day <= latest(last) else last

    def _year_of(self, happened: Happened) -> int:
        return happened.event.year or happened.day.year

    def _grade_of(self, year: int) -> str | None:
        """The grade of a year's evaluation; NONE where there was none, None where that is not known, or two differ."""
        grades = {_grade(h) for h in self._known.of_kind(_EVALUATION) if self._year_of(h) == year}
        if grades:
            return grades.pop() if len(grades) == 1 else None
        return NONE if self._known.is_whole(_EVALUATION, date(year, 12, 31)) else None


def _grade(happened: Happened) -> str | None:
    grade: str | None = happened.event.grade
    return grade
