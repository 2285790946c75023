"""The checker by hand: one example of each kind of fault, hostile records, and its own words against the project's."""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from tests.properties import invented
from tic_rules import Dossier, decide, load_pack, quantity
from tic_rules.audit import Fault, amounts, check, faults, form
from tic_rules.ir import catalogue, conditions, determination, norms, pack, steps
from tic_rules.ir.operators import PRINTED_WORDS
from tic_rules.kind import Kind
from tic_rules.quantity.units import UNITS
from tic_rules.truth import OpenPoint, Truth

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossiers" / "liaocheng" / "passing.yaml"
Record = dict[str, Any]


@pytest.fixture(scope="module")
def sound() -> Record:
    found = decide(load_pack("liaocheng"), Dossier.from_file(EXAMPLE), on=date(2026, 11, 21))
    record: Record = json.loads(found.to_json())
    return record


@pytest.fixture(scope="module")
def rich() -> Record:
    """A record with members of lists, windows, periods and findings."""
    words = ("finding", "elapsed", "within years", "list sum", "count of events", "flag")
    regulation = invented.pack([{"require": invented.REQUIREMENTS[word]} for word in words])
    found = invented.decided(regulation, invented.dossier(**invented.DOSSIERS["all given"]))
    record: Record = json.loads(found.to_json())
    return record


def first(record: Record, kind: str) -> tuple[str, Record]:
    """The path and the node of the first step or measure of a kind."""

    def search(node: Any, path: str) -> tuple[str, Record] | None:
        if isinstance(node, dict):
            if node.get("kind") == kind:
                return path, node
            below = [(f"{path}.{key}" if path else key, child) for key, child in node.items()]
        else:
            below = [(f"{path}[{n}]", child) for n, child in enumerate(node)] if isinstance(node, list) else []
        return next((found for at, child in below if (found := search(child, at))), None)

    found = search(record["norms"], "norms")
    assert found is not None, kind
    return found


def altered(sound: Record, kind: str, change: Callable[[Record], object]) -> tuple[str, list[Fault]]:
    record = copy.deepcopy(sound)
    path, node = first(record, kind)
    change(node)
    return path, check(record)


def whats(found: list[Fault]) -> set[tuple[str, str]]:
    return {(fault.path, fault.what) for fault in found}


# --- each kind of fault ----------------------------------------------------------------------------------------------


def test_a_sound_record_has_no_fault(sound: Record, rich: Record) -> None:
    assert check(sound) == check(rich) == []


@pytest.mark.parametrize("verdict", ["FAIL", "UNKNOWN", "REVIEW", "NOT_APPLICABLE"])
def test_a_verdict_follows_from_the_tracks(sound: Record, verdict: str) -> None:
    assert check({**sound, "verdict": verdict}) == [Fault("verdict", "truth", verdict, "PASS")]


def test_all_that_rests_on_a_norm_altered_with_it_leaves_the_norm_itself_a_fault(sound: Record) -> None:
    """Whoever alters a norm must alter all that it rests on, down to what was read."""
    record = copy.deepcopy(sound)
    failing = {"value": "false", "points": []}
    index = next(
        n for n, norm in enumerate(record["norms"]) if norm["step"]["kind"] == "compare" and norm["status"] == "met"
    )
    record["norms"][index] |= {"status": "not met", "truth": failing}
    record["norms"][index]["step"]["truth"] = failing
    record |= {"verdict": "FAIL", "truth": failing}
    for track in record["tracks"]:
        if track["verdict"] == "PASS":
            track |= {"verdict": "FAIL", "truth": failing}
    found = [fault for fault in check(record) if fault.what != "reading"]
    assert whats(found) == {(f"norms[{index}].step.truth", "truth")}


def test_a_bound_is_what_is_written(sound: Record) -> None:
    path, found = altered(sound, "compare", lambda node: node.update(bound_text=f"1{node['bound_text']}"))
    assert whats(found) == {(f"{path}.bound_text", "bound")}


def test_a_bound_of_another_amount_changes_what_is_written_and_how_far_it_is(sound: Record) -> None:
    path, found = altered(sound, "compare", lambda node: node.update(bound=str(Fraction(node["bound"]) + 1)))
    assert {(f"{path}.bound_text", "bound"), (f"{path}.margin", "margin")} <= whats(found)


def test_a_printed_word_fixes_the_operator(sound: Record) -> None:
    path, found = altered(sound, "compare", lambda node: node.update(printed="低于"))
    assert (f"{path}.printed", "bound") in whats(found)


def test_a_margin_is_the_distance_from_the_bound(sound: Record) -> None:
    path, found = altered(sound, "compare", lambda node: node["margin"].update(lo="1/7"))
    assert whats(found) == {(f"{path}.margin", "margin")}


