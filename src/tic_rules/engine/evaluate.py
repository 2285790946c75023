"""The reference meaning of conditions: every part evaluated, every value shown, no short cut."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import assert_never

from tic_rules import calendar, identity
from tic_rules.calendar import YearsMissing
from tic_rules.engine.case import Case, missing, read
from tic_rules.engine.comparing import (
    compare,
    margin,
    members_needed,
    proportion_truth,
    ratio_range,
    share_range,
)
from tic_rules.engine.findings import Findings
from tic_rules.engine.measures import Measures
from tic_rules.engine.view import Member, Seen
from tic_rules.errors import InputError, Place, Problem
from tic_rules.facts import words, written_form
from tic_rules.ir import conditions as ir
from tic_rules.ir import steps
from tic_rules.ir.catalogue import FactKind, Text
from tic_rules.ir.steps import Reckoned, State
from tic_rules.quantity import FINEST, Kind, Quantity
from tic_rules.quantity import text_of as quantity_text
from tic_rules.truth import (
    FALSE,
    TRUE,
    OpenPoint,
    PointKind,
    Truth,
    all_of,
    any_of,
    negate,
    open_for,
    settled,
)


class Evaluator:
    """Evaluates the conditions of one case."""

    def __init__(self, case: Case, findings: Findings) -> None:
        self._case = case
        self._findings = findings
        self._measures = Measures(case, self.evaluate)
        self._alike = case.pack.alike
        self._made: dict[tuple[int, str], tuple[ir.Condition, steps.TruthStep]] = {}
        """What each node came to, of the whole and of each member: totals, norms and other readings ask the same."""

    def anew(self) -> Evaluator:
        """One that has worked out nothing yet."""
        return Evaluator(self._case, self._findings)

    def evaluate(self, node: ir.Condition, member: Member | None = None, listed: str | None = None) -> steps.TruthStep:
        """The truth of a condition, with all that was read for it; asked again it is the same step."""
        key = (self._alike.get(id(node), id(node)), "" if member is None else member.path)
        known = self._made.get(key)
        if known is None:
            # The node is kept with its step, so that no other node can come by its identity.
            known = self._made[key] = (node, self._evaluated(node, member, listed))
        return known[1]

    def _evaluated(self, node: ir.Condition, member: Member | None, listed: str | None) -> steps.TruthStep:
        match node:
            case ir.All(items):
                made = tuple(self.evaluate(item, member, listed) for item in items)
                return steps.AllStep(made, all_of(step.truth for step in made))
            case ir.AnyOf(items):
                made = tuple(self.evaluate(item, member, listed) for item in items)
                return steps.AnyStep(made, any_of(step.truth for step in made))
            case ir.Not(item):
                inner = self.evaluate(item, member, listed)
                return steps.NotStep(inner, negate(inner.truth))
            case ir.FindingHolds(name):
                return self._findings.ask(name, member)
            case ir.TermHolds(name):
                term = self._case.pack.term_by_id[name]
                inner = self.evaluate(term.condition or ir.All(()), member, listed)
                return steps.TermStep(name, term.title, inner, inner.truth)
            case ir.Has(path):
                seen = self._case.view.see(path)
                return steps.HasStep(_presence(seen, self._case), self._known(seen, TRUE))
            case ir.Every():
                return self._every(node)
            case ir.Compare():
                return self._compare(node, member, listed)
            case ir.CompareLevel(left, _, op, level, printed):
                return self._level(left, op, level, printed, member, listed)
            case ir.CompareDay(left, op, right):
                return self._days(left, op, right, member, listed)
            case ir.IsOneOf(left, values):
                return self._choice(left, _written(values), member, listed)
            case ir.LiesIn(left, place):
                seen = self._case.see(left, member)
                truth = self._known(seen, FALSE)
                if seen.state is State.GIVEN and identity.could_lie_in(seen.value, place):
                    # A seat named too coarsely (the province of that city) is not known finely enough.
                    truth = TRUE if identity.lies_in(seen.value, place) else open_for([missing(seen.path)])
                return steps.SeatStep(read(seen, self._case.title(left, listed)), place, self._place(place), truth)
            case ir.FallsWithin(left, window):
                return self._within(left, window, member, listed)
            case ir.DoneBy(left, names):
                known = [self._case.pack.authority_by_id[name] for name in names]
                allowed = tuple(name for authority in known for name in (authority.title.zh, *authority.also))
                return self._choice(left, allowed, member, listed)
            case ir.NamedLike(left, template):
                seen = self._case.see(left, member)
                truth = self._known(seen, settled(seen.value is not None and named_like(seen.value, template)))
                return steps.NameStep(read(seen, self._case.title(left, listed)), template, truth)
            case _:
                assert_never(node)

    def _place(self, code: str) -> Text:
        """What a place is called: the pack's own jurisdiction by its name, another by its code."""
        pack = self._case.pack
        return pack.jurisdiction if code == pack.jurisdiction_code else Text(code, code)

    def _known(self, seen: Seen, if_given: Truth) -> Truth:
        match seen.state:
            case State.MISSING:
                return open_for([missing(seen.path)])
            case State.NONE:
                return FALSE
            case State.GIVEN:
                return if_given
            case _:
                assert_never(seen.state)

    def _both(self, left: Seen, right: Seen) -> Truth | None:
        """What two facts decide before they are compared; None where both are given."""
        if State.NONE in (left.state, right.state):
            return FALSE
        points = [missing(seen.path) for seen in (left, right) if seen.state is State.MISSING]
        return open_for(points) if points else None

    def _every(self, node: ir.Every) -> steps.TruthStep:
        spec = self._case.view.spec(node.list)
        state, members = self._case.view.members(node.list)
        made = []
        for member in members:
            meant = self._measures.counts(member, node.list, node.where, node.over)
            holds = self.evaluate(node.holds, member, node.list)
            truth = any_of([negate(meant.truth), holds.truth])
            made.append(steps.EveryMember(member.path, member.name, meant, holds, truth))
        points = (missing(node.list),) if state is State.MISSING else ()
        known = [member.truth for member in made]
        truth = all_of([*known, open_for(points)] if points else known)
        return steps.EveryStep(node.list, spec.title, state, points, tuple(made), truth)

    def _choice(
        self, left: ir.Ref, allowed: tuple[str, ...], member: Member | None, listed: str | None
    ) -> steps.ChoiceStep:
        seen = self._case.see(left, member)
        written = words.canonical(written_form(seen.value)) if seen.state is State.GIVEN else ""
        truth = self._known(seen, settled(written in _compared(allowed)))
        return steps.ChoiceStep(read(seen, self._case.title(left, listed)), allowed, truth)

    def _level(
        self, left: ir.Ref, op: ir.Op, level: str, printed: str, member: Member | None, listed: str | None
    ) -> steps.LevelStep:
        seen = self._case.see(left, member)
        path = f"{listed}[].{left.field}" if isinstance(left, ir.Its) else left.path
        scale = self._case.view.spec(path).values
        truth = FALSE
        if seen.state is State.GIVEN:
            rank = Reckoned(Kind.ITEMS, *(Fraction(scale.index(seen.value)),) * 2)
            truth = compare(rank, op, Fraction(scale.index(level)), None)
        return steps.LevelStep(
            read(seen, self._case.title(left, listed)), scale, op, level, printed, self._known(seen, truth)
        )

    def _days(
        self, left: ir.DayRef, op: ir.DayOp, right: ir.DayRef, member: Member | None, listed: str | None
    ) -> steps.DayStep:
        first, first_title = self._case.day(left, member, listed)
        second, second_title = self._case.day(right, member, listed)
        truth = self._both(first, second)
        if truth is None:
            truth = settled(day_holds(op, first.value, second.value))
        return steps.DayStep(read(first, first_title), op, read(second, second_title), truth)

    def _within(self, left: ir.Ref, window: ir.Window, member: Member | None, listed: str | None) -> steps.WindowStep:
        seen = self._case.see(left, member)
        found = self._case.window(window)
        title = self._case.title(left, listed)
        if isinstance(found, OpenPoint):
            truth = FALSE if seen.state is State.NONE else open_for({found, *self._known(seen, FALSE).points})
            return steps.WindowStep(read(seen, title), str(window), None, None, (found,), truth)
        first, last = found
        truth = self._known(seen, settled(seen.value is not None and first <= seen.value <= last))
        return steps.WindowStep(read(seen, title), str(window), first, last, (), truth)

    # --- thresholds ------------------------------------------------------------------------------------------------

    def _compare(self, node: ir.Compare, member: Member | None, listed: str | None) -> steps.TruthStep:
        match node.left:
            case ir.Elapsed():
                return self._elapsed(node, node.left, member, listed)
            case ir.Proportion():
                return self._proportion(node, node.left, member, listed)
            case _:
                left = self._measures.reckon(node.left, member, listed)
                bound, upper = node.bound.amount, None if node.upper is None else node.upper.amount
                return steps.CompareStep(
                    left,
                    node.op,
                    bound,
                    upper,
                    node.bound.kind,
                    bound_text(node),
                    node.printed,
                    margin(left.value, node.op, bound, upper),
                    compare(left.value, node.op, bound, upper),
                )

    def _proportion(
        self, node: ir.Compare, proportion: ir.Proportion, member: Member | None, listed: str | None
    ) -> steps.ProportionStep:
        part = self._measures.reckon(proportion.part, member, listed)
        whole = self._measures.reckon(proportion.whole, member, listed)
        bound, upper = node.bound.amount, None if node.upper is None else node.upper.amount
        is_share = proportion.kind is ir.ProportionKind.SHARE
        if is_share and whole.value.hi is not None and part.value.lo > whole.value.hi:
            raise InputError([_part_above_whole(part, whole)])
        asked: steps.FindingStep | None = None
        at_zero = settled(proportion.if_whole_is_zero is ir.IfZero.HOLDS)
        if proportion.asks is not None and whole.value.lo == 0:
            asked = self._findings.ask(proportion.asks, member)
            at_zero = asked.truth
        ends: tuple[Fraction, Fraction | None]
        ends = share_range(part.value, whole.value) if is_share else ratio_range(part.value, whole.value)
        points = {*part.value.points, *whole.value.points}
        truth: Truth
        if not (part.value.exists and whole.value.exists):
            truth = FALSE
        else:
            found = proportion_truth(node.op, bound, upper, ends, whole.value, at_zero)
            if found is None:
                truth = open_for(points | set(at_zero.points if whole.value.lo == 0 else ()))
            else:
                truth = found if isinstance(found, Truth) else settled(found)
        needed = None
        if is_share and whole.value.lo > 0:
            needed = members_needed(node.op, bound, part.value, whole.value, FINEST[part.value.unit])
        as_share = Reckoned(Kind.SHARE, ends[0], ends[1], exists=part.value.exists and whole.value.exists)
        spare = margin(as_share, node.op, bound, upper)
        if whole.value.hi == 0:
            spare = steps.Margin(None, None)
        return steps.ProportionStep(
            proportion.kind,
            part,
            whole,
            node.op,
            bound,
            upper,
            bound_text(node),
            node.printed,
            proportion.if_whole_is_zero,
            asked,
            steps.Margin(spare.lo, spare.hi, needed),
            truth,
        )

    def _elapsed(
        self, node: ir.Compare, elapsed: ir.Elapsed, member: Member | None, listed: str | None
    ) -> steps.ElapsedStep:
        start, start_title = self._case.day(elapsed.start, member, listed)
        end, end_title = self._case.day(elapsed.end, member, listed)
        truth = self._both(start, end)
        due: date | YearsMissing | None = None
        count = int(node.bound.amount)
        if start.state is State.GIVEN:
            self._case.calendar_read |= node.bound.kind is Kind.WORKDAYS
            due = due_day(start.value, count, node.bound.kind, elapsed.counts_first_day)
        if truth is None:
            op = BY_DAY[node.op]
            if isinstance(due, date):
                truth = settled(day_holds(op, end.value, due))
            elif isinstance(due, YearsMissing) and end.value < due.earliest:
                truth = settled(day_holds(op, end.value, due.earliest))
            else:
                years = due.years if isinstance(due, YearsMissing) else (start.value.year,)
                truth = open_for(OpenPoint(PointKind.FACT, f"calendar.{year}") for year in years)
        return steps.ElapsedStep(
            read(start, start_title),
            read(end, end_title),
            node.op,
            count,
            node.bound.kind,
            bound_text(node),
            node.printed,
            due if isinstance(due, date) else None,
            elapsed.counts_first_day,
            truth,
        )


