"""The goldens of each city: what a lawyer read out of the text before the engine ran, held against the engine."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from tests.golden.cases import GOOD, HERE, Case, bases, by_id, cases, cities, decided, read_yaml
from tests.properties.agreement import answer_of
from tic_rules import Determination, Dossier, InputError, Status, Verdict, decide, load_pack
from tic_rules.audit import check
from tic_rules.backends.python import Compiled, Decision, compiled
from tic_rules.ir.record import record_of

BASES = [base for city in cities() for base in bases(city).values()]
CASES = [case for city in cities() for case in cases(city)]
CHECKED = {case.id for case in CASES[::4]}
"""The cases of which the record is checked too; decided but once."""
MARGIN = re.compile(r"(?P<amount>-?[0-9./]+)(?P<unit>元|万元|平方米|人|家|例|次|项|%)?")
FACTORS = {"万元": Fraction(10_000), "%": Fraction(1, 100)}


@cache
def code(city: str) -> Compiled:
    return compiled(load_pack(city))


def _decided_by_code(case_id: str) -> Decision:
    case = by_id()[case_id]
    return code(case.city).decide(case.dossier(), **case.asked)


def _id(case: Case) -> str:
    return case.id


@pytest.mark.parametrize("base", BASES, ids=_id)
def test_a_base_passes_before_anything_is_changed(base: Case) -> None:
    found = decided(base.id)
    assert check(record_of(found)) == []
    assert _wrong_statuses(base, found) == {}
    assert found.verdict == base.expected["verdict"] == "PASS"


@pytest.mark.parametrize("base", BASES, ids=_id)
def test_a_base_is_a_dossier_that_can_be_read_as_a_file(base: Case) -> None:
    assert Dossier.from_file(GOOD / base.city / "bases" / f"{base.name}.yaml").digest == base.dossier().digest


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_a_case_comes_out_as_the_text_demands(case: Case) -> None:
    """And its pack as compiled says the same."""
    if "refused" in case.expected:
        for decides in (decided, _decided_by_code):
            with pytest.raises(InputError) as caught:
                decides(case.id)
            assert {problem.code for problem in caught.value.problems} == {case.expected["refused"]}
        return
    dossier, asked = case.dossier(), case.asked
    found = decide(load_pack(case.city), dossier, **asked)
    assert answer_of(code(case.city).decide(dossier, **asked)) == answer_of(found)
    wrong = list(_differences(case, found))
    if wrong:
        head = f"{case.city}, {case.file}: {case.name} ({case.cites})"
        pytest.fail("\n".join([head, *wrong, f"why: {case.why}"]), pytrace=False)
    if case.id in CHECKED:
        assert check(record_of(found)) == []


def _differences(case: Case, found: Determination) -> Iterator[str]:
    """What came out otherwise than the text demands, a line for each norm: what was expected, and what came."""
    expected = case.expected
    yield from (f"{norm}: {said}" for norm, said in _wrong_statuses(case, found).items())
    pairs: list[tuple[str, object, object]] = [("verdict", expected["verdict"], found.verdict.value)]
    opened = _open_points(found, expected.get("open", {}))
    pairs += [(f"{norm}, open points", sorted(expected["open"][norm]), came) for norm, came in opened.items()]
    margins = _margins(found, expected.get("margin", {}))
    pairs += [
        (f"{norm}, margin", _ends(_both_ends(expected["margin"][norm])), _ends(came)) for norm, came in margins.items()
    ]
    members = expected.get("members", {})
    pairs += [(f"{norm}, members", str(members[norm]), _margin(found, norm)["members"]) for norm in members]
    matter = {result.id for result in found.readings_that_matter}
    for norm, verdict in expected.get("differs", {}).items():
        others = sorted(one.value for one in _verdicts_of_other_readings(found, norm))
        if norm not in matter or verdict not in others:
            yield f"{norm}: expected another reading with {verdict}, came {' or '.join(others) or 'none'}"
    for norm in sorted(matter & set(expected.get("agrees", []))):
        yield f"{norm}: expected that no other reading matters, and one does"
    verdicts = {track.id: track.verdict.value for track in found.tracks}
    pairs += [(f"track {name}", verdict, verdicts.get(name)) for name, verdict in expected.get("tracks", {}).items()]
    left_out = sorted({left.why.value for left in found.left_out})
    for why in expected.get("left_out", []):
        if why not in left_out:
            yield f"left out: expected “{why}”, came {left_out}"
    pairs.append(("standing", expected.get("standing", found.standing.kind.value), found.standing.kind.value))
    state = found.application_state.value
    pairs.append(("application", expected.get("application", state), state))
    yield from (f"{what}: expected {wanted}, came {came}" for what, wanted, came in pairs if wanted != came)


def _ends(margin: tuple[Fraction | None, Fraction | None]) -> str:
    return " to ".join("open" if end is None else str(end) for end in margin)


def test_a_case_that_comes_out_otherwise_is_told_a_line_a_norm() -> None:
    base = next(base for base in BASES if base.city == "liaocheng")
    found = decided(base.id)
    told = list(
        _differences(
            replace(
                base,
                expected={
                    "verdict": "FAIL",
                    "norms": {"lc.staff": "not met", "lc.premises": "review"},
                    "open": {"verdict": ["lead.kind"]},
                    "differs": {"lc.staff": "FAIL"},
                    "tracks": {"establishment": "FAIL"},
                    "left_out": ["dated after the as-of date"],
                    "standing": "lapsed",
                },
            ),
            found,
        )
    )
    assert told == [
        "lc.premises: expected review, came met",
        "lc.staff: expected not met, came met",
        "lc.staff: expected another reading with FAIL, came PASS",
        "left out: expected “dated after the as-of date”, came []",
        "verdict: expected FAIL, came PASS",
        "verdict, open points: expected ['lead.kind'], came []",
        "track establishment: expected FAIL, came PASS",
        "standing: expected lapsed, came draft",
    ]


@pytest.mark.parametrize("city", cities())
def test_each_case_cites_a_place_that_is_printed_and_says_why(city: str) -> None:
    pack = load_pack(city)
    twice = pack.articles_printed_twice
    printed = {p.cites.text("zh", twice=p.cites.article in twice) for p in pack.provisions}
    assert {case.cites for case in cases(city)} - printed == set()
    assert [case.name for case in cases(city) if not case.why.strip()] == []


@pytest.mark.parametrize("city", cities())
def test_every_norm_is_met_in_one_case_and_not_met_in_another(city: str) -> None:
    """A norm that no case drives both ways is not tested, whatever the engine says of it."""
    expected = _expected_statuses(city)
    not_exercised = {
        norm.id: sorted({"met", "not met"} - expected.get(norm.id, set()))
        for norm in load_pack(city).norms
        if not {"met", "not met"} <= expected.get(norm.id, set())
    }
    assert not_exercised == {}


@pytest.mark.parametrize("city", cities())
def test_every_norm_with_an_excuse_is_excused_in_one_case_and_waits_for_it_in_another(city: str) -> None:
    pack = load_pack(city)
    eased = {norm for relaxation in pack.relaxations for norm in relaxation.covers}
    in_principle = {norm.id for norm in pack.norms if norm.strength.value == "in principle"}
    expected = _expected_statuses(city)
    both = {"excused", "review"}
    assert {norm for norm in eased | in_principle if not both <= expected.get(norm, set())} == set()


@pytest.mark.parametrize("city", cities())
def test_the_cases_name_only_norms_of_the_pack(city: str) -> None:
    norms = {norm.id for norm in load_pack(city).norms}
    named = {
        norm
        for case in (*bases(city).values(), *cases(city))
        for part in ("norms", "margin", "members", "differs", "open")
        for norm in case.expected.get(part, {})
    }
    assert named - norms <= {"verdict"}


@pytest.mark.parametrize("city", sorted(read_yaml(HERE / "headings.yaml")))
def test_the_pack_accounts_for_exactly_the_headings_that_are_printed(city: str) -> None:
    printed = [place for heading in read_yaml(HERE / "headings.yaml")[city] for place in _places(heading)]
    places = [provision.cites for provision in load_pack(city).provisions]
    listed = [(place.article, place.occurrence, place.paragraph, place.item) for place in places]
    assert len(set(listed)) == len(listed)
    assert set(listed) == set(printed)


def test_no_case_stands_twice() -> None:
    assert len(by_id()) == len(BASES) + len(CASES)


def _places(heading: dict[str, int]) -> Iterator[tuple[int, int, int | None, int | None]]:
    number, occurrence = heading["article"], heading.get("occurrence", 1)
    yield number, occurrence, None, None
    yield from ((number, occurrence, None, item) for item in range(1, heading.get("items", 0) + 1))
    last = heading.get("paragraphs", 1)
    yield from ((number, occurrence, paragraph, None) for paragraph in range(2, last + 1))
    yield from ((number, occurrence, last, item) for item in range(1, heading.get("items_of_last", 0) + 1))


def _expected_statuses(city: str) -> dict[str, set[str]]:
    """The statuses that the cases and bases of a city settle, by norm; where two would be right, neither counts."""
    found: dict[str, set[str]] = {}
    for case in (*bases(city).values(), *cases(city)):
        if "refused" not in case.expected:
            for norm, statuses in case.statuses.items():
                if len(statuses) == 1:
                    found.setdefault(norm, set()).update(statuses)
    return found


def _wrong_statuses(case: Case, found: Determination) -> dict[str, str]:
    """The norms that came out otherwise; preferences count where they are named by the case itself."""
    statuses = {norm.id: norm.status for norm in found.norms}
    named = case.expected.get("norms", {})
    preferences = {norm.id for norm in found.norms if norm.strength.value == "preference"}
    return {
        norm: f"expected {' or '.join(right)}, came {statuses.get(norm, 'nothing')}"
        for norm, right in case.statuses.items()
        if (norm in named or norm not in preferences) and statuses.get(norm) not in {Status(one) for one in right}
    }


def _open_points(found: Determination, asked: dict[str, Any]) -> dict[str, list[str]]:
    truths = {norm.id: norm.truth for norm in found.norms} | {"verdict": found.truth}
    return {norm: sorted({point.name for point in truths[norm].points}) for norm in asked}


def _verdicts_of_other_readings(found: Determination, norm: str) -> set[Verdict]:
    readings = next(result.readings for result in found.norms if result.id == norm)
    return {reading.verdict_if_other for reading in readings if reading.verdict_if_other is not None}


def _margins(found: Determination, asked: dict[str, Any]) -> dict[str, tuple[Fraction | None, Fraction | None]]:
    margins = {}
    for norm in asked:
        margin = _margin(found, norm)
        lo, hi = (None if margin[end] is None else Fraction(margin[end]) for end in ("lo", "hi"))
        margins[norm] = (lo, hi)
    return margins


def _margin(found: Determination, norm: str) -> dict[str, Any]:
    """The margin of the one comparison in a norm's requirement, from the recorded form of the determination."""
    steps = {entry["id"]: entry["step"] for entry in json.loads(found.to_json())["norms"]}
    (step,) = _comparisons(steps[norm])
    margin: dict[str, Any] = step["margin"]
    return margin


def _comparisons(step: dict[str, Any]) -> list[dict[str, Any]]:
    match step["kind"]:
        case "compare" | "proportion":
            return [step]
        case "excused":
            return _comparisons(step["require"])
        case "term":
            return _comparisons(step["of"])
        case "all" | "any":
            return [found for child in step["children"] for found in _comparisons(child)]
        case _:
            return []


def _both_ends(written: str | int | list[str | int]) -> tuple[Fraction | None, Fraction | None]:
    ends = written if isinstance(written, list) else [written, written]
    lo, hi = (None if end == "open" else _amount(str(end)) for end in ends)
    return lo, hi


def _amount(text: str) -> Fraction:
    read = MARGIN.fullmatch(text)
    assert read is not None, f"not a margin: {text}"
    return Fraction(read["amount"]) * FACTORS.get(read["unit"], Fraction(1))
