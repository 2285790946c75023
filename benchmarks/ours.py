"""What of this project is measured: each way to a decision, by the name it has in the table.

A new way to decide is one more row here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from benchmarks.dossiers import ON, Case
from benchmarks.interleaved import Run
from benchmarks.validation import models, plainly
from tic_rules import Compiled, Dossier, Question, decide, load_pack

_PACK: Final = load_pack("shijiazhuang")
_COMPILED: Final = Compiled(_PACK)
_TRACKS: Final = ("establishment",)


def _verdict(case: Case) -> Run:
    dossier = case.dossier
    return lambda: _COMPILED.decide(dossier, on=ON, question=Question.ENTRY, tracks=_TRACKS).verdict


def _truths(case: Case) -> Run:
    dossier = case.dossier

    def run() -> object:
        decision = _COMPILED.decide(dossier, on=ON, question=Question.ENTRY, tracks=_TRACKS)
        return decision.truth, decision.norms

    return run


def _every_step(case: Case) -> Run:
    dossier = case.dossier
    return lambda: _COMPILED.decide(dossier, on=ON, question=Question.ENTRY, tracks=_TRACKS).determination


def _from_dict(case: Case) -> Run:
    written = case.written

    def run() -> object:
        dossier = Dossier.from_dict(written)
        return _COMPILED.decide(dossier, on=ON, question=Question.ENTRY, tracks=_TRACKS).verdict

    return run


def _decided(case: Case) -> Run:
    dossier = case.dossier
    return lambda: decide(_PACK, dossier, on=ON, question=Question.ENTRY, tracks=_TRACKS)


def _read(case: Case) -> Run:
    written = case.written
    return lambda: Dossier.from_dict(written)


def _validated(case: Case) -> Run:
    written = case.written
    return lambda: models(written)


def _plain(case: Case) -> Run:
    written = case.written
    return lambda: plainly(written)


OURS: Final[dict[str, Callable[[Case], Run]]] = {
    "`compiled`: verdict; all else when it is read": _verdict,
    "`compiled`: every norm's truth and open points read": _truths,
    "`compiled`: every step built": _every_step,
    "`compiled` from a plain dict, validated: verdict": _from_dict,
    "`decide`, the reference: every step built": _decided,
}
"""Ways to a decision, from a checked dossier or from plain data."""

VALIDATION: Final[dict[str, Callable[[Case], Run]]] = {
    "`Dossier.from_dict`": _read,
    "the models of `Dossier` by pydantic alone": _validated,
    "pydantic: plain models of the same fields": _plain,
}
"""What reading the same data costs."""
