"""The decision: one dossier, one pack, one question, one day; every norm held against it, every part shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from tic_rules import arguments, calendar
from tic_rules.engine.case import Case
from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.findings import Findings
from tic_rules.engine.standing import standing_on
from tic_rules.engine.totals import check_totals
from tic_rules.engine.view import View
from tic_rules.errors import InputError, Place, Problem, UsageError
from tic_rules.facts import Dossier
from tic_rules.facts.problems import not_a_dossier
from tic_rules.ir import conditions as ir
from tic_rules.ir import steps
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import (
    CitedPlace,
    Determination,
    NormResult,
    PackRef,
    ReadingResult,
    Standing,
    Status,
    TrackResult,
)
from tic_rules.ir.norms import Citation, Norm, Question, Strength, Track
from tic_rules.ir.pack import Pack
from tic_rules.truth import FALSE, Truth, Verdict, all_of, any_of, excused, negate, verdict
from tic_rules.version import __version__
from tic_rules.written import RefusedError


def decide(
    pack: Pack,
    dossier: Dossier,
    *,
    on: date | None = None,
    question: Question | str = Question.ENTRY,
    tracks: Collection[str] = (),
) -> Determination:
    """Holds a dossier against a pack and returns the determination with its whole trace.

    ``on`` is the as-of date (today in China if left out). ``tracks`` names the ways in to try; left out, it is the one
    that the application states, where it is an application to this city, else all of them. The result is a pure
    function of these, the pack and the working-day calendar. Raises InputError where the dossier contradicts itself or
    states a track that there is not, UsageError for an unknown question or track, an as-of date that is none, and an
    argument of another type.
    """
    if not isinstance(pack, Pack):
        raise arguments.refuse("decide", "pack", pack, arguments.A_PACK)
    if not isinstance(dossier, Dossier):
        raise UsageError([not_a_dossier(type(dossier).__name__)])
    asked = asked_question(question)
    if not isinstance(tracks, str):
        arguments.names("decide", "tracks", tracks)
    named = (tracks,) if isinstance(tracks, str) else tuple(tracks)
    wrong = _unknown(pack, named)
    if wrong:
        raise UsageError(wrong)
    as_of = as_of_day(on)
    checked = Dossier.checked(dossier)
    try:
        named = named or _stated_track(pack, checked)
        tried = tuple(track for track in pack.tracks if not named or track.id in named)
        return _decided(pack, checked, as_of, asked, tried, bool(named))
    except InputError as error:
        raise InputError(dossier.located(error.problems)) from None


def _decided(
    pack: Pack, checked: Dossier, as_of: date, asked: Question, tried: tuple[Track, ...], named: bool
) -> Determination:
    case = Case(pack, View(checked, pack, as_of), as_of)
    findings = Findings(case, checked.findings or ())
    if wrong := [*case.view.wrong, *findings.wrong]:
        raise InputError(wrong)
    evaluator = Evaluator(case, findings)
    check_totals(pack, evaluator)
    # What was looked at for the totals' sake alone is in no trace; only what is shown rests on the calendar.
    case.calendar_read = False

    wanted = {norm.id for track in tried for norm in pack.norms_for(asked, track.id)}
    weighed = {norm.id: _weigh(norm, pack, evaluator) for norm in pack.norms if norm.id in wanted}
    track_results = tuple(_track(track, pack, asked, weighed, evaluator) for track in tried)
    truth = _city(track_results)
    norms = tuple(_norm_result(pack, pack.norm_by_id[name], weighed, track_results, evaluator) for name in weighed)
    submitted = case.view.see("application.submitted_on")
    application = case.application()
    return Determination(
        engine=__version__,
        pack=_pack_ref(pack),
        standing=_standing(pack, asked, application.value, as_of),
        question=asked,
        asked_tracks=tuple(track.id for track in tried) if named else (),
        as_of=as_of,
        application_day=application.value,
        application_state=submitted.state,
        applicant=_applicant(checked),
        dossier_digest=checked.digest,
        calendar_digest=calendar.calendar_digest() if case.calendar_read else None,
        verdict=Verdict.NOT_APPLICABLE if truth is None else verdict(truth),
        truth=FALSE if truth is None else truth,
        tracks=track_results,
        norms=norms,
        left_out=(*case.view.left_out(), *findings.left_out()),
    )


def asked_question(question: Question | str) -> Question:
    """The question that is asked. Raises UsageError for one that there is not."""
    try:
        return Question(question)
    except ValueError:
        known = [known.value for known in Question]
        raise UsageError([Problem.unknown("E003", question, known)]) from None


def as_of_day(on: object) -> date:
    """The as-of date, today in China if left out. Raises UsageError for what is no day.

    A moment is on no particular day until its zone is known.
    """
    if on is None:
        return calendar.today_in_china()
    if not isinstance(on, date) or isinstance(on, datetime):
        raise UsageError([Problem.of("E045", seen=type(on).__name__)])
    try:
        return calendar.parse_day(date.fromordinal(date.toordinal(on)).isoformat())
    except RefusedError as error:
        raise UsageError([Problem.of(error.problem_code, None, **error.values)]) from None


def _unknown(pack: Pack, names: Iterable[str], place: Place | None = None) -> list[Problem]:
    known = [track.id for track in pack.tracks]
    return [Problem.unknown("E002", name, known, place, pack=pack.id) for name in names if name not in known]


def _stated_track(pack: Pack, dossier: Dossier) -> tuple[str, ...]:
    """The track of the application, which says something of the application's own city alone."""
    application = dossier.application
    if application is None or application.track is None or application.city not in {None, pack.id}:
        return ()
    if wrong := _unknown(pack, [application.track], Place(path="application.track")):
        raise InputError(wrong)
    return (application.track,)


