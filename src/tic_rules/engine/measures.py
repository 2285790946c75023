"""What measures come to: exact values, or intervals with the unknown parts named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import assert_never

from tic_rules import calendar
from tic_rules.engine.case import Case, missing, read
from tic_rules.engine.view import Member, Seen
from tic_rules.errors import InputError, Place, Problem
from tic_rules.facts import written_form
from tic_rules.facts.units import YearAmount
from tic_rules.ir import conditions as ir
from tic_rules.ir import steps
from tic_rules.ir.catalogue import FactKind
from tic_rules.ir.steps import Reckoned, State, YearNote
from tic_rules.quantity import Interval, Kind, Quantity
from tic_rules.truth import TRUE, OpenPoint, TruthValue, all_of

Evaluate = Callable[[ir.Condition, Member | None, str | None], steps.TruthStep]
"""Evaluates a condition, for a member of a list or for none."""

ZERO = Fraction(0)
ONE = Fraction(1)


class Measures:
    """Reckons the measures of one case."""

    def __init__(self, case: Case, evaluate: Evaluate) -> None:
        self._case = case
        self._evaluate = evaluate
        self._alike = case.pack.alike
        self._made: dict[int, tuple[ir.Measure, steps.MeasureStep]] = {}
        """What lists and series came to: many norms and other readings read the same."""

    def reckon(self, measure: ir.Measure, member: Member | None = None, listed: str | None = None) -> steps.MeasureStep:
        """What a measure comes to, and how."""
        match measure:
            case ir.Fact() | ir.Its():
                return self._fact(measure, member, listed)
            case ir.TermRef(name):
                term = self._case.pack.term_by_id[name]
                inner = self.reckon(term.measure or ir.Sum(()), member, listed)
                return steps.TermMeasure(name, term.title, inner, inner.value)
            case ir.Sum(parts):
                made = tuple(self.reckon(part, member, listed) for part in parts)
                return steps.SumMeasure(made, total([part.value for part in made]))
            case ir.Lesser(items):
                made = tuple(self.reckon(item, member, listed) for item in items)
                return steps.LesserMeasure(made, least([item.value for item in made]))
            case ir.YearSum() | ir.ListSum() | ir.Count():
                key = self._alike.get(id(measure), id(measure))
                if key not in self._made:
                    # The node is kept with its step, so that no other node can come by its identity.
                    self._made[key] = (measure, self._of_many(measure))
                return self._made[key][1]
            case ir.Age():
                return self._age(measure, member, listed)
            case _:
                assert_never(measure)

    def _fact(self, ref: ir.Ref, member: Member | None, listed: str | None) -> steps.FactMeasure:
        seen = self._case.see(ref, member)
        path = f"{listed}[].{ref.field}" if isinstance(ref, ir.Its) else ref.path
        spec = self._case.view.spec(path)
        unit = Kind.SHARE if spec.kind is FactKind.SHARE else spec.unit or Kind.ITEMS
        return steps.FactMeasure(read(seen, spec.title), amount_of(seen, unit))

    def _age(self, age: ir.Age, member: Member | None, listed: str | None) -> steps.AgeMeasure:
        born, born_title = self._case.day(age.born, member, listed)
        on, on_title = self._case.day(age.at, member, listed)
        value = Reckoned(Kind.AGE, ZERO, None, _points(born, on))
        if State.NONE in (born.state, on.state):
            value = Reckoned(Kind.AGE, ZERO, ZERO, exists=False)
        elif not value.points:
            if born.value > on.value:
                shown = {"born": born.value, "on": on.value}
                raise InputError([Problem.of("E142", Place(path=born.path), **shown)])
            value = exactly(Kind.AGE, Fraction(calendar.completed_years(born.value, on.value)))
        return steps.AgeMeasure(read(born, born_title), read(on, on_title), value)

    def _of_many(self, measure: ir.YearSum | ir.ListSum | ir.Count) -> steps.YearsMeasure | steps.ListMeasure:
        match measure:
            case ir.YearSum():
                return self._years(measure)
            case ir.ListSum():
                return self._members(measure, measure.each)
            case ir.Count():
                return self._members(measure, None)

    # --- yearly figures --------------------------------------------------------------------------------------------

    def _years(self, measure: ir.YearSum) -> steps.YearsMeasure:
        case = self._case
        spec = case.view.spec(measure.series)
        unit = spec.unit or Kind.MONEY
        stated = self._stated(measure.stated_as)
        seen = case.view.see(measure.series)
        years = case.years(measure.over)
        entries: tuple[steps.YearStep, ...] = ()
        points: tuple[OpenPoint, ...] = ()
        if isinstance(years, OpenPoint):
            points = (years,)
            value = Reckoned(unit, ZERO, None, points)
        else:
            entries = tuple(self._year(seen, measure.series, year, unit) for year in years)
            value = total([entry.value for entry in entries], unit)
        value = self._with_stated(value, stated, measure.series)
        return steps.YearsMeasure(
            measure.series,
            spec.title,
            str(measure.over),
            entries,
            points,
            stated,
            value,
            self._registered(measure.series),
        )

    def _year(self, seen: Seen, series: str, year: int, unit: Kind) -> steps.YearStep:
        entry = next((e for e in seen.value if e.year == year), None) if seen.state is State.GIVEN else None
        if entry is not None and entry.amount is not None:
            end = self._runs_to(entry)
            text, until = written_form(entry.amount), None if isinstance(end, OpenPoint) else end
            if isinstance(end, date) and end >= date(year, 12, 31):
                return steps.YearStep(year, YearNote.WHOLE, exactly(unit, entry.amount.amount), text, until)
            point = end if isinstance(end, OpenPoint) else missing(f"{series}[{year}]")
            value = Reckoned(unit, entry.amount.amount, None, (point,))
            return steps.YearStep(year, YearNote.SO_FAR, value, text, until)
        registered = self._registered(series)
        if registered is not None and registered.year > year:
            return steps.YearStep(year, YearNote.BEFORE_REGISTRATION, exactly(unit, ZERO))
        point = missing(f"{series}[{year}]")
        return steps.YearStep(year, YearNote.MISSING, Reckoned(unit, ZERO, None, (point,)))

    def _registered(self, series: str) -> date | None:
        """When the unit whose series it is was registered."""
        path = f"{series.rpartition('.')[0]}.registered_on"
        if self._case.pack.catalogue.get(path) is None:
            return None
        seen = self._case.view.see(path)
        return seen.value if seen.state is State.GIVEN else None

    def _runs_to(self, entry: YearAmount) -> date | OpenPoint:
        """Up to which day a yearly figure runs: its own, else the dossier's; never beyond the as-of date."""
        if entry.until is not None:
            return min(entry.until, self._case.as_of)
        stated_on = self._case.view.see("stated_on")
        return min(stated_on.value, self._case.as_of) if stated_on.state is State.GIVEN else missing("stated_on")

    # --- lists -----------------------------------------------------------------------------------------------------

    def _members(self, measure: ir.ListSum | ir.Count, each: ir.Its | None) -> steps.ListMeasure:
        case = self._case
        spec = case.view.spec(measure.list)
        unit = spec.unit or Kind.ITEMS
        if each is not None:
            unit = case.view.spec(f"{measure.list}[].{each.field}").unit or Kind.ITEMS
        stated = self._stated(measure.stated_as)
        state, members = case.view.members(measure.list)
        made = tuple(self._member(member, measure, each, unit) for member in members)
        points: tuple[OpenPoint, ...] = ()
        value = total([contribution(member) for member in made], unit)
        if state is State.MISSING:
            # What is known of a list that is not known whole is the least of it.
            points = (missing(measure.stated_as or measure.list),)
            value = Reckoned(unit, value.lo, None, tuple(sorted({*points, *value.points})))
        value = self._with_stated(value, stated, measure.list)
        field = "" if each is None else each.field
        return steps.ListMeasure(measure.list, spec.title, state, points, made, stated, value, field)

    def _member(
        self, member: Member, measure: ir.ListSum | ir.Count, each: ir.Its | None, unit: Kind
    ) -> steps.MemberStep:
        counts = self.counts(member, measure.list, measure.where, measure.over)
        if each is None:
            return steps.MemberStep(member.path, member.name, counts, exactly(unit, ONE))
        seen = member.see(each.field)
        text = written_form(seen.value) if seen.state is State.GIVEN else ""
        return steps.MemberStep(member.path, member.name, counts, amount_of(seen, unit), text)

    def counts(
        self, member: Member, listed: str, where: ir.Condition | None, over: ir.Window | None
    ) -> steps.TruthStep:
        """Whether a member is among those that a condition and a window mean."""
        parts: list[steps.TruthStep] = []
        if over is not None:
            dated = self._case.view.spec(listed).dated or "day"
            parts.append(self._evaluate(ir.FallsWithin(ir.Its(dated), over), member, listed))
        if where is not None:
            parts.append(self._evaluate(where, member, listed))
        if not parts:
            return steps.AlwaysStep(TRUE)
        if len(parts) == 1:
            return parts[0]
        return steps.AllStep(tuple(parts), all_of(part.truth for part in parts))

    # --- totals stated beside or instead of a list -----------------------------------------------------------------

    def _stated(self, path: str | None) -> steps.FactMeasure | None:
        return None if path is None else self._fact(ir.Fact(path), None, None)

    def _with_stated(self, value: Reckoned, stated: steps.FactMeasure | None, listed: str) -> Reckoned:
        """The stated total where there is one; it must lie within what the list or series itself allows.

        A missing list allows any total, and a missing series does, save of years that all ended before registration.
        """
        if stated is None or stated.read.state is not State.GIVEN:
            return value
        total_of = stated.value.lo
        if total_of < value.lo or (value.hi is not None and total_of > value.hi):
            shown = written_amount(value)
            raise InputError(
                [Problem.of("E176", Place(path=stated.read.path), stated=stated.read.text, listed=listed, found=shown)]
            )
        return Reckoned(value.unit, total_of, total_of)


