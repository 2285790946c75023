"""The bounds of a pack against the figures that its provisions print."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from tic_rules import Pack, load_pack, pack_names, source
from tic_rules.packs.figures import figures_of
from tic_rules.packs.load import pack_of

DEMO: Final = Path(__file__).parents[1] / "project" / "errors" / "demo.yaml"

READING: Final = {
    "taken": {"zh": "取此", "en": "This."},
    "other": {"zh": "取彼", "en": "That."},
    "why": {"zh": "因", "en": "So."},
}


def demo(
    bound: dict[str, Any], *prints: str, printed_under: int = 1, readings: list[dict[str, Any]] | None = None
) -> Pack:
    """The demo pack with one bound of its norm on staff, and these prints of an item of its second article."""
    written: Any = source.plain(source.read_document(DEMO).root)
    norm = next(norm for norm in written["norms"] if norm["id"] == "demo.staff")
    norm["require"] = {"term": "demo.team", **bound}
    if readings is not None:
        norm["readings"] = readings
    for provision in written["provisions"]:
        if (provision["article"], provision.get("item")) == (2, printed_under):
            provision["prints"] = list(prints)
    return pack_of(source.from_python(written))


def least(text: str) -> dict[str, Any]:
    return {"at_least": text, "printed": "不少于"}


def told(pack: Pack) -> list[tuple[str, str]]:
    return [(dict(problem.values)["id"], dict(problem.values)["bound"]) for problem in figures_of(pack)]


@pytest.mark.parametrize("name", pack_names())
def test_every_bound_of_a_shipped_pack_is_printed_or_explained(name: str) -> None:
    assert figures_of(load_pack(name)) == []


@pytest.mark.parametrize(
    ("bound", "prints"),
    [
        (least("15人"), ["应", "15名"]),
        (least("15人"), ["１５人"]),
        (least("15人"), ["十五人"]),
        (least("120人"), ["一百二十人"]),
        (least("105人"), ["一百零五人"]),
        (least("1500人"), ["1,500人"]),
        (least("20人"), ["二十名"]),
        ({"between": ["7人", "11人"], "printed": "至"}, ["7至11名"]),
        ({"between": ["7人", "11人"], "printed": "至"}, ["七名至十一名"]),
    ],
)
def test_a_bound_that_is_printed_in_other_signs_is_printed(bound: dict[str, Any], prints: list[str]) -> None:
    assert told(demo(bound, *prints)) == []


@pytest.mark.parametrize(
    ("bound", "prints", "unprinted"),
    [
        (least("51人"), ["15人"], ["51人"]),
        (least("15人"), ["15家", "3%"], ["15人"]),
        (least("15人"), ["15"], ["15人"]),
        (least("15人"), ["近三年", "150人"], ["15人"]),
        ({"between": ["7人", "12人"], "printed": "至"}, ["7至11名"], ["12人"]),
    ],
)
def test_a_bound_that_is_not_printed_is_told_with_what_is(
    bound: dict[str, Any], prints: list[str], unprinted: list[str]
) -> None:
    pack = demo(bound, "应", *prints)
    assert told(pack) == [("demo.staff", one) for one in unprinted]
    (problem, *_) = figures_of(pack)
    assert problem.code == "W308"
    assert f"（{'、'.join(prints)}）" in problem.sentence("zh")
    assert f"({', '.join(prints)})" in problem.sentence("en")


def test_a_figure_of_another_item_is_none_of_this_one() -> None:
    assert told(demo(least("15人"), "20人")) == [("demo.staff", "15人")]
    # The item that is cited names no figure, so there is nothing to hold the bound against.
    assert told(demo(least("15人"), "20人", "60周岁", printed_under=2)) == []
    assert told(demo(least("15人"), "应")) == []


@pytest.mark.parametrize("bound", [least("1人"), {"at_most": "0人", "printed": "bare"}])
def test_none_and_one_are_said_in_words(bound: dict[str, Any]) -> None:
    assert told(demo(bound, "20人", readings=[READING])) == []


def test_a_bound_that_differs_on_purpose_has_the_printed_one_in_a_reading() -> None:
    explained = {**READING, "other_require": {"term": "demo.team", **least("3人")}}
    assert told(demo(least("2人"), "3人", readings=[explained])) == []
    assert told(demo(least("2人"), "4人", readings=[explained])) == [("demo.staff", "2人")]
    assert told(demo(least("2人"), "3人", readings=[READING])) == [("demo.staff", "2人")]
