"""The form of a recorded determination: every node, its fields and what each may hold; nothing more, nothing less.

The names are those of the published schema. What is read of a record of this form needs no further look at its types.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, Final

from tic_rules.audit.faults import Faults
from tic_rules.truth import OpenPoint, PointKind, Truth, TruthValue, Verdict

Node = Mapping[str, Any]

WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "State": ("given", "missing", "none"),
    "Op": ("at_least", "more_than", "at_most", "less_than", "between"),
    "DayOp": ("on_or_after", "after", "on_or_before", "before"),
    "Kind": (
        *("money", "area", "people", "units", "cases", "times", "projects", "items", "age", "share"),
        *("years", "months", "days", "workdays"),
    ),
    "Period": ("years", "months", "days", "workdays"),
    "Proportion": ("share", "ratio"),
    "IfZero": ("holds", "fails", "ask"),
    "FindingNote": (
        *("given", "needed", "decided by somebody else"),
        *("decided after the as-of date", "record silent"),
    ),
    "YearNote": ("whole", "so far", "before registration", "missing"),
    "Strength": ("hard", "in principle", "preference"),
    "Status": ("met", "excused", "not met", "unknown", "review", "not applicable"),
    "Verdict": tuple(Verdict),
    "Question": ("entry", "procedure", "operation", "naming"),
    "IssueKind": ("consultation draft", "trial", "in force"),
    "StandingKind": ("in force", "draft", "not yet in force", "lapsed", "start not known", "day not known"),
    "LeftOutWhy": (
        "dated after the as-of date",
        "decided by somebody whom the pack does not name",
        "no norm of the pack asks for it",
    ),
    "PointKind": tuple(PointKind),
    "TruthValue": tuple(TruthValue),
    "Format": ("1",),
}

# A name, then its fields; ``?`` where null may stand, ``*`` for a list, ``+`` for one that is not empty.
# A line that starts with a space goes on.
_FORM: Final = """
Determination engine:name pack:PackRef standing:Standing question:Question asked_tracks:str* as_of:day
 application_day:day? application_state:State applicant:str dossier_digest:digest calendar_digest:digest?
 verdict:Verdict truth:Truth tracks:TrackResult+ norms:NormResult* left_out:LeftOut* format:Format
PackRef id:name version:name digest:digest title:Text jurisdiction:Text jurisdiction_code:code issued_by:Text
 issued_number:str? kind:IssueKind
Standing kind:StandingKind day:day? start:day? end:day? earliest:day? latest:day?
TrackResult id:name title:Text applies:step truth:Truth verdict:Verdict norms:str*
NormResult id:name cites:CitedPlace+ title:Text explain:Text strength:Strength tracks:str* status:Status truth:Truth
 when:step? step:step readings:ReadingResult* remedy:Text?
ReadingResult taken:Text other:Text why:Text other_step:step? other_when:step? other_strength:Strength?
 norm_differs:bool verdict_if_other:Verdict?
CitedPlace at:Citation text:Text
Citation article:int occurrence:int paragraph:int? item:int? sentence:int?
LeftOut path:name name:str why:LeftOutWhy
Text zh:str en:str
OpenPoint kind:PointKind name:name about:str
Truth value:TruthValue points:OpenPoint*
Read path:str state:State title:Text text:str
Reckoned unit:Kind lo:fraction hi:fraction? points:OpenPoint* exists:bool
Margin lo:fraction? hi:fraction? members:fraction?
YearStep year:year note:YearNote value:Reckoned text:str until:day?
MemberStep path:name name:str counts:step adds:Reckoned text:str
EveryMember path:name name:str meant:step holds:step truth:Truth
fact_measure FactMeasure read:Read value:Reckoned
sum SumMeasure parts:measure+ value:Reckoned
lesser LesserMeasure items:measure+ value:Reckoned
years YearsMeasure path:name title:Text window:str years:YearStep* points:OpenPoint* stated:FactMeasure?
 registered:day? value:Reckoned
list ListMeasure path:name title:Text state:State points:OpenPoint* members:MemberStep* stated:FactMeasure? each:str
 value:Reckoned
age AgeMeasure born:Read on:Read value:Reckoned
term_measure TermMeasure id:name title:Text of:measure value:Reckoned
all AllStep children:step* truth:Truth
any AnyStep children:step+ truth:Truth
not NotStep child:step truth:Truth
excused ExcusedStep require:step excuse:step truth:Truth
term TermStep id:name title:Text of:step truth:Truth
finding FindingStep id:name about:str ask:Text decided_by:Text+ note:FindingNote truth:Truth answer:bool? by:str on:day?
 basis:str silent:str*
has HasStep read:Read truth:Truth
every EveryStep path:name title:Text state:State points:OpenPoint* members:EveryMember* truth:Truth
compare CompareStep left:measure op:Op bound:fraction upper:fraction? unit:Kind bound_text:str printed:name
 margin:Margin truth:Truth
proportion ProportionStep proportion:Proportion part:measure whole:measure op:Op bound:fraction upper:fraction?
 bound_text:str printed:name if_zero:IfZero asked:FindingStep? margin:Margin truth:Truth
elapsed ElapsedStep start:Read end:Read op:Op bound:int unit:Period bound_text:str printed:name due:day?
 counts_first_day:bool truth:Truth
