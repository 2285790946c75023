"""Who applies: the lead unit, its partners, their agreement, and what is on record about them."""

# Annotations stand here as they are and not as texts, each of which Pydantic would compile at every start.

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from tic_rules.facts import words
from tic_rules.facts.fields import (
    CreditCode,
    Day,
    DayOrNone,
    Flag,
    Line,
    Money,
    Seat,
    UnitKind,
    Year,
    choice,
    fact,
    refuse,
    refuse_all,
)
from tic_rules.facts.parts import ListOf, Part, must_give
from tic_rules.quantity import Kind


class YearAmount(Part):
    """The figure of one calendar year, and up to which day it runs."""

    model_config = must_give("year")

    year: Year | None = fact("年度", "Calendar year", "年度报表", "Annual accounts")
    amount: Money | None = fact("金额", "Amount", "审计报告或年度报表", "Audit report or annual accounts")
    until: Day | None = fact("截至日", "Runs up to", "报表所载截止日", "Closing day of the accounts")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.year is None:
            raise refuse("E169", field="year")
        if self.until is not None and self.until.year < self.year:
            raise refuse("E165", "until", year=self.year, until=self.until)
        if self.until is not None and self.until.year > self.year:
            raise refuse("E154", "until", year=self.year, until=self.until)
        return self


Yearly = Annotated[tuple[YearAmount, ...], ListOf()]


def check_years(
    series: tuple[YearAmount, ...] | None, name: str, registered: date | None
) -> Iterator[PydanticCustomError]:
    """What is wrong with yearly figures: two of one year, or one before the unit was there."""
    years: set[int] = set()
    for index, entry in enumerate(series or ()):
        if entry.year is None:
            continue
        if entry.year in years:
            yield refuse("E166", name, index, "year", field=name, year=entry.year)
        years.add(entry.year)
        early = registered is not None and entry.year < registered.year
        if early and entry.amount is not None and entry.amount.amount != 0:
            yield refuse("E167", name, index, "year", field=name, year=entry.year, registered=registered)


class Incident(Part):
    """An accident or a case in which the unit was held accountable."""

    kind: Annotated[str, choice(words.INCIDENT_KINDS)] | None = fact(
        "类别", "Kind", "主管部门认定文书", "Decision of the competent authority"
    )
    day: Day | None = fact(
        "发生日期", "Day on which it happened", "主管部门认定文书", "Decision of the competent authority"
    )
    about: Line | None = fact("情况说明", "What happened", "主管部门认定文书", "Decision of the competent authority")


class CreditRecord(Part):
    """An adverse entry in a credit record."""

    kind: Annotated[str, choice(words.CREDIT_KINDS)] | None = fact("类别", "Kind", "信用查询结果", "Credit report")
    day: Day | None = fact("认定日期", "Day of the entry", "信用查询结果", "Credit report")
    serious: Flag | None = fact("是否严重失信", "Whether it is serious", "信用查询结果", "Credit report")
    about: Line | None = fact("情况说明", "What it is about", "信用查询结果", "Credit report")


class OtherCentre(Part):
    """Another technology innovation centre that the unit already leads."""

    name: Line | None = fact("名称", "Name", "批准文件", "Approval document")
    level: Annotated[str, choice(words.CENTRE_LEVELS)] | None = fact("级别", "Level", "批准文件", "Approval document")
    same_field_and_direction: Flag | None = fact(
        "是否同领域同研发方向",
        "Whether in the same field and direction",
        "批准文件与建设方案",
        "Approval document and plan",
    )


class ConversionCase(Part):
    """One success in turning research results into use."""

    name: Line | None = fact("案例名称", "Name of the case", "成果转化合同", "Conversion contract")
    day: Day | None = fact("转化日期", "Day of the conversion", "成果转化合同", "Conversion contract")


class Unit(Part):
    """What is asked of any unit that applies."""

    name: Line | None = fact(
        "单位名称", "Name of the unit", "营业执照或法人证书", "Business licence or certificate of the legal person"
    )
    credit_code: CreditCode | None = fact(
        "统一社会信用代码",
        "Unified social credit code",
        "营业执照或法人证书",
        "Business licence or certificate of the legal person",
    )
    kind: UnitKind | None = fact(
        "单位类型（经认定的新型研发机构一律填新型研发机构）",
        "Kind of unit (a recognised new-type R&D institution is always that)",
        "营业执照、法人证书或认定文件",
        "Business licence, certificate of the legal person or recognition document",
    )
    legal_form: Annotated[str, choice(words.LEGAL_FORMS)] | None = fact(
        "法人形式", "Legal form", "营业执照或法人证书", "Business licence or certificate of the legal person"
    )
    seat: Seat | None = fact(
        "注册地（区划代码）",
        "Registered seat (GB/T 2260 code)",
        "营业执照或法人证书",
        "Business licence or certificate of the legal person",
    )
    registered_on: Day | None = fact(
        "注册日期", "Day of registration", "营业执照或法人证书", "Business licence or certificate of the legal person"
    )
    is_legal_person: Flag | None = fact(
        "是否独立法人",
        "Whether it is an independent legal person",
        "营业执照或法人证书",
        "Business licence or certificate of the legal person",
    )
    has_adverse_record: Flag | None = fact(
        "是否有社会信用或科研信誉不良记录",
        "Whether it has an adverse social or research credit record",
        "信用查询结果",
        "Credit report",
    )
    has_serious_dishonesty_record: Flag | None = fact(
        "是否有严重失信行为记录", "Whether it has a record of serious dishonesty", "信用查询结果", "Credit report"
    )
    credit_records: Annotated[tuple[CreditRecord, ...], ListOf(dated="day", counts=Kind.TIMES)] | None = fact(
        "信用不良记录", "Adverse credit records", "信用查询结果", "Credit report"
    )


