"""A finding whose id is a slip of the keyboard is left out with a warning; one of another city without."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.command import PASSING, ROOT, checked, ran
from tic_rules.cli.misspelt import _slips

EXAMPLE = ROOT / "examples/dossiers/liaocheng/passing.yaml"
DAY = ("--on", "2026-11-21")


def _renamed(name: str) -> str:
    text = EXAMPLE.read_text("utf-8")
    assert "finding: lc.team-found" in text
    return text.replace("finding: lc.team-found", f"finding: '{name}'")


@pytest.mark.parametrize(
    "name", ["ic.team-found", "LC.TEAM-FOUND", "ｌｃ.team-found", "l.c.team-found", "1c.team-fund"]
)
def test_a_slip_is_said_with_its_line_and_the_id_that_was_meant(name: str) -> None:
    text = _renamed(name)
    line = next(at for at, written in enumerate(text.splitlines(), 1) if f"'{name}'" in written)
    for command in ("check", "compare"):
        done = ran(command, "-", "--city", "liaocheng", *DAY, stdin=text)
        assert done.codes == ["W101"]
        assert re.match(rf"W101 -:{line}:[0-9]+ findings\[[0-9]+\]\.finding：.*“{re.escape(name)}”", done.err)
        assert "是否为“lc.team-found”？" in done.err
        assert done.code == 3  # the finding is still needed
    english = ran("check", "-", "--city", "liaocheng", *DAY, "--lang", "en", stdin=text)
    assert "Did you mean “lc.team-found”?" in english.err


@pytest.mark.parametrize("name", ["xx.something-else", "demo.strong", "lighthouse.team-found"])
def test_an_id_that_is_like_none_that_is_asked_for_is_left_out_quietly(name: str) -> None:
    assert ran("check", "-", "--city", "liaocheng", *DAY, stdin=_renamed(name)).err == ""


def test_what_another_city_asks_for_is_no_slip() -> None:
    """The findings of all cities stand in one dossier, whichever of them is asked."""
    for city in ("chongqing", "hohhot", "jinzhong", "liaocheng", "shijiazhuang"):
        for example in sorted((ROOT / "examples/dossiers").glob("*/passing.yaml")):
            assert "W101" not in ran("check", example, "--city", city, *DAY).err


def test_the_record_is_the_same_as_without_the_warning() -> None:
    """What is said on standard error is for people: the record has its schema, and names what was left out."""
    done = checked(PASSING.replace("demo.strong", "dema.strong"), "--format", "json")
    assert done.codes == ["W101"]
    [left] = done.json["left_out"]
    assert left == {"path": "findings[0]", "name": "dema.strong", "why": "no norm of the pack asks for it"}
    assert "W101" not in json.dumps(done.json)


def test_a_slip_in_one_of_several_dossiers_is_said_for_that_one(folder: Path) -> None:
    (folder / "slip.yaml").write_text(_renamed("ic.team-found"), "utf-8")
    done = ran("check", EXAMPLE, "slip.yaml", "--city", "liaocheng", *DAY)
    assert done.codes == ["W101"]
    assert "slip.yaml:" in done.err


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("abc", "abc", 0), ("abc", "abd", 1), ("abc", "bc", 1), ("abc", "acb", 2), ("abc", "xyz", 3), ("", "ab", 2)],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert _slips(one, other) == _slips(other, one) == slips
