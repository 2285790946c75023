"""What falls due: of one centre or of a whole register, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.status import CentreStatus, DutyState

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
        return f"{self.city}.{self.centre}.{self.id}.{self.occurrence}@tic-rules"


def due_items(statuses: Iterable[CentreStatus], within: int) -> Iterator[DueItem]:
    """What falls due from the as-of day up to ``within`` days after it, and what was not done in time, by day."""
    found = [item for status in statuses for item in _of(status, status.on + timedelta(days=within))]
    return iter(sorted(found, key=lambda item: (item.due, item.city, item.centre, item.id, item.occurrence)))


def _of(status: CentreStatus, until: date) -> Iterator[DueItem]:
    about = (status.pack.id, status.centre, status.name)
    for duty in status.duties:
        if duty.due is not None and duty.due <= until and duty.state in _NOT_DONE:
            occurrence = duty.after if duty.year is None else str(duty.year)
            yield DueItem(
                *about,
                duty.id,
                occurrence,
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
