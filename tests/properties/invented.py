# ruff: noqa: E501 (what a table says of one thing stands on one line)
"""An invented regulation that uses every word of the language of conditions, and dossiers for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import yaml

from tic_rules import Determination, Dossier, Pack, decide, source
from tic_rules.packs.load import pack_of

CITY = "aoming"
AS_OF = date(2026, 11, 21)

Plain = dict[str, Any]


def both(text: str) -> Plain:
    return {"zh": text, "en": text}


def fact(name: str, kind: str, **rest: object) -> Plain:
    return {"path": f"{CITY}.{name}", "kind": kind, "title": both(name), "evidence": both("证明"), **rest}


def amount(name: str, unit: str, **rest: object) -> Plain:
    return fact(name, "quantity", unit=unit, **rest)


FACTS = (
    *(amount(name, "万元") for name in ("q1", "q2", "t_rd", "t_revenue")),
    *(amount(name, "人") for name in ("n", "k", "t_staff", "t_degree", "t_committee")),
    amount("maybe", "人", may_be_none=True),
    *(amount(name, "平方米") for name in ("t_area", "t_all_area")),
    *(amount(name, "家") for name in ("t_partners", "t_firms")),
    amount("items", "个"),
    fact("share", "share"),
    fact("level", "level", values=["甲", "乙", "丙"]),
    *(fact(name, "day") for name in ("d1", "d2")),
    *(fact(name, "day", may_be_none=True) for name in ("e1", "e2")),
    *(fact(name, "text") for name in ("name", "by")),
    fact("grade", "text", may_be_none=True),
)
FINDINGS = (
    {"id": "asked", "ask": both("问甲？"), "decided_by": ["panel"]},
    {"id": "at-zero", "ask": both("问乙？"), "decided_by": ["panel"]},
    {"id": "case", "ask": both("问丙？"), "decided_by": ["panel", "bureau"]},
    {"id": "approved", "ask": both("问丁？"), "decided_by": ["bureau"], "recorded_in": "procedure.approval"},
)
TERMS = (
    {
        "id": "firms",
        "measure": {"count": "partners", "where": {"its": "kind", "is": "企业"}, "stated_as": f"{CITY}.t_firms"},
    },
    {"id": "joint", "condition": {"term": "firms", "at_least": "1家", "printed": "至少"}},
)


def of(name: str) -> Plain:
    return {"fact": f"{CITY}.{name}"}


def at(left: Mapping[str, object], op: str, bound: object, printed: str) -> Plain:
    return {**left, op: bound, "printed": printed}


def proportion(kind: str, part: Plain, whole: Plain, zero: object, op: str, bound: object, printed: str) -> Plain:
    left = {kind: part, "of" if kind == "share" else "to": whole, "if_whole_is_zero": zero}
    return at(left, op, bound, printed)


_IS_FIRM = {"its": "kind", "is": "企业"}
_AREA = {
    "sum": "centre.premises",
    "each": "area",
    "where": {"its": "use", "is": "科研开发"},
    "stated_as": f"{CITY}.t_area",
}
_ALL_AREA = {"sum": "centre.premises", "each": "area", "stated_as": f"{CITY}.t_all_area"}
_N_OF_BOTH = (of("n"), {"sum": [of("n"), of("k")]})
_OLD = {"age": {"its": "born_on"}, "at": "application"}
_RD = {"sum": "lead.rd_spending", "over": "last 3 full years", "stated_as": f"{CITY}.t_rd"}
_REVENUE = {"sum": "lead.main_revenue", "over": "application year"}

REQUIREMENTS: dict[str, Plain] = {
    "at least": at(of("q1"), "at_least", "10万元", "以上"),
    "at most": at(of("q1"), "at_most", "10万元", "以下"),
    "more than": at(of("maybe"), "more_than", "3人", "超过"),
    "less than": at(of("items"), "less_than", "3个", "少于"),
    "bare": at(of("n"), "at_least", "3人", "bare"),
    "between": at(of("q1"), "between", ["10万元", "20万元"], "至"),
    "stated share": at(of("share"), "at_least", "60%", "不低于"),
    "stated third": at(of("share"), "less_than", "1/3", "低于"),
    "sum of measures": at({"sum": [of("q1"), of("q2")]}, "at_least", "15万元", "以上"),
    "sum with none": at({"sum": [of("n"), of("maybe")]}, "at_least", "4人", "以上"),
    "lesser": at({"lesser": [of("n"), of("maybe")]}, "at_least", "2人", "以上"),
    "age": at({"age": f"{CITY}.e1", "at": "today"}, "between", ["18周岁", "60周岁"], "至"),
    "level": at(of("level"), "at_least", "乙", "以上"),
    "level below": at(of("level"), "less_than", "乙", "低于"),
    "day and today": {**of("d1"), "on_or_before": "today"},
    "day and date": {**of("d1"), "before": date(2026, 1, 1)},
    "day and day": {**of("e1"), "after": f"{CITY}.e2"},
    "day and application": {**of("d2"), "on_or_after": "application"},
    "submission": {"fact": "application.submitted_on", "on_or_after": date(2026, 1, 1)},
    "elapsed": at({"elapsed": {"from": f"{CITY}.d1", "to": "application"}}, "at_least", "2年", "满"),
    "elapsed months": at(
        {"elapsed": {"from": f"{CITY}.d1", "to": "today", "first_day_counts": True}}, "less_than", "20个月", "不满"
    ),
    "elapsed days": at({"elapsed": {"from": f"{CITY}.d1", "to": f"{CITY}.e1"}}, "more_than", "90天", "超过"),
    "elapsed workdays": at({"elapsed": {"from": f"{CITY}.d1", "to": f"{CITY}.d2"}}, "at_most", "5个工作日", "以内"),
    "within years": {**of("d1"), "within": "last 3 years"},
    "within year": {**of("e1"), "within": "application year"},
    "within full years": {**of("d1"), "within": "last 2 full years"},
    "seat": {"fact": "lead.seat", "within": "370100"},
    "named like": {**of("name"), "named_like": "奥明市{field}中心"},
    "named": {**of("name"), "named_like": "奥明市中心"},
    "done by": {**of("by"), "done_by": ["panel"]},
    "flag": {"fact": "lead.is_legal_person", "is": True},
    "choice of none": {**of("grade"), "one_of": ["优秀", "合格"]},
    "has": {"has": "agreement"},
    "not": {"not": at(of("items"), "at_least", "3个", "以上")},
    "any": {"any": [at(of("n"), "at_least", "3人", "以上"), {**of("d1"), "before": "today"}, {"finding": "asked"}]},
    "all": {"all": [at(of("n"), "at_least", "3人", "以上"), {"finding": "asked"}, {"has": "agreement"}]},
    "finding": {"finding": "asked"},
    "recorded finding": {"finding": "approved"},
    "term": {"term": "joint"},
    "ratio": proportion("ratio", of("q1"), of("q2"), "holds", "at_least", "3%", "不低于"),
    "ratio to zero": proportion("ratio", of("q1"), of("q2"), "fails", "between", ["10%", "90%"], "至"),
    "ratio asks": proportion("ratio", of("n"), of("k"), {"finding": "at-zero"}, "at_most", "50%", "不超过"),
    "share": proportion("share", *_N_OF_BOTH, "fails", "at_least", "60%", "不低于"),
    "share above": proportion("share", *_N_OF_BOTH, "holds", "more_than", "60%", "超过"),
    "share below": proportion("share", *_N_OF_BOTH, "holds", "less_than", "60%", "低于"),
    "share at most": proportion("share", *_N_OF_BOTH, "fails", "at_most", "1/3", "不超过"),
    "share of list": proportion("share", _AREA, _ALL_AREA, {"finding": "at-zero"}, "at_most", "80%", "不超过"),
    "years": at(_RD, "at_least", "1000万元", "不少于"),
    "this year": at(_REVENUE, "at_least", "500万元", "不少于"),
    "ratio of years": proportion("ratio", _RD, {**_RD, "over": "last full year", "stated_as": f"{CITY}.t_revenue"}, "fails", "at_most", "90%", "不超过"),
    "list sum": at(_AREA, "at_least", "500平方米", "不少于"),
    "count": at({"count": "partners", "stated_as": f"{CITY}.t_partners"}, "at_most", "3家", "不超过"),
    "term measure": at({"term": "firms"}, "at_least", "2家", "至少"),
    "count of events": at(
        {"count": "lead.conversion_cases", "where": {"finding": "case"}, "over": "last 3 years"},
        "at_least", "2例", "以上",
    ),
    "count by degree": at(
        {"count": "centre.staff", "where": {"all": [at({"its": "degree"}, "at_least", "硕士", "以上"), at(_OLD, "at_most", "60周岁", "以下")]}, "stated_as": f"{CITY}.t_degree"},
        "at_least", "2人", "不少于",
    ),
    "count by days": at(
        {"count": "centre.staff", "where": {"any": [at({"its": "days_worked_last_year"}, "more_than", "183天", "超过"), {"not": {"its": "full_time", "is": True}}]}, "stated_as": f"{CITY}.t_staff"},
        "at_least", "2人", "不少于",
    ),
    "count below none": at({"count": "centre.committee.members", "stated_as": f"{CITY}.t_committee"}, "at_least", "3人", "以上"),
    "every": {"every": "partners", "where": _IS_FIRM, "holds": {"its": "seat", "within": "370000"}},
    "every event": {"every": "lead.conversion_cases", "over": "last 3 years", "holds": {"finding": "case"}},
    "every all": {"every": "centre.staff", "holds": {"its": "born_on", "before": date(2000, 1, 1)}},
}  # fmt: skip
"""A requirement for each thing that a condition can be, by what it shows."""


class _WrittenOut(yaml.SafeDumper):
    """What stands in two places is written out in both."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def pack(norms: Iterable[Plain], **changes: Any) -> Pack:
    """A pack of one article with the given norms and what they refer to; ``changes`` replaces its other parts."""
    drawn = [
        {"id": f"norm-{n}", "title": both(f"规范{n}"), "explain": both("说明"), **norm} for n, norm in enumerate(norms)
    ]
    used = repr(drawn)
    terms = [{"title": both("术语"), **term} for term in TERMS if repr(term["id"]) in used or "'joint'" in used]
    used += repr(terms)
    relaxations = [{"title": both("放宽"), **entry} for entry in changes.pop("relaxations", ())]
    cited = [{"cites": {"article": 1}, **entry} for entry in (*drawn, *terms, *relaxations)]
    written = {
        "pack": CITY,
        "version": "1.0.0",
        "title": both("奥明市示例办法"),
        "jurisdiction": {**both("奥明市"), "code": "370000"},
        "issued": {"by": both("奥明市示例局"), "kind": "in force"},
        "in_force": {"from": date(2020, 1, 1), "printed": "自2020年1月1日起施行"},
        "printed_articles": {"headings": 1},
        "authority": "bureau",
        "authorities": [
            {"id": "bureau", "title": both("奥明市示例局")},
            {"id": "panel", "title": both("示例专家组"), "also": ["评审组"]},
        ],
        "facts": list(FACTS),
        "tracks": [{"id": "main", "title": both("申报"), "for": {"fact": "lead.kind", "one_of": ["企业", "高校"]}}],
        "terms": cited[len(drawn) : len(drawn) + len(terms)],
        "findings": [finding for finding in FINDINGS if repr(finding["id"]) in used],
        "norms": cited[: len(drawn)],
        "relaxations": cited[len(drawn) + len(terms) :],
        "provisions": [{"article": 1, "text_sha256": "0" * 64, "became": "norms", "norms": [e["id"] for e in cited]}],
        **changes,
    }
    given = {key: value for key, value in written.items() if value != []}
    text = yaml.dump(given, Dumper=_WrittenOut, allow_unicode=True, sort_keys=False)
    return pack_of(source.parse_yaml(text))


