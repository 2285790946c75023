"""The JSON Schema of conditions and measures, one branch a word, drawn from the table of operators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from tic_rules.facts.catalogue import common_facts
from tic_rules.facts.history_facts import history_facts
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.ir.conditions import DayOp, NamedDay, Op
from tic_rules.ir.operators import BARE, COMPARISONS, DAY_COMPARISONS, OPERATORS, PRINTED_WORDS, Operator
from tic_rules.kind import Kind
from tic_rules.packs.shapes import DAY, DIVISION, Schema, list_of, only, ref
from tic_rules.quantity.pattern import pattern

_ID: Final = "^[a-z0-9-]+(?:[.][a-z0-9-]+)*$"
_ASKED: Final = "^[a-z0-9-]+(?:[.][a-z0-9-]+)*(?::[a-z0-9-]+(?:[.][a-z0-9-]+)*|:departs)?$"
_OF_DUTY: Final[Schema] = {
    "type": "string",
    "pattern": "^duties[.][a-z0-9-]+(?:[.][a-z0-9-]+)*$",
    "description": "The cycles of a duty of this pack. 本包一项义务的各期。",
}
_WINDOWS: Final = ("last 3 full years", "last full year", "application year", "last 3 years")
_WINDOW: Final = "^(?:last(?: [1-9][0-9]?)? (?:full )?years?|application year)$"

# Held against a bound only; what else stands on the left of a comparison can also be added up and counted.
_ONLY_COMPARED: Final = frozenset({"share", "ratio", "elapsed"})
# These may also be held against a word, a day, a place, an authority or a form of name.
_SINGLE: Final = frozenset({"fact", "its"})


def definitions() -> dict[str, Schema]:
    """The shared parts of a pack's schema: conditions, measures and all that stands in them."""
    return {
        "id": {"type": "string", "pattern": _ID},
        "window": {"anyOf": [{"enum": list(_WINDOWS)}, {"type": "string", "pattern": _WINDOW}]},
        "quantity": {
            "type": "string",
            "pattern": pattern(tuple(Kind)),
            "description": "A number with its unit, or a fraction. 带单位的数，或分数。",
            "examples": ["1000万元", "15人", "600平方米", "1/3", "3%"],
        },
        "word": {
            "type": "string",
            "pattern": "^[^0-9０-９]+$",
            "description": "A level of the fact's own scale. 该项资料自己的等级。",
        },
        **_paths(),
        "ref": {"anyOf": [ref("day_fact"), only(its=ref("member_field"))]},
        "day": {"anyOf": [{"enum": [day.value for day in NamedDay]}, DAY, {"$ref": "#/$defs/ref"}]},
        **{row.word: _branch(row) for row in OPERATORS},
        **{f"{row.word}_compared": _compared(row) for row in OPERATORS if row.makes == "left"},
        "condition": {
            "description": "One connective or atom, or one thing that is read with exactly one comparator. "
            "一个连接词或判断，或一项内容加一个比较词。",
            "anyOf": [
                *(ref(row.word if row.makes == "condition" else f"{row.word}_compared") for row in OPERATORS),
                ref("term"),
            ],
        },
        "measure": {
            "description": "What can be counted, summed or read as a quantity. 可以计数、求和或读作数量的内容。",
            "anyOf": [ref(row.word) for row in OPERATORS if row.makes == "left" and row.word not in _ONLY_COMPARED],
        },
    }


def _common(kinds: Iterable[FactKind] = FactKind, *, may_be_none: bool = False) -> list[FactSpec]:
    """The common facts of these kinds that are no fields of a list's members."""
    wanted = set(kinds)
    return [
        spec
        for path, spec in common_facts().items()
        if "[]" not in path and spec.kind in wanted and (spec.may_be_none or not may_be_none)
    ]


def _path(known: list[FactSpec]) -> Schema:
    """The path of a fact: a common one, which an editor completes, or one that the pack declares under its own id."""
    roots = "|".join(dict.fromkeys(spec.path.split(".")[0] for spec in _common()))
    own = {"type": "string", "pattern": rf"^(?!(?:{roots})\.)[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$"}
    return {"anyOf": [*(_named(spec.path, spec) for spec in known), own]}


def _named(word: str, spec: FactSpec) -> Schema:
    return {"const": word, "title": spec.title.zh, "description": spec.title.en}


def _paths() -> dict[str, Schema]:
    """The facts that can stand where a word needs one of a certain kind."""
    of_histories = history_facts([("duty", Text("义务", "A duty"))], has_time_to_rectify=True)
    lists = [spec for spec in of_histories.values() if "[]" not in spec.path and not spec.path.startswith("duties.")]
    every = (*of_histories.items(), *common_facts().items())
    fields = {path.partition("[].")[2]: spec for path, spec in every if "[]." in path}
    shapes = {FactKind.LIST, FactKind.YEARLY, FactKind.THING}
    return {
        "any_fact": _path(_common(set(FactKind) - shapes)),
        "day_fact": _path(_common({FactKind.DAY})),
        "quantity_fact": _path(_common({FactKind.QUANTITY, FactKind.SHARE})),
        "list_fact": {"anyOf": [_path([*_common({FactKind.LIST}), *lists]), _OF_DUTY]},
        "sum_fact": _path(_common({FactKind.LIST, FactKind.YEARLY})),
        "thing_fact": _path(_common(may_be_none=True)),
        "member_field": {"anyOf": [_named(name, fields[name]) for name in sorted(fields)]},
    }


