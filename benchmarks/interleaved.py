"""Timing by pairs: each sample of a contestant stands beside one of the yardstick, so that a slow second hits both.

Own code rather than pyperf: pyperf runs one benchmark after another, each in processes of its own, and on a shared
machine the minutes between two of them differ by more than what is measured. Time is the CPU time of the process: what
another process takes from this one is in no ratio. The collector is off within a round and runs between rounds, so
that nobody pays for another's garbage.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles
from time import process_time_ns

Run = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Measured:
    """One contestant on one applicant."""

    ratio: float
    """The median of its ratios to the yardstick."""
    low: float
    high: float
    """The quartiles of those ratios."""
    microseconds: float
    """The median time of one run."""


def measure(yardstick: Run, contestants: Mapping[str, Run], *, rounds: int, sample_ms: float) -> dict[str, Measured]:
    """Every contestant held against the yardstick, in rounds of random order."""
    loops = {name: _loops(run, sample_ms) for name, run in contestants.items()}
    of_yardstick = _loops(yardstick, sample_ms)
    ratios: dict[str, list[float]] = {name: [] for name in contestants}
    times: dict[str, list[float]] = {name: [] for name in contestants}
    order = list(contestants)
    # Which order is of no matter, so long as it is another each time and the same in every run.
    shuffled = random.Random(20261121)  # noqa: S311
    was_on = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            gc.collect()
            shuffled.shuffle(order)
            for name in order:
                before = _sample(yardstick, of_yardstick)
                time = _sample(contestants[name], loops[name])
                after = _sample(yardstick, of_yardstick)
                ratios[name].append(2 * time / (before + after))
                times[name].append(time)
    finally:
        if was_on:
            gc.enable()
    return {name: _summary(ratios[name], times[name]) for name in contestants}


def _summary(ratios: list[float], times: list[float]) -> Measured:
    low, _, high = quantiles(ratios, n=4) if len(ratios) > 1 else (ratios[0],) * 3
    return Measured(median(ratios), low, high, median(times))


def _sample(run: Run, loops: int) -> float:
    """Microseconds of one run, over several."""
    repeat = range(loops)
    start = process_time_ns()
    for _ in repeat:
        run()
    return (process_time_ns() - start) / loops / 1000


def _loops(run: Run, sample_ms: float) -> int:
    """How many runs fill a sample, once it is warm: a first run may compile, load and fill caches."""
    for _ in range(3):
        run()
    loops = 1
    while True:
        taken = _sample(run, loops) * loops / 1000
        if taken >= sample_ms:
            return loops
        loops = max(loops * 2, int(loops * sample_ms / taken)) if taken > sample_ms / 100 else loops * 10