# --- norms -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A norm's truth, and how it came about."""

    norm: Norm
    when: steps.TruthStep | None
    step: steps.TruthStep
    truth: Truth
    applies: bool
    """False where ``when`` is false: the norm is then skipped."""

    @property
    def counts(self) -> bool:
        return self.applies and self.norm.strength is not Strength.PREFERENCE


def _weigh(norm: Norm, pack: Pack, evaluator: Evaluator) -> _Weighed:
    when = None if norm.when is None else evaluator.evaluate(norm.when)
    step = _excused(norm, norm.strength, evaluator.evaluate(norm.require), pack, evaluator)
    return _joined(norm, when, step)


def _joined(norm: Norm, when: steps.TruthStep | None, step: steps.TruthStep) -> _Weighed:
    if when is None:
        return _Weighed(norm, None, step, step.truth, True)
    return _Weighed(norm, when, step, any_of([negate(when.truth), step.truth]), when.truth != FALSE)


def _excused(
    norm: Norm, strength: Strength, require: steps.TruthStep, pack: Pack, evaluator: Evaluator
) -> steps.TruthStep:
    """The requirement with whatever may excuse it: a departure from a norm in principle, each relaxation of it."""
    excuses: list[steps.TruthStep] = []
    if strength is Strength.IN_PRINCIPLE:
        excuses.append(evaluator.evaluate(ir.FindingHolds(norm.departure)))
    for relaxation in pack.relaxations_of(norm.id):
        ground = relaxation.ground
        accepted = ir.FindingHolds(relaxation.acceptance(norm.id))
        excuses.append(evaluator.evaluate(ir.All((ground, accepted))))
    if not excuses:
        return require
    excuse = excuses[0] if len(excuses) == 1 else steps.AnyStep(tuple(excuses), any_of(e.truth for e in excuses))
    return steps.ExcusedStep(require, excuse, excused(require.truth, excuse.truth))


def _status(weighed: _Weighed) -> Status:
    if not weighed.applies:
        return Status.NOT_APPLICABLE
    match verdict(weighed.truth):
        case Verdict.FAIL:
            return Status.NOT_MET
        case Verdict.UNKNOWN:
            return Status.UNKNOWN
        case Verdict.REVIEW:
            return Status.REVIEW
        case _:
            step = weighed.step
            is_excused = isinstance(step, steps.ExcusedStep) and verdict(step.require.truth) is not Verdict.PASS
            return Status.EXCUSED if is_excused else Status.MET


