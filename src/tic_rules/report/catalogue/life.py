"""Sentences, headings and labels of where a centre stands after approval."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

LIFE: Final = {
    "life-title": Text("{name}（{centre}）", "{name} ({centre})"),
    "life-in": Text("{stage}，自{since}起（{cites}）", "{stage}, since {since} ({cites})"),
    "life-in-one-of": Text("阶段未定，可能是：{stages}", "The stage is open; it may be: {stages}"),
    "life-not-begun": Text("尚无批准记录", "No approval is on record"),
    "life-as-of": Text("按{on}，据{known_on}已登记的记录", "As of {on}, by what was recorded up to {known_on}"),
    "life-complete": Text("记录完整至{day}", "the record is complete up to {day}"),
    "life-not-complete": Text(
        "未声明记录完整，没有登记的事不能当作没有发生",
        "the record is not stated to be complete: what is not recorded may have happened",
    ),
    "life-proposals": Text(
        "已具备{count}项撤销情形；撤销与否由主管机关决定",
        "grounds of revocation met: {count}; whether to revoke is for the authority to decide",
    ),
    "life-no-proposal": Text("没有已具备的撤销情形", "no ground of revocation is met"),
    "life-story": Text("经过", "The story"),
    "life-owed": Text("义务与期限", "What is owed, and by when"),
    "life-periods": Text("期间", "Periods"),
    "life-grounds": Text("撤销情形", "Grounds of revocation"),
    "life-again": Text("再次申报", "Applying again"),
    "life-asides": Text("未采用的记录", "Records that do not count"),
    "life-free": Text("自{day}起可以再次申报", "May apply again from {day}"),
    "life-free-open": Text("何时可以再次申报未定：{why}", "From when one may apply again is open: {why}"),
    "life-bar": Text("{cites}：{first}至{last}不得申报", "{cites}: barred from {first} to {last}"),
    "life-period": Text("{first}至{last}", "from {first} to {last}"),
    "life-period-over": Text("已届满", "over"),
    "life-extended": Text("已延长{count}次", "made longer {count:time|times}"),
    "life-in-principle": Text("一般（原则上）", "in principle"),
    "life-due": Text("期限{day}", "by {day}"),
    "life-due-open": Text("期限未定", "due day not known"),
    "life-may-move": Text("可能因调休顺延", "may move with the calendar to come"),
    "life-done-on": Text("{day}履行", "done on {day}"),
    "life-owed-by": Text("义务人：{who}", "owed by: {who}"),
    "life-year": Text("{year}年度", "{year}"),
    "life-after": Text("{day}的“{event}”之后", "after “{event}” of {day}"),
    "life-to-stage": Text("进入“{stage}”", "enters “{stage}”"),
    "life-falls-due": Text("{title}到期", "{title} falls due"),
    "life-proposes": Text("拟议：{what}", "To be proposed: {what}"),
    "life-ban": Text("撤销后{period}内不得申报", "barred for {period} after revocation"),
    "life-other": Text("另一种读法会得出不同结果：{other}", "The other reading comes out otherwise: {other}"),
    "life-why-open": Text("未定原因：{why}", "Open because of: {why}"),
    "life-record": Text("“{kind}”的记录是否完整", "whether the record of “{kind}” is complete"),
    "life-notice": Text("期限（由通知确定）：{path}", "the due day, which a notice sets: {path}"),
    "label-grounds": Text("撤销情形", "Grounds"),
    "label-record": Text("记录", "Record"),
    "column-day": Text("日期", "Day"),
    "column-what": Text("事项", "What"),
    "column-state": Text("状态", "State"),
    "column-why": Text("原因", "Why"),
}