@lru_cache(maxsize=4096)
def _written(values: tuple[str | bool, ...]) -> tuple[str, ...]:
    """The values of a choice in canonical text."""
    return tuple(written_form(value) for value in values)


@lru_cache(maxsize=4096)
def _compared(texts: tuple[str, ...]) -> frozenset[str]:
    """Texts as they are compared."""
    return frozenset(words.canonical(text) for text in texts)


def due_day(start: date, count: int, unit: Kind, counts_first_day: bool) -> date | YearsMissing:
    """The day on which a period from a day ends, or the years whose working-day calendar that needs."""
    if unit is Kind.WORKDAYS:
        # The first day is counted, since what is measured in working days is how long a thing stood (公示期).
        return calendar.add_working_days(calendar.add(start, -1, Kind.DAYS), count)
    return calendar.last_day(start, count, unit) if counts_first_day else calendar.add(start, count, unit)


BY_DAY = {
    ir.Op.AT_LEAST: ir.DayOp.ON_OR_AFTER,
    ir.Op.MORE_THAN: ir.DayOp.AFTER,
    ir.Op.AT_MOST: ir.DayOp.ON_OR_BEFORE,
    ir.Op.LESS_THAN: ir.DayOp.BEFORE,
}
"""How the end of a period is held against the day on which it would be over."""


