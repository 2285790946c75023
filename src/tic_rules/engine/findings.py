"""What people decided: which recorded answer counts for a finding that is asked for."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date

from tic_rules.engine.case import Case, missing
from tic_rules.engine.view import Member
from tic_rules.errors import InputError, Place, Problem
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
        self._refuse_unknown()

    def _refuse_unknown(self) -> None:
        pack = self._case.pack
        prefix = {finding.id.partition(".")[0] for finding in pack.findings}
        wrong = []
        for index, entry in self._recorded:
            name = entry.finding or ""
            if name not in pack.finding_by_id and name.partition(".")[0] in prefix:
                near = difflib.get_close_matches(name, list(pack.finding_by_id), n=3, cutoff=0.5)
                wrong.append(
                    Problem.of(
                        "E175",
                        Place(path=f"findings[{index}].finding"),
                        finding=name,
                        near="、".join(near),
                        near_en=", ".join(near),
                    )
                )
        if wrong:
            raise InputError(wrong)

    def ask(self, name: str, member: Member | None = None) -> steps.FindingStep:
        """The answer to a finding, of a member of a list or of the whole, or what it still needs."""
        finding = self._case.pack.finding_by_id[name]
        about = "" if member is None else member.path
        deciders = tuple(self._case.pack.authority_by_id[who].title for who in finding.decided_by)
        note = FindingNote.NEEDED
        counting: list[RecordedFinding] = []
        for _, entry in self._recorded:
            if entry.finding != name or not _is_about(entry, member):
                continue
            if not self._may_decide(entry.by or "", finding):
                note = FindingNote.NOT_ITS_TO_DECIDE
            elif entry.day is not None and entry.day > self._case.as_of:
                note = FindingNote.LATER
            else:
                counting.append(entry)
        if counting:
            last = self._latest(counting)
            return steps.FindingStep(
                name,
                about,
                finding.ask,
                deciders,
                FindingNote.GIVEN,
                settled(last.answer is True),
                last.answer,
                last.by or "",
                last.day,
                last.basis or "",
            )
        if finding.recorded_in is not None:
            return self._recorded_act(finding, finding.recorded_in, deciders, note)
        return steps.FindingStep(name, about, finding.ask, deciders, note, open_for([_needed(name, about)]))

    def _latest(self, entries: list[RecordedFinding]) -> RecordedFinding:
        """The last answer in time counts; two of one day that differ are refused."""
        day = max(entry.day for entry in entries if entry.day is not None)
        last = [entry for entry in entries if entry.day == day]
        if len({entry.answer for entry in last}) > 1:
            raise InputError([Problem.of("E170", Place(path="findings"), finding=last[0].finding, day=day)])
        return last[0]

    def _recorded_act(
        self, finding: Finding, path: str, deciders: tuple[Text, ...], note: FindingNote
    ) -> steps.FindingStep:
        """The recorded outcome of a step of the procedure; the step's silence is a missing fact."""
        view = self._case.view
        act = view.see(path)
        outcome, by, day = (view.see(f"{path}.{field}") for field in ("outcome", "by", "day"))
        silent = [seen.path for seen in (outcome, by, day) if seen.state is State.MISSING]
        if act.state is State.MISSING:
            silent = [path]
        if act.state is State.NONE or (by.state is State.GIVEN and not self._may_decide(by.value, finding)):
            if act.state is not State.NONE:
                note = FindingNote.NOT_ITS_TO_DECIDE
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
        return steps.FindingStep(
            finding.id, "", finding.ask, deciders, FindingNote.GIVEN, settled(answer), answer, by.value, on, path
        )

    def _may_decide(self, by: str, finding: Finding) -> bool:
        authorities = (self._case.pack.authority_by_id[who] for who in finding.decided_by)
        names = {words.canonical(name) for who in authorities for name in (who.title.zh, who.title.en, *who.also)}
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


def _is_about(entry: RecordedFinding, member: Member | None) -> bool:
    if member is None:
        return entry.about is None
    return entry.about is not None and entry.about in {member.path, member.name}


def _needed(name: str, about: str) -> OpenPoint:
    return OpenPoint(PointKind.FINDING, name, about)
