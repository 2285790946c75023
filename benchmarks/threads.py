"""Sixteen threads that decide at once, held against one after another: the same bytes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import process_time
from typing import Final

from benchmarks.dossiers import ON, cases
from tic_rules import Compiled, Dossier, Question, load_pack

THREADS: Final = 16


@dataclass(frozen=True, slots=True)
class Together:
    """How many decisions were made at once, and the CPU time of that against one after another."""

    decisions: int
    ratio: float


def together(times: int) -> Together:
    """Decides each applicant many times over in sixteen threads; raises where one byte differs from one at a time.

    All threads share packs that were compiled and not yet asked anything, so that they meet on their first question.
    """
    asked = [(name, case.dossier) for case in cases() for name in ("shijiazhuang", "liaocheng") for _ in range(times)]
    warm, alone = _compiled(), _compiled()
    for name, dossier in asked:
        _bytes_of(warm[name], dossier)
    start = process_time()
    one_by_one = [_bytes_of(alone[name], dossier) for name, dossier in asked]
    between = process_time()
    shared = _compiled()
    with ThreadPoolExecutor(THREADS) as pool:
        at_once = list(pool.map(lambda one: _bytes_of(shared[one[0]], one[1]), asked))
    end = process_time()
    if one_by_one != at_once:
        raise AssertionError("sixteen threads gave other bytes than one after another")
    return Together(len(asked), (end - between) / (between - start))


def _compiled() -> dict[str, Compiled]:
    return {name: Compiled(load_pack(name)) for name in ("shijiazhuang", "liaocheng")}


def _bytes_of(program: Compiled, dossier: Dossier) -> str:
    """All that a decision says: what was worked out at once, and the record of its determination."""
    decision = program.decide(dossier, on=ON, question=Question.ENTRY)
    return f"{decision.verdict}\n{decision.tracks}\n{decision.norms}\n{decision.determination.to_json()}"
