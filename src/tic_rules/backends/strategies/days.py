"""Moving days to where a comparison or a period wants them: the boundary day, its neighbours, and well away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tic_rules.backends.strategies.arithmetic import BY_DAY, due_day
from tic_rules.backends.strategies.choosing import Chooser, turned
from tic_rules.backends.strategies.draft import Draft, Spot
from tic_rules.backends.strategies.setting import SUBMITTED, Setting
from tic_rules.calendar import FIRST_DAY, LAST_DAY
from tic_rules.ir import conditions as ir
from tic_rules.kind import Kind

_AWAY: Final = {
    ir.DayOp.ON_OR_AFTER: (0, 1, 30),
    ir.DayOp.AFTER: (1, 2, 30),
    ir.DayOp.ON_OR_BEFORE: (0, -1, -30),
    ir.DayOp.BEFORE: (-1, -2, -30),
}
"""How many days from the other day a day may lie, the nearest first."""

OPPOSITE: Final = {
    ir.DayOp.ON_OR_AFTER: ir.DayOp.BEFORE,
    ir.DayOp.BEFORE: ir.DayOp.ON_OR_AFTER,
    ir.DayOp.AFTER: ir.DayOp.ON_OR_BEFORE,
    ir.DayOp.ON_OR_BEFORE: ir.DayOp.AFTER,
}

_ABOUT: Final = {Kind.YEARS: (1461, 4), Kind.MONTHS: (487, 16), Kind.DAYS: (1, 1), Kind.WORKDAYS: (7, 5)}
"""About how many days so many units of a period last; only where to look for a first day."""


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """Moves days in one setting."""

    setting: Setting
    chooser: Chooser

    def put(self, draft: Draft, ref: ir.DayRef, spot: Spot | None, day: date) -> Draft | None:
        """The draft with a day moved; None where it cannot be moved there."""
        if not FIRST_DAY <= day <= LAST_DAY:
            return None
        match ref:
            case ir.Fact(path):
                return draft.with_value(path, day)
            case ir.Its(name):
                return None if spot is None else draft.with_field(spot, name, day)
            case ir.NamedDay.APPLICATION:
                return draft.with_value(SUBMITTED, day) if day <= self.setting.on else None
            case _:
                return None

    def day(self, draft: Draft, ref: ir.DayRef, spot: Spot | None) -> date | None:
        """The day that a reference stands for, where there is one."""
        found = self.setting.day(draft, ref, None if spot is None else draft.group(spot))
        return found if isinstance(found, date) else None

    def anchor(self, draft: Draft) -> date:
        """A day some time before the application, where a day is needed and nothing says which."""
        return (self.day(draft, ir.NamedDay.APPLICATION, None) or self.setting.on) - timedelta(days=40)

    def apart(self, draft: Draft, node: ir.CompareDay, wanted: bool, spot: Spot | None) -> Iterator[Draft]:
        """Ways to have two days stand to each other as asked."""
        away = _AWAY[node.op if wanted else OPPOSITE[node.op]]
        for days in turned(self.chooser, away):
            yield from self.by(draft, node, days, spot)

    def by(self, draft: Draft, node: ir.CompareDay, days: int, spot: Spot | None) -> Iterator[Draft]:
        """Ways to have the left day lie so many days after the right one."""
        gap = timedelta(days=days)
        left, right = self.day(draft, node.left, spot), self.day(draft, node.right, spot)
        moved: list[Draft | None] = []
        if right is not None:
            moved.append(self.put(draft, node.left, spot, right + gap))
        if left is not None:
            moved.append(self.put(draft, node.right, spot, left - gap))
        if left is None and right is None:
            anchored = self.put(draft, node.right, spot, self.anchor(draft))
            moved.append(None if anchored is None else self.put(anchored, node.left, spot, self.anchor(draft) + gap))
        yield from (made for made in moved if made is not None)

    def lasting(self, draft: Draft, node: ir.Compare, wanted: bool, spot: Spot | None) -> Iterator[Draft]:
        """Ways to have a period last as long as asked."""
        op = BY_DAY[node.op]
        for days in turned(self.chooser, _AWAY[op if wanted else OPPOSITE[op]]):
            yield from self.ending(draft, node, days, spot)

    def ending(self, draft: Draft, node: ir.Compare, days: int, spot: Spot | None) -> Iterator[Draft]:
        """Ways to have the second day lie so many days after the one on which the period from the first ends."""
        period = node.left
        if not isinstance(period, ir.Elapsed):
            return
        start, end = self.day(draft, period.start, spot), self.day(draft, period.end, spot)
        gap = timedelta(days=days)
        if start is None and end is None:
            end = self.anchor(draft)
            anchored = self.put(draft, period.end, spot, end)
            if anchored is None:
                return
            draft = anchored
        moved: list[Draft | None] = []
        if start is not None:
            due = due_day(start, period, int(node.bound.amount), node.bound.kind)
            moved.append(self.put(draft, period.end, spot, due + gap) if isinstance(due, date) else None)
        if end is not None:
            moved += [self.put(draft, period.start, spot, day) for day in _starts(node, period, end - gap)]
        yield from (made for made in moved if made is not None)

    def around(self, draft: Draft, node: ir.FallsWithin, wanted: bool, spot: Spot | None) -> Iterator[Draft]:
        """Ways to have a day fall into a window, or just out of it."""
        ends = self.setting.window(draft, node.window)
        if ends is None:
            return
        first, last = ends
        day = timedelta(days=1)
        inside = [min(last, self.setting.on), first, first + (last - first) / 2]
        outside = [first - day, last + day, first - 400 * day]
        for tried in turned(self.chooser, inside if wanted else outside):
            moved = self.put(draft, node.left, spot, tried)
            if moved is not None:
                yield moved


def _starts(node: ir.Compare, period: ir.Elapsed, due: date) -> Iterator[date]:
    """The first days from which the period ends on the day."""
    count, kind = int(node.bound.amount), node.bound.kind
    days, units = _ABOUT[kind]
    about = due - timedelta(days=count * days // units)
    for offset in sorted(range(-20, 21), key=abs):
        start = about + timedelta(days=offset)
        if FIRST_DAY <= start <= LAST_DAY and due_day(start, period, count, kind) == due:
            yield start
