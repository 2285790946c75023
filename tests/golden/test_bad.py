"""Every bad pack and dossier is refused, with code, line and column of all that is wrong, in both languages.

The cases stand in tests/golden/bad, in packs.yaml, dossiers.yaml, lifecycles.yaml and histories.yaml; files that
cannot be read at all in bad/files.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.golden.edits import Case, cases
from tic_rules import (
    Dossier,
    History,
    InputError,
    Pack,
    PackError,
    Question,
    TicRulesError,
    decide,
    load_pack,
    source,
    status,
)
from tic_rules.errors import PRINTED_AT_MOST
from tic_rules.messages import DOSSIER, PACK, VALUES
from tic_rules.packs.load import pack_of

HERE = Path(__file__).parent
GOOD_PACK = HERE.parent / "packs" / "lighthouse.yaml"
GOOD_DOSSIER = HERE.parent / "packs" / "lighthouse.dossier.yaml"
PACK_CASES = cases(HERE / "bad" / "packs.yaml")
GOOD_LIFECYCLE = HERE.parent / "packs" / "ferry.yaml"
GOOD_HISTORY = HERE.parent / "packs" / "ferry.history.yaml"
LIFECYCLE_CASES = cases(HERE / "bad" / "lifecycles.yaml")
HISTORY_CASES = cases(HERE / "bad" / "histories.yaml")
DOSSIER_CASES = cases(HERE / "bad" / "dossiers.yaml")
NAME = "bad.yaml"
ON = date(2026, 11, 21)

FROM_PYTHON_ALONE = {"E150", "E162", "E173"}
"""Codes that no file can provoke: see test_bad_calls.py."""


def _name(case: Case) -> str:
    return case.bad


@cache
def good_pack() -> Pack:
    return load_pack(GOOD_PACK)


def _refusal_of_pack(text: str) -> TicRulesError:
    with pytest.raises(PackError) as caught:
        pack_of(source.parse_yaml(text, NAME))
    return caught.value


def _load(text: str) -> Dossier:
    return Dossier.from_document(source.parse_yaml(text, NAME), cities=["lighthouse"])


def _refusal_of_dossier(text: str) -> TicRulesError:
    with pytest.raises(InputError) as caught:
        decide(good_pack(), _load(text), on=ON)
    return caught.value


def _holds(error: TicRulesError, expected: list[tuple[str, int, int]], case: Case) -> None:
    """Each problem where it is marked and no other, said whole in both languages."""
    found = sorted((problem.code, problem.place.line, problem.place.column) for problem in error.problems)
    assert sorted(set(found)) == sorted(set(expected))
    for problem in error.problems:
        assert problem.place.source == NAME
        for text in (problem.text("zh"), problem.text("en")):
            assert text.startswith(f"{problem.code} {NAME}:{problem.place.line}:{problem.place.column}")
            assert text.endswith(("。", "？", ".", "?"))
            assert "\n" not in text
    everything = "\n".join(problem.text("zh") + problem.text("en") for problem in error.problems)
    assert [word for word in case.says if word not in everything] == []
    assert len(str(error).encode()) < 40_000


def test_the_good_lifecycle_and_its_history_are_good() -> None:
    history = History.from_file(GOOD_HISTORY)
    found = status(load_pack(GOOD_LIFECYCLE), history, on=date(2024, 7, 1))
    assert [stage.id for stage in found.stages] == ["dark"]
    assert [(aside.path, aside.why.name) for aside in found.asides] == [("history.evaluation[0]", "CORRECTED")]


def test_the_good_pack_and_its_dossier_are_good() -> None:
    pack = load_pack(GOOD_PACK)
    dossier = Dossier.from_file(GOOD_DOSSIER, cities=["lighthouse"])
    assert {decide(pack, dossier, on=ON, question=question).verdict.value for question in Question} == {
        "PASS",
        "NOT_APPLICABLE",
    }


@pytest.mark.parametrize("case", PACK_CASES, ids=_name)
def test_a_bad_pack_is_refused_where_it_is_bad(case: Case) -> None:
    text, expected = case.made_of(GOOD_PACK.read_text("utf-8"))
    _holds(_refusal_of_pack(text), expected, case)


@pytest.mark.parametrize("case", LIFECYCLE_CASES, ids=_name)
def test_a_bad_lifecycle_is_refused_where_it_is_bad(case: Case) -> None:
    text, expected = case.made_of(GOOD_LIFECYCLE.read_text("utf-8"))
    _holds(_refusal_of_pack(text), expected, case)


@pytest.mark.parametrize("case", HISTORY_CASES, ids=_name)
def test_a_bad_history_is_refused_where_it_is_bad(case: Case) -> None:
    text, expected = case.made_of(GOOD_HISTORY.read_text("utf-8"))
    with pytest.raises(InputError) as caught:
        History.from_document(source.parse_yaml(text, NAME))
    _holds(caught.value, expected, case)


@pytest.mark.parametrize("case", DOSSIER_CASES, ids=_name)
def test_a_bad_dossier_is_refused_where_it_is_bad(case: Case) -> None:
    text, expected = case.made_of(GOOD_DOSSIER.read_text("utf-8"))
    _holds(_refusal_of_dossier(text), expected, case)


@pytest.mark.parametrize("case", DOSSIER_CASES, ids=_name)
def test_a_dossier_is_as_bad_as_a_dict_and_as_json(case: Case) -> None:
    text, _ = case.made_of(GOOD_DOSSIER.read_text("utf-8"))
    told = {(problem.code, problem.place.path) for problem in _refusal_of_dossier(text).problems}
    data = source.plain(source.parse_yaml(text).root)
    assert isinstance(data, dict)
    for read in (_from_dict, _from_json):
        with pytest.raises(InputError) as caught:
            decide(good_pack(), read(data), on=ON)
        assert {(problem.code, problem.place.path) for problem in caught.value.problems} == told


def _from_dict(data: dict[str, object]) -> Dossier:
    return Dossier.from_dict(data, cities=["lighthouse"])


def _from_json(data: dict[str, object]) -> Dossier:
    return Dossier.from_json(json.dumps(data, ensure_ascii=False, default=date.isoformat), cities=["lighthouse"])


def test_every_code_of_packs_and_dossiers_has_a_case() -> None:
    in_packs = {code for case in (*PACK_CASES, *LIFECYCLE_CASES) for code in case.codes}
    in_dossiers = {code for case in (*DOSSIER_CASES, *HISTORY_CASES) for code in case.codes}
    assert set(PACK) - in_packs == set()
    assert {*VALUES, *DOSSIER} - in_dossiers - FROM_PYTHON_ALONE == set()


def test_every_code_of_packs_and_dossiers_is_named_in_the_source() -> None:
    package = HERE.parents[1] / "src" / "tic_rules"
    texts = [path.read_text("utf-8") for path in package.rglob("*.py") if path.parent.name != "messages"]
    named = {code for text in texts for code in re.findall(r'"([EW][0-9]{3})"', text)}
    assert {*PACK, *DOSSIER, *VALUES} - named == set()


def test_of_many_problems_twenty_are_printed_and_the_rest_counted() -> None:
    text = GOOD_DOSSIER.read_text("utf-8") + "".join(f"fact_{number}: 1\n" for number in range(500))
    error = _refusal_of_dossier(text)
    assert len(error.problems) == 500
    for lines, rest in ((error.lines("zh"), "另有480处"), (error.lines("en"), "and 480 more")):
        assert len(lines) == PRINTED_AT_MOST + 1
        assert lines[-1] == rest
    assert len(str(error).encode()) < 20_000


def test_problems_found_on_deciding_are_placed_only_in_the_file_that_was_read() -> None:
    good = GOOD_DOSSIER.read_text("utf-8")
    read = _load(good.replace("motto:", "mote:"))
    changed = read.model_copy(update={"stated_on": date(2026, 1, 1)})
    for dossier, has_line in ((read, True), (changed, False)):
        with pytest.raises(InputError) as caught:
            decide(good_pack(), dossier, on=ON)
        (problem,) = caught.value.problems
        assert (problem.code, problem.place.path) == ("E151", "lighthouse.mote")
        assert (problem.place.line > 0) is has_line


def test_where_a_dossier_was_read_is_no_part_of_what_it_says() -> None:
    text = GOOD_DOSSIER.read_text("utf-8")
    one, other = _load(text), _load("# a comment\n" + text)
    assert one == other
    assert hash(one) == hash(other)
    assert one.digest == other.digest
