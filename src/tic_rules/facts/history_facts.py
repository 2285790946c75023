"""What conditions on a history may read: its events by kind, and the cycles of the duties that a pack declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tic_rules.facts.catalogue import specs_of
from tic_rules.facts.events import ABOUT_RECORDS, KINDS, Event, EventKind
from tic_rules.ir.catalogue import Catalogue, FactKind, FactSpec, Text
from tic_rules.ir.lifecycle import list_of_events
from tic_rules.quantity import Kind

_REGISTER: Final = Text("登记簿", "Register")
_READ_OF_ALL: Final = ("day", "about", "by")


def events_path(kind: str) -> str:
    """Where the events of a kind stand."""
    return list_of_events(kind)


_RECTIFY_BY: Final = FactSpec(
    f"{events_path('evaluation')}[].rectify_by",
    FactKind.DAY,
    Text(
        "自连续同一等次的首次评估起的整改期的最后一日",
        "Last day of the time to rectify that runs from the first evaluation of that grade in a row",
    ),
    _REGISTER,
    may_be_none=True,
)


def cycles_path(duty: str) -> str:
    """Where the cycles of a duty stand."""
    return f"duties.{duty}"


def history_facts(duties: Iterable[tuple[str, Text]], *, has_time_to_rectify: bool) -> Catalogue:
    """Every fact that a condition on a history may read, with the duties of one pack, each with its title.

    An evaluation has a last day to rectify only where one duty gives a time for that.
    """
    specs = dict(_events())
    if has_time_to_rectify:
        specs[_RECTIFY_BY.path] = _RECTIFY_BY
    for name, title in duties:
        specs |= {spec.path: spec for spec in _cycles(cycles_path(name), title)}
    return Catalogue(specs)


@cache
def _events() -> dict[str, FactSpec]:
    of_event = {spec.path: spec for spec in specs_of(Event, "")}
    specs = [spec for kind in KINDS.values() if kind.id not in ABOUT_RECORDS for spec in _of_kind(kind, of_event)]
    return {spec.path: spec for spec in specs}


def _of_kind(kind: EventKind, of_event: dict[str, FactSpec]) -> Iterator[FactSpec]:
    path = events_path(kind.id)
    yield FactSpec(path, FactKind.LIST, kind.title, _REGISTER, unit=Kind.TIMES, dated="day")
    for name in (*_READ_OF_ALL, *kind.fields):
        if name not in of_event:
            continue  # a list of ids, which only the engine reads
        spec = of_event[name]
        yield FactSpec(f"{path}[].{name}", spec.kind, spec.title, spec.evidence, spec.unit, spec.values)
    if kind.ended_by is not None:
        yield FactSpec(f"{path}[].lasts", FactKind.FLAG, Text("是否仍在持续", "Whether it still lasts"), _REGISTER)
    if kind.id == "rectification_refused":
        said = Text("此前最近一次评估的等次", "Grade of the last evaluation before")
        yield FactSpec(f"{path}[].grade_before", FactKind.TEXT, said, _REGISTER, may_be_none=True)
    if kind.id == "evaluation":
        for name, said in (
            ("grade_before", Text("上一次评估的等次", "Grade of the evaluation before")),
            ("grade_year_before", Text("上一年度评估的等次", "Grade of the evaluation of the year before")),
        ):
            yield FactSpec(f"{path}[].{name}", FactKind.TEXT, said, _REGISTER, may_be_none=True)
        for name, flagged in (
            (
                "same_grade",
                Text("与上一次评估是否同一等次", "Whether the evaluation before had the same grade"),
            ),
            (
                "rectified_since",
                Text("其间是否完成整改", "Whether it has rectified since the first of that grade in a row"),
            ),
        ):
            yield FactSpec(f"{path}[].{name}", FactKind.FLAG, flagged, _REGISTER)
        since = Text(
            "连续同一等次的首次评估日期", "Day of the first evaluation of that grade in a row, if there was one before"
        )
        yield FactSpec(f"{path}[].same_grade_since", FactKind.DAY, since, _REGISTER, may_be_none=True)


def _cycles(path: str, title: Text) -> Iterator[FactSpec]:
    yield FactSpec(path, FactKind.LIST, title, _REGISTER, unit=Kind.TIMES)
    for name, kind, zh, en in (
        ("year", FactKind.YEAR, "所属年度", "Year of the cycle"),
        ("due", FactKind.DAY, "期限", "Due day"),
        ("owed", FactKind.FLAG, "是否应当履行", "Whether it is owed"),
        ("missed", FactKind.FLAG, "是否未履行", "Whether it was missed"),
        ("late", FactKind.FLAG, "是否逾期", "Whether it was not done in time"),
        ("missed_before", FactKind.FLAG, "上一期是否未履行", "Whether the one before was missed"),
        ("late_before", FactKind.FLAG, "上一期是否逾期", "Whether the one before was not done in time"),
        ("grade", FactKind.TEXT, "等次", "Grade"),
        ("grade_before", FactKind.TEXT, "上一期的等次", "Grade of the one before"),
    ):
        may_be_none = name.startswith("grade") or name.endswith("_before") or name == "due"
        yield FactSpec(f"{path}[].{name}", kind, Text(zh, en), _REGISTER, may_be_none=may_be_none)
