"""The 48 entry norms, and the dossiers that are refused for contradicting themselves."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from benchmarks.handwritten import centre as of_centre
from benchmarks.handwritten import units
from benchmarks.handwritten.amounts import (
    NOTHING,
    RefusedError,
    at_least,
    at_least_half,
    at_most,
    check_part,
    own_facts,
    stated,
)
from benchmarks.handwritten.findings import answers
from benchmarks.handwritten.kleene import Kleene, Open, both, every, given, is_false, is_true, opposite, unknown
from tic_rules import Dossier
from tic_rules.facts.centre import Centre, Director
from tic_rules.facts.units import LeadUnit

_NO_LEAD: Final = LeadUnit()
_NO_CENTRE: Final = Centre()
_PREFERENCES: Final = ("sjz.prefer-joint", "sjz.prefer-enterprise")

_FOUND: Final = {
    f"sjz.{name}": (f"sjz.{name}-found", unknown(f"sjz.{name}-found"))
    for name in (
        "research-strength",
        "technical-advantage",
        "key-field",
        "direction-clear",
        "field-features",
        "results",
        "cooperation-basis",
        "project-capacity",
        "conversion-experience",
        "integration-capacity",
        "technical-leader",
        "team",
        "economic-strength",
        "reputation",
        "support",
        "responsibility",
        "test-conditions",
        "test-capacity",
        "premises-concentrated",
        "common-technology",
        "name-and-content",
        "goals",
    )
}
"""The norms that are a finding and nothing else."""
_INDEPENDENT: Final = "sjz.rd-unit-independent-found"
_INDEPENDENT_NEEDED: Final = unknown(_INDEPENDENT)

_SEAT: Final = unknown("lead.seat")
_LEGAL_PERSON: Final = unknown("lead.is_legal_person")
_ADVERSE: Final = unknown("lead.has_adverse_record")
_KIND: Final = unknown("lead.kind")
_LEGAL_FORM: Final = unknown("lead.legal_form")
_KIND_AND_FORM: Final = unknown("lead.kind", "lead.legal_form")
_AGREEMENT: Final = unknown("agreement")
_SIGNED: Final = unknown("agreement.signed_on")
_TASKS: Final = unknown("agreement.states_tasks")
_RIGHTS: Final = unknown("agreement.states_rights")
_SUBMITTED: Final = unknown("application.submitted_on")
_REGISTERED: Final = unknown("lead.registered_on")
_OWN: Final = {
    name: unknown(f"shijiazhuang.{name}")
    for name in (
        "one_lead_named",
        "has_rd_unit",
        "technical_leader_has_adverse_record",
        "agreement_states_mode",
        "agreement_states_people",
    )
}


class Decided(NamedTuple):
    """What the track comes to, and each norm."""

    value: Kleene
    norms: dict[str, Kleene]


def decide(dossier: Dossier, on: date) -> Decided:
    """The entry track of Shijiazhuang as of a day; raises RefusedError for a dossier that contradicts itself."""
    own, totals = own_facts(dossier)
    found = answers(dossier, on)
    lead = _NO_LEAD if dossier.lead is None else dossier.lead
    centre = _NO_CENTRE if dossier.centre is None else dossier.centre
    submitted = None if dossier.application is None else dossier.application.submitted_on
    if submitted is not None and (isinstance(submitted, str) or submitted > on):
        submitted = on

    # --- what is counted and summed, each total held against its list ---------------------------------------------
    partners = units.partners(dossier.partners)
    partner_count = stated(partners.number, totals.get("partner_count"))
    academic = stated(partners.academic, totals.get("academic_partners"))
    firms = stated(partners.firms_of_city, totals.get("city_enterprise_partners"))
    staff = of_centre.staff(centre.staff)
    fixed_staff = stated(staff.fixed, totals.get("fixed_staff"))
    researchers = stated(staff.researchers, totals.get("researchers"))
    own_researchers = stated(staff.own_researchers, totals.get("own_researchers"))
    stated(staff.managers, totals.get("full_time_managers"))
    area = stated(of_centre.rd_area(centre.premises), totals.get("rd_area"))
    own_equipment, equipment = of_centre.equipment(centre.equipment)
    equipment = stated(equipment, totals.get("equipment_value"))
    own_equipment = stated(own_equipment, totals.get("own_equipment_value"))
    own_projects, projects = of_centre.of_lead(
        centre.projects, "centre.projects", "shijiazhuang.own_projects", "shijiazhuang.projects"
    )
    projects = stated(projects, totals.get("projects"))
    own_projects = stated(own_projects, totals.get("own_projects"))
    own_results, results = of_centre.of_lead(
        centre.results, "centre.results", "shijiazhuang.own_results", "shijiazhuang.results"
    )
    results = stated(results, totals.get("results"))
    own_results = stated(own_results, totals.get("own_results"))
    higher = stated(units.higher_centres(lead.other_centres), totals.get("higher_centres_same_field"))
    registered = lead.registered_on
    known = (submitted, on, dossier.stated_on, registered)
    sales = units.last_full_year(lead.sales_revenue, "lead.sales_revenue", *known)
    sales = stated(sales, totals.get("sales_revenue_last_year"))
    spending = units.last_full_year(lead.technology_spending, "lead.technology_spending", *known)
    spending = stated(spending, totals.get("technology_spending_last_year"))
    check_part(own_equipment, equipment)
    check_part(own_researchers, researchers)
    check_part(own_projects, projects)
    check_part(own_results, results)
    _check_bodies(centre, totals, on)

    # --- who asks what ----------------------------------------------------------------------------------------------
    enterprise = _enterprise_lead(lead)
    joint = at_least(partner_count, 1)
    agreement = dossier.agreement
    has_agreement: Kleene
    signed_on: Kleene
    tasks: Kleene
    rights: Kleene
    if agreement is None:
        has_agreement, signed_on, tasks, rights = _AGREEMENT, _signed_on(None, submitted), _TASKS, _RIGHTS
    elif isinstance(agreement, str) or (agreement.signed_on is not None and agreement.signed_on > on):
        has_agreement = signed_on = tasks = rights = False
    else:
        has_agreement = True
        signed_on = _signed_on(agreement.signed_on, submitted)
        tasks, rights = is_true(agreement.states_tasks, _TASKS), is_true(agreement.states_rights, _RIGHTS)
    of_agreement = both(joint, has_agreement)
    rd_unit = is_true(own.get("has_rd_unit"), _OWN["has_rd_unit"])

    norms = {name: _answered(found.get(finding), open_) for name, (finding, open_) in _FOUND.items()}
    norms["sjz.prefer-joint"] = given(enterprise, at_least(academic, 1))
    norms["sjz.registered-in-city"] = _seat(lead.seat)
    norms["sjz.registered-three-years"] = _registered_three_years(registered, submitted)
    norms["sjz.legal-person"] = is_true(lead.is_legal_person, _LEGAL_PERSON)
    norms["sjz.one-lead"] = given(joint, is_true(own.get("one_lead_named"), _OWN["one_lead_named"]))
    norms["sjz.no-adverse-record"] = both(is_false(lead.has_adverse_record, _ADVERSE), partners.no_adverse_record)
    norms["sjz.prefer-enterprise"] = enterprise
    norms["sjz.rd-unit"] = given(enterprise, rd_unit)
    independent = _answered(found.get(_INDEPENDENT), _INDEPENDENT_NEEDED)
    norms["sjz.rd-unit-independent"] = given(both(enterprise, rd_unit), independent)
    norms["sjz.sales-revenue"] = given(enterprise, at_least(sales, 2_000_000_000))
    norms["sjz.technology-spending"] = given(enterprise, at_least(spending, 100_000_000))
    norms["sjz.other-lead-joins-firms"] = given(opposite(enterprise), at_least(firms, 2))
    norms["sjz.staff"] = at_least(fixed_staff, 15)
    leader_record = own.get("technical_leader_has_adverse_record")
    norms["sjz.technical-leader-record"] = is_false(leader_record, _OWN["technical_leader_has_adverse_record"])
    norms["sjz.premises"] = at_least(area, 5_000_000)
    norms["sjz.equipment"] = at_least(equipment, 200_000_000)
    norms["sjz.agreement"] = given(joint, every((has_agreement, partners.signed, signed_on)))
    mode = is_true(own.get("agreement_states_mode"), _OWN["agreement_states_mode"])
    norms["sjz.agreement-mode"] = given(of_agreement, mode)
    people = is_true(own.get("agreement_states_people"), _OWN["agreement_states_people"])
    norms["sjz.agreement-people"] = given(of_agreement, people)
    norms["sjz.agreement-tasks"] = given(of_agreement, tasks)
    norms["sjz.agreement-rights"] = given(of_agreement, rights)
    norms["sjz.own-conditions"] = given(joint, at_least_half(own_equipment, equipment))
    norms["sjz.own-staff"] = given(joint, at_least_half(own_researchers, researchers))
    norms["sjz.own-projects"] = given(joint, at_least_half(own_projects, projects))
    norms["sjz.own-results"] = given(joint, at_least_half(own_results, results))
    norms["sjz.no-duplicate"] = at_most(higher, 0)
    return Decided(every(value for name, value in norms.items() if name not in _PREFERENCES), norms)


def _answered(answer: bool | None, open_: Open) -> Kleene:
    if answer is None:
        return open_
    return answer


def _enterprise_lead(lead: LeadUnit) -> Kleene:
    """An enterprise, or a new-type institution that is a company."""
    kind, form = lead.kind, lead.legal_form
    if kind is None:
        if form is None:
            return _KIND_AND_FORM
        return _KIND
    if kind == "企业":
        return True
    if kind != "新型研发机构":
        return False
    if form is None:
        return _LEGAL_FORM
    return form == "企业法人"


def _seat(seat: str | None) -> Kleene:
    if seat is None or seat == "130000":
        return _SEAT
    return seat.startswith("1301")


def _registered_three_years(registered: date | None, submitted: date | None) -> Kleene:
    if registered is None or submitted is None:
        return both(_REGISTERED if registered is None else True, _SUBMITTED if submitted is None else True)
    return submitted >= three_years_on(registered)


def three_years_on(day: date) -> date:
    """The day on which three years from a day end."""
    try:
        return day.replace(year=day.year + 3)
    except ValueError:  # 29 February: the period ends on the month's last day
        return day.replace(year=day.year + 3, day=28)


def _signed_on(signed: date | None, submitted: date | None) -> Kleene:
    """Signed on or before the application day."""
    if signed is None or submitted is None:
        return both(_SIGNED if signed is None else True, _SUBMITTED if submitted is None else True)
    return signed <= submitted


def _check_bodies(centre: Centre, totals: dict[str, int], on: date) -> None:
    """Refuses what contradicts itself where only other questions than entry ask: a dossier is taken as a whole."""
    if isinstance(centre.board, str):
        of_lead = of_partners = NOTHING
    else:
        of_lead, of_partners = of_centre.board(None if centre.board is None else centre.board.members)
    stated(of_lead, totals.get("board_members_of_lead"))
    stated(of_partners, totals.get("board_members_of_partners"))
    if isinstance(centre.committee, str):
        of_parties = members = NOTHING
    else:
        of_parties, members = of_centre.committee(None if centre.committee is None else centre.committee.members)
    of_parties = stated(of_parties, totals.get("committee_members_of_parties"))
    check_part(of_parties, stated(members, totals.get("committee_members")))
    born = centre.director.born_on if isinstance(centre.director, Director) else None
    if born is not None and born > on:
        raise RefusedError(born)
