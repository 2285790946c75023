"""GoRules zen, a decision engine in Rust."""

from __future__ import annotations

from typing import Final

from benchmarks.facts import FOUND, Facts, listed
from benchmarks.peers.peer import Decide, Peer

_SAYS: Final = "46 of the 48 norms (not the preferences); counts and sums its lists; no open values"


def _stated(name: str, otherwise: str) -> str:
    return f"(stated.{name} ?? {otherwise})"


def _count(name: str, listed_: str, where: str = "") -> str:
    return _stated(name, f"count({listed_}, {where})" if where else f"len({listed_})")


def _sum(name: str, listed_: str, each: str, where: str) -> str:
    return _stated(name, f"sum(map(filter({listed_}, {where}), #.{each}))")


def _year(name: str, series: str, bound: int) -> str:
    return f"(stated.{name} ?? sum(map(filter(lead.{series}, #.year == last_year), #.amount))) >= {bound}"


_ENTERPRISE: Final = "(lead.kind == '企业' or (lead.kind == '新型研发机构' and lead.legal_form == '企业法人'))"
_JOINT: Final = _count("partner_count", "partners") + " >= 1"
_FIRM: Final = (
    "(#.kind == '企业' or (#.kind == '新型研发机构' and #.legal_form == '企业法人')) and startsWith(#.seat, '1301')"
)
_OWN: Final = "#.unit == '依托单位'"
_AREA: Final = _sum("rd_area", "centre.premises", "area", "#.use == '科研开发'")
_EQUIPMENT: Final = _sum("equipment_value", "centre.equipment", "value", "true")
_OWN_EQUIPMENT: Final = _sum("own_equipment_value", "centre.equipment", "value", _OWN)
_RESEARCHERS: Final = _count("researchers", "centre.staff", "#.role == '科研'")
_OWN_RESEARCHERS: Final = _count("own_researchers", "centre.staff", f"#.role == '科研' and {_OWN}")

_OF_ALL: Final = (
    *(f"found.{name}" for name in FOUND),
    "startsWith(lead.seat, '1301')",
    "lead.three_years_on <= day",
    "lead.is_legal_person",
    "not lead.has_adverse_record",
    "all(partners, not #.has_adverse_record)",
    _count("fixed_staff", "centre.staff", "#.fixed and #.unit in ['依托单位', '共建单位']") + " >= 15",
    "not own.technical_leader_has_adverse_record",
    f"{_AREA} >= 5000000",
    f"{_EQUIPMENT} >= 200000000",
    _count(
        "higher_centres_same_field",
        "lead.other_centres",
        "#.level in ['国家级', '省级'] and #.same_field_and_direction",
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
    "agreement.exists and all(partners, #.signed_agreement) and agreement.signed_on <= day",
    "not agreement.exists or own.agreement_states_mode",
    "not agreement.exists or own.agreement_states_people",
    "not agreement.exists or agreement.states_tasks",
    "not agreement.exists or agreement.states_rights",
    f"2 * {_OWN_EQUIPMENT} >= {_EQUIPMENT}",
    f"2 * {_OWN_RESEARCHERS} >= {_RESEARCHERS}",
    f"2 * {_count('own_projects', 'centre.projects', _OWN)} >= {_count('projects', 'centre.projects')}",
    f"2 * {_count('own_results', 'centre.results', _OWN)} >= {_count('results', 'centre.results')}",
)
_NORMS: Final = (
    f"[[{', '.join(_OF_ALL)}], {_ENTERPRISE} ? [{', '.join(_OF_ENTERPRISES)}] : [{_OF_OTHERS}],"
    f" {_JOINT} ? [{', '.join(_OF_JOINT)}] : []]"
)
"""The truth of each norm that is asked, in one compiled expression: faster than a graph of decision nodes."""


def _ready() -> Decide:
    import zen

    expression = zen.compile_expression(_NORMS)

    def decide(facts: Facts) -> bool:
        return all(truth is True for group in expression.evaluate(facts) for truth in group)

    return decide


def _graph_ready() -> Decide:
    import zen

    conditions: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("all", _OF_ALL),
        ("enterprise", (_ENTERPRISE,)),
        ("joint", (_JOINT,)),
        ("lead", tuple(f"$.enterprise_0 ? {norm} : true" for norm in _OF_ENTERPRISES)),
        ("other", (f"$.enterprise_0 ? true : {_OF_OTHERS}",)),
        ("partners", tuple(f"$.joint_0 ? {norm} : true" for norm in _OF_JOINT)),
    )
    expressions = [
        {"id": f"{head}_{number}", "key": f"{head}_{number}", "value": text}
        for head, texts in conditions
        for number, text in enumerate(texts)
    ]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "content": {}},
        {"id": "norms", "name": "norms", "type": "expressionNode", "content": {"expressions": expressions}},
        {"id": "out", "name": "out", "type": "outputNode", "content": {}},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "norms", "type": "edge"},
        {"id": "2", "sourceId": "norms", "targetId": "out", "type": "edge"},
    ]
    decision = zen.ZenEngine().create_decision({"nodes": nodes, "edges": edges})
    heads = {"enterprise_0", "joint_0"}

    def decide(facts: Facts) -> bool:
        result = decision.evaluate(facts)["result"]
        return all(truth is True for name, truth in result.items() if name not in heads)

    return decide


PEER = Peer("zen-engine, one expression", "zen-engine", _SAYS, _ready, listed)
GRAPH = Peer("zen-engine, a decision graph", "zen-engine", _SAYS, _graph_ready, listed)
