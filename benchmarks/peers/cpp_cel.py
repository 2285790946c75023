"""CEL in C++."""

from __future__ import annotations

from benchmarks.facts import Facts
from benchmarks.peers.cel_text import NORMS, SAYS, with_sums
from benchmarks.peers.peer import Decide, Peer

_NAMES = ("lead", "partners", "agreement", "centre", "own", "stated", "found", "sums", "day", "last_year")


def _ready() -> Decide:
    from cel_expr_python import cel

    env = cel.NewEnv(variables=dict.fromkeys(_NAMES, cel.Type.DYN))
    expression = env.compile(NORMS)

    def decide(facts: Facts) -> bool:
        return all(truth is True for truth in expression.eval(data=facts).plain_value())

    return decide


PEER = Peer("CEL in C++", "cel-expr-python", SAYS, _ready, with_sums)
