"""A register written without waiting for the disk, and lives drawn for it: late, corrected, withdrawn, in any order."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from tic_rules.facts import words
from tic_rules.facts.events import ACCIDENT_TYPES, DURING, EVALUATION_TYPES, HIGHER_LEVELS, KINDS, LISTS
from tic_rules.ir.conditions import Count, Every, ListSum
from tic_rules.ir.lifecycle import AfterEvent, Lifecycle
from tic_rules.ir.walk import nodes
from tic_rules.lifecycle.line import FIRST, digest_of
from tic_rules.lifecycle.plan import Plan

START: Final = date(2018, 1, 1)
_CHOICES: Final[Mapping[str, tuple[object, ...]]] = {
    "type": EVALUATION_TYPES,
    "accident": ACCIDENT_TYPES,
    "during": DURING,
    "list_name": LISTS,
    "level": HIGHER_LEVELS,
    "outcome": tuple(words.OUTCOMES),
    "unit": ("依托单位", "共建单位"),
    "what": tuple(words.CHANGE_KINDS),
}


class Lines:
    """Writes a register."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seq = 0
        self._before = FIRST
        path.write_bytes(b"")

    def add(self, centre: str, kind: str, written: Mapping[str, object]) -> None:
        """Adds a line, chained to the one before."""
        self._seq += 1
        data: dict[str, object] = {"seq": self._seq, "before": self._before, "centre": centre, kind: written}
        data["digest"] = self._before = digest_of(data)
        with self.path.open("ab") as file:
            file.write(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def kinds_drawn(plan: Plan) -> list[str]:
    """The kinds of event to draw from: three in four are read by the lifecycle, or say something of the record."""
    read = sorted({*read_by(plan.lifecycle), "complete", "notice"})
    return [*read * 3, *sorted(KINDS.keys() - {"withdrawn"})]


def read_by(lifecycle: Lifecycle) -> set[str]:
    """The kinds of event that a lifecycle turns on."""
    found = {"approved", "revoked", "evaluation", "rectification_done"}
    found |= {move.on for move in lifecycle.moves} | {deemed.on for deemed in lifecycle.deemed}
    found |= {period.extended_by for period in lifecycle.periods if period.extended_by is not None}
    for duty in lifecycle.duties:
        found.add(duty.done_by)
        found |= set() if duty.unless is None else {duty.unless.kind}
        found |= {duty.cadence.kind} if isinstance(duty.cadence, AfterEvent) else set()
    for condition in lifecycle.conditions:
        lists = (node.list for node in nodes(condition) if isinstance(node, Count | ListSum | Every))
        found |= {path.removeprefix("history.") for path in lists if path.startswith("history.")}
    return found | {end for kind in found if (end := KINDS[kind].ended_by) is not None}


@st.composite
def events(
    draw: st.DrawFn, plan: Plan, clock: date, taken: Mapping[str, str], firsts: Collection[str]
) -> dict[str, Any]:
    """An event of a kind that the lifecycle reads, recorded on the clock's day, or said to become known later.

    ``taken`` are the kinds of the events before it by their names: it may correct one of them, or withdraw one of
    ``firsts``, which correct nothing.
    """
    day = clock - timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 5, 30, 200, 400])))
    known = clock + timedelta(days=draw(st.sampled_from([0] * 9 + [3, 40])))
    made: dict[str, Any] = {"day": day.isoformat(), "recorded_on": known.isoformat(), "by": "某局", "basis": "文件"}
    if not taken:
        kind = draw(st.sampled_from(sorted({move.on for move in plan.lifecycle.moves if not move.come_from})))
    elif draw(st.integers(0, 4)) == 0:
        made["corrects"] = draw(st.sampled_from(sorted(taken)))
        kind = "withdrawn" if made["corrects"] in firsts and draw(st.booleans()) else taken[made["corrects"]]
    else:
        kind = draw(st.sampled_from(kinds_drawn(plan)))
    made["kind"] = kind
    if kind == "notice":
        # It may be known before its day.
        day = clock + timedelta(days=draw(st.sampled_from([0, 0, -30, 1, 20])))
        made["day"] = day.isoformat()
    for name in KINDS[kind].fields:
        if name in KINDS[kind].must or draw(st.integers(0, 3)):
            made[name] = draw(_values(plan, name, day))
    return made


def _values(plan: Plan, name: str, day: date) -> st.SearchStrategy[Any]:
    lifecycle = plan.lifecycle
    match name:
        case "year":
            return st.sampled_from([day.year, day.year - 1, day.year - 1, day.year - 2])
        case "grade":
            closed = [grade for scale in lifecycle.scales for grade in scale.values]
            return st.sampled_from([*closed, "合格", "不合格", "不达标", "较差"])
        case "to" | "due" | "until":
            return st.sampled_from([-100, 0, 30, 365, 4000]).map(lambda n: (day + timedelta(days=n)).isoformat())
        case "kinds":
            return st.sampled_from([["all"], ["all"], *([kind] for kind in kinds_drawn(plan))])
        case "duty":
            return st.sampled_from([*(duty.id for duty in lifecycle.duties), "none.such"])
        case "grounds":
            return st.sampled_from([[ground.id] for ground in lifecycle.grounds] + [["none.such"]])
        case _:
            return st.sampled_from(_CHOICES[name]) if name in _CHOICES else st.booleans()
