"""One case: a dossier held against a pack on a day, with all that evaluating a condition needs to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from tic_rules import calendar
from tic_rules.engine.view import SUBMITTED, Member, Seen, Sees
from tic_rules.facts import written_form
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import Text
from tic_rules.ir.pack import Pack
from tic_rules.ir.steps import Read, State
from tic_rules.quantity import Kind
from tic_rules.truth import OpenPoint, PointKind

TODAY = Text("评定基准日", "As-of date")
APPLICATION = Text("申报日", "Application day")


@dataclass(slots=True)
class Case:
    """A dossier, a pack and a day; ``calendar_read`` is set once a working-day calendar was looked at."""

    pack: Pack
    view: Sees
    as_of: date
    calendar_read: bool = field(default=False)

    def application(self) -> Seen:
        """The submission day; the as-of date while nothing has been submitted."""
        seen = self.view.see(SUBMITTED)
        return Seen(SUBMITTED, State.GIVEN, self.as_of) if seen.state is State.NONE else seen

    def see(self, ref: ir.Ref, member: Member | None) -> Seen:
        """What a reference stands for."""
        if isinstance(ref, ir.Its):
            if member is None:
                raise LookupError(f"no member to read {ref.field} of")
            return member.see(ref.field)
        return self.view.see(ref.path)

    def title(self, ref: ir.Ref, listed: str | None) -> Text:
        """What a reference is called."""
        path = f"{listed}[].{ref.field}" if isinstance(ref, ir.Its) else ref.path
        return self.view.spec(path).title

    def day(self, ref: ir.DayRef, member: Member | None, listed: str | None) -> tuple[Seen, Text]:
        """The day that a reference stands for."""
        match ref:
            case ir.NamedDay.TODAY:
                return Seen("today", State.GIVEN, self.as_of), TODAY
            case ir.NamedDay.APPLICATION:
                return self.application(), APPLICATION
            case date():
                return Seen("", State.GIVEN, ref), Text(ref.isoformat(), ref.isoformat())
            case ir.Fact() | ir.Its():
                return self.see(ref, member), self.title(ref, listed)

    def window(self, window: ir.Window) -> tuple[date, date] | OpenPoint:
        """The first and last day of a window; the open point where the application day is not known."""
        seen = self.application()
        if seen.state is not State.GIVEN:
            return missing(SUBMITTED)
        day: date = seen.value
        match window.kind:
            case ir.WindowKind.FULL_YEARS:
                return date(day.year - window.years, 1, 1), date(day.year - 1, 12, 31)
            case ir.WindowKind.APPLICATION_YEAR:
                return date(day.year, 1, 1), date(day.year, 12, 31)
            case ir.WindowKind.YEARS:
                return first_day_within(day, window.years), day

    def years(self, window: ir.Window) -> Iterator[int] | OpenPoint:
        """The calendar years of a window."""
        found = self.window(window)
        return found if isinstance(found, OpenPoint) else iter(range(found[0].year, found[1].year + 1))


def first_day_within(last: date, years: int) -> date:
    """The earliest day from which the given years run up to the last day or beyond it."""
    first = date(last.year - years, last.month, 1) + timedelta(days=last.day - 4)
    while calendar.add(first, years, Kind.YEARS) < last:
        first += timedelta(days=1)
    return first


@lru_cache(maxsize=4096)
def missing(path: str) -> OpenPoint:
    """The open point of a fact that nobody told us."""
    return OpenPoint(PointKind.FACT, path)


def read(seen: Seen, title: Text) -> Read:
    """How a fact stands, for the trace."""
    return Read(seen.path, seen.state, title, written_form(seen.value) if seen.state is State.GIVEN else "")
