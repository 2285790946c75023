"""What the norms by hand, the reference engine and the compiled pack say, in one form: every truth with its points."""

from __future__ import annotations

from datetime import date

from benchmarks import handwritten
from benchmarks.handwritten.kleene import Kleene
from tic_rules import Compiled, Dossier, InputError, Pack, Question, decide
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, open_for


def truth_of(value: Kleene) -> Truth:
    """A value of the handwritten norms as the project writes it."""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    kinds = {name: PointKind.FINDING if name.startswith("sjz.") else PointKind.FACT for name in value}
    return open_for(OpenPoint(kind, name) for name, kind in kinds.items())


def by_hand(dossier: Dossier, on: date) -> dict[str, Truth] | None:
    """What the handwritten norms say, the track under an empty name; None where the dossier is refused."""
    try:
        decided = handwritten.decide(dossier, on)
    except handwritten.RefusedError:
        return None
    return {"": truth_of(decided.value)} | {name: truth_of(value) for name, value in decided.norms.items()}


def by_reference(pack: Pack, dossier: Dossier, on: date) -> dict[str, Truth] | None:
    """What the reference engine says, in the same form."""
    try:
        determination = decide(pack, dossier, on=on, question=Question.ENTRY, tracks=["establishment"])
    except InputError:
        return None
    (track,) = determination.tracks
    return {"": track.truth} | {norm.id: norm.truth for norm in determination.norms}


def by_compiled(program: Compiled, dossier: Dossier, on: date) -> dict[str, Truth] | None:
    """What the compiled pack says, in the same form."""
    try:
        decision = program.decide(dossier, on=on, question=Question.ENTRY, tracks=["establishment"])
    except InputError:
        return None
    (track,) = decision.tracks
    return {"": track.truth} | {norm.id: norm.truth for norm in decision.norms}
