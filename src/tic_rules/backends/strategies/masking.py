"""The mask that is laid over a finished dossier last: facts that nobody told us."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final

Step = str | int
Way = tuple[Step, ...]

_KEPT: Final = frozenset({"format", "findings", "application.city", "application.track"})
"""What is no fact, or is masked as a finding."""


def leavable(data: dict[str, Any], protected: Collection[str] = ()) -> list[Way]:
    """The ways to everything in a dossier that may be left out, but what is protected, holds or lies below it."""
    return [way for way in _ways(data, ()) if not _is_kept(way, protected)]


def _ways(data: Any, above: Way) -> Iterator[Way]:
    entries = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for step, inner in entries:
        # A year's figure without its year is no figure; a member of a list cannot be left out, since lists are whole.
        if isinstance(step, str) and not (step == "year" and above and isinstance(above[-1], int)):
            yield (*above, step)
        yield from _ways(inner, (*above, step))


def _is_kept(way: Way, protected: Collection[str]) -> bool:
    path = ".".join(step for step in way if isinstance(step, str))
    return any(
        path == kept or path.startswith(f"{kept}.") or kept.startswith(f"{path}.") for kept in (*_KEPT, *protected)
    )


def without(data: Any, way: Way) -> Any:
    """The data without what a way leads to; nothing is changed where an earlier mask took it away."""
    step, *rest = way
    if isinstance(data, dict) and step in data:
        if not rest:
            return {key: value for key, value in data.items() if key != step}
        return {key: without(value, tuple(rest)) if key == step else value for key, value in data.items()}
    if isinstance(data, list) and isinstance(step, int) and rest:
        return [without(value, tuple(rest)) if index == step else value for index, value in enumerate(data)]
    return data


def masked(data: dict[str, Any], way: Way) -> dict[str, Any]:
    """The dossier without what a way leads to, nor the answers about members of a list that went with it."""
    left: dict[str, Any] = without(data, way)
    findings = [entry for entry in left.get("findings", ()) if "about" not in entry or _is_there(left, entry["about"])]
    rest = {key: value for key, value in left.items() if key != "findings"}
    return rest | ({"findings": findings} if findings else {})


def _is_there(data: Any, about: str) -> bool:
    for step in about.partition("[")[0].split("."):
        if not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return True
