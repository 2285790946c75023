"""A centre's standing kept up to date: what an event or a day did not change is not worked out again."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from tic_rules.engine.evaluate import Evaluator
from tic_rules.facts.events import Event
from tic_rules.facts.history import History
from tic_rules.facts.history_facts import cycles_path
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.lifecycle import Duty
from tic_rules.ir.norms import Citation
from tic_rules.ir.status import GroundState
from tic_rules.ir.steps import State
from tic_rules.lifecycle import stored
from tic_rules.lifecycle.applying import apply_again
from tic_rules.lifecycle.cycles import Cycles
from tic_rules.lifecycle.decider import Decider
from tic_rules.lifecycle.force import is_early
from tic_rules.lifecycle.grades import graded_one, has_grade, may_part_grades
from tic_rules.lifecycle.happened import Happened, recorded_on
from tic_rules.lifecycle.joins import GroundJoin
from tic_rules.lifecycle.known import COMPLETE, NOTICE, Known, stated_kinds
from tic_rules.lifecycle.look import Look
from tic_rules.lifecycle.part import Part, PartKind
from tic_rules.lifecycle.periods import periods_now
from tic_rules.lifecycle.plan import EVALUATION, Plan
from tic_rules.lifecycle.reads import STAGES, Looked
from tic_rules.lifecycle.ruled import RuledGrounds, RuledStages
from tic_rules.lifecycle.sight import Sight
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


class Kept:
    """One centre, brought from day to day. It says what a standing worked out anew on that day would say."""

    def __init__(self, plan: Plan, decider: Decider, sight: Sight, *, has_findings: bool) -> None:
        self._plan = plan
        self._has_findings = has_findings
        self._evaluators: dict[int, Evaluator] = {}
        sight.stages = RuledStages(plan, decider, sight.judged.view, plan.move_kinds)
        sight.whole.view.once = sight.judged.view.once
        self.sight = sight
        self._grounds = RuledGrounds(plan, decider, sight)
        self._parts = [Part(kind) for kind in _kinds(plan)]
        self._packed: dict[str, bytes] = {}
        """The events of each kind as they were kept, of those to which none came since."""

    @classmethod
    def of(cls, plan: Plan, decider: Decider, history: History, on: date) -> Kept:
        """A centre with all that was recorded of it. Raises WatchError, InputError."""
        known, recorded = Known.of(history, on, on), tuple(history.findings or ())

        def stages_of(look: Look) -> RuledStages:
            return RuledStages(plan, decider, look.view)

        sight = Sight.of(plan.pack, plan.lifecycle, known, recorded, stages_of)
        made = cls(plan, decider, sight, has_findings=bool(recorded))
        made.bring(on)
        return made

    @classmethod
    def again(cls, plan: Plan, decider: Decider, kept: Any) -> Kept:
        """A centre as it was kept."""
        on, recorded, events, is_one, grades, asides, parts = kept
        lifecycle = plan.lifecycle

        def fetch(kind: str) -> list[Happened]:
            return stored.events_in(kind, events[kind]) if kind in events else []

        known = Known.again(on, recorded, fetch)
        whole = judged = Look(plan.rules, lifecycle, known, ())
        if not is_one:
            by = known.narrowed(lambda happened: not is_early(happened, plan.first, plan.kept_kinds))
            judged = Look(plan.rules, lifecycle, by, ())
        sight = Sight(plan.pack, whole, judged, RuledStages(plan, decider, judged.view), grades)
        made = cls(plan, decider, sight, has_findings=False)
        made._packed = events
        for part, (at, next_day, value) in zip(made._parts, parts, strict=True):
            part.looked, part.kept = Looked.of(at, next_day), value
        for duty, part in zip(lifecycle.duties, made._parts[1:], strict=False):
            sight.put(duty, partial(getattr, part, "value"), State(part.kept[0]))
        sight.stages.restore(made._parts[0].value, asides)
        return made

    def keep(self) -> tuple[object, ...] | None:
        """All of it as plain values; None where it has to be begun anew from what was recorded."""
        if self._has_findings:
            return None
        known = self.sight.whole.known
        for kind, events in known.kinds():
            if kind not in self._packed and events:
                self._packed[kind] = stored.events_out(events)
        parts = [(*part.looked, part.keep()) for part in self._parts]
        is_one = self.sight.judged is self.sight.whole
        asides = [aside for aside in self.sight.stages.asides if aside.kind == "revoked"]
        return (known.on, known.recorded(), self._packed, is_one, self.sight.grades, asides, parts)

    def let_go(self) -> None:
        """Ends: nothing of it waits in memory until somebody looks for what nobody needs."""
        for look in (self.sight.whole, self.sight.judged):
            look.view.let_go()

    @property
    def next_day(self) -> date:
        """The next day on which it can stand otherwise though nothing is recorded."""
        return min(part.looked.next_day for part in self._parts)

    def come_to(self, on: date) -> None:
        """Comes to a day, to which ``bring`` works out what changed."""
        for look in (self.sight.whole, self.sight.judged):
            look.known.on = look.known.known_on = on

    def take(self, event: Event) -> bool:
        """Takes an event that was recorded after all others, and known by now; False where all must be begun anew.

        That is where it says something of another event, or of what was set aside before.
        """
        known = self.sight.whole.known
        if event.corrects is not None or self._has_findings or recorded_on(event) > known.known_on:
            return False
        happened = known.next_recorded(event)
        if event.kind == COMPLETE:
            known.reads.changed |= stated_kinds(event)
            return True
        if happened is None:
            known.reads.changed |= {NOTICE, f"{NOTICE} {event.duty}"}
            return event.kind == NOTICE and event.day is not None and event.day <= known.on
        self._packed.pop(happened.kind, None)
        segments, whole, judged = self.sight.stages.segments, self.sight.whole, self.sight.judged
        if not segments or happened.day <= segments[0].start:
            return False  # it may lie before the beginning, or be one
        if not self._leaves_grades(happened):
            return False
        if is_early(happened, self._plan.first, self._plan.kept_kinds):
            if judged is whole:
                return False  # the first of which nobody is judged
        elif judged is not whole:
            judged.known.catch_up(happened)
        known.reads.changed.add(happened.kind)
        return True

    def _leaves_grades(self, happened: Happened) -> bool:
        """Takes the grade of an evaluation; False where it cannot be, or what was graded before is to be told anew."""
        known, lifecycle, grades = self.sight.whole.known, self._plan.lifecycle, self.sight.grades
        if happened.kind != EVALUATION:
            return not may_part_grades(happened, known, lifecycle, grades)
        if not has_grade(happened, lifecycle):
            return False
        of_one = grades.setdefault(graded_one(happened, known, lifecycle, self._plan.first), {happened.event.grade})
        return of_one == {happened.event.grade}

    @property
    def stage_facts(self) -> Facts:
        """In which stage it is."""
        first = self._parts[0]
        return {first.kind.group: first.facts} if first.facts else {}

    @property
    def facts(self) -> Facts:
        """Where it stands."""
        return {part.kind.group: facts for part in self._parts if (facts := part.facts)}

    def bring(self, on: date) -> tuple[Facts, Facts]:
        """Comes to a day: the facts that changed, before and after.

        Raises WatchError where the rules cannot be decided, InputError where records contradict each other.
        """
        self.come_to(on)
        self.sight.whole.view.forget()
        if self.sight.judged is not self.sight.whole:
            self.sight.judged.view.forget()
        reads = self.sight.known.reads
        before: Facts = {}
        after: Facts = {}
        came: list[tuple[Part, Any]] = []
        for part in self._parts:
            if reads.stands(part.looked, on):
                continue
            reads.before, reads.now = part.found, {}
            # What was worked out for one part, another would not be seen to look at.
            self._evaluators = {}
            outer = reads.begin()
            value = part.kind.work_out(self)
            part.looked, part.found = reads.end(outer), reads.now
            if value != part.value:
                came.append((part, value))
                reads.changed.add(part.kind.name)
        reads.changed.clear()
        # Told once all is worked out: where something cannot be, it stands as it was told last.
        for part, value in came:
            before[part.kind.group] = part.facts
            part.becomes(value)
            after[part.kind.group] = part.facts
        return before, after

    # --- parts ---------------------------------------------------------------------------------------------------

    def _evaluator(self, look: Look) -> Evaluator:
        """An evaluator of what counts by now: what lists come to is worked out once by each."""
        if id(look) not in self._evaluators:
            self._evaluators[id(look)] = look.evaluator()
        return self._evaluators[id(look)]

    def follow(self) -> tuple[Segment, ...]:
        """The stages."""
        self.sight.stages.follow(self._evaluator(self.sight.judged))
        return tuple(self.sight.stages.segments)

    def owe(self, duty: Duty) -> Cycles:
        """The cycles of a duty."""
        return self.sight.owe(duty, self._evaluator(self.sight.whole))

    def periods(self) -> tuple[Fact, ...]:
        """The periods that run."""
        found = periods_now(self._plan.lifecycle, self.sight.stages, self.sight.known, _uncited)
        return tuple(period_fact(period.id, period.last_day, period.is_over) for period in found)

    def free_from(self) -> tuple[Fact, ...]:
        """From when one may apply again."""
        known = self.sight.known
        return again_facts(apply_again(self._plan.pack, self._plan.lifecycle, known, self.sight.stages), known.is_past)

    def join(self, joined: GroundJoin) -> GroundState:
        """How a ground stands."""
        return self._grounds.state(joined, self._evaluator(self.sight.judged))


def _kinds(plan: Plan) -> list[PartKind]:
    """All that is worked out of a centre, each after what it looks at."""
    if plan.worked_out:
        return plan.worked_out
    segments_in = partial(stored.segments_in, moves=plan.moves)
    plan.worked_out.append(PartKind(STAGES, "stage", Kept.follow, _of_segments, stored.segments_out, segments_in))
    for duty in plan.lifecycle.duties:
        owe, again = partial(Kept.owe, duty=duty), partial(stored.cycles_in, duty=duty)
        kind = PartKind(cycles_path(duty.id), f"duty {duty.id}", owe, _of_cycles, stored.cycles_out, again)
        plan.worked_out.append(kind)
    for name, work_out in (("periods", Kept.periods), ("again", Kept.free_from)):
        plan.worked_out.append(PartKind(name, name, work_out, tuple, stored.facts_out, stored.facts_in))
    for joined in plan.joins.grounds:
        name, join = joined.ground.id, partial(Kept.join, joined=joined)
        plan.worked_out.append(PartKind(name, f"ground {name}", join, partial(ground_facts, name), str, GroundState))
    return plan.worked_out


def _of_segments(segments: tuple[Segment, ...]) -> tuple[Fact, ...]:
    """The stages of the last segment: it began on the as-of day or before."""
    among = segments[-1].among if segments else ()
    return stage_facts((found.stage, found.since, found.by.id) for found in among)


def _of_cycles(cycles: Cycles) -> tuple[Fact, ...]:
    return cycle_facts(cycles.known)


def _uncited(_: tuple[Citation, ...]) -> tuple[CitedPlace, ...]:
    """No citations: a small fact has an id, and whoever reports it knows where that is printed."""
    return ()
