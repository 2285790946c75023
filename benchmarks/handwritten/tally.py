"""A count or sum that grows member by member, with what is not known of it."""

from __future__ import annotations

from benchmarks.handwritten.amounts import Amount


class Tally:
    """A sum that grows member by member."""

    __slots__ = ("hi", "lo", "points", "unbounded")

    def __init__(self) -> None:
        self.lo = self.hi = 0
        self.unbounded = False
        self.points: list[str] = []

    def maybe(self, *paths: str) -> None:
        """One that counts or does not."""
        self.hi += 1
        self.points += paths

    def surely(self, value: int | None, path: str) -> None:
        """An amount that is in it, or its path where it was not told."""
        if value is None:
            self.unbounded = True
            self.points.append(path)
        else:
            self.lo += value
            self.hi += value

    def perhaps(self, value: int | None, path: str, why: str) -> None:
        """An amount of which it is not known whether it is in it."""
        if value is None:
            self.unbounded = True
            self.points += [path, why]
        elif value:
            self.hi += value
            self.points.append(why)

    @property
    def amount(self) -> Amount:
        """What it came to."""
        return self.lo, None if self.unbounded else self.hi, tuple(self.points)
