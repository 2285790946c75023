"""Determinations made of what a tracing function gives: the same objects as the reference engine's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache, reduce
from itertools import accumulate
from operator import or_
from typing import Any

from tic_rules import calendar
from tic_rules.backends.python.later import Later
from tic_rules.backends.python.makers import maker
from tic_rules.backends.python.points import FAILS, HOLDS, Unknown
from tic_rules.backends.python.tracing import Tracing, Weighed, tracing
from tic_rules.engine.asked import Asked
from tic_rules.engine.case import Case
from tic_rules.engine.decide import cited, pack_ref, standing_for
from tic_rules.engine.findings import Findings
from tic_rules.engine.view import View
from tic_rules.facts import Dossier, words
from tic_rules.facts.fields import NONE
from tic_rules.facts.findings import RecordedFinding
from tic_rules.ir import steps
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import (
    Determination,
    LeftOut,
    LeftOutWhy,
    NormResult,
    ReadingResult,
    Status,
    TrackResult,
)
from tic_rules.ir.norms import Norm, Question, Strength, Track
from tic_rules.ir.pack import Pack
from tic_rules.ir.steps import FindingNote, State
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, Verdict, open_for
from tic_rules.version import __version__

_norm = maker(NormResult)
_reading = maker(ReadingResult)
_track = maker(TrackResult)
_finding = maker(steps.FindingStep)
_left_out = maker(LeftOut)

Subject = str | tuple[str, str, int]
"""A finding, or a finding about a member of a list."""
Answer = tuple[Subject | None, RecordedFinding, bool]
"""An answer on record: what it answers, None where nobody asks; itself; whether it is by who may decide."""


_Row = tuple[tuple[Any, ...], tuple[ReadingResult, ...], tuple[tuple[int, tuple[Any, ...]], ...], Text | None]
"""What a norm's result says whatever comes of it: its head, its readings, where and what of those that are worked out,
its remedy."""


def verdict_of(number: int | None, facts: int) -> Verdict:
    """The verdict of a number; None: nothing was asked."""
    if number is None:
        return Verdict.NOT_APPLICABLE
    if number <= 0:
        return Verdict.FAIL if number else Verdict.PASS
    return Verdict.UNKNOWN if number & facts else Verdict.REVIEW


def status_of(truth: int, when: int, require: int, facts: int) -> Status:
    """How a norm came out."""
    if when == FAILS:
        return Status.NOT_APPLICABLE
    if truth < 0:
        return Status.NOT_MET
    if truth > 0:
        return Status.UNKNOWN if truth & facts else Status.REVIEW
    return Status.MET if require == HOLDS else Status.EXCUSED


class Tracer:
    """Makes the determinations of one question in some tracks."""

    def __init__(self, pack: Pack, question: Question, made: Tracing) -> None:
        self._pack = pack
        self._made = made
        self._pack_ref = pack_ref(pack)
        self._later = Later(pack)
        self._truths: dict[int, Truth] = {}
        at = {norm.id: number for number, norm in enumerate(made.norms)}
        self._tracks = []
        for track in made.tracks:
            names = tuple(norm.id for norm in pack.norms_for(question, track.id))
            self._tracks.append((track, names, tuple(at[name] for name in names)))
        self._counting = tuple(norm.strength is not Strength.PREFERENCE for norm in made.norms)
        self._norms = tuple(map(self._row, made.norms))
        self._asks = {
            finding.id: (finding.ask, tuple(pack.authority_by_id[who].title for who in finding.decided_by))
            for finding in pack.findings
        }
        self._acts = tuple(
            (finding.id, finding.recorded_in) for finding in pack.findings if finding.recorded_in is not None
        )

    def _row(self, norm: Norm) -> _Row:
        cites = tuple(cited(self._pack, citation) for citation in norm.cites)
        asked = []
        for place, one in enumerate(norm.readings):
            if one.is_evaluated:
                is_preference = (one.other_strength or norm.strength) is Strength.PREFERENCE
                known = (one.taken, one.other, one.why, one.other_when is not None, one.other_strength, is_preference)
                asked.append((place, known))
        head = (norm.id, cites, norm.title, norm.explain, norm.strength, norm.tracks)
        blank = tuple(ReadingResult(reading.taken, reading.other, reading.why) for reading in norm.readings)
        return head, blank, tuple(asked), norm.remedy

    def determination(
        self,
        dossier: Dossier,
        asked: Asked,
        answered: tuple[Mapping[Subject, int], Mapping[Subject, date], Iterable[Answer]],
        local: Mapping[str, object],
        deciders: Mapping[str, Collection[str]],
    ) -> Determination:
        """The determination of a dossier that contradicts itself nowhere."""
        made, as_of = self._made, asked.as_of
        answers, days, said = answered
        unknown = Unknown(made.points, made.facts, self._truths)
        acts = _Acts(self._pack, dossier, as_of)
        reads_calendar, submitted, application, applying, weighed = made.run(
            dossier, as_of, answers, days, local, unknown, self._told(said, as_of), acts.step
        )
        facts, truth = unknown.facts, unknown.truth
        here: list[Weighed] = [of[0] for of in weighed]
        numbers = [one.truth for one in here]
        counts = [one.when != FAILS and counting for one, counting in zip(here, self._counting, strict=True)]
        tracks = _Joined([asked for _, _, asked in self._tracks], [applies for applies, _ in applying], numbers, counts)
        of_tracks = tracks.truths
        city = _any(of_tracks)
        verdict = verdict_of(city, facts)

        norms = []
        for at, ((head, readings, asked_readings, remedy), of) in enumerate(zip(self._norms, weighed, strict=True)):
            one: Weighed = of[0]
            number, when, require, when_step, step = one
            status = status_of(number, when, require, facts)
            if len(of) > 1:
                told = list(readings)
                for (place, (*said_of, other_when, strength, is_preference)), other in zip(
                    asked_readings, of[1:], strict=True
                ):
                    changed = verdict
                    counted = other.when != FAILS and not is_preference
                    if other.truth != number or counted is not counts[at]:
                        changed = verdict_of(_any(tracks.with_other(at, other.truth, counted)), facts)
                    differs = status_of(other.truth, other.when, other.require, facts) is not status
                    other_step = other.when_step if other_when else None
                    told[place] = _reading(*said_of, other.step, other_step, strength, differs, changed)
                readings = tuple(told)
            norms.append(_norm(*head, status, truth(number), when_step, step, readings, remedy))
        return Determination(
            engine=__version__,
            pack=self._pack_ref,
            standing=standing_for(self._pack, asked.question, application, as_of),
            question=asked.question,
            asked_tracks=asked.names,
            as_of=as_of,
            application_day=application,
            application_state=State.MISSING if submitted is None else State.NONE if submitted == NONE else State.GIVEN,
            applicant="" if dossier.lead is None or dossier.lead.name is None else dossier.lead.name,
            dossier_digest=dossier.digest,
            calendar_digest=calendar.calendar_digest() if reads_calendar else None,
            verdict=verdict,
            truth=FALSE if city is None else truth(city),
            tracks=tuple(
                _track(
                    track.id,
                    track.title,
                    step,
                    FALSE if number is None else truth(number),
                    verdict_of(number, facts),
                    names,
                )
                for (track, names, _), (_, step), number in zip(self._tracks, applying, of_tracks, strict=True)
            ),
            norms=tuple(norms),
            left_out=(*self._later.found(dossier, as_of), *self._left_out(said, as_of, dossier, deciders)),
        )

    def _told(self, said: Iterable[Answer], as_of: date) -> dict[Subject, steps.FindingStep]:
        """The steps of the findings that something is on record of."""
        notes: dict[Subject, FindingNote] = {}
        last: dict[Subject, RecordedFinding] = {}
        for subject, entry, may_decide in said:
            if subject is None or (subject if isinstance(subject, str) else subject[0]) not in self._made.asked:
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

    def _left_out(
        self, said: Iterable[Answer], as_of: date, dossier: Dossier, deciders: Mapping[str, Collection[str]]
    ) -> Iterable[LeftOut]:
        """The recorded findings that did not count."""
        for index, (subject, entry, may_decide) in enumerate(said):
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


class _Joined:
    """The truths of tracks, and what they would be if one norm came out otherwise."""

    def __init__(
        self, asked: list[tuple[int, ...]], applying: list[int], numbers: list[int], counts: list[bool]
    ) -> None:
        self._asked = asked
        self._applying = applying
        self._counting = [[numbers[at] if counts[at] else None for at in of] for of in asked]
        self._sides: list[tuple[list[int], list[int]]] | None = None
        self.truths = [
            self._truth(applies, [number for number in of if number is not None])
            for applies, of in zip(applying, self._counting, strict=True)
        ]
        """Of each track; None where it is not this applicant's, or nothing is asked."""

    def _truth(self, applies: int, counting: list[int]) -> int | None:
        return reduce(or_, counting, applies) if counting and applies != FAILS else None

    def with_other(self, at: int, number: int, counts: bool) -> list[int | None]:
        """The truths of all tracks if one norm's were another."""
        if self._sides is None:
            # What all norms before and after each come to: so that any one can be exchanged at once.
            known = [[number or HOLDS for number in of] for of in self._counting]
            self._sides = [
                (list(accumulate(of, or_, initial=0)), list(accumulate(of[::-1], or_, initial=0))[::-1]) for of in known
            ]
        found = []
        for number_of, applies, of, (before, after), truth in zip(
            self._asked, self._applying, self._counting, self._sides, self.truths, strict=True
        ):
            if at not in number_of or applies == FAILS:
                found.append(truth)
                continue
            place = number_of.index(at)
            if not counts and all(one is None for where, one in enumerate(of) if where != place):
                found.append(None)
            else:
                found.append(applies | before[place] | (number if counts else HOLDS) | after[place + 1])
        return found


class _Acts:
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


def tracer(pack: Pack, question: Question, tracks: tuple[Track, ...]) -> Tracer | None:
    """What makes the determinations of a question in some tracks; None where only the reference engine can."""
    made = tracing(pack, question, tracks)
    return None if made is None else Tracer(pack, question, made)


@lru_cache(maxsize=1024)
def _needed(name: str, about: str) -> Truth:
    return open_for([OpenPoint(PointKind.FINDING, name, about)])


def _any(numbers: Iterable[int | None]) -> int | None:
    """Any of several truths; None where there is none."""
    found: int | None = None
    for number in numbers:
        if number is None:
            continue
        if found is None or found < 0:
            found = number
        elif number == HOLDS or found == HOLDS:
            found = HOLDS
        elif number > 0:
            found |= number
    return found
