"""What happens to a centre after approval: the closed kinds of event, and the fields that each may have.

An event is something that somebody recorded: what happened on which day, who recorded it, when and on what basis. What
a kind does not list cannot stand in it, so that a slip of the pen is no silent gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import model_validator

from tic_rules.facts import words
from tic_rules.facts.fields import Day, Flag, Line, Side, Year, choice, fact, refuse, refuse_all
from tic_rules.facts.parts import ListOf, Part
from tic_rules.ir.catalogue import Text

EVALUATION_TYPES: Final = ("年度", "阶段", "综合", "周期")
ACCIDENT_TYPES: Final = ("质量", "安全", "环境")
DURING: Final = ("申报", "考核评估", "运行")
LISTS: Final = ("经营异常名录", "严重违法失信企业名单")
HIGHER_LEVELS: Final = ("国家级", "省级")


@dataclass(frozen=True, slots=True)
class EventKind:
    """One kind of event: what it is called, what must and what may stand in it, and what ends the state it begins."""

    id: str
    title: Text
    must: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    ended_by: str | None = None
    """The kind that ends the state; None where the event begins none."""

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields of its own."""
        return self.must + self.may


def _kind(id_: str, zh: str, en: str, must: str = "", may: str = "", ended_by: str | None = None) -> EventKind:
    return EventKind(id_, Text(zh, en), tuple(must.split()), tuple(may.split()), ended_by)


KINDS: Final = {
    kind.id: kind
    for kind in (
        _kind("approved", "批准建设（筹建）", "Approved for building or preparation", "", "until"),
        _kind("recognised", "认定授牌（纳入体系）", "Recognised"),
        _kind("annual_report", "报送年度报告", "Annual report filed", "year"),
        _kind("statistics", "报送统计报表", "Statistics filed", "year"),
        _kind("self_evaluation", "提交自评价报告", "Self-evaluation filed", "year"),
        _kind("evaluation", "评估或评价", "Evaluation", "grade", "type year"),
        _kind("payment_node", "分期拨款节点", "Node of split funding"),
        _kind("evaluation_missed", "未参加评估", "Evaluation not attended", "", "type year without_reason"),
        _kind("evaluation_left", "中途退出评估", "Evaluation left half-way", "", "type year without_reason"),
        _kind("acceptance", "建设验收", "Acceptance", "outcome"),
        _kind("extension_granted", "同意延期", "Extension granted"),
        _kind("rectification_ordered", "下达整改通知", "Rectification ordered", "", "due"),
        _kind("rectification_done", "完成整改", "Rectification done"),
        _kind("rectification_refused", "拒绝整改", "Rectification refused"),
        _kind("supervision_refused", "拒不接受检查验收、考核评估", "Supervision refused"),
        _kind("fraud_established", "认定弄虚作假", "Fraud established", "", "serious during"),
        _kind("interference", "干扰考核评估", "Interference with an evaluation"),
        _kind("integrity_breach", "科研失信", "Breach of research integrity", "", "serious adverse_effect"),
        _kind("unlawful_act", "违法违规", "Unlawful act", "", "unit serious adverse_effect punished heavily_punished"),
        _kind(
            "accident",
            "事故",
            "Accident",
            "",
            "unit accident major adverse_effect grave_effect technical_cause punished",
        ),
        _kind("bankrupt", "破产", "Bankruptcy", "", "unit"),
        _kind("terminated", "依法终止", "Terminated by law", "", "unit"),
        _kind("production_stopped", "停产", "Production stopped", "", "unit", ended_by="production_resumed"),
        _kind("production_resumed", "恢复生产", "Production resumed", "", "unit"),
        _kind("taken_over", "被重组、收购", "Restructured or taken over", "", "unit business_changed carries_on"),
        _kind("listed", "被列入名单", "Listed", "list_name", "unit", ended_by="delisted"),
        _kind("delisted", "移出名单", "Removed from a list", "list_name", "unit"),
        _kind("bad_credit", "不良信用记录", "Adverse credit record", "", "unit", ended_by="credit_restored"),
        _kind("credit_restored", "信用修复", "Credit restored", "", "unit"),
        _kind(
            "higher_level", "认定或晋升为上级中心", "Recognised at a higher level", "level", "same_field_and_direction"
        ),
        _kind("change_approved", "批准变更", "Change approved", "", "what"),
        _kind("support_lost", "因其他原因不能保障中心运行", "Support of the centre lost for another cause", "", "unit"),
        _kind("withdrawal_requested", "自愿提出撤销", "Withdrawal requested", "", "unit"),
        _kind("notice", "通知确定期限", "Due day set by notice", "duty year due"),
        _kind("revoked", "撤销或取消资格的决定", "Decision of revocation", "", "grounds"),
        _kind("withdrawn", "撤回记录", "Record withdrawn"),
        _kind("complete", "声明记录完整", "Record stated to be complete", "to kinds"),
    )
}

ABOUT_RECORDS: Final = frozenset({"withdrawn", "complete", "notice"})
"""Kinds that say something of the record, and are no event of the centre's life."""
OF_STATES: Final = frozenset(
    id_ for kind in KINDS.values() if kind.ended_by is not None for id_ in (kind.id, kind.ended_by)
)
"""Kinds that begin a state, or end one."""
EVERY_KIND: Final = "all"

COMMON: Final = ("id", "kind", "day", "recorded_on", "by", "basis", "about", "corrects")
"""The fields that every kind has."""


def own_fields() -> Iterator[str]:
    """The fields that only some kinds have."""
    return (name for name in Event.model_fields if name not in COMMON)