def test_an_amount_is_what_was_read(sound: Record) -> None:
    path, found = altered(sound, "fact_measure", lambda node: node["value"].update(lo="1/7", hi="1/7"))
    assert (f"{path}.value", "amount") in whats(found)


def test_members_of_a_list_are_all_there(rich: Record) -> None:
    path, found = altered(rich, "list", lambda node: node["members"].pop(0))
    assert (f"{path}.members", "names") in whats(found)


def test_a_window_follows_from_the_application_day(rich: Record) -> None:
    _, found = altered(rich, "window", lambda node: node.update(first="2020-01-01"))
    assert "day" in {fault.what for fault in found}


def test_a_fact_reads_the_same_in_every_place(rich: Record) -> None:
    record = copy.deepcopy(rich)
    record["norms"].append(copy.deepcopy(record["norms"][-1]) | {"id": "again"})
    record["tracks"][0]["norms"].append("again")
    assert check(record) == []
    record["norms"][-1]["step"]["read"]["text"] = "false"
    last = f"norms[{len(record['norms']) - 1}].step"
    assert whats(check(record)) == {(f"{last}.read", "read"), (f"{last}.truth", "truth")}


@pytest.mark.parametrize(("key", "value"), [("by", ""), ("on", None), ("on", "2027-01-01"), ("answer", None)])
def test_a_given_finding_says_what_by_whom_and_when(rich: Record, key: str, value: object) -> None:
    record = copy.deepcopy(rich)
    given = next(node for node in every(record) if node.get("kind") == "finding" and node["note"] == "given")
    given[key] = value
    assert {fault.what for fault in check(record)} >= {"finding"}


def every(node: Any) -> list[Record]:
    """Every mapping in a record."""
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return ([node] if isinstance(node, dict) else []) + [found for child in below for found in every(child)]


def test_a_status_is_how_the_norm_came_out(sound: Record) -> None:
    record = copy.deepcopy(sound)
    record["norms"][0]["status"] = "excused"
    assert check(record) == [Fault("norms[0].status", "status", "excused", "met")]


def test_a_citation_in_words_says_its_numbers(sound: Record) -> None:
    record = copy.deepcopy(sound)
    record["norms"][0]["cites"][0]["at"]["article"] += 1
    assert whats(check(record)) == {("norms[0].cites[0].text", "citation")}


def test_a_pack_stands_on_its_day_as_its_dates_say(sound: Record) -> None:
    record = copy.deepcopy(sound)
    record["standing"]["kind"] = "lapsed"
    assert whats(check(record)) == {("standing.kind", "standing")}


def test_another_reading_says_what_it_would_change(sound: Record) -> None:
    record = copy.deepcopy(sound)
    index, number = next(
        (n, m)
        for n, norm in enumerate(record["norms"])
        for m, reading in enumerate(norm["readings"])
        if reading["other_step"] is not None
    )
    record["norms"][index]["readings"][number]["norm_differs"] ^= True
    assert whats(check(record)) == {(f"norms[{index}].readings[{number}]", "reading")}


def test_a_norm_that_no_track_asks_is_out_of_place(sound: Record) -> None:
    record = copy.deepcopy(sound)
    record["tracks"][0]["norms"].pop()
    assert {fault.what for fault in check(record)} >= {"names"}


@pytest.mark.parametrize("kind", sorted(faults.SAYS))
def test_a_fault_is_told_in_both_languages(kind: str) -> None:
    fault = Fault("norms[0].truth", kind, "true", "false")
    for text in (fault.says("zh"), fault.says("en")):
        assert "norms[0].truth" in text
        assert "true" in text
        assert "false" in text
    assert fault.says("zh") != fault.says("en")


HELD: tuple[tuple[str, str, Callable[[Record], object]], ...] = (
    ("elapsed", "day", lambda node: node.update(due="2026-02-27")),
    ("elapsed", "day", lambda node: node["start"].update(text="2026-02-30")),
    ("elapsed", "read", lambda node: node["end"].update(text="2026-10-16")),
    ("elapsed", "read", lambda node: node["start"].update(path="partners[0].day")),
    ("window", "read", lambda node: node["read"].update(text="")),
    ("finding", "finding", lambda node: node.update(silent=["procedure.approval"])),
    ("list", "names", lambda node: node.update(state="none")),
    ("list", "names", lambda node: node["members"][0].update(path="partners[0]")),
    ("compare", "bound", lambda node: node.update(printed="bare")),
    ("compare", "bound", lambda node: node.update(upper=node["bound"])),
    ("list", "names", lambda node: node["members"].reverse()),
)


