"""One cycle of a duty as it stands, and how the cycles of a duty read as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

from tic_rules.engine.view import Member
from tic_rules.facts.fields import NONE
from tic_rules.facts.history_facts import cycles_path
from tic_rules.ir.lifecycle import Duty
from tic_rules.ir.status import Aside, AsideWhy, DutyState
from tic_rules.ir.steps import State
from tic_rules.truth import FALSE, TRUE, OpenPoint, Truth, all_of, negate


@dataclass(frozen=True, slots=True)
class Cycle:
    """One cycle of a duty as it stands on the as-of day."""

    duty: Duty
    label: int | None
    """The year that it is about."""
    after: str
    """The event that it follows; else empty."""
    due: date | None
    may_move: bool
    owed: Truth
    done_on: date | None
    grade: str | None
    may_have_grade: bool
    """Whether a grade may have been given that the record does not show."""
    missed: Truth
    late: Truth
    state: DutyState
    two_grades: tuple[Member, ...] = field(default=(), compare=False)
    """What graded it, where the record says two grades of it; nothing else turns on it."""

    @property
    def points(self) -> tuple[OpenPoint, ...]:
        """Why it is not determinable; none where it is."""
        if self.state is DutyState.DONE:
            return ()
        return tuple(sorted({*self.owed.points, *self.missed.points, *self.late.points}))


@dataclass(frozen=True, slots=True)
class Cycles:
    """The cycles of a duty, in order."""

    state: State
    """MISSING where there may be more than are known."""
    known: tuple[Cycle, ...]

    @property
    def asides(self) -> Iterator[Aside]:
        """What was recorded and does not count, and why."""
        for cycle in self.known:
            for found in cycle.two_grades:
                yield Aside(
                    found.path, found.fields.kind, found.fields.day, AsideWhy.TWO_IN_CYCLE, found.fields.order + 1
                )


@dataclass(frozen=True, slots=True)
class Done:
    """An event that does a duty, or may."""

    member: Member
    truth: Truth
    """Whether it does."""


def by_cycle(
    done: Iterable[Done], begins: date, ends: list[date], goes_back: Callable[[Member, date], Truth]
) -> dict[date, list[Done]]:
    """What was done in each cycle, by its end.

    It is of the cycle in which the year lies that it names, a year in which one ends and another begins being of the
    former; else of that in which it lies itself. Where the one before, which ended on a day, is still undone,
    ``goes_back`` says whether it is of that one.
    """
    found: dict[date, list[Done]] = {end: [] for end in ends}
    for event in done:
        fields = event.member.fields
        year = getattr(fields, "year", None)
        named = [end for end in ends if begins.year <= year <= end.year] if year else []
        if named:
            found[named[0]].append(event)
            continue
        number = next((n for n, end in enumerate(ends) if fields.day <= end), len(ends) - 1)
        undone = number > 0 and not found[ends[number - 1]]
        back = goes_back(event.member, ends[number - 1]) if undone else FALSE
        if back != FALSE:
            found[ends[number - 1]].append(Done(event.member, all_of([event.truth, back])))
        if back != TRUE:
            found[ends[number]].append(Done(event.member, all_of([event.truth, negate(back)])))
    return found


def by_year(done: Iterable[Done], ends: list[date]) -> dict[date, list[Done]]:
    """What was done at the end of each cycle: in the year in which it ends, or later; by its end.

    The year that it is about counts, where that is told.
    """
    found: dict[date, list[Done]] = {end: [] for end in ends}
    for event in done:
        fields = event.member.fields
        year = getattr(fields, "year", None) or fields.day.year
        over = [end for end in ends if end.year <= year]
        if over:
            found[over[-1]].append(event)
    return found


def members_of(duty: Duty, cycles: Iterable[Cycle]) -> Iterator[Member]:
    """The cycles as conditions read them."""
    before: Cycle | None = None
    for cycle in cycles:
        yield _member(f"{cycles_path(duty.id)}[{cycle.label or cycle.after}]", cycle, before)
        before = cycle


def _member(path: str, cycle: Cycle, before: Cycle | None) -> Member:
    fields = SimpleNamespace(
        year=cycle.label,
        due=cycle.due,
        owed=_flag(cycle.owed),
        missed=_flag(cycle.missed),
        late=_flag(cycle.late),
        missed_before=NONE if before is None else _flag(before.missed),
        late_before=NONE if before is None else _flag(before.late),
        grade=_grade(cycle),
        grade_before=NONE if before is None else _grade(before),
    )
    return Member(path, "", fields)


def _flag(truth: Truth) -> bool | None:
    return None if truth.is_open else truth == TRUE


def _grade(cycle: Cycle) -> str | None:
    """The grade of a cycle; NONE where it surely has none, None where that is not known."""
    if cycle.grade is not None:
        return cycle.grade
    return None if cycle.may_have_grade and cycle.state is not DutyState.NOT_OWED else NONE