def _norm_result(
    pack: Pack,
    norm: Norm,
    weighed: Mapping[str, _Weighed],
    tracks: tuple[TrackResult, ...],
    evaluator: Evaluator,
) -> NormResult:
    here = weighed[norm.id]
    readings = []
    for reading in norm.readings:
        if not reading.is_evaluated:
            readings.append(ReadingResult(reading.taken, reading.other, reading.why))
            continue
        strength = reading.other_strength or norm.strength
        require = evaluator.evaluate(reading.other_require or norm.require)
        when = here.when if reading.other_when is None else evaluator.evaluate(reading.other_when)
        other = _joined(replace(norm, strength=strength), when, _excused(norm, strength, require, pack, evaluator))
        changed = _city(_retrack(track, {**weighed, norm.id: other}) for track in tracks)
        readings.append(
            ReadingResult(
                reading.taken,
                reading.other,
                reading.why,
                other.step,
                None if reading.other_when is None else when,
                reading.other_strength,
                _status(other) is not _status(here),
                Verdict.NOT_APPLICABLE if changed is None else verdict(changed),
            )
        )
    return NormResult(
        norm.id,
        tuple(cited(pack, citation) for citation in norm.cites),
        norm.title,
        norm.explain,
        norm.strength,
        norm.tracks,
        _status(here),
        here.truth,
        here.when,
        here.step,
        tuple(readings),
        norm.remedy,
    )


def cited(pack: Pack, citation: Citation) -> CitedPlace:
    """A citation with its printed form in both languages."""
    twice = citation.article in pack.articles_printed_twice
    return CitedPlace(citation, Text(citation.text("zh", twice=twice), citation.text("en", twice=twice)))


# --- tracks ----------------------------------------------------------------------------------------------------------


def _track(
    track: Track, pack: Pack, question: Question, weighed: Mapping[str, _Weighed], evaluator: Evaluator
) -> TrackResult:
    applies = evaluator.evaluate(track.applies)
    asked = tuple(norm.id for norm in pack.norms_for(question, track.id))
    blank = TrackResult(track.id, track.title, applies, FALSE, Verdict.NOT_APPLICABLE, asked)
    return _retrack(blank, weighed)


def _retrack(track: TrackResult, weighed: Mapping[str, _Weighed]) -> TrackResult:
    counting = [weighed[name].truth for name in track.norms if weighed[name].counts]
    if track.applies.truth == FALSE or not counting:
        return TrackResult(track.id, track.title, track.applies, FALSE, Verdict.NOT_APPLICABLE, track.norms)
    truth = all_of([track.applies.truth, *counting])
    return TrackResult(track.id, track.title, track.applies, truth, verdict(truth), track.norms)


def _city(tracks: Iterable[TrackResult]) -> Truth | None:
    """A city's tracks join by any; None where no track is this applicant's."""
    left = [track.truth for track in tracks if track.verdict is not Verdict.NOT_APPLICABLE]
    return any_of(left) if left else None


# --- the head --------------------------------------------------------------------------------------------------------


def _pack_ref(pack: Pack) -> PackRef:
    return PackRef(
        pack.id,
        pack.version,
        pack.digest,
        pack.title,
        pack.jurisdiction,
        pack.jurisdiction_code,
        pack.issued_by,
        pack.issued_number,
        pack.kind,
    )


def _standing(pack: Pack, question: Question, application: date | None, as_of: date) -> Standing:
    """Whether the pack is in force on the application day at entry and in the procedure, on the as-of day later."""
    return standing_on(pack, application if question in {Question.ENTRY, Question.PROCEDURE} else as_of)


def _applicant(dossier: Dossier) -> str:
    return "" if dossier.lead is None or dossier.lead.name is None else dossier.lead.name
