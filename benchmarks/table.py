"""One run of everything, and its table in Markdown and as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import geometric_mean
from typing import Any, Final

from benchmarks.interleaved import Measured
from benchmarks.processes import Started
from benchmarks.threads import THREADS, Together

CONTROL: Final = "the same again (control)"
_TOLERATED: Final = 0.05


@dataclass(frozen=True, slots=True)
class Row:
    """One contestant: what it took for each applicant that it can answer."""

    name: str
    by_case: dict[str, Measured]

    @property
    def overall(self) -> float:
        """The geometric mean of its ratios."""
        return geometric_mean(measured.ratio for measured in self.by_case.values())


@dataclass(frozen=True, slots=True)
class Section:
    """Several rows under one head."""

    title: str
    says: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All that a run found."""

    machine: str
    day: str
    rounds: int
    cases: dict[str, str]
    yardstick: dict[str, float]
    """Microseconds of the handwritten norms, for each applicant."""
    control: Row
    sections: tuple[Section, ...]
    started: tuple[Started, ...]
    memory: tuple[float, float]
    together: Together
    expresses: dict[str, str]
    """What of the norms each peer expresses."""
    left_out: tuple[str, ...]

    @property
    def is_steady(self) -> bool:
        """Whether the yardstick held against itself came to one; if not, no other ratio is to be trusted."""
        return all(abs(measured.ratio - 1) <= _TOLERATED for measured in self.control.by_case.values())

    def as_data(self) -> dict[str, Any]:
        """Everything for a program."""
        return asdict(self) | {"is_steady": self.is_steady}

    def markdown(self) -> str:
        """Everything for people."""
        lines = [f"{self.machine}; {self.day}; {self.rounds} rounds.", ""]
        if not self.is_steady:
            lines += ["**The control is off by more than 5 %: the machine was too busy, run it again.**", ""]
        lines += [f"- {name}: {says}." for name, says in self.cases.items()]
        said = "microseconds of a decision by hand, and the same against itself"
        lines += ["", *self._block("The yardstick", said, [])]
        for section in self.sections:
            lines += ["", *self._block(section.title, section.says, section.rows)]
        lines += ["", *self._of_processes(), "", *self._of_peers()]
        return "\n".join(lines) + "\n"

    def _block(self, title: str, says: str, rows: Sequence[Row]) -> list[str]:
        heads = ["", *self.cases, "overall"]
        lines = [f"### {title}", "", f"{says[0].upper()}{says[1:]}.", "", _line(heads)]
        lines.append(_line(["---", *["--:"] * (len(heads) - 1)]))
        if not rows:
            lines.append(_line(["by hand, µs", *(f"{self.yardstick[name]:.0f}" for name in self.cases), ""]))
            rows = [self.control]
        for row in rows:
            cells = (_shown(row.by_case[name].ratio) if name in row.by_case else "–" for name in self.cases)
            lines.append(_line([row.name, *cells, _shown(row.overall)]))
        return lines

    def _of_processes(self) -> list[str]:
        lines = ["### Whole processes", "", "CPU time from a cold start.", "", _line(["", "against", "ratio", "ms"])]
        lines.append(_line(["---", "---", "--:", "--:"]))
        lines += [
            _line([row.name, f"`{row.against}`", f"{row.ratio:.2f}", f"{row.milliseconds:.0f}"]) for row in self.started
        ]
        held, bare = self.memory
        lines += [
            "",
            f"Memory: a process that has compiled all five packs and decided by each takes {held:.0f} MB at most, one",
            f"that has only imported pydantic and yaml {bare:.0f} MB.",
            "",
            f"Threads: {self.together.decisions} decisions by {THREADS} threads at once gave the same bytes as one",
            f"after another, in {self.together.ratio:.2f} of the CPU time.",
        ]
        return lines

    def _of_peers(self) -> list[str]:
        lines = ["### What each peer expresses", ""]
        lines += [f"- {name}: {says}." for name, says in self.expresses.items()]
        return lines + [f"- Not measured: {name}." for name in self.left_out]


def _shown(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
