"""Watching a register from where one stopped: lines in, reports out, the position saved behind them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, Protocol

from tic_rules import calendar
from tic_rules.errors import Problem
from tic_rules.ir.pack import Pack
from tic_rules.ir.status import Aside
from tic_rules.lifecycle.decider import Rules
from tic_rules.lifecycle.line import FIRST, Line, LineState
from tic_rules.lifecycle.misfits import Misfits
from tic_rules.lifecycle.position import Output, Position, PositionFile, begin, unfit
from tic_rules.lifecycle.register import Register
from tic_rules.lifecycle.watcher import Report, Watcher

_LINES: Final = 2_000
"""After how many lines the position is saved."""
_PAUSE: Final = 1.0
"""How many seconds to wait for more lines."""


class Tells(Protocol):
    """Who is told what the watcher finds."""

    def problem(self, problem: Problem) -> None:
        """A line that was left out, and why."""

    def set_aside(self, centre: str, aside: Aside) -> None:
        """An event of a centre that does not count, and why."""

    def waits_for(self, register: Path) -> None:
        """That there is no register yet, and that its coming is waited for."""

    def render(self, report: Report) -> str:
        """A report as a line, its line end included."""

    def write(self, text: str) -> None:
        """Takes a line, where there is no file that does."""

    def flush(self) -> None:
        """Sends on what was taken."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be watched, and how."""

    register: Path
    until: date | None = None
    """The last day to come to; None: today in China, whenever that is."""
    follow: bool = False
    out: Path | None = None
    position: Path | None = None
    """Where the position is kept; with ``out`` beside it, without either nowhere."""
    form: str = ""

    @property
    def kept(self) -> Path | None:
        """Where the position is kept."""
        if self.position is None and self.out is not None:
            return self.out.with_name(self.out.name + ".position")
        return self.position


