"""durable_rules, a rule engine by the Rete algorithm in C."""

from __future__ import annotations

from datetime import date
from functools import reduce
from itertools import count
from operator import and_
from typing import Any, Final

from benchmarks.facts import FOUND, Facts, flat
from benchmarks.peers.peer import Decide, Peer
from tic_rules import Dossier

_SAYS: Final = (
    "46 of the 48 norms (not the preferences), as one rule; counts, sums, halves and days ready-made; no open values"
)


def _prepare(dossier: Dossier, on: date) -> Facts:
    """The flat facts, with what it cannot reckon: differences of days, and of twice a part and its whole."""
    facts = flat(dossier, on)
    facts["three_years_before"] = facts["day"] - facts["three_years_on"]
    facts["signed_before"] = facts["day"] - facts["signed_on"]
    facts["spare_equipment"] = 2 * facts["own_equipment_value"] - facts["equipment_value"]
    facts["spare_researchers"] = 2 * facts["own_researchers"] - facts["researchers"]
    facts["spare_projects"] = 2 * facts["own_projects"] - facts["projects"]
    facts["spare_results"] = 2 * facts["own_results"] - facts["results"]
    return facts


def _conditions(m: Any) -> list[Any]:
    """The norms as conditions on one event."""
    of_enterprises = (
        (m.has_rd_unit == True)  # noqa: E712
        & (m.found_rd_unit_independent == True)  # noqa: E712
        & (m.sales_revenue_last_year >= 2_000_000_000)
        & (m.technology_spending_last_year >= 100_000_000)
    )
    of_joint = (
        (m.one_lead_named == True)  # noqa: E712
        & (m.has_agreement == True)  # noqa: E712
        & (m.partners_signed == True)  # noqa: E712
        & (m.signed_before >= 0)
        & (m.agreement_states_mode == True)  # noqa: E712
        & (m.agreement_states_people == True)  # noqa: E712
        & (m.states_tasks == True)  # noqa: E712
        & (m.states_rights == True)  # noqa: E712
        & (m.spare_equipment >= 0)
        & (m.spare_researchers >= 0)
        & (m.spare_projects >= 0)
        & (m.spare_results >= 0)
    )
    is_company = (m.kind == "新型研发机构") & (m.legal_form == "企业法人")
    is_other = (m.kind != "企业") & ((m.kind != "新型研发机构") | (m.legal_form != "企业法人"))
    return [
        *(getattr(m, f"found_{name}") == True for name in FOUND),  # noqa: E712
        m.in_city == True,  # noqa: E712
        m.three_years_before >= 0,
        m.is_legal_person == True,  # noqa: E712
        m.has_adverse_record == False,  # noqa: E712
        m.partners_clean == True,  # noqa: E712
        m.fixed_staff >= 15,
        m.technical_leader_has_adverse_record == False,  # noqa: E712
        m.rd_area >= 5_000_000,
        m.equipment_value >= 200_000_000,
        m.higher_centres_same_field <= 0,
        (((m.kind == "企业") | is_company) & of_enterprises) | (is_other & (m.city_enterprise_partners >= 2)),
        (m.partner_count < 1) | of_joint,
    ]


def _ready() -> Decide:
    from durable.lang import m, post, ruleset, when_all

    # Its rulesets belong to the process: each made ready here has a name of its own.
    name = f"entry{next(_NUMBERS)}"
    passed: list[bool] = []

    def passes(_: Any) -> None:
        passed.append(True)

    def always(_: Any) -> None:
        """An event that no rule takes is an error to it."""

    with ruleset(name):
        when_all(reduce(and_, _conditions(m)))(passes)
        when_all(+m.day)(always)

    def decide(facts: Facts) -> bool:
        passed.clear()
        post(name, facts)
        return bool(passed)

    return decide


_NUMBERS: Final = count(1)

PEER = Peer("durable_rules", "durable-rules", _SAYS, _ready, _prepare)
