"""The fictional applicants that are decided: one that passes, one that fails, one with long lists, one half told."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from tic_rules import Dossier

ON: Final = date(2026, 11, 21)
_EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "dossiers" / "shijiazhuang"

Written = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One applicant, as it is written and as it is read."""

    name: str
    says: str
    written: Written
    dossier: Dossier


def cases() -> tuple[Case, ...]:
    """The applicants of the table."""
    joint = _joint()
    return (
        _case("passing", "an enterprise alone, as in the examples: passes", _example("passing")),
        _case("failing", "a university with two partners, as in the examples: fails", _example("failing")),
        _case("lists", "an enterprise, 3 partners, 60 people, 30 machines, 24 projects, 48 results: passes", joint),
        _case("half told", "the same with every second thing left out: open", _half_told(joint)),
    )


def _case(name: str, says: str, written: Written) -> Case:
    return Case(name, says, written, Dossier.from_dict(written))


def _example(name: str) -> Written:
    written: Written = yaml.safe_load((_EXAMPLES / f"{name}.yaml").read_text("utf-8"))
    return written


def _joint() -> Written:
    """The passing example with partners, and everything given as lists."""
    written = _example("passing")
    kinds = (
        ("示例大学", "高校", "130102"),
        ("示例研究院", "科研院所", "130104"),
        ("正定示例制药有限公司", "企业", "130123"),
    )
    written["partners"] = [
        {
            "name": name,
            "kind": kind,
            "legal_form": "企业法人" if kind == "企业" else "事业单位法人",
            "seat": seat,
            "is_legal_person": True,
            "has_adverse_record": False,
            "signed_agreement": True,
        }
        for name, kind, seat in kinds
    ]
    written["agreement"] = {"signed_on": date(2026, 5, 6), "states_tasks": True, "states_rights": True}
    roles = ("科研", "科研", "科研", "科研辅助", "管理")
    written["centre"]["staff"] = [
        {
            "name": f"人员{index:02}",
            "unit": "共建单位" if index % 4 == 3 else "依托单位",
            "role": roles[index % 5],
            "full_time": True,
            "fixed": index % 10 != 9,
        }
        for index in range(60)
    ]
    written["centre"]["equipment"] = [
        {"name": f"设备{index:02}", "value": f"{8 + index}.5万元", "unit": _side(index)} for index in range(30)
    ]
    written["centre"]["projects"] = [{"name": f"项目{index:02}", "unit": _side(index)} for index in range(24)]
    written["centre"]["results"] = [{"name": f"成果{index:02}", "unit": _side(index)} for index in range(48)]
    del written["shijiazhuang"]["fixed_staff"]
    flags = ("one_lead_named", "agreement_states_mode", "agreement_states_people")
    written["shijiazhuang"] |= dict.fromkeys(flags, True)
    return written


def _side(index: int) -> str:
    return "共建单位" if index % 3 == 2 else "依托单位"


def _half_told(written: Written) -> Written:
    """The dossier without every second finding, and of each part without every second field of every second member."""
    left = copy.deepcopy(written)
    left["findings"] = left["findings"][::2]
    for path in ("seat", "has_adverse_record", "technology_spending"):
        del left["lead"][path]
    del left["agreement"]["signed_on"], left["agreement"]["states_rights"]
    del left["shijiazhuang"]["agreement_states_mode"], left["shijiazhuang"]["has_rd_unit"]
    of_centre = (left["centre"][name] for name in ("staff", "equipment", "projects", "results"))
    for members in (left["partners"], *of_centre):
        for member in members[::2]:
            for field in list(member)[1::2]:
                del member[field]
    return left


_RESEARCHER: Final = {"unit": "依托单位", "role": "科研", "fixed": True}

# For each norm a change of the joint dossier by which it is not met; a path leads to what is changed.
_SPOILT: Final[tuple[tuple[str, Any], ...]] = (
    ("lead.seat", "130600"),
    ("lead.registered_on", date(2023, 6, 2)),
    ("lead.is_legal_person", False),
    ("lead.has_adverse_record", True),
    ("partners.1.has_adverse_record", True),
    ("shijiazhuang.one_lead_named", False),
    ("shijiazhuang.has_rd_unit", False),
    ("lead.sales_revenue.0.amount", "1999.99万元"),
    ("lead.technology_spending.0.amount", "99.99万元"),
    ("lead.kind", "高校"),
    ("centre.staff", [{"unit": "依托单位", "role": "科研", "fixed": index > 0} for index in range(15)]),
    ("shijiazhuang.technical_leader_has_adverse_record", True),
    ("centre.premises.0.area", "499.99平方米"),
    ("centre.equipment", [{"value": "199.99万元", "unit": "依托单位"}]),
    ("agreement", "none"),
    ("agreement.signed_on", date(2026, 6, 2)),
    ("agreement.states_tasks", False),
    ("agreement.states_rights", False),
    ("partners.2.signed_agreement", False),
    ("shijiazhuang.agreement_states_mode", False),
    ("shijiazhuang.agreement_states_people", False),
    ("centre.equipment", [{"value": "100万元", "unit": "依托单位"}, {"value": "100.01万元", "unit": "共建单位"}]),
    ("centre.staff", [*[_RESEARCHER | {"unit": "共建单位"}] * 17, *[_RESEARCHER] * 16]),
    ("centre.projects", [{"unit": "依托单位"}, {"unit": "共建单位"}, {"unit": "其他"}]),
    ("centre.results", [{"unit": "依托单位"}, {"unit": "共建单位"}, {"unit": "其他"}]),
    ("lead.other_centres", [{"level": "省级", "same_field_and_direction": True}]),
)


def spoilt() -> Iterator[Written]:
    """The joint dossier, each time with one norm not met: what every peer must see before it is timed."""
    joint = _joint()
    for path, value in _SPOILT:
        yield _changed(joint, path, value)
    for index in range(len(joint["findings"])):
        yield _changed(joint, f"findings.{index}.answer", False)


def _changed(written: Written, path: str, value: Any) -> Written:
    changed = copy.deepcopy(written)
    *above, last = path.split(".")
    here: Any = changed
    for step in above:
        here = here[int(step)] if isinstance(here, list) else here[step]
    here[last] = value
    return changed
