"""The JSON Schema of the part of a pack that rules what comes after approval."""

from __future__ import annotations

from typing import Final

from tic_rules.facts.events import ABOUT_RECORDS, EVALUATION_TYPES, KINDS
from tic_rules.ir.lifecycle import Covers, DueBy
from tic_rules.ir.norms import Strength
from tic_rules.packs.shapes import BOTH, CITES, CONDITION, ID, NUMBER, TEXT, Schema, closed, list_of, one_of

_EVENT: Final[Schema] = {"enum": [kind for kind in KINDS if kind not in ABOUT_RECORDS]}
_PERIOD: Final[Schema] = {"type": "string", "pattern": "^[1-9][0-9]*(年|个月|天|个工作日)$"}
_FLAG: Final[Schema] = {"type": "boolean"}
_CITED: Final[dict[str, tuple[Schema, str, str]]] = {
    "id": (ID, "编号", "Id, stable across versions."),
    "cites": (CITES, "出处", "Where it is printed."),
    "title": (BOTH, "标题", "Title in our own words."),
}
_EXPLAIN: Final[dict[str, tuple[Schema, str, str]]] = {"explain": (BOTH, "解释", "What it means, in our own words.")}
_TOLD: Final[dict[str, tuple[Schema, str, str]]] = {
    "taken": (BOTH, "所取的读法", "The reading taken."),
    "other": (BOTH, "另一种读法", "The other one."),
    "why": (BOTH, "理由", "Why."),
}
_READINGS: Final[dict[str, tuple[Schema, str, str]]] = {
    "readings": (list_of(closed(_TOLD, "taken other why")), "读法", "Where the text leaves room.")
}


def lifecycle() -> Schema:
    """The schema of ``lifecycle``."""
    return closed(
        {
            "stages": (list_of(_stage(), least=1), "阶段", "The stages of a centre's life."),
            "moves": (list_of(_move(), least=1), "转换", "What takes a centre from one stage to another."),
            "periods": (list_of(_period()), "期间", "Times that a centre is given in a stage."),
            "duties": (list_of(_duty()), "义务", "What is owed again and again."),
            "deemed": (list_of(_deemed()), "视同", "Events that count as others."),
            "grades": (list_of(_scale()), "等次", "Grades of which the text lists them all."),
            "grounds": (list_of(_ground()), "撤销情形", "On what a revocation may be proposed."),
        },
        "stages moves",
    )


def _stage() -> Schema:
    return closed(
        {
            "id": (ID, "编号", "Id."),
            "title": (BOTH, "名称", "Name."),
            "ended": (_FLAG, "是否终止", "Whether the centre is then no more."),
        },
        "id title",
    )


def _move() -> Schema:
    return closed(
        _CITED
        | {
            "on": (_EVENT, "事件", "The kind of event."),
            "from": (list_of(ID, least=1), "从", "The stages it leads out of; left out: it begins the centre's life."),
            "where": (CONDITION, "条件", "What holds of the event."),
            "to": (ID, "到", "The stage it leads to."),
            "first_of_day": (
                _FLAG,
                "当日先于其他事件",
                "Whether events of the kind come before what else happened that day, however recorded.",
            ),
        }
        | _READINGS,
        "id cites title on to",
    )


def _period() -> Schema:
    return closed(
        _CITED
        | {
            "stage": (ID, "阶段", "The stage with which it begins."),
            "also_in": (list_of(ID, least=1), "延续的阶段", "The stages after it in which it goes on."),
            "lasts": (_PERIOD, "时长", "How long."),
            "strength": (one_of([Strength.HARD, Strength.IN_PRINCIPLE]), "强度", "How strictly; hard where left out."),
            "extended_by": (_EVENT, "延长的事件", "The kind of event that makes it longer."),
            "extension": (_PERIOD, "延长多久", "By how much."),
            "times": (NUMBER, "可延长几次", "How often; once where left out."),
        }
        | _READINGS,
        "id cites title stage lasts",
    )


def _duty() -> Schema:
    taken_away = closed(
        {
            "event": (_EVENT, "事件", "The kind of event."),
            "where": (CONDITION, "条件", "What holds of the event."),
            "in": (one_of(Covers), "在哪一年", "In which year; that which the duty is about where left out."),
        },
        "event",
    )
    day: Schema = {"anyOf": [{"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"}, one_of(DueBy)]}
    return closed(
        _CITED
        | _EXPLAIN
        | {
            "stages": (list_of(ID, least=1), "阶段", "In which stages it is owed."),
            "owed_by": (ID, "义务人", "centre, or an authority."),
            "each": (one_of(["year", "cycle", "event"]), "周期", "What each cycle is."),
            "covers": (one_of(Covers), "所述年度", "Of a yearly duty: which year it is about."),
            "from_next_year": (_FLAG, "不足一年不算", "Whether the year in which the stage began is left out."),
            "lasts": (_PERIOD, "周期长度", "Of a cycle: how long."),
            "after": (_EVENT, "在何事之后", "The kind of event that it follows."),
            "after_where": (CONDITION, "该事的条件", "What holds of that event."),
            "within": (_PERIOD, "期限长度", "How long one has after it."),
            "due": (day, "期限", "A day of the year, notice, or end."),
            "done_by": (_EVENT, "履行的事件", "The kind of event that does it."),
            "where": (CONDITION, "条件", "What holds of that event."),
            "unless": (taken_away, "除外", "An event that takes a yearly duty away."),
        }
        | _READINGS,
        "id cites title explain stages owed_by each due done_by",
    )


def _deemed() -> Schema:
    return closed(
        _CITED
        | {
            "on": (_EVENT, "事件", "The kind of event."),
            "where": (CONDITION, "条件", "What holds of the event."),
            "counts_as": (_EVENT, "视同", "What it counts as."),
            "with": ({"type": "object", "additionalProperties": TEXT}, "内容", "What it is deemed to say."),
        },
        "id cites title on counts_as with",
    )


def _scale() -> Schema:
    return closed(
        {
            "cites": (CITES, "出处", "Where it is printed."),
            "of": (
                list_of({"enum": list(EVALUATION_TYPES)}, least=1),
                "评价种类",
                "Of which evaluations; all if left out.",
            ),
            "values": (list_of(TEXT, least=1), "等次", "The grades."),
        },
        "cites values",
    )


def _ground() -> Schema:
    evaluated = {**_TOLD, "other_require": (CONDITION, "另一种条件", "The other reading's condition.")}
    return closed(
        _CITED
        | _EXPLAIN
        | {
            "stages": (
                list_of(ID, least=1),
                "阶段",
                "In which stages it can arise; left out: while the centre is there.",
            ),
            "require": (CONDITION, "条件", "When it is met."),
            "proposes": (BOTH, "拟议", "What is proposed."),
            "ban": (_PERIOD, "限制申报", "How long one may not apply again, where that is printed."),
            "readings": (list_of(closed(evaluated, "taken other why")), "读法", "Where the text leaves room."),
        },
        "id cites title explain require proposes",
    )