class Watching:
    """One run of a watcher."""

    def __init__(self, asked: Asked, pack_of: Callable[[str], Pack], rules: Rules | None, tells: Tells) -> None:
        self._asked = asked
        self._register = Register(asked.register)
        self._misfits = Misfits(pack_of)
        self._tells = tells
        self._kept = None if asked.kept is None else PositionFile(asked.kept)
        self._at = Position(form=asked.form)
        self._saved: Position | None = None
        self._out: Output | None = None
        self._cut_short: list[Problem] = []
        """What the last look found after the last line."""
        self._cut_short_told: list[Problem] = []
        self.watcher = Watcher(self._register, pack_of, rules, self._goal())

    def run(self, lines: int = _LINES, pause: float = _PAUSE) -> None:
        """Watches up to the end of the register, or for ever. Raises UsageError, WatchError.

        Who follows a register that is not there yet waits for it. One that goes later is an error: it was read.
        """
        try:
            if self._asked.follow:
                self._wait(pause)
            self._resume()
            while True:
                self._read(lines)
                self._go_on_to(self._goal())
                self._save()
                if not self._asked.follow:
                    return
                time.sleep(pause)
        finally:
            self.watcher.close()
            if self._out is not None:
                self._out.close()

    def _goal(self) -> date:
        return calendar.today_in_china() if self._asked.until is None else self._asked.until

    def _wait(self, pause: float) -> None:
        said = False
        while not self._is_there():
            if not said:
                self._tells.waits_for(self._asked.register)
                said = True
            time.sleep(pause)

    def _is_there(self) -> bool:
        try:
            self._asked.register.stat()
        except FileNotFoundError:
            return False
        except OSError:
            return True  # what it is, reading it will say
        return True

    def _resume(self) -> None:
        next(self._register.lines(), None)  # where it cannot be read, that is said before anything is written
        found = None if self._kept is None else self._kept.load()
        if found is not None:
            if found.form != self._at.form:
                raise unfit(self._asked.kept or Path(), f"{found.form} ≠ {self._at.form}")
            self._at = found
            self.watcher.restore(self._taken(found), found.clock, found.seq)
        if self._asked.out is not None:
            if found is None:
                # A file that is there already is somebody's; one that we begin has its position first.
                begin(self._asked.out)
                self._save()
            self._out = Output(self._asked.out, self._at.length)
        if self._at.bound_for is not None:
            self._go_on_to(self._at.bound_for)

    def _taken(self, position: Position) -> Iterator[tuple[Line, int]]:
        """The lines that were taken before. Raises UsageError where they are no longer the same."""
        offset, last = 0, _cursor(Position())
        for line in self._register.lines() if position.offset else ():
            last = _after(last, line)
            self._misfits.take(line)
            yield line, offset
            offset = line.end
            if offset >= position.offset:
                break
        if (offset, last.seq, last.digest) != (position.offset, position.register_seq, position.register_digest):
            raise unfit(self._asked.register, f"{offset}, {last.seq} ≠ {position.offset}, {position.register_seq}")

    def _read(self, most: int) -> None:
        """Takes all lines that are there."""
        if self._asked.register.exists() and self._asked.register.stat().st_size < self._at.offset:
            raise unfit(self._asked.register, "it was made shorter")
        if self._asked.until is None:
            # A line of a day that has begun since the last look is of that day.
            self.watcher.until = max(self.watcher.until, self._goal())
        cursor, offset, since = _cursor(self._at), self._at.offset, 0
        for line in self._register.lines(offset, cursor):
            self._take(line, offset)
            cursor, offset, since = _after(cursor, line), line.end, since + 1
            self._at = replace(
                self._at, offset=offset, line=line.number, register_seq=cursor.seq, register_digest=cursor.digest
            )
            if since >= most:
                self._save()
                since = 0
        self._tell_cut_short()

    def _take(self, line: Line, offset: int) -> None:
        """Takes a line, and tells what follows from it."""
        wrong = False
        for told in self.watcher.read(line, offset):
            if isinstance(told, Report):
                self._write(told)
            else:
                wrong = True
                self._tells.problem(told)
        self._misfits.take(line)
        aside = None if wrong else self._misfits.of(line, self.watcher.stage_facts, self.watcher.clock)
        if aside is not None:
            self._tells.set_aside(line.centre, aside)

    def _tell_cut_short(self) -> None:
        """Tells once that the last line was cut short; who follows gives its writer until the next look."""
        found = list(self._register.cut_short(self._at.line, self._at.offset))
        if found and found != self._cut_short_told and (found == self._cut_short or not self._asked.follow):
            self._cut_short_told = found
            self._tells.problem(found[0])
        self._cut_short = found

    def _go_on_to(self, day: date) -> None:
        """Lets days pass. It is saved first where to, so that whoever takes up from here goes the same way."""
        self.watcher.until = max(self.watcher.until, day) if self._asked.until is None else self._asked.until
        if self.watcher.clock is None or day <= self.watcher.clock:
            self._at = replace(self._at, bound_for=None)
            return
        self._save(bound_for=day)
        for report in self.watcher.advance(day):
            self._write(report)

    def _write(self, report: Report) -> None:
        text = self._tells.render(report)
        if self._out is None:
            self._tells.write(text)
        else:
            self._out.write(text)

    def _save(self, bound_for: date | None = None) -> None:
        """Saves the position, once what it counts is on the disk."""
        if self._out is None:
            self._tells.flush()
        else:
            self._out.sync()
        made = replace(
            self._at,
            clock=self.watcher.clock,
            bound_for=bound_for,
            seq=self.watcher.seq,
            length=0 if self._out is None else self._out.length,
        )
        if self._kept is not None and made != self._saved:
            self._kept.save(made)
            self._saved = made
        self._at = made


def _cursor(position: Position) -> Line:
    """The line before a position, as far as the next one turns on it."""
    return Line(
        position.line,
        position.offset,
        LineState.WHOLE,
        position.register_seq,
        position.register_digest or FIRST,
        "",
        None,
    )


def _after(before: Line, line: Line) -> Line:
    """The last line to which the next is chained, with the number of the last that was read."""
    chained = line if line.state is not LineState.TORN and line.seq else before
    return replace(chained, number=line.number)
