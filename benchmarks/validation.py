"""Pydantic alone: what reading a dossier costs before anybody decides anything."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from tic_rules import Dossier


class _Strict(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Year(_Strict):
    year: int
    amount: str | None = None


class _Unit(_Strict):
    name: str | None = None
    kind: Literal["企业", "高校", "科研院所", "新型研发机构", "技术机构", "政府部门", "其他法人"] | None = None
    legal_form: Literal["企业法人", "事业单位法人", "社会服务机构法人", "其他法人"] | None = None
    seat: str | None = None
    registered_on: date | None = None
    is_legal_person: bool | None = None
    has_adverse_record: bool | None = None
    signed_agreement: bool | None = None


class _OtherCentre(_Strict):
    level: Literal["国家级", "省级", "市级"] | None = None
    same_field_and_direction: bool | None = None


class _Lead(_Unit):
    sales_revenue: tuple[_Year, ...] | None = None
    technology_spending: tuple[_Year, ...] | None = None
    other_centres: tuple[_OtherCentre, ...] | None = None


class _Agreement(_Strict):
    signed_on: date | None = None
    states_tasks: bool | None = None
    states_rights: bool | None = None


class _Owned(_Strict):
    name: str | None = None
    unit: Literal["依托单位", "共建单位", "其他"] | None = None


class _Person(_Owned):
    role: Literal["科研", "科研辅助", "管理", "其他"] | None = None
    full_time: bool | None = None
    fixed: bool | None = None


class _Rooms(_Owned):
    use: Literal["科研开发", "中试", "办公", "其他"] | None = None
    area: str | None = None


class _Machine(_Owned):
    value: str | None = None


class _Centre(_Strict):
    staff: tuple[_Person, ...] | None = None
    premises: tuple[_Rooms, ...] | None = None
    equipment: tuple[_Machine, ...] | None = None
    projects: tuple[_Owned, ...] | None = None
    results: tuple[_Owned, ...] | None = None


class _Application(_Strict):
    city: str | None = None
    submitted_on: date | Literal["none"] | None = None


class _Finding(_Strict):
    finding: str
    about: str | None = None
    answer: bool
    by: str
    day: date
    basis: str


class Plain(_Strict):
    """What entry reads of a dossier, as plain pydantic models: types and closed words, amounts as text."""

    stated_on: date | None = None
    application: _Application | None = None
    lead: _Lead | None = None
    partners: tuple[_Unit, ...] | None = None
    agreement: _Agreement | Literal["none"] | None = None
    centre: _Centre | None = None
    findings: tuple[_Finding, ...] = ()
    shijiazhuang: dict[str, bool | str] = {}


def plainly(written: dict[str, object]) -> Plain:
    """Plain models, nothing of this project's checks."""
    return Plain.model_validate(written)


def models(written: dict[str, object]) -> Dossier:
    """The project's own models by pydantic alone, without the places of errors."""
    return Dossier.model_validate(written)
