"""Histories on which a watcher that goes on from what it kept could part from the replay, and faults in its midst."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.watched.engines import PLAIN, engine, pack_of, plan_of
from tests.watched.lines import Lines
from tic_rules.errors import InputError
from tic_rules.facts.events import Event
from tic_rules.lifecycle import status
from tic_rules.lifecycle.centre import Centre
from tic_rules.lifecycle.decider import Decider, Rules, WatchError
from tic_rules.lifecycle.life import Life
from tic_rules.lifecycle.line import Line
from tic_rules.lifecycle.register import Register
from tic_rules.lifecycle.standing import facts_of
from tic_rules.lifecycle.stored import packed, unpacked
from tic_rules.lifecycle.watcher import Report, Watcher

SAID = {"by": "某局", "basis": "文件"}


@pytest.mark.parametrize("put_away", [False, True], ids=["held", "put away"])
@pytest.mark.parametrize("city", ["hohhot", "jinzhong", "shijiazhuang"])
def test_what_rectified_before_approval_parts_no_grades(city: str, put_away: bool) -> None:
    """Though all was begun anew between the two, by a record that corrects another."""
    report = {"kind": "annual_report", "day": "2025-03-02", "year": 2024}
    lived: list[dict[str, Any]] = [
        {"kind": "rectification_done", "day": "2024-02-01"},
        {"kind": "approved", "day": "2024-03-01"},
        {"kind": "evaluation", "day": "2025-03-01", "year": 2025, "grade": "合格"},
        {**report, "id": "r"},
        {**report, "corrects": "r"},
        {"kind": "evaluation", "day": "2025-06-01", "year": 2025, "grade": "不合格"},
    ]
    _same_as_replay(city, lived, put_away)


@pytest.mark.parametrize("put_away", [False, True], ids=["held", "put away"])
def test_what_is_deemed_says_nothing_of_others(put_away: bool) -> None:
    """An absence without a word on its reason counts as a grade, perhaps; a grade that is told is a grade."""
    whole: dict[str, Any] = {"kind": "complete", "day": "2024-06-01", "to": "2040-12-31", "kinds": ["all"]}
    lived: list[dict[str, Any]] = [
        {"kind": "approved", "day": "2024-06-01"},
        whole,
        {"kind": "evaluation_missed", "day": "2025-06-01", "type": "综合"},
        {"kind": "evaluation", "day": "2025-06-01", "type": "综合", "grade": "基本合格"},
        {"kind": "evaluation_missed", "day": "2025-07-01", "type": "综合", "without_reason": True},
    ]
    _same_as_replay("jinzhong", lived, put_away)


def _same_as_replay(city: str, lived: list[dict[str, Any]], put_away: bool) -> None:
    plan, taken = plan_of(city), list[Event]()
    decider = Decider(engine(), plan.joins)

    def read() -> Centre:
        centre = Centre("one", city, "")
        assert [centre.take(event) for event in taken] == [()] * len(taken)
        return centre

    life = Life(plan, decider, read, {})
    for written in lived:
        event = Event.model_validate({**written, **SAID})
        taken.append(event)
        assert life.take(event) == ()
        assert event.day is not None
        list(life.at(event.day))
        assert life.facts == facts_of(status(plan.pack, read().history(), on=event.day))
        kept = life.keep() if put_away else None
        if kept is not None:
            life = Life.again(plan, decider, read, unpacked(packed(kept)))


def _lines(path: Path) -> tuple[Lines, Register]:
    return Lines(path), Register(path)


def _placed(register: Register) -> Iterator[tuple[Line, int]]:
    offset = 0
    for line in register.lines():
        yield line, offset
        offset = line.end


def test_what_was_recorded_before_any_day_was_known_is_looked_at(tmp_path: Path) -> None:
    """A finding of a centre of which nothing else is recorded: it is asked nowhere, and that is told."""
    lines, register = _lines(tmp_path / "register.jsonl")
    lines.add("A", "enrolled", {"city": "jinzhong"})
    lines.add("A", "finding", {"finding": "jz.nonsense", "answer": True, "day": "2024-01-01", **SAID})
    lines.add("B", "enrolled", {"city": "hohhot"})
    lines.add("B", "event", {"kind": "approved", "day": "2024-03-02", **SAID})
    with closing(Watcher(register, pack_of, engine(), date(2030, 1, 1))) as watcher:
        told = [report for line, offset in _placed(register) for report in watcher.read(line, offset)]
        reports = [report for report in told if isinstance(report, Report) and report.centre == "A"]
        assert [report.fact.id for report in reports] == ["E175"]
        assert set(watcher.facts("A")) == {"refused"}
        clock, seq = watcher.clock, watcher.seq
    with closing(Watcher(register, pack_of, engine(), date(2030, 1, 1))) as again:
        again.restore(_placed(register), clock, seq)
        assert set(again.facts("A")) == {"refused"}
    history = Centre("A", "jinzhong", "")
    history.take(next(iter(register.histories(["A"]))).findings[0])  # type: ignore[index]
    with pytest.raises(InputError):
        status(pack_of("jinzhong"), history.history(), on=date(2024, 3, 2))


def test_rules_that_cannot_be_told_are_an_error_and_no_city_without_rules(tmp_path: Path) -> None:
    """Where the process ends as it is told a city's rules, the centre is not left out in silence."""
    lines, register = _lines(tmp_path / "register.jsonl")
    lines.add("A", "enrolled", {"city": "jinzhong"})
    lines.add("A", "event", {"kind": "approved", "day": "2024-03-01", **SAID})
    program = tmp_path / "ends.py"
    told = '        if "rules" in asked:\n'
    assert told in PLAIN.read_text()
    program.write_text(PLAIN.read_text().replace(told, f"{told}            raise SystemExit(1)\n", 1))
    with Rules(program=program, seconds=10) as rules:
        with closing(Watcher(register, pack_of, rules, date(2030, 1, 1))) as watcher, pytest.raises(WatchError):
            list(watcher.read(*next(_placed(register))))
        with closing(Watcher(register, pack_of, rules, date(2030, 1, 1))) as watcher, pytest.raises(WatchError):
            watcher.restore(_placed(register), date(2024, 3, 1), 0)
