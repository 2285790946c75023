"""Dossiers as plain facts for other engines: whole numbers, texts, Booleans and lists of such.

What a peer cannot read for itself (amounts with units, days, whose answer counts) is done here with the handwritten
readers, as fast as it goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import BaseModel

from benchmarks.handwritten import centre as of_centre
from benchmarks.handwritten import units
from benchmarks.handwritten.amounts import Amount, in_steps, own_facts, stated
from benchmarks.handwritten.findings import answers
from benchmarks.handwritten.norms import three_years_on
from tic_rules import Dossier
from tic_rules.facts.units import YearAmount

Facts = dict[str, Any]

FLAGS = (
    "one_lead_named",
    "has_rd_unit",
    "technical_leader_has_adverse_record",
    "agreement_states_mode",
    "agreement_states_people",
)


def listed(dossier: Dossier, on: date) -> Facts:
    """All that the entry norms read, with the lists; what is not told is ``None`` or left out."""
    day = application_day(dossier, on)
    own, totals = own_facts(dossier)
    lead, centre = dossier.lead, dossier.centre
    facts: Facts = {
        "day": _number(day),
        "last_year": day.year - 1,
        "lead": {},
        "partners": [
            {
                "kind": unit.kind,
                "legal_form": unit.legal_form,
                "seat": unit.seat,
                "has_adverse_record": unit.has_adverse_record,
                "signed_agreement": unit.signed_agreement,
            }
            for unit in dossier.partners or ()
        ],
        "agreement": _agreement(dossier, on),
        "centre": {},
        "own": own,
        "stated": totals,
        "found": {_FOUND[name]: answer for name, answer in answers(dossier, on).items() if name in _FOUND},
    }
    if lead is not None:
        facts["lead"] = {
            "kind": lead.kind,
            "legal_form": lead.legal_form,
            "seat": lead.seat,
            "three_years_on": None if lead.registered_on is None else _number(three_years_on(lead.registered_on)),
            "is_legal_person": lead.is_legal_person,
            "has_adverse_record": lead.has_adverse_record,
            "sales_revenue": _years(lead.sales_revenue),
            "technology_spending": _years(lead.technology_spending),
            "other_centres": [
                {"level": other.level, "same_field_and_direction": other.same_field_and_direction}
                for other in lead.other_centres or ()
            ],
        }
    if centre is not None:
        facts["centre"] = {
            "staff": [{"fixed": who.fixed, "unit": who.unit, "role": who.role} for who in centre.staff or ()],
            "premises": [
                {"use": rooms.use, "area": None if rooms.area is None else in_steps(rooms.area)}
                for rooms in centre.premises or ()
            ],
            "equipment": [
                {"unit": piece.unit, "value": None if piece.value is None else in_steps(piece.value)}
                for piece in centre.equipment or ()
            ],
            "projects": [{"unit": project.unit} for project in centre.projects or ()],
            "results": [{"unit": result.unit} for result in centre.results or ()],
        }
    return facts


def flat(dossier: Dossier, on: date) -> Facts:
    """The same with all counts and sums made; what nobody asks of this applicant is zero, false or empty."""
    day = application_day(dossier, on)
    own, totals = own_facts(dossier)
    lead, agreement = dossier.lead, _agreement(dossier, on)
    partners = units.partners(dossier.partners)
    found = answers(dossier, on)
    facts: Facts = {
        "day": _number(day),
        "kind": "" if lead is None else lead.kind or "",
        "legal_form": "" if lead is None else lead.legal_form or "",
        "in_city": lead is not None and (lead.seat or "").startswith("1301"),
        "three_years_on": (
            0 if lead is None or lead.registered_on is None else _number(three_years_on(lead.registered_on))
        ),
        "is_legal_person": lead is not None and lead.is_legal_person is True,
        "has_adverse_record": lead is None or lead.has_adverse_record is not False,
        "partners_clean": partners.no_adverse_record is True,
        "partners_signed": partners.signed is True,
        "has_agreement": agreement["exists"],
        "signed_on": agreement.get("signed_on") or 0,
        "states_tasks": agreement.get("states_tasks") is True,
        "states_rights": agreement.get("states_rights") is True,
        **{name: own.get(name, False) for name in FLAGS},
        **{f"found_{name}": found.get(finding, False) for finding, name in _FOUND.items()},
    }
    for name, amount in counted(dossier, day, on).items():
        facts[name] = stated(amount, totals.get(name))[0]
    return facts


def counted(dossier: Dossier, day: date, on: date) -> dict[str, Amount]:
    """Every count and sum of the entry norms, by the name under which it can be stated instead."""
    lead, centre = dossier.lead, dossier.centre
    partners = units.partners(dossier.partners)
    staff = of_centre.staff(None if centre is None else centre.staff)
    own_equipment, equipment = of_centre.equipment(None if centre is None else centre.equipment)
    own_projects, projects = of_centre.of_lead(None if centre is None else centre.projects, "", "", "")
    own_results, results = of_centre.of_lead(None if centre is None else centre.results, "", "", "")
    known = (day, on, dossier.stated_on, None if lead is None else lead.registered_on)
    return {
        "partner_count": partners.number,
        "city_enterprise_partners": partners.firms_of_city,
        "fixed_staff": staff.fixed,
        "researchers": staff.researchers,
        "own_researchers": staff.own_researchers,
        "rd_area": of_centre.rd_area(None if centre is None else centre.premises),
        "equipment_value": equipment,
        "own_equipment_value": own_equipment,
        "projects": projects,
        "own_projects": own_projects,
        "results": results,
        "own_results": own_results,
        "higher_centres_same_field": units.higher_centres(None if lead is None else lead.other_centres),
        "sales_revenue_last_year": units.last_full_year(None if lead is None else lead.sales_revenue, "", *known),
        "technology_spending_last_year": units.last_full_year(
            None if lead is None else lead.technology_spending, "", *known
        ),
    }


def application_day(dossier: Dossier, on: date) -> date:
    """The submission day; the as-of day while nothing has been submitted."""
    submitted = None if dossier.application is None else dossier.application.submitted_on
    return submitted if isinstance(submitted, date) and submitted <= on else on


def _agreement(dossier: Dossier, on: date) -> Facts:
    agreement = dossier.agreement
    if not isinstance(agreement, BaseModel) or (agreement.signed_on is not None and agreement.signed_on > on):
        return {"exists": False}
    return {
        "exists": True,
        "signed_on": None if agreement.signed_on is None else _number(agreement.signed_on),
        "states_tasks": agreement.states_tasks,
        "states_rights": agreement.states_rights,
    }


def _years(series: Iterable[YearAmount] | None) -> list[Facts]:
    return [
        {"year": entry.year, "amount": in_steps(entry.amount)} for entry in series or () if entry.amount is not None
    ]


def _number(day: date) -> int:
    """A day as 20261121."""
    return day.year * 10_000 + day.month * 100 + day.day


FOUND = (
    "research_strength",
    "technical_advantage",
    "key_field",
    "direction_clear",
    "field_features",
    "results",
    "cooperation_basis",
    "project_capacity",
    "conversion_experience",
    "integration_capacity",
    "technical_leader",
    "team",
    "economic_strength",
    "reputation",
    "support",
    "responsibility",
    "test_conditions",
    "test_capacity",
    "premises_concentrated",
    "common_technology",
    "name_and_content",
    "goals",
)
"""The findings asked of every applicant; one more, ``rd_unit_independent``, is asked of enterprises."""
_FOUND = {f"sjz.{name.replace('_', '-')}-found": name for name in (*FOUND, "rd_unit_independent")}