class Event(Part):
    """One event of a centre's history, as somebody recorded it."""

    id: Line | None = fact("编号（缺省为次序）", "Id; its number in the history if left out", "登记簿", "Register")
    kind: Annotated[str, choice(tuple(KINDS))] | None = fact("种类", "Kind", "登记簿", "Register")
    day: Day | None = fact("发生日期", "Day on which it happened", "相应文书", "The document")
    recorded_on: Day | None = fact(
        "知悉（登记）日期，缺省为发生日期",
        "Day on which it became known; that of the event if left out",
        "登记簿",
        "Register",
    )
    by: Line | None = fact("登记单位", "Who recorded it", "登记簿", "Register")
    basis: Line | None = fact("依据", "On what basis", "相应文书", "The document")
    about: Line | None = fact("情况说明", "What happened", "相应文书", "The document")
    corrects: Line | None = fact("更正哪一条记录", "The event that this one corrects", "登记簿", "Register")

    until: Day | None = fact(
        "批准文件所定建设（筹建）期的最后一日", "Last day of the period that the approval sets", "批准文件", "Approval"
    )
    year: Year | None = fact("所属年度", "Year that it is about", "相应文书", "The document")
    grade: Line | None = fact("等次", "Grade", "评估结果文件", "Result of the evaluation")
    type: Annotated[str, choice(EVALUATION_TYPES)] | None = fact(
        "评价种类", "Kind of evaluation", "评估通知", "Notice of the evaluation"
    )
    without_reason: Flag | None = fact("是否无正当理由", "Whether without good reason", "核实记录", "Finding on record")
    outcome: Annotated[str, choice(words.OUTCOMES)] | None = fact("结果", "Outcome", "验收意见", "Opinion")
    serious: Flag | None = fact("是否严重", "Whether serious", "认定文书", "Decision")
    during: Annotated[str, choice(DURING)] | None = fact("发生环节", "In the course of what", "认定文书", "Decision")
    adverse_effect: Flag | None = fact("是否造成不良影响", "Whether it had an adverse effect", "认定文书", "Decision")
    grave_effect: Flag | None = fact("是否造成严重影响", "Whether it had a grave effect", "认定文书", "Decision")
    punished: Flag | None = fact("是否受到处罚", "Whether it was punished", "处罚决定书", "Decision on the penalty")
    heavily_punished: Flag | None = fact(
        "是否受到重大处罚", "Whether the penalty was heavy", "处罚决定书", "Decision on the penalty"
    )
    accident: Annotated[str, choice(ACCIDENT_TYPES)] | None = fact(
        "事故种类", "Kind of accident", "事故调查报告", "Report on the accident"
    )
    major: Flag | None = fact("是否重大", "Whether it was major", "事故调查报告", "Report on the accident")
    technical_cause: Flag | None = fact(
        "是否由于技术原因", "Whether its cause was technical", "事故调查报告", "Report on the accident"
    )
    unit: Side | None = fact("涉及单位", "Which unit it concerns", "相应文书", "The document")
    business_changed: Flag | None = fact(
        "主营业务是否变化", "Whether the main business changed", "变更文件", "Documents of the change"
    )
    carries_on: Flag | None = fact(
        "是否继续承担中心建设和运行", "Whether it carries the centre on", "变更文件", "Documents of the change"
    )
    list_name: Annotated[str, choice(LISTS)] | None = fact("名单", "List", "列入决定", "Decision to list")
    level: Annotated[str, choice(HIGHER_LEVELS)] | None = fact("级别", "Level", "批准文件", "Approval")
    same_field_and_direction: Flag | None = fact(
        "是否同领域同研发方向", "Whether in the same field and direction", "批准文件", "Approval"
    )
    what: Annotated[str, choice(words.CHANGE_KINDS)] | None = fact(
        "变更事项", "What was changed", "批准文件", "Approval"
    )
    duty: Line | None = fact("所定期限的义务编号", "Id of the duty whose due day it sets", "通知文件", "Notice")
    due: Day | None = fact("期限", "Due day", "通知文件", "Notice")
    grounds: Annotated[tuple[Line, ...], ListOf()] | None = fact(
        "所据情形（编号）", "Ids of the grounds", "撤销决定", "Decision"
    )
    to: Day | None = fact("完整至", "Complete up to", "登记簿", "Register")
    kinds: Annotated[tuple[Line, ...], ListOf()] | None = fact(
        "完整的种类（all 为全部）", "Kinds that are complete (or all)", "登记簿", "Register"
    )

    @model_validator(mode="after")
    def _check(self) -> Event:
        wrong = [refuse("E169", field=name) for name in ("kind", "day", "by", "basis") if getattr(self, name) is None]
        kind = KINDS.get(self.kind or "")
        if kind is not None:
            given = [name for name in own_fields() if getattr(self, name) is not None]
            known = ("、".join(kind.fields) or "—", ", ".join(kind.fields) or "—")
            wrong += [
                refuse("E191", name, field=name, kind=kind.id, known=known[0], known_en=known[1])
                for name in given
                if name not in kind.fields
            ]
            wrong += [refuse("E169", field=name) for name in kind.must if getattr(self, name) is None]
            if kind.id == "withdrawn" and self.corrects is None:
                wrong.append(refuse("E169", field="corrects"))
            unknown = [name for name in self.kinds or () if name not in {*KINDS, EVERY_KIND}]
            wrong += [refuse("E192", "kinds", seen=name) for name in unknown]
        if self.day is not None and self.recorded_on is not None and self.recorded_on < self.day and not self._ahead:
            wrong.append(refuse("E193", "recorded_on", day=self.day, recorded=self.recorded_on))
        refuse_all(wrong)
        return self

    @property
    def _ahead(self) -> bool:
        """Whether it may be known before its day: a notice and a statement speak of days to come."""
        return self.kind in ABOUT_RECORDS
