"""Evaluations told apart by years; a refusal after a failed one; what was before a regulation's first day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tic_rules import load_pack
from tic_rules.facts.history import History
from tic_rules.ir.status import AsideWhy, CentreStatus, DutyNow, DutyState, GroundState
from tic_rules.lifecycle import status

WHOLE: dict[str, Any] = {"kind": "complete", "day": "2020-01-01", "to": "2040-12-31", "kinds": ["all"]}


def life(city: str, on: str, *events: dict[str, Any]) -> CentreStatus:
    recorded = [{"by": "市科技局", "basis": "登记"} | event for event in (WHOLE, *events)]
    written = {"city": city, "centre": "c-1", "name": "虚构技术创新中心", "events": recorded}
    return status(load_pack(city), History.from_dict(written), on=date.fromisoformat(on))


def cycle(found: CentreStatus, duty: str, label: int | str) -> DutyNow:
    return next(d for d in found.duties if d.id == duty and label in {d.year, d.after})


def ground(found: CentreStatus, name: str) -> GroundState:
    return next(g.state for g in found.grounds if g.id == name)


def evaluation(day: str, grade: str, kind: str = "综合") -> dict[str, Any]:
    return {"kind": "evaluation", "day": day, "grade": grade, "type": kind}


APPROVED: dict[str, Any] = {"kind": "approved", "day": "2022-06-18"}


@pytest.mark.parametrize(
    ("held", "year", "state"),
    [
        ("2025-03-01", 2025, DutyState.DONE),
        ("2025-12-31", 2025, DutyState.DONE),
        ("2026-01-01", 2025, DutyState.DONE_LATE),
        ("2024-12-31", 2025, DutyState.MISSED),
        ("2028-01-10", 2028, DutyState.DONE),
    ],
)
def test_a_comprehensive_evaluation_is_of_the_year_in_which_three_years_are_over(
    held: str, year: int, state: DutyState
) -> None:
    found = life("hohhot", "2029-01-01", APPROVED, evaluation(held, "良好"))
    assert cycle(found, "hh.duty-comprehensive", year).due == date(year, 12, 31)
    assert cycle(found, "hh.duty-comprehensive", year).state is state


def test_an_evaluation_after_rectification_is_not_that_of_the_next_cycle() -> None:
    found = life("hohhot", "2028-12-31", APPROVED, evaluation("2025-07-10", "不合格"), evaluation("2026-07-20", "良好"))
    assert [stage.id for stage in found.stages] == ["running"]
    assert cycle(found, "hh.duty-comprehensive", 2025).done_on == date(2025, 7, 10)
    assert cycle(found, "hh.duty-comprehensive", 2028).state is DutyState.DUE


@pytest.mark.parametrize(
    ("held", "state"),
    [
        ("2023-02-01", DutyState.DONE),
        ("2023-12-31", DutyState.DONE),
        ("2024-01-01", DutyState.DONE_LATE),
        ("2022-12-31", DutyState.MISSED),
    ],
)
def test_a_stage_evaluation_is_of_the_year_of_the_payment_node(held: str, state: DutyState) -> None:
    node = {"kind": "payment_node", "day": "2023-05-01"}
    found = life("hohhot", "2024-06-01", APPROVED, node, evaluation(held, "良好", "阶段"))
    assert cycle(found, "hh.duty-stage-evaluation", "history.payment_node[0]").state is state


@pytest.mark.parametrize(
    ("again", "rectified", "stage", "state"),
    [
        ("2026-07-11", [], "failed", GroundState.MET),
        ("2026-07-10", [], "rectifying", GroundState.NOT_MET),
        ("2026-03-10", [], "rectifying", GroundState.NOT_MET),
        ("2026-03-10", ["2026-03-09"], "failed", GroundState.MET),
        ("2026-03-10", ["2026-03-11"], "rectifying", GroundState.NOT_MET),
    ],
)
def test_a_second_failure_is_the_ground_only_after_rectification_or_its_year(
    again: str, rectified: list[str], stage: str, state: GroundState
) -> None:
    done = [{"kind": "rectification_done", "day": day} for day in rectified]
    fails = [evaluation("2025-07-10", "不合格"), evaluation(again, "不合格")]
    found = life("hohhot", "2026-08-01", APPROVED, *fails, *done)
    assert [s.id for s in found.stages] == [stage]
    assert ground(found, "hh.ground-fails-again") is state


def test_a_failure_within_the_year_gives_no_new_time() -> None:
    fails = [evaluation(day, "不合格") for day in ("2025-07-10", "2026-03-10", "2026-08-01")]
    found = life("hohhot", "2026-09-01", APPROVED, *fails)
    rectify = [(d.after, d.due) for d in found.duties if d.id == "hh.duty-rectify"]
    assert rectify == [("history.evaluation[0]", date(2026, 7, 10))]
    assert [s.id for s in found.stages] == ["failed"]
    assert ground(found, "hh.ground-fails-again") is GroundState.MET


@pytest.mark.parametrize(
    ("before", "state"),
    [
        ([evaluation("2025-07-10", "不合格")], GroundState.MET),
        ([evaluation("2025-07-10", "合格")], GroundState.NOT_MET),
        ([evaluation("2024-07-10", "不合格"), evaluation("2025-07-10", "合格")], GroundState.NOT_MET),
        ([], GroundState.NOT_MET),
    ],
)
def test_a_refusal_to_rectify_needs_a_failed_evaluation_before(
    before: list[dict[str, Any]], state: GroundState
) -> None:
    found = life("hohhot", "2026-08-01", APPROVED, *before, {"kind": "rectification_refused", "day": "2025-08-01"})
    assert ground(found, "hh.ground-rectification-refused") is state


def test_what_follows_approval_on_a_day_left_to_a_notice() -> None:
    approved = {"kind": "approved", "day": "2026-12-01"}
    notice = {"kind": "notice", "day": "2029-01-05", "duty": "lc.duty-comprehensive", "year": 2026, "due": "2029-03-31"}
    duty = ("lc.duty-comprehensive", "history.approved[0]")
    assert cycle(life("liaocheng", "2029-02-01", approved), *duty).state is DutyState.OPEN
    assert cycle(life("liaocheng", "2029-02-01", approved, notice), *duty).due == date(2029, 3, 31)
    assert cycle(life("liaocheng", "2029-04-01", approved, notice), *duty).state is DutyState.MISSED
    held = life("liaocheng", "2029-04-01", approved, evaluation("2029-03-01", "合格"))
    assert cycle(held, *duty).state is DutyState.DONE_UNDATED
    assert [stage.id for stage in held.stages] == ["admitted"]


@pytest.mark.parametrize(("approved", "state"), [("2024-12-31", GroundState.MET), ("2025-01-01", GroundState.NOT_MET)])
def test_only_centres_approved_by_the_end_of_2024_lose_it_on_failing(approved: str, state: GroundState) -> None:
    found = life("liaocheng", "2026-09-01", {"kind": "approved", "day": approved}, evaluation("2026-08-01", "不合格"))
    assert [stage.id for stage in found.stages] == ["unqualified"]
    assert ground(found, "lc.ground-unqualified") is state


def test_nobody_is_judged_by_what_was_before_the_first_possible_day() -> None:
    approved = {"kind": "approved", "day": "2022-01-01"}
    found = life("liaocheng", "2026-09-01", approved, evaluation("2025-12-31", "不合格"))
    assert [stage.id for stage in found.stages] == ["building"]
    assert ground(found, "lc.ground-unqualified") is GroundState.NOT_MET
    assert [aside.why for aside in found.asides] == [AsideWhy.BEFORE_FORCE]
    assert cycle(found, "lc.duty-annual-report", 2024).state is DutyState.NOT_OWED
    assert cycle(found, "lc.duty-annual-report", 2025).state is DutyState.DUE


@pytest.mark.parametrize(
    ("filed", "state"),
    [
        ([], GroundState.MET),
        ([("2029-01-02", 2026)], GroundState.NOT_MET),
        ([("2028-12-31", 2027)], GroundState.NOT_MET),
    ],
)
def test_two_years_running_without_a_report(filed: list[tuple[str, int]], state: GroundState) -> None:
    reports = [{"kind": "annual_report", "day": day, "year": year} for day, year in filed]
    found = life("liaocheng", "2029-01-05", {"kind": "approved", "day": "2026-12-01"}, *reports)
    assert ground(found, "lc.ground-no-reports") is state


@pytest.mark.parametrize(("grade", "stage"), [("良好", "admitted"), ("合格", "admitted"), ("不合格", "unqualified")])
def test_which_grades_lead_into_the_system(grade: str, stage: str) -> None:
    found = life("liaocheng", "2029-06-01", {"kind": "approved", "day": "2026-12-01"}, evaluation("2029-01-05", grade))
    assert [s.id for s in found.stages] == [stage]


def test_of_a_grade_that_is_not_printed_the_bureau_says_whether_it_suffices() -> None:
    found = life(
        "liaocheng", "2029-06-01", {"kind": "approved", "day": "2026-12-01"}, evaluation("2029-01-05", "基本合格")
    )
    assert sorted(s.id for s in found.stages) == ["admitted", "unqualified"]
    assert ground(found, "lc.ground-unqualified") is GroundState.NOT_MET