def exactly(unit: Kind, amount: Fraction) -> Reckoned:
    """An exact value."""
    return Reckoned(unit, amount, amount)


def amount_of(seen: Seen, unit: Kind) -> Reckoned:
    """The value of a quantity, or of a share that is known only as a rounded percentage."""
    match seen.state:
        case State.MISSING:
            return Reckoned(unit, ZERO, None, (missing(seen.path),))
        case State.NONE:
            return Reckoned(unit, ZERO, ZERO, exists=False)
        case State.GIVEN:
            if isinstance(seen.value, Quantity):
                return exactly(unit, seen.value.amount)
            interval: Interval = seen.value[1]
            exact = interval.lo == interval.hi
            return Reckoned(unit, interval.lo, interval.hi, () if exact else (missing(seen.path),))
        case _:
            assert_never(seen.state)


def contribution(member: steps.MemberStep) -> Reckoned:
    """What a member adds: all of it if it counts, nothing if not, up to all of it while that is open."""
    adds, truth = member.adds, member.counts.truth
    match truth.value:
        case TruthValue.TRUE:
            return adds if adds.exists else exactly(adds.unit, ZERO)
        case TruthValue.FALSE:
            return exactly(adds.unit, ZERO)
        case TruthValue.OPEN:
            points = tuple(sorted({*truth.points, *adds.points}))
            return Reckoned(adds.unit, ZERO, adds.hi, points) if adds.hi != 0 else exactly(adds.unit, ZERO)
        case _:
            assert_never(truth.value)


