"""What holds for every test: no network, and no verdict on a property by the clock of a busy machine."""

from __future__ import annotations

import sys

from hypothesis import HealthCheck, settings

# Where CI is set Hypothesis draws the same examples in every run, and keeps none.
settings.register_profile("tic-rules", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tic-rules")


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.getaddrinfo", "socket.bind"}:
        raise RuntimeError(f"a test reached for the network: {event} {arguments[1:]}")


sys.addaudithook(_refuse_network)
