"""Rego, the language of the Open Policy Agent, by rego-cpp."""

from __future__ import annotations

import json
from typing import Final

from benchmarks.facts import FOUND, Facts, listed
from benchmarks.peers.peer import Decide, Peer

_SAYS: Final = "46 of the 48 norms (not the preferences); counts and sums its lists; no open values"


def _stated(name: str, otherwise: str) -> str:
    """A count or sum: the stated one, else what the list comes to."""
    return f"{name} := input.stated.{name} if input.stated.{name}\nelse := {otherwise}\n"


def _count(name: str, listed_: str, where: str) -> str:
    return _stated(name, f"count([1 | some m in input.{listed_}; {where}])")


def _sum(name: str, listed_: str, each: str, where: str) -> str:
    return _stated(name, f"sum([m.{each} | some m in input.{listed_}; {where}])")


_OWN: Final = 'm.unit == "依托单位"'
_SUMS: Final = (
    _stated("partner_count", "count(input.partners)"),
    _count("city_enterprise_partners", "partners", 'firm(m); startswith(m.seat, "1301")'),
    _count("fixed_staff", "centre.staff", 'm.fixed; m.unit in {"依托单位", "共建单位"}'),
    _count("researchers", "centre.staff", 'm.role == "科研"'),
    _count("own_researchers", "centre.staff", f'm.role == "科研"; {_OWN}'),
    _sum("rd_area", "centre.premises", "area", 'm.use == "科研开发"'),
    _sum("equipment_value", "centre.equipment", "value", "true"),
    _sum("own_equipment_value", "centre.equipment", "value", _OWN),
    _count("projects", "centre.projects", "true"),
    _count("own_projects", "centre.projects", _OWN),
    _count("results", "centre.results", "true"),
    _count("own_results", "centre.results", _OWN),
    _count(
        "higher_centres_same_field",
        "lead.other_centres",
        'm.level in {"国家级", "省级"}; m.same_field_and_direction',
    ),
    _sum("sales_revenue_last_year", "lead.sales_revenue", "amount", "m.year == input.last_year"),
    _sum("technology_spending_last_year", "lead.technology_spending", "amount", "m.year == input.last_year"),
)

_OF_ALL: Final = (
    *(f"input.found.{name}" for name in FOUND),
    'startswith(input.lead.seat, "1301")',
    "input.lead.three_years_on <= input.day",
    "input.lead.is_legal_person",
    "not input.lead.has_adverse_record",
    "count([1 | some m in input.partners; m.has_adverse_record]) == 0",
    "fixed_staff >= 15",
    "not input.own.technical_leader_has_adverse_record",
    "rd_area >= 5000000",
    "equipment_value >= 200000000",
    "higher_centres_same_field <= 0",
)
_OF_ENTERPRISES: Final = (
    "input.own.has_rd_unit",
    "input.found.rd_unit_independent",
    "sales_revenue_last_year >= 2000000000",
    "technology_spending_last_year >= 100000000",
)
_OF_JOINT: Final = (
    "input.own.one_lead_named",
    "input.agreement.exists",
    "count([1 | some m in input.partners; not m.signed_agreement]) == 0",
    "input.agreement.signed_on <= input.day",
    "input.own.agreement_states_mode",
    "input.own.agreement_states_people",
    "input.agreement.states_tasks",
    "input.agreement.states_rights",
    "2 * own_equipment_value >= equipment_value",
    "2 * own_researchers >= researchers",
    "2 * own_projects >= projects",
    "2 * own_results >= results",
)


def _rules(kind: str, conditions: tuple[str, ...]) -> str:
    return "".join(f"{kind} contains {number} if {{ {text} }}\n" for number, text in enumerate(conditions))


_MODULE: Final = (
    "package entry\nimport rego.v1\n\n"
    + "\n".join(_SUMS)
    + """
firm(m) if m.kind == "企业"
firm(m) if { m.kind == "新型研发机构"; m.legal_form == "企业法人" }
default enterprise := false
enterprise if firm(input.lead)
default joint := false
joint if partner_count >= 1
"""
    + _rules("of_all", _OF_ALL)
    + _rules("of_enterprises", _OF_ENTERPRISES)
    + _rules("of_joint", _OF_JOINT)
    + f"""
default passes := false
of_leads if {{ enterprise; count(of_enterprises) == {len(_OF_ENTERPRISES)} }}
of_leads if {{ not enterprise; city_enterprise_partners >= 2 }}
of_partners if not joint
of_partners if count(of_joint) == {len(_OF_JOINT)}
passes if {{ count(of_all) == {len(_OF_ALL)}; of_leads; of_partners }}
"""
)
"""The norms that are met, as sets; the verdict is that none is wanting."""


def _ready() -> Decide:
    from regopy import Interpreter

    rego = Interpreter()
    rego.add_module("entry", _MODULE)
    bundle = rego.build("passes = data.entry.passes")

    def decide(facts: Facts) -> bool:
        rego.set_input(facts)
        return json.loads(str(rego.query_bundle(bundle)))["bindings"]["passes"] is True

    return decide


PEER = Peer("Rego (rego-cpp)", "regopy", _SAYS, _ready, listed)
