"""All peers that are measured."""

from __future__ import annotations

from typing import Final

from benchmarks.peers import cedar, cpp_cel, durable, openfisca, python_cel, rego, rule_engine, rust_cel, zen
from benchmarks.peers.peer import Peer

PEERS: Final[tuple[Peer, ...]] = (
    zen.PEER,
    zen.GRAPH,
    cpp_cel.PEER,
    rust_cel.PEER,
    cedar.PEER,
    durable.PEER,
    rule_engine.PEER,
    rego.PEER,
    python_cel.PEER,
    openfisca.PEER,
)
