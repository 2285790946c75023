"""CEL in Python."""

from __future__ import annotations

from typing import Any

from benchmarks.facts import Facts
from benchmarks.peers.cel_text import NORMS, SAYS, with_sums
from benchmarks.peers.peer import Decide, Peer


def _ready() -> Decide:
    import celpy
    from celpy.adapter import json_to_cel

    environment = celpy.Environment()
    program = environment.program(environment.compile(NORMS))

    def decide(facts: Facts) -> bool:
        activation: dict[str, Any] = {name: json_to_cel(value) for name, value in facts.items()}
        return all(program.evaluate(activation))

    return decide


PEER = Peer("CEL in Python", "cel-python", SAYS, _ready, with_sums)
