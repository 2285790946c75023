"""One dossier against several cities: what is not asked is never passed, and each column is that city's own answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tic_rules import (
    Dossier,
    Question,
    Status,
    UsageError,
    Verdict,
    compare,
    decide,
    load_pack,
    next_questions,
    pack_names,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "dossiers"
ON = date(2026, 11, 21)
LIAOCHENG = Dossier.from_file(EXAMPLES / "liaocheng" / "passing.yaml")


@pytest.mark.parametrize("question", list(Question))
def test_there_is_a_column_for_each_way_into_each_city_and_it_is_that_citys_own_answer(question: Question) -> None:
    found = compare(LIAOCHENG, on=ON, question=question)
    expected = [(name, track.id) for name in pack_names() for track in load_pack(name).tracks]
    assert [(column.determination.pack.id, column.track.id) for column in found.columns] == expected
    for column, (name, track) in zip(found.columns, expected, strict=True):
        alone = decide(load_pack(name), LIAOCHENG, on=ON, question=question, tracks=[track])
        assert column.determination == alone
        assert column.still_asks == next_questions(load_pack(name), alone)


def test_every_norm_of_every_column_stands_in_exactly_one_row() -> None:
    found = compare(LIAOCHENG, on=ON)
    for place, column in enumerate(found.columns):
        told = [norm.id for row in found.rows for norm in row.cells[place]]
        assert sorted(told) == sorted(norm.id for norm in column.determination.norms)


def test_what_a_text_does_not_print_is_not_asked_there() -> None:
    """Hohhot prints no floor area and no equipment value; Liaocheng, Chongqing and Jinzhong print both."""
    found = compare(LIAOCHENG, on=ON)
    for matter in ("centre.premises", "centre.equipment"):
        silent = {column.determination.pack.id for column in found.not_asked(matter)}
        assert "hohhot" in silent
        assert {"liaocheng", "jinzhong"}.isdisjoint(silent)
        row = next(row for row in found.rows if row.matter == matter)
        place = next(i for i, column in enumerate(found.columns) if column.determination.pack.id == "hohhot")
        assert row.cells[place] == ()


def test_the_same_matter_of_two_cities_stands_in_one_row() -> None:
    """Accidents are Liaocheng's alone; the seat is asked by Liaocheng, Hohhot and Shijiazhuang in one row."""
    found = compare(LIAOCHENG, on=ON)
    packs = [column.determination.pack.id for column in found.columns]
    asking = {row.matter: {packs[i] for i, cell in enumerate(row.cells) if cell} for row in found.rows}
    assert asking["lead.incidents"] == {"liaocheng"}
    assert asking["lead.seat"] >= {"liaocheng", "hohhot", "shijiazhuang"}
    assert asking["findings"] == set(packs)


def test_the_rows_stand_as_in_a_dossier_and_what_people_judge_comes_last() -> None:
    matters = [row.matter for row in compare(LIAOCHENG, on=ON).rows]
    assert matters.index("lead.kind") < matters.index("partners") < matters.index("centre.director")
    assert matters[-1] == "findings"
    assert len(set(matters)) == len(matters)


def test_only_the_packs_named_are_asked_and_a_pack_of_ones_own_may_be_among_them() -> None:
    edited = replace(load_pack("hohhot"), relaxations=())
    found = compare(LIAOCHENG, ["liaocheng", edited], on=ON)
    assert [column.city.en for column in found.columns] == ["Liaocheng", "Hohhot"]
    assert compare(LIAOCHENG, [], on=ON).columns == ()


def test_a_track_that_is_not_the_applicants_is_not_applicable_and_asks_nothing() -> None:
    found = compare(LIAOCHENG, ["chongqing"], on=ON, question=Question.NAMING)
    for column in found.columns:
        if column.verdict is Verdict.NOT_APPLICABLE:
            assert column.still_asks == ()
        assert all(norm.status in set(Status) for norm in column.determination.norms)
    assert compare(LIAOCHENG, ["liaocheng"], on=ON, question="naming").columns[0].verdict is Verdict.NOT_APPLICABLE


def test_a_comparison_says_in_one_line_who_was_held_against_what() -> None:
    found = compare(LIAOCHENG, ["liaocheng"], on=ON)
    assert repr(found) == f"<Comparison {found.applicant}, entry, 2026-11-21: 1 PASS>"


def test_a_matter_that_nobody_asks_for_and_a_question_that_does_not_exist_are_errors() -> None:
    with pytest.raises(KeyError):
        compare(LIAOCHENG, on=ON).not_asked("lead.favourite_colour")
    with pytest.raises(UsageError):
        compare(LIAOCHENG, on=ON, question="entrance")
    with pytest.raises(UsageError):
        compare(LIAOCHENG, ["atlantis"], on=ON)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_example_dossier_can_be_held_against_every_city(path: Path) -> None:
    found = compare(Dossier.from_file(path), on=ON)
    assert len(found.columns) == sum(len(load_pack(name).tracks) for name in pack_names())
    for column in found.columns:
        if column.verdict in {Verdict.UNKNOWN, Verdict.REVIEW}:
            assert column.still_asks
        else:
            assert column.still_asks == ()
