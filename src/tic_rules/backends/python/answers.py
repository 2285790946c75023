"""The answers on record: the steps of the findings that they answer, and those that did not count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from tic_rules.backends.python.later import Later
from tic_rules.backends.python.makers import maker
from tic_rules.engine.case import Case
from tic_rules.engine.findings import Findings
from tic_rules.engine.view import View
from tic_rules.facts import Dossier, words
from tic_rules.facts.findings import RecordedFinding
from tic_rules.ir import steps
from tic_rules.ir.determination import LeftOut, LeftOutWhy
from tic_rules.ir.pack import Pack
from tic_rules.ir.steps import FindingNote
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, open_for

Subject = str | tuple[str, str, int]
"""A finding, or a finding about a member of a list."""
Answer = tuple[Subject | None, RecordedFinding, bool]
"""An answer on record: what it answers, None where nobody asks; itself; whether it is by who may decide."""
Answered = tuple[dict[Subject, int], dict[Subject, date], list[Answer]]
"""Which answer counts for each finding, its day, and all that is on record."""

_finding = maker(steps.FindingStep)
_left_out = maker(LeftOut)


class Answers:
    """Tells of the answers on record, for one pack."""

    def __init__(self, pack: Pack, asked: Collection[str], later: Later) -> None:
        self._asked = asked
        """The findings that are asked for and are not the outcome of an act on record."""
        self._later = later
        self._asks = {
            finding.id: (finding.ask, tuple(pack.authority_by_id[who].title for who in finding.decided_by))
            for finding in pack.findings
        }
        self._acts = tuple(
            (finding.id, finding.recorded_in) for finding in pack.findings if finding.recorded_in is not None
        )

    def told(self, said: Iterable[Answer], as_of: date) -> dict[Subject, steps.FindingStep]:
        """The steps of the findings that something is on record of."""
        notes: dict[Subject, FindingNote] = {}
        last: dict[Subject, RecordedFinding] = {}
        for subject, entry, may_decide in said:
            if subject is None or (subject if isinstance(subject, str) else subject[0]) not in self._asked:
                continue
            if not may_decide:
                notes[subject] = FindingNote.NOT_ITS_TO_DECIDE
            elif entry.day is not None and entry.day > as_of:
                notes[subject] = FindingNote.LATER
            else:
                known = last.get(subject)
                if known is None or (entry.day or date.min) > (known.day or date.min):
                    last[subject] = entry
        told = {}
        for subject in {**notes, **last}:
            name, about = (subject, "") if isinstance(subject, str) else (subject[0], f"{subject[1]}[{subject[2]}]")
            ask, titles = self._asks[name]
            answer = last.get(subject)
            if answer is None:
                told[subject] = _finding(name, about, ask, titles, notes[subject], _needed(name, about))
                continue
            truth = TRUE if answer.answer is True else FALSE
            told[subject] = _finding(
                name,
                about,
                ask,
                titles,
                FindingNote.GIVEN,
                truth,
                answer.answer,
                answer.by or "",
                answer.day,
                answer.basis or "",
            )
        return told

    def left_out(
        self, said: Iterable[Answer], as_of: date, dossier: Dossier, deciders: Mapping[str, Collection[str]]
    ) -> Iterator[LeftOut]:
        """The recorded findings that did not count."""
        for index, (_, entry, may_decide) in enumerate(said):
            name = entry.finding or ""
            if name not in deciders:
                yield _left_out(f"findings[{index}]", name, LeftOutWhy.NOT_ASKED)
            elif not may_decide:
                yield _left_out(f"findings[{index}]", name, LeftOutWhy.NOT_ITS_TO_DECIDE)
            elif entry.day is not None and entry.day > as_of:
                yield _left_out(f"findings[{index}]", name, LeftOutWhy.LATER)
        for name, path in self._acts:
            act = self._later.act(dossier, path, as_of)
            if act is not None and act.by is not None and words.canonical(act.by) not in deciders[name]:
                yield _left_out(path, name, LeftOutWhy.NOT_ITS_TO_DECIDE)


class Acts:
    """The findings that are the outcome of an act on record, as the reference engine reads them."""

    def __init__(self, pack: Pack, dossier: Dossier, as_of: date) -> None:
        self._of = (pack, dossier, as_of)
        self._findings: Findings | None = None

    def step(self, name: str) -> steps.FindingStep:
        """The step of a finding."""
        if self._findings is None:
            pack, dossier, as_of = self._of
            self._findings = Findings(Case(pack, View(dossier, pack, as_of), as_of), dossier.findings or ())
        return self._findings.ask(name)


@lru_cache(maxsize=1024)
def _needed(name: str, about: str) -> Truth:
    return open_for([OpenPoint(PointKind.FINDING, name, about)])
