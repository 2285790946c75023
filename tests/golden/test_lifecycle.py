"""Centres' lives, with what the regulations make of them: the expected answers were written from the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tic_rules import Pack, load_pack, source
from tic_rules.facts.history import History
from tic_rules.ir.status import CentreStatus
from tic_rules.lifecycle import status

FOLDER = Path(__file__).parent / "lifecycle"
KNOWN = {"stages", "since", "duties", "periods", "grounds", "free_from", "bars", "asides"}


@cache
def _file(path: Path) -> dict[str, Any]:
    read = source.plain(source.read_document(path).root)
    assert isinstance(read, dict)
    return read


def _cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yaml")):
        ids = [case["id"] for case in _file(path)["cases"]]
        assert len(ids) == len(set(ids)), f"{path.name}: {sorted({i for i in ids if ids.count(i) > 1})}"
        for case in _file(path)["cases"]:
            yield pytest.param(path, case, id=f"{path.stem}-{case['id']}")


def _history(path: Path, case: dict[str, Any]) -> History:
    """The base that a case names, without some of its events, with some in place of others, and with more."""
    base = _file(path)["bases"][case["base"]]
    without, instead = set(case.get("without", ())), case.get("instead", {})
    kept = [event for event in base["events"] if event.get("id") not in without]
    events = [{**event, **instead.get(event.get("id"), {})} for event in kept]
    known = {event.get("id") for event in base["events"]}
    assert without | set(instead) <= known, f"no such events: {sorted((without | set(instead)) - known)}"
    made = {**base, "city": path.stem, "events": [*events, *case.get("events", ())]}
    if "findings" in case:
        made["findings"] = [*base.get("findings", ()), *case["findings"]]
    return History.from_dict(made)


def _pack(city: str) -> Pack:
    return load_pack(city)


def _said(found: CentreStatus, expected: dict[str, Any]) -> dict[str, Any]:
    """What a status says of all that a case expects, in the same words."""
    duties = {f"{d.id}[{d.year if d.year is not None else d.after}]": d for d in found.duties}
    said: dict[str, Any] = {}
    for part, wanted in expected.items():
        match part:
            case "stages":
                # One stage may be told twice, where it is open since when.
                said[part] = sorted({stage.id for stage in found.stages})
            case "since":
                said[part] = found.stages[0].since if found.stages else None
            case "duties":
                said[part] = {name: _duty(duties.get(name), want) for name, want in wanted.items()}
            case "periods":
                said[part] = {p.id: p.last_day for p in found.periods if p.id in wanted}
            case "grounds":
                said[part] = {g.id: g.state.value for g in found.grounds if g.id in wanted}
            case "free_from":
                again = found.apply_again
                said[part] = again.free_from or ("open" if again.points else "none")
            case "bars":
                said[part] = {bar.ground: bar.last_day for bar in found.apply_again.bars}
            case "asides":
                said[part] = {a.path: a.why.value for a in found.asides}
    return said


def _duty(duty: Any, want: object) -> object:
    if duty is None:
        return "no such cycle"
    if isinstance(want, dict):
        return {"state": duty.state.value, "due": duty.due or "open", "done_on": duty.done_on or "none"} | {
            key: value for key, value in (("may_move", duty.may_move),) if key in want
        }
    return duty.state.value


def _filled(part: str, want: Any) -> Any:
    if part == "stages":
        return sorted(want)
    return want


@pytest.mark.parametrize(("path", "case"), list(_cases()))
def test_a_life_comes_out_as_the_text_says(path: Path, case: dict[str, Any]) -> None:
    expected = case["expect"]
    assert expected
    assert set(expected) <= KNOWN
    found = status(_pack(path.stem), _history(path, case), on=case["on"], known_on=case.get("known_on"))
    said = _said(found, expected)
    for part, want in expected.items():
        if part == "duties":
            for name, one in want.items():
                told = said[part][name]
                shown = {key: told[key] for key in one} if isinstance(one, dict) and isinstance(told, dict) else told
                assert shown == one, f"{case['why']}: {name}"
        else:
            assert said[part] == _filled(part, want), f"{case['why']}: {part}"
