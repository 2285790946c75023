"""What falls due, of one centre or many, and as a calendar file: another library reads what was written."""

from __future__ import annotations

import builtins
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tic_rules import CentreStatus, History, due_items, load_pack, status, undated_items
from tic_rules.errors import ExtraMissingError
from tic_rules.ir.status import DutyState
from tic_rules.lifecycle.calendar_file import calendar_file
from tic_rules.lifecycle.due import DueItem, Unset

FERRY = load_pack(Path(__file__).parents[1] / "packs/ferry.yaml")
BY = {"by": "渡口市示例科技局", "basis": "文件"}
ON = date(2022, 5, 30)


def stands(*events: dict[str, Any], centre: str = "fb-001", on: date = ON) -> CentreStatus:
    """Where a centre stands that was approved on 31 May 2020, of which the whole record is at hand."""
    base: list[dict[str, Any]] = [
        {"kind": "approved", "day": "2020-05-31"},
        {"kind": "complete", "day": "2020-05-31", "to": "2030-12-31", "kinds": ["all"]},
    ]
    written = {"centre": centre, "city": "ferry", "name": f"渡口市示例灯船{centre}"}
    return status(FERRY, History.from_dict({**written, "events": [{**BY, **one} for one in (*base, *events)]}), on=on)


def listed(found: CentreStatus, within: int) -> list[tuple[str, str, str, DutyState]]:
    """The items as rows."""
    return [(item.id, item.occurrence, item.due.isoformat(), item.state) for item in due_items([found], within)]


def test_what_falls_due_within_the_days_and_what_was_not_done() -> None:
    """The report on 2020 is not owed: the part-year does not count."""
    found = stands()
    missed = ("fb.log", "2021", "2022-02-10", DutyState.MISSED)
    look = ("fb.look", "2022", "2022-05-31", DutyState.DUE)
    log = ("fb.log", "2022", "2023-02-10", DutyState.DUE)
    assert listed(found, 0) == [missed]
    assert listed(found, 1) == [missed, look]
    assert listed(found, 255) == [missed, look]
    assert listed(found, 256) == [missed, look, log]


def test_what_is_done_is_not_listed() -> None:
    found = stands({"kind": "annual_report", "day": "2022-02-10", "year": 2021})
    assert [row[0] for row in listed(found, 1)] == ["fb.look"]


def test_a_period_is_listed_on_its_last_day_and_not_after_it() -> None:
    def periods(on: date, within: int) -> list[str]:
        return [item.due.isoformat() for item in due_items([stands(on=on)], within) if item.id == "fb.oil"]

    assert periods(date(2025, 5, 30), 0) == []
    assert periods(date(2025, 5, 30), 1) == ["2025-05-31"]
    assert periods(date(2025, 5, 31), 0) == ["2025-05-31"]
    assert periods(date(2025, 6, 1), 400) == []


def test_items_of_many_centres_stand_in_the_order_of_their_days() -> None:
    items = list(due_items([stands(centre="fb-002"), stands(centre="fb-001")], 400))
    assert [(item.due, item.centre) for item in items] == sorted((item.due, item.centre) for item in items)
    assert {item.centre for item in items} == {"fb-001", "fb-002"}


def test_what_working_days_to_come_could_move_says_so() -> None:
    """Its last day lies in a year of which the working days are not published."""
    ordered = {"kind": "evaluation", "day": "2031-01-15", "grade": "不合格", "year": 2030, **BY}
    approved = {"kind": "approved", "day": "2027-06-18", **BY}
    history = History.from_dict({"centre": "hh-001", "city": "hohhot", "events": [approved, ordered]})
    found = status(load_pack("hohhot"), history, on=date(2031, 2, 1))
    (item,) = (item for item in due_items([found], 400) if item.id == "hh.duty-rectify")
    assert item.may_move
    (event,) = events(calendar_file([item], found.on))
    assert str(event["description"]) == "第二十六条（可能因调休顺延）"
    (event,) = events(calendar_file([item], found.on, "en"))
    assert str(event["description"]) == "Art. 26 (may move with the calendar to come)"


# --- what has no due day ---------------------------------------------------------------------------------------------

YEARLY = "sjz.duty-annual-report"


