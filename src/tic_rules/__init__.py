"""tic-rules: decides applications for technology innovation centres by city regulations encoded as policy packs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tic_rules.ir import shown as _shown

if TYPE_CHECKING:
    from tic_rules.analysis.comparison import Comparison, compare
    from tic_rules.backends.python import Compiled, Decision, compiled
    from tic_rules.engine.decide import decide
    from tic_rules.engine.questions import NextQuestion, next_questions
    from tic_rules.errors import InputError, PackError, Problem, RecordError, TicRulesError, UsageError
    from tic_rules.facts import Dossier
    from tic_rules.facts.events import Event
    from tic_rules.facts.history import History
    from tic_rules.ir.determination import Determination, NormResult, Status
    from tic_rules.ir.norms import Question
    from tic_rules.ir.pack import Pack
    from tic_rules.ir.status import CentreStatus
    from tic_rules.lifecycle.bars import with_bars
    from tic_rules.lifecycle.due import due_items, undated_items
    from tic_rules.lifecycle.register import Register
    from tic_rules.lifecycle.status import status
    from tic_rules.packs.load import load_pack
    from tic_rules.shipped import pack_names
    from tic_rules.truth import Verdict
    from tic_rules.version import __version__

__all__ = [
    "CentreStatus",
    "Comparison",
    "Compiled",
    "Decision",
    "Determination",
    "Dossier",
    "Event",
    "History",
    "InputError",
    "NextQuestion",
    "NormResult",
    "Pack",
    "PackError",
    "Problem",
    "Question",
    "RecordError",
    "Register",
    "Status",
    "TicRulesError",
    "UsageError",
    "Verdict",
    "__version__",
    "compare",
    "compiled",
    "decide",
    "due_items",
    "load_pack",
    "next_questions",
    "pack_names",
    "status",
    "undated_items",
    "with_bars",
]


def _looks(shown: _shown.Shown) -> _shown.Looks:
    """The report, which makes the looks of what shows itself; loaded when something first does."""
    from tic_rules.report.notebook import looks

    return looks(shown)


# What shows itself is data of a low floor, and its report stands above and may not be imported there: they meet here.
_shown.shown_by(_looks)

# Each name is loaded when it is first asked for, so that the command line answers and can be interrupted at once.
_HOME = {
    "CentreStatus": "tic_rules.ir.status",
    "Comparison": "tic_rules.analysis.comparison",
    "Compiled": "tic_rules.backends.python",
    "Decision": "tic_rules.backends.python",
    "Determination": "tic_rules.ir.determination",
    "Dossier": "tic_rules.facts",
    "Event": "tic_rules.facts.events",
    "History": "tic_rules.facts.history",
    "InputError": "tic_rules.errors",
    "NextQuestion": "tic_rules.engine.questions",
    "NormResult": "tic_rules.ir.determination",
    "Pack": "tic_rules.ir.pack",
    "PackError": "tic_rules.errors",
    "Problem": "tic_rules.errors",
    "Question": "tic_rules.ir.norms",
    "RecordError": "tic_rules.errors",
    "Register": "tic_rules.lifecycle.register",
    "Status": "tic_rules.ir.determination",
    "TicRulesError": "tic_rules.errors",
    "UsageError": "tic_rules.errors",
    "Verdict": "tic_rules.truth",
    "__version__": "tic_rules.version",
    "compare": "tic_rules.analysis.comparison",
    "compiled": "tic_rules.backends.python",
    "decide": "tic_rules.engine.decide",
    "due_items": "tic_rules.lifecycle.due",
    "load_pack": "tic_rules.packs.load",
    "next_questions": "tic_rules.engine.questions",
    "pack_names": "tic_rules.shipped",
    "status": "tic_rules.lifecycle.status",
    "undated_items": "tic_rules.lifecycle.due",
    "with_bars": "tic_rules.lifecycle.bars",
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_HOME[name]), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
