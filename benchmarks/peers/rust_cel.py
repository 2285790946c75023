"""CEL in Rust."""

from __future__ import annotations

from benchmarks.facts import Facts
from benchmarks.peers.cel_text import NORMS, SAYS, with_sums
from benchmarks.peers.peer import Decide, Peer


def _ready() -> Decide:
    import cel

    program = cel.compile(NORMS)

    def decide(facts: Facts) -> bool:
        return all(truth is True for truth in program.execute(facts))

    return decide


PEER = Peer("CEL in Rust", "common-expression-language", SAYS, _ready, with_sums)
