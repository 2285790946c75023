"""The kinds of value that a dossier's fields hold; each reads what people write, refuses the rest, and says what it is.

A field's annotation carries one of these markers. Pydantic reads through it, the JSON Schema is drawn from it, and the
catalogue of facts is built from it, so that the three cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any, Final, Literal

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from tic_rules import calendar, identity, quantity
from tic_rules.errors import Problem
from tic_rules.facts import words
from tic_rules.ir.catalogue import FactKind
from tic_rules.quantity import Interval, Kind, Quantity
from tic_rules.quantity.pattern import MACHINE_NUMBER, pattern
from tic_rules.written import RefusedError

Nothing = Literal["none"]
NONE: Final[Nothing] = "none"
"""How a dossier writes that a thing is known not to exist."""


def fact(zh: str, en: str, proof_zh: str, proof_en: str) -> Any:
    """A field that may be left out, with its titles and the evidence that proves it."""
    return Field(
        default=None,
        title=zh,
        description=en,
        json_schema_extra={"x-title-en": en, "x-evidence-zh": proof_zh, "x-evidence-en": proof_en},
    )


def refuse(code: str, /, *at: str | int, **values: object) -> PydanticCustomError:
    """An error of ours, to travel through Pydantic to where its place is known; ``at``: where below this part."""
    filled = {name: str(value) for name, value in values.items()}
    return _custom([(code, at, filled)])


Refusal = tuple[str, tuple[str | int, ...], dict[str, str]]
"""A code, where below the part in hand, and the values of its message."""


def refusals_in(errors: Iterable[PydanticCustomError]) -> list[Refusal]:
    """What errors of ours refuse."""
    return [refusal for error in errors for refusal in (error.context or {})["refusals"]]


def refuse_all(errors: Collection[PydanticCustomError]) -> None:
    """Raises several errors of ours as one, which is told apart again where they are reported; nothing for none."""
    if errors and (refusals := refusals_in(errors)):
        raise _custom(refusals)


def _custom(refusals: list[Refusal]) -> PydanticCustomError:
    """Refusals as an error of Pydantic, which says the same to who builds the models by hand."""
    said = "\n".join(Problem.of(code, **values).text("en") for code, _, values in refusals)
    return PydanticCustomError("tic_rules", "{said}", {"said": said, "refusals": refusals})


def seen(value: object) -> str:
    """A value as a message shows it, a text in quotes, cut where it is long."""
    return cut(str(value).lower() if isinstance(value, bool) else repr(value))


def cut(text: str) -> str:
    """A text as a message shows it, cut where it is long."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


_SHOWN: Final = 60


_LIKE_NONE: Final = frozenset({"none", "null", "nil", "n/a", "na", "nothing", "无", "没有", "不存在", "尚无"})


def tell_none_apart(value: object, *, may_be_none: bool, has_words: bool) -> None:
    """Refuses ``none`` of what always exists, and what only looks like ``none`` of what may not.

    A field with closed words refuses it by naming those.
    """
    if may_be_none:
        refuse_like_none(value)
    elif not has_words and isinstance(value, str) and value == NONE:
        raise refuse("E153")


def refuse_like_none(value: object) -> None:
    """Refuses what only looks like ``none`` where that word can stand: it would be read as a name."""
    if isinstance(value, str) and value != NONE and words.canonical(value).casefold() in _LIKE_NONE:
        raise refuse("E158", seen=cut(value))


def _as_is(kind: type) -> Callable[[Any], Any]:
    """A writer of values of one type alone: what went round the checks must not be turned into something else."""

    def write(value: object) -> object:
        if type(value) is not kind:
            raise TypeError(type(value).__name__)
        return value

    return write


@dataclass(frozen=True, slots=True, eq=False)
class Holds:
    """The marker of a field: the kind of fact, how it is read and written, and its JSON Schema."""

    kind: FactKind
    read: Callable[[object], Any]
    write: Callable[[Any], Any]
    schema: tuple[tuple[str, Any], ...]
    unit: Kind | None = None
    values: tuple[str, ...] = ()
    scale: str | None = None
    may_be_none: bool = False

    def taken(self) -> Callable[[object], Any]:
        """A reader of the field that tells ``none``, and what looks like it, apart from what it reads."""
        read, may_be_none, has_words = self.read, self.may_be_none, bool(self.values)

        def any_text(value: object) -> Any:
            tell_none_apart(value, may_be_none=may_be_none, has_words=has_words)
            return read(value)

        def no_text(value: object) -> Any:
            # What looks like none is nothing that these read, so it is looked for only in what they refuse.
            try:
                return read(value)
            except PydanticCustomError:
                tell_none_apart(value, may_be_none=may_be_none, has_words=has_words)
                raise

        # Most of a dossier is lines and flags: what they usually hold is taken at once.
        def line(value: object) -> Any:
            return value if type(value) is str and value != NONE and value.strip() else any_text(value)

        def flag(value: object) -> Any:
            return value if value is True or value is False else no_text(value)

        if has_words and not may_be_none:
            return read
        if read is read_text and not may_be_none:
            return line
        if read is read_flag:
            return flag
        return any_text if self.kind is FactKind.TEXT else no_text

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.taken(),
            serialization=core_schema.plain_serializer_function_ser_schema(self.write),
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self.schema)


