"""A centre's standing kept up to date: what an event or a day did not change is not worked out again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Final

from tic_rules.engine.evaluate import Evaluator
from tic_rules.facts.events import Event
from tic_rules.facts.history import History
from tic_rules.facts.history_facts import cycles_path
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.lifecycle import Duty
from tic_rules.ir.norms import Citation
from tic_rules.ir.status import GroundState
from tic_rules.lifecycle.applying import apply_again
from tic_rules.lifecycle.cycles import Cycles
from tic_rules.lifecycle.decider import Decider
from tic_rules.lifecycle.force import kept_kinds
from tic_rules.lifecycle.grades import graded_one, has_grade, may_part_grades
from tic_rules.lifecycle.joins import GroundJoin
from tic_rules.lifecycle.known import COMPLETE, NOTICE, Happened, Known, recorded_on, stated_kinds
from tic_rules.lifecycle.look import Look
from tic_rules.lifecycle.periods import periods_now
from tic_rules.lifecycle.plan import EVALUATION, Plan
from tic_rules.lifecycle.reads import STAGES, Found, Looked
from tic_rules.lifecycle.ruled import RuledStages, RuledStanding
from tic_rules.lifecycle.stages import Segment
from tic_rules.lifecycle.standing import (
    Fact,
    Facts,
    again_facts,
    cycle_facts,
    ground_facts,
    period_fact,
    stage_facts,
)

_NOT_YET: Final = Looked(next_day=date.min)
"""What is not worked out yet changes on every day."""


@dataclass(slots=True)
class _Part:
    """Something that is worked out, with what was looked at for it."""

    name: str
    """What it is called by what looks at it."""
    group: str
    """The group of its facts."""
    work_out: Callable[[], Any]
    facts: Callable[[Any], tuple[Fact, ...]]
    """The facts of what it comes to."""
    looked: Looked = _NOT_YET
    value: Any = None
    found: Found = field(default_factory=dict)
    """Of what it was made."""


class Kept(RuledStanding):
    """One centre, brought from day to day. It says what a standing worked out anew on that day would say."""

    def __init__(self, plan: Plan, decider: Decider, history: History, known: Known) -> None:
        super().__init__(plan, decider, history, known)
        self._has_findings = bool(history.findings)
        self._kept_kinds = kept_kinds(plan.lifecycle)
        self._evaluators: dict[int, Evaluator] = {}
        self.stages = RuledStages(plan, decider, self.judged.view, plan.move_kinds)
        self._parts = list(self._all_parts())
        self.facts: Facts = {}
        self.bring(known.on)

    @property
    def next_day(self) -> date:
        """The next day on which it can stand otherwise though nothing is recorded."""
        return min(part.looked.next_day for part in self._parts)

    def come_to(self, on: date) -> None:
        """Comes to a day, to which ``bring`` works out what changed."""
        for look in (self.whole, self.judged):
            look.known.on = look.known.known_on = on

    def take(self, event: Event) -> bool:
        """Takes an event that was recorded after all others, and known by now; False where all must be begun anew.

        That is where it says something of another event, or of what was set aside before.
        """
        known = self.whole.known
        if event.corrects is not None or self._has_findings or recorded_on(event) > known.known_on:
            return False
        happened = known.next_recorded(event)
        if event.kind == COMPLETE:
            known.reads.changed |= stated_kinds(event)
            return True
        if happened is None:
            known.reads.changed.add(NOTICE)
            return event.kind == NOTICE and event.day is not None and event.day <= known.on
        if not self.stages.segments or happened.day <= self.stages.segments[0].start:
            return False  # it may lie before the beginning, or be one
        if may_part_grades(happened, known) or (happened.kind == EVALUATION and not self._is_graded(happened)):
            return False
        if self.first is not None and happened.day < self.first and happened.kind not in self._kept_kinds:
            if self.judged is self.whole:
                return False  # the first of which nobody is judged
        elif self.judged is not self.whole:
            self.judged.known.put(happened)
        known.reads.changed.add(happened.kind)
        return True

    def _is_graded(self, happened: Happened) -> bool:
        """Takes the grade of an evaluation; False where it cannot be, or another was recorded of the same."""
        if not has_grade(happened, self._lifecycle):
            return False
        grades = self.grades.setdefault(graded_one(happened, self.whole.known), {happened.event.grade})
        return grades == {happened.event.grade}

    def bring(self, on: date) -> Facts:
        """Comes to a day. Raises WatchError where the rules cannot be decided, InputError where records cannot be."""
        self.come_to(on)
        self.whole.view.forget()
        if self.judged is not self.whole:
            self.judged.view.forget()
        self._evaluators = {}
        reads, found = self.known.reads, dict(self.facts)
        for part in self._parts:
            if reads.stands(part.looked, on):
                continue
            reads.before, reads.now = part.found, {}
            before = reads.begin()
            value = part.work_out()
            part.looked, part.found = reads.end(before), reads.now
            if value == part.value:
                continue
            part.value = value
            reads.changed.add(part.name)
            facts = part.facts(value)
            if facts:
                found[part.group] = facts
            else:
                found.pop(part.group, None)
        reads.changed.clear()
        self.facts = found
        return found

    # --- parts ---------------------------------------------------------------------------------------------------

    def _all_parts(self) -> Iterator[_Part]:
        """The parts, each after those that it looks at."""
        yield _Part(STAGES, "stage", self._follow, self._stage_facts)
        for duty in self._lifecycle.duties:
            yield _Part(cycles_path(duty.id), f"duty {duty.id}", partial(self._owe, duty), _of_cycles)
        yield _Part("periods", "periods", self._periods, tuple)
        yield _Part("again", "again", self._again, tuple)
        for joined in self._plan.joins.grounds:
            name = joined.ground.id
            yield _Part(name, f"ground {name}", partial(self._join, joined), partial(ground_facts, name))

    def _evaluator(self, look: Look) -> Evaluator:
        """An evaluator of what counts by now: what lists come to is worked out once by each."""
        if id(look) not in self._evaluators:
            self._evaluators[id(look)] = look.evaluator()
        return self._evaluators[id(look)]

    def _follow(self) -> tuple[Segment, ...]:
        self.stages.follow(self._evaluator(self.judged))
        return tuple(self.stages.segments)

    def _stage_facts(self, _: tuple[Segment, ...]) -> tuple[Fact, ...]:
        now = self.stages.at(self.known.on)
        return stage_facts((found.stage, found.since, found.by.id) for found in now)

    def _owe(self, duty: Duty) -> Cycles:
        return self.cycles_of(duty, self._evaluator(self.whole))

    def _periods(self) -> tuple[Fact, ...]:
        found = periods_now(self._lifecycle, self.stages, self.known, _uncited)
        return tuple(period_fact(period.id, period.last_day, period.is_over) for period in found)

    def _again(self) -> tuple[Fact, ...]:
        again = apply_again(self._pack, self._lifecycle, self.known, self.stages)
        return again_facts(again, self.known.is_past)

    def _join(self, joined: GroundJoin) -> GroundState:
        return self.ground_state(joined, self._evaluator(self.judged))


def _of_cycles(cycles: Cycles) -> tuple[Fact, ...]:
    return cycle_facts(cycles.known)


def _uncited(_: tuple[Citation, ...]) -> tuple[CitedPlace, ...]:
    """No citations: a small fact has an id, and whoever reports it knows where that is printed."""
    return ()
