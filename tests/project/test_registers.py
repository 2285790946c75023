"""The example register and histories: valid, as their script writes them, and worth an officer's morning."""

from __future__ import annotations

import runpy
from datetime import date
from pathlib import Path

import pytest

from tic_rules import CentreStatus, History, Register, due_items, load_pack, pack_names, status, undated_items
from tic_rules.ir.status import DutyState

ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "examples/registers/five-cities.jsonl"
HISTORIES = sorted((ROOT / "examples/histories").glob("*.yaml"))
ON = date(2026, 11, 21)


def statuses() -> dict[str, CentreStatus]:
    """Where the centres of the register stand."""
    found = Register(REGISTER).histories()
    return {one.centre: one for one in (status(load_pack(h.city or ""), h, on=ON) for h in found)}


def test_the_register_is_as_its_script_writes_it(tmp_path: Path) -> None:
    written = tmp_path / "register.jsonl"
    runpy.run_path(str(REGISTER.with_name("write.py")))["write"](str(written))
    assert written.read_bytes() == REGISTER.read_bytes()


def test_the_register_is_whole_and_nothing_of_it_is_wrong() -> None:
    """What was before the first day of a regulation judges nobody; that is no fault of the record."""
    assert list(Register(REGISTER).problems()) == []
    found = statuses()
    assert len(found) == 13
    assert {one.pack.id for one in found.values()} == set(pack_names())
    assert {aside.why.name for one in found.values() for aside in one.asides} <= {"BEFORE_FORCE"}


def test_the_centres_stand_in_varied_situations() -> None:
    found = statuses()
    assert {name: [ground.id for ground in one.proposals] for name, one in found.items() if one.proposals} == {
        "hh-002": ["hh.ground-fails-again"],
        "jz-001": ["jz.ground-late-or-poor"],
    }
    assert found["cq-003"].apply_again.free_from == date(2028, 3, 11)
    assert {name for name, one in found.items() if one.stage is not None and one.stage.ended} == {"cq-003", "sjz-002"}


def test_the_list_of_what_falls_due_is_one_to_work_from() -> None:
    items = list(due_items(statuses().values(), 60))
    due = {(item.due, item.centre, item.id) for item in items if item.state is DutyState.DUE}
    assert due >= {
        (date(2026, 11, 24), "sjz-003", "sjz.duty-rectify"),
        (date(2026, 12, 1), "jz-001", "jz.duty-rectify"),
        (date(2026, 12, 15), "cq-002", "cq.duty-evaluation"),
        (date(2026, 12, 18), "lc-001", "lc.period-building"),
        (date(2026, 12, 22), "cq-001", "cq.period-preparation"),
        (date(2026, 12, 28), "sjz-001", "sjz.duty-evaluation"),
        (date(2026, 12, 31), "hh-003", "hh.duty-comprehensive"),
    }
    # Nobody has said that no evaluation of this one is missing: its year to rectify may have begun before.
    opened = {(item.due, item.centre, item.id) for item in items if item.state is DutyState.OPEN}
    assert (date(2026, 12, 7), "hh-001", "hh.duty-rectify") in opened
    assert {item.centre for item in items if item.state is DutyState.MISSED} == {"hh-003", "jz-001"}
    assert len(items) < 30


def test_what_has_no_due_day_is_listed_for_centres_that_are_there_and_in_few_groups() -> None:
    items = list(undated_items(statuses().values()))
    assert {(item.centre, item.id, item.unset.name) for item in items} == {
        ("cq-001", "cq.duty-statistics", "NO_NOTICE"),
        ("cq-002", "cq.duty-statistics", "NOTICE_NOT_RECORDED"),
        ("lc-001", "lc.duty-comprehensive", "NO_NOTICE"),
        ("lc-002", "lc.duty-comprehensive", "NOTICE_NOT_RECORDED"),
        ("sjz-001", "sjz.duty-annual-report", "NOTICE_NOT_RECORDED"),
        ("sjz-001", "sjz.duty-statistics", "NOTICE_NOT_RECORDED"),
        ("sjz-003", "sjz.duty-annual-report", "NOTICE_NOT_RECORDED"),
        ("sjz-003", "sjz.duty-statistics", "NOTICE_NOT_RECORDED"),
    }


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_a_history_is_valid_and_nothing_of_it_is_wrong(path: Path) -> None:
    history = History.from_file(path)
    found = status(load_pack(history.city or ""), history, on=ON)
    assert {aside.why.name for aside in found.asides} <= {"CORRECTED"}
    assert "虚构" in found.name


def test_the_histories_come_to_what_their_heads_say() -> None:
    found = {}
    for path in HISTORIES:
        history = History.from_file(path)
        found[path.stem] = status(load_pack(history.city or ""), history, on=ON)
    rectified, barred, silent = (found[name] for name in ("hohhot-rectified", "chongqing-barred", "liaocheng-silent"))
    assert [stage.id for stage in rectified.stages] == ["running"]
    states = {(duty.id, duty.year): duty.state for duty in rectified.duties}
    assert states["hh.duty-self-evaluation", 2023] is DutyState.DONE_LATE
    assert [stage.id for stage in barred.stages] == ["ended"]
    assert [(bar.ground, bar.last_day) for bar in barred.apply_again.bars] == [("cq.ground-fraud", date(2028, 9, 29))]
    assert silent.complete_to is None
    assert not any(duty.state is DutyState.MISSED for duty in silent.duties)