@pytest.mark.parametrize(("kind", "what", "change"), HELD, ids=map(str, range(len(HELD))))
def test_what_was_given_must_fit_the_rest(
    rich: Record, kind: str, what: str, change: Callable[[Record], object]
) -> None:
    """What the record cannot know is held against what it can."""
    path, found = altered(rich, kind, change)
    assert what in {fault.what for fault in found if fault.path.startswith(path)}


HEADS: tuple[tuple[str, Record], ...] = (
    ("day", {"application_day": None}),
    ("day", {"application_state": "none"}),
    ("names", {"asked_tracks": ["nobody"]}),
    ("names", {"calendar_digest": "sha256:" + "0" * 64}),
    ("names", {"left_out": [{"path": "a.b[1]", "name": "x", "why": "dated after the as-of date"}] * 2}),
    ("names", {"left_out": [{"path": "a b", "name": "x", "why": "dated after the as-of date"}]}),
    ("finding", {"left_out": [{"path": "a.b", "name": "x", "why": "no norm of the pack asks for it"}]}),
    ("finding", {"left_out": [{"path": "findings[0]", "name": "asked", "why": "no norm of the pack asks for it"}]}),
)


@pytest.mark.parametrize(("what", "head"), HEADS, ids=map(str, range(len(HEADS))))
def test_the_head_must_fit_the_rest(rich: Record, what: str, head: Record) -> None:
    assert what in {fault.what for fault in check({**rich, **head})}


@pytest.mark.parametrize(
    ("key", "value"),
    [("day", "2026-10-16"), ("earliest", "2020-01-01"), ("end", "2026-01-01"), ("start", "2026-12-01")],
)
def test_the_standing_must_fit_the_dates(rich: Record, key: str, value: str) -> None:
    found = check({**rich, "standing": {**rich["standing"], key: value}})
    assert {fault.path.partition(".")[0] for fault in found} == {"standing"}


# --- hostile records -------------------------------------------------------------------------------------------------


def _deep(depth: int) -> Record:
    step: Record = {"kind": "always", "truth": {"value": "true", "points": []}}
    for _ in range(depth):
        step = {"kind": "not", "child": step, "truth": {"value": "true", "points": []}}
    return step


def _shared() -> Record:
    """Sixty levels of which each holds the one below twice: more steps than anybody can look at."""
    step: Record = {"kind": "always", "truth": {"value": "true", "points": []}}
    for _ in range(60):
        step = {"kind": "all", "children": [step, step], "truth": {"value": "true", "points": []}}
    return step


def _circle() -> Record:
    step: Record = {"kind": "not", "truth": {"value": "true", "points": []}}
    step["child"] = step
    return step


@pytest.mark.parametrize(
    "step",
    [
        _deep(400),
        _deep(100_000),
        _shared(),
        _circle(),
        {},
        None,
        [],
        {"kind": []},
        {"kind": "all"},
        {"kind": "nothing"},
    ],
    ids=["deep", "deeper", "shared", "circle", "empty", "null", "list", "kind list", "no children", "no such kind"],
)
def test_a_condition_that_is_none_is_a_fault(sound: Record, step: object) -> None:
    record = {**sound, "norms": [{**sound["norms"][0], "step": step}, *sound["norms"][1:]]}
    started = time.process_time()
    assert "form" in {fault.what for fault in check(record)}
    assert time.process_time() - started < 60
    # What was built deep is taken apart level by level, or the interpreter runs out of stack doing so.
    while isinstance(step, dict) and "child" in step and step["child"] is not step:
        step = step.pop("child")


@pytest.mark.parametrize("record", [None, [], "", 1, math.nan, {}, {"format": "1"}, [[]]])
def test_what_is_no_record_at_all_is_a_fault(record: Any) -> None:
    assert [fault.what for fault in check(record)][:1] == ["form"]


NO_AMOUNTS: tuple[object, ...] = (
    *(math.nan, math.inf, 0.5, 10**6000, -1, True, [], {}, b"1"),
    *("", "NaN", "1e9", "1/0", "01", "9" * 400, "１", "\ud800"),
)


@pytest.mark.parametrize("value", NO_AMOUNTS, ids=map(str, range(len(NO_AMOUNTS))))
def test_an_amount_that_is_none_is_a_fault(sound: Record, value: object) -> None:
    _, found = altered(sound, "compare", lambda node: node.update(bound=value))
    assert {fault.what for fault in found} == {"form"}


@pytest.mark.parametrize(
    "day", ["2026-02-30", "20260101", "2026-1-1", "0000-01-01", "10000-01-01", "2026-W01-1", 1, ""]
)
def test_a_day_that_is_none_is_a_fault(sound: Record, day: object) -> None:
    assert {fault.what for fault in check({**sound, "as_of": day})} == {"form"}


