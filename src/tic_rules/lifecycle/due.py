"""What falls due, of one centre or of a whole register, in the order of the days; and what is owed on no known day.

A duty whose day a notice sets, or that is reckoned in working days not yet published, has no place among the days; left
out, it would be forgotten. What an officer needs of it is what can still be done: the cycles that have begun, of
centres that have not ended. They stand by duty and reason, since one notice is the answer for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.status import CentreStatus, DutyNow, DutyState, EventNow
from tic_rules.truth import OpenPoint

MAY_MOVE = Text("可能因调休顺延", "may move with the calendar to come")
"""Said of a due day that working days not yet published could move."""
_NOT_DONE = frozenset({DutyState.DUE, DutyState.MISSED, DutyState.LATE_OR_MISSED, DutyState.OPEN})


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something that falls due, or was not done in time."""

    city: str
    centre: str
    name: str
    id: str
    """The duty or period."""
    occurrence: str
    """Which cycle of it: a year, the event that it follows, or the day on which a period began."""
    title: Text
    cites: tuple[CitedPlace, ...]
    owed_by: Text
    due: date
    may_move: bool
    state: DutyState

    @property
    def uid(self) -> str:
        """What the occurrence is called in a calendar; the same however often it is written."""
        return _uid(self.city, self.centre, self.id, self.occurrence)


class Unset(StrEnum):
    """Why a duty has no due day."""

    NO_NOTICE = "no notice has set it"
    NOTICE_NOT_RECORDED = "no notice is recorded"
    """A notice sets it; whether one has, the record does not say."""
    WORKING_DAYS = "working days not published"


@dataclass(frozen=True, slots=True)
class UndatedItem:
    """Something that is owed, or may be, and not done, on a day that is not known."""

    city: str
    centre: str
    name: str
    id: str
    """The duty."""
    occurrence: str
    """Which cycle of it: a year, or the event that it follows."""
    follows: EventNow | None
    """The event that it follows; None for a cycle of years."""
    title: Text
    cites: tuple[CitedPlace, ...]
    owed_by: Text
    unset: Unset
    points: tuple[OpenPoint, ...]
    """What is open beside its day: whether it is owed at all."""

    @property
    def uid(self) -> str:
        """What the occurrence is called in a calendar, once it has a day."""
        return _uid(self.city, self.centre, self.id, self.occurrence)


def _uid(city: str, centre: str, duty: str, occurrence: str) -> str:
    return f"{city}.{centre}.{duty}.{occurrence}@tic-rules"


def due_items(statuses: Iterable[CentreStatus], within: int) -> Iterator[DueItem]:
    """What falls due from the as-of day up to ``within`` days after it, and what was not done in time, by day.

    What is owed on no known day is not among them: ``undated_items``.
    """
    found = [item for status in statuses for item in _of(status, status.on + timedelta(days=within))]
    return iter(sorted(found, key=lambda item: (item.due, item.city, item.centre, item.id, item.occurrence)))


def undated_items(statuses: Iterable[CentreStatus]) -> Iterator[UndatedItem]:
    """What is owed, or may be, and not done, without a due day: by city, duty, reason and centre, latest cycle first.

    Of a centre that has ended nothing; where that is open, all.
    """
    found = [item for status in statuses if not _has_ended(status) for item in _undated_of(status)]
    found.sort(key=lambda item: item.occurrence, reverse=True)
    return iter(sorted(found, key=lambda item: (item.city, item.id, item.unset, item.centre)))


def _has_ended(status: CentreStatus) -> bool:
    return bool(status.stages) and all(stage.ended for stage in status.stages)


def _undated_of(status: CentreStatus) -> Iterator[UndatedItem]:
    events = {event.path: event for event in status.events}
    for duty in status.duties:
        if duty.due is None and duty.state in _NOT_DONE:
            day = [point for point in duty.points if _is_of_the_day(point)]
            yield UndatedItem(
                status.pack.id,
                status.centre,
                status.name,
                duty.id,
                _occurrence(duty),
                events.get(duty.after),
                duty.title,
                duty.cites,
                duty.owed_by_title,
                Unset.WORKING_DAYS if duty.may_move else Unset.NOTICE_NOT_RECORDED if day else Unset.NO_NOTICE,
                tuple(point for point in duty.points if point not in day),
            )


def _is_of_the_day(point: OpenPoint) -> bool:
    return point.name.startswith("duties.") and point.name.endswith("].due")


def _occurrence(duty: DutyNow) -> str:
    return duty.after if duty.year is None else str(duty.year)


def _of(status: CentreStatus, until: date) -> Iterator[DueItem]:
    about = (status.pack.id, status.centre, status.name)
    for duty in status.duties:
        if duty.due is not None and duty.due <= until and duty.state in _NOT_DONE:
            yield DueItem(
                *about,
                duty.id,
                _occurrence(duty),
                duty.title,
                duty.cites,
                duty.owed_by_title,
                duty.due,
                duty.may_move,
                duty.state,
            )
    for period in status.periods:
        if status.on <= period.last_day <= until:
            yield DueItem(
                *about,
                period.id,
                period.first_day.isoformat(),
                period.title,
                period.cites,
                Text("", ""),
                period.last_day,
                False,
                DutyState.DUE,
            )
