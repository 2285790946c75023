"""What of this project is measured: each way to a decision, by the name it has in the table.

A new way to decide is one more row here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from benchmarks.dossiers import ON, Case
from benchmarks.interleaved import Run
from benchmarks.validation import models, plainly
from tic_rules import Dossier, Question, decide, load_pack

_PACK: Final = load_pack("shijiazhuang")
_TRACKS: Final = ("establishment",)


def _decided(case: Case) -> Run:
    dossier = case.dossier
    return lambda: decide(_PACK, dossier, on=ON, question=Question.ENTRY, tracks=_TRACKS)


def _from_dict(case: Case) -> Run:
    written = case.written
    return lambda: decide(_PACK, Dossier.from_dict(written), on=ON, question=Question.ENTRY, tracks=_TRACKS)


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
    "`decide`: every step built": _decided,
    "`decide` from a plain dict, checked": _from_dict,
    "`Dossier.from_dict` alone": _read,
    "the models of `Dossier` by pydantic alone": _validated,
}
"""Ways to a decision, from a checked dossier or from plain data."""

VALIDATION: Final[dict[str, Callable[[Case], Run]]] = {"pydantic: plain models of the same fields, no verdict": _plain}
"""What reading the same data costs with nothing of ours."""