def dossier(**parts: Any) -> Dossier:
    """A dossier of an invented company, with parts of it replaced."""
    return Dossier.from_dict({**BASE, **parts}, cities=[CITY])


def decided(regulation: Pack, facts: Dossier, **rest: Any) -> Determination:
    return decide(regulation, facts, **{"on": AS_OF, **rest})


def answer(finding: str, value: bool, by: str = "示例专家组", day: str = "2026-11-01", **rest: str) -> Plain:
    return {"finding": finding, "answer": value, "by": by, "day": day, "basis": "评审意见", **rest}


_LEAD: Plain = {"name": "虚构示例有限公司", "kind": "企业"}
BASE: Plain = {"application": {"city": CITY, "submitted_on": "2026-10-15"}, "lead": _LEAD}
_PARTNERS = [
    {"name": "示例甲", "kind": "企业", "seat": "370102"},
    {"name": "示例乙", "seat": "110000"},
    {"kind": "高校"},
]
_STAFF = [
    {"name": "A", "degree": "博士", "born_on": "1980-02-29", "days_worked_last_year": "200天", "full_time": True},
    {"name": "B", "degree": "学士", "days_worked_last_year": "183天", "full_time": False},
    {"name": "C", "degree": "硕士", "full_time": True},
]
_CASES = [{"name": f"案例{n}", "day": day} for n, day in enumerate(("2025-01-01", "2010-01-01", "2026-11-30"))]
_CASES += [{"name": "案例3"}, {"name": "案例4", "day": "2025-02-01"}]
_PREMISES = [
    {"name": "楼一", "use": "科研开发", "area": "300平方米"},
    {"name": "楼二", "area": "250.5平方米"},
    {"name": "楼三", "use": "办公", "area": "70平方米"},
]
_FULL: Plain = {
    "q1": "15万元", "q2": "4.5万元", "n": "4人", "k": "2人", "maybe": "3人", "items": "2个", "share": "61%", "level": "丙",
    "d1": "2024-02-29", "d2": "2024-03-07", "e1": "1990-05-05", "e2": "1990-05-04", "name": "奥明市某　Ａ中心", "by": "评审组",
    "grade": "优　秀",
}  # fmt: skip
_YEARS: Plain = {
    "rd_spending": [{"year": year, "amount": f"{year - 1700}万元"} for year in (2023, 2024, 2025)],
    "main_revenue": [{"year": 2026, "amount": "600万元", "until": "2026-06-30"}],
}
_ENTERPRISE: Plain = {**_LEAD, **_YEARS, "seat": "370102", "is_legal_person": True, "registered_on": "2012-05-18"}

