"""What is recorded and does not count is told with its place: the number and id, and in a register the line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tic_rules import CentreStatus, Event, History, Register, load_pack, status
from tic_rules.ir.status import Aside, AsideWhy
from tic_rules.report import life
from tic_rules.report.asides import WHY_ASIDE, aside_text

BY = {"by": "石家庄市科技局", "basis": "文件"}
APPROVED: dict[str, Any] = {"kind": "approved", "day": "2023-04-30"}
POOR: dict[str, Any] = {"kind": "evaluation", "day": "2026-05-10", "year": 2026}


def stands(*events: dict[str, Any], city: str = "shijiazhuang", on: str = "2026-11-21") -> CentreStatus:
    """Where a centre of that history stands."""
    history = {"centre": "one", "city": city, "events": [{**BY, **event} for event in events]}
    return status(load_pack(city), History.from_dict(history), on=date.fromisoformat(on), known_on=date(2026, 11, 22))


def told(found: CentreStatus) -> list[tuple[AsideWhy, int, str]]:
    """Why each is set aside, with its number and its id."""
    return [(aside.why, aside.number, aside.id) for aside in found.asides]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        pytest.param([{"kind": "bankrupt", "day": "2023-04-29"}, APPROVED],
                     [(AsideWhy.BEFORE_APPROVAL, 1, "1")], id="before approval"),
        pytest.param([APPROVED, {"kind": "revoked", "day": "2025-02-01", "grounds": ["sjz.ground-fraud"]},
                      {**POOR, "grade": "优秀", "id": "late"}],
                     [(AsideWhy.AFTER_END, 3, "late")], id="after the end"),
        pytest.param([APPROVED, {**POOR, "grade": "昏暗", "id": "dim"}],
                     [(AsideWhy.NO_SUCH_GRADE, 2, "dim")], id="no such grade"),
        pytest.param([APPROVED, {**POOR, "grade": "优秀"}, {**POOR, "grade": "合格"}],
                     [(AsideWhy.TWO_GRADES, 2, "2"), (AsideWhy.TWO_GRADES, 3, "3")], id="two grades"),
        pytest.param([{**POOR, "grade": "优秀", "day": "2023-01-10"}, {**POOR, "grade": "合格", "day": "2023-01-10"},
                      APPROVED],
                     [(AsideWhy.TWO_GRADES, 1, "1"), (AsideWhy.TWO_GRADES, 2, "2"),
                      (AsideWhy.BEFORE_APPROVAL, 1, "1")], id="two grades before approval"),
        pytest.param([APPROVED, {"kind": "revoked", "day": "2025-02-01", "grounds": ["sjz.ground-frauds"]}],
                     [(AsideWhy.NO_SUCH_GROUND, 2, "2")], id="no such ground"),
        pytest.param([APPROVED, {"kind": "notice", "day": "2025-02-01", "duty": "sjz.none", "year": 2024,
                      "due": "2025-03-01"}],
                     [(AsideWhy.NO_SUCH_DUTY, 2, "2")], id="no such duty"),
        pytest.param([APPROVED, APPROVED], [(AsideWhy.NO_MOVE, 2, "2")], id="approved twice"),
        pytest.param([APPROVED, {"kind": "bankrupt", "day": "2026-11-22"}, {"kind": "bankrupt", "day": "2026-11-23"}],
                     [(AsideWhy.NOT_KNOWN_YET, 3, "3"), (AsideWhy.LATER, 2, "2")], id="later"),
        pytest.param([APPROVED, {"kind": "bankrupt", "day": "2026-05-01", "recorded_on": "2026-11-23"}],
                     [(AsideWhy.NOT_KNOWN_YET, 2, "2")], id="not known yet"),
    ],
)  # fmt: skip
def test_each_is_told_with_its_number_and_id(
    events: list[dict[str, Any]], expected: list[tuple[AsideWhy, int, str]]
) -> None:
    found = stands(*events)
    assert told(found) == expected
    assert {aside.line for aside in found.asides} == {None}


def test_of_a_corrected_event_each_record_is_told_by_its_own_number() -> None:
    """The record that now says it is the one to look at, not the one that it mended."""
    events = [APPROVED, {**POOR, "grade": "优秀", "id": "look"}]
    events += [{**POOR, "grade": "合格", "corrects": "look"}, {**POOR, "grade": "昏暗", "corrects": "3", "id": "again"}]
    assert told(stands(*events)) == [
        (AsideWhy.CORRECTED, 2, "look"),
        (AsideWhy.CORRECTED, 3, "3"),
        (AsideWhy.NO_SUCH_GRADE, 4, "again"),
    ]
    withdrawn = {"kind": "withdrawn", "day": "2026-06-01", "corrects": "look"}
    assert told(stands(*events, withdrawn))[-1] == (AsideWhy.WITHDRAWN, 4, "again")


def test_in_a_register_the_line_is_told_whatever_lines_are_broken_before_it(tmp_path: Path) -> None:
    path = tmp_path / "register.jsonl"
    register = Register(path)
    register.enrol("other", "shijiazhuang")
    register.enrol("one", "shijiazhuang")
    register.append("other", Event.model_validate({**BY, **APPROVED}))
    register.append("one", Event.model_validate({**BY, **APPROVED}))
    path.write_bytes(path.read_bytes() + b"half a li\n")
    register.append("one", Event.model_validate({**BY, **POOR, "grade": "昏暗", "recorded_on": "2026-05-10"}))
    (history,) = register.histories(["one"])
    found = status(load_pack("shijiazhuang"), history, on=date(2026, 11, 21), known_on=date(2030, 1, 1))
    (aside,) = found.asides
    assert (aside.why, aside.number, aside.id, aside.line) == (AsideWhy.NO_SUCH_GRADE, 2, "5", 6)
    assert '"number": 2, "id": "5", "line": 6' in found.to_json()
    english, chinese = aside_text(aside, "en"), aside_text(aside, "zh")
    assert english == (
        "line 6 of the register, id 5: “Evaluation” of 2026-05-10, a grade that the printed scale does not have"
    )
    assert chinese == "登记簿第6行，编号“5”：2026年5月10日“评估或评价”，等次不在办法所列之内"
    assert "line 6 of the register, id 5" in life.summary(found, "en")
    assert "登记簿第6行，编号“5”" in life.html(found, "zh")


def test_in_a_history_the_number_is_told_and_the_id_where_it_has_one() -> None:
    first, named = (
        aside_text(Aside("p", "bankrupt", date(2024, 1, 2), AsideWhy.AFTER_END, 3, id_), "en") for id_ in ("3", "fall")
    )
    assert first == "record 3: “Bankruptcy” of 2024-01-02, after the centre's end"
    assert named == "record 3, id fall: “Bankruptcy” of 2024-01-02, after the centre's end"


def test_what_somebody_should_look_at_is_told_from_what_is_as_it_should_be() -> None:
    as_it_should_be = {
        AsideWhy.LATER,
        AsideWhy.NOT_KNOWN_YET,
        AsideWhy.CORRECTED,
        AsideWhy.WITHDRAWN,
        AsideWhy.BEFORE_FORCE,
    }
    assert {why for why in AsideWhy if not Aside("p", "bankrupt", None, why).is_amiss} == as_it_should_be
    assert set(WHY_ASIDE) == set(AsideWhy)


# --- events that reply to nothing ------------------------------------------------------------------------------------

PREPARED: dict[str, Any] = {"kind": "approved", "day": "2020-06-18"}
TAKEN_IN: dict[str, Any] = {"kind": "recognised", "day": "2023-05-01"}
LONGER: dict[str, Any] = {"kind": "extension_granted", "day": "2023-06-01"}
BASIC: dict[str, Any] = {"kind": "evaluation", "day": "2025-01-10", "grade": "基本合格", "year": 2025}
LIST = "经营异常名录"


def replying_to_nothing(city: str, *events: dict[str, Any]) -> list[tuple[str, int]]:
    """The events that reply to nothing, each with its number."""
    asides = stands(*events, city=city).asides
    assert {aside.why for aside in asides} <= {AsideWhy.NOTHING_BEFORE}
    return [(aside.kind, aside.number) for aside in asides]


@pytest.mark.parametrize(
    ("city", "events", "expected"),
    [
        pytest.param("chongqing", [PREPARED, LONGER], [], id="an extension"),
        pytest.param("chongqing", [PREPARED, LONGER, {**LONGER, "day": "2024-06-01"}], [("extension_granted", 3)],
                     id="a second extension where the text allows one"),
        pytest.param("chongqing", [PREPARED, LONGER, LONGER], [("extension_granted", 3)], id="twice on one day"),
        pytest.param("chongqing", [PREPARED, TAKEN_IN, LONGER], [("extension_granted", 3)],
                     id="an extension after recognition"),
        pytest.param("hohhot", [PREPARED, LONGER], [], id="an extension in a city that rules nothing of it"),
        pytest.param("chongqing", [PREPARED, {"kind": "acceptance", "day": "2023-04-01", "outcome": "通过"}, TAKEN_IN],
                     [], id="an acceptance in the preparation"),
        pytest.param("chongqing", [PREPARED, TAKEN_IN, {"kind": "acceptance", "day": "2024-07-01", "outcome": "通过"}],
                     [("acceptance", 3)], id="an acceptance after recognition"),
        pytest.param("jinzhong", [PREPARED, BASIC, {"kind": "rectification_done", "day": "2025-02-01"}], [],
                     id="a rectification"),
        pytest.param("jinzhong", [PREPARED, {**BASIC, "grade": "合格"},
                                  {"kind": "rectification_done", "day": "2025-02-01"}],
                     [("rectification_done", 3)], id="nothing to rectify"),
        pytest.param("jinzhong", [PREPARED, {"kind": "rectification_done", "day": "2025-01-09"}, BASIC],
                     [("rectification_done", 2)], id="rectified before it had to be"),
        pytest.param("shijiazhuang", [PREPARED, {"kind": "rectification_ordered", "day": "2025-01-09"},
                                      {"kind": "rectification_done", "day": "2025-01-09"}], [], id="as ordered"),
        pytest.param("chongqing", [PREPARED, TAKEN_IN, {"kind": "rectification_done", "day": "2025-01-09"}],
                     [("rectification_done", 3)], id="nothing to rectify where the city has no such duty"),
        pytest.param("chongqing", [PREPARED, {"kind": "listed", "day": "2022-01-01", "list_name": LIST},
                                   {"kind": "delisted", "day": "2022-01-01", "list_name": LIST}], [], id="delisted"),
        pytest.param("chongqing", [PREPARED, {"kind": "delisted", "day": "2021-12-31", "list_name": LIST},
                                   {"kind": "listed", "day": "2022-01-01", "list_name": LIST}],
                     [("delisted", 2)], id="delisted before it was listed"),
        pytest.param("chongqing", [PREPARED, {"kind": "listed", "day": "2022-01-01", "list_name": LIST},
                                   {"kind": "delisted", "day": "2022-02-01", "list_name": "严重违法失信企业名单"}],
                     [("delisted", 3)], id="off another list"),
        pytest.param("chongqing", [PREPARED, {"kind": "production_stopped", "day": "2022-01-01", "unit": "依托单位"},
                                   {"kind": "production_resumed", "day": "2022-02-01", "unit": "共建单位"}],
                     [("production_resumed", 3)], id="another unit resumed"),
        pytest.param("chongqing", [PREPARED, {"kind": "production_resumed", "day": "2022-02-01"}],
                     [("production_resumed", 2)], id="resumed, never stopped"),
        pytest.param("chongqing", [PREPARED, {"kind": "credit_restored", "day": "2022-02-01"}],
                     [("credit_restored", 2)], id="restored, never lost"),
    ],
)  # fmt: skip
def test_what_is_out_of_order_and_does_nothing_is_told(
    city: str, events: list[dict[str, Any]], expected: list[tuple[str, int]]
) -> None:
    assert replying_to_nothing(city, *events) == expected


def test_before_approval_and_after_the_end_are_told_as_such_and_not_twice() -> None:
    assert told(stands(LONGER, {**PREPARED, "day": "2023-07-01"}, city="chongqing")) == [
        (AsideWhy.BEFORE_APPROVAL, 1, "1")
    ]
    ended = {"kind": "revoked", "day": "2022-02-01", "grounds": ["cq.ground-fraud"]}
    assert told(stands(PREPARED, ended, LONGER, city="chongqing")) == [(AsideWhy.AFTER_END, 3, "3")]


def test_what_replies_to_nothing_is_told_in_both_languages() -> None:
    (aside,) = stands(PREPARED, TAKEN_IN, LONGER, city="chongqing").asides
    assert aside_text(aside, "en") == (
        "record 3: “Extension granted” of 2023-06-01, "
        "nothing is on record that it could extend, accept, complete or end"
    )
    assert aside_text(aside, "zh") == "第3笔：2023年6月1日“同意延期”，没有记录在案的事项可由它延长、验收、完成或解除"


def test_the_story_names_each_field_with_its_value() -> None:
    fraud = {"kind": "fraud_established", "day": "2023-07-01", "serious": True, "during": "申报"}
    accident = {"kind": "accident", "day": "2023-08-01", "technical_cause": False, "about": "起火"}
    found = stands(PREPARED, TAKEN_IN, fraud, accident, city="chongqing")
    chinese, english = life.summary(found, "zh"), life.summary(found, "en")
    assert "2023年7月1日  认定弄虚作假（严重：是、发生环节：申报）\n" in chinese
    assert "2023年8月1日  事故（情况说明：起火、由于技术原因：否）\n" in chinese
    assert "2023-07-01  Fraud established (Serious: yes, In the course of what: 申报)\n" in english
    assert "2023-08-01  Accident (What happened: 起火, Its cause was technical: no)\n" in english
    assert "2020年6月18日  批准建设（筹建） 进入“筹建”" in chinese
