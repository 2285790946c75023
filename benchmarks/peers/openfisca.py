"""OpenFisca, a microsimulation engine over arrays of people; here with one."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from benchmarks.facts import FLAGS, FOUND, Facts, flat
from benchmarks.peers.peer import Decide, Peer
from tic_rules import Dossier

_SAYS: Final = (
    "46 of the 48 norms (not the preferences), a variable each; counts and sums ready-made; one applicant;"
    " amounts in whole 元 below 2,147,483,648; no open values"
)

_NUMBERS: Final = (
    "day",
    "three_years_on",
    "signed_on",
    "partner_count",
    "city_enterprise_partners",
    "fixed_staff",
    "researchers",
    "own_researchers",
    "rd_area",
    "equipment_value",
    "own_equipment_value",
    "projects",
    "own_projects",
    "results",
    "own_results",
    "higher_centres_same_field",
    "sales_revenue_last_year",
    "technology_spending_last_year",
)
_YEAR: Final = "2026"
_TEXTS: Final = ("kind", "legal_form")
_FOUND: Final = tuple(f"found_{name}" for name in (*FOUND, "rd_unit_independent"))
_BOOLEANS: Final = (
    "in_city",
    "is_legal_person",
    "has_adverse_record",
    "partners_clean",
    "partners_signed",
    "has_agreement",
    "states_tasks",
    "states_rights",
    *FLAGS,
    *_FOUND,
)

# Its whole numbers have 32 bits and its others 24: amounts are handed over in whole 元 and whole square metres.
_MONEY: Final = (
    "equipment_value",
    "own_equipment_value",
    "sales_revenue_last_year",
    "technology_spending_last_year",
)


def _prepare(dossier: Dossier, on: date) -> Facts:
    """The flat facts, in units that fit."""
    facts = flat(dossier, on)
    facts |= {name: facts[name] // 100 for name in _MONEY}
    facts["rd_area"] //= 10_000
    return facts


# Each norm over arrays of facts; ``f`` gives the array of a fact or of another variable.
_NORMS: Final[dict[str, Any]] = {
    **{f"norm_{name}": lambda f, name=name: f(f"found_{name}") for name in FOUND},
    "norm_registered_in_city": lambda f: f("in_city"),
    "norm_registered_three_years": lambda f: f("three_years_on") <= f("day"),
    "norm_legal_person": lambda f: f("is_legal_person"),
    "norm_no_adverse_record": lambda f: ~f("has_adverse_record") & f("partners_clean"),
    "norm_staff": lambda f: f("fixed_staff") >= 15,
    "norm_technical_leader_record": lambda f: ~f("technical_leader_has_adverse_record"),
    "norm_premises": lambda f: f("rd_area") >= 500,
    "norm_equipment": lambda f: f("equipment_value") >= 2_000_000,
    "norm_no_duplicate": lambda f: f("higher_centres_same_field") <= 0,
    "norm_rd_unit": lambda f: ~f("enterprise") | f("has_rd_unit"),
    "norm_rd_unit_independent": lambda f: ~f("enterprise") | ~f("has_rd_unit") | f("found_rd_unit_independent"),
    "norm_sales_revenue": lambda f: ~f("enterprise") | (f("sales_revenue_last_year") >= 20_000_000),
    "norm_technology_spending": lambda f: ~f("enterprise") | (f("technology_spending_last_year") >= 1_000_000),
    "norm_other_lead_joins_firms": lambda f: f("enterprise") | (f("city_enterprise_partners") >= 2),
    "norm_one_lead": lambda f: ~f("joint") | f("one_lead_named"),
    "norm_agreement": lambda f: (
        ~f("joint") | (f("has_agreement") & f("partners_signed") & (f("signed_on") <= f("day")))
    ),
    "norm_agreement_mode": lambda f: ~f("joint") | ~f("has_agreement") | f("agreement_states_mode"),
    "norm_agreement_people": lambda f: ~f("joint") | ~f("has_agreement") | f("agreement_states_people"),
    "norm_agreement_tasks": lambda f: ~f("joint") | ~f("has_agreement") | f("states_tasks"),
    "norm_agreement_rights": lambda f: ~f("joint") | ~f("has_agreement") | f("states_rights"),
    "norm_own_conditions": lambda f: ~f("joint") | (2 * f("own_equipment_value") >= f("equipment_value")),
    "norm_own_staff": lambda f: ~f("joint") | (2 * f("own_researchers") >= f("researchers")),
    "norm_own_projects": lambda f: ~f("joint") | (2 * f("own_projects") >= f("projects")),
    "norm_own_results": lambda f: ~f("joint") | (2 * f("own_results") >= f("results")),
}


def _enterprise(f: Any) -> Any:
    return (f("kind") == "企业") | ((f("kind") == "新型研发机构") & (f("legal_form") == "企业法人"))


def _ready() -> Decide:
    from openfisca_core.entities import Entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    unit = Entity("unit", "units", "An applicant", "")
    system = TaxBenefitSystem([unit])

    def add(name: str, kind: type, formula: Any = None) -> None:
        body: dict[str, Any] = {
            "value_type": kind,
            "entity": unit,
            "definition_period": DateUnit.YEAR,
            "label": name,
        }
        if formula is not None:
            body["formula"] = lambda people, period, _parameters: formula(lambda read: people(read, period))
        system.add_variable(type(name, (Variable,), body))

    for names, kind in ((_NUMBERS, int), (_TEXTS, str), (_BOOLEANS, bool)):
        for name in names:
            add(name, kind)
    add("enterprise", bool, _enterprise)
    add("joint", bool, lambda f: f("partner_count") >= 1)
    for name, formula in _NORMS.items():
        add(name, bool, formula)

    def decide(facts: Facts) -> bool:
        situation = {"units": {"lead": {name: {_YEAR: value} for name, value in facts.items()}}}
        simulation = SimulationBuilder().build_from_entities(system, situation)
        truths = [simulation.calculate(name, _YEAR)[0] for name in _NORMS]
        return all(bool(truth) for truth in truths)

    return decide


PEER = Peer("OpenFisca", "openfisca-core", _SAYS, _ready, _prepare)
