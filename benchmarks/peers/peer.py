"""What a peer is: an engine of rules from PyPI that can be asked whether an applicant passes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from benchmarks.facts import Facts
from tic_rules import Dossier

Decide = Callable[[Any], bool]
"""Whether plain facts pass all norms."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One engine: where it comes from, what it can express, and how it is made ready."""

    name: str
    package: str
    """Its distribution on PyPI."""
    says: str
    """What of the norms it expresses, and what is done for it beforehand."""
    ready: Callable[[], Decide]
    """Everything that is done once, before the first decision."""
    prepare: Callable[[Dossier, date], Facts]
    """The facts that it decides on, from a dossier."""
