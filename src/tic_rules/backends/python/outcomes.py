"""What numbers come to: verdicts, statuses, and tracks joined, also as they would be if one norm came out otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import accumulate
from operator import or_

from tic_rules.backends.python.points import FAILS, HOLDS
from tic_rules.ir.determination import Status
from tic_rules.truth import Verdict


def verdict_of(number: int | None, facts: int) -> Verdict:
    """The verdict of a number; None: nothing was asked."""
    if number is None:
        return Verdict.NOT_APPLICABLE
    if number <= 0:
        return Verdict.FAIL if number else Verdict.PASS
    return Verdict.UNKNOWN if number & facts else Verdict.REVIEW


def status_of(truth: int, when: int, require: int, facts: int) -> Status:
    """How a norm came out."""
    if when == FAILS:
        return Status.NOT_APPLICABLE
    if truth < 0:
        return Status.NOT_MET
    if truth > 0:
        return Status.UNKNOWN if truth & facts else Status.REVIEW
    return Status.MET if require == HOLDS else Status.EXCUSED


def any_of(numbers: Iterable[int | None]) -> int | None:
    """Any of several truths; None where there is none."""
    found: int | None = None
    for number in numbers:
        if number is None:
            continue
        if found is None or found < 0:
            found = number
        elif number == HOLDS or found == HOLDS:
            found = HOLDS
        elif number > 0:
            found |= number
    return found


class Joined:
    """The truths of tracks, and what they would be if one norm came out otherwise."""

    def __init__(
        self, asked: list[tuple[int, ...]], applying: list[int], numbers: list[int], counts: list[bool]
    ) -> None:
        self._asked = asked
        self._applying = applying
        self._counting = [[numbers[at] if counts[at] else None for at in of] for of in asked]
        self._sides: list[tuple[list[int], list[int]]] | None = None
        self.truths = [
            self._truth(applies, [number for number in of if number is not None])
            for applies, of in zip(applying, self._counting, strict=True)
        ]
        """Of each track; None where it is not this applicant's, or nothing is asked."""

    def _truth(self, applies: int, counting: list[int]) -> int | None:
        return reduce(or_, counting, applies) if counting and applies != FAILS else None

    def with_other(self, at: int, number: int, counts: bool) -> list[int | None]:
        """The truths of all tracks if one norm's were another."""
        if self._sides is None:
            # What all norms before and after each come to: so that any one can be exchanged at once.
            known = [[number or HOLDS for number in of] for of in self._counting]
            self._sides = [
                (list(accumulate(of, or_, initial=0)), list(accumulate(of[::-1], or_, initial=0))[::-1]) for of in known
            ]
        found = []
        for number_of, applies, of, (before, after), truth in zip(
            self._asked, self._applying, self._counting, self._sides, self.truths, strict=True
        ):
            if at not in number_of or applies == FAILS:
                found.append(truth)
                continue
            place = number_of.index(at)
            if not counts and all(one is None for where, one in enumerate(of) if where != place):
                found.append(None)
            else:
                found.append(applies | before[place] | (number if counts else HOLDS) | after[place + 1])
        return found
