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


def judge_from(first: date | None, known: Known, lifecycle: Lifecycle) -> bool:
    """Sets aside what happened before the first day; whether there was anything.

    What begins a centre's life, ends it by a decision, or is a state that may last is a fact of any day.
    """
    kept = {move.on for move in lifecycle.moves if not move.come_from} | OF_STATES | {"revoked"}
    early = {h.path for h in known.events if first is not None and h.day < first and h.kind not in kept}
    known.set_aside(dict.fromkeys(early, AsideWhy.BEFORE_FORCE))
    return bool(early)
