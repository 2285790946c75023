"""What random packs read and random dossiers tell: facts, lists, bounds and days, chosen so that boundaries are met."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tests.properties.invented import CITY, Plain, both
from tic_rules.facts.catalogue import common_facts
from tic_rules.ir.catalogue import FactKind

OWN = {
    "m1": "money", "m2": "money", "m3": "money?", "n1": "people", "n2": "people", "n3": "people?", "a1": "area",
    "i1": "items", "i2": "items?", "u1": "units", "w1": "times", "g1": "age", "k1": "cases", "j1": "days",
    "s1": "share", "s2": "share?", "l1": "level", "l2": "level?", "c1": "choice", "c2": "choice?", "f1": "flag",
    "f2": "flag?", "d1": "day", "d2": "day", "d3": "day", "e1": "day?", "e2": "day?", "b1": "day", "b2": "day?",
    "t1": "text", "t2": "text?", "z1": "seat", "z2": "seat?",
}  # fmt: skip
"""The pack's own facts and what they are; with a question mark where they may be none."""
TOTAL_UNITS = {
    "money": "万元", "people": "人", "area": "平方米", "items": "个", "units": "家", "times": "次", "age": "周岁",
    "cases": "例", "days": "天",
}  # fmt: skip
_WORDS = {
    "l1": ["甲", "乙", "丙"], "l2": ["低", "中", "高", "最高"], "c1": ["红", "绿", "蓝"], "c2": ["true", "Ａ", "b c"],
}  # fmt: skip

_KINDS = {
    FactKind.FLAG: "flag", FactKind.CHOICE: "choice", FactKind.LEVEL: "level", FactKind.DAY: "day",
    FactKind.TEXT: "text", FactKind.SEAT: "seat",
}  # fmt: skip


def own_facts() -> Iterator[Plain]:
    """The declarations of the pack's own facts."""
    for name, kind in OWN.items():
        word = kind.rstrip("?")
        made: Plain = {"path": f"{CITY}.{name}", "title": both(name), "evidence": both("证明")}
        made |= {"kind": "quantity", "unit": TOTAL_UNITS[word]} if word in TOTAL_UNITS else {"kind": word}
        made |= {"values": _WORDS[name]} if name in _WORDS else {}
        yield made | ({"may_be_none": True} if kind.endswith("?") else {})


_COMMON = (
    "application.submitted_on", "lead.name", "lead.kind", "lead.seat", "lead.registered_on", "lead.is_legal_person",
    "agreement.signed_on", "agreement.ends_on", "agreement.states_tasks", "centre.name_en",
    "centre.director.title", "centre.director.born_on", "centre.director.full_time",
    "centre.committee.chair.unit", "centre.committee.meetings_a_year", "procedure.approval.day",
    "procedure.approval.by", "procedure.approval.outcome", "procedure.publicity.first_day", "stated_on",
)  # fmt: skip
THINGS = ("agreement", "centre.director", "centre.committee", "centre.committee.chair", "procedure.approval")
LISTS: dict[str, tuple[str, str | None]] = {
    "partners": ("units", None), "centre.staff": ("people", None), "centre.premises": ("items", None),
    "centre.equipment": ("items", None), "lead.conversion_cases": ("cases", "day"), "lead.incidents": ("times", "day"),
    "centre.changes": ("times", "day"), "bans": ("items", "first_day"), "centre.committee.members": ("people", None),
}  # fmt: skip
"""In which unit the members of each list are counted, and by which field they are dated."""
SERIES = ("lead.rd_spending", "lead.main_revenue", "centre.rd_input")
PERIODS = (
    ("年", (0, 1, 2, 3, 5)), ("个月", (0, 1, 6, 12, 20)), ("天", (0, 1, 30, 90, 365)), ("个工作日", (0, 1, 5, 10, 30)),
)  # fmt: skip
PRINTED = {"at_least": "不少于", "more_than": "超过", "at_most": "不超过", "less_than": "低于", "between": "至"}
BOUNDS = {
    "money": ("0元", "0.01元", "5万元", "10万元", "100000.01元", "20万元", "1亿元"),
    "people": ("0人", "1人", "2人", "3人", "5人"), "units": ("0家", "1家", "2家", "3家"),
    "area": ("0平方米", "100平方米", "100.0001平方米", "250平方米"), "items": ("0个", "1个", "2个", "3个"),
    "times": ("0次", "1次", "2次", "3次"), "cases": ("0例", "1例", "2例"),
    "age": ("0周岁", "18周岁", "45周岁", "60周岁"), "days": ("0天", "1天", "183天", "200天"),
    "share": ("0%", "1/3", "50%", "60%", "2/3", "66.67%", "100%"),
}  # fmt: skip
"""Bounds and amounts of each unit, the least first."""
DAYS = (
    "2019-12-31", "2021-02-28", "2023-02-28", "2023-11-21", "2024-02-28", "2024-02-29", "2024-03-01", "2024-12-31",
    "2025-01-01", "2025-10-15", "2025-11-21", "2025-12-31", "2026-01-01", "2026-02-28", "2026-09-30", "2026-10-15",
    "2026-11-20", "2026-11-21", "2026-11-22", "2026-12-28", "2026-12-31", "2027-01-04", "2030-06-01",
)  # fmt: skip
BIRTHS = ("1963-11-21", "1966-11-21", "1966-11-22", "1980-02-29", "1981-10-15", "2008-11-21", "2008-11-22")

FIELDS: dict[str, dict[str, str]] = {listed: {} for listed in LISTS}
"""The fields of the members of each list, and what they are."""


def _kind(path: str) -> str:
    """What a common fact is, by the words of this module."""
    spec = common_facts()[path]
    word = spec.unit.value if spec.unit is not None else _KINDS.get(spec.kind, "")
    return f"{word}?" if spec.may_be_none and word else word


for _path in common_facts():
    _listed, _, _field = _path.partition("[].")
    if _listed in FIELDS and _field and "[]" not in _field and common_facts()[_path].kind is not FactKind.LIST:
        FIELDS[_listed][_field] = _kind(_path)


class _Paths:
    """The facts outside lists, by what they are."""

    def __init__(self) -> None:
        self.kinds = {path: _kind(path) for path in _COMMON} | {f"{CITY}.{name}": kind for name, kind in OWN.items()}
        self.values = {f"{CITY}.{name}": words for name, words in _WORDS.items()}
        self.values |= {path: list(spec.values) for path, spec in common_facts().items() if spec.values}

    @cache  # noqa: B019 (one for the whole run)
    def __call__(self, wanted: str = "") -> list[str]:
        """The paths of a kind, or those below a thing, or all."""
        return [
            path
            for path, kind in self.kinds.items()
            if not wanted or kind.rstrip("?") == wanted or path == wanted or path.startswith(f"{wanted}.")
        ]


paths = _Paths()


def _may_be_none(path: str) -> bool:
    parts = path.split(".")
    known = common_facts()
    return any((spec := known.get(".".join(parts[: end + 1]))) and spec.may_be_none for end in range(len(parts)))


MAYBE_NONE = frozenset(
    [*(f"{CITY}.{name}" for name, kind in OWN.items() if kind.endswith("?"))]
    + [path for path in (*_COMMON, *LISTS, *THINGS) if _may_be_none(path)]
)
"""What can be known not to exist, or belongs to what can."""
CAN_BE_NONE = tuple(
    path for path in sorted(MAYBE_NONE) if path.startswith(f"{CITY}.") or common_facts()[path].may_be_none
)
"""What can itself be known not to exist."""
