"""Bars from applying again, found in histories, as facts of a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tic_rules.facts import Dossier
from tic_rules.ir.status import CentreStatus


def with_bars(dossier: Dossier, *statuses: CentreStatus) -> Dossier:
    """The dossier of an applicant who led these centres, with the bars that their ends brought.

    A bar that the dossier states already is not stated twice; bars of other cities stay as they are. Raises InputError
    where the dossier cannot be read.
    """
    written = dict(dossier.to_dict())
    stated = written.get("bans")
    bars: list[Mapping[str, Any]] = [*stated] if isinstance(stated, list) else []
    for status in statuses:
        for bar in status.apply_again.bars:
            found = {
                "city": status.pack.id,
                "first_day": bar.first_day.isoformat(),
                "last_day": bar.last_day.isoformat(),
                "basis": f"{bar.cites[0].text.zh}（{status.centre}）",
            }
            if not any(
                all(known.get(key) == found[key] for key in ("city", "first_day", "last_day")) for known in bars
            ):
                bars.append(found)
    written["bans"] = bars
    return Dossier.from_dict(written)