def day_holds(op: ir.DayOp, left: date, right: date) -> bool:
    """Whether one day stands to another as the operator says."""
    match op:
        case ir.DayOp.ON_OR_AFTER:
            return left >= right
        case ir.DayOp.AFTER:
            return left > right
        case ir.DayOp.ON_OR_BEFORE:
            return left <= right
        case ir.DayOp.BEFORE:
            return left < right
        case _:
            assert_never(op)


def named_like(name: str, template: str) -> bool:
    """Whether a name has the printed form, compared after NFKC and without white space."""
    # Each fixed part is looked for from where the one before it ended: linear in the name, whoever wrote the template.
    first, *parts = re.split(r"\{[a-z_]+\}", words.canonical(template))
    written = words.canonical(name)
    if not parts:
        return written == first
    last = parts.pop()
    if not (written.startswith(first) and written.endswith(last)):
        return False
    at, end = len(first), len(written) - len(last)
    for part in parts:
        found = written.find(part, at + 1, end)
        if found < 0:
            return False
        at = found + len(part)
    return at < end


def bound_text(node: ir.Compare) -> str:
    """The bound as the pack writes it."""
    texts = [as_written(bound) for bound in (node.bound, node.upper) if bound is not None]
    return "～".join(texts)


def as_written(bound: Quantity) -> str:
    """A quantity in the unit it was written in."""
    amount = bound.amount / bound.unit.factor
    if amount.denominator == 1:
        return f"{amount.numerator}{bound.unit.symbol}"
    return quantity_text(bound)


