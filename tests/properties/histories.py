"""Histories of invented centres of the invented city Ferry, in the order in which they became known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from tic_rules.facts.events import ABOUT_RECORDS

FIRST_DAY: Final = date(2020, 1, 10)
_LIFE: Final[dict[str, dict[str, st.SearchStrategy[Any]]]] = {
    "approved": {"until": st.none() | st.just(date(2026, 3, 1))},
    "annual_report": {"year": st.integers(2020, 2027)},
    "evaluation": {
        "grade": st.sampled_from(["明亮", "昏暗", "灰"]),
        "type": st.sampled_from([None, "周期", "年度"]),
        "year": st.none() | st.integers(2020, 2027),
    },
    "evaluation_missed": {"without_reason": st.sampled_from([None, True, False])},
    "rectification_done": {},
    "extension_granted": {},
    "revoked": {"grounds": st.sampled_from([None, ["fb.dim-again"], ["fb.no-such"]])},
}
_OF_RECORDS: Final[dict[str, dict[str, st.SearchStrategy[Any]]]] = {
    "complete": {
        "to": st.dates(FIRST_DAY, date(2028, 12, 31)),
        "kinds": st.lists(st.sampled_from(["all", *_LIFE]), min_size=1, max_size=2),
    },
}
_BY: Final = {"by": "渡口市示例科技局", "basis": "文件"}


@st.composite
def life_events(draw: st.DrawFn, first: date = FIRST_DAY, kinds: tuple[str, ...] = (*_LIFE, *_OF_RECORDS)) -> Any:
    """One event as it is written, which became known on its day or later."""
    kind = draw(st.sampled_from(kinds))
    day = first + timedelta(days=draw(st.integers(0, 2600)))
    said = {name: draw(values) for name, values in {**_LIFE, **_OF_RECORDS}[kind].items()}
    late = draw(st.sampled_from([0, 0, 0, 1, 30, 400]))
    made = {"kind": kind, "day": day, "recorded_on": day + timedelta(days=late), **_BY, **said}
    return {name: value for name, value in made.items() if value is not None}


@st.composite
def written_histories(draw: st.DrawFn) -> dict[str, Any]:
    """A history as it is written: approved in most cases, with corrections and withdrawals."""
    begun = {"kind": "approved", "day": FIRST_DAY, "recorded_on": FIRST_DAY, **_BY}
    drawn = [*([begun] if draw(st.integers(0, 9)) else []), *draw(st.lists(life_events(), max_size=9))]
    events: list[dict[str, Any]] = []
    kinds: dict[str, str] = {}
    """Of each record that may be corrected the kind; what is withdrawn may not be."""
    first: dict[str, str] = {}
    """Of each record the first of the same event: that one may be withdrawn."""
    for number, event in enumerate(sorted(drawn, key=lambda one: one["recorded_on"])):
        name = f"e{number}"
        named = {"id": name, **event}
        same = [known for known, kind in kinds.items() if kind == event["kind"]]
        first[name] = name
        if same and draw(st.integers(0, 3)) == 0:
            named["corrects"] = draw(st.sampled_from(same))
            first[name] = first[named["corrects"]]
        elif kinds and draw(st.integers(0, 9)) == 0:
            withdrawn = first[draw(st.sampled_from(sorted(kinds)))]
            kept = {field: event[field] for field in ("day", "recorded_on", "by", "basis")}
            named = {"id": name, "kind": "withdrawn", "corrects": withdrawn, **kept}
            kinds = {known: kind for known, kind in kinds.items() if first[known] != withdrawn}
        if named["kind"] != "withdrawn":
            kinds[name] = event["kind"]
        events.append(named)
    return {"centre": "fb-001", "city": "ferry", "events": events}


def later_events(day: date) -> st.SearchStrategy[Any]:
    """Events of a centre's life that happened after a day."""
    assert not ABOUT_RECORDS & set(_LIFE)
    return life_events(first=day + timedelta(days=1), kinds=tuple(_LIFE))