@pytest.mark.parametrize(("bound", "unit"), [(999_999_999, "years"), (999_999_999, "months"), (999_999_999, "days")])
def test_a_period_beyond_all_days_is_a_fault(rich: Record, bound: int, unit: str) -> None:
    _, found = altered(rich, "elapsed", lambda node: node.update(bound=bound, unit=unit))
    assert "day" in {fault.what for fault in found}


def test_a_member_of_a_number_beyond_all_lists_is_a_fault_at_once(rich: Record) -> None:
    """Nothing is counted up to a number that stands in a record."""
    path, _ = first(rich, "list")

    def far(node: Record) -> None:
        node["members"][-1]["path"] = f"{node['path']}[999999999]"

    started = time.monotonic()
    assert (f"{path}.members", "names") in whats(altered(rich, "list", far)[1])
    assert time.monotonic() - started < 2


def test_fractions_that_fit_no_sum_are_a_fault_at_once() -> None:
    """Two thousand denominators without a common divisor make a sum that grows without end."""
    values = [amounts.Value("share", (one := Fraction(1, 10**100 + 2 * n + 1)), one) for n in range(2000)]
    with pytest.raises(OverflowError):
        amounts.total("share", values)


def test_readings_and_tracks_without_number_are_a_fault_at_once(sound: Record) -> None:
    """Each reading turns all tracks over once more; so many that it would take hours are no record of anybody's."""
    norm = sound["norms"][0]
    reading = {
        "taken": norm["title"],
        "other": norm["title"],
        "why": norm["title"],
        "other_step": None,
        "other_when": None,
        "other_strength": None,
        "norm_differs": False,
        "verdict_if_other": None,
    }
    many = {**sound, "norms": [{**norm, "readings": [reading] * 20_000}, *sound["norms"][1:]]}
    started = time.monotonic()
    assert {fault.what for fault in check(many)} == {"form"}
    assert time.monotonic() - started < 10


def test_what_is_found_is_shown_without_signs_that_steer_a_terminal(sound: Record) -> None:
    found = check({**sound, "verdict": "\x1b[2JPASS"})
    assert [fault.found for fault in found] == ["'\\x1b[2JPASS'"]


def test_what_is_found_is_shown_in_part_where_it_is_long(sound: Record) -> None:
    assert all(len(fault.found) <= 201 for fault in check({**sound, "verdict": "P" * 10**6}))


# --- its own words against the project's -----------------------------------------------------------------------------


def test_the_form_is_that_of_the_dataclasses() -> None:
    """The checker knows the form by itself; this says when the project's has moved on."""
    known: dict[str, type] = {
        name: thing
        for module in (catalogue, determination, norms, pack, steps)
        for name, thing in vars(module).items()
        if isinstance(thing, type)
    } | {"Truth": Truth, "OpenPoint": OpenPoint}
    for name, shape in form.SHAPES.items():
        assert set(shape) == set(known[name].__dataclass_fields__), name  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("word", "thing"),
    [
        ("State", steps.State),
        ("Op", conditions.Op),
        ("DayOp", conditions.DayOp),
        ("Kind", Kind),
        ("IfZero", conditions.IfZero),
        ("Proportion", conditions.ProportionKind),
        ("FindingNote", steps.FindingNote),
        ("YearNote", steps.YearNote),
        ("Strength", norms.Strength),
        ("Question", norms.Question),
        ("Status", determination.Status),
        ("StandingKind", determination.StandingKind),
        ("LeftOutWhy", determination.LeftOutWhy),
        ("IssueKind", pack.IssueKind),
    ],
)
def test_the_closed_words_are_the_same(word: str, thing: Any) -> None:
    assert set(form.WORDS[word]) == {member.value for member in thing}


def test_every_step_and_measure_is_known_to_the_checker() -> None:
    for union, known in ((steps.TruthStep, form.STEPS), (steps.MeasureStep, form.MEASURES)):
        members = get_args(get_args(union)[0])
        assert known == {get_args(get_type_hints(member)["kind"])[0]: member.__name__ for member in members}


def test_the_printed_words_fix_the_same_boundaries() -> None:
    assert {word: op.value for op, words in PRINTED_WORDS.items() for word in words} == amounts.PRINTED


@pytest.mark.parametrize("sign", sorted(UNITS))
def test_a_written_amount_is_read_alike(sign: str) -> None:
    amount = quantity.parse_quantity(f"3{sign}", kinds=tuple(Kind))
    assert amounts.written(f"3{sign}", amount.kind.value) == amount.amount


@pytest.mark.parametrize("share", ["60%", "60.0%", "0%", "100%", "99.95 %", "1/3", "０．５％"])
def test_a_stated_share_stands_for_the_same_shares(share: str) -> None:
    expected = quantity.rounded_share(share)
    if "/" in share:
        assert amounts.written(share, "share") == expected.lo == expected.hi
    else:
        assert amounts.rounded(share) == (expected.lo, expected.hi)
