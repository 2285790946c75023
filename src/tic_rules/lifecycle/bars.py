"""Bars from applying again, found in histories, as facts of a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from tic_rules.errors import InputError, Problem
from tic_rules.facts import Dossier
from tic_rules.ir.status import CentreStatus

_WHAT: Final = ("city", "first_day", "last_day")
_OTHERS: Final = {"basis": "除已查到的以外，还有没有别的限制，资料没有说明"}
"""A bar of which nothing is known, not even whether there is one."""


def with_bars(dossier: Dossier, *statuses: CentreStatus) -> Dossier:
    """The dossier of an applicant who led these centres, with the bars that their ends brought.

    A bar that the dossier states already is not stated twice; bars of other cities stay as they are. Where the dossier
    states no list of bars, what was found is not all that there may be: its list then has one member more, of which
    nothing is known. Raises InputError where it is open from when one of the centres may apply again, or where the
    dossier cannot be read.
    """
    wrong = [_open(status) for status in statuses if status.apply_again.points]
    if wrong:
        raise InputError(wrong)
    written = dict(dossier.to_dict())
    stated = written.get("bans")
    bars: list[Mapping[str, Any]] = [*stated] if isinstance(stated, list) else []
    found = [bar for bar in _found(statuses) if not any(_same(bar, known) for known in bars)]
    if not found:
        return dossier
    if stated is None:
        found.append(_OTHERS)
    written["bans"] = [*bars, *found]
    return Dossier.from_dict(written, cities=_cities(dossier, statuses))


def _found(statuses: Iterable[CentreStatus]) -> Iterator[Mapping[str, Any]]:
    for status in statuses:
        for bar in status.apply_again.bars:
            yield {
                "city": status.pack.id,
                "first_day": bar.first_day.isoformat(),
                "last_day": bar.last_day.isoformat(),
                "basis": f"{bar.cites[0].text.zh}（{status.centre}）",
            }


def _same(bar: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(bar[key] == other.get(key) for key in _WHAT)


def _cities(dossier: Dossier, statuses: Iterable[CentreStatus]) -> set[str]:
    """The packs of which the dossier then speaks."""
    return {*(city for city, _ in dossier.local), *(status.pack.id for status in statuses)}


def _open(status: CentreStatus) -> Problem:
    points = [point.name for point in status.apply_again.points]
    return Problem.of("E076", centre=status.centre, points="、".join(points), points_en=", ".join(points))
