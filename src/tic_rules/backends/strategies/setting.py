"""What a dossier is built for: a pack, and the day on which it will be decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, assert_never

from tic_rules import calendar
from tic_rules.backends.strategies.draft import Draft, Group, Known, Value, ancestors
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind, FactSpec
from tic_rules.ir.pack import Pack
from tic_rules.kind import Kind

SUBMITTED: Final = "application.submitted_on"
STATED: Final = "stated_on"


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A pack and an as-of day, and how a draft is seen in their light."""

    pack: Pack
    on: date

    def spec(self, path: str) -> FactSpec:
        """The catalogue's row for a path."""
        return self.pack.catalogue[path]

    def measure(self, term: str) -> ir.Measure:
        """What a term measures."""
        return self.pack.term_by_id[term].measure or ir.Sum(())

    def condition(self, term: str) -> ir.Condition:
        """What a term says."""
        return self.pack.term_by_id[term].condition or ir.All(())

    def when(self, listed: str) -> ir.Its:
        """The field that says on which day a member of a list happened."""
        return ir.Its(self.spec(listed).dated or "")

    def spec_of(self, ref: ir.Ref, listed: str | None) -> FactSpec:
        """The catalogue's row for what a reference reads."""
        return self.spec(ref.path if isinstance(ref, ir.Fact) else f"{listed}[].{ref.field}")

    def see(self, draft: Draft, path: str) -> Value | None:
        """What a draft says at a path; ``None`` where it says nothing. Below what does not exist nothing does."""
        for prefix in ancestors(path):
            if draft.values.get(prefix) is Known.NONE or self._is_later(draft, prefix):
                return Known.NONE
        if self.pack.catalogue[path].kind is FactKind.THING:
            return Known.THERE if draft.is_said(path) else None
        return draft.values.get(path)

    def read(self, draft: Draft, ref: ir.Ref, member: Group | None) -> Value | None:
        """What a reference stands for."""
        if isinstance(ref, ir.Fact):
            return self.see(draft, ref.path)
        return None if member is None else member.fields.get(ref.field)

    def groups(self, draft: Draft, path: str) -> tuple[Group, ...] | None:
        """Who or what is in a list by the as-of day; ``None`` where the draft does not say."""
        if self.see(draft, path) is Known.NONE:
            return ()
        if path not in draft.lists:
            return None
        dated = self.spec(path).dated
        return tuple(
            group for group in draft.lists[path] if dated is None or not _is_after(group.fields.get(dated), self.on)
        )

    def _is_later(self, draft: Draft, path: str) -> bool:
        """Whether a thing is dated after the as-of day, and so does not exist yet."""
        if path == SUBMITTED:
            return _is_after(draft.values.get(path), self.on)
        spec = self.pack.catalogue.get(path)
        if spec is None or spec.kind is not FactKind.THING or spec.dated is None:
            return False
        return _is_after(draft.values.get(f"{path}.{spec.dated}"), self.on)

    def thing_that_may_not_exist(self, path: str) -> str | None:
        """The nearest of what a fact belongs to, itself included, that can be known not to exist."""
        for prefix in reversed(ancestors(path)):
            spec = self.pack.catalogue.get(prefix)
            if spec is not None and spec.may_be_none:
                return prefix
        return None

    # --- days ------------------------------------------------------------------------------------------------------

    def day(self, draft: Draft, ref: ir.DayRef, member: Group | None) -> date | Known | None:
        """The day that a reference stands for."""
        match ref:
            case ir.NamedDay.TODAY:
                return self.on
            case ir.NamedDay.APPLICATION:
                seen = self.see(draft, SUBMITTED)
                seen = self.on if seen is Known.NONE else seen
            case date():
                return ref
            case ir.Fact() | ir.Its():
                seen = self.read(draft, ref, member)
            case _:
                assert_never(ref)
        return seen if isinstance(seen, (date, Known)) else None

    def window(self, draft: Draft, window: ir.Window) -> tuple[date, date] | None:
        """The first and last day of a window; ``None`` while the application day is not said."""
        day = self.day(draft, ir.NamedDay.APPLICATION, None)
        if not isinstance(day, date):
            return None
        match window.kind:
            case ir.WindowKind.FULL_YEARS:
                return date(day.year - window.years, 1, 1), date(day.year - 1, 12, 31)
            case ir.WindowKind.APPLICATION_YEAR:
                return date(day.year, 1, 1), date(day.year, 12, 31)
            case ir.WindowKind.YEARS:
                first = years_before(day, window.years) - timedelta(days=7)
                while calendar.add(first, window.years, Kind.YEARS) < day:
                    first += timedelta(days=1)
                return first, day


def years_before(day: date, years: int) -> date:
    """The corresponding day some years before, or the last of its month."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _is_after(value: Value | None, on: date) -> bool:
    return isinstance(value, date) and value > on
