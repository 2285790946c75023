"""Where the lines of each centre stand in a register, so that a centre that was put away can be read again.

Sixteen bytes a line, in a file that is gone when the process ends; in memory a number for each centre.
"""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterator
from typing import Final

from tic_rules.lifecycle.centre import Centre
from tic_rules.lifecycle.line import Enrolled
from tic_rules.lifecycle.register import Register

_RECORD: Final = struct.Struct("<qq")
_NONE: Final = -1


class Shelf:
    """The lines of a register by centre."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  (it lives as long as the shelf)
        self._count = 0
        self._last: dict[str, int] = {}

    def close(self) -> None:
        """Lets the file go."""
        self._file.close()

    def __contains__(self, centre: str) -> bool:
        return centre in self._last

    def __iter__(self) -> Iterator[str]:
        return iter(self._last)

    def add(self, centre: str, offset: int) -> None:
        """Notes that a line of a centre begins at an offset."""
        self._file.seek(self._count * _RECORD.size)
        self._file.write(_RECORD.pack(self._last.get(centre, _NONE), offset))
        self._last[centre] = self._count
        self._count += 1

    def centre(self, centre: str) -> Centre:
        """All that was recorded of a centre up to now."""
        made: Centre | None = None
        for entry in self._register.entries_at(self._offsets(centre)):
            match entry:
                case Enrolled(city, name):
                    made = made or Centre(centre, city, name)
                case None:
                    pass
                case _:
                    if made is not None:
                        made.take(entry)
        if made is None:
            raise LookupError(f"{centre} was never entered")
        return made

    def _offsets(self, centre: str) -> list[int]:
        found = []
        number = self._last[centre]
        while number != _NONE:
            self._file.seek(number * _RECORD.size)
            number, offset = _RECORD.unpack(self._file.read(_RECORD.size))
            found.append(offset)
        return found[::-1]
