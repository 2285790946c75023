"""The JSON Schema of a policy pack: closed, so that an editor completes and checks while a pack is being written."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import FactKind
from tic_rules.ir.norms import Became, Question, Strength
from tic_rules.kind import Kind
from tic_rules.packs import condition_schema, head_schema
from tic_rules.packs.lifecycle_schema import lifecycle
from tic_rules.packs.shapes import (
    BOTH,
    CITES,
    CONDITION,
    DIGITS_OR_TEXT,
    ID,
    NUMBER,
    TEXT,
    Schema,
    closed,
    list_of,
    one_of,
    ref,
)
from tic_rules.quantity import UNITS

_ABOUT: Final = (
    "One issued regulation as norms that can be read aloud. What the schema cannot see (ids that exist, facts and "
    "units that fit, articles that are all accounted for) the library checks at load. "
    "一个城市的一份办法：条件用嵌套的键写成，数量带单位，每个界限附原文用语；其余由 tic-rules 载入时检查。"
)


def pack_schema() -> Schema:
    """The schema (2020-12) of a pack."""
    return {
        "title": "技术创新中心规则包",
        "description": _ABOUT,
        **closed(
            {
                "pack": ({"type": "string", "pattern": "^[a-z][a-z0-9-]*$"}, "编号", "The pack's id."),
                "version": (DIGITS_OR_TEXT, "版本", "Version of the encoding, not of the text."),
                "title": (BOTH, "文件名称", "Title of the document."),
                "jurisdiction": (head_schema.jurisdiction(), "适用城市", "The city, with its GB/T 2260 code."),
                "issued": (head_schema.issued(), "发布", "Who issued it, when, under which number, and what it is."),
                "in_force": (
                    head_schema.in_force(),
                    "施行",
                    "From and until which day it is in force, or that it is not known.",
                ),
                "implements": (list_of(TEXT), "所依据的文件", "The texts that it implements."),
                "repeals": (list_of(TEXT), "所废止的文件", "The texts that it repeals."),
                "printed_articles": (
                    head_schema.printed(),
                    "印出的条文",
                    "How many headings are printed, and which numbers not.",
                ),
                "authority": (ID, "适用机关", "Who applies a norm that names nobody else."),
                "authorities": (list_of(_authority()), "机关", "Who decides, applies or receives."),
                "facts": (list_of(_fact()), "自有资料", "Facts that this pack declares for itself."),
                "tracks": (list_of(_track(), least=1), "申报途径", "The ways in; they join by any."),
                "terms": (list_of(_term()), "术语", "Measures and conditions defined once."),
                "findings": (list_of(_finding()), "认定事项", "Questions that only people can decide."),
                "norms": (list_of(_norm(), least=1), "规则", "Units of meaning drawn from the articles."),
                "relaxations": (
                    list_of(_relaxation()),
                    "放宽",
                    "Where less may be accepted, by whom, and on what ground.",
                ),
                "lifecycle": (lifecycle(), "批准之后", "What is ruled after approval."),
                "provisions": (list_of(_provision()), "条款", "Every article as printed, and what became of it."),
            },
            "pack version title jurisdiction issued in_force printed_articles authority tracks norms",
        ),
        "$defs": {
            **condition_schema.definitions(),
            "both": closed({"zh": (TEXT, "中文", "Chinese."), "en": (TEXT, "英文", "English.")}, "zh en"),
            "citation": closed(_place() | {"sentence": (NUMBER, "句", "Sentence.")}, "article"),
            "cites": {"anyOf": [ref("citation"), list_of(ref("citation"), least=1)]},
        },
    }


def _authority() -> Schema:
    return closed(
        {
            "id": (ID, "编号", "Id."),
            "title": (BOTH, "名称", "Name."),
            "also": (list_of(TEXT), "别名", "Further names it goes by."),
        },
        "id title",
    )


def _fact() -> Schema:
    kinds = [kind for kind in FactKind if kind not in {FactKind.LIST, FactKind.THING, FactKind.YEARLY}]
    units = [symbol for symbol, unit in UNITS.items() if unit.kind is not Kind.SHARE]
    drawn = closed(
        {
            "path": ({"type": "string", "pattern": r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$"}, "路径", "<pack>.<name>"),
            "kind": (one_of(kinds), "种类", "What the fact is."),
            "unit": (one_of(units), "单位", "Unit of a quantity."),
            "values": (
                list_of(TEXT, least=1),
                "可选的词",
                "The closed words of a choice, or of a level from the lowest.",
            ),
            "title": (BOTH, "名称", "What it means."),
            "evidence": (BOTH, "证明材料", "What proves it."),
            "may_be_none": ({"type": "boolean"}, "可以没有", "Whether it can be known not to exist."),
        },
        "path kind title evidence",
    )
    return drawn | {
        "oneOf": [
            {"properties": {"kind": {"const": FactKind.QUANTITY.value}, "values": False}, "required": ["unit"]},
            {
                "properties": {"kind": {"enum": [FactKind.CHOICE.value, FactKind.LEVEL.value]}, "unit": False},
                "required": ["values"],
            },
            {
                "properties": {
                    "kind": {"not": {"enum": [FactKind.QUANTITY.value, FactKind.CHOICE.value, FactKind.LEVEL.value]}},
                    "unit": False,
                    "values": False,
                }
            },
        ]
    }


def _track() -> Schema:
    return closed(
        {
            "id": (ID, "编号", "Id."),
            "title": (BOTH, "名称", "Title."),
            "for": (CONDITION, "适用于", "Whose way in it is; left out: everybody's."),
            "cites": (CITES, "出处", "Where it is printed."),
        },
        "id title",
    )


def _cited() -> dict[str, tuple[Schema, str, str]]:
    return {
        "id": (ID, "编号", "Id, stable across versions."),
        "cites": (CITES, "出处", "Where it is printed."),
        "title": (BOTH, "标题", "Title in our own words."),
    }


def _term() -> Schema:
    drawn = closed(
        _cited()
        | {
            "measure": (ref("measure"), "数量", "What is counted or summed."),
            "condition": (CONDITION, "条件", "What holds."),
        },
        "id cites title",
    )
    return drawn | {"oneOf": [{"required": ["measure"]}, {"required": ["condition"]}]}


def _finding() -> Schema:
    return closed(
        {
            "id": (ID, "编号", "Id."),
            "ask": (BOTH, "问题", "The question, answered yes or no."),
            "decided_by": (list_of(ID, least=1), "由谁认定", "The authorities whose answer counts."),
            "recorded_in": (
                {"type": "string", "pattern": r"^procedure\.[a-z_]+$"},
                "记录于",
                "The step of the procedure whose outcome is this finding.",
            ),
        },
        "id ask decided_by",
    )


def _readings(*others: str) -> Schema:
    evaluated = {
        "other_when": (CONDITION, "另一种适用条件", "The other reading's when."),
        "other_require": (CONDITION, "另一种要求", "The other reading's require."),
        "other_strength": (one_of(Strength), "另一种强度", "The other reading's strength."),
    }
    told = {
        "taken": (BOTH, "所取的读法", "The reading taken."),
        "other": (BOTH, "另一种读法", "The other one."),
        "why": (BOTH, "理由", "Why."),
    }
    return list_of(closed(told | {key: evaluated[key] for key in others}, "taken other why"))


def _norm() -> Schema:
    others = ("other_when", "other_require", "other_strength")
    return closed(
        _cited()
        | {
            "question": (one_of(Question), "所答的问题", "The question it answers; entry where left out."),
            "tracks": (list_of(ID), "途径", "The tracks that ask it; all where left out."),
            "explain": (BOTH, "解释", "What it demands, in our own words."),
            "when": (CONDITION, "适用条件", "Where this is false, the norm is not applicable."),
            "require": (CONDITION, "要求", "What must hold."),
            "strength": (one_of(Strength), "强度", "How strictly it binds; hard where left out."),
            "departs_by": (list_of(ID), "由谁准予突破", "Of a norm in principle: whose departure excuses it."),
            "readings": (_readings(*others), "读法", "Where the text leaves room."),
            "remedy": (BOTH, "补救", "What can be done where it is not met."),
        },
        "id cites title explain require",
    )


def _relaxation() -> Schema:
    return closed(
        _cited()
        | {
            "covers": (list_of(ID, least=1), "所放宽的规则", "The norms of which less may be accepted."),
            "ground": (CONDITION, "理由", "On what ground."),
            "accepted_by": (list_of(ID, least=1), "由谁接受", "Whose acceptance counts."),
            "readings": (_readings(), "读法", "Where the text leaves room."),
        },
        "id cites title covers ground accepted_by",
    )


def _place() -> dict[str, tuple[Schema, str, str]]:
    return {
        "article": (NUMBER, "条", "Article."),
        "occurrence": (NUMBER, "第几次出现", "Which of several articles printed under the same number."),
        "paragraph": (NUMBER, "款", "Paragraph."),
        "item": (NUMBER, "项", "Item."),
    }


def _provision() -> Schema:
    return closed(
        _place()
        | {
            "text_sha256": (
                {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "指纹",
                "Fingerprint of the text, white space and editor's marks left out.",
            ),
            "prints": (list_of(DIGITS_OR_TEXT), "所印的数与义务词", "The numbers and words of duty in it."),
            "became": (one_of(Became), "去向", "What became of it."),
            "norms": (list_of(ID), "规则", "Norms, relaxations, terms, tracks, parts of the lifecycle drawn from it."),
            "why": (BOTH, "理由", "Why no norm exhausts it."),
        },
        "article text_sha256 became",
    )
