"""What people decided: which recorded answer counts for a finding that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tic_rules.engine.case import Case, missing
from tic_rules.engine.subjects import subject
from tic_rules.engine.view import Member
from tic_rules.errors import InputError, Place, Problem, nearest
from tic_rules.facts import words
from tic_rules.facts.findings import RecordedFinding
from tic_rules.ir import steps
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import LeftOut, LeftOutWhy
from tic_rules.ir.norms import Finding
from tic_rules.ir.steps import FindingNote, State
from tic_rules.truth import OpenPoint, PointKind, open_for, settled


class Findings:
    """The findings of one case."""

    def __init__(self, case: Case, recorded: tuple[RecordedFinding, ...]) -> None:
        self._case = case
        self._recorded = tuple(enumerate(recorded))
        self._names: dict[str, frozenset[str]] = {}
        """Of each finding the names of those who may decide it, as they are compared."""
        self._answers: dict[str, list[tuple[int, RecordedFinding]]] = {}
        """What was recorded of each finding."""
        for index, entry in self._recorded:
            self._answers.setdefault(entry.finding or "", []).append((index, entry))
        self._about: dict[int, str | None] = {}
        """The place of the member that each answer is about, of those that this pack asks for."""
        self.wrong = self._read()
        """Answers to what nobody asks, or about what is not there: they would be ignored in silence."""

    def _read(self) -> list[Problem]:
        if not self._recorded:
            return []
        pack = self._case.pack
        prefix = {finding.id.partition(".")[0] for finding in pack.findings}
        wrong = []
        for index, entry in self._recorded:
            name = entry.finding or ""
            if name in pack.finding_by_id:
                about = subject(entry, f"findings[{index}]", pack, self._case.view)
                if isinstance(about, Problem):
                    wrong.append(about)
                else:
                    self._about[index] = about
            elif name.partition(".")[0] in prefix:
                known = list(pack.finding_by_id)
                near = nearest(name, known, most=3, alike=0.5) or known[:3]
                place = Place(path=f"findings[{index}].finding")
                wrong.append(Problem.of("E175", place, finding=name, near="、".join(near), near_en=", ".join(near)))
        return wrong + list(self._contradictions())

    def _contradictions(self) -> Iterator[Problem]:
        """Answers of one day by those who may decide that differ, whether or not the question asked comes to them."""
        answers: dict[tuple[str, str | None, date | None], bool | None] = {}
        for index, entry in self._recorded:
            finding = self._case.pack.finding_by_id.get(entry.finding or "")
            if finding is None or index not in self._about or not self._may_decide(entry.by or "", finding):
                continue
            if answers.setdefault((finding.id, self._about[index], entry.day), entry.answer) is not entry.answer:
                yield Problem.of("E170", Place(path=f"findings[{index}]"), finding=finding.id, day=entry.day)

    def ask(self, name: str, member: Member | None = None) -> steps.FindingStep:
        """The answer to a finding, of a member of a list or of the whole, or what it still needs."""
        finding = self._case.pack.finding_by_id[name]
        about = "" if member is None else member.path
        deciders = tuple(self._case.pack.authority_by_id[who].title for who in finding.decided_by)
        note = FindingNote.NEEDED
        counting: list[RecordedFinding] = []
        for index, entry in self._answers.get(name, ()):
            if self._about[index] != (about or None):
                continue
            if not self._may_decide(entry.by or "", finding):
                note = FindingNote.NOT_ITS_TO_DECIDE
            elif entry.day is not None and entry.day > self._case.as_of:
                note = FindingNote.LATER
            else:
                counting.append(entry)
        # Two of one day that differ have been refused.
        last = max(counting, key=lambda entry: entry.day or date.min) if counting else None
        if finding.recorded_in is not None:
            return self._recorded_act(finding, finding.recorded_in, deciders, note, last)
        if last is not None:
            return self._given(finding, about, deciders, last)
        return steps.FindingStep(name, about, finding.ask, deciders, note, open_for([_needed(name, about)]))

    def _given(
        self, finding: Finding, about: str, deciders: tuple[Text, ...], entry: RecordedFinding
    ) -> steps.FindingStep:
        return steps.FindingStep(
            finding.id,
            about,
            finding.ask,
            deciders,
            FindingNote.GIVEN,
            settled(entry.answer is True),
            entry.answer,
            entry.by or "",
            entry.day,
            entry.basis or "",
        )

    def _recorded_act(
        self,
        finding: Finding,
        path: str,
        deciders: tuple[Text, ...],
        note: FindingNote,
        other: RecordedFinding | None,
    ) -> steps.FindingStep:
        """The recorded outcome of a step of the procedure, or an answer given beside it, whichever is the later.

        A step of which nothing is recorded leaves the answer beside it standing; one recorded in part may be the later,
        and its silence is a missing fact.
        """
        view = self._case.view
        act = view.see(path)
        outcome, by, day = (view.see(f"{path}.{field}") for field in ("outcome", "by", "day"))
        is_decision = act.state is State.GIVEN
        if by.state is State.GIVEN and not self._may_decide(by.value, finding):
            is_decision = False
            note = FindingNote.NOT_ITS_TO_DECIDE
        if other is not None and (not is_decision or (day.state is State.GIVEN and day.value < other.day)):
            return self._given(finding, "", deciders, other)
        silent = [seen.path for seen in (outcome, by, day) if seen.state is State.MISSING]
        if act.state is State.MISSING:
            silent = [path]
        elif not is_decision:
            return steps.FindingStep(finding.id, "", finding.ask, deciders, note, open_for([_needed(finding.id, "")]))
        if silent:
            points = [missing(name) for name in silent]
            return steps.FindingStep(
                finding.id,
                "",
                finding.ask,
                deciders,
                FindingNote.SILENT,
                open_for(points),
                silent=tuple(silent),
            )
        on: date = day.value
        answer = outcome.value == "通过"
        if other is not None and other.day == on and other.answer is not answer:
            raise InputError([Problem.of("E170", Place(path=path), finding=finding.id, day=on)])
        return steps.FindingStep(
            finding.id, "", finding.ask, deciders, FindingNote.GIVEN, settled(answer), answer, by.value, on, path
        )

    def _may_decide(self, by: str, finding: Finding) -> bool:
        names = self._names.get(finding.id)
        if names is None:
            authorities = (self._case.pack.authority_by_id[who] for who in finding.decided_by)
            names = frozenset(words.canonical(name) for who in authorities for name in who.names)
            self._names[finding.id] = names
        return words.canonical(by) in names

    def left_out(self) -> Iterator[LeftOut]:
        """The recorded findings that did not count."""
        for index, entry in self._recorded:
            path = f"findings[{index}]"
            finding = self._case.pack.finding_by_id.get(entry.finding or "")
            if finding is None:
                yield LeftOut(path, entry.finding or "", LeftOutWhy.NOT_ASKED)
            elif not self._may_decide(entry.by or "", finding):
                yield LeftOut(path, finding.id, LeftOutWhy.NOT_ITS_TO_DECIDE)
            elif entry.day is not None and entry.day > self._case.as_of:
                yield LeftOut(path, finding.id, LeftOutWhy.LATER)
        for finding in self._case.pack.findings:
            by = None if finding.recorded_in is None else self._case.view.see(f"{finding.recorded_in}.by")
            if finding.recorded_in and by and by.state is State.GIVEN and not self._may_decide(by.value, finding):
                yield LeftOut(finding.recorded_in, finding.id, LeftOutWhy.NOT_ITS_TO_DECIDE)


def _needed(name: str, about: str) -> OpenPoint:
    return OpenPoint(PointKind.FINDING, name, about)
