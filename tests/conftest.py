"""What holds for every test: no network, and no verdict on a property by the clock of a busy machine."""

from __future__ import annotations

import gc
import sys

from hypothesis import HealthCheck, Phase, settings

# The same examples in every run, so that a change is judged by what it changed. No phase that traces every line: it
# makes a failure wait for minutes.
settings.register_profile(
    "tic-rules",
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate, Phase.target, Phase.shrink],
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tic-rules")


def pytest_collection_finish() -> None:
    """What was made on collection stays to the end: the garbage collector need not go through it again and again."""
    gc.collect()
    gc.freeze()


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.getaddrinfo", "socket.bind"}:
        raise RuntimeError(f"a test reached for the network: {event} {arguments[1:]}")


sys.addaudithook(_refuse_network)
