"""The yardstick of the benchmarks says what the reference engine says, and a run of them reads as it should."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import handwritten
from benchmarks.agreement import by_hand, by_reference, truth_of
from benchmarks.dossiers import ON, cases, spoilt
from benchmarks.interleaved import Measured, measure
from benchmarks.peers.all import PEERS
from benchmarks.processes import Started
from benchmarks.run import DisagreementError, compare_peer
from benchmarks.table import CONTROL, Row, Section, Table
from benchmarks.threads import Together
from tests.golden.cases import bases
from tests.golden.cases import cases as goldens
from tic_rules import Dossier, InputError, Question, load_pack
from tic_rules.testing import AS_OF, dossiers
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, TruthValue

ROOT = Path(__file__).parents[2]
PACK = load_pack("shijiazhuang")
SETTLED = [case.dossier for case in cases() if case.name != "half told"]


def test_by_hand_every_norm_of_entry_is_weighed() -> None:
    asked = {norm.id for norm in PACK.norms_for(Question.ENTRY, "establishment")}
    assert set(handwritten.decide(Dossier(), ON).norms) == asked
    assert len(asked) == 48
    assert [track.id for track in PACK.tracks] == ["establishment"]


def test_open_values_are_named_by_fact_or_finding() -> None:
    assert truth_of(True) == TRUE
    assert truth_of(False) == FALSE
    fact, finding = OpenPoint(PointKind.FACT, "lead.seat"), OpenPoint(PointKind.FINDING, "sjz.goals-found")
    assert truth_of(frozenset({"sjz.goals-found", "lead.seat"})) == Truth(TruthValue.OPEN, (fact, finding))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples/dossiers").glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_by_hand_the_examples_come_out_as_by_the_engine(path: Path) -> None:
    dossier = Dossier.from_file(path)
    assert by_hand(dossier, ON) == by_reference(PACK, dossier, ON)


def test_by_hand_the_goldens_come_out_as_by_the_engine() -> None:
    seen: Counter[str] = Counter()
    for case in (*bases("shijiazhuang").values(), *goldens("shijiazhuang")):
        if case.question is not Question.ENTRY:
            continue
        try:
            dossier = case.dossier()
        except InputError:
            continue
        found = by_hand(dossier, case.as_of)
        assert found == by_reference(PACK, dossier, case.as_of), case.id
        seen["refused" if found is None else found[""].value.value] += 1
    assert set(seen) == {"true", "false", "open", "refused"}


@settings(max_examples=200)
@given(dossiers(PACK))
def test_by_hand_any_dossier_comes_out_as_by_the_engine(dossier: Dossier) -> None:
    assert by_hand(dossier, AS_OF) == by_reference(PACK, dossier, AS_OF)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(PACK), st.randoms(use_true_random=False))
def test_by_hand_a_dossier_with_a_stated_total_of_any_size_is_taken_or_refused_as_by_the_engine(
    dossier: Dossier, chosen: random.Random
) -> None:
    totals = [spec for spec in PACK.facts if spec.unit is not None]
    written = dossier.to_dict()
    for spec in chosen.sample(totals, 3):
        symbol = {"money": "万元", "area": "平方米", "people": "人", "units": "家", "projects": "项", "items": "个"}
        amount = f"{chosen.choice([0, 1, 3, 8, 20, 600])}{symbol.get(spec.unit.value if spec.unit else '', '个月')}"
        written.setdefault("shijiazhuang", {})[spec.path.partition(".")[2]] = amount
    changed = Dossier.from_dict(written)
    assert by_hand(changed, AS_OF) == by_reference(PACK, changed, AS_OF)


def test_each_spoilt_dossier_fails_one_norm_and_together_they_fail_every_norm_that_counts() -> None:
    failed: Counter[str] = Counter()
    for written in spoilt():
        found = by_reference(PACK, Dossier.from_dict(written), ON)
        assert found is not None
        fallen = [name for name, truth in found.items() if truth == FALSE and name and "prefer" not in name]
        assert len(fallen) == 1
        failed.update(fallen)
    assert len(failed) == 46


def test_the_applicants_pass_fail_and_stay_open() -> None:
    found = {case.name: by_reference(PACK, case.dossier, ON) for case in cases()}
    told = {name: truths[""].value.value for name, truths in found.items() if truths is not None}
    assert told == {"passing": "true", "failing": "false", "lists": "true", "half told": "open"}


@pytest.mark.parametrize("answer", [True, False])
def test_a_peer_that_gives_another_verdict_is_an_error(answer: bool) -> None:
    with pytest.raises(DisagreementError, match=PEERS[0].name):
        compare_peer(PEERS[0], lambda facts: answer, SETTLED)


def test_a_peer_is_given_plain_facts() -> None:
    """Texts, whole numbers, Booleans, lists and mappings of them: nothing of ours gets into a peer."""

    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(isinstance(key, str) and plain(inner) for key, inner in value.items())
        if isinstance(value, list):
            return all(map(plain, value))
        return value is None or type(value) in {str, int, bool}

    assert all(plain(peer.prepare(dossier, ON)) for peer in PEERS for dossier in SETTLED)


def test_what_takes_twice_as_long_is_measured_as_twice() -> None:
    def once() -> int:
        return sum(range(2_000))

    def twice() -> int:
        return once() + once()

    found = measure(once, {"same": once, "twice": twice}, rounds=15, sample_ms=1)
    assert 0.7 < found["same"].ratio < 1.4
    assert 1.5 < found["twice"].ratio < 2.7
    assert found["twice"].low <= found["twice"].ratio <= found["twice"].high


def test_a_first_run_that_takes_long_is_not_counted() -> None:
    calls: list[int] = []

    def slow_at_first() -> int:
        calls.append(1)
        return sum(range(1_000_000 if len(calls) == 1 else 500))

    found = measure(lambda: sum(range(500)), {"slow at first": slow_at_first}, rounds=15, sample_ms=0.5)
    assert found["slow at first"].ratio < 2
    assert len(calls) > 100


def _table(control: float) -> Table:
    def measured(ratio: float) -> Measured:
        return Measured(ratio, ratio, ratio, 40 * ratio)

    return Table(
        machine="a machine",
        day="2026-11-21",
        rounds=3,
        cases={"passing": "passes", "half told": "open"},
        yardstick={"passing": 40.0, "half told": 90.0},
        control=Row(CONTROL, {"passing": measured(control), "half told": measured(1)}),
        sections=(
            Section("Peers", "ratios", (Row("one", {"passing": measured(2)}), Row("two", {"passing": measured(250)}))),
        ),
        started=(Started("import", "import yaml", 0.5, 20),),
        memory=(44.4, 21.2),
        together=Together(16, 1.25),
        expresses={"one": "all but lists"},
        left_out=("three",),
    )


def test_the_table_shows_every_ratio_and_what_was_not_measured() -> None:
    text = _table(1.02).markdown()
    for line in (
        "a machine; 2026-11-21; 3 rounds.",
        "| by hand, µs | 40 | 90 |  |",
        "| one | 2.00 | – | 2.00 |",
        "| two | 250 | – | 250 |",
        "| import | `import yaml` | 0.50 | 20 |",
        "- one: all but lists.",
        "- Not measured: three.",
    ):
        assert line in text.split("\n")
    assert "too busy" not in text


def test_the_same_is_there_as_data() -> None:
    data = json.loads(json.dumps(_table(1.02).as_data()))
    assert data["sections"][0]["rows"][1] == {
        "name": "two",
        "by_case": {"passing": {"ratio": 250, "low": 250, "high": 250, "microseconds": 10_000}},
    }
    assert data["yardstick"] == {"passing": 40.0, "half told": 90.0}
    assert data["is_steady"] is True


def test_a_control_that_is_off_is_said_and_ends_the_run_with_an_error() -> None:
    assert _table(1.02).is_steady
    assert not _table(1.06).is_steady
    assert "too busy" in _table(1.06).markdown()


def test_the_page_holds_a_whole_table() -> None:
    page = (ROOT / "docs/performance.md").read_text("utf-8")
    table = page.partition("<!-- the table begins")[2].partition("<!-- the table ends")[0]
    assert all(f"\n| {peer.name} |" in table for peer in PEERS)
    assert "too busy" not in table
    assert "Not measured" not in table
