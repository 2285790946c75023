"""A history as the engine reads it: lists of events by kind, and of the cycles of duties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.view import SUBMITTED, Member, Seen
from tic_rules.facts.history_facts import events_path
from tic_rules.ir.catalogue import FactSpec
from tic_rules.ir.conditions import Condition
from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.ir.steps import State
from tic_rules.lifecycle.following import FOLLOWING, Following
from tic_rules.lifecycle.happened import Happened, Said
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.reads import Looked, Reads
from tic_rules.truth import TRUE, Truth, all_of

_MOST_DECIDED: Final = 50_000
_HISTORY: Final = events_path("")


@dataclass(slots=True)
class _List:
    """A list as it was worked out."""

    whole: bool
    members: list[Member]
    looked: Looked


Deem = Callable[[], Iterable[tuple[Member, Mapping[str, Any], Truth]]]
"""Finds the events that count as one of another kind: what each is then deemed to say, and whether it does count."""


class HistoryView:
    """What was known of one centre, with the places that conditions on a history read.

    A list is worked out when it is first read, and again only after ``forget``.
    """

    def __init__(self, known: Known, lifecycle: Lifecycle) -> None:
        self._known = known
        self._lifecycle = lifecycle
        self._following = Following(known, lifecycle)
        self._lists: dict[str, _List] = {}
        self._put: dict[str, tuple[State, Callable[[], Iterable[Member]]]] = {}
        """Lists that somebody else works out."""
        self._readers: dict[str, set[str]] = {}
        """The lists that were worked out from each thing that was looked at."""
        self._next_day = date.max
        """The first day on which one of them looks otherwise."""
        self._members: dict[str, Member] = {}
        """Events, and cycles of duties, as they stood last: one that says the same is the same."""
        self._deem: dict[str, list[tuple[str, Deem]]] = {}
        self._deemed: dict[tuple[str, str], tuple[Truth, Member]] = {}
        self.once: frozenset[str] = frozenset()
        """Kinds of event that happen to a centre once: where one is known, there is no other."""

    @property
    def reads(self) -> Reads:
        """What was looked at."""
        return self._known.reads

    def spec(self, path: str) -> FactSpec:
        """The catalogue's row for a path."""
        return self._lifecycle.catalogue[path]

    def see(self, path: str) -> Seen:
        """There are no single facts in a history; nothing is being applied for."""
        return Seen(path, State.NONE if path == SUBMITTED else State.MISSING)

    def members(self, path: str) -> tuple[State, tuple[Member, ...]]:
        """The members of a list that are known; MISSING where there may be more."""
        found = self._list(path)
        return State.GIVEN if found.whole else State.MISSING, tuple(found.members)

    def all_members(self, path: str) -> Iterator[Member]:
        """The members of a list that are known."""
        return iter(self._list(path).members)

    def is_empty(self, kind: str) -> bool:
        """Whether nothing is known to count as an event of a kind, without working out whether there may be more."""
        return kind not in self._deem and not self._known.of_kind(kind)

    def put(self, path: str, members: Callable[[], Iterable[Member]], state: State) -> None:
        """Adds a list that is worked out when it is first read; MISSING where there may be more of its members."""
        self._put[path] = (state, members)
        self._lists.pop(path, None)

    def deem(self, on: str, counts_as: str, found: Deem) -> None:
        """Lets events of a kind count as such of another from now on; where that is open, they say nothing there."""
        self._deem.setdefault(counts_as, []).append((on, found))
        self._lists.pop(events_path(counts_as), None)

    def forget(self) -> None:
        """Lets go of the lists that were worked out from what has changed, or that look otherwise by now."""
        gone = {path for name in self.reads.changed for path in self._readers.get(name, ())}
        if self._next_day <= self._known.on:
            gone |= {path for path, found in self._lists.items() if found.looked.next_day <= self._known.on}
            self._next_day = min((f.looked.next_day for p, f in self._lists.items() if p not in gone), default=date.max)
        for path in gone:
            self._lists.pop(path, None)

    def let_go(self) -> None:
        """Lets go of all lists, and of those who work them out, who hold this view in turn."""
        for held in (self._lists, self._put, self._deem):
            held.clear()

    def counts(self, kind: str, path: str) -> Truth:
        """Whether an event counts as one of a kind: open for some that a printed fiction may make one."""
        found = self._deemed.get((kind, path))
        return TRUE if found is None else found[0]

    def truth(self, evaluator: Evaluator, where: Condition | None, found: Member, kind: str) -> Truth:
        """Whether a condition holds of an event; of one that may count as of another kind, whether it then does too."""
        deemed = self._deemed.get((kind, found.path))
        counts, said = (TRUE, found) if deemed is None else deemed
        if where is None:
            return counts
        holds = self.holds(evaluator, where, said, events_path(kind))
        return holds if counts is TRUE else all_of([counts, holds])

    def holds(self, evaluator: Evaluator, where: Condition, found: Member, listed: str) -> Truth:
        """Whether a condition holds of a member; by its fields alone, it is decided once for their values."""
        name = id(where)
        fields = self._lifecycle.fields_read.get(name)
        if fields is None:
            # What an evaluator has worked out before is not looked at again, and would not be noted.
            return evaluator.anew().evaluate(where, found, listed).truth
        key = (name, *(getattr(found.fields, field) for field in fields))
        truth = self._lifecycle.decided.get(key)
        if truth is None:
            # One event may stand in two lists and say more in one of them, where it goes by the same place.
            truth = evaluator.anew().evaluate(where, found, listed).truth
            if not truth.is_open:  # what is open names the member
                if len(self._lifecycle.decided) >= _MOST_DECIDED:
                    self._lifecycle.decided.clear()
                self._lifecycle.decided[key] = truth
        return truth

    # --- lists ---------------------------------------------------------------------------------------------------

    def _list(self, path: str) -> _List:
        found = self._lists.get(path)
        if found is not None:
            self._known.reads.note(found.looked)
            return found
        if not path.startswith(_HISTORY):
            state, worked_out = self._put.get(path, (State.GIVEN, tuple))
            members = [self._same(made) for made in worked_out()]
            found = self._lists[path] = _List(state is State.GIVEN, members, Looked(frozenset((path,))))
            self._known.reads.note(found.looked)
            return found
        before = self._known.reads.begin()
        whole, members = self._of_kind(path.removeprefix(_HISTORY))
        looked = self._known.reads.end(before)
        found = self._lists[path] = _List(whole, members, looked)
        self._next_day = min(self._next_day, looked.next_day)
        for name in looked.at:
            self._readers.setdefault(name, set()).add(path)
        return found

    def _of_kind(self, kind: str) -> tuple[bool, list[Member]]:
        members = [self._member(happened) for happened in self._known.of_kind(kind)]
        whole = (kind in self.once and bool(members)) or self._known.is_whole(kind)
        for on, deem in self._deem.get(kind, ()):
            # An event that nobody recorded may count as one of the kind.
            whole = whole and self._list(events_path(on)).whole
            for event, said, truth in deem():
                deemed = Member(event.path, event.name, event.fields.with_fields(said))
                self._deemed[kind, event.path] = (truth, deemed)
                members.append(deemed if truth == TRUE else event)
        return whole, sorted(members, key=when) if kind in self._deem else members

    def _member(self, happened: Happened) -> Member:
        """An event as a member of the list of its kind."""
        if happened.kind in FOLLOWING:
            said = happened.event.with_fields(self._following.of(happened))
            return self._same(_member(happened, said))
        return self._members.get(happened.path) or self._same(_member(happened, happened.event))

    def _same(self, made: Member) -> Member:
        """The member that stood there before, where it says the same."""
        before = self._members.get(made.path)
        if before is None or before != made:
            before = self._members[made.path] = made
        return before


def _member(happened: Happened, said: Said) -> Member:
    """A member of a list, by what is said of an event."""
    return Member(happened.path, str(said.about or ""), said)


def when(found: Member) -> tuple[date, int]:
    """Where an event stands among all of them."""
    return (found.fields.day, found.fields.order)
