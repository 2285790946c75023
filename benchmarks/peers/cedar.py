"""Cedar, a language of authorisation, by its Rust implementation."""

from __future__ import annotations

from typing import Final

from benchmarks.facts import FOUND, Facts, flat
from benchmarks.peers.peer import Decide, Peer

_SAYS: Final = (
    "46 of the 48 norms (not the preferences); counts and sums ready-made, for it has neither; no open values"
)

_ENTERPRISE: Final = '(context.kind == "企业" || (context.kind == "新型研发机构" && context.legal_form == "企业法人"))'
_OF_ALL: Final = (
    *(f"context.found_{name}" for name in FOUND),
    "context.in_city",
    "context.three_years_on <= context.day",
    "context.is_legal_person",
    "!context.has_adverse_record",
    "context.partners_clean",
    "context.fixed_staff >= 15",
    "!context.technical_leader_has_adverse_record",
    "context.rd_area >= 5000000",
    "context.equipment_value >= 200000000",
    "context.higher_centres_same_field <= 0",
)
_OF_ENTERPRISES: Final = (
    "context.has_rd_unit",
    "context.found_rd_unit_independent",
    "context.sales_revenue_last_year >= 2000000000",
    "context.technology_spending_last_year >= 100000000",
)
_OF_OTHERS: Final = ("context.city_enterprise_partners >= 2",)
_OF_JOINT: Final = (
    "context.one_lead_named",
    "context.has_agreement",
    "context.partners_signed",
    "context.signed_on <= context.day",
    "context.agreement_states_mode",
    "context.agreement_states_people",
    "context.states_tasks",
    "context.states_rights",
    "2 * context.own_equipment_value >= context.equipment_value",
    "2 * context.own_researchers >= context.researchers",
    "2 * context.own_projects >= context.projects",
    "2 * context.own_results >= context.results",
)


def _forbid(norm: str, only: str = "") -> str:
    head = f"when {{ {only} }} " if only else ""
    return f"forbid(principal, action, resource) {head}unless {{ {norm} }};\n"


_POLICIES: Final = (
    "permit(principal, action, resource);\n"
    + "".join(_forbid(norm) for norm in _OF_ALL)
    + "".join(_forbid(norm, _ENTERPRISE) for norm in _OF_ENTERPRISES)
    + "".join(_forbid(norm, f"!{_ENTERPRISE}") for norm in _OF_OTHERS)
    + "".join(_forbid(norm, "context.partner_count >= 1") for norm in _OF_JOINT)
)
"""Everyone may enter who is not forbidden to: one policy a norm, so that its answer names those that were not met."""


def _ready() -> Decide:
    import cedarpy

    policies = cedarpy.PolicySet.from_str(_POLICIES)
    entities = cedarpy.Entities.from_json_str("[]")
    request = {"principal": 'Unit::"lead"', "action": 'Action::"enter"', "resource": 'City::"shijiazhuang"'}

    def decide(facts: Facts) -> bool:
        return cedarpy.is_authorized(request | {"context": facts}, policies, entities).allowed is True

    return decide


PEER = Peer("Cedar", "cedarpy", _SAYS, _ready, flat)
