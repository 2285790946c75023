"""Whether a pack is in force on a day."""

from __future__ import annotations

from datetime import date

from tic_rules.ir.determination import Standing, StandingKind
from tic_rules.ir.pack import IssueKind, Pack


def standing_on(pack: Pack, day: date | None) -> Standing:
    """How a pack stands on a day; None: on a day that nobody knows."""
    force = pack.in_force
    kind = StandingKind.IN_FORCE
    if day is not None and force.end is not None and day > force.end:
        kind = StandingKind.LAPSED
    elif day is not None and any(first is not None and day < first for first in (force.start, force.earliest)):
        kind = StandingKind.NOT_YET
    elif pack.kind is IssueKind.DRAFT:
        kind = StandingKind.DRAFT
    elif force.start is None and (day is None or force.latest is None or day <= force.latest):
        kind = StandingKind.START_UNKNOWN
    elif day is None:
        kind = StandingKind.DAY_UNKNOWN
    return Standing(kind, day, force.start, force.end, force.earliest, force.latest)
