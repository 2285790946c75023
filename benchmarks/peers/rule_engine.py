"""rule-engine, an expression language in Python."""

from __future__ import annotations

from typing import Final

from benchmarks.facts import FOUND, Facts, listed
from benchmarks.peers.peer import Decide, Peer

_SAYS: Final = "46 of the 48 norms (not the preferences); counts and sums its lists; no open values"


def _stated(name: str, otherwise: str) -> str:
    return f'("{name}" in stated ? stated["{name}"] : {otherwise})'


def _count(name: str, listed_: str, where: str = "") -> str:
    return _stated(name, f"[m for m in {listed_} if {where}].length" if where else f"{listed_}.length")


def _sum(name: str, listed_: str, each: str, where: str) -> str:
    return _stated(name, f'$sum([m["{each}"] for m in {listed_} if {where}])')


def _year(name: str, series: str, bound: int) -> str:
    return _sum(name, f'lead["{series}"]', "amount", 'm["year"] == last_year') + f" >= {bound}"


_ENTERPRISE: Final = '(lead["kind"] == "企业" or (lead["kind"] == "新型研发机构" and lead["legal_form"] == "企业法人"))'
_JOINT: Final = _count("partner_count", "partners") + " >= 1"
_FIRM: Final = (
    '(m["kind"] == "企业" or (m["kind"] == "新型研发机构" and m["legal_form"] == "企业法人"))'
    ' and m["seat"].starts_with("1301")'
)
_OWN: Final = 'm["unit"] == "依托单位"'
_STAFF: Final = 'centre["staff"]'
_EQUIPMENT: Final = _sum("equipment_value", 'centre["equipment"]', "value", "true")
_OWN_EQUIPMENT: Final = _sum("own_equipment_value", 'centre["equipment"]', "value", _OWN)
_RESEARCHERS: Final = _count("researchers", _STAFF, 'm["role"] == "科研"')
_OWN_RESEARCHERS: Final = _count("own_researchers", _STAFF, f'm["role"] == "科研" and {_OWN}')
_HIGHER: Final = 'm["level"] in ["国家级", "省级"] and m["same_field_and_direction"]'
_FIXED: Final = 'm["fixed"] and m["unit"] in ["依托单位", "共建单位"]'
_AGREED: Final = (
    'agreement["exists"] and [m for m in partners if not m["signed_agreement"]].length == 0'
    ' and agreement["signed_on"] <= day'
)
_OWN_PROJECTS: Final = _count("own_projects", 'centre["projects"]', _OWN)
_OWN_RESULTS: Final = _count("own_results", 'centre["results"]', _OWN)
_PROJECTS: Final = _count("projects", 'centre["projects"]')
_RESULTS: Final = _count("results", 'centre["results"]')

_OF_ALL: Final = (
    *(f'found["{name}"]' for name in FOUND),
    'lead["seat"].starts_with("1301")',
    'lead["three_years_on"] <= day',
    'lead["is_legal_person"]',
    'not lead["has_adverse_record"]',
    '[m for m in partners if m["has_adverse_record"]].length == 0',
    _count("fixed_staff", _STAFF, _FIXED) + " >= 15",
    'not own["technical_leader_has_adverse_record"]',
    _sum("rd_area", 'centre["premises"]', "area", 'm["use"] == "科研开发"') + " >= 5000000",
    f"{_EQUIPMENT} >= 200000000",
    _count("higher_centres_same_field", 'lead["other_centres"]', _HIGHER) + " <= 0",
)
_OF_ENTERPRISES: Final = (
    'own["has_rd_unit"]',
    'found["rd_unit_independent"]',
    _year("sales_revenue_last_year", "sales_revenue", 2_000_000_000),
    _year("technology_spending_last_year", "technology_spending", 100_000_000),
)
_OF_OTHERS: Final = _count("city_enterprise_partners", "partners", _FIRM) + " >= 2"
_OF_JOINT: Final = (
    'own["one_lead_named"]',
    _AGREED,
    'not agreement["exists"] or own["agreement_states_mode"]',
    'not agreement["exists"] or own["agreement_states_people"]',
    'not agreement["exists"] or agreement["states_tasks"]',
    'not agreement["exists"] or agreement["states_rights"]',
    f"2 * {_OWN_EQUIPMENT} >= {_EQUIPMENT}",
    f"2 * {_OWN_RESEARCHERS} >= {_RESEARCHERS}",
    f"2 * {_OWN_PROJECTS} >= {_PROJECTS}",
    f"2 * {_OWN_RESULTS} >= {_RESULTS}",
)
_NORMS: Final = (
    f"[[{', '.join(_OF_ALL)}], {_ENTERPRISE} ? [{', '.join(_OF_ENTERPRISES)}] : [{_OF_OTHERS}],"
    f" {_JOINT} ? [{', '.join(_OF_JOINT)}] : []]"
)
"""The truth of each norm that is asked, in one rule."""


def _ready() -> Decide:
    import rule_engine

    rule = rule_engine.Rule(_NORMS)

    def decide(facts: Facts) -> bool:
        return all(truth is True for group in rule.evaluate(facts) for truth in group)

    return decide


PEER = Peer("rule-engine", "rule-engine", _SAYS, _ready, listed)
