"""What came of each dossier, and the exit code that it all comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tic_rules.cli.exit_codes import FAILED, OPEN, PASSED, REFUSED
from tic_rules.errors import Problem
from tic_rules.ir.determination import Determination
from tic_rules.truth import Verdict


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
