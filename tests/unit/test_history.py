"""Events and histories: what may stand in them, how they are corrected, and what counts on which day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tic_rules import CentreStatus, Event, History, InputError, UsageError, load_pack, status
from tic_rules.facts.events import KINDS, OF_STATES, own_fields
from tic_rules.ir.status import AsideWhy

FERRY = load_pack(Path(__file__).parents[1] / "packs/ferry.yaml")
BY = {"by": "渡口市示例科技局", "basis": "文件"}
FILLED: dict[str, object] = {
    "year": 2023,
    "grade": "昏暗",
    "outcome": "通过",
    "list_name": "经营异常名录",
    "level": "省级",
    "duty": "fb.log",
    "due": "2024-03-01",
    "to": "2024-01-31",
    "kinds": ["all"],
    "corrects": "1",
}
"""A value for each field that some kind must have."""


def history(*events: dict[str, Any]) -> History:
    """A history of events that were recorded on their day."""
    return History.from_dict({"centre": "fb-001", "city": "ferry", "events": [{**BY, **event} for event in events]})


def stands(*events: dict[str, Any], on: str, known_on: str | None = None) -> CentreStatus:
    """Where a centre of that history stands."""
    known = None if known_on is None else date.fromisoformat(known_on)
    return status(FERRY, history(*events), on=date.fromisoformat(on), known_on=known)


def asides(found: CentreStatus) -> list[tuple[str, AsideWhy]]:
    """What does not count, and why."""
    return [(aside.path, aside.why) for aside in found.asides]


LIT = {"kind": "approved", "day": "2020-05-31", "id": "lit"}
DIM = {"kind": "evaluation", "grade": "昏暗"}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_kind_needs_its_fields_and_takes_no_other(kind: Any) -> None:
    needed = {name: FILLED[name] for name in (*kind.must, *(("corrects",) if kind.id == "withdrawn" else ()))}
    base = {"kind": kind.id, "day": "2024-01-20", **BY}
    assert Event.model_validate({**base, **needed}).kind == kind.id
    for name in needed:
        with pytest.raises(ValueError, match=r"E169|缺少"):
            Event.model_validate({**base, **{other: value for other, value in needed.items() if other != name}})
    for name in set(FILLED) & set(own_fields()) - set(kind.fields):
        with pytest.raises(ValueError, match=r"E191|没有"):
            Event.model_validate({**base, **needed, name: FILLED[name]})


def test_every_field_belongs_to_some_kind_and_every_kind_has_its_words() -> None:
    used = {name for kind in KINDS.values() for name in kind.fields}
    assert set(own_fields()) == used
    assert (
        len({kind.title.zh for kind in KINDS.values()}) == len({kind.title.en for kind in KINDS.values()}) == len(KINDS)
    )
    assert {
        "production_stopped", "production_resumed", "listed", "delisted", "bad_credit", "credit_restored",
    } == OF_STATES  # fmt: skip
    assert {kind.ended_by for kind in KINDS.values()} - {None} <= set(KINDS)


def test_an_unnamed_event_is_called_by_its_number() -> None:
    found = stands(LIT, {**DIM, "day": "2021-02-01"}, {**DIM, "day": "2021-03-01", "corrects": "2"}, on="2021-06-01")
    assert [event.day for event in found.events] == [date(2020, 5, 31), date(2021, 3, 1)]
    assert asides(found) == [("history.evaluation[0]", AsideWhy.CORRECTED)]


def test_a_correction_of_a_correction_mends_the_event_that_was_first_recorded() -> None:
    found = stands(
        LIT,
        {**DIM, "day": "2021-02-01", "id": "look"},
        {**DIM, "day": "2021-02-02", "id": "mended", "corrects": "look"},
        {"kind": "evaluation", "day": "2021-02-03", "grade": "明亮", "corrects": "mended"},
        on="2021-06-01",
    )
    assert [(event.path, event.day) for event in found.events[1:]] == [("history.evaluation[0]", date(2021, 2, 3))]
    assert [stage.id for stage in found.stages] == ["shining"]


def test_what_was_withdrawn_can_be_recorded_anew_and_the_withdrawal_mended() -> None:
    gone = [
        LIT,
        {**DIM, "day": "2021-02-01", "id": "look"},
        {"kind": "withdrawn", "day": "2021-02-05", "corrects": "look"},
    ]
    found = stands(*gone, on="2021-06-01")
    assert [stage.id for stage in found.stages] == ["shining"]
    assert asides(found) == [("history.evaluation[0]", AsideWhy.WITHDRAWN)]
    again = stands(*gone, {**DIM, "day": "2021-02-08"}, on="2021-06-01")
    assert [stage.id for stage in again.stages] == ["mending"]


LOOK = {**DIM, "day": "2021-02-01", "id": "look"}
MENDED = {**DIM, "day": "2021-02-02", "id": "mended", "corrects": "look"}
GONE = {"kind": "withdrawn", "day": "2021-02-05", "id": "gone", "corrects": "look"}
GONE_AGAIN = {"kind": "withdrawn", "day": "2021-02-08"}


@pytest.mark.parametrize(
    ("events", "code", "named"),
    [
        ((LOOK, GONE, {**DIM, "day": "2021-02-08", "corrects": "look"}), "E198", "look"),
        ((LOOK, MENDED, GONE, {**DIM, "day": "2021-02-08", "corrects": "mended"}), "E198", "mended"),
        ((LOOK, GONE, {**DIM, "day": "2021-02-08", "corrects": "gone"}), "E198", "gone"),
        ((LOOK, GONE, {**GONE_AGAIN, "corrects": "gone"}), "E198", "gone"),
        ((LOOK, GONE, {**GONE_AGAIN, "corrects": "look"}), "E198", "look"),
        ((LOOK, MENDED, {**GONE_AGAIN, "corrects": "mended"}), "E199", "mended"),
    ],
    ids=["correct it", "correct its correction", "correct the end", "undo the end", "end it twice", "end a correction"],
)
def test_nothing_follows_a_withdrawal_and_no_correction_is_withdrawn(
    events: tuple[dict[str, Any], ...], code: str, named: str
) -> None:
    with pytest.raises(InputError) as caught:
        history(LIT, *events)
    found = [(problem.code, problem.place.path, dict(problem.values)["id"]) for problem in caught.value.problems]
    assert found == [(code, f"events[{len(events)}].corrects", named)]


def test_a_corrected_event_is_withdrawn_by_its_own_name() -> None:
    found = stands(LIT, LOOK, MENDED, GONE, on="2021-06-01")
    assert [stage.id for stage in found.stages] == ["shining"]
    assert asides(found) == [
        ("history.evaluation[0]", AsideWhy.CORRECTED),
        ("history.evaluation[0]", AsideWhy.WITHDRAWN),
    ]


def test_two_clocks() -> None:
    events = [
        LIT,
        {**DIM, "day": "2021-02-01", "recorded_on": "2021-03-01", "id": "look"},
        {"kind": "evaluation", "grade": "明亮", "day": "2021-02-01", "recorded_on": "2021-04-01", "corrects": "look"},
    ]
    stages = {
        (on, known_on): stands(*events, on=on, known_on=known_on).stages[0].id
        for on in ("2021-01-31", "2021-02-01")
        for known_on in ("2021-02-28", "2021-03-01", "2021-04-01")
    }
    assert stages == {
        ("2021-01-31", "2021-02-28"): "shining",
        ("2021-01-31", "2021-03-01"): "shining",
        ("2021-01-31", "2021-04-01"): "shining",
        ("2021-02-01", "2021-02-28"): "shining",
        ("2021-02-01", "2021-03-01"): "mending",
        ("2021-02-01", "2021-04-01"): "shining",
    }


def test_events_of_one_day_count_in_the_order_of_their_records() -> None:
    dim, mended = {**DIM, "day": "2021-02-01"}, {"kind": "rectification_done", "day": "2021-02-01"}
    assert stands(LIT, dim, mended, on="2021-02-01").stages[0].id == "shining"
    assert stands(LIT, mended, dim, on="2021-02-01").stages[0].id == "mending"


def test_on_one_day_a_centre_is_approved_before_anything_happens_to_it() -> None:
    found = stands({**DIM, "day": "2020-05-31"}, LIT, on="2020-06-01")
    assert [stage.id for stage in found.stages] == ["mending"]
    assert asides(found) == []


def test_the_order_of_the_records_of_other_days_does_not_matter() -> None:
    events = [LIT, {**DIM, "day": "2021-02-01"}, {"kind": "rectification_done", "day": "2021-03-01"}]
    given = {stands(*order, on="2021-06-01").stages for order in (events, events[::-1])}
    assert len(given) == 1


def test_what_cannot_be_is_set_aside_and_said() -> None:
    found = stands(
        {**DIM, "day": "2019-12-31"},
        LIT,
        {"kind": "evaluation", "day": "2021-02-01", "grade": "微光"},
        {**DIM, "day": "2022-05-20", "year": 2022},
        {"kind": "evaluation", "day": "2022-05-21", "year": 2022, "grade": "明亮"},
        {"kind": "notice", "day": "2022-06-01", "duty": "fb.no-such", "year": 2022, "due": "2022-07-01"},
        {"kind": "revoked", "day": "2023-01-01", "grounds": ["fb.no-such"]},
        {**DIM, "day": "2023-02-01"},
        {"kind": "bankrupt", "day": "2030-01-01"},
        on="2023-06-01",
    )
    assert dict(asides(found)) == {
        "history.evaluation[0]": AsideWhy.BEFORE_APPROVAL,
        "history.evaluation[1]": AsideWhy.NO_SUCH_GRADE,
        "history.evaluation[2]": AsideWhy.TWO_GRADES,
        "history.evaluation[3]": AsideWhy.TWO_GRADES,
        "notice[fb.no-such]": AsideWhy.NO_SUCH_DUTY,
        "history.revoked[0]": AsideWhy.NO_SUCH_GROUND,
        "history.evaluation[4]": AsideWhy.AFTER_END,
        "history.bankrupt[0]": AsideWhy.NOT_KNOWN_YET,
    }


def test_a_history_shows_itself_and_is_read_from_every_form() -> None:
    made = history(LIT)
    assert repr(made) == "<History fb-001, ferry, 1 events>"
    assert History.from_dict(made.to_dict()) == made
    assert History.from_yaml("centre: fb-001\ncity: ferry\n").events is None
    with pytest.raises(InputError) as caught:
        History.from_yaml("centre: [")
    assert caught.value.problems[0].code.startswith("E1") or caught.value.problems[0].code.startswith("E0")


def test_a_history_of_events_that_do_not_fit_is_refused() -> None:
    event = Event.model_validate({"kind": "bankrupt", "day": "2024-01-01", "corrects": "x", **BY})
    with pytest.raises(InputError) as caught:
        History.of_events("fb-001", "ferry", "", [event])
    assert [(problem.code, problem.place.path) for problem in caught.value.problems] == [("E195", "events[0].corrects")]


def test_a_status_is_asked_of_the_city_of_the_history() -> None:
    with pytest.raises(UsageError) as wrong:
        status(load_pack("hohhot"), history(LIT))
    assert [problem.code for problem in wrong.value.problems] == ["E061"]
