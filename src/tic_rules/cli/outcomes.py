"""What came of each dossier, and the exit code that it all comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tic_rules.errors import Problem
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import Determination
from tic_rules.truth import Verdict

PASSED: Final = 0
FAILED: Final = 1
REFUSED: Final = 2
OPEN: Final = 3

EXIT_CODES: Final = {
    PASSED: Text("所问的都符合。", "Every verdict asked for is PASS."),
    FAILED: Text("有不符合的。", "Some verdict is FAIL."),
    REFUSED: Text(
        "资料或命令行有误；几份资料中只要有一份有误就是 2，其余照常判断。",
        "Bad input or usage; one bad dossier of several makes it 2, and the rest are decided all the same.",
    ),
    OPEN: Text(
        "没有不符合的，但有资料不足、待认定或不适用的，或者（--in-force-only）没有在施行的规则包。",
        "None is FAIL, but something is open or not applicable, or (--in-force-only) no pack is in force.",
    ),
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A determination."""

    dossier: str
    """The file as it was named on the command line."""
    determination: Determination


@dataclass(frozen=True, slots=True)
class Skipped:
    """A pack that was left out because it is not in force on the day tested; its determination says why."""

    dossier: str
    determination: Determination


@dataclass(frozen=True, slots=True)
class Refused:
    """A dossier that could not be decided."""

    dossier: str
    problems: tuple[Problem, ...]


Outcome = Decided | Skipped | Refused


def exit_code(by_dossier: Iterable[Iterable[Outcome]]) -> int:
    """The exit code of a run: of the codes that the dossiers come to, the first of 2, 1, 3 and 0."""
    codes = {_code(list(outcomes)) for outcomes in by_dossier}
    return next((code for code in (REFUSED, FAILED, OPEN) if code in codes), PASSED)


def _code(outcomes: list[Outcome]) -> int:
    """What one dossier comes to."""
    if any(isinstance(outcome, Refused) for outcome in outcomes):
        return REFUSED
    verdicts = {outcome.determination.verdict for outcome in outcomes if isinstance(outcome, Decided)}
    if Verdict.FAIL in verdicts:
        return FAILED
    return PASSED if verdicts == {Verdict.PASS} else OPEN
