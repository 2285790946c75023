"""What must hold of the lifecycle of a pack: stages that can be reached, events that say what is read of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tic_rules.errors import Place
from tic_rules.facts.events import EVALUATION_TYPES, KINDS
from tic_rules.facts.history_facts import events_path
from tic_rules.ir import conditions as ir
from tic_rules.ir.lifecycle import AfterEvent, Duty, EachCycle, Lifecycle
from tic_rules.ir.operators import BARE
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import nodes
from tic_rules.packs.condition_checks import ConditionChecks
from tic_rules.packs.form import Problems
from tic_rules.packs.names import named

CENTRE: Final = "centre"


class LifecycleChecks:
    """Checks the lifecycle of one pack, and gathers which findings it asks for."""

    def __init__(self, pack: Pack, lifecycle: Lifecycle, places: dict[int, Place], problems: Problems) -> None:
        self._pack = pack
        self._lifecycle = lifecycle
        self._problems = problems
        self._conditions = ConditionChecks(pack.after_approval, places, problems)
        self._conditions.totals_needed = False

    def check(self) -> set[str]:
        """Notes everything that is wrong; the findings that are asked for."""
        life = self._lifecycle
        self._reached()
        for move in life.moves:
            self._stages((move.to, *move.come_from), move.place)
            self._of_event(move.on, move.where)
        for period in life.periods:
            self._stages((period.stage, *period.also_in), period.place)
        for duty in life.duties:
            self._duty(duty)
        for deemed in life.deemed:
            self._of_event(deemed.on, deemed.where)
            fields = KINDS[deemed.counts_as].fields
            for name, _ in deemed.fields:
                named("E297", name, fields, deemed.place, self._problems)
        for scale in life.scales:
            for name in scale.types:
                named("E274", name, EVALUATION_TYPES, scale.place, self._problems)
        for ground in life.grounds:
            self._stages(ground.stages, ground.place)
            conditions = [ground.require, *(r.other_require for r in ground.readings if r.other_require is not None)]
            for condition in conditions:
                self._conditions.check(condition)
            bare = [
                node
                for condition in conditions
                for node in nodes(condition)
                if isinstance(node, ir.Compare) and node.printed == BARE
            ]
            if bare and not ground.readings:
                self._problems.add("E246", ground.place, id=ground.id)
        return self._conditions.findings_asked

    def _duty(self, duty: Duty) -> None:
        self._stages(duty.stages, duty.place)
        if duty.owed_by != CENTRE:
            named("E242", duty.owed_by, [CENTRE, *self._pack.authority_by_id], duty.place, self._problems)
        self._of_event(duty.done_by, duty.where)
        if duty.unless is not None:
            self._of_event(duty.unless.kind, duty.unless.where)
        if isinstance(duty.cadence, AfterEvent):
            self._of_event(duty.cadence.kind, duty.cadence.where)
        if isinstance(duty.cadence, (AfterEvent, EachCycle)) and not isinstance(duty.due, str):
            self._problems.add("E298", duty.place, id=duty.id)

    def _stages(self, names: Iterable[str], place: Place) -> None:
        for name in names:
            named("E295", name, self._lifecycle.stage_by_id, place, self._problems)

    def _of_event(self, kind: str, where: ir.Condition | None) -> None:
        """What is asked of an event can be read of that kind."""
        if where is not None:
            self._conditions.check(where, events_path(kind))

    def _reached(self) -> None:
        """A centre comes into some stage, and from there into every other."""
        life = self._lifecycle
        reached = {move.to for move in life.moves if not move.come_from}
        while more := {m.to for m in life.moves if reached & set(m.come_from)} - reached:
            reached |= more
        for stage in life.stages:
            if stage.id not in reached:
                self._problems.add("E296", stage.place, id=stage.id)
