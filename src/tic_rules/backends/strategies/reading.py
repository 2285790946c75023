"""What a draft amounts to: plain arithmetic over what it says, with no interval, no trace and nothing of the engine.

Where a draft says all that a condition reads, this and the engine must agree; so each is held against the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never

from tic_rules import calendar, identity
from tic_rules.backends.strategies.arithmetic import (
    BY_DAY,
    Amount,
    day_stands,
    due_day,
    every,
    has_form,
    of_known,
    opposite,
    pieces,
    same,
    satisfies,
    some,
    total,
)
from tic_rules.backends.strategies.draft import Draft, Group, Known, Value
from tic_rules.backends.strategies.setting import Setting
from tic_rules.facts import words
from tic_rules.ir import conditions as ir
from tic_rules.ir.norms import Finding


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Reads drafts in one setting."""

    setting: Setting

    def holds(
        self, draft: Draft, node: ir.Condition, member: Group | None = None, listed: str | None = None
    ) -> bool | None:
        """Whether a condition holds; ``None`` where the draft does not say enough."""
        setting = self.setting
        match node:
            case ir.All(items):
                return every(self.holds(draft, item, member, listed) for item in items)
            case ir.AnyOf(items):
                return some(self.holds(draft, item, member, listed) for item in items)
            case ir.Not(item):
                inner = self.holds(draft, item, member, listed)
                return None if inner is None else not inner
            case ir.FindingHolds(name):
                return self._found(draft, name) if member is None else member.answers.get(name)
            case ir.TermHolds(name):
                return self.holds(draft, setting.condition(name))
            case ir.Has(path):
                seen = setting.see(draft, path)
                return None if seen is None else seen is not Known.NONE
            case ir.Every(path, holds, where, over):
                groups = setting.groups(draft, path)
                if groups is None:
                    return None
                return every(
                    some(
                        [opposite(self.counts(draft, path, group, where, over)), self.holds(draft, holds, group, path)]
                    )
                    for group in groups
                )
            case ir.Compare():
                return self._compare(draft, node, member, listed)
            case ir.CompareLevel(left, _, op, level):
                scale = setting.spec_of(left, listed).values
                seen = setting.read(draft, left, member)
                return of_known(
                    seen, lambda: satisfies(op, Fraction(scale.index(str(seen))), Fraction(scale.index(level)))
                )
            case ir.CompareDay(left, by, right):
                first, second = setting.day(draft, left, member), setting.day(draft, right, member)
                return day_stands(first, by, second)
            case ir.IsOneOf(left, values):
                seen = setting.read(draft, left, member)
                return of_known(seen, lambda: any(same(seen, value) for value in values))
            case ir.LiesIn(left, place):
                seen = setting.read(draft, left, member)
                if isinstance(seen, str) and not identity.lies_in(seen, place) and identity.could_lie_in(seen, place):
                    return None
                return of_known(seen, lambda: identity.lies_in(str(seen), place))
            case ir.FallsWithin(left, window):
                seen = setting.read(draft, left, member)
                ends = setting.window(draft, window)
                if seen is Known.NONE:
                    return False
                return None if ends is None or not isinstance(seen, date) else ends[0] <= seen <= ends[1]
            case ir.DoneBy(left, names):
                seen = setting.read(draft, left, member)
                known = [setting.pack.authority_by_id[name] for name in names]
                spelt = [name for who in known for name in (who.title.zh, *who.also)]
                return of_known(seen, lambda: any(same(seen, name) for name in spelt))
            case ir.NamedLike(left, template):
                seen = setting.read(draft, left, member)
                return of_known(seen, lambda: has_form(words.canonical(str(seen)), pieces(template)))
            case _:
                assert_never(node)

    def counts(
        self, draft: Draft, path: str, group: Group, where: ir.Condition | None, over: ir.Window | None
    ) -> bool | None:
        """Whether the members of a group are among those that a condition and a window mean."""
        parts: list[bool | None] = []
        if over is not None:
            parts.append(self.holds(draft, ir.FallsWithin(self.setting.when(path), over), group, path))
        if where is not None:
            parts.append(self.holds(draft, where, group, path))
        return every(parts)

    def _found(self, draft: Draft, name: str) -> bool | None:
        """The answer that was made, or the outcome of the act that records it, whichever is the later."""
        finding = self.setting.pack.finding_by_id[name]
        answer = draft.answers.get(name)
        if finding.recorded_in is None:
            return answer
        act = {part: self.setting.see(draft, f"{finding.recorded_in}.{part}") for part in ("day", "by", "outcome")}
        by, day = act["by"], act["day"]
        is_there = self.setting.see(draft, finding.recorded_in) is Known.THERE
        if not is_there or (isinstance(by, str) and not self.may_decide(by, finding)):
            return answer
        if answer is not None and isinstance(day, date) and day < self.setting.on:
            return answer
        return None if None in act.values() else act["outcome"] == words.OUTCOMES[0]

    def is_of_one_mind(self, draft: Draft) -> bool:
        """Whether no answer is contradicted by an act of its own day that records it."""
        for finding in self.setting.pack.findings:
            if finding.recorded_in is None or finding.id not in draft.answers:
                continue
            same_day = self.setting.see(draft, f"{finding.recorded_in}.day") == self.setting.on
            if same_day and self._found(draft, finding.id) is not draft.answers[finding.id]:
                return False
        return True

    def may_decide(self, by: str, finding: Finding) -> bool:
        """Whether a name is that of somebody who may make a finding."""
        known = [self.setting.pack.authority_by_id[who] for who in finding.decided_by]
        return any(same(by, name) for who in known for name in (who.title.zh, who.title.en, *who.also))

    # --- thresholds ------------------------------------------------------------------------------------------------

    def _compare(self, draft: Draft, node: ir.Compare, member: Group | None, listed: str | None) -> bool | None:
        match node.left:
            case ir.Elapsed(start, end):
                first, last = self.setting.day(draft, start, member), self.setting.day(draft, end, member)
                if Known.NONE in (first, last):
                    return False
                if not isinstance(first, date) or not isinstance(last, date):
                    return None
                due = due_day(first, node.left, int(node.bound.amount), node.bound.kind)
                if isinstance(due, date):
                    return day_stands(last, BY_DAY[node.op], due)
                return day_stands(last, BY_DAY[node.op], due.earliest) if last < due.earliest else None
            case ir.Proportion(_, part, whole, if_zero, asks):
                over = [self.amount(draft, measure, member, listed) for measure in (part, whole)]
                upper, lower = over
                if Known.NONE in over:
                    return False
                if not isinstance(upper, Fraction) or not isinstance(lower, Fraction):
                    return None
                if lower == 0:
                    if asks is not None:
                        return self.holds(draft, ir.FindingHolds(asks), member, listed)
                    return if_zero is ir.IfZero.HOLDS
                top = None if node.upper is None else node.upper.amount * lower
                return satisfies(node.op, upper, node.bound.amount * lower, top)
            case _:
                found = self.amount(draft, node.left, member, listed)
                top = None if node.upper is None else node.upper.amount
                return of_known(
                    found, lambda: isinstance(found, Fraction) and satisfies(node.op, found, node.bound.amount, top)
                )

    def amount(self, draft: Draft, node: ir.Measure, member: Group | None = None, listed: str | None = None) -> Amount:
        """What a measure comes to."""
        match node:
            case ir.Fact() | ir.Its():
                seen = self.setting.read(draft, node, member)
                return seen if isinstance(seen, (Fraction, Known)) else None
            case ir.TermRef(name):
                return self.amount(draft, self.setting.measure(name))
            case ir.Sum(parts):
                return total(self.amount(draft, part, member, listed) for part in parts)
            case ir.Lesser(items):
                found = [self.amount(draft, item, member, listed) for item in items]
                known = [amount for amount in found if isinstance(amount, Fraction)]
                if Known.NONE in found:
                    return Known.NONE
                return min(known) if len(known) == len(found) else None
            case ir.YearSum(series, window, stated):
                if series not in draft.series and self.setting.see(draft, series) is not Known.NONE:
                    return self._stated(draft, stated)
                ends = self.setting.window(draft, window)
                if ends is None:
                    return None
                return total(self.year(draft, series, year) for year in range(ends[0].year, ends[1].year + 1))
            case ir.ListSum(path, each, where, over, stated):
                groups = self.setting.groups(draft, path)
                if groups is None:
                    return self._stated(draft, stated)
                return total(self._adds(draft, path, group, each, where, over) for group in groups)
            case ir.Count(path, where, over, stated):
                groups = self.setting.groups(draft, path)
                if groups is None:
                    return self._stated(draft, stated)
                return total(self._adds(draft, path, group, None, where, over) for group in groups)
            case ir.Age(born, at):
                birth, day = self.setting.day(draft, born, member), self.setting.day(draft, at, member)
                if Known.NONE in (birth, day):
                    return Known.NONE
                if not isinstance(birth, date) or not isinstance(day, date) or birth > day:
                    return None
                return Fraction(calendar.completed_years(birth, day))
            case _:
                assert_never(node)

    def year(self, draft: Draft, series: str, year: int) -> Fraction | None:
        """The figure of one year; nothing before the year in which the unit was registered."""
        said = draft.series.get(series, {}).get(year)
        registered = draft.values.get(f"{series.rpartition('.')[0]}.registered_on")
        if said is None and isinstance(registered, date) and registered.year > year:
            return Fraction(0)
        return said

    def _adds(
        self,
        draft: Draft,
        path: str,
        group: Group,
        each: ir.Its | None,
        where: ir.Condition | None,
        over: ir.Window | None,
    ) -> Fraction | None:
        counts = self.counts(draft, path, group, where, over)
        if counts is not True:
            return None if counts is None else Fraction(0)
        adds: Value | None = Fraction(1) if each is None else group.fields.get(each.field)
        if adds is Known.NONE:
            return Fraction(0)
        return adds * group.number if isinstance(adds, Fraction) else None

    def _stated(self, draft: Draft, path: str | None) -> Fraction | None:
        seen = None if path is None else self.setting.see(draft, path)
        return seen if isinstance(seen, Fraction) else None
