"""One run: the verdicts compared first, then everything measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from benchmarks import handwritten
from benchmarks.agreement import by_compiled, by_hand, by_reference
from benchmarks.dossiers import ON, Case, cases, spoilt
from benchmarks.interleaved import Measured, Run, measure
from benchmarks.machine import machine, versions
from benchmarks.ours import OURS, VALIDATION
from benchmarks.peers.all import PEERS
from benchmarks.peers.peer import Decide, Peer
from benchmarks.processes import megabytes, started
from benchmarks.table import CONTROL, Row, Section, Table
from benchmarks.threads import together
from tic_rules import Compiled, Dossier, calendar, load_pack
from tic_rules.truth import TRUE

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Effort:
    """How long a run goes on."""

    rounds: int
    sample_ms: float
    processes: int
    together: int


FULL: Final = Effort(rounds=40, sample_ms=2.0, processes=15, together=25)
QUICK: Final = Effort(rounds=5, sample_ms=0.5, processes=2, together=2)


class DisagreementError(Exception):
    """A contestant that gives another verdict than the reference: its time says nothing."""


def run(effort: Effort, tell: Tell) -> Table:
    """Compares, then measures. Raises DisagreementError."""
    applicants = cases()
    tell("comparing the norms by hand and compiled with the reference engine")
    compare_ours(case.dossier for case in applicants)
    installed = versions(peer.package for peer in PEERS)
    ready: dict[Peer, Decide] = {}
    for peer in PEERS:
        if peer.package in installed:
            tell(f"comparing {peer.name}")
            ready[peer] = peer.ready()
            compare_peer(peer, ready[peer], (case.dossier for case in applicants if _is_settled(case)))
    measured: dict[str, dict[str, Measured]] = {}
    yardstick: dict[str, float] = {}
    for case in applicants:
        tell(f"measuring: {case.name}")
        by_name = {CONTROL: _by_hand(case)} | dict(_contestants(case, ready))
        found = measure(_by_hand(case), by_name, rounds=effort.rounds, sample_ms=effort.sample_ms)
        yardstick[case.name] = found[CONTROL].microseconds
        for name, one in found.items():
            measured.setdefault(name, {})[case.name] = one
    rows = {name: Row(name.removesuffix(_ALONE), by_case) for name, by_case in measured.items()}
    tell("starting processes")
    missing = {peer.package for peer in PEERS} - set(installed)
    return Table(
        machine=machine(),
        day=calendar.today_in_china().isoformat(),
        rounds=effort.rounds,
        cases={case.name: case.says for case in applicants},
        yardstick=yardstick,
        control=rows[CONTROL],
        sections=tuple(_sections(rows, ready)),
        started=tuple(started(effort.processes)),
        memory=megabytes(),
        together=together(effort.together),
        expresses={f"{peer.name} ({peer.package} {installed[peer.package]})": peer.says for peer in ready},
        left_out=tuple(f"{package}, which is not installed (`uv sync --group bench`)" for package in sorted(missing)),
    )


_ALONE: Final = ", alone"


def _by_hand(case: Case) -> Run:
    dossier = case.dossier
    return lambda: handwritten.decide(dossier, ON)


def _contestants(case: Case, ready: dict[Peer, Decide]) -> Iterator[tuple[str, Run]]:
    for name, made in (OURS | VALIDATION).items():
        yield name, made(case)
    if not _is_settled(case):
        return
    for peer, decide in ready.items():
        yield peer.name, _from_dossier(peer, decide, case.dossier)
        yield peer.name + _ALONE, _on_facts(peer, decide, case.dossier)


def _is_settled(case: Case) -> bool:
    """Whether nothing is open: no peer has a word for that."""
    value = handwritten.decide(case.dossier, ON)
    return all(isinstance(norm, bool) for norm in value.norms.values())


def _from_dossier(peer: Peer, decide: Decide, dossier: Dossier) -> Run:
    return lambda: decide(peer.prepare(dossier, ON))


def _on_facts(peer: Peer, decide: Decide, dossier: Dossier) -> Run:
    facts = peer.prepare(dossier, ON)
    return lambda: decide(facts)


def _sections(rows: dict[str, Row], ready: dict[Peer, Decide]) -> Iterator[Section]:
    yield Section("tic-rules", "ratios to the norms by hand", tuple(rows[name] for name in OURS))
    validation = tuple(rows[name] for name in VALIDATION)
    yield Section("Validation alone", "reading the same data, as ratios to the norms by hand", validation)
    if not ready:
        return
    peers = [rows[peer.name] for peer in ready]
    yield Section("Peers", "from the same dossier, its facts made plain for them included", tuple(peers))
    alone = [rows[peer.name + _ALONE] for peer in ready]
    yield Section("Peers alone", "on facts made plain beforehand, outside the time", tuple(alone))


# --- verdicts are compared before anything is timed ------------------------------------------------------------------


def compare_ours(applicants: Iterable[Dossier]) -> None:
    """The norms by hand, and compiled, give every truth of the reference. Raises DisagreementError."""
    pack = load_pack("shijiazhuang")
    program = Compiled(pack)
    for dossier in (*applicants, *map(Dossier.from_dict, spoilt())):
        wanted = by_reference(pack, dossier, ON)
        if by_hand(dossier, ON) != wanted:
            raise DisagreementError("the norms by hand and the reference engine differ")
        if by_compiled(program, dossier, ON) != wanted:
            raise DisagreementError("the compiled pack and the reference engine differ")


def compare_peer(peer: Peer, decide: Decide, applicants: Iterable[Dossier]) -> None:
    """A peer passes whom the reference passes, and fails each of those who fail one norm alone.

    ``applicants`` are such that nothing is open. Raises DisagreementError.
    """
    pack = load_pack("shijiazhuang")
    for dossier in (*applicants, *map(Dossier.from_dict, spoilt())):
        wanted = by_reference(pack, dossier, ON)
        if wanted is None or decide(peer.prepare(dossier, ON)) is not (wanted[""] == TRUE):
            raise DisagreementError(f"{peer.name} gives another verdict than the reference engine")
