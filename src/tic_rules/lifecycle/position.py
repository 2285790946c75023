"""Where a watcher stopped, on the disk: how much of the register it has taken and how much of its output counts.

Saved whole or not at all, and only once the output that it counts is on the disk: whatever ends the process, the output
is cut back to the position, and what follows is written again, the same.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Final

from tic_rules.errors import Place, Problem, UsageError
from tic_rules.lifecycle.line import FIRST

FORMAT: Final = "position-1"


@dataclass(frozen=True, slots=True)
class Position:
    """How far a watcher has come."""

    offset: int = 0
    """Where the first line begins that was not taken."""
    line: int = 0
    """The number of the last line that was."""
    register_seq: int = 0
    register_digest: str = FIRST
    """The number and digest that the last whole line carries: the next one is chained to it."""
    clock: date | None = None
    """The day that it has come to."""
    bound_for: date | None = None
    """The day to which it was going on, at this place; None where it was there."""
    seq: int = 0
    """The number of the last report."""
    length: int = 0
    """How many bytes of the output count."""
    form: str = ""
    """In which form, and language, they are written."""

    def to_json(self) -> str:
        """The position as a line of JSON."""
        said: dict[str, Any] = {"format": FORMAT, **asdict(self)}
        for name in ("clock", "bound_for"):
            said[name] = None if said[name] is None else said[name].isoformat()
        return json.dumps(said, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Position:
        """Reads a position. Raises ValueError where it is none."""
        said = json.loads(text)
        if not isinstance(said, dict) or said.pop("format", None) != FORMAT or set(said) != set(cls.__slots__):
            raise ValueError("no position")
        for name in ("clock", "bound_for"):
            said[name] = None if said[name] is None else date.fromisoformat(said[name])
        made = cls(**said)
        numbers = (made.offset, made.line, made.register_seq, made.seq, made.length)
        if any(type(number) is not int or number < 0 for number in numbers):
            raise ValueError("a number of it is none")
        return made


class PositionFile:
    """A file that holds a position. Raises UsageError where it cannot be read or written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Position | None:
        """The position; None where none was saved."""
        try:
            return Position.from_json(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise unfit(self._path, error.strerror or "") from None
        except (ValueError, TypeError) as error:
            raise unfit(self._path, str(error)) from None

    def save(self, position: Position) -> None:
        """Puts a position in the place of the one before, at once and for good."""
        beside = self._path.with_name(self._path.name + ".new")
        try:
            with beside.open("w", encoding="utf-8", newline="\n") as file:
                file.write(position.to_json())
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._path)
            _sync_folder(self._path.parent)
        except OSError as error:
            raise _unwritten(self._path, error) from None


def begin(path: Path) -> None:
    """Refuses to write over a file that holds something and has no position."""
    try:
        held = path.stat().st_size
    except FileNotFoundError:
        return
    except OSError as error:
        raise _unwritten(path, error) from None
    if held:
        raise UsageError([Problem.of("E083", Place(str(path)), detail="File exists")])


class Output:
    """A file of reports that is only added to. Raises UsageError where it cannot be written."""

    def __init__(self, path: Path, length: int) -> None:
        """Opens it, and cuts back what was written after the position was saved."""
        self._path = path
        try:
            path.touch()
            self._file: BinaryIO = path.open("r+b")
        except OSError as error:
            raise _unwritten(path, error) from None
        try:
            self._cut_back(length)
        except OSError as error:
            self._file.close()
            raise _unwritten(path, error) from None
        except UsageError:
            self._file.close()
            raise
        self.length = length

    def _cut_back(self, length: int) -> None:
        _lock(self._file)
        held = os.fstat(self._file.fileno()).st_size
        if held < length:
            raise unfit(self._path, f"{held} < {length}")
        self._file.truncate(length)
        self._file.seek(length)

    def write(self, text: str) -> None:
        """Adds a line."""
        data = text.encode()
        try:
            self._file.write(data)
        except OSError as error:
            raise _unwritten(self._path, error) from None
        self.length += len(data)

    def sync(self) -> None:
        """Brings all that was written to the disk."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _unwritten(self._path, error) from None

    def close(self) -> None:
        """Closes the file; what was not brought to the disk is cut back by the next who opens it."""
        try:
            self._file.close()
        except OSError as error:
            raise _unwritten(self._path, error) from None


def unfit(path: Path, detail: str) -> UsageError:
    """A position that does not fit."""
    return UsageError([Problem.of("E082", Place(str(path)), detail=detail)])


def _unwritten(path: Path, error: OSError) -> UsageError:
    return UsageError([Problem.of("E083", Place(str(path)), detail=error.strerror or "")])


def _lock(file: BinaryIO) -> None:
    """Lets nobody else write the file; OSError where somebody does. It is let go when the file is closed."""
    try:
        import fcntl
    except ModuleNotFoundError:  # where there is none, one watcher a file is the caller's to see to
        return
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sync_folder(folder: Path) -> None:
    """Makes sure that a new name in a folder lasts."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # where a folder cannot be opened, as on Windows, the name lasts without it
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
