"""What happened before a regulation's first day: nobody is judged by it, though it may begin or do something."""

from __future__ import annotations

from datetime import date

from tic_rules.facts.events import OF_STATES
from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.ir.pack import InForce
from tic_rules.ir.status import AsideWhy
from tic_rules.lifecycle.known import Known


def first_day(in_force: InForce) -> date | None:
    """The first day on which it may have been in force; None where nothing is held to be before it."""
    return in_force.start or in_force.earliest


def kept_kinds(lifecycle: Lifecycle) -> frozenset[str]:
    """The kinds that count on any day: what begins a life, ends it by a decision, or is a state that may last."""
    return OF_STATES | {"revoked", *(move.on for move in lifecycle.moves if not move.come_from)}


def judged_from(first: date | None, known: Known, lifecycle: Lifecycle) -> Known:
    """What counts where nobody is judged by what happened before the first day; the same where there was nothing."""
    if first is None:
        return known
    kept = kept_kinds(lifecycle)
    early = {h.path for h in known.events if h.day < first and h.kind not in kept}
    return known.without(dict.fromkeys(early, AsideWhy.BEFORE_FORCE)) if early else known
