"""The JSON Schema of a pack's head, part by part."""

from __future__ import annotations

from tic_rules.ir.pack import IssueKind
from tic_rules.kind import Kind
from tic_rules.packs.shapes import BOTH, DAY, DIGITS_OR_TEXT, DIVISION, NUMBER, TEXT, Schema, closed, list_of, one_of
from tic_rules.quantity.pattern import pattern


def jurisdiction() -> Schema:
    """The city."""
    return closed(
        {
            "zh": (TEXT, "中文名", "Chinese name."),
            "en": (TEXT, "英文名", "English name."),
            "code": (DIVISION, "区划代码", "GB/T 2260 code of six digits."),
        },
        "zh en code",
    )


def issued() -> Schema:
    """Who issued it, and what it is."""
    return closed(
        {
            "by": (BOTH, "发布机关", "The issuing authority."),
            "number": (TEXT, "文号", "Document number."),
            "on_day": (DAY, "发布日期", "Day of issue."),
            "kind": (one_of(IssueKind), "性质", "What the document is."),
        },
        "by kind",
    )


def in_force() -> Schema:
    """From and until when it is in force."""
    period: Schema = {"type": "string", "pattern": pattern((Kind.YEARS, Kind.MONTHS)), "examples": ["2年"]}
    start: Schema = {"anyOf": [{"const": "not known"}, DAY]}
    return closed(
        {
            "from": (start, "施行日期", "The first day, or not known."),
            "not_before": (DAY, "不早于", "Where the start is not known: the first day that it can be."),
            "not_after": (DAY, "不晚于", "Where the start is not known: the last day that it can be."),
            "for": (period, "有效期", "How long it is in force, as printed."),
            "until": (DAY, "失效日期", "The last day, as printed."),
            "printed": (TEXT, "原文用语", "The few printed words that fix it."),
            "note": (BOTH, "说明", "A note."),
        },
        "from printed",
    )


def printed() -> Schema:
    """How many headings are printed."""
    return closed(
        {
            "headings": (NUMBER, "条目标题数", "How many article headings are printed."),
            "not_printed": (list_of(DIGITS_OR_TEXT), "未印出的条号", "Numbers that are skipped in print."),
        },
        "headings",
    )
