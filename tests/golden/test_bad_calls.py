"""What is wrong with a call from Python is said as an error of this library, and with every position of a good file."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import count
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from tests.golden.test_bad import GOOD_DOSSIER, GOOD_PACK, ON
from tic_rules import (
    Determination,
    Dossier,
    InputError,
    Question,
    TicRulesError,
    UsageError,
    compare,
    decide,
    load_pack,
    next_questions,
    source,
)
from tic_rules.facts import problems
from tic_rules.facts.units import LeadUnit
from tic_rules.packs.load import pack_of
from tic_rules.source import Document, Mapping, Node, Scalar, Sequence

PACK = load_pack(GOOD_PACK)
DOSSIER = Dossier.from_file(GOOD_DOSSIER, cities=["lighthouse"])


def _codes(error: TicRulesError) -> set[str]:
    return {problem.code for problem in error.problems}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"question": "entrance"}, "E003"),
        ({"question": None}, "E003"),
        ({"question": []}, "E003"),
        ({"tracks": ["alone", "atlantis"]}, "E002"),
        ({"tracks": [None]}, "E002"),
        ({"on": "2026-11-21"}, "E045"),
        ({"on": datetime.fromisoformat("2026-11-21T08:00")}, "E045"),
        ({"on": datetime(2026, 11, 21, 8, 0, tzinfo=UTC)}, "E045"),
        ({"on": 20261121}, "E045"),
        ({"on": date.min}, "E145"),
        ({"on": date.max}, "E145"),
    ],
)
def test_a_call_of_decide_that_asks_for_what_is_not_there_is_refused(arguments: dict[str, Any], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        decide(PACK, DOSSIER, **({"on": ON} | arguments))
    assert _codes(caught.value) == {code}
    assert str(caught.value)


@pytest.mark.parametrize("thing", [None, {}, "passing.yaml", 1, [], object(), PACK])
def test_what_is_no_dossier_is_not_decided(thing: Any) -> None:
    for call in (lambda: decide(PACK, thing, on=ON), lambda: compare(thing, [PACK], on=ON)):
        with pytest.raises(UsageError) as caught:
            call()
        assert _codes(caught.value) == {"E150"}
        assert f"（{type(thing).__name__}）" in str(caught.value)
        assert "Dossier.from_file" in str(caught.value)


DETERMINATION = decide(PACK, DOSSIER, on=ON)
WRONG_CALLS: dict[str, tuple[Callable[[Any], object], tuple[Any, ...], str]] = {
    "decide, pack": (lambda thing: decide(thing, DOSSIER), ("liaocheng", None, {}, DOSSIER), "load_pack("),
    "decide, tracks": (lambda thing: decide(PACK, DOSSIER, tracks=thing), (None, 7, b"alone"), '["name"]'),
    "compare, packs": (
        lambda thing: compare(DOSSIER, thing),
        ("liaocheng", PACK, 7, b"x"),
        '["liaocheng", "jinzhong"]',
    ),
    "load_pack, name": (lambda thing: compare(DOSSIER, [thing]), (7, None, {}), "liaocheng"),
    "next_questions, pack": (lambda thing: next_questions(thing, DETERMINATION), ("liaocheng", None), "load_pack("),
    "next_questions, determination": (lambda thing: next_questions(PACK, thing), (DOSSIER, None, "{}"), "decide("),
    "load_pack,  name": (load_pack, (7, None, {}, PACK), "Path("),
    "Dossier.from_file, path": (Dossier.from_file, (7, None, {}, DOSSIER), "Path("),
    "Dossier.from_yaml, text": (Dossier.from_yaml, (7, None, {}, ["x"]), "Dossier.from_dict"),
    "Dossier.from_json, text": (Dossier.from_json, (7, None, {}, ["x"]), "Dossier.from_dict"),
    "Dossier.from_document, document": (Dossier.from_document, (7, None, {}, "x"), "read_document("),
    "Dossier, cities": (lambda thing: Dossier.from_dict({}, cities=thing), ("lighthouse", 7, None), '["name"]'),
    "Determination.from_json, text": (Determination.from_json, (7, None, {}), "to_json()"),
    "Determination.report, path": (DETERMINATION.report, (7, None, {}), "Path("),
}


@pytest.mark.parametrize(
    ("name", "thing"), [(name, thing) for name, (_, things, _) in WRONG_CALLS.items() for thing in things], ids=count()
)
def test_an_argument_of_another_type_is_refused_with_what_was_given_and_what_is_wanted(name: str, thing: Any) -> None:
    call, _, how = WRONG_CALLS[name]
    with pytest.raises(UsageError) as caught:
        call(thing)
    (problem,) = caught.value.problems
    assert problem.code == "E047"
    of, argument = (part.strip() for part in name.split(","))
    given = type(thing).__name__
    zh, en = problem.text("zh"), problem.text("en")
    assert zh.startswith(f"E047：{of} 的参数 {argument} 应为")
    assert f"给的是 {given}" in zh
    assert en.startswith(f"E047: {argument} of {of} should be ")
    assert f"and {given}" in en
    assert how in en
    assert ("“liaocheng”" in zh) is (thing == "liaocheng")


def test_a_long_text_in_a_wrong_place_is_told_shortened() -> None:
    with pytest.raises(UsageError) as caught:
        decide("聊城" * 5000, DOSSIER)  # type: ignore[arg-type]
    assert f"str “{'聊城' * 20}…”" in str(caught.value)
    assert len(str(caught.value)) < 400


def test_questions_are_not_read_off_a_determination_of_another_pack() -> None:
    with pytest.raises(UsageError) as caught:
        next_questions(load_pack("liaocheng"), DETERMINATION)
    assert _codes(caught.value) == {"E039"}
    assert f"{PACK.id} {PACK.version} {PACK.digest}" in str(caught.value)


@pytest.mark.parametrize(("arguments", "code"), [({"question": "entrance"}, "E003"), ({"on": "2026-11-21"}, "E045")])
def test_a_comparison_with_no_pack_still_looks_at_what_it_is_asked(arguments: dict[str, Any], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        compare(DOSSIER, [], **arguments)
    assert _codes(caught.value) == {code}


@pytest.mark.parametrize(
    "built",
    [
        DOSSIER.model_copy(update={"lead": "none"}),
        DOSSIER.model_copy(update={"lead": LeadUnit().model_copy(update={"name": 7})}),
        DOSSIER.model_copy(update={"lead": LeadUnit().model_copy(update={"name": "none"})}),
        DOSSIER.model_copy(update={"lead": LeadUnit().model_copy(update={"is_legal_person": "no"})}),
        DOSSIER.model_copy(update={"partners": 7}),
        DOSSIER.model_copy(update={"stated_on": "gestern"}),
        DOSSIER.model_copy(update={"lead": object()}),
        DOSSIER.model_copy(update={"local": 7}),
    ],
    ids=count(),
)
@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_a_dossier_that_went_round_its_checks_is_refused(built: Dossier) -> None:
    with pytest.raises(InputError):
        decide(PACK, built, on=ON)


@pytest.mark.parametrize(
    "data",
    [
        {"lead": None},
        {"lead": 1.5},
        {"lead": {"name": b"x"}},
        {1.5: 1},
        {"lead": Fraction(1)},
        {"lead": {1, 2}},
        None,
        [],
        "x",
        7,
    ],
    ids=count(),
)
def test_python_data_of_other_kinds_are_refused(data: Any) -> None:
    with pytest.raises(InputError):
        Dossier.from_dict(data)


def test_data_that_contain_themselves_are_refused() -> None:
    data: dict[str, Any] = {}
    data["lead"] = data
    with pytest.raises(InputError):
        Dossier.from_dict(data)


def test_null_for_a_field_of_a_model_is_refused_in_words() -> None:
    with pytest.raises(ValidationError, match=r"E162.*“name” was given as null"):
        LeadUnit(name=None)


def test_a_complaint_of_pydantic_itself_is_told_with_its_place() -> None:
    class Other(BaseModel):
        number: int

    document = source.from_python({"number": "x"})
    with pytest.raises(ValidationError) as caught:
        Other.model_validate({"number": "x"})
    (problem,) = problems.of_validation(caught.value, Other, document)
    assert (problem.code, problem.place.path) == ("E173", "number")
    assert "'x'" in problem.text("zh")


def test_a_dossier_survives_pickling_and_still_knows_its_places() -> None:
    text = GOOD_DOSSIER.read_text("utf-8").replace("motto:", "mote:")
    again = pickle.loads(pickle.dumps(Dossier.from_yaml(text, cities=["lighthouse"])))
    with pytest.raises(InputError) as caught:
        decide(PACK, again, on=ON)
    assert caught.value.problems[0].place.line > 0


def test_a_copy_of_a_dossier_knows_the_packs_that_were_named_when_it_was_read_and_no_others() -> None:
    text = "bans:\n  - city: lighthouse\n    first_day: 2026-01-01\n    last_day: 2028-12-31\n"
    dossier = Dossier.from_yaml(text, cities=["lighthouse"])
    for copy in (dossier.model_copy(), pickle.loads(pickle.dumps(dossier))):
        assert Dossier.checked(copy) == dossier
    assert dossier.bans is not None
    misspelt = dossier.bans[0].model_copy(update={"city": "望灯市"})
    with pytest.raises(InputError) as caught:
        decide(PACK, dossier.model_copy(update={"bans": (misspelt,)}), on=ON)
    assert _codes(caught.value) == {"E181"}


def test_a_hundred_thousand_members_end_in_a_determination_or_an_error_in_time() -> None:
    member = {"kind": "企业"}
    data = source.plain(source.parse_yaml(GOOD_DOSSIER.read_text("utf-8")).root)
    assert isinstance(data, dict)
    data["partners"] = [member] * 500
    assert decide(PACK, Dossier.from_dict(data, cities=["lighthouse"]), on=ON).verdict.value in {"UNKNOWN", "FAIL"}
    data["partners"] = [member] * 100_000
    with pytest.raises(InputError) as caught:
        Dossier.from_dict(data, cities=["lighthouse"])
    assert _codes(caught.value) == {"E113"}


# --- every position of a good file, in turn something else -----------------------------------------------------------


def _text(value: Any, *, quoted: bool = False) -> Any:
    return lambda place: Scalar(value, str(value).lower() if isinstance(value, bool) else str(value), quoted, place)


REPLACEMENTS: dict[str, Any] = {
    "[]": lambda place: Sequence((), place),
    "{}": lambda place: Mapping((), place),
    "empty": _text("", quoted=True),
    "x": _text("x"),
    "1": _text(1),
    "true": _text(True),
    "-1": _text(-1),
    "huge": _text(10**39),
    "none": _text("none"),
    "day": _text(date(2020, 2, 29)),
}


def _positions(
    node: Node, path: tuple[int, ...] = (), named: tuple[str, ...] = ()
) -> list[tuple[tuple[int, ...], str]]:
    """Every position below a node, and what it is called without the numbers of lists."""
    found = [(path, ".".join(named))] if path else []
    match node:
        case Mapping(entries=entries):
            for index, (key, below) in enumerate(entries):
                found += _positions(below, (*path, index), (*named, key.text))
        case Sequence(items=items):
            for index, below in enumerate(items):
                found += _positions(below, (*path, index), (*named, "[]"))
        case Scalar():
            pass
    return found


def _with(node: Node, path: tuple[int, ...], made: Any) -> Node:
    if not path:
        there: Node = made(node.place)
        return there
    first, rest = path[0], path[1:]
    match node:
        case Mapping(entries=entries):
            key, below = entries[first]
            return Mapping((*entries[:first], (key, _with(below, rest, made)), *entries[first + 1 :]), node.place)
        case Sequence(items=items):
            return Sequence((*items[:first], _with(items[first], rest, made), *items[first + 1 :]), node.place)
        case Scalar():
            raise IndexError(path)


def _taken(good: Document, load: Any) -> set[tuple[str, str]]:
    """Which replacements were taken where: a third of the replacements for each kind of position."""
    by_name: dict[str, list[tuple[int, ...]]] = {}
    for path, named in _positions(good.root):
        by_name.setdefault(named, []).append(path)
    taken = set()
    for number, (named, paths) in enumerate(by_name.items()):
        for turn, name in enumerate(list(REPLACEMENTS)[number % 3 :: 3]):
            document = Document(
                _with(good.root, paths[turn % len(paths)], REPLACEMENTS[name]), good.source, good.encoding
            )
            told = _told(load, document)
            if told is None:
                taken.add((named, name))
                continue
            assert [problem for problem in told.problems if not problem.place.line] == []
            assert len(str(told).encode()) < 40_000
    return taken


def _told(load: Any, document: Document) -> TicRulesError | None:
    try:
        load(document)
    except TicRulesError as error:
        return error
    return None


WORDS = {
    "zh",
    "en",
    "number",
    "version",
    "named_like",
    "printed",
    "implements.[]",
    "repeals.[]",
    "also.[]",
    "values.[]",
}
DIGITS_TOO = {"version", "prints.[]", "not_printed.[]"}


def test_a_pack_takes_nothing_but_words_where_words_stand_whatever_is_put_anywhere() -> None:
    for named, name in _taken(source.read_document(GOOD_PACK), pack_of):
        last = named.removesuffix(".[]").rpartition(".")[2] + (".[]" if named.endswith(".[]") else "")
        match name:
            case "x" | "none":
                assert last in WORDS | DIGITS_TOO or (last, name) == ("is", "x"), (named, name)
            case "true":
                assert last in {"is", "may_be_none", "first_day_counts", *DIGITS_TOO}, (named, name)
            case "day":
                assert last in {"to", "from", "at", "before", "on_or_after", "on_day", *DIGITS_TOO}, (named, name)
            case "1":
                assert last in {"article", "item", "paragraph", "occurrence", *DIGITS_TOO}, (named, name)
            case _:
                assert last in DIGITS_TOO, (named, name)


def test_a_dossier_takes_nothing_but_what_its_fields_hold_whatever_is_put_anywhere() -> None:
    def load(document: Document) -> None:
        dossier = Dossier.from_document(document, cities=["lighthouse"])
        for question in Question:
            decide(PACK, dossier, on=ON, question=question)

    for named, name in _taken(source.read_document(GOOD_DOSSIER), load):
        match name:
            case "x":
                assert named.rpartition(".")[2] in {"name", "about", "finding", "by", "basis", "city", "track", "motto"}
            case "true":
                assert type(_at(named)) is bool
            case "[]":
                assert type(_at(named)) is list
            case "{}":
                assert type(_at(named)) is dict
            case "none":
                assert named in {"application.submitted_on", "lighthouse.lit_on", "agreement", "centre.director"} or (
                    named.startswith("procedure.") and named.count(".") == 1
                )
            case "day":
                assert type(_at(named)) is date
            case "1":
                assert named == "format"
            case _:
                pytest.fail(f"{named} takes {name}")


def _at(named: str) -> object:
    """A value that stands at such a position in the good dossier."""
    found: list[Any] = [source.plain(source.read_document(GOOD_DOSSIER).root)]
    for step in named.split("."):
        if step == "[]":
            found = [member for here in found for member in here]
        else:
            found = [here[step] for here in found if step in here]
    return found[0]
