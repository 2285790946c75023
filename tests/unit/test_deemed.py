"""What counts as an evaluation that was failed, perhaps or surely; and what is done after another evaluation."""

from __future__ import annotations

from datetime import date
from typing import Any

from tic_rules import load_pack
from tic_rules.facts.history import History
from tic_rules.ir.status import CentreStatus, DutyState, GroundState
from tic_rules.lifecycle import status

APPROVED: dict[str, Any] = {"kind": "approved", "day": "2024-06-20"}
WHOLE: dict[str, Any] = {"kind": "complete", "day": "2024-06-20", "to": "2040-12-31", "kinds": ["all"]}
ABSENT: dict[str, Any] = {"kind": "evaluation_missed", "day": "2027-05-10"}


def life(on: str, *events: dict[str, Any]) -> CentreStatus:
    recorded = [{"by": "市科技局", "basis": "登记"} | event for event in (APPROVED, WHOLE, *events)]
    written = {"city": "jinzhong", "centre": "jz-1", "name": "晋中市虚构技术创新中心", "events": recorded}
    return status(load_pack("jinzhong"), History.from_dict(written), on=date.fromisoformat(on))


def ground(found: CentreStatus) -> GroundState:
    return next(g.state for g in found.grounds if g.id == "jz.ground-unqualified")


def cycles(found: CentreStatus, duty: str) -> list[DutyState]:
    return [d.state for d in found.duties if d.id == duty]


def test_absence_without_reason_is_a_failed_evaluation() -> None:
    found = life("2027-07-01", {**ABSENT, "without_reason": True})
    assert [stage.id for stage in found.stages] == ["running"]
    assert ground(found) is GroundState.MET
    assert cycles(found, "jz.duty-evaluation")[0] is DutyState.DONE


def test_absence_with_reason_is_no_evaluation() -> None:
    found = life("2027-07-01", {**ABSENT, "without_reason": False})
    assert ground(found) is GroundState.NOT_MET
    assert cycles(found, "jz.duty-evaluation")[0] is DutyState.MISSED


def test_absence_of_unknown_reason_may_be_one_and_is_of_no_other_grade() -> None:
    """It can lead to no rectification, which follows another grade."""
    found = life("2027-07-01", ABSENT)
    assert [stage.id for stage in found.stages] == ["running"]
    assert ground(found) is GroundState.UNKNOWN
    assert cycles(found, "jz.duty-evaluation")[0] is DutyState.OPEN
    assert cycles(found, "jz.duty-rectify") == []


def test_rectification_recorded_after_another_evaluation_is_done() -> None:
    found = life(
        "2028-01-01",
        {"kind": "evaluation", "day": "2026-09-10", "grade": "基本合格"},
        {"kind": "evaluation", "day": "2027-05-10", "grade": "合格"},
        {"kind": "rectification_done", "day": "2027-06-01"},
    )
    assert [stage.id for stage in found.stages] == ["running"]
    assert cycles(found, "jz.duty-rectify") == [DutyState.DONE]