def total(values: Iterable[Reckoned], unit: Kind = Kind.ITEMS) -> Reckoned:
    """The sum of values: least with least, greatest with greatest; nothing if one of them does not exist."""
    lo, hi, points = ZERO, ZERO, set[OpenPoint]()
    unbounded = False
    exists = True
    for value in values:
        unit = value.unit
        exists = exists and value.exists
        lo += value.lo
        unbounded = unbounded or value.hi is None
        hi += value.hi or ZERO
        points.update(value.points)
    if not exists:
        return Reckoned(unit, ZERO, ZERO, exists=False)
    return Reckoned(unit, lo, None if unbounded else hi, tuple(sorted(points)))


def least(values: list[Reckoned]) -> Reckoned:
    """The least of values; an item that cannot be the least leaves no open points."""
    unit = values[0].unit
    if not all(value.exists for value in values):
        return Reckoned(unit, ZERO, ZERO, exists=False)
    lo = min(value.lo for value in values)
    ends = [value.hi for value in values if value.hi is not None]
    hi = min(ends) if ends else None
    if lo == hi:
        return exactly(unit, lo)
    points = {point for value in values if hi is None or value.lo < hi for point in value.points}
    return Reckoned(unit, lo, hi, tuple(sorted(points)))


def written_amount(value: Reckoned) -> str:
    """A value for a message: one number or both ends, in base units."""
    if value.lo == value.hi:
        return str(value.lo)
    return f"{value.lo}～{'' if value.hi is None else value.hi}"


def _points(*seen: Seen) -> tuple[OpenPoint, ...]:
    return tuple(sorted({missing(one.path) for one in seen if one.state is State.MISSING}))
