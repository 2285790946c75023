"""A centre's standing with its moves and grounds decided by the rules; days, runs and counts as in the replay."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from tic_rules.engine.case import missing
from tic_rules.engine.comparing import compare
from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.view import Member
from tic_rules.facts.history import History
from tic_rules.ir import conditions as ir
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.lifecycle import Move
from tic_rules.ir.norms import Citation
from tic_rules.ir.status import GroundState
from tic_rules.ir.steps import Reckoned, State
from tic_rules.lifecycle.applying import apply_again
from tic_rules.lifecycle.decider import Decider
from tic_rules.lifecycle.joins import STAY, UNBORN, YES, word_of
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.periods import periods_now
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.stages import In, Stages
from tic_rules.lifecycle.standing import Facts, again_facts, cycle_facts, ground_facts, period_fact, stage_facts
from tic_rules.lifecycle.status import Standing
from tic_rules.truth import TRUE, OpenPoint, Truth


class RuledStages(Stages):
    """The stages of a centre, where the rules say which move an event makes."""

    def __init__(self, plan: Plan, decider: Decider, standing: RuledStanding) -> None:
        self._plan = plan
        self._decider = decider
        super().__init__(plan.lifecycle, standing.view, standing.evaluator())

    def _from(self, stage: In | None, moves: Iterable[Move], member: Member) -> list[In]:
        """Where one stage leads, as the rules say; it stays where they say so, or have nothing to say."""
        among = list(moves)
        if not among:
            return super()._from(stage, among, member)
        start, kind = UNBORN if stage is None else stage.stage, among[0].on
        joined = self._plan.joins.moves[start, kind]
        truths = [self._truth(one.move, member) for one in joined]
        said = self._decider.move(start, kind, joined, [word_of(truth) for truth in truths])
        before = frozenset(() if stage is None else stage.points)
        doubts: set[OpenPoint] = set(before)
        found: list[In] = []
        for one, truth in zip(joined, truths, strict=True):
            word = said.get(one.move.id)
            if word is None:
                continue
            points = before if word == YES else before | frozenset(truth.points)
            doubts |= points
            found.append(In(one.move.to, member.fields.day, one.move, points))
        if STAY in said and stage is not None:
            found.append(In(stage.stage, stage.since, stage.by, frozenset(doubts)))
        return found


class RuledStanding(Standing):
    """One centre on one day."""

    def __init__(self, plan: Plan, decider: Decider, history: History, known: Known) -> None:
        self._plan = plan
        self._decider = decider
        super().__init__(plan.pack, plan.lifecycle, history, known)

    def _stages_seen(self) -> Stages:
        return RuledStages(self._plan, self._decider, self)

    def grounds(self) -> dict[str, GroundState]:
        """How each ground stands, joined by the rules from the truths of its leaves."""
        evaluator, found = self.evaluator(), {}
        for joined in self._plan.joins.grounds:
            words = [word_of(self._leaf(evaluator, leaf.condition)) for leaf in joined.leaves]
            found[joined.ground.id] = self._decider.ground(joined, word_of(self.arises(joined.ground)), words)
        return found

    def _leaf(self, evaluator: Evaluator, condition: ir.Condition) -> Truth:
        """The truth of a leaf. Events are counted without a trace, which nobody would read."""
        match condition:
            case ir.Compare(
                left=ir.Count(list=listed, where=where, over=None, stated_as=None), op=op, bound=bound, upper=upper
            ):
                state, members = self.view.members(listed)
                truths = [TRUE if where is None else evaluator.evaluate(where, m, listed).truth for m in members]
                maybe = [truth for truth in truths if truth.is_open]
                points = {point for truth in maybe for point in truth.points}
                least = Fraction(truths.count(TRUE))
                greatest: Fraction | None = least + len(maybe)
                if state is not State.GIVEN:
                    points.add(missing(listed))
                    greatest = None
                counted = Reckoned(bound.kind, least, greatest, tuple(sorted(points)))
                return compare(counted, op, bound.amount, None if upper is None else upper.amount)
            case _:
                return evaluator.evaluate(condition).truth

    def facts(self) -> Facts:
        """All of it as small facts."""
        known, stages, lifecycle = self.known, self.stages, self._plan.lifecycle
        periods = periods_now(lifecycle, stages, known, _uncited)
        found: Facts = {
            "stage": stage_facts((now.stage, now.since, now.by.id) for now in stages.at(known.on)),
            "periods": tuple(period_fact(period.id, period.last_day, period.is_over) for period in periods),
            "again": again_facts(apply_again(self._plan.pack, lifecycle, known, stages), known.on),
        }
        for duty in lifecycle.duties:
            found[f"duty {duty.id}"] = cycle_facts(cycle for cycle in self.cycles if cycle.duty is duty)
        for ground, state in self.grounds().items():
            found[f"ground {ground}"] = ground_facts(ground, state)
        return {group: facts for group, facts in found.items() if facts}


def _uncited(_: tuple[Citation, ...]) -> tuple[CitedPlace, ...]:
    """No citations: a small fact has an id, and whoever reports it knows where that is printed."""
    return ()
