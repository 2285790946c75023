"""What any history comes to: by what was known on a day, up to a day, and no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.histories import FIRST_DAY, later_events, written_histories
from tic_rules import CentreStatus, History, load_pack, status
from tic_rules.ir.status import AsideWhy, DutyState, GroundState

FERRY = load_pack(Path(__file__).parents[1] / "packs/ferry.yaml")
DAYS = st.dates(FIRST_DAY, date(2028, 12, 31))


def without(found: CentreStatus, why: AsideWhy) -> CentreStatus:
    """A status that does not tell of what was left out for one reason."""
    return replace(found, asides=tuple(aside for aside in found.asides if aside.why is not why))


@given(written_histories(), DAYS, DAYS)
def test_as_known_on_a_day_is_as_of_what_was_recorded_by_that_day(
    written: dict[str, Any], on: date, known_on: date
) -> None:
    recorded = {**written, "events": [event for event in written["events"] if event["recorded_on"] <= known_on]}
    whole = status(FERRY, History.from_dict(written), on=on, known_on=known_on)
    cut = status(FERRY, History.from_dict(recorded), on=on, known_on=known_on)
    assert without(whole, AsideWhy.NOT_KNOWN_YET) == cut
    unknown = [aside for aside in whole.asides if aside.why is AsideWhy.NOT_KNOWN_YET]
    assert len(unknown) == len(written["events"]) - len(recorded["events"])


@given(written_histories(), DAYS, st.data())
def test_what_happened_after_the_day_changes_nothing(written: dict[str, Any], on: date, data: st.DataObject) -> None:
    more = data.draw(st.lists(later_events(on), min_size=1, max_size=3))
    longer = {**written, "events": [*written["events"], *more]}
    known_on = date(2040, 1, 1)
    before = status(FERRY, History.from_dict(written), on=on, known_on=known_on)
    after = status(FERRY, History.from_dict(longer), on=on, known_on=known_on)
    assert without(after, AsideWhy.LATER) == without(before, AsideWhy.LATER)
    assert len(after.asides) == len(before.asides) + len(more)


@given(written_histories(), DAYS)
def test_nothing_recorded_is_lost_from_the_answer(written: dict[str, Any], on: date) -> None:
    """Each event of a centre's life counts, or is told with the reason why not."""
    found = status(FERRY, History.from_dict(written), on=on)
    told = {event.path for event in found.events} | {aside.path for aside in found.asides}
    of_life = [event for event in written["events"] if event["kind"] not in {"complete", "withdrawn"}]
    kinds: dict[str, int] = {}
    for event in of_life:
        if "corrects" in event:
            continue
        number = kinds.get(event["kind"], 0)
        kinds[event["kind"]] = number + 1
        assert f"history.{event['kind']}[{number}]" in told


@given(written_histories(), DAYS)
def test_without_a_statement_of_completeness_nothing_is_missed(written: dict[str, Any], on: date) -> None:
    silent = {**written, "events": [event for event in written["events"] if event["kind"] != "complete"]}
    names = {event["id"] for event in silent["events"]}
    silent["events"] = [event for event in silent["events"] if event.get("corrects") in {None, *names}]
    found = status(FERRY, History.from_dict(silent), on=on)
    assert found.complete_to is None
    for duty in found.duties:
        assert duty.state not in {DutyState.MISSED, DutyState.LATE_OR_MISSED}, duty
    assert {ground.state for ground in found.grounds} <= {
        GroundState.MET,
        GroundState.UNKNOWN,
        GroundState.NOT_APPLICABLE,
    }


@given(written_histories(), DAYS, DAYS)
def test_the_same_history_gives_the_same_bytes(written: dict[str, Any], on: date, known_on: date) -> None:
    """Also where it was written out and read again."""
    history = History.from_dict(written)
    again = History.from_dict(history.to_dict())
    first = status(FERRY, history, on=on, known_on=known_on).to_json()
    assert status(FERRY, again, on=on, known_on=known_on).to_json() == first
