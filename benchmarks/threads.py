"""Sixteen threads that decide at once, held against one after another: the same bytes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter
from typing import Final

from benchmarks.dossiers import ON, cases
from tic_rules import Dossier, Question, decide, load_pack

THREADS: Final = 16


@dataclass(frozen=True, slots=True)
class Together:
    """How many decisions were made at once, and how long that took against one after another."""

    decisions: int
    ratio: float


def together(times: int) -> Together:
    """Decides each applicant many times over in sixteen threads; raises where one byte differs from one at a time."""
    packs = {"shijiazhuang": load_pack("shijiazhuang"), "liaocheng": load_pack("liaocheng")}

    def bytes_of(name: str, dossier: Dossier) -> str:
        return decide(packs[name], dossier, on=ON, question=Question.ENTRY).to_json()

    asked = [(name, case.dossier) for case in cases() for name in packs for _ in range(times)]
    start = perf_counter()
    alone = [bytes_of(*one) for one in asked]
    between = perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        at_once = list(pool.map(bytes_of, *zip(*asked, strict=True)))
    end = perf_counter()
    if alone != at_once:
        raise AssertionError("sixteen threads gave other bytes than one after another")
    return Together(len(asked), (end - between) / (between - start))
