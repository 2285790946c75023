"""One look at a centre: what counts of it on a day, as the conditions of its pack read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from tic_rules.engine.case import Case
from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.findings import Findings
from tic_rules.engine.view import Member
from tic_rules.errors import InputError
from tic_rules.facts.findings import RecordedFinding
from tic_rules.facts.history_facts import events_path
from tic_rules.ir.lifecycle import Deemed, Lifecycle
from tic_rules.ir.pack import Pack
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.view import HistoryView
from tic_rules.truth import FALSE, TRUE, Truth

_DAY: Final = timedelta(days=1)


class _Case(Case):
    """A case of the as-of day of what is known; that the day was read is noted, since the next one reads otherwise."""

    def __init__(self, pack: Pack, view: HistoryView, known: Known) -> None:
        self._known = known
        super().__init__(pack, view, known.on)

    @property
    def as_of(self) -> date:
        """The as-of day."""
        self._known.reads.changes_on(self._known.on + _DAY)
        return self._known.on

    @as_of.setter
    def as_of(self, _: date) -> None:
        pass


class Look:
    """What counts of a centre, printed fictions applied. Raises InputError where findings contradict each other."""

    def __init__(self, rules: Pack, lifecycle: Lifecycle, known: Known, recorded: tuple[RecordedFinding, ...]) -> None:
        self.known = known
        self.view = HistoryView(known, lifecycle)
        self._case = _Case(rules, self.view, known)
        self._findings = Findings(self._case, recorded)
        if self._findings.wrong:
            raise InputError(self._findings.wrong)
        for deemed in lifecycle.deemed:
            self.view.deem(deemed.on, deemed.counts_as, partial(self.deemed, deemed))

    def evaluator(self) -> Evaluator:
        """An evaluator of what counts by now: what lists come to is worked out once by each."""
        return Evaluator(self._case, self._findings)

    def deemed(self, deemed: Deemed) -> Iterator[tuple[Member, Mapping[str, Any], Truth]]:
        """The events that count as others or, where that is open, perhaps: with what they are then deemed to say."""
        evaluator = self.evaluator()
        for event in self.view.all_members(events_path(deemed.on)):
            truth = TRUE
            if deemed.where is not None:
                truth = evaluator.evaluate(deemed.where, event, events_path(deemed.on)).truth
            if truth != FALSE:
                yield event, dict(deemed.fields), truth
