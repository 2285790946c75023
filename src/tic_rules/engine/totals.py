"""Totals that a dossier states beside its lists are held against them before anything is decided."""

from __future__ import annotations

from tic_rules.engine.evaluate import Evaluator
from tic_rules.errors import InputError, Problem
from tic_rules.ir.pack import Pack


def check_totals(pack: Pack, evaluator: Evaluator) -> None:
    """Refuses a dossier whose stated totals its own lists contradict, or whose parts exceed their whole.

    The whole pack is looked at, whatever is asked, so that a dossier is refused or taken as a whole.
    """
    wrong: list[Problem] = []
    for node in pack.contradictable:
        try:
            evaluator.evaluate(node)
        except InputError as error:
            wrong.extend(error.problems)
    if wrong:
        raise InputError(wrong)
