"""A dossier to fill in is a valid dossier as it stands, decides nothing, and shows every field that is read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.cli.command import ran
from tic_rules import Dossier, decide, load_pack
from tic_rules.engine.view import View
from tic_rules.facts import common_facts
from tic_rules.ir.norms import Question
from tic_rules.shipped import pack_names
from tic_rules.truth import Verdict

ON = date(2026, 11, 21)
CITIES = pack_names()


def _filled(text: str) -> str:
    """The form with every field taken out of its comment."""
    return re.sub(r"^# ", "", text.partition("format:")[2].partition("\n")[2], flags=re.MULTILINE)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("city", [*CITIES, ""])
def test_as_it_stands_it_is_valid_and_says_nothing(city: str, lang: str) -> None:
    text = ran("new", *([city] if city else []), "--lang", lang).out
    dossier = Dossier.from_yaml(text)
    assert dossier == Dossier.from_yaml('format: "1"')
    for name in CITIES:
        assert decide(load_pack(name), dossier, on=ON).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("city", [*CITIES, ""])
def test_with_every_field_taken_out_of_its_comment_it_is_read_too(city: str, lang: str) -> None:
    text = ran("new", *([city] if city else []), "--lang", lang).out
    dossier = Dossier.from_yaml(_filled(text))
    for name in [city] if city else CITIES:
        pack = load_pack(name)
        view = View(dossier, pack, ON)
        assert view.wrong == []
        ids = {entry.finding for entry in dossier.findings or ()}
        # What is asked of a history alone is no question to an applicant.
        assert ids >= {name for name, asked_of in pack.lists_asked_of.items() if asked_of}


def test_without_a_city_every_field_is_there() -> None:
    text = ran("new").out
    for spec in common_facts().values():
        name = spec.path.rpartition(".")[2]
        assert re.search(rf"^# +(?:- )?{name}:", text, re.MULTILINE), spec.path
        assert spec.title.zh in text
        assert spec.evidence.zh in text
    for city in CITIES:
        for own in load_pack(city).facts:
            assert f"#   {own.path.removeprefix(f'{city}.')}: " in text


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("question", list(Question))
def test_a_city_and_question_show_every_fact_that_its_open_points_name(city: str, question: Question) -> None:
    pack = load_pack(city)
    form = ran("new", city, "--question", question.value).out
    truths = decide(pack, Dossier.from_yaml('format: "1"'), on=ON, question=question).norms
    for point in {point for norm in truths for point in norm.truth.points}:
        path = re.sub(r"\[[0-9]{4}\]$", "", point.name)
        name = path.rpartition(".")[2] if point.kind == "fact" else path
        assert name in form, point


def test_a_city_shows_none_of_what_it_does_not_read() -> None:
    text = ran("new", "liaocheng").out
    assert "chongqing" not in text
    assert "technology_spending" not in text
    assert "rd_spending" in text


def test_a_file_that_exists_is_left_alone() -> None:
    assert ran("new", "hohhot", "--output", "x.yaml").code == 0
    content = Path("x.yaml").read_bytes()
    again = ran("new", "liaocheng", "--output", "x.yaml")
    assert again.code == 2
    assert again.codes == ["E036"]
    assert Path("x.yaml").read_bytes() == content


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ("atlantis", "E001"),
        ("liaocheng --track atlantis", "E002"),
        ("--question why", "E003"),
        ("--output nowhere/x.yaml", "E032"),
    ],
)
def test_bad_usage_is_2_and_writes_nothing(args: str, code: str) -> None:
    done = ran("new", *args.split())
    assert done.code == 2
    assert (done.out, done.codes) == ("", [code])


def test_what_new_made_can_be_asked_about() -> None:
    ran("new", "liaocheng", "--output", "x.yaml")
    done = ran("ask", "liaocheng", "--dossier", "x.yaml", "--on", "2026-11-21", stdin="3家\n")
    assert done.code == 3
    assert Dossier.from_file("x.yaml").local_facts("liaocheng") == {"partner_count": "3家"}


def test_a_copy_of_a_pack_is_the_pack_with_its_schema_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "my.yaml"
    assert ran("new", "--from", "石家庄", str(target)).code == 0
    assert target.read_text("utf-8").splitlines()[0] == "# yaml-language-server: $schema=pack.schema.json"
    assert load_pack(target).digest == load_pack("shijiazhuang").digest
    assert (tmp_path / "pack.schema.json").read_text("utf-8") == ran("schema", "pack", "--draft", "7").out
    assert ran("lint", str(target)).code == 0


def test_a_copy_covers_no_file_and_names_a_city_that_there_is(tmp_path: Path) -> None:
    target = tmp_path / "my.yaml"
    target.write_text("mine", "utf-8")
    assert "E036" in ran("new", "--from", "jinzhong", str(target)).err
    assert target.read_text("utf-8") == "mine"
    assert "E001" in ran("new", "--from", "nowhere", str(tmp_path / "other.yaml")).err
    assert "E020" in ran("new", "--from", "jinzhong").err
    assert "E021" in ran("new", "--from", "jinzhong", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")).err
    assert not list(tmp_path.glob("*.json"))
