"""What happened before a regulation's first day: nobody is judged by it, though it may begin or do something."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from tic_rules.facts.events import OF_STATES
from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.ir.pack import InForce
from tic_rules.ir.status import AsideWhy
from tic_rules.lifecycle.happened import Happened
from tic_rules.lifecycle.known import Known


def first_day(in_force: InForce) -> date | None:
    """The first day on which it may have been in force; None where nothing is held to be before it."""
    return in_force.start or in_force.earliest


def kept_kinds(lifecycle: Lifecycle) -> frozenset[str]:
    """The kinds that count on any day: what begins a life, ends it by a decision, or is a state that may last."""
    return OF_STATES | {"revoked", *lifecycle.beginnings}


def is_early(happened: Happened, first: date | None, kept: AbstractSet[str]) -> bool:
    """Whether nobody is judged by an event, since it lies before the first day."""
    return first is not None and happened.day < first and happened.kind not in kept


def judged_from(first: date | None, known: Known, lifecycle: Lifecycle) -> Known:
    """What counts where nobody is judged by what happened before the first day; the same where there was nothing."""
    kept = kept_kinds(lifecycle)
    early = {happened.path for happened in known.events if is_early(happened, first, kept)}
    return known.without(dict.fromkeys(early, AsideWhy.BEFORE_FORCE)) if early else known
