"""The status of a centre: its history held against the lifecycle of its city, as of one day, as known on another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tic_rules.engine.asked import as_of_day
from tic_rules.engine.decide import cited, pack_ref
from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.standing import standing_on
from tic_rules.errors import Problem, UsageError
from tic_rules.facts import written_form
from tic_rules.facts.events import EVERY_KIND, KINDS
from tic_rules.facts.history import History
from tic_rules.facts.history_facts import cycles_path
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import CitedPlace, ReadingResult
from tic_rules.ir.lifecycle import Duty, Ground, Lifecycle
from tic_rules.ir.norms import Citation
from tic_rules.ir.pack import Pack
from tic_rules.ir.status import (
    Aside,
    AsideWhy,
    CentreStatus,
    DutyNow,
    EventNow,
    GroundNow,
    GroundState,
    StageNow,
)
from tic_rules.lifecycle.applying import apply_again
from tic_rules.lifecycle.cycles import Cycle, Cycles, members_of
from tic_rules.lifecycle.duties import Duties
from tic_rules.lifecycle.force import first_day, judged_from
from tic_rules.lifecycle.grades import set_aside
from tic_rules.lifecycle.known import Known, recorded_on
from tic_rules.lifecycle.look import Look
from tic_rules.lifecycle.periods import periods_now
from tic_rules.lifecycle.stages import Stages
from tic_rules.quantity import text_of
from tic_rules.truth import FALSE, Truth, Verdict, all_of, verdict
from tic_rules.version import __version__

_CENTRE = Text("中心", "The centre")


def status(pack: Pack, history: History, *, on: date | None = None, known_on: date | None = None) -> CentreStatus:
    """Where a centre stands on a day: its stage, what it owes, what may be proposed, when it may apply again.

    ``on`` is the as-of day (today in China if left out), ``known_on`` the day of knowledge (the as-of day if left out):
    only what had been recorded by then counts. A pure function of these, the pack and the working-day calendar. Raises
    UsageError where the history is of another city or the pack rules nothing after approval, InputError where a
    recorded finding contradicts another.
    """
    if pack.lifecycle is None:
        raise UsageError([Problem.of("E060", pack=pack.id)])
    if history.city != pack.id:
        raise UsageError([Problem.of("E061", pack=pack.id, city=history.city)])
    as_of = as_of_day(on)
    known = Known.of(history, as_of, as_of if known_on is None else as_of_day(known_on))
    return Standing(pack, pack.lifecycle, history, known).status()


class Standing:
    """One centre on one day."""

    def __init__(self, pack: Pack, lifecycle: Lifecycle, history: History, known: Known) -> None:
        self._pack = pack
        self._lifecycle = lifecycle
        self._history = history
        self.grades = set_aside(known, lifecycle)
        """The grades recorded of each evaluation."""
        self.whole, stages = self._look(known)
        """All that counts: a duty may have been done before the regulation's first day."""
        early = {aside.path: aside.why for aside in stages.asides if aside.why is AsideWhy.BEFORE_APPROVAL}
        if early:
            # What counts of the rest, such as the evaluation before, turns on what is there.
            known.set_aside(early)
            self.whole, stages = self._look(known)
        self.judged, self.stages = self.whole, stages
        """That of it by which the centre is judged: not what happened before the regulation's first day."""
        self.first = first_day(pack.in_force)
        judged = judged_from(self.first, known, lifecycle)
        if judged is not known:
            self.judged, self.stages = self._look(judged)
        self.known = judged

    def _look(self, known: Known) -> tuple[Look, Stages]:
        """What counts, and the stages by it."""
        look = Look(self._pack.after_approval, self._lifecycle, known, tuple(self._history.findings or ()))
        stages = self._stages_of(look)
        stages.follow(look.evaluator())
        return look, stages

    def _stages_of(self, look: Look) -> Stages:
        """Stages to follow by what counts."""
        return Stages(self._lifecycle, look.view)

    def cycles_of(self, duty: Duty, evaluator: Evaluator) -> Cycles:
        """The cycles of a duty, from now on for conditions to read."""
        made = Duties(self.known, self.whole.view, self.stages, evaluator, self.first).cycles(duty)
        members = tuple(members_of(duty, made.known, self.known.reads, self.known.on))
        self.whole.view.put(cycles_path(duty.id), members, made.state)
        self.judged.view.put(cycles_path(duty.id), members, made.state)
        return made

    def status(self) -> CentreStatus:
        """All of it."""
        known, evaluator = self.known, self.whole.evaluator()
        owed = [self.cycles_of(duty, evaluator) for duty in self._lifecycle.duties]
        graded = tuple(aside for cycles in owed for aside in cycles.asides)
        grounds = tuple(self._ground(ground) for ground in self._lifecycle.grounds)
        return CentreStatus(
            engine=__version__,
            pack=pack_ref(self._pack),
            standing=standing_on(self._pack, known.on),
            centre=self._history.centre or "",
            name=self._history.name or "",
            on=known.on,
            known_on=known.known_on,
            complete_to=known.complete_to(EVERY_KIND),
            events=tuple(self._events()),
            stages=tuple(self._stages_now()),
            periods=tuple(periods_now(self._lifecycle, self.stages, known, self._cited)),
            duties=tuple(self._duty(cycle) for cycles in owed for cycle in cycles.known),
            grounds=grounds,
            apply_again=apply_again(self._pack, self._lifecycle, known, self.stages),
            asides=(*known.asides, *self.stages.asides, *graded, *self._wrong_names()),
        )

    def _cited(self, cites: tuple[Citation, ...]) -> tuple[CitedPlace, ...]:
        return tuple(cited(self._pack, citation) for citation in cites)

    def _events(self) -> Iterator[EventNow]:
        titles = {stage.id: stage.title for stage in self._lifecycle.stages}
        sure = [(segment.start, segment.among[0]) for segment in self.stages.segments if len(segment.among) == 1]
        led_to = {(found.by.on, start): titles[found.stage] for start, found in sure}
        for happened in self.known.events:
            kind, event = KINDS[happened.kind], happened.event
            said = ((name, getattr(event, name)) for name in ("about", *kind.fields))
            yield EventNow(
                happened.path,
                happened.kind,
                kind.title,
                happened.day,
                recorded_on(event),
                event.by or "",
                tuple((name, _written(value)) for name, value in said if value is not None),
                led_to.get((happened.kind, happened.day)),
            )

    def _stages_now(self) -> Iterator[StageNow]:
        for found in self.stages.at(self.known.on):
            stage = self._lifecycle.stage_by_id[found.stage]
            yield StageNow(stage.id, stage.title, stage.ended, found.since, found.by.id, self._cited(found.by.cites))

    def _duty(self, cycle: Cycle) -> DutyNow:
        duty = cycle.duty
        authority = self._pack.authority_by_id.get(duty.owed_by)
        return DutyNow(
            duty.id,
            duty.title,
            self._cited(duty.cites),
            duty.owed_by,
            _CENTRE if authority is None else authority.title,
            cycle.label,
            cycle.after,
            cycle.due,
            cycle.may_move,
            cycle.state,
            cycle.done_on,
            cycle.grade or "",
            cycle.points,
        )

    # --- grounds -------------------------------------------------------------------------------------------------

    def arises(self, ground: Ground) -> Truth:
        """Whether a ground can arise in the stage that the centre is in."""
        return self.stages.within(ground.stages or self._lifecycle.running, self.known.on)

    def _ground(self, ground: Ground) -> GroundNow:
        evaluator = self.judged.evaluator()
        step = evaluator.evaluate(ground.require)
        arises = self.arises(ground)
        truth = all_of([arises, step.truth])
        readings = []
        for reading in ground.readings:
            if reading.other_require is None:
                readings.append(ReadingResult(reading.taken, reading.other, reading.why))
                continue
            other = evaluator.evaluate(reading.other_require)
            differs = all_of([arises, other.truth]) != truth
            readings.append(ReadingResult(reading.taken, reading.other, reading.why, other, norm_differs=differs))
        return GroundNow(
            ground.id,
            ground.title,
            ground.explain,
            self._cited(ground.cites),
            GroundState.NOT_APPLICABLE if arises == FALSE else _state(truth),
            truth,
            step,
            ground.proposes,
            "" if ground.ban is None else text_of(ground.ban),
            tuple(readings),
        )

    def _wrong_names(self) -> Iterator[Aside]:
        """Decisions and notices that name what the pack does not have."""
        for decision in self.known.of_kind("revoked"):
            if set(decision.event.grounds or ()) - set(self._lifecycle.ground_by_id):
                yield Aside(decision.path, decision.kind, decision.day, AsideWhy.NO_SUCH_GROUND)
        duties = {duty.id for duty in self._lifecycle.duties}
        for notice in self.known.notices:
            if notice.duty not in duties:
                yield Aside(f"notice[{notice.duty}]", "notice", notice.day, AsideWhy.NO_SUCH_DUTY)


def _written(value: object) -> str:
    return "、".join(value) if isinstance(value, tuple) else written_form(value)


def _state(truth: Truth) -> GroundState:
    match verdict(truth):
        case Verdict.PASS:
            return GroundState.MET
        case Verdict.FAIL:
            return GroundState.NOT_MET
        case Verdict.UNKNOWN:
            return GroundState.UNKNOWN
        case _:
            return GroundState.REVIEW
