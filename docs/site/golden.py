"""The golden cases of a city, counted by the norms that they name."""

from __future__ import annotations

from collections import Counter
from functools import cache

from tests.golden import cases


@cache
def naming(city: str) -> Counter[str]:
    """How many cases name each norm in what they expect."""
    named = (case.expected.get("norms", {}) for case in cases.cases(city))
    return Counter(name for norms in named for name in norms)
