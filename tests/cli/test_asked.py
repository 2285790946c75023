"""Which packs and which ways in a dossier is held against."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.command import DEMO, ON, PASSING, ROOT, checked, ran
from tic_rules import UsageError, load_pack, pack_names
from tic_rules.packs.cities import pack_id

EXAMPLE = ROOT / "examples/dossiers/liaocheng/passing.yaml"
DAY = ("--on", "2026-11-21")


def _packs(*args: str | Path, stdin: str = "") -> list[str]:
    done = ran("check", *args, *DAY, "--format", "json", stdin=stdin)
    assert done.err == ""
    if "outcomes" in done.json:
        return [outcome["determination"]["pack"]["id"] for outcome in done.json["outcomes"]]
    return [done.json["pack"]["id"]]


def test_the_city_of_the_application_is_asked() -> None:
    assert _packs(EXAMPLE) == ["liaocheng"]


def test_without_an_application_the_city_of_the_leads_seat_is_asked() -> None:
    assert _packs("-", stdin='lead:\n  seat: "371502"\n') == ["liaocheng"]


def test_cities_named_come_before_those_of_the_dossier_each_once() -> None:
    assert _packs("-", "--city", "liaocheng", "--city", "liaocheng", stdin='lead:\n  seat: "440106"\n') == ["liaocheng"]


def test_a_pack_file_is_asked_in_place_of_the_dossiers_city() -> None:
    assert _packs("-", "--pack", DEMO, stdin=PASSING) == ["demo"]


def test_a_pack_file_and_cities_are_asked_together() -> None:
    assert _packs("-", "--pack", DEMO, "--city", "liaocheng", stdin='lead:\n  seat: "371502"\n') == [
        "demo",
        "liaocheng",
    ]


def test_a_pack_file_stands_for_the_citys_own_of_the_same_id(folder: Path) -> None:
    text = (ROOT / "policies/liaocheng.yaml").read_text("utf-8")
    (folder / "own.yaml").write_text(re.sub(r"^version: .*$", "version: edited", text, flags=re.MULTILINE), "utf-8")
    done = ran("check", EXAMPLE, "--pack", "own.yaml", "--city", "liaocheng", *DAY, "--format", "json")
    assert done.json["pack"]["version"] == "edited"


def test_a_seat_in_none_of_the_cities_is_refused_with_the_cities() -> None:
    done = ran("check", "-", *DAY, stdin='lead:\n  seat: "440106"\n')
    assert (done.code, done.codes, done.out) == (2, ["E016"], "")
    assert "440106" in done.err
    assert all(name in done.err for name in pack_names())


def test_without_city_and_seat_nothing_is_guessed() -> None:
    done = ran("check", "-", *DAY, stdin="lead:\n  kind: 企业\n")
    assert (done.code, done.codes) == (2, ["E017"])
    assert all(name in done.err for name in pack_names())


def test_an_unknown_city_of_the_application_is_refused_where_it_stands() -> None:
    done = ran("check", "-", *DAY, stdin="application:\n  city: liaochen\n")
    assert (done.code, done.codes) == (2, ["E015"])
    assert "-:2:9" in done.err
    assert "是否为“liaocheng”" in done.err


def test_an_unknown_city_is_answered_with_the_one_that_comes_near() -> None:
    done = ran("check", EXAMPLE, "--city", "liaochen")
    assert (done.code, done.codes) == (2, ["E001"])
    assert "是否为“liaocheng”" in done.err
    assert "Did you mean “liaocheng”?" in ran("check", EXAMPLE, "--city", "liaochen", "--lang", "en").err


NAMES = {
    "chongqing": ("重庆", "重庆市"),
    "hohhot": ("呼和浩特", "呼和浩特市"),
    "jinzhong": ("晋中", "晋中市"),
    "liaocheng": ("聊城", "聊城市"),
    "shijiazhuang": ("石家庄", "石家庄市"),
}


@pytest.mark.parametrize("city", pack_names())
def test_a_city_is_known_by_its_id_and_by_its_name_in_any_width_and_case(city: str) -> None:
    assert load_pack(city).jurisdiction.zh == NAMES[city][1]
    for name in (*NAMES[city], " ".join(NAMES[city][1]), city.upper(), city.title(), _wide(city)):
        assert pack_id(name) == city
    assert pack_id(f"{NAMES[city][0]}省") is None


def _wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) for char in text)


@pytest.mark.parametrize("name", ["聊城", "聊城市", "LIAOCHENG", "ｌiaocheng", " 聊 城 "])
def test_every_command_about_a_city_takes_its_name(name: str, folder: Path) -> None:
    same = [
        ("check", EXAMPLE, *DAY, "--city"),
        ("compare", EXAMPLE, *DAY, "--city"),
        ("explain",),
        ("coverage",),
        ("new",),
    ]
    for args in same:
        named = ran(*args, name)
        assert (named.code, named.err) == (0, "")
        assert named.out == ran(*args, "liaocheng").out
    assert ran("ask", name, *DAY).code == 3
    assert (folder / "dossier-liaocheng.yaml").exists()


def test_a_city_named_twice_in_two_ways_is_asked_once() -> None:
    assert _packs(EXAMPLE, "--city", "聊城", "--city", "liaocheng") == ["liaocheng"]


@pytest.mark.parametrize(("name", "near"), [("聊成", "liaocheng"), ("石家装市", "shijiazhuang"), ("Hohot", "hohhot")])
def test_a_name_that_no_city_has_is_answered_with_the_id_of_the_one_that_comes_near(name: str, near: str) -> None:
    for args in (
        ("check", EXAMPLE, "--city"),
        ("explain",),
        ("coverage",),
        ("ask",),
        ("new",),
        ("compare", EXAMPLE, "--city"),
    ):
        done = ran(*args, name)
        assert (done.code, done.codes, done.out) == (2, ["E001"], "")
        assert f"是否为“{near}”" in done.err


def test_the_library_and_the_dossier_take_ids_and_say_the_id_for_a_name() -> None:
    with pytest.raises(UsageError, match=r"E001.*liaocheng"):
        load_pack("聊城")
    done = ran("check", "-", *DAY, stdin="application:\n  city: 聊城市\n")
    assert (done.code, done.codes) == (2, ["E015"])
    assert "是否为“liaocheng”" in done.err


def test_a_city_is_never_looked_up_as_a_path() -> None:
    assert ran("check", EXAMPLE, "--city", str(DEMO)).codes == ["E001"]
    assert ran("check", EXAMPLE, "--city", "../policies/liaocheng").codes == ["E001"]


def test_an_unknown_track_is_answered_with_the_one_that_comes_near() -> None:
    done = checked(PASSING, "--track", "jiont")
    assert (done.code, done.codes, done.out) == (2, ["E002"], "")
    assert "是否为“joint”" in done.err


def test_a_track_that_a_pack_of_the_dossiers_choice_does_not_have_is_a_fault_of_the_option() -> None:
    done = ran("check", EXAMPLE, *DAY, "--track", "zzz")
    assert (done.code, done.codes) == (2, ["E002"])
    assert "E002 --track" in done.err


def test_an_unknown_track_of_the_application_is_refused_where_it_stands() -> None:
    done = checked(PASSING.replace("application:", "application:\n  track: jiont"))
    assert (done.code, done.codes) == (2, ["E002"])
    assert "-:2:10" in done.err


def test_the_applications_track_means_nothing_in_another_city() -> None:
    other = PASSING.replace("application:", "application:\n  city: liaocheng\n  track: establishment")
    assert checked(other).code == 0


@pytest.mark.parametrize(("track", "asked"), [((), []), (("--track", "joint"), ["joint"])])
def test_the_track_that_was_asked_is_in_the_record(track: tuple[str, ...], asked: list[str]) -> None:
    assert checked(PASSING, *track, "--format", "json").json["asked_tracks"] == asked


def test_an_unknown_question_is_answered_with_the_one_that_comes_near() -> None:
    done = checked(PASSING, "--question", "nameing")
    assert (done.code, done.codes, done.out) == (2, ["E003"], "")
    assert "是否为“naming”" in done.err


@pytest.mark.parametrize("question", ["entry", "procedure", "operation", "naming"])
def test_each_question_can_be_asked(question: str) -> None:
    assert checked(PASSING, "--question", question, "--format", "json").json["question"] == question


def test_the_day_asked_is_the_day_answered() -> None:
    assert ran("check", "passing.yaml", *ON[:2], "--on", "2026-11-20", "--format", "json").json["as_of"] == "2026-11-20"