def reads_quantity(kind: Kind) -> Callable[[object], Quantity]:
    """A reader of quantities of one kind, as text with a unit or in machine form."""

    def read(value: object) -> Quantity:
        try:
            if isinstance(value, Quantity):
                return quantity.parse_quantity(quantity.text_of(value), kinds=(kind,))
            if isinstance(value, dict):
                return quantity.parse_machine(value, kinds=(kind,))
            if isinstance(value, (str, int)) and not isinstance(value, bool):
                return quantity.parse_quantity(value, kinds=(kind,))
        except RefusedError as error:
            raise refuse(error.problem_code, **dict(error.values)) from None
        raise refuse(
            "E160",
            expected_zh=f"带单位的数量，如 {EXAMPLES[kind]}",
            expected_en=f"a quantity with its unit, such as {EXAMPLES[kind]}",
            seen=seen(value),
        )

    return read


EXAMPLES: Final[dict[Kind, str]] = {
    Kind.MONEY: "1500万元",
    Kind.AREA: "620平方米",
    Kind.PEOPLE: "20人",
    Kind.UNITS: "3家",
    Kind.CASES: "5例",
    Kind.TIMES: "1次",
    Kind.PROJECTS: "4项",
    Kind.ITEMS: "12个",
    Kind.AGE: "45周岁",
    Kind.SHARE: "60%",
    Kind.YEARS: "2年",
    Kind.MONTHS: "8个月",
    Kind.DAYS: "190天",
    Kind.WORKDAYS: "5个工作日",
}


def quantity_schema(kind: Kind) -> tuple[tuple[str, Any], ...]:
    """The JSON Schema of a quantity: text with a unit, or the machine form."""
    units = sorted(symbol for symbol, unit in quantity.UNITS.items() if unit.kind is kind)
    return (
        (
            "anyOf",
            [
                {"type": "string", "pattern": pattern((kind,)), "examples": [EXAMPLES[kind]]},
                {
                    "type": "object",
                    "properties": {
                        "amount": {"type": "string", "pattern": MACHINE_NUMBER},
                        "unit": {"type": "string", "enum": units},
                    },
                    "required": ["amount", "unit"],
                    "additionalProperties": False,
                },
            ],
        ),
    )


def _quantity(kind: Kind) -> Holds:
    return Holds(FactKind.QUANTITY, reads_quantity(kind), quantity.text_of, quantity_schema(kind), unit=kind)


Money = Annotated[Quantity, _quantity(Kind.MONEY)]
Area = Annotated[Quantity, _quantity(Kind.AREA)]
People = Annotated[Quantity, _quantity(Kind.PEOPLE)]
Days = Annotated[Quantity, _quantity(Kind.DAYS)]
Months = Annotated[Quantity, _quantity(Kind.MONTHS)]
Times = Annotated[Quantity, _quantity(Kind.TIMES)]


def read_flag(value: object) -> bool:
    """True or false; the words yes, no, on and off are not flags here."""
    if isinstance(value, bool):
        return value
    raise refuse(
        "E160", expected_zh=" true（是）或 false（否）", expected_en="true (yes) or false (no)", seen=seen(value)
    )


Flag = Annotated[bool, Holds(FactKind.FLAG, read_flag, _as_is(bool), (("type", "boolean"),))]


_day_of: Final = lru_cache(maxsize=4096)(calendar.parse_day)
"""The same few days stand in many places of many dossiers."""


def read_day(value: object) -> date:
    """A day as 2026-03-01, as text or as a date; a moment with a time of day is refused."""
    if type(value) is date and calendar.FIRST_DAY <= value <= calendar.LAST_DAY:
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        value = value.isoformat()
    if isinstance(value, str):
        try:
            return _day_of(value)
        except RefusedError as error:
            raise refuse(error.problem_code, **dict(error.values)) from None
    raise refuse("E160", expected_zh="日期，如 2026-03-01", expected_en="a day such as 2026-03-01", seen=seen(value))