def _values() -> Mapping[str, Schema]:
    """What stands under each word, and under each key beside a word."""
    asked = {"type": "string", "pattern": _ASKED}
    elapsed = only(**{"from": ref("day"), "to": ref("day")})
    elapsed["properties"]["first_day_counts"] = {"type": "boolean"}
    return {
        "all": list_of(ref("condition"), least=1),
        "any": list_of(ref("condition"), least=1),
        "not": ref("condition"),
        "finding": asked,
        "has": ref("thing_fact"),
        "every": ref("list_fact"),
        "holds": ref("condition"),
        "where": ref("condition"),
        "over": ref("window"),
        "stated_as": ref("quantity_fact"),
        "term": ref("id"),
        "fact": ref("any_fact"),
        "its": ref("member_field"),
        "sum": {"anyOf": [list_of(ref("measure"), least=1), ref("sum_fact")]},
        "each": ref("member_field"),
        "count": ref("list_fact"),
        "lesser": list_of(ref("measure"), least=1),
        "age": ref("ref"),
        "at": ref("day"),
        "share": ref("measure"),
        "of": ref("measure"),
        "ratio": ref("measure"),
        "to": ref("measure"),
        "if_whole_is_zero": {"anyOf": [{"enum": ["holds", "fails"]}, only(finding=asked)]},
        "elapsed": elapsed,
    }


def _described(row: Operator) -> str:
    said = f"{row.phrase.en}: {row.takes}" if row.phrase.en else row.takes
    return f"{said}. Open: {row.if_open}. None: {row.if_none}."


def _branch(row: Operator) -> Schema:
    """A condition, or a measure without a comparator, that begins with this word."""
    values = _values()
    keys = [row.word, *row.with_words, *row.may_have]
    return {
        "type": "object",
        "title": row.phrase.zh or row.word,
        "description": _described(row),
        "properties": {key: values[key] for key in keys},
        "required": [row.word, *row.with_words],
        "additionalProperties": False,
    }


def _compared(row: Operator) -> Schema:
    """A comparison that begins with this word: exactly one comparator, and for a bound the printed words."""
    branch = _branch(row)
    bounds = _bounds(words=row.word in _SINGLE)
    others = _others() if row.word in _SINGLE else {}
    branch["properties"] |= {op: schema for op, (schema, _) in bounds.items()}
    branch["properties"] |= others
    branch["properties"]["printed"] = {
        "enum": [*sorted({word for known in PRINTED_WORDS.values() for word in known}), BARE],
        "description": "The few printed words that fix the boundary, or bare. 原文的界限用语；只印数字时写 bare。",
    }
    branch["oneOf"] = [{"required": [comparator]} for comparator in (*bounds, *others)]
    branch["anyOf"] = [
        *(
            {"required": [op, "printed"], "properties": {"printed": {"enum": printed}}}
            for op, (_, printed) in bounds.items()
        ),
        *({"required": [name], "properties": {"printed": False}} for name in others),
    ]
    return branch


def _bounds(*, words: bool) -> dict[str, tuple[Schema, list[str]]]:
    """What a measure is held against, by comparator, with the printed words that fix it."""
    found: dict[str, tuple[Schema, list[str]]] = {}
    for op, phrase in COMPARISONS.items():
        one: Schema = {"anyOf": [ref("quantity"), ref("word")]} if words else ref("quantity")
        told = {"title": phrase.zh, "description": phrase.en}
        schema = (
            {"type": "array", "items": ref("quantity"), "minItems": 2, "maxItems": 2, **told}
            if op is Op.BETWEEN
            else {**one, **told}
        )
        found[op.value] = (schema, [*sorted(PRINTED_WORDS[op]), BARE])
    return found


def _others() -> dict[str, Schema]:
    """What else a single fact can be held against, by comparator."""
    word = {"type": ["string", "boolean"]}
    days = {
        op.value: {**ref("day"), "title": phrase.zh, "description": phrase.en} for op, phrase in DAY_COMPARISONS.items()
    }
    return {
        **{op.value: days[op.value] for op in DayOp},
        "is": {**word, "title": "为", "description": "The one value. 唯一的值。"},
        "one_of": {
            "type": "array",
            "items": word,
            "minItems": 1,
            "title": "属于",
            "description": "One of these values.",
        },
        "within": {
            "anyOf": [
                ref("window"),
                *DIVISION["anyOf"],
            ],
            "title": "在…之内",
            "description": "A window for a day, a GB/T 2260 code for a seat.",
        },
        "done_by": {
            "type": "array",
            "items": ref("id"),
            "minItems": 1,
            "title": "由…作出",
            "description": "Authorities of the pack.",
        },
        "named_like": {
            "type": "string",
            "title": "命名为",
            "description": "A name, where {field} stands for one or more characters.",
        },
    }
