"""The schemas of what the library writes: a determination, and the outcomes of several dossiers or packs."""

from __future__ import annotations

from typing import Any, Final

from tic_rules.facts.schema import Schema
from tic_rules.ir import record as ir_record
from tic_rules.ir.norms import Question
from tic_rules.packs.shapes import only
from tic_rules.truth import PointKind, Verdict

_TITLES: Final = {
    "engine": "引擎版本",
    "pack": "规则包",
    "standing": "在所判断的日子是否施行",
    "question": "所答的问题",
    "asked_tracks": "指名的途径（空：全部）",
    "as_of": "判断日期",
    "application_day": "申报日",
    "application_state": "申报日是否已知",
    "applicant": "申报单位",
    "dossier_digest": "资料摘要值",
    "calendar_digest": "工作日历摘要值",
    "verdict": "结论",
    "truth": "真值与未定事项",
    "tracks": "各途径",
    "norms": "各规则",
    "left_out": "未采用的内容",
    "format": "格式版本",
}
_OF_STATUS: Final = {
    "engine": "引擎版本",
    "pack": "规则包",
    "centre": "中心编号",
    "name": "中心名称",
    "on": "评定基准日",
    "known_on": "据哪一天为止的登记",
    "complete_to": "全部记录完整至哪一天",
    "events": "采用的事件",
    "stages": "阶段，或可能处于的几个阶段",
    "periods": "期间",
    "duties": "各期义务",
    "grounds": "各撤销情形",
    "apply_again": "何时可以再次申报",
    "asides": "没有采用的事件及原因",
    "format": "格式版本",
}
_FRACTION: Final[Schema] = {"type": "string", "pattern": "^-?[0-9]+(?:/[1-9][0-9]*)?$", "examples": ["15000000", "1/3"]}
_ABOUT: Final = (
    "The answer to one question about one applicant by one pack on one day, with its whole trace. Amounts and ratios "
    "are exact texts in the base unit. "
    "一份判断：结论、各条规则、依据的资料和全部推导；数额和比例是精确的文字，以基本单位计。"
)
_COMPARISON: Final = (
    "One dossier against several cities and all their ways in: a column each with its whole determination, and a row "
    "for each matter with the ids of the norms about it, by column; an empty cell: that text does not ask. "
    "同一份资料与各市各途径的比较；空格表示该文本未要求。"
)
_STATUS: Final = (
    "Where one centre stands on one day by what was recorded up to another: its stage, what it owes, what may be "
    "proposed and why, and when it may apply again. "
    "一个中心在某一天的状况：阶段、各期义务、撤销情形及全部推导、何时可以再次申报。"
)
_OUTCOMES: Final = (
    "What check and compare --format json write unless exactly one dossier was decided by exactly one pack, or "
    "compared, in the order of the command line. "
    "判断或比较了几份资料、几个规则包，或有资料被拒绝时的输出，次序同命令行。"
)


def determination_schema() -> Schema:
    """The schema (2020-12) of a recorded determination: closed, and every key is there."""
    record = ir_record.record_schema()
    drawn: Schema = _whole(record)
    drawn["$defs"] |= _unions(record)
    for name, title in _TITLES.items():
        drawn["properties"][name] = {**drawn["properties"][name], "title": title}
    return {"title": "技术创新中心判断记录", **drawn, "description": _ABOUT}


def outcomes_schema() -> Schema:
    """The schema (2020-12) of the outcomes of several dossiers or packs."""
    determination = determination_schema()
    definitions = determination.pop("$defs")
    text = {"$ref": "#/$defs/Text"}
    line = {"type": "string"}
    number = {"type": "integer", "minimum": 0}
    problem = only(
        code={"type": "string", "pattern": "^[EW][0-9]{3}$"}, source=line, line=number, column=number, path=line,
        sentence=text, help=text,
    )  # fmt: skip
    skipped = only(pack={"$ref": "#/$defs/PackRef"}, standing={"$ref": "#/$defs/Standing"})
    kinds = (
        only(dossier=line, determination={"$ref": "#/$defs/Determination"}),
        only(dossier=line, not_in_force=skipped),
        only(dossier=line, comparison={"$ref": "#/$defs/Comparison"}),
        only(dossier=line, problems={"type": "array", "items": {"$ref": "#/$defs/Problem"}, "minItems": 1}),
    )
    return {
        "title": "技术创新中心判断结果（几份）",
        "description": _OUTCOMES,
        **only(format={"const": "1"}, outcomes={"type": "array", "items": {"anyOf": list(kinds)}}),
        "$defs": {**definitions, "Determination": determination, "Comparison": _comparison(), "Problem": problem},
    }


