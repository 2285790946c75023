"""How a fact is written: in words with its unit and allowed words, and one example that a dossier takes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, assert_never

from tic_rules.errors import Lang
from tic_rules.facts import words
from tic_rules.facts.fields import EXAMPLES
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.kind import Kind
from tic_rules.quantity.units import symbols

DAY: Final = "2026-03-01"

_FORMS: Final = {
    FactKind.FLAG: Text("是 true，否 false", "true or false"),
    FactKind.DAY: Text(f"日期，如 {DAY}", f"a day, such as {DAY}"),
    FactKind.YEAR: Text("四位年份，如 2025", "a year of four digits, such as 2025"),
    FactKind.TEXT: Text("文字", "text"),
    FactKind.SHARE: Text("比例，如 60% 或 3/5", "a share, such as 60% or 3/5"),
    FactKind.SEAT: Text("六位区划代码，如 371502", "a GB/T 2260 code of six digits, such as 371502"),
}
_CREDIT_CODE: Final = Text(
    "18 位统一社会信用代码，末位是校验码", "a unified social credit code: 18 characters, the last a check digit"
)
_TEXTS: Final = {
    "lead.name": "……依托单位",
    "lead.credit_code": "91379901MA00000017",
    "partners[].credit_code": "91379901MA0000002A",
    "bans[].city": "chongqing",
}
"""Texts that no dossier takes two of, or takes but of its own kind."""
_QUANTITY: Final = Text("数量，带单位（{units}），如 {example}", "an amount with its unit ({units}), such as {example}")
_YEARLY: Final = Text(
    "每个日历年一项，金额带单位（{units}），如 {example}",
    "an entry for each calendar year, its amount with a unit ({units}), such as {example}",
)
_LIST: Final = Text("逐项列出；没有写 []", "one entry each; [] if there are none")
_THING: Final = Text("有则填写下列各项", "if there is one, tell what follows")
_ONE_OF: Final = Text("其一：{words}", "one of: {words}")
_LEVEL: Final = Text("其一（由低到高）：{words}", "one of, lowest first: {words}")
_OR_NONE: Final = Text("；确知没有写 none", "; none if known not to exist")
_BETWEEN: Final = Text("、", ", ")


def form_of(spec: FactSpec, lang: Lang) -> str:
    """How the fact is written."""
    return _form(spec, lang) + (_OR_NONE.of(lang) if spec.may_be_none else "")


def form_of_one(spec: FactSpec, lang: Lang) -> str:
    """How one value of the fact is written: of a yearly series the figure of a year."""
    return form_of(replace(spec, kind=FactKind.QUANTITY) if spec.kind is FactKind.YEARLY else spec, lang)


def _form(spec: FactSpec, lang: Lang) -> str:
    match spec.kind:
        case FactKind.QUANTITY | FactKind.YEARLY:
            kind = spec.unit or Kind.ITEMS
            units = _BETWEEN.of(lang).join(symbols((kind,)))
            template = _QUANTITY if spec.kind is FactKind.QUANTITY else _YEARLY
            return template.of(lang).format(units=units, example=EXAMPLES[kind])
        case FactKind.CHOICE:
            return _ONE_OF.of(lang).format(words=_BETWEEN.of(lang).join(allowed(spec, lang)))
        case FactKind.LEVEL:
            return _LEVEL.of(lang).format(words=_BETWEEN.of(lang).join(allowed(spec, lang)))
        case FactKind.LIST:
            return _LIST.of(lang)
        case FactKind.THING:
            return _THING.of(lang)
        case FactKind.TEXT if spec.path.endswith(".credit_code"):
            return _CREDIT_CODE.of(lang)
        case FactKind.FLAG | FactKind.DAY | FactKind.YEAR | FactKind.TEXT | FactKind.SHARE | FactKind.SEAT:
            return _FORMS[spec.kind].of(lang)
        case _:
            assert_never(spec.kind)


def allowed(spec: FactSpec, lang: Lang) -> tuple[str, ...]:
    """The closed words of a fact; in English each with what it means."""
    if lang == "zh":
        return spec.values
    return tuple(f"{word} ({words.ENGLISH[word]})" if word in words.ENGLISH else word for word in spec.values)


def example_of(spec: FactSpec) -> str:
    """An example as a YAML dossier holds it, of a fact that is one value."""
    match spec.kind:
        case FactKind.FLAG:
            return "true"
        case FactKind.CHOICE | FactKind.LEVEL:
            return spec.values[0]
        case FactKind.DAY:
            return DAY
        case FactKind.YEAR:
            return DAY[:4]
        case FactKind.QUANTITY:
            return EXAMPLES[spec.unit or Kind.ITEMS]
        case FactKind.SHARE:
            return "60%"
        case FactKind.SEAT:
            return '"371502"'
        case FactKind.TEXT:
            return _TEXTS.get(spec.path, "……")
        case FactKind.YEARLY | FactKind.LIST | FactKind.THING:
            raise ValueError(f"a {spec.kind} is no single value")
        case _:
            assert_never(spec.kind)
