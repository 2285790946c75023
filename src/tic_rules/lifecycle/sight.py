"""What counts of a centre on a day and by what of it the centre is judged, with the stages and cycles that follow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tic_rules.engine.evaluate import Evaluator
from tic_rules.facts.findings import RecordedFinding
from tic_rules.facts.history_facts import cycles_path
from tic_rules.ir.lifecycle import Duty, Ground, Lifecycle
from tic_rules.ir.pack import Pack
from tic_rules.ir.status import AsideWhy
from tic_rules.ir.steps import State
from tic_rules.lifecycle.cycles import Cycles, members_of
from tic_rules.lifecycle.duties import Duties
from tic_rules.lifecycle.force import first_day, judged_from
from tic_rules.lifecycle.grades import Grades, grades_in, set_aside
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.look import Look
from tic_rules.lifecycle.stages import Stages
from tic_rules.truth import Truth

MakeStages = Callable[[Look], Stages]
"""Makes stages to be followed by what counts."""


class Sight:
    """One centre on one day."""

    def __init__(self, pack: Pack, whole: Look, judged: Look, stages: Stages, grades: Grades) -> None:
        self.whole = whole
        """All that counts: a duty may have been done before the regulation's first day."""
        self.judged = judged
        """That of it by which the centre is judged: not what happened before the regulation's first day."""
        self.stages = stages
        self.grades = grades
        """The grades of each evaluation."""
        self.known = judged.known
        self.first: date | None = first_day(pack.in_force)

    @classmethod
    def of(
        cls,
        pack: Pack,
        lifecycle: Lifecycle,
        known: Known,
        recorded: tuple[RecordedFinding, ...],
        stages_of: MakeStages,
    ) -> Sight:
        """What counts of what is known. Raises InputError where findings contradict each other."""

        def look_at(known: Known) -> tuple[Look, Stages]:
            look = Look(pack.after_approval, lifecycle, known, recorded)
            stages = stages_of(look)
            stages.follow(look.evaluator())
            return look, stages

        first = first_day(pack.in_force)
        set_aside(known, lifecycle, first)
        whole, stages = look_at(known)
        early = {aside.path: aside.why for aside in stages.asides if aside.why is AsideWhy.BEFORE_APPROVAL}
        if early:
            # What counts of the rest, such as the evaluation before, turns on what is there.
            known.set_aside(early)
            whole, stages = look_at(known)
        judged, by = whole, judged_from(first, known, lifecycle)
        if by is not known:
            judged, stages = look_at(by)
        return cls(pack, whole, judged, stages, grades_in(known, lifecycle, first))

    def owe(self, duty: Duty, evaluator: Evaluator) -> Cycles:
        """The cycles of a duty, from now on for conditions to read."""
        made = Duties(self.known, self.whole.view, self.stages, evaluator, self.first).cycles(duty)
        self.put(duty, lambda: made, made.state)
        return made

    def put(self, duty: Duty, cycles: Callable[[], Cycles], state: State) -> None:
        """Puts the cycles of a duty where conditions read them; MISSING where there may be more."""
        for look in (self.whole, self.judged):
            look.view.put(cycles_path(duty.id), lambda: members_of(duty, cycles().known), state)

    def arises(self, ground: Ground, lifecycle: Lifecycle) -> Truth:
        """Whether a ground can arise in the stage that the centre is in."""
        return self.stages.within(ground.stages or lifecycle.running, self.known.on)