def status_schema() -> Schema:
    """The schema (2020-12) of the status of a centre: closed, and every key is there."""
    record = ir_record.status_schema()
    drawn: Schema = _whole(record)
    drawn["$defs"] |= _unions(record)
    for name, title in _OF_STATUS.items():
        drawn["properties"][name] = {**drawn["properties"][name], "title": title}
    return {"title": "技术创新中心状况", **drawn, "description": _STATUS}


def comparison_schema() -> Schema:
    """The schema (2020-12) of a comparison: closed, and every key is there."""
    determination = determination_schema()
    definitions = determination.pop("$defs")
    return {
        "title": "技术创新中心各市并列比较",
        "description": _COMPARISON,
        **_comparison(),
        "$defs": {**definitions, "Determination": determination},
    }


def _comparison() -> Schema:
    text = {"$ref": "#/$defs/Text"}
    line = {"type": "string"}
    names = {"type": "array", "items": line}
    verdict = {"enum": [verdict.value for verdict in Verdict]}
    asks = only(
        kind={"enum": [kind.value for kind in PointKind]}, name=line, about=line, ask=text,
        whom={"type": "array", "items": text}, settles=names, touches=names,
    )  # fmt: skip
    column = only(
        city=line, track=line, verdict=verdict, still_asks={"type": "array", "items": asks},
        determination={"$ref": "#/$defs/Determination"},
    )  # fmt: skip
    row = only(matter=line, title=text, cells={"type": "array", "items": names})
    return only(
        format={"const": "1"},
        applicant=line,
        question={"enum": [question.value for question in Question]},
        as_of={"type": "string", "format": "date"},
        columns={"type": "array", "items": column},
        rows={"type": "array", "items": row},
    )


def _unions(node: Any) -> dict[str, Schema]:
    """The closed unions of a record, each said once: the kind says which shape is meant, so only that one is tried."""
    found: dict[str, Schema] = {}
    if isinstance(node, dict):
        if "discriminator" in node:
            shapes: dict[str, str] = node["discriminator"]["mapping"]
            found[_union(node)] = {
                "type": "object",
                "properties": {"kind": {"enum": list(shapes)}},
                "required": ["kind"],
                "allOf": [
                    {"if": {"properties": {"kind": {"const": kind}}}, "then": {"$ref": shape}}
                    for kind, shape in shapes.items()
                ],
            }
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            found |= _unions(inner)
    return found


def _union(node: Schema) -> str:
    """The name of a closed union: that of a condition's step, or that of a measure."""
    return "Step" if "#/$defs/AllStep" in node["discriminator"]["mapping"].values() else "Measure"


def _whole(node: Any) -> Any:
    """A schema drawn by Pydantic as that of what is written: nothing left out, nothing added, and fractions as such."""
    if isinstance(node, list):
        return [_whole(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("format") == "fraction":
        return dict(_FRACTION)
    if "discriminator" in node:
        return {"$ref": f"#/$defs/{_union(node)}"}
    kept: Schema = {}
    for key, value in node.items():
        match key:
            case "title" | "default":
                pass
            case "properties" | "$defs":
                kept[key] = {name: _whole(inner) for name, inner in value.items()}
            case _:
                kept[key] = _whole(value)
    if "properties" in kept:
        kept |= {"required": list(kept["properties"]), "additionalProperties": False}
    return kept
