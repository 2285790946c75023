"""One centre of a register as a watcher reads it: what was recorded of it, in the order of its lines."""

from __future__ import annotations

from tic_rules.errors import Problem
from tic_rules.facts.events import Event
from tic_rules.facts.findings import RecordedFinding
from tic_rules.facts.history import History, Names


class Centre:
    """The records of one centre; one that does not fit to those before it is left out, and said."""

    def __init__(self, id_: str, city: str, name: str) -> None:
        self.id = id_
        self.city = city
        self.name = name
        self.events: list[Event] = []
        self.findings: list[RecordedFinding] = []
        self.names = Names()

    def take(self, entry: Event | RecordedFinding) -> tuple[Problem, ...]:
        """Takes a record; what is wrong with one that is left out."""
        if isinstance(entry, RecordedFinding):
            self.findings.append(entry)
            return ()
        wrong = self.names.problems(entry)
        if not wrong:
            self.events.append(entry)
        return wrong

    def history(self) -> History:
        """All of it as a history; each record was read and held against those before it."""
        return History.model_construct(
            centre=self.id,
            city=self.city,
            name=self.name or None,
            events=tuple(self.events),
            findings=tuple(self.findings),
        )
