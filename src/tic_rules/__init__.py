"""tic-rules: decides applications for technology innovation centres by city regulations encoded as policy packs."""

from tic_rules.engine.decide import decide
from tic_rules.engine.questions import NextQuestion, next_questions
from tic_rules.errors import InputError, PackError, Problem, RecordError, TicRulesError, UsageError
from tic_rules.facts import Dossier
from tic_rules.ir.determination import Determination, NormResult, Status
from tic_rules.ir.norms import Question
from tic_rules.ir.pack import Pack
from tic_rules.packs.load import load_pack
from tic_rules.report.showing import shows_itself as _shows_itself
from tic_rules.shipped import pack_names
from tic_rules.truth import Verdict
from tic_rules.version import __version__

__all__ = [
    "Determination",
    "Dossier",
    "InputError",
    "NextQuestion",
    "NormResult",
    "Pack",
    "PackError",
    "Problem",
    "Question",
    "RecordError",
    "Status",
    "TicRulesError",
    "UsageError",
    "Verdict",
    "__version__",
    "decide",
    "load_pack",
    "next_questions",
    "pack_names",
]

# A determination is data of the lowest floor and its report stands above: it is taught here how to show itself, and
# the report is loaded when it first does.
_shows_itself(Determination)
