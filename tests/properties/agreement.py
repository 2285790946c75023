"""What the reference engine and a compiled pack say of the same things, so that the two can be held together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from tic_rules import Determination, Dossier, Pack, decide
from tic_rules.backends.python import Compiled, Decision, compiled
from tic_rules.errors import InputError, UsageError
from tic_rules.ir.norms import Question

Said = tuple[Any, ...]
"""All that a determination says without its trace, or the refusal."""


@dataclass(frozen=True)
class Asked:
    """A question as a caller asks it."""

    on: date
    question: Question | str = Question.ENTRY
    tracks: Collection[str] = ()


def said(by: Pack | Compiled, dossier: Dossier, asked: Asked) -> Said:
    """The answer of the reference engine for a pack, of its compiled code for a compiled one."""
    answers = by.decide if isinstance(by, Compiled) else partial(decide, by)
    try:
        found = answers(dossier, on=asked.on, question=asked.question, tracks=asked.tracks)
    except (InputError, UsageError) as error:
        return type(error), tuple(error.problems)
    return answer_of(found)


def answer_of(found: Determination | Decision) -> Said:
    """All that a determination and a decision both say."""
    return (
        found.verdict,
        found.truth,
        tuple((norm.id, norm.status, norm.truth) for norm in found.norms),
        tuple((track.id, track.verdict, track.truth) for track in found.tracks),
    )


class Agreement:
    """A pack and its compiled code, held together dossier by dossier."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.compiled = compiled(pack)

    def holds(self, dossier: Dossier, asked: Asked) -> Said:
        """What both say; AssertionError where they differ."""
        reference, code = said(self.pack, dossier, asked), said(self.compiled, dossier, asked)
        assert code == reference
        return reference
