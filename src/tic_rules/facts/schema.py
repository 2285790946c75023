"""The JSON Schemas of a dossier and of a history, drawn from the models and from what packs declare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, assert_never

from tic_rules.facts import fields
from tic_rules.facts.dossier import Dossier
from tic_rules.facts.events import COMMON, KINDS, EventKind
from tic_rules.facts.history import History
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.kind import Kind
from tic_rules.quantity.pattern import pattern

Schema = dict[str, Any]

_NULL: Final = {"type": "null"}
_ABOUT: Final = (
    "All that is known about one applicant. A key left out is missing; none says that a thing is known not to exist; "
    "null is refused. A quantity is text with its unit (1500万元) or {amount, unit}, both texts; never a bare number. "
    "一家申报单位的全部资料：不知道就不写这个键，确知没有写 none，不写空值；数量一律带单位。"
)
_ABOUT_HISTORY: Final = (
    "What happened to one centre after approval, in the order in which it was recorded. It only grows: an event that "
    "corrects another, or withdraws it, comes after it; an event of kind complete says up to which day, and for which "
    "kinds, nothing is left out. "
    "一个中心批准之后发生的事，按登记次序；只增不改，更正和撤回是后来的一笔；complete 声明记录完整至哪一天。"
)


@dataclass(frozen=True, slots=True)
class Section:
    """The part of a dossier that belongs to one pack: its id, its title, the facts that it declares."""

    id: str
    title: Text
    facts: tuple[FactSpec, ...]


def dossier_schema(sections: Iterable[Section]) -> Schema:
    """The schema (2020-12) of a dossier with the sections of these packs; closed, so that a misspelt key is refused.

    It takes every quantity that the library takes, days and words in their usual form, and leaves to the library what
    no schema can see: sums, days that do not exist, bounds, check digits.
    """
    drawn = Dossier.model_json_schema()
    del drawn["properties"]["local"]
    schema = _shared(_told(_without_null(drawn)))
    for part in schema["$defs"].values():
        part.pop("title", None)
    form = {"enum": ["1", 1], "title": "资料格式版本", "description": "Version of this form."}
    return {
        "title": "技术创新中心申报资料",
        "description": _ABOUT,
        "type": "object",
        "properties": {**schema["properties"], "format": form, **{part.id: _section(part) for part in sections}},
        "additionalProperties": False,
        "$defs": {**schema["$defs"], **{_name(kind): dict(fields.quantity_schema(kind)) for kind in fields.EXAMPLES}},
    }


def history_schema() -> Schema:
    """The schema (2020-12) of a centre's history; closed, each kind of event with its own fields.

    It leaves to the library what no schema can see: days that do not exist, and whether a correction fits.
    """
    schema: Schema = _told(_without_null(History.model_json_schema()))
    for part in schema["$defs"].values():
        part.pop("title", None)
    event = schema["$defs"]["Event"]
    event |= {"required": ["kind", "day", "by", "basis"], "allOf": [_of_event(kind) for kind in KINDS.values()]}
    return {
        "title": "技术创新中心历史记录",
        "description": _ABOUT_HISTORY,
        "type": "object",
        "properties": schema["properties"],
        "required": ["centre", "city"],
        "additionalProperties": False,
        "$defs": schema["$defs"],
    }


def _of_event(kind: EventKind) -> Schema:
    """What an event of a kind must have and may have."""
    must = [*kind.must, *(("corrects",) if kind.id == "withdrawn" else ())]
    then: Schema = {"propertyNames": {"enum": [*COMMON, *kind.fields]}}
    return {
        "if": {"properties": {"kind": {"const": kind.id}}, "required": ["kind"]},
        "then": then | ({"required": must} if must else {}),
    }


def _name(kind: Kind) -> str:
    return kind.value.capitalize()


def _ref(kind: Kind) -> Schema:
    return {"$ref": f"#/$defs/{_name(kind)}"}


def _shared(node: Any) -> Any:
    """The schema with each quantity written out once."""
    if isinstance(node, list):
        return [_shared(item) for item in node]
    if not isinstance(node, dict):
        return node
    for kind in fields.EXAMPLES:
        drawn = dict(fields.quantity_schema(kind))
        if node.get("anyOf") == drawn["anyOf"]:
            return {**_ref(kind), **{key: value for key, value in node.items() if key != "anyOf"}}
    return {key: _shared(value) for key, value in node.items()}


def _without_null(node: Any) -> Any:
    """The schema without the null that stands for a field left out: leaving out is all there is."""
    if isinstance(node, list):
        return [_without_null(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_null(value) for key, value in node.items() if (key, value) != ("default", None)}
    choices = kept.get("anyOf")
    if choices and _NULL in choices:
        left = [choice for choice in choices if choice != _NULL]
        rest = {key: value for key, value in kept.items() if key != "anyOf"}
        return {**left[0], **rest} if len(left) == 1 else {"anyOf": left, **rest}
    return kept


def _told(node: Any) -> Any:
    """The schema with each field's evidence in its description, where an editor shows it."""
    if isinstance(node, list):
        return [_told(item) for item in node]
    if not isinstance(node, dict):
        return node
    told = {key: _told(value) for key, value in node.items()}
    if "x-evidence-zh" in node:
        told |= _meaning(Text(node["title"], node["x-title-en"]), Text(node["x-evidence-zh"], node["x-evidence-en"]))
    return told


def _meaning(title: Text, evidence: Text) -> Schema:
    return {
        "title": title.zh,
        "description": f"{title.en}. Evidence: {evidence.en}. 证明材料：{evidence.zh}。",
        "x-title-en": title.en,
        "x-evidence-zh": evidence.zh,
        "x-evidence-en": evidence.en,
    }


def _section(section: Section) -> Schema:
    return {
        "type": "object",
        "title": section.title.zh,
        "description": f"{section.title.en}: facts that its pack declares for itself. 该规则包自有的资料。",
        "properties": {
            spec.path.removeprefix(f"{section.id}."): {**_value(spec), **_meaning(spec.title, spec.evidence)}
            for spec in section.facts
        },
        "additionalProperties": False,
    }


def _value(spec: FactSpec) -> Schema:
    schema = dict(_of_kind(spec))
    return {"anyOf": [schema, {"const": fields.NONE}]} if spec.may_be_none else schema


def _of_kind(spec: FactSpec) -> Mapping[str, Any]:
    match spec.kind:
        case FactKind.FLAG:
            return {"type": "boolean"}
        case FactKind.CHOICE | FactKind.LEVEL:
            return {"type": "string", "enum": list(spec.values)}
        case FactKind.DAY:
            return dict(fields.DAY_SCHEMA)
        case FactKind.YEAR:
            return dict(fields.YEAR_SCHEMA)
        case FactKind.TEXT:
            return dict(fields.LINE_SCHEMA)
        case FactKind.QUANTITY:
            return _ref(spec.unit or Kind.ITEMS)
        case FactKind.SHARE:
            return {"type": "string", "pattern": pattern((Kind.SHARE,)), "examples": ["60%", "3/5"]}
        case FactKind.SEAT:
            return dict(fields.SEAT_SCHEMA)
        case FactKind.YEARLY | FactKind.LIST | FactKind.THING:
            raise ValueError(f"no pack declares a {spec.kind}")
        case _:
            assert_never(spec.kind)
