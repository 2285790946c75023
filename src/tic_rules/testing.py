"""Property tests of policies: dossiers built from a pack's own conditions, and small edits of packs.

For whoever changes a policy and wants to know what that does. Nothing here is drawn blindly: dossiers pass, fail one
norm, or lie on and beside the boundaries that the pack draws, with facts and findings missing here and there; a
counterexample shrinks toward the plainest dossier that passes, and is printed as YAML, ready to be kept as a case::

    from hypothesis import given, settings
    from tic_rules import decide, load_pack
    from tic_rules.testing import AS_OF, dossiers, no_worse_than, with_threshold

    PACK = load_pack("liaocheng")
    EDITED = with_threshold(PACK, "lc.rd-total", "1200万元")

    @settings(deadline=None)
    @given(dossiers(PACK))
    def test_the_edit_harms_nobody(dossier):  # fails, and prints a company that spent exactly 1000万元
        assert no_worse_than(decide(EDITED, dossier, on=AS_OF), decide(PACK, dossier, on=AS_OF))

With ``given={"lc.rd-total": at_least("1200万元")}`` nobody is harmed. What is here: ``passing`` (all norms met),
``failing`` (one norm, and which others must fall with it), ``dossiers`` (near every boundary, with facts missing),
``edits`` (small edits of a pack, each with its effect), the pins that say what a dossier holds in any case, and
``no_worse_than``.

Needs Hypothesis: ``pip install 'tic-rules[testing]'``.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from datetime import date
from typing import Final

from tic_rules.backends.strategies.edits import Edit, EditKind, Effect, all_edits
from tic_rules.backends.strategies.pins import MISSING, NONE, Pin, Written, at_least, at_most, between, exactly, one_of
from tic_rules.backends.strategies.rewriting import with_bound
from tic_rules.errors import ExtraMissingError, Problem, UsageError
from tic_rules.facts import Dossier
from tic_rules.ir.determination import Determination
from tic_rules.ir.norms import Norm, Question
from tic_rules.ir.pack import Pack
from tic_rules.packs.load import load_pack
from tic_rules.truth import Verdict

try:
    from hypothesis import strategies as st

    from tic_rules.backends.strategies import drawing
    from tic_rules.backends.strategies.drawing import Failing
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    raise ExtraMissingError([Problem.of("E040")]) from None

__all__ = [
    "AS_OF",
    "MISSING",
    "NONE",
    "Edit",
    "EditKind",
    "Effect",
    "Failing",
    "Pin",
    "all_edits",
    "at_least",
    "at_most",
    "between",
    "dossiers",
    "edits",
    "exactly",
    "failing",
    "no_worse_than",
    "one_of",
    "passing",
    "with_threshold",
]

AS_OF: Final = date(2026, 6, 30)
"""The day on which dossiers are built to be decided, where no other is asked for: pass it on to ``decide``."""

PackOrName = Pack | str | os.PathLike[str]
Given = Mapping[str, Pin | Written]


def dossiers(
    pack: PackOrName,
    *,
    question: Question | str = Question.ENTRY,
    track: str | None = None,
    given: Given | None = None,
    on: date = AS_OF,
) -> st.SearchStrategy[Dossier]:
    """Dossiers for a pack, near every boundary it draws.

    Each is built to pass, and then disturbed in a few places: a threshold one finest step below, on it, or one above;
    a norm failed, excused or made not to apply; a finding unanswered, answered by somebody who may not, too late, or
    anew; a thing known not to exist; and last, facts left out. ``track`` takes one way in, else each is drawn.

    ``given`` pins what a dossier holds in any case, by the path of a fact, a list (its number of members) or a yearly
    series (its sum over the years that the pack looks at), or by the id of a term, a finding, or a norm (what its one
    threshold is held against): ``{"lead.kind": "企业", "lc.rd-total": at_least("120万元")}``. Pinned facts are never
    left out. Raises UsageError for a name the pack does not have, and for pins that contradict each other.
    """
    return drawing.dossiers_by(drawing.plans(_pack(pack), Question(question), track, given or {}, on))


def passing(
    pack: PackOrName,
    *,
    question: Question | str = Question.ENTRY,
    track: str | None = None,
    given: Given | None = None,
    on: date = AS_OF,
) -> st.SearchStrategy[Dossier]:
    """Dossiers of which every norm is met or not applicable, with all findings made; none is excused.

    Raises UsageError, in the test, where no such dossier was found: then the norms contradict each other or the pins.
    """
    return drawing.passing_by(drawing.plans(_pack(pack), Question(question), track, given or {}, on))


def failing(
    pack: PackOrName, norm: str, *, track: str | None = None, given: Given | None = None, on: date = AS_OF
) -> st.SearchStrategy[Failing]:
    """Dossiers that fail a norm and no other, each with the question and track by which they do.

    Where others fall with it, ``falls`` names the fewest that were found to and ``why`` says what they share. Nothing
    excuses the failure. Raises UsageError for an unknown norm, and for one that was not found to fail at all.
    """
    made = _pack(pack)
    wanted = _norm(made, norm)
    first = track or next((way.id for way in made.tracks if not wanted.tracks or way.id in wanted.tracks), None)
    plan = drawing.plans(made, wanted.question, first, given or {}, on)[0]
    return drawing.failing_by(plan, wanted, plan.least_fall(wanted))


def edits(pack: PackOrName) -> st.SearchStrategy[Edit]:
    """Small edits of a pack: each has the edited ``pack``, says ``what`` was edited, and to what ``effect``."""
    return st.sampled_from(all_edits(_pack(pack)))


def with_threshold(pack: PackOrName, name: str, bound: str) -> Pack:
    """The pack with another bound, such as ``"1200万元"``, in the one threshold of a norm.

    Raises UsageError for an unknown norm, one with no threshold or several, and a bound of another kind.
    """
    made = _pack(pack)
    return with_bound(made, _norm(made, name), bound)


def no_worse_than(new: Determination | Verdict, old: Determination | Verdict) -> bool:
    """Whether a verdict is no worse for the applicant than another: FAIL, then anything open, then PASS.

    UNKNOWN and REVIEW are both open and neither is worse than the other: which of them it is says whom to ask, and an
    edit either way may turn one into the other. NOT_APPLICABLE is no verdict on the applicant: it is no worse than
    itself alone, and nothing else is no worse than it.
    """
    ranks = [_RANK.get(one if isinstance(one, Verdict) else one.verdict) for one in (new, old)]
    mine, other = ranks
    if mine is None or other is None:
        return mine is other
    return mine >= other


_RANK: Final = {Verdict.FAIL: 0, Verdict.UNKNOWN: 1, Verdict.REVIEW: 1, Verdict.PASS: 2}


def _pack(pack: PackOrName) -> Pack:
    return pack if isinstance(pack, Pack) else load_pack(pack)


def _norm(pack: Pack, name: str) -> Norm:
    found = pack.norm_by_id.get(name)
    if found is None:
        near = difflib.get_close_matches(name, list(pack.norm_by_id), n=3, cutoff=0.4) or list(pack.norm_by_id)[:3]
        raise UsageError([Problem.of("E041", pack=pack.id, name=name, near="、".join(near), near_en=", ".join(near))])
    return found
