"""Events that are set aside, as they are told: which, where they stand, and why."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tic_rules.errors import Lang
from tic_rules.ir.catalogue import Text
from tic_rules.ir.status import Aside, AsideWhy
from tic_rules.report.catalogue import fill
from tic_rules.report.events import kind_text
from tic_rules.report.values import day_text

WHY_ASIDE: Final[Mapping[AsideWhy, Text]] = MappingProxyType(
    {
        AsideWhy.LATER: Text("发生在基准日之后", "dated after the as-of day"),
        AsideWhy.NOT_KNOWN_YET: Text("当时尚未登记", "not recorded yet by the day of knowledge"),
        AsideWhy.CORRECTED: Text("已被后来的记录更正", "corrected by a later record"),
        AsideWhy.WITHDRAWN: Text("已被撤回", "withdrawn by a later record"),
        AsideWhy.BEFORE_APPROVAL: Text("早于批准", "before the centre was approved"),
        AsideWhy.BEFORE_FORCE: Text(
            "早于办法施行之日，不据以判断", "before the regulation's first day: nobody is judged by it"
        ),
        AsideWhy.AFTER_END: Text("在中心终止之后", "after the centre's end"),
        AsideWhy.NO_SUCH_GRADE: Text("等次不在办法所列之内", "a grade that the printed scale does not have"),
        AsideWhy.TWO_GRADES: Text("同一次评估有两个不同等次", "two grades of one evaluation"),
        AsideWhy.TWO_IN_CYCLE: Text("同一周期有两个不同等次", "two grades of one cycle"),
        AsideWhy.NO_MOVE: Text("当时的阶段没有这种转换", "it leads out of no stage that the centre was in"),
        AsideWhy.NOTHING_BEFORE: Text(
            "没有记录在案的事项可由它延长、验收、完成或解除",
            "nothing is on record that it could extend, accept, complete or end",
        ),
        AsideWhy.NO_SUCH_GROUND: Text("所据情形不在本包之内", "it names a ground that the pack does not have"),
        AsideWhy.NO_SUCH_DUTY: Text("所定期限的义务不在本包之内", "it names a duty that the pack does not have"),
    }
)


def where_text(aside: Aside, lang: Lang) -> str:
    """Where the record stands: its line in the register, else its number in the history; and its id."""
    if aside.line is not None:
        return fill("aside-line", lang, line=str(aside.line), id=aside.id)
    if aside.id != str(aside.number):
        return fill("aside-named", lang, number=str(aside.number), id=aside.id)
    return fill("aside-number", lang, number=str(aside.number))


def aside_text(aside: Aside, lang: Lang) -> str:
    """Where it stands, what it says, and why it does not count, in one line."""
    said = {"kind": kind_text(aside.kind, lang), "day": "" if aside.day is None else day_text(aside.day, lang)}
    return fill("aside-told", lang, where=where_text(aside, lang), why=WHY_ASIDE[aside.why].of(lang), **said)
