"""`explain`: a norm with its place, examples and whom to ask; an error code as docs/errors.md has it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest

from tests.cli.command import DEMO, ran
from tic_rules import load_pack, pack_names
from tic_rules.messages import MESSAGES


def norm(city: str, name: str) -> Any:
    """The one norm that JSON tells."""
    [told] = ran("explain", city, name, "--format", "json").json["norms"]
    return told


def test_the_examples_are_one_finest_step_below_on_and_above_the_bound() -> None:
    [threshold] = norm("liaocheng", "lc.rd-total")["thresholds"]
    assert [(e["amount"], e["unit"], e["holds"]) for e in threshold["examples"]] == [
        ("999999999/100", "元", False),
        ("10000000", "元", True),
        ("1000000001/100", "元", True),
    ]
    assert threshold["bound"] == {"zh": "不少于1000万元", "en": "at least CNY 10,000,000 (不少于)"}


def test_a_strict_bound_is_not_met_by_the_bound_itself() -> None:
    """超过183天: 183 days are not enough."""
    told = [
        [(e["amount"], e["holds"]) for e in threshold["examples"]]
        for one in ran("explain", "liaocheng", "--format", "json").json["norms"]
        for threshold in one["thresholds"]
        if "183" in threshold["bound"]["zh"]
    ]
    assert told
    assert all(examples == [("182", False), ("183", False), ("184", True)] for examples in told)


@pytest.mark.parametrize("city", [*pack_names(), DEMO])
def test_around_every_bound_of_every_norm_something_holds_and_something_does_not(city: str) -> None:
    for one in ran("explain", city, "--format", "json").json["norms"]:
        for threshold in one["thresholds"]:
            holds = [example["holds"] for example in threshold["examples"]]
            assert set(holds) == {True, False}, (one["id"], threshold)
            amounts = [Fraction(example["amount"]) for example in threshold["examples"] if "amount" in example]
            assert amounts == sorted(amounts)


@pytest.mark.parametrize("city", pack_names())
def test_both_languages_name_the_same_clauses_paths_and_persons(city: str) -> None:
    pack = load_pack(city)
    for one in ran("explain", city, "--format", "json").json["norms"]:
        made = pack.norm_by_id[one["id"]]
        assert [cites["article"] for cites in one["cites"]] == [cites.article for cites in made.cites]
        assert all(fact["path"] in pack.catalogue for fact in one["facts"])
        assert len(one["readings"]) == len(made.readings)
        for finding in one["findings"]:
            assert finding["decided_by"], finding["id"]
            assert finding["ask"]["zh"] != finding["ask"]["en"]


@pytest.mark.parametrize(
    "place", ["十.四", "10.4", "第十条（四）", "第十条(四)项", "第10条（4）", "１０．４", "第 十 条 （四）", "10(4)"]
)
def test_a_place_may_be_written_in_any_width_and_either_kind_of_numbers(place: str) -> None:
    told = ran("explain", "shijiazhuang", place, "--format", "json").json["norms"]
    assert "sjz.staff" in [one["id"] for one in told]
    assert all({"article": 10, "item": 4}.items() <= c.items() for one in told for c in one["cites"][:1])


def test_a_norm_says_whom_to_ask_and_where_it_stands() -> None:
    done = ran("explain", "shijiazhuang", "sjz.technical-leader")
    assert done.code == 0
    assert "第十条（四）" in done.out
    assert "评审专家组" in "".join(done.out.split())
    assert "Art. 10(4)" in ran("explain", "shijiazhuang", "sjz.technical-leader", "--lang", "en").out


def test_a_city_alone_lists_its_norms_and_a_pack_file_is_a_city_too() -> None:
    for city in ("hohhot", DEMO):
        done = ran("explain", city)
        assert all(one.id in done.out for one in load_pack(city).norms)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_code_is_explained_in_both_languages(code: str) -> None:
    zh, en = ran("explain", code), ran("explain", code.lower(), "--lang", "en")
    assert (zh.code, en.code) == (0, 0)
    assert re.search("[一-鿿]", zh.out)
    assert "为什么" in zh.out
    assert "Why" in en.out
    told = ran("explain", code, "--format", "json").json
    assert told["code"] == code
    assert set(told) == {"format", "code", "says", "why", "wrong", "right"}


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), "E020"),
        (("liaocheng", "lc.rd-total", "x"), "E021"),
        (("E132", "x"), "E021"),
        (("E999",), "E022"),
        (("liaochen",), "E001"),
        (("liaocheng", "lc.rd-totl"), "E041"),
        (("liaocheng", "99"), "E023"),
        (("liaocheng", "一"), "E023"),
        (("liaocheng", "百百"), "E041"),
        (("liaocheng", ""), "E041"),
        (("",), "E001"),
        (("nowhere.yaml",), "E101"),
        (("liaocheng", "9" * 5000), "E041"),
        (("\x00",), "E001"),
    ],
)
def test_what_cannot_be_explained_is_said(args: tuple[str, ...], code: str) -> None:
    done = ran("explain", *args)
    assert (done.code, done.out, done.codes) == (2, "", [code])