class LeadUnit(Unit):
    """The unit that leads the application and carries the centre."""

    is_high_tech_enterprise: Flag | None = fact(
        "是否高新技术企业",
        "Whether a recognised high-tech enterprise",
        "高新技术企业证书",
        "High-tech enterprise certificate",
    )
    is_chain_leader: Flag | None = fact(
        "是否产业链“链主”企业", "Whether the leading firm of an industrial chain", "认定文件", "Recognition document"
    )
    is_technology_leader: Flag | None = fact(
        "是否科技领军企业", "Whether a leading technology firm", "认定文件", "Recognition document"
    )
    main_revenue: Yearly | None = fact("主营业务收入（按年）", "Main revenue, by year", "审计报告", "Audit report")
    sales_revenue: Yearly | None = fact("销售收入（按年）", "Sales revenue, by year", "审计报告", "Audit report")
    rd_spending: Yearly | None = fact(
        "研发费用（按年）", "R&D spending, by year", "研发费用专项审计报告", "Special audit of R&D spending"
    )
    technology_spending: Yearly | None = fact(
        "科技经费投入（按年）", "Spending on science and technology, by year", "审计报告", "Audit report"
    )
    rd_input_in_field: Yearly | None = fact(
        "用于中心同领域的研发投入（按年）",
        "R&D input in the centre's own field, by year",
        "研发投入专项审计报告",
        "Special audit of R&D input",
    )
    incidents: Annotated[tuple[Incident, ...], ListOf(dated="day", counts=Kind.TIMES)] | None = fact(
        "事故与问责记录",
        "Accidents and accountability cases",
        "应急、生态环境等部门证明",
        "Statements of the competent authorities",
    )
    conversion_cases: Annotated[tuple[ConversionCase, ...], ListOf(dated="day", counts=Kind.CASES)] | None = fact(
        "科技成果转化案例", "Cases of turning results into use", "成果转化合同", "Conversion contracts"
    )
    other_centres: Annotated[tuple[OtherCentre, ...], ListOf()] | None = fact(
        "已获批的其他技术创新中心", "Other innovation centres already approved", "批准文件", "Approval documents"
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        wrong: list[PydanticCustomError] = []
        for name in ("main_revenue", "sales_revenue", "rd_spending", "technology_spending", "rd_input_in_field"):
            wrong += check_years(getattr(self, name), name, self.registered_on)
        refuse_all(wrong)
        return self


class Partner(Unit):
    """A unit that applies together with the lead."""

    signed_agreement: Flag | None = fact(
        "是否签订共建协议", "Whether it signed the joint agreement", "共建协议", "Joint agreement"
    )
    rd_input_in_field_3_years: Money | None = fact(
        "申报前三个完整年度用于中心同领域的研发投入合计",
        "R&D input in the centre's own field in the three full years before the application, total",
        "研发投入专项审计报告",
        "Special audit of R&D input",
    )


class Agreement(Part):
    """The agreement between the lead and its partners."""

    signed_on: Day | None = fact("签订日期", "Day of signing", "共建协议", "Joint agreement")
    ends_on: DayOrNone | None = fact(
        "有效期截止日（没有期限的写 none）", "Last day of its term (none: it has no end)", "共建协议", "Joint agreement"
    )
    states_support: Flag | None = fact(
        "是否写明共建单位的人财物支持",
        "Whether it states the partners' support in people, money and goods",
        "共建协议",
        "Joint agreement",
    )
    states_tasks: Flag | None = fact(
        "是否写明任务分工", "Whether it states who does what", "共建协议", "Joint agreement"
    )
    states_rights: Flag | None = fact(
        "是否写明各自权利和义务", "Whether it states rights and duties", "共建协议", "Joint agreement"
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.signed_on is not None and isinstance(self.ends_on, date) and self.ends_on < self.signed_on:
            raise refuse("E168", "ends_on", first=self.signed_on, last=self.ends_on)
        return self