def stated_path(step: steps.MeasureStep) -> str:
    """Where in the dossier a measure was read: its stated total, else its list or fact."""
    match step:
        case steps.FactMeasure():
            return step.read.path
        case steps.ListMeasure() | steps.YearsMeasure():
            return (
                step.stated.read.path
                if step.stated is not None and step.stated.read.state is State.GIVEN
                else step.path
            )
        case steps.TermMeasure():
            return stated_path(step.of)
        case steps.SumMeasure():
            return stated_path(step.parts[0])
        case steps.LesserMeasure():
            return stated_path(step.items[0])
        case steps.AgeMeasure():
            return step.born.path
        case _:
            assert_never(step)


def _part_above_whole(part: steps.MeasureStep, whole: steps.MeasureStep) -> Problem:
    part_path, whole_path = stated_path(part), stated_path(whole)
    return Problem.of("E177", Place(path=part_path), part=part.value.lo, whole=whole.value.hi, whole_path=whole_path)


def _presence(seen: Seen, case: Case) -> steps.Read:
    """How a thing stands of which only the existence is asked; a single value is told all the same."""
    spec = case.view.spec(seen.path)
    if spec.kind in {FactKind.THING, FactKind.LIST, FactKind.YEARLY}:
        return steps.Read(seen.path, seen.state, spec.title, "")
    return read(seen, spec.title)
