"""What people decided: the last answer that counts, for each finding."""

from __future__ import annotations

from datetime import date
from typing import Final

from benchmarks.handwritten.amounts import RefusedError
from tic_rules import Dossier, load_pack
from tic_rules.facts import words
from tic_rules.facts.findings import RecordedFinding

_PACK: Final = load_pack("shijiazhuang")
# Who goes by which names, and who decides what, is data: it is taken from the pack once.
_DECIDERS: Final = {
    finding.id: frozenset(
        words.canonical(name) for who in finding.decided_by for name in _PACK.authority_by_id[who].names
    )
    for finding in _PACK.findings
}
_OF_CHANGES: Final = "sjz.major-change"
"""The one finding that is asked of each member of a list."""


def answers(dossier: Dossier, on: date) -> dict[str, bool]:
    """The answer to each finding of the whole that was given by the day, by somebody who may give it."""
    last: dict[str, RecordedFinding] = {}
    again: list[RecordedFinding] = []
    for entry in dossier.findings or ():
        name = entry.finding or ""
        names = _DECIDERS.get(name)
        if names is None:
            if name.startswith("sjz.") or name == "sjz":
                raise RefusedError(name)
            continue
        if entry.about is not None or name == _OF_CHANGES:
            _check_subject(dossier, entry)
        if entry.by not in names and words.canonical(entry.by or "") not in names:
            continue
        if name in last or name == _OF_CHANGES:
            again.append(entry)
        else:
            last[name] = entry
    if again:
        return _of_several([*last.values(), *again], on)
    return {name: entry.answer is True for name, entry in last.items() if entry.day is None or entry.day <= on}


def _of_several(entries: list[RecordedFinding], on: date) -> dict[str, bool]:
    days: dict[tuple[str | None, str | None, date | None], bool | None] = {}
    found: dict[str, RecordedFinding] = {}
    for entry in entries:
        about = words.canonical(entry.about or "")
        if days.setdefault((entry.finding, about, entry.day), entry.answer) is not entry.answer:
            raise RefusedError(entry.finding)
        day = entry.day or date.min
        name = entry.finding or ""
        if day <= on and (name not in found or day > (found[name].day or date.min)):
            found[name] = entry
    return {name: entry.answer is True for name, entry in found.items()}


def _check_subject(dossier: Dossier, entry: RecordedFinding) -> None:
    if entry.finding != _OF_CHANGES or entry.about is None:
        raise RefusedError(entry.about)
    changes = () if dossier.centre is None else dossier.centre.changes or ()
    about = words.canonical(entry.about)
    if about not in {f"centre.changes[{index}]" for index in range(len(changes))}:
        raise RefusedError(entry.about)