def of_shijiazhuang(*events: dict[str, Any], on: str = "2026-11-21", whole: bool = False) -> CentreStatus:
    """Where a centre stands that was approved in 2024; its yearly reports are due on a day that a notice sets."""
    said: list[dict[str, Any]] = [{"kind": "approved", "day": "2024-04-30"}, *events]
    if whole:
        said.append({"kind": "complete", "day": on, "to": on, "kinds": ["all"]})
    history = {"centre": "sjz-001", "city": "shijiazhuang", "name": "示例", "events": [{**BY, **one} for one in said]}
    return status(load_pack("shijiazhuang"), History.from_dict(history), on=date.fromisoformat(on))


def undated(found: CentreStatus) -> list[tuple[str, str, Unset]]:
    """The items without a day, as rows."""
    return [(item.id, item.occurrence, item.unset) for item in undated_items([found])]


def test_what_a_notice_has_not_fixed_is_listed_with_its_reason_the_latest_first() -> None:
    rows = [row for row in undated(of_shijiazhuang()) if row[0] == YEARLY]
    assert rows == [(YEARLY, year, Unset.NOTICE_NOT_RECORDED) for year in ("2026", "2025", "2024")]
    whole = [row for row in undated(of_shijiazhuang(whole=True)) if row[0] == YEARLY]
    assert whole == [(YEARLY, year, Unset.NO_NOTICE) for year in ("2026", "2025", "2024")]


def test_a_notice_moves_it_among_what_has_a_day_and_the_report_takes_it_off() -> None:
    notice = {"kind": "notice", "day": "2026-02-05", "duty": YEARLY, "year": 2026, "due": "2026-12-15"}
    found = of_shijiazhuang(notice)
    assert [row[1] for row in undated(found) if row[0] == YEARLY] == ["2025", "2024"]
    assert [(item.due, item.occurrence) for item in due_items([found], 60) if item.id == YEARLY] == [
        (date(2026, 12, 15), "2026")
    ]
    done = of_shijiazhuang({"kind": "annual_report", "day": "2026-03-01", "year": 2025})
    assert [row[1] for row in undated(done) if row[0] == YEARLY] == ["2026", "2024"]


def test_of_a_centre_that_has_ended_nothing_is_listed_without_a_day() -> None:
    ended = {"kind": "higher_level", "day": "2026-10-01", "level": "省级", "same_field_and_direction": True}
    assert undated(of_shijiazhuang(ended, on="2026-09-30")) != []
    assert [stage.ended for stage in of_shijiazhuang(ended).stages] == [True]
    assert undated(of_shijiazhuang(ended)) == []


def test_of_a_centre_that_may_have_ended_it_is_listed_with_what_is_open() -> None:
    perhaps = of_shijiazhuang({"kind": "higher_level", "day": "2026-10-01", "level": "省级"})
    assert {stage.ended for stage in perhaps.stages} == {True, False}
    found = [item for item in undated_items([perhaps]) if item.id == YEARLY]
    assert [(item.occurrence, item.unset) for item in found] == [
        (year, Unset.NOTICE_NOT_RECORDED) for year in ("2026", "2025", "2024")
    ]
    same = "history.higher_level[0].same_field_and_direction"
    assert [[point.name for point in item.points] for item in found] == [[same], [], []]


def test_what_is_reckoned_in_working_days_not_yet_published_is_listed_with_that_reason() -> None:
    """Thirty working days from the end of the last year that is published."""
    poor = {"kind": "evaluation", "day": "2026-12-20", "grade": "昏暗", "id": "look"}
    found = stands(poor, on=date(2026, 12, 21))
    (item,) = (item for item in undated_items([found]) if item.id == "fb.mend")
    assert (item.unset, item.points) == (Unset.WORKING_DAYS, ())
    assert item.follows is not None
    assert (item.follows.title.en, item.follows.day) == ("Evaluation", date(2026, 12, 20))
    assert [one for one in due_items([found], 400) if one.id == "fb.mend"] == []
    assert undated(stands(poor, {"kind": "rectification_done", "day": "2026-12-21"}, on=date(2026, 12, 22))) == []


