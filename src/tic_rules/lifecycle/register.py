"""A register: the events of all centres, as lines that are only ever added, each chained to the one before.

A line counts when its newline is there, so that a write that was cut short is no record; it is reported, kept, and
closed by the next writer.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from tic_rules import calendar
from tic_rules.errors import InputError, Place, Problem, UsageError
from tic_rules.facts.events import Event
from tic_rules.facts.findings import RecordedFinding
from tic_rules.facts.history import History, Names
from tic_rules.lifecycle.line import (
    FIRST,
    MOST_BYTES_A_LINE,
    Enrolled,
    Line,
    LineState,
    digest_of,
    entry_of,
    line_of,
    object_of,
    text_of,
)


class Register:
    """A register in a file; opened, it is at first only a name: nothing is read before it is asked for."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._end = 0
        """Up to where this writer has read, and what it then knew."""
        self._last: Line | None = None
        self._names: dict[str, Names] = {}
        """The centres that were entered, and what their events are called."""

    # --- reading -------------------------------------------------------------------------------------------------

    def lines(self, offset: int = 0, after: Line | None = None) -> Iterator[Line]:
        """The lines from an offset on; ``after`` is the last whole line before it, to which the next is chained.

        A last line without its newline is not there yet. Raises UsageError where the file cannot be read.
        """
        seq, before = (0, FIRST) if after is None else (after.seq, after.digest)
        number = 0 if after is None else after.number
        for end, raw in self._raw(offset):
            number += 1
            line = line_of(raw, number, end, seq, before, str(self.path))
            if line.state is not LineState.TORN and line.seq:
                # The chain goes on from what is written, so that one altered line is one problem.
                seq, before = line.seq, line.digest
            yield line

    def _raw(self, offset: int) -> Iterator[tuple[int, bytes]]:
        try:
            with self.path.open("rb") as file:
                file.seek(offset)
                while raw := file.readline(MOST_BYTES_A_LINE + 1):
                    offset += len(raw)
                    while not raw.endswith(b"\n"):
                        more = file.readline(MOST_BYTES_A_LINE + 1)
                        if not more:
                            return  # its newline is not there yet
                        offset += len(more)
                        raw = raw[: MOST_BYTES_A_LINE + 1] + more[-1:]
                    yield offset, raw
        except OSError as error:
            raise UsageError([Problem.of("E062", Place(str(self.path)), detail=error.strerror or "")]) from None

    def entries_at(self, offsets: Iterable[int]) -> Iterator[Enrolled | Event | RecordedFinding | None]:
        """What stands in lines that were found whole before, by where they begin. Raises UsageError."""
        try:
            with self.path.open("rb") as file:
                for offset in offsets:
                    file.seek(offset)
                    data = object_of(file.readline(MOST_BYTES_A_LINE + 1))
                    yield None if data is None else entry_of(data, 0, str(self.path))
        except OSError as error:
            raise UsageError([Problem.of("E062", Place(str(self.path)), detail=error.strerror or "")]) from None

    def histories(self, centres: Iterable[str] | None = None) -> Iterator[History]:
        """The histories of the centres, or of some, in the order in which they were entered; broken lines left out."""
        wanted = None if centres is None else set(centres)
        enrolled: dict[str, Enrolled] = {}
        events: dict[str, list[Event]] = {}
        findings: dict[str, list[RecordedFinding]] = {}
        names: dict[str, Names] = {}
        for line in self.lines():
            if line.entry is None or (wanted is not None and line.centre not in wanted):
                continue
            match line.entry:
                case Enrolled():
                    enrolled.setdefault(line.centre, line.entry)
                case Event():
                    known = events.setdefault(line.centre, [])
                    if not names.setdefault(line.centre, Names()).take(line.entry):
                        known.append(line.entry)
                case RecordedFinding():
                    findings.setdefault(line.centre, []).append(line.entry)
        for centre, about in enrolled.items():
            yield History.of_events(centre, about.city, about.name, events.get(centre, ()), findings.get(centre, ()))

    def problems(self) -> Iterator[Problem]:
        """Everything that is wrong with the lines, and entries that do not fit what was recorded before them."""
        names: dict[str, Names] = {}
        for line in self.lines():
            yield from line.problems
            if line.entry is None:
                continue
            place = Place(str(self.path), line.number, 1)
            entered = line.centre in names
            if isinstance(line.entry, Enrolled):
                names.setdefault(line.centre, Names())
                if entered:
                    yield Problem.of("E074", place, centre=line.centre)
            elif not entered:
                yield Problem.of("E067", place, centre=line.centre)
            elif isinstance(line.entry, Event):
                for code, at, values in names[line.centre].take(line.entry):
                    yield Problem.of(code, replace(place, path=at), **values)

    # --- writing -------------------------------------------------------------------------------------------------

    def enrol(self, centre: str, city: str, name: str = "") -> Line:
        """Enters a centre. Raises UsageError where the register cannot be written, InputError where it is there."""
        return self._append(centre, "enrolled", {"city": city, **({"name": name} if name else {})}, None)

    def append(self, centre: str, entry: Event | RecordedFinding) -> Line:
        """Adds an event, or a finding, of a centre that was entered; it is on the disk when this returns.

        An event without an id is called by the number of its line. Writers wait for each other. Raises UsageError where
        the register cannot be written, InputError where nobody entered the centre or the event does not fit.
        """
        written = entry.model_dump(mode="json", exclude_none=True)
        if isinstance(entry, RecordedFinding):
            return self._append(centre, "finding", written, None)
        # When it became known is when it is recorded, whatever day it happened on.
        written.setdefault("recorded_on", max(calendar.today_in_china(), entry.day or date.min).isoformat())
        return self._append(centre, "event", written, entry)

    def _append(self, centre: str, kind: str, written: dict[str, object], event: Event | None) -> Line:
        try:
            with self._locked() as descriptor:
                self._catch_up(os.fstat(descriptor).st_size)
                self._may_stand(centre, kind)
                seq, before = (0, FIRST) if self._last is None else (self._last.seq, self._last.digest)
                if event is not None:
                    written.setdefault("id", str(seq + 1))
                    self._fits(centre, event.model_copy(update={"id": written["id"]}))
                data: dict[str, object] = {"seq": seq + 1, "before": before, "centre": centre, kind: written}
                data["digest"] = digest_of(data)
                _write_whole(descriptor, text_of(data).encode() + b"\n")
        except OSError as error:
            raise UsageError([Problem.of("E068", Place(str(self.path)), detail=error.strerror or "")]) from None
        return Line(0, 0, LineState.WHOLE, seq + 1, str(data["digest"]), centre, None)

    def _may_stand(self, centre: str, kind: str) -> None:
        """A centre is entered once, and before anything else of it. Raises InputError."""
        entered = centre in self._names
        if kind == "enrolled" and not centre:
            raise InputError([Problem.of("E066", Place(str(self.path)))])
        if entered is (kind == "enrolled"):
            code = "E074" if entered else "E067"
            raise InputError([Problem.of(code, Place(str(self.path)), centre=centre)])

    def _fits(self, centre: str, event: Event) -> None:
        """An event has an id of its own, and corrects what is there. Raises InputError."""
        wrong = self._names[centre].wrong(event)
        if wrong:
            raise InputError([Problem.of(code, Place(path=at), **values) for code, at, values in wrong])

    def _catch_up(self, size: int) -> None:
        """Reads what was written since this writer last looked; all of it where the file was put anew."""
        if size < self._end:
            self._end, self._last, self._names = 0, None, {}
        for line in self.lines(self._end, self._last):
            self._end = line.end
            if line.state is not LineState.TORN and line.seq:
                self._last = line
            if isinstance(line.entry, Enrolled):
                self._names.setdefault(line.centre, Names())
            elif isinstance(line.entry, Event) and line.centre in self._names:
                self._names[line.centre].take(line.entry)

    @contextmanager
    def _locked(self) -> Iterator[int]:
        """The file, open to be added to by this writer alone."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            _lock(descriptor)
            yield descriptor
        finally:
            os.close(descriptor)


def _write_whole(descriptor: int, line: bytes) -> None:
    """Writes a line in one go, after closing what an earlier writer left without its newline.

    That was no record, and must not become one even where all but the newline is there.
    """
    size = os.lseek(descriptor, 0, os.SEEK_END)
    if size and os.pread(descriptor, 1, size - 1) != b"\n":
        line = b" cut short\n" + line
    done = os.write(descriptor, line)
    if done != len(line):
        raise OSError(28, "No space left on device")
    os.fsync(descriptor)


def _lock(descriptor: int) -> None:
    """Waits until no other writer holds the file; it is let go when the file is closed."""
    try:
        import fcntl
    except ModuleNotFoundError:  # where there is none, one writer at a time is the caller's to see to
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX)