DAY_SCHEMA: Final = (("type", "string"), ("format", "date"), ("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))
Day = Annotated[date, Holds(FactKind.DAY, read_day, date.isoformat, DAY_SCHEMA)]


def _read_day_or_none(value: object) -> date | Nothing:
    return NONE if value == NONE else read_day(value)


def _write_day_or_none(value: date | str) -> str:
    return value if isinstance(value, str) else value.isoformat()


DayOrNone = Annotated[
    date | Nothing,
    Holds(
        FactKind.DAY,
        _read_day_or_none,
        _write_day_or_none,
        (("anyOf", [dict(DAY_SCHEMA), {"const": NONE}]),),
        may_be_none=True,
    ),
]


def read_text(value: object) -> str:
    """Text that is not empty; a number or a day written without quotes is refused, since its form would be lost."""
    if isinstance(value, str) and value.strip():
        return value
    raise refuse(
        "E160",
        expected_zh="文字（纯数字请加引号）",
        expected_en="text (quote it if it is all digits)",
        seen=seen(value),
    )


LINE_SCHEMA: Final = (("type", "string"), ("pattern", r"\S"))
Line = Annotated[str, Holds(FactKind.TEXT, read_text, _as_is(str), LINE_SCHEMA)]
LineOrNone = Annotated[str, Holds(FactKind.TEXT, read_text, _as_is(str), LINE_SCHEMA, may_be_none=True)]
"""Text; the word ``none`` says that there is nothing of the kind."""


def read_year(value: object) -> int:
    """A calendar year of four digits."""
    if isinstance(value, int) and not isinstance(value, bool) and 1949 <= value <= 2200:
        return value
    raise refuse("E164", seen=seen(value))


YEAR_SCHEMA: Final = (("type", "integer"), ("minimum", 1949), ("maximum", 2200))
Year = Annotated[int, Holds(FactKind.YEAR, read_year, _as_is(int), YEAR_SCHEMA)]


def read_seat(value: object) -> str:
    """A GB/T 2260 code of six digits, as text or number."""
    text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    try:
        return identity.division(text)
    except RefusedError as error:
        raise refuse(error.problem_code, **dict(error.values)) from None


SEAT_SCHEMA: Final = (
    (
        "anyOf",
        [
            {"type": "string", "pattern": "^[1-9][0-9]{5}$"},
            {"type": "integer", "minimum": 110000, "maximum": 999999},
        ],
    ),
)
Seat = Annotated[str, Holds(FactKind.SEAT, read_seat, _as_is(str), SEAT_SCHEMA)]


def read_credit_code(value: object) -> str:
    """A unified social credit code with the right check digit."""
    if not isinstance(value, str):
        raise refuse(
            "E160",
            expected_zh=" 18 位统一社会信用代码（请加引号）",
            expected_en="a credit code of 18 characters, in quotes",
            seen=seen(value),
        )
    try:
        return identity.check_credit_code(value)
    except RefusedError as error:
        raise refuse(error.problem_code, **dict(error.values)) from None


CreditCode = Annotated[
    str, Holds(FactKind.TEXT, read_credit_code, _as_is(str), (("type", "string"), ("minLength", 18), ("maxLength", 18)))
]


def reads_choice(values: tuple[str, ...]) -> Callable[[object], str]:
    """A reader of one of the closed words."""
    # Of words that are compared alike the first one counts.
    known_by = {words.canonical(known): known for known in reversed(values)}
    as_written = {known: known_by[words.canonical(known)] for known in values}

    def read(value: object) -> str:
        if isinstance(value, str):
            known = as_written.get(value) or known_by.get(words.canonical(value))
            if known is not None:
                return known
        raise refuse(
            "E161",
            known="、".join(values),
            known_en=", ".join(values),
            seen=cut(value) if isinstance(value, str) else seen(value),
        )

    return read


def choice(values: tuple[str, ...]) -> Holds:
    """A field that is one of the closed words."""
    return Holds(FactKind.CHOICE, reads_choice(values), _as_is(str), _words(values), values=values)


def level(scale: str) -> Holds:
    """A field that is a level of a shared scale, lowest first."""
    values = words.SCALES[scale]
    return Holds(FactKind.LEVEL, reads_choice(values), _as_is(str), _words(values), values=values, scale=scale)


def _words(values: tuple[str, ...]) -> tuple[tuple[str, Any], ...]:
    return (("type", "string"), ("enum", list(values)))


UnitKind = Annotated[str, choice(words.UNIT_KINDS)]
Side = Annotated[str, choice(words.SIDES)]
Degree = Annotated[str, level("degree")]
Rank = Annotated[str, level("title")]


def read_share(value: object) -> tuple[str, Interval]:
    """A stated proportion: the text and the interval it stands for."""
    if isinstance(value, str):
        try:
            return value, quantity.rounded_share(value)
        except RefusedError as error:
            raise refuse(error.problem_code, **dict(error.values)) from None
    raise refuse("E160", expected_zh="比例，如 60% 或 3/5", expected_en="a share such as 60% or 3/5", seen=seen(value))
