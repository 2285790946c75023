"""The time to rectify: its last day for the evaluations after it, and what another reading of that day says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tic_rules import load_pack
from tic_rules.facts.history import History
from tic_rules.ir.status import GroundNow
from tic_rules.lifecycle import status
from tic_rules.truth import FALSE, TRUE

RECORDED: tuple[dict[str, Any], ...] = (
    {"kind": "approved", "day": "2022-06-18"},
    {"kind": "complete", "day": "2022-06-18", "to": "2040-12-31", "kinds": ["all"]},
    {"kind": "evaluation", "day": "2025-02-17", "type": "综合", "grade": "不合格"},
)


def fails_again(day: str) -> GroundNow:
    """The ground, where the centre was unqualified once more on a day of 2026."""
    again = {"kind": "evaluation", "day": day, "type": "综合", "grade": "不合格"}
    recorded = [{"by": "市科技局", "basis": "登记"} | event for event in (*RECORDED, again)]
    written = {"city": "hohhot", "centre": "hh-1", "name": "呼和浩特市虚构技术创新中心", "events": recorded}
    found = status(load_pack("hohhot"), History.from_dict(written), on=date(2026, 3, 10))
    return next(ground for ground in found.grounds if ground.id == "hh.ground-fails-again")


@pytest.mark.parametrize(
    ("day", "taken", "unmoved"),
    [
        ("2026-02-17", FALSE, FALSE),  # the year, uncorrected, ends in Spring Festival
        ("2026-02-18", FALSE, TRUE),
        ("2026-02-24", FALSE, TRUE),  # the first working day after it
        ("2026-02-25", TRUE, TRUE),
    ],
)
def test_the_reading_by_which_the_year_does_not_move_is_evaluated_too(day: str, taken: Any, unmoved: Any) -> None:
    ground = fails_again(day)
    assert ground.truth == taken
    reading = next(r for r in ground.readings if "不顺延" in r.other.zh)
    assert reading.other_step is not None
    assert reading.other_step.truth == unmoved
    assert reading.norm_differs is (taken != unmoved)


def test_an_evaluation_has_a_last_day_to_rectify_only_where_one_duty_gives_the_time() -> None:
    known = {}
    for city in ("hohhot", "chongqing", "liaocheng"):
        lifecycle = load_pack(city).lifecycle
        assert lifecycle is not None
        known[city] = "history.evaluation[].rectify_by" in lifecycle.catalogue
    assert known == {"hohhot": True, "chongqing": False, "liaocheng": False}