def test_items_without_a_day_stand_by_city_duty_reason_and_centre() -> None:
    poor = {"kind": "evaluation", "day": "2026-12-20", "grade": "昏暗"}
    sources = [stands(poor, centre=name, on=date(2026, 12, 21)) for name in ("fb-002", "fb-001")]
    items = list(undated_items([of_shijiazhuang(), *sources]))
    keys = [(item.city, item.id, item.unset, item.centre) for item in items]
    assert keys == sorted(keys)
    assert {item.uid for item in items if item.city == "ferry"} == {
        f"ferry.{name}.fb.mend.history.evaluation[0]@tic-rules" for name in ("fb-001", "fb-002")
    }


# --- the calendar file -----------------------------------------------------------------------------------------------


def events(written: bytes) -> list[Any]:
    """The events of a calendar file, as another library reads them."""
    return list(Calendar.from_ical(written).walk("VEVENT"))


def test_a_calendar_holds_each_item_as_a_day() -> None:
    items = list(due_items([stands()], 256))
    found = events(calendar_file(items, ON))
    assert [event.decoded("dtstart") for event in found] == [item.due for item in items]
    assert [event.decoded("dtend").toordinal() - event.decoded("dtstart").toordinal() for event in found] == [1] * 3
    assert [str(event["summary"]) for event in found] == [f"渡口市示例灯船fb-001：{item.title.zh}" for item in items]
    assert {event.decoded("dtstamp") for event in found} == {datetime(2022, 5, 30, tzinfo=UTC)}
    assert str(events(calendar_file(items, ON, "en"))[0]["summary"]) == "渡口市示例灯船fb-001: Log of the keeper"


def test_uids_are_unique_and_the_same_whenever_the_file_is_written() -> None:
    """A calendar that is imported twice, or on another day, doubles nothing."""
    both = [stands(), stands(centre="fb-002")]
    later = [stands(on=date(2022, 6, 15)), stands(centre="fb-002", on=date(2022, 6, 15))]
    first = [str(event["uid"]) for event in events(calendar_file(due_items(both, 256), ON))]
    assert len(set(first)) == len(first) == 6
    again = [str(event["uid"]) for event in events(calendar_file(due_items(later, 256), date(2022, 6, 15), "en"))]
    assert set(first) <= set(again)
    assert min(first) == "ferry.fb-001.fb.log.2021@tic-rules"


def test_a_mending_that_follows_an_event_has_one_uid_whatever_is_recorded_later() -> None:
    dim = {"kind": "evaluation", "day": "2022-05-20", "grade": "昏暗", "id": "look"}
    mended = {"kind": "evaluation", "day": "2022-05-23", "grade": "昏暗", "corrects": "look"}
    uids = [
        {item.uid for item in due_items([stands(*said)], 90) if item.id == "fb.mend"} for said in ([dim], [dim, mended])
    ]
    assert uids[0] == uids[1]
    assert len(uids[0]) == 1


def test_the_same_items_are_the_same_bytes() -> None:
    assert calendar_file(due_items([stands()], 90), ON) == calendar_file(due_items([stands()], 90), ON)


def test_long_chinese_lines_are_folded_between_characters() -> None:
    (item, *_) = due_items([stands()], 0)
    named = replace(item, name="渡口市示例灯船技术创新中心" * 20)
    written = calendar_file([named], ON)
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert str(events(written)[0]["summary"]) == f"{named.name}：{item.title.zh}"


@pytest.mark.parametrize("name", ["甲；乙,丙\\丁", "a\nb", "BEGIN:VEVENT"])
def test_no_name_breaks_the_file(name: str) -> None:
    (item, *_) = due_items([stands()], 0)
    (event,) = events(calendar_file([replace(item, name=name)], ON))
    assert str(event["summary"]) == f"{name}：{item.title.zh}"


def test_a_calendar_of_nothing_is_a_calendar() -> None:
    nothing: list[DueItem] = []
    assert events(calendar_file(nothing, ON)) == []
    assert calendar_file(nothing, ON).startswith(b"BEGIN:VCALENDAR")


def test_without_icalendar_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "icalendar":
            raise ModuleNotFoundError(name="icalendar")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExtraMissingError) as caught:
        calendar_file([], ON)
    assert [problem.code for problem in caught.value.problems] == ["E069"]
    assert "tic-rules[calendar]" in caught.value.problems[0].text("en")
