"""Findings of a dossier that no pack asks for and whose id is nearly one that is asked for.

A dossier may hold findings of other cities, so an id that a pack does not know is no error: the finding is left out,
and the determination says so. Where the id is a slip of the keyboard, that would go unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tic_rules import source
from tic_rules.errors import Problem
from tic_rules.facts.words import canonical
from tic_rules.ir.determination import Determination, LeftOutWhy
from tic_rules.ir.pack import Pack
from tic_rules.packs.load import load_pack
from tic_rules.shipped import pack_names

_SLIPS: Final = 2
"""The most characters that are put in, left out or changed for another."""


def misspelt(
    determinations: Iterable[Determination], packs: Sequence[Pack], document: source.Document
) -> list[Problem]:
    """A warning for each such finding, at its place in the document, once."""
    known = [finding.id for pack in packs for finding in pack.findings]
    left = {
        (out.path, out.name)
        for determination in determinations
        for out in determination.left_out
        if out.why is LeftOutWhy.NOT_ASKED and out.name not in known
    }
    found = []
    for path, name in sorted(left):
        slips, near = min(((_slips(name, one), one) for one in known), default=(_SLIPS + 1, ""))
        # Looked up last, as all packs must be read for it: what another city asks for is no slip.
        if slips <= _SLIPS and not _is_of_another_city(name):
            place = source.place_of(document, (*source.steps_of(path), "finding"))
            found.append(Problem.of("W101", place, finding=name, near=near))
    return found


def _is_of_another_city(name: str) -> bool:
    return any(name in load_pack(city).finding_by_id for city in pack_names())


def _slips(one: str, other: str) -> int:
    """How many characters must be put in, left out or changed to make one text of the other; width and case are none.

    Counted up to one more than matters.
    """
    one, other = canonical(one).casefold(), canonical(other).casefold()
    # Most ids are nothing like each other, and a dossier may hold thousands: one slip changes two characters at most.
    if abs(len(one) - len(other)) > _SLIPS or len(set(one) ^ set(other)) > 2 * _SLIPS:
        return _SLIPS + 1
    above = list(range(len(other) + 1))
    for row, mine in enumerate(one, 1):
        here = [row]
        for column, its in enumerate(other, 1):
            here.append(min(here[-1] + 1, above[column] + 1, above[column - 1] + (mine != its)))
        above = here
    return min(above[-1], _SLIPS + 1)
