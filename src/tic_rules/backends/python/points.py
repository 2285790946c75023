"""Open points as bits, so that joining them costs one operation, and back again for whoever reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, open_for

HOLDS: Final = 0
FAILS: Final = -1

_MOST_KEPT: Final = 4096


class Bits:
    """The points that are known before any dossier is: each has a bit of its own."""

    def __init__(self) -> None:
        self._bits: dict[OpenPoint, int] = {}
        self.facts = 0
        """The bits of missing facts; the others are of findings."""

    def __iter__(self) -> Iterator[OpenPoint]:
        return iter(self._bits)

    def fact(self, path: str) -> int:
        """The bit of a missing fact."""
        return self._of(OpenPoint(PointKind.FACT, path))

    def finding(self, name: str) -> int:
        """The bit of a finding that is asked of the whole."""
        return self._of(OpenPoint(PointKind.FINDING, name))

    def _of(self, point: OpenPoint) -> int:
        bit = self._bits.setdefault(point, 1 << len(self._bits))
        if point.kind is PointKind.FACT:
            self.facts |= bit
        return bit


class Unknown:
    """The points of one case: those known before, and those that its lists, years and calendars bring up."""

    __slots__ = ("_fixed", "_found", "_own", "_truths", "facts")

    def __init__(self, fixed: tuple[OpenPoint, ...], facts: int, truths: dict[int, Truth]) -> None:
        self._fixed = fixed
        self._truths = truths
        """Truths made before of points that were known before; shared by all cases, so kept small."""
        self._own: dict[int, Truth] = {}
        """Truths made before of other points."""
        self._found: dict[tuple[str | int, ...], int] = {}
        self.facts = facts
        """The bits of missing facts so far."""

    def field(self, listed: str, index: int, field: str) -> int:
        """The bit of a field of a member of a list."""
        return self._fact(listed, index, field)

    def year(self, series: str, year: int) -> int:
        """The bit of one year of a series."""
        return self._fact(series, year)

    def calendar(self, year: int) -> int:
        """The bit of a year whose working days are not published."""
        return self._fact(year)

    def asked(self, name: str, listed: str, index: int) -> int:
        """The bit of a finding that is asked of a member of a list."""
        key = (name, listed, index, "?")
        bit = self._found.get(key)
        if bit is None:
            bit = self._found[key] = 1 << (len(self._fixed) + len(self._found))
        return bit

    def _fact(self, *key: str | int) -> int:
        bit = self._found.get(key)
        if bit is None:
            bit = self._found[key] = 1 << (len(self._fixed) + len(self._found))
            self.facts |= bit
        return bit

    def truth(self, mask: int) -> Truth:
        """The truth that a number stands for."""
        if mask == HOLDS:
            return TRUE
        if mask == FAILS:
            return FALSE
        known = self._truths.get(mask)
        if known is None:
            known = self._own.get(mask)
        if known is None:
            known = open_for(self._points(mask))
            shared = mask < 1 << len(self._fixed) and len(self._truths) < _MOST_KEPT
            (self._truths if shared else self._own)[mask] = known
        return known

    def _points(self, mask: int) -> Iterator[OpenPoint]:
        keys = list(self._found)
        known = len(self._fixed)
        while mask:
            at = (mask & -mask).bit_length() - 1
            mask &= mask - 1
            yield self._fixed[at] if at < known else _point(keys[at - known])


def _point(key: tuple[str | int, ...]) -> OpenPoint:
    match key:
        case (int(year),):
            return OpenPoint(PointKind.FACT, f"calendar.{year}")
        case (series, int(year)):
            return OpenPoint(PointKind.FACT, f"{series}[{year}]")
        case (listed, index, field):
            return OpenPoint(PointKind.FACT, f"{listed}[{index}].{field}")
        case (name, listed, index, _):
            return OpenPoint(PointKind.FINDING, str(name), f"{listed}[{index}]")
        case _:
            raise AssertionError(key)
