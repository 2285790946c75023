"""The decision: one dossier, one pack, one question, one day; every norm held against it, every part shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tic_rules import calendar
from tic_rules.engine.asked import Asked, Asking
from tic_rules.engine.case import Case
from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.findings import Findings
from tic_rules.engine.standing import standing_on
from tic_rules.engine.totals import check_totals
from tic_rules.engine.view import View
from tic_rules.errors import InputError, UsageError
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
from tic_rules.truth import FALSE, Truth, TruthValue, Verdict, all_of, any_of, excused, negate, verdict
from tic_rules.version import __version__


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
    asking = Asking.of("decide", pack, on, question, tracks)
    if not isinstance(dossier, Dossier):
        raise UsageError([not_a_dossier(type(dossier).__name__)])
    checked = Dossier.checked(dossier)
    try:
        return _decided(pack, checked, asking.about(pack, checked))
    except InputError as error:
        raise InputError(dossier.located(error.problems)) from None


def _decided(pack: Pack, checked: Dossier, asked: Asked) -> Determination:
    as_of = asked.as_of
    view = View(checked, pack, as_of)
    case = Case(pack, view, as_of)
    findings = Findings(case, checked.findings or ())
    if wrong := [*view.wrong, *findings.wrong]:
        raise InputError(wrong)
    evaluator = Evaluator(case, findings)
    try:
        wanted = {norm.id for track in asked.tracks for norm in pack.norms_for(asked.question, track.id)}
        weighed = {norm.id: _weigh(norm, pack, evaluator) for norm in pack.norms if norm.id in wanted}
        track_results = tuple(_track(track, pack, asked.question, weighed, evaluator) for track in asked.tracks)
        truth = _city(track_results)
        norms = tuple(_norm_result(pack, here, track_results, truth, weighed, evaluator) for here in weighed.values())
    except InputError:
        check_totals(pack, evaluator)  # tells all that is wrong with them, not only what was met first
        raise
    # What is looked at for the totals' sake alone is in no trace; only what is shown rests on the calendar.
    calendar_read = case.calendar_read
    check_totals(pack, evaluator)
    submitted = case.view.see("application.submitted_on")
    application = case.application()
    return Determination(
        engine=__version__,
        pack=pack_ref(pack),
        standing=standing_for(pack, asked.question, application.value, as_of),
        question=asked.question,
        asked_tracks=asked.names,
        as_of=as_of,
        application_day=application.value,
        application_state=submitted.state,
        applicant=_applicant(checked),
        dossier_digest=checked.digest,
        calendar_digest=calendar.calendar_digest() if calendar_read else None,
        verdict=Verdict.NOT_APPLICABLE if truth is None else verdict(truth),
        truth=FALSE if truth is None else truth,
        tracks=track_results,
        norms=norms,
        left_out=(*view.left_out(), *findings.left_out()),
    )


# --- norms -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A norm's truth, and how it came about."""

    norm: Norm
    strength: Strength
    when: steps.TruthStep | None
    step: steps.TruthStep
    truth: Truth
    applies: bool
    """False where ``when`` is false: the norm is then skipped."""

    @property
    def counts(self) -> bool:
        return self.applies and self.strength is not Strength.PREFERENCE


def _weigh(norm: Norm, pack: Pack, evaluator: Evaluator) -> _Weighed:
    when = None if norm.when is None else evaluator.evaluate(norm.when)
    step = _excused(norm, norm.strength, evaluator.evaluate(norm.require), pack, evaluator)
    return _joined(norm, norm.strength, when, step)


def _joined(norm: Norm, strength: Strength, when: steps.TruthStep | None, step: steps.TruthStep) -> _Weighed:
    if when is None:
        return _Weighed(norm, strength, None, step, step.truth, True)
    truth = any_of([negate(when.truth), step.truth])
    return _Weighed(norm, strength, when, step, truth, when.truth.value is not TruthValue.FALSE)


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
    here: _Weighed,
    tracks: tuple[TrackResult, ...],
    city: Truth | None,
    weighed: Mapping[str, _Weighed],
    evaluator: Evaluator,
) -> NormResult:
    norm, status = here.norm, _status(here)
    readings = []
    for reading in norm.readings:
        if not reading.is_evaluated:
            readings.append(ReadingResult(reading.taken, reading.other, reading.why))
            continue
        strength = reading.other_strength or norm.strength
        require = evaluator.evaluate(reading.other_require or norm.require)
        when = here.when if reading.other_when is None else evaluator.evaluate(reading.other_when)
        other = _joined(norm, strength, when, _excused(norm, strength, require, pack, evaluator))
        changed = city
        if (other.truth, other.counts) != (here.truth, here.counts):
            changed = _city(_retrack(track, {**weighed, norm.id: other}) for track in tracks)
        readings.append(
            ReadingResult(
                reading.taken,
                reading.other,
                reading.why,
                other.step,
                None if reading.other_when is None else when,
                reading.other_strength,
                _status(other) is not status,
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
        status,
        here.truth,
        here.when,
        here.step,
        tuple(readings),
        norm.remedy,
    )


def cited(pack: Pack, citation: Citation) -> CitedPlace:
    """A citation with its printed form in both languages."""
    return _cited(citation, citation.article in pack.articles_printed_twice)


@lru_cache(maxsize=4096)
def _cited(citation: Citation, twice: bool) -> CitedPlace:
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


def pack_ref(pack: Pack) -> PackRef:
    """Which pack decided, so that anyone can run it again."""
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


def standing_for(pack: Pack, question: Question, application: date | None, as_of: date) -> Standing:
    """Whether the pack is in force on the application day at entry and in the procedure, on the as-of day later."""
    return standing_on(pack, application if question in {Question.ENTRY, Question.PROCEDURE} else as_of)


def _applicant(dossier: Dossier) -> str:
    return "" if dossier.lead is None or dossier.lead.name is None else dossier.lead.name
