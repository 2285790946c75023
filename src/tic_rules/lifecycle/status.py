"""The status of a centre: its history held against the lifecycle of its city, as of one day, as known on another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tic_rules.engine.asked import as_of_day
from tic_rules.engine.decide import cited, pack_ref
from tic_rules.engine.standing import standing_on
from tic_rules.errors import Problem, UsageError
from tic_rules.facts import written_form
from tic_rules.facts.events import EVERY_KIND, KINDS
from tic_rules.facts.history import History
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import CitedPlace, ReadingResult
from tic_rules.ir.lifecycle import Ground, Lifecycle
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
from tic_rules.lifecycle.asides import placed
from tic_rules.lifecycle.cycles import Cycle
from tic_rules.lifecycle.happened import recorded_on
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.periods import periods_now
from tic_rules.lifecycle.replies import Replies
from tic_rules.lifecycle.sight import Sight
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
        recorded = tuple(history.findings or ())
        self._pack = pack
        self._lifecycle = lifecycle
        self._history = history
        self._sight = Sight.of(pack, lifecycle, known, recorded, lambda look: Stages(lifecycle, look.view))
        self.known = self._sight.known
        self._stages = self._sight.stages

    def status(self) -> CentreStatus:
        """All of it."""
        known, evaluator = self.known, self._sight.whole.evaluator()
        owed = [self._sight.owe(duty, evaluator) for duty in self._lifecycle.duties]
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
            periods=tuple(periods_now(self._lifecycle, self._stages, known, self._cited)),
            duties=tuple(self._duty(cycle) for cycles in owed for cycle in cycles.known),
            grounds=grounds,
            apply_again=apply_again(self._pack, self._lifecycle, known, self._stages),
            asides=tuple(
                placed(self._asides(graded, [cycle for cycles in owed for cycle in cycles.known]), known, self._history)
            ),
        )

    def _asides(self, graded: Iterable[Aside], cycles: Iterable[Cycle]) -> list[Aside]:
        """What was recorded and does not count."""
        asides = [*self.known.asides, *self._stages.asides, *graded, *self._wrong_names()]
        paths = {aside.path for aside in asides}
        replies = Replies(self._lifecycle, self.known.events, self._stages, cycles, paths)
        return [*asides, *replies.to_nothing()]

    def _cited(self, cites: tuple[Citation, ...]) -> tuple[CitedPlace, ...]:
        return tuple(cited(self._pack, citation) for citation in cites)

    def _events(self) -> Iterator[EventNow]:
        titles = {stage.id: stage.title for stage in self._lifecycle.stages}
        sure = [(segment.start, segment.among[0]) for segment in self._stages.segments if len(segment.among) == 1]
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
        for found in self._stages.at(self.known.on):
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

    def _ground(self, ground: Ground) -> GroundNow:
        evaluator = self._sight.judged.evaluator()
        step = evaluator.evaluate(ground.require)
        arises = self._sight.arises(ground, self._lifecycle)
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
                yield Aside(decision.path, decision.kind, decision.day, AsideWhy.NO_SUCH_GROUND, decision.order + 1)
        duties = {duty.id for duty in self._lifecycle.duties}
        for notice in self.known.notices:
            if notice.duty not in duties:
                yield Aside(f"notice[{notice.duty}]", "notice", notice.day, AsideWhy.NO_SUCH_DUTY, notice.order + 1)


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
