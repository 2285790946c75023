"""Determinations made of what a tracing function gives: the same objects as the reference engine's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from tic_rules import calendar
from tic_rules.backends.python.answers import Acts, Answered, Answers
from tic_rules.backends.python.later import Later
from tic_rules.backends.python.makers import maker
from tic_rules.backends.python.outcomes import Joined, any_of, status_of, verdict_of
from tic_rules.backends.python.points import FAILS, Unknown
from tic_rules.backends.python.tracing import Tracing, tracing
from tic_rules.engine.asked import Asked
from tic_rules.engine.decide import cited, pack_ref, standing_for
from tic_rules.facts import Dossier
from tic_rules.facts.fields import NONE
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import (
    Determination,
    NormResult,
    ReadingResult,
    TrackResult,
)
from tic_rules.ir.norms import Norm, Question, Strength, Track
from tic_rules.ir.pack import Pack
from tic_rules.ir.steps import State
from tic_rules.truth import FALSE, Truth
from tic_rules.version import __version__

_norm = maker(NormResult)
_reading = maker(ReadingResult)
_track = maker(TrackResult)

_Row = tuple[tuple[Any, ...], tuple[ReadingResult, ...], tuple[tuple[Any, ...], ...], Text | None]
"""What a norm's result says whatever comes of it: its head, its readings, where and what of those that are worked out,
its remedy."""


class Tracer:
    """Makes the determinations of one question in some tracks."""

    def __init__(self, pack: Pack, question: Question, made: Tracing) -> None:
        self._pack = pack
        self._made = made
        self._pack_ref = pack_ref(pack)
        self._later = later = Later(pack)
        self._truths: dict[int, Truth] = {}
        at = {norm.id: number for number, norm in enumerate(made.norms)}
        self._tracks = []
        for track in made.tracks:
            names = tuple(norm.id for norm in pack.norms_for(question, track.id))
            self._tracks.append((track, names, tuple(at[name] for name in names)))
        self._counting = tuple(norm.strength is not Strength.PREFERENCE for norm in made.norms)
        self._norms = tuple(map(self._row, made.norms))
        self._answers = Answers(pack, made.asked, later)

    def _row(self, norm: Norm) -> _Row:
        cites = tuple(cited(self._pack, citation) for citation in norm.cites)
        asked = []
        for place, one in enumerate(norm.readings):
            if one.is_evaluated:
                is_preference = (one.other_strength or norm.strength) is Strength.PREFERENCE
                said = (one.taken, one.other, one.why)
                asked.append((place, said, one.other_when is not None, one.other_strength, is_preference))
        head = (norm.id, cites, norm.title, norm.explain, norm.strength, norm.tracks)
        blank = tuple(ReadingResult(reading.taken, reading.other, reading.why) for reading in norm.readings)
        return head, blank, tuple(asked), norm.remedy

    def determination(
        self,
        dossier: Dossier,
        asked: Asked,
        answered: Answered,
        local: Mapping[str, object],
        deciders: Mapping[str, Collection[str]],
    ) -> Determination:
        """The determination of a dossier that contradicts itself nowhere."""
        made, as_of = self._made, asked.as_of
        answers, days, said = answered
        unknown = Unknown(made.points, made.facts, self._truths)
        acts = Acts(self._pack, dossier, as_of)
        reads_calendar, submitted, application, applying, weighed = made.run(
            dossier, as_of, answers, days, local, unknown, self._answers.told(said, as_of), acts.step
        )
        facts, truth = unknown.facts, unknown.truth
        numbers = [of[0][0] for of in weighed]
        counts = [of[0][1] != FAILS and counting for of, counting in zip(weighed, self._counting, strict=True)]
        tracks = Joined([asked for _, _, asked in self._tracks], [applies for applies, _ in applying], numbers, counts)
        of_tracks = tracks.truths
        city = any_of(of_tracks)
        verdict = verdict_of(city, facts)

        norms = []
        for at, ((head, readings, asked_readings, remedy), of) in enumerate(zip(self._norms, weighed, strict=True)):
            number, when, require, when_step, step = of[0]
            status = status_of(number, when, require, facts)
            if len(of) > 1:
                told = list(readings)
                for (place, said_of, asks_when, strength, is_preference), other in zip(
                    asked_readings, of[1:], strict=True
                ):
                    other_number, other_when, other_require, other_when_step, other_step = other
                    changed = verdict
                    counted = other_when != FAILS and not is_preference
                    if other_number != number or counted is not counts[at]:
                        changed = verdict_of(any_of(tracks.with_other(at, other_number, counted)), facts)
                    differs = status_of(other_number, other_when, other_require, facts) is not status
                    shown = other_when_step if asks_when else None
                    told[place] = _reading(*said_of, other_step, shown, strength, differs, changed)
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
            left_out=(*self._later.found(dossier, as_of), *self._answers.left_out(said, as_of, dossier, deciders)),
        )


def tracer(pack: Pack, question: Question, tracks: tuple[Track, ...]) -> Tracer | None:
    """What makes the determinations of a question in some tracks; None where only the reference engine can."""
    made = tracing(pack, question, tracks)
    return None if made is None else Tracer(pack, question, made)
