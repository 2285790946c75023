"""How a centre that is not held in memory is kept: as plain values, in a file of this process alone."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable
from typing import Any, Final

from tic_rules.ir.lifecycle import Duty, Move
from tic_rules.ir.status import DutyState
from tic_rules.ir.steps import State
from tic_rules.lifecycle.cycles import Cycle, Cycles
from tic_rules.lifecycle.happened import Happened, Said
from tic_rules.lifecycle.stages import In, Segment
from tic_rules.lifecycle.standing import Fact, What
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, TruthValue

_PROTOCOL: Final = 5


class Stored:
    """What is kept of each centre, on the disk; gone when the process ends, and read by no other."""

    def __init__(self) -> None:
        # A file without a name: SQLite takes it away when it is closed, or the process ends.
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.execute("CREATE TABLE centre (id TEXT PRIMARY KEY, kept BLOB) WITHOUT ROWID")

    def close(self) -> None:
        """Lets the file go."""
        self._file.close()

    def put(self, centre: str, kept: object) -> None:
        """Keeps plain values of a centre, in the place of those before."""
        self._file.execute("INSERT OR REPLACE INTO centre VALUES (?, ?)", (centre, packed(kept)))

    def take(self, centre: str) -> Any:
        """What is kept of a centre; None where nothing is."""
        row = self._file.execute("SELECT kept FROM centre WHERE id = ?", (centre,)).fetchone()
        return None if row is None else unpacked(row[0])


def packed(value: object) -> bytes:
    """Plain values as bytes."""
    return pickle.dumps(value, _PROTOCOL)


def unpacked(data: bytes) -> Any:
    """The plain values that were packed, by this process."""
    return pickle.loads(data)  # noqa: S301  (of our own file, which has no name)


# --- events ------------------------------------------------------------------------------------------------------


def events_out(events: Iterable[Happened]) -> bytes:
    """The events of a kind."""
    return packed([(h.path, h.order, h.event.day, h.event.order, h.event.given) for h in events])


def events_in(kind: str, data: bytes) -> list[Happened]:
    """The events of a kind that were packed."""
    return [
        Happened(path, order, Said(day, of_record, given), kind, day)
        for path, order, day, of_record, given in unpacked(data)
    ]


# --- what was worked out -----------------------------------------------------------------------------------------


def segments_out(segments: Iterable[Segment]) -> list[object]:
    """The stages of a centre."""
    return [(s.start, [(i.stage, i.since, i.by.id, _points_out(i.points)) for i in s.among]) for s in segments]


def segments_in(kept: Iterable[Any], moves: dict[str, Move]) -> tuple[Segment, ...]:
    """The stages of a centre, as they were kept."""
    return tuple(
        Segment(start, tuple(In(stage, since, moves[by], frozenset(_points_in(p))) for stage, since, by, p in among))
        for start, among in kept
    )


def cycles_out(cycles: Cycles) -> tuple[object, ...]:
    """The cycles of a duty."""
    return (
        cycles.state.value,
        [
            (
                c.label,
                c.after,
                c.due,
                c.may_move,
                _truth_out(c.owed),
                c.done_on,
                c.grade,
                c.may_have_grade,
                _truth_out(c.missed),
                _truth_out(c.late),
                c.state.value,
            )
            for c in cycles.known
        ],
    )


def cycles_in(kept: tuple[str, Iterable[Any]], duty: Duty) -> Cycles:
    """The cycles of a duty, as they were kept."""
    state, known = kept
    return Cycles(
        State(state),
        tuple(
            Cycle(
                duty,
                label,
                after,
                due,
                may_move,
                _truth_in(owed),
                done_on,
                grade,
                may_have_grade,
                _truth_in(missed),
                _truth_in(late),
                DutyState(stands),
            )
            for label, after, due, may_move, owed, done_on, grade, may_have_grade, missed, late, stands in known
        ),
    )


def facts_out(facts: Iterable[Fact]) -> list[object]:
    """Small facts."""
    return [(fact.what.value, fact.id, fact.of, fact.state, fact.day, fact.done_on) for fact in facts]


def facts_in(kept: Iterable[Any]) -> tuple[Fact, ...]:
    """Small facts, as they were kept."""
    return tuple(Fact(What(what), *rest) for what, *rest in kept)


def _truth_out(truth: Truth) -> object:
    return _points_out(truth.points) if truth.is_open else truth.value is TruthValue.TRUE


def _truth_in(kept: Any) -> Truth:
    if isinstance(kept, bool):
        return TRUE if kept else FALSE
    return Truth(TruthValue.OPEN, tuple(_points_in(kept)))


def _points_out(points: Iterable[OpenPoint]) -> list[tuple[str, str, str]]:
    return [(point.kind.value, point.name, point.about) for point in points]


def _points_in(kept: Iterable[tuple[str, str, str]]) -> list[OpenPoint]:
    return [OpenPoint(PointKind(kind), name, about) for kind, name, about in kept]