level LevelStep read:Read scale:str+ op:Op level:str printed:name truth:Truth
day DayStep left:Read op:DayOp right:Read truth:Truth
choice ChoiceStep read:Read allowed:str+ truth:Truth
seat SeatStep read:Read place:str place_title:Text truth:Truth
window WindowStep read:Read window:str first:day? last:day? points:OpenPoint* truth:Truth
name NameStep read:Read template:str truth:Truth
always AlwaysStep truth:Truth
"""


def _shapes() -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """The fields of each node by its name; and the name by the kind, for steps and measures."""
    shapes: dict[str, dict[str, str]] = {}
    named: dict[str, str] = {}
    for line in _FORM.strip().replace("\n ", " ").splitlines():
        names = [word for word in line.split() if ":" not in word]
        shapes[names[-1]] = dict(word.split(":") for word in line.split() if ":" in word)
        if len(names) > 1:
            named[names[0]] = names[1]
            shapes[names[1]]["kind"] = f"={names[0]}"
    return shapes, named


SHAPES, _KINDS = _shapes()
MEASURES: Final = {kind: name for kind, name in _KINDS.items() if "value" in SHAPES[name]}
STEPS: Final = {kind: name for kind, name in _KINDS.items() if "truth" in SHAPES[name]}


def day_of(text: object) -> date | None:
    """The day that a text writes as 2026-03-01; None for anything else."""
    try:
        day = date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return day if day is not None and day.isoformat() == text else None


def _is_fraction(value: object) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]{1,300}(/[1-9][0-9]{0,299})?", value, re.ASCII):
        return False
    return str(Fraction(value) if "/" in value else int(value)) == value


_PLAIN: Final[Mapping[str, Callable[[object], bool]]] = {
    "str": lambda value: isinstance(value, str),
    "name": lambda value: isinstance(value, str) and value != "",
    "bool": lambda value: isinstance(value, bool),
    "int": lambda value: type(value) is int and 0 <= value < 10**9,
    "year": lambda value: type(value) is int and 1 <= value <= 9999,
    "day": lambda value: day_of(value) is not None,
    "fraction": _is_fraction,
    "code": lambda value: isinstance(value, str) and re.fullmatch("[1-9][0-9]{5}", value, re.ASCII) is not None,
    "digest": lambda value: isinstance(value, str) and re.fullmatch("sha256:[0-9a-f]{64}", value) is not None,
}


def _words(type_: str) -> tuple[str, ...]:
    return (type_[1:],) if type_.startswith("=") else WORDS.get(type_, ())


@cache
def _plain(type_: str) -> Callable[[object], bool] | None:
    """What tells at once whether a value is of a type; None for a type that has parts."""
    if type_.endswith("?"):
        inner = _plain(type_[:-1])
        return None if inner is None else lambda value: value is None or inner(value)
    words = _words(type_)
    return (lambda value: isinstance(value, str) and value in words) if words else _PLAIN.get(type_)


@cache
def _fields(name: str) -> tuple[tuple[str, Callable[[object], bool] | None], ...]:
    """The fields of a node, each with what tells at once whether its value is right."""
    return tuple((key, _plain(type_)) for key, type_ in SHAPES[name].items())


def check_form(value: object, type_: str, path: str, faults: Faults) -> None:
    """Notes where a value is not of a type, or something below it is not of its own."""
    faults.spend()
    holds = _plain(type_)
    if holds is not None:
        named = type_.removesuffix("?")
        faults.demand(holds(value), "form", path, value, " | ".join(_words(named)) or named)
    elif type_.endswith("?"):
        if value is not None:
            check_form(value, type_[:-1], path, faults)
    elif type_.endswith(("*", "+")):
        faults.demand(isinstance(value, list) and (bool(value) or type_[-1] == "*"), "form", path, value, type_)
        for index, item in enumerate(value if isinstance(value, list) else ()):
            check_form(item, type_[:-1], f"{path}[{index}]", faults)
    else:
        _check_node(value, type_, path, faults)


def _check_node(value: object, type_: str, path: str, faults: Faults) -> None:
    if not isinstance(value, Mapping):
        faults.demand(False, "form", path, value, type_)
        return
    faults.spend(len(value))
    if type_ in {"step", "measure"}:
        kinds = STEPS if type_ == "step" else MEASURES
        kind = value.get("kind")
        if not isinstance(kind, str) or kind not in kinds:
            faults.demand(False, "form", path, kind, " | ".join(kinds))
            return
        type_ = kinds[kind]
    shape = SHAPES[type_]
    if value.keys() != shape.keys():
        faults.demand(False, "form", path, sorted(map(str, value)), repr(sorted(shape)))
    for key, holds in _fields(type_):
        if key in value and not (holds and holds(value[key])):
            check_form(value[key], shape[key], f"{path}.{key}" if path else key, faults)
    if type_ == "Truth" and not faults.found:
        faults.reckon("form", path, True, lambda: bool(truth_of(value).value))


def points_of(nodes: Iterable[Node]) -> tuple[OpenPoint, ...]:
    """Open points as recorded."""
    return tuple(OpenPoint(PointKind(node["kind"]), node["name"], node["about"]) for node in nodes)


def truth_of(node: Node) -> Truth:
    """A truth as recorded. Raises ValueError where it has points and is settled, or none and is open."""
    return Truth(TruthValue(node["value"]), points_of(node["points"]))
