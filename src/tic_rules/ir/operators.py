"""The table of operators: one row a word, with what it takes, what open and none do to it, and how it is said.

The pack reader, the published schema, the reports and the documentation draw on these rows; a word that has no row does
not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tic_rules.ir.catalogue import Text
from tic_rules.ir.conditions import DayOp, Op


@dataclass(frozen=True, slots=True)
class Operator:
    """One word of the language of conditions."""

    word: str
    with_words: tuple[str, ...]
    """Keys that must stand beside it."""
    may_have: tuple[str, ...]
    """Keys that may stand beside it."""
    makes: str
    """``condition``, ``measure`` or ``left`` (a measure, fact or day that needs a comparator)."""
    takes: str
    if_open: str
    if_none: str
    phrase: Text


_LIST: Final = ("where", "over", "stated_as")

OPERATORS: Final[tuple[Operator, ...]] = (
    Operator(
        "all",
        (),
        (),
        "condition",
        "a list of conditions",
        "false decides, else open with all points",
        "-",
        Text("同时满足", "all of"),
    ),
    Operator(
        "any",
        (),
        (),
        "condition",
        "a list of conditions",
        "true decides, else open with all points",
        "-",
        Text("满足其一", "any of"),
    ),
    Operator(
        "not",
        (),
        (),
        "condition",
        "a condition that cannot read none",
        "stays open",
        "refused at load",
        Text("并非", "not"),
    ),
    Operator(
        "finding",
        (),
        (),
        "condition",
        "the id of a finding",
        "open until its decider answers",
        "-",
        Text("经认定", "found that"),
    ),
    Operator(
        "has", (), (), "condition", "the path of a thing that may not exist", "open", "false", Text("设有", "there is")
    ),
    Operator(
        "every",
        ("holds",),
        ("where", "over"),
        "condition",
        "a list",
        "Kleene over the members",
        "true, as of an empty list",
        Text("均", "every"),
    ),
    Operator("term", (), (), "left", "the id of a term", "as its definition", "as its definition", Text("", "")),
    Operator(
        "fact",
        (),
        (),
        "left",
        "the path of a fact",
        "open; a quantity is at least zero",
        "a comparison is false",
        Text("", ""),
    ),
    Operator(
        "its",
        (),
        (),
        "left",
        "a field of the member",
        "open; a quantity is at least zero",
        "a comparison is false",
        Text("其", "its"),
    ),
    Operator(
        "sum",
        (),
        ("each", *_LIST),
        "left",
        "a list of measures; a yearly series `over` a window; a list's `each` field",
        "an interval",
        "an empty list",
        Text("合计", "total of"),
    ),
    Operator(
        "count",
        (),
        _LIST,
        "left",
        "a list",
        "sure members to possible members",
        "an empty list",
        Text("数量", "number of"),
    ),
    Operator(
        "lesser",
        (),
        (),
        "left",
        "a list of measures",
        "the interval of least values",
        "none",
        Text("取较小者", "the lesser of"),
    ),
    Operator(
        "age", ("at",), (), "left", "a day of birth, `at` a day", "open", "a comparison is false", Text("年龄", "age")
    ),
    Operator(
        "share",
        ("of", "if_whole_is_zero"),
        (),
        "left",
        "a part `of` its whole",
        "cross-multiplied intervals, the part within the whole",
        "a comparison is false",
        Text("占比", "share"),
    ),
    Operator(
        "ratio",
        ("to", "if_whole_is_zero"),
        (),
        "left",
        "an amount `to` another",
        "cross-multiplied intervals",
        "a comparison is false",
        Text("比例", "ratio"),
    ),
    Operator(
        "elapsed",
        (),
        (),
        "left",
        "`from` a day `to` a day",
        "open",
        "a comparison is false",
        Text("期间", "time from … to …"),
    ),
)

OPERATOR_BY_WORD: Final = {operator.word: operator for operator in OPERATORS}

COMPARISONS: Final[dict[Op, Text]] = {
    Op.AT_LEAST: Text("不少于", "at least"),
    Op.MORE_THAN: Text("多于", "more than"),
    Op.AT_MOST: Text("不超过", "at most"),
    Op.LESS_THAN: Text("少于", "less than"),
    Op.BETWEEN: Text("介于", "between"),
}

DAY_COMPARISONS: Final[dict[DayOp, Text]] = {
    DayOp.ON_OR_AFTER: Text("不早于", "on or after"),
    DayOp.AFTER: Text("晚于", "after"),
    DayOp.ON_OR_BEFORE: Text("不晚于", "on or before"),
    DayOp.BEFORE: Text("早于", "before"),
}

BARE: Final = "bare"
"""The text prints a number without a word that fixes its boundary."""

PRINTED_WORDS: Final[dict[Op, frozenset[str]]] = {
    Op.AT_LEAST: frozenset({"以上", "及以上", "不少于", "至少", "不低于", "不小于", "满", "届满", "之一"}),
    Op.AT_MOST: frozenset({"以下", "及以下", "以内", "以前", "不超过", "不超", "不高于", "不多于", "至多"}),
    Op.MORE_THAN: frozenset({"超过", "大于", "高于", "多于", "以外"}),
    Op.LESS_THAN: frozenset({"不满", "低于", "小于", "少于", "不足"}),
    Op.BETWEEN: frozenset({"至"}),
}
"""Which printed words fix which boundary (Civil Code art. 1259; a few words of usage beside it)."""