DOSSIERS: dict[str, Plain] = {
    "nothing known": {},
    "all given": {
        "stated_on": "2026-09-30",
        "lead": {**_ENTERPRISE, "conversion_cases": [_CASES[0], _CASES[4]]},
        "partners": [_PARTNERS[0], {"name": "示例丙", "kind": "企业", "seat": "370200"}],
        "agreement": {"signed_on": "2026-01-01"},
        "centre": {"premises": [_PREMISES[0], _PREMISES[2]], "staff": _STAFF[:1], "committee": {"members": []}},
        "procedure": {"approval": {"day": "2026-11-01", "by": "奥明市示例局", "outcome": "通过"}},
        "findings": [
            answer("asked", True),
            answer("at-zero", False),
            answer("case", True, about="案例0"),
            answer("case", False, about="lead.conversion_cases[1]"),
        ],
        CITY: _FULL,
    },
    "half known": {
        "lead": {**_ENTERPRISE, "registered_on": "2024-07-01", "seat": "370000", "conversion_cases": _CASES,
                 "rd_spending": [{"year": 2025, "amount": "300万元", "until": "2025-09-30"}]},
        "partners": _PARTNERS,
        "centre": {"premises": [*_PREMISES, {"use": "科研开发"}], "staff": _STAFF, "committee": "none"},
        "procedure": {"approval": {"day": "2026-11-01"}},
        "findings": [answer("asked", True, day="2026-12-01"), answer("case", True, about="案例4"), answer("case", False, by="路人", about="案例0")],
        CITY: {"q1": "12万元", "k": "0人", "maybe": "none", "share": "59.8%", "level": "甲", "d1": "2026-12-28", "d2": "2027-01-20",
               "e1": "2026-03-03", "name": "奥明市中心", "by": "别人"},
    },
    "totals stated": {
        "application": {"city": CITY},
        "lead": _LEAD,
        "procedure": {"approval": "none"},
        "findings": [answer("asked", False, by="路人")],
        CITY: {"t_rd": "1200万元", "t_revenue": "500万元", "t_area": "400平方米", "t_all_area": "450平方米", "t_partners": "4家", "t_firms": "2家",
               "t_staff": "1人", "t_degree": "2人", "t_committee": "4人", "q1": "0元", "q2": "0元", "n": "0人", "k": "0人",
               "items": "3个", "share": "1/3", "e1": "none", "e2": "2026-03-03", "grade": "不合格"},
    },
    "lists and totals": {
        "application": {"city": CITY, "submitted_on": "none"},
        "stated_on": "2025-12-01",
        "lead": {**_LEAD, "kind": "政府部门", "rd_spending": [{"year": 2023, "amount": "100万元"}, {"year": 2025, "amount": "5万元"}],
                 "is_legal_person": False, "seat": "110000", "conversion_cases": _CASES},
        "partners": _PARTNERS,
        "agreement": "none",
        "centre": {"premises": _PREMISES, "staff": _STAFF},
        "procedure": {"approval": {"day": "2026-11-01", "by": "路人", "outcome": "通过"}},
        CITY: {"t_rd": "150万元", "t_area": "550.5平方米", "t_firms": "2家", "t_staff": "2人", "n": "6人", "k": "4人",
               "d1": "2026-11-20", "d2": "2026-11-21", "e1": "2027-01-01", "e2": "none", "grade": "none", "level": "乙"},
    },
    "empty lists": {
        "application": {"city": CITY, "submitted_on": "2024-02-29"},
        "lead": {**_LEAD, "conversion_cases": [], "rd_spending": [], "main_revenue": []},
        "partners": [],
        "agreement": "none",
        "centre": {"premises": [], "staff": []},
        "procedure": {"approval": {"day": "2026-12-01", "by": "奥明市示例局", "outcome": "通过"}},
        "findings": [answer("at-zero", True)],
        CITY: {"q1": "20万元", "q2": "10万元", "n": "5人", "k": "0人", "maybe": "0人", "share": "100%", "d1": "2023-02-28", "d2": "2035-01-01",
               "e1": "2023-02-28", "e2": "2023-02-28", "name": "奥明市  中心"},
    },
}  # fmt: skip
"""Dossiers in which every kind of fact is given, missing, none, contradicted by a finding, or told as a total."""
