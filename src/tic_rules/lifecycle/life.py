"""One centre's standing, kept up to date: an event or a day works out anew only what reads it."""

from __future__ import annotations

from datetime import date, timedelta

from tic_rules.engine.case import Case
from tic_rules.engine.findings import Findings
from tic_rules.errors import InputError
from tic_rules.facts.events import KINDS
from tic_rules.facts.history_facts import cycles_path, events_path
from tic_rules.ir.lifecycle import DueBy
from tic_rules.ir.status import GroundState
from tic_rules.lifecycle.centre import Centre
from tic_rules.lifecycle.course import Course, beginning
from tic_rules.lifecycle.deadlines import again_at, evaluations_next, next_of_cycles, periods_at
from tic_rules.lifecycle.decider import Decider
from tic_rules.lifecycle.duties import Cycle, members_of
from tic_rules.lifecycle.joins import word_of
from tic_rules.lifecycle.kept import Kept, KeptDuties, KeptYears, Remembering
from tic_rules.lifecycle.ledger import Beginning, Ledger
from tic_rules.lifecycle.plan import EVALUATION, Plan
from tic_rules.lifecycle.standing import Facts, cycle_facts, ground_facts, refused_facts, stage_facts

_DAY = timedelta(days=1)


class Life:
    """One centre. ``at`` brings it to a day; between two days nothing can change that ``next_day`` did not name."""

    def __init__(self, plan: Plan, decider: Decider, centre: Centre) -> None:
        self._plan = plan
        self._decider = decider
        self._centre = centre
        self.next_day: date | None = None
        self._begin()

    def _begin(self) -> None:
        """Forgets all that was worked out."""
        self._new = True
        self._ledger = Ledger(self._plan)
        self._case = Case(self._plan.rules, self._ledger.view, date.min)
        self._found = Findings(self._case, ())
        self._findings = len(self._centre.findings)
        self._facts: Facts = {}
        self._kept: Kept = {}
        self._begins: Beginning = None
        self._course: Course | None = None
        self._kept_years: KeptYears = {}
        self._cycles: dict[str, list[Cycle]] = {}
        self._words: dict[int, str] = {}
        self.grounds: dict[str, GroundState] = {}
        """How each ground stands."""
        self._next: dict[str, date] = {}

    def at(self, on: date) -> Facts:
        """Where the centre stands on a day. Raises WatchError where the rules cannot be decided."""
        # What becomes known later than it was read, and findings, which may be about any event, are rare.
        if self._ledger.waiting or self._findings != len(self._centre.findings) or self._findings:
            self._begin()
        try:
            self._facts = self._work_out(on)
            self.next_day = self._next_day(on)
        except InputError as error:
            facts = refused_facts(error.problems)
            self._begin()
            self._facts, self.next_day = facts, on + _DAY
        return self._facts

    def _work_out(self, on: date) -> Facts:
        plan, ledger = self._plan, self._ledger
        daily = on != ledger.known.on
        dirty = ledger.set_day(on)
        ledger.take(self._centre.events, dirty)
        if self._new or (plan.whole_day and daily):
            dirty |= set(KINDS)
        if self._is_due(EVALUATION, on):
            dirty.add(EVALUATION)
        restated = ledger.restate(dirty, self._is_due("complete", on))
        self._case.as_of = on
        kinds = ledger.happen(dirty)
        if self._new or not kinds.isdisjoint(plan.beginnings):
            self._begins = beginning(plan, self._decider, ledger.view, self._evaluator())
        kinds = ledger.refresh(self._begins, kinds)
        if self._centre.findings:
            self._found = Findings(self._case, tuple(self._centre.findings))
            if self._found.wrong:
                raise InputError(self._found.wrong)
        evaluator = self._evaluator()
        ledger.view.join(kinds, evaluator)

        changed = dict(self._facts)
        moved = False
        if self._course is None or not kinds.isdisjoint(plan.move_kinds):
            moved = self._move(evaluator, changed, on)
        lists = {events_path(kind) for kind in kinds}
        lists |= self._fulfil(kinds, restated, moved, "notice" in dirty, evaluator, changed)
        self._propose(lists, moved, daily, changed)
        if moved or self._is_due("periods", on) or not kinds.isdisjoint(plan.period_kinds):
            changed["periods"], self._next["periods"] = periods_at(plan, self._stages, ledger.known)
        if moved or self._is_due("again", on) or not kinds.isdisjoint(plan.move_kinds):
            changed["again"], self._next["again"] = again_at(plan, self._stages, ledger.known)
        if restated or self._is_due("complete", on) or "complete" in dirty:
            self._next["complete"] = ledger.known.completeness_ends()
        if EVALUATION in kinds:
            self._next[EVALUATION] = evaluations_next(ledger.known)
        self._new = False
        return {group: facts for group, facts in changed.items() if facts}

    @property
    def _stages(self) -> Course:
        if self._course is None:
            raise AssertionError("its course was worked out")
        return self._course

    def _evaluator(self) -> Remembering:
        """An evaluator of what the view holds by now: what lists come to is worked out once by each."""
        return Remembering(self._case, self._found, self._plan, self._kept)

    def _is_due(self, what: str, on: date) -> bool:
        return self._next.get(what, date.max) <= on

    # --- what is worked out anew ---------------------------------------------------------------------------------

    def _move(self, evaluator: Remembering, changed: Facts, on: date) -> bool:
        """Its stages; whether they came out otherwise."""
        course = Course(self._plan, self._decider, self._ledger.view, evaluator)
        same = self._course is not None and course.segments == self._course.segments
        self._course = course
        if same:
            return False
        changed["stage"] = stage_facts((now.stage, now.since, now.by.id) for now in course.at(on))
        return True

    def _fulfil(
        self, kinds: set[str], restated: set[str], moved: bool, noticed: bool, evaluator: Remembering, changed: Facts
    ) -> set[str]:
        """The cycles of duties; the lists of those that came out otherwise."""
        known, view = self._ledger.known, self._ledger.view
        duties = KeptDuties(known, view, self._stages, evaluator, self._kept_years)
        found = set()
        for duty in self._plan.lifecycle.duties:
            group, reads = f"duty {duty.id}", self._plan.duty_kinds[duty.id]
            by_notice = duty.due is DueBy.NOTICE and (noticed or "notice" in restated)
            anew = moved or by_notice or self._plan.whole_day or not restated.isdisjoint(reads)
            if not (anew or self._is_due(group, known.on) or not kinds.isdisjoint(reads)):
                continue
            cycles = duties.made(duty, anew=anew)
            self._next[group] = next_of_cycles(duty, cycles, self._stages, known.on)
            if self._cycles.get(duty.id) != cycles:
                self._cycles[duty.id] = cycles
                changed[group] = cycle_facts(cycles)
                path = cycles_path(duty.id)
                if path in self._plan.duties_read:
                    view.put(path, list(members_of(duty, cycles)))
                    found.add(path)
        return found

    def _propose(self, lists: set[str], moved: bool, daily: bool, changed: Facts) -> None:
        """The truths of the leaves that read a list that changed, and the grounds that these are parts of."""
        plan, on, evaluator = self._plan, self._ledger.known.on, self._evaluator()
        for joined in plan.joins.grounds:
            stale = moved
            for leaf in joined.leaves:
                reads = not plan.leaf_lists[leaf.slot].isdisjoint(lists) or (daily and leaf.slot in plan.daily)
                if not reads and not self._new:
                    continue
                word = word_of(evaluator.leaf(leaf.condition))
                if self._words.get(leaf.slot) != word:
                    self._words[leaf.slot] = word
                    stale = True
            if not stale:
                continue
            ground = joined.ground
            arises = word_of(self._stages.within(ground.stages or plan.lifecycle.running, on))
            state = self._decider.ground(joined, arises, [self._words[leaf.slot] for leaf in joined.leaves])
            self.grounds[ground.id] = state
            changed[f"ground {ground.id}"] = ground_facts(ground.id, state)

    # --- the next day --------------------------------------------------------------------------------------------

    def _next_day(self, on: date) -> date | None:
        days = [*self._next.values(), *self._ledger.days_to_come()]
        days += [finding.day for finding in self._centre.findings if finding.day is not None]
        if self._plan.whole_day or self._plan.daily:
            days.append(on + _DAY)
        return min((day for day in days if on < day < date.max), default=None)
