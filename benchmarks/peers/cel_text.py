"""The entry norms in the Common Expression Language, one text for its three implementations.

What it cannot say: sums over a list (it has no fold), so the two that are needed come ready-made; and open values with
their points, so it is asked of dossiers with nothing missing.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from benchmarks.facts import FOUND, Facts, listed
from benchmarks.handwritten import centre as of_centre
from benchmarks.handwritten.amounts import stated as stated_or_listed
from tic_rules import Dossier

SAYS: Final = "46 of the 48 norms (not the preferences); counts its lists; sums ready-made; no open values"


def _total(name: str, otherwise: str) -> str:
    return f"(has(stated.{name}) ? stated.{name} : {otherwise})"


def _count(name: str, listed: str, where: str = "") -> str:
    return _total(name, f"size({listed}.filter(m, {where}))" if where else f"size({listed})")


def _year(name: str, series: str, bound: int) -> str:
    entry = f"lead.{series}.exists(y, y.year == last_year && y.amount >= {bound})"
    return f"(has(stated.{name}) ? stated.{name} >= {bound} : {entry})"


def _half(part: str, whole: str) -> str:
    return f"2 * {part} >= {whole}"


_ENTERPRISE: Final = '(lead.kind == "企业" || (lead.kind == "新型研发机构" && lead.legal_form == "企业法人"))'
_JOINT: Final = _count("partner_count", "partners") + " >= 1"
_FIRM: Final = (
    '(m.kind == "企业" || (m.kind == "新型研发机构" && m.legal_form == "企业法人")) && m.seat.startsWith("1301")'
)
_OWN: Final = 'm.unit == "依托单位"'

_OF_ALL: Final = (
    *(f"found.{name}" for name in FOUND),
    'lead.seat.startsWith("1301")',
    "lead.three_years_on <= day",
    "lead.is_legal_person",
    "!lead.has_adverse_record",
    "partners.all(m, !m.has_adverse_record)",
    _count("fixed_staff", "centre.staff", 'm.fixed && m.unit in ["依托单位", "共建单位"]') + " >= 15",
    "!own.technical_leader_has_adverse_record",
    "sums.rd_area >= 5000000",
    "sums.equipment_value >= 200000000",
    _count(
        "higher_centres_same_field",
        "lead.other_centres",
        'm.level in ["国家级", "省级"] && m.same_field_and_direction',
    )
    + " <= 0",
)
_OF_ENTERPRISES: Final = (
    "own.has_rd_unit",
    "found.rd_unit_independent",
    _year("sales_revenue_last_year", "sales_revenue", 2_000_000_000),
    _year("technology_spending_last_year", "technology_spending", 100_000_000),
)
_OF_OTHERS: Final = _count("city_enterprise_partners", "partners", _FIRM) + " >= 2"
_OF_JOINT: Final = (
    "own.one_lead_named",
    "agreement.exists && partners.all(m, m.signed_agreement) && agreement.signed_on <= day",
    "!agreement.exists || own.agreement_states_mode",
    "!agreement.exists || own.agreement_states_people",
    "!agreement.exists || agreement.states_tasks",
    "!agreement.exists || agreement.states_rights",
    _half("sums.own_equipment_value", "sums.equipment_value"),
    _half(
        _count("own_researchers", "centre.staff", f'm.role == "科研" && {_OWN}'),
        _count("researchers", "centre.staff", 'm.role == "科研"'),
    ),
    _half(_count("own_projects", "centre.projects", _OWN), _count("projects", "centre.projects")),
    _half(_count("own_results", "centre.results", _OWN), _count("results", "centre.results")),
)

NORMS: Final = (
    f"[{', '.join(_OF_ALL)}] + ({_ENTERPRISE} ? [{', '.join(_OF_ENTERPRISES)}] : [{_OF_OTHERS}])"
    f" + ({_JOINT} ? [{', '.join(_OF_JOINT)}] : [])"
)
"""The truth of each norm that is asked, in one expression, which is the fastest form: conditions that several norms
share are evaluated once, at their head."""


def with_sums(dossier: Dossier, on: date) -> Facts:
    """The facts with their lists, and beside them the sums that the language has no word for."""
    facts = listed(dossier, on)
    centre, stated = dossier.centre, facts["stated"]
    own_equipment, equipment = of_centre.equipment(None if centre is None else centre.equipment)
    area = of_centre.rd_area(None if centre is None else centre.premises)
    sums = {"rd_area": area, "equipment_value": equipment, "own_equipment_value": own_equipment}
    facts["sums"] = {name: stated_or_listed(amount, stated.get(name))[0] for name, amount in sums.items()}
    return facts
