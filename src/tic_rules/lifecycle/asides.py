"""Events that are set aside, each with where it stands in the history and in the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tic_rules.facts.history import History, event_id
from tic_rules.ir.status import Aside, AsideWhy
from tic_rules.lifecycle.known import Known

_AS_RECORDED = frozenset({AsideWhy.NOT_KNOWN_YET, AsideWhy.CORRECTED, AsideWhy.WITHDRAWN})
"""Where the very record is set aside that the number names; else it is the event, as the last record has it."""


def placed(asides: Iterable[Aside], known: Known, history: History) -> Iterator[Aside]:
    """The asides, each with the number, the id and the line of the record that says it."""
    listed, events = list(asides), history.events or ()
    # An evaluation of which two grades are recorded stands for both: it is found by its place.
    numbers = {aside.path: aside.number for aside in listed if aside.number <= len(events)}
    for aside in listed:
        index = numbers.get(aside.path, aside.number) - 1 if aside.number > len(events) else aside.number - 1
        if aside.why not in _AS_RECORDED:
            index = known.corrected_at.get(index, index)
        yield replace(aside, number=index + 1, id=event_id(events[index], index), line=history.line_of(index))
