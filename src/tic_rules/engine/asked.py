"""What is asked of a pack: which question, in which tracks, as of which day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tic_rules import arguments, calendar
from tic_rules.errors import InputError, Place, Problem, UsageError
from tic_rules.facts import Dossier
from tic_rules.ir.norms import Question, Track
from tic_rules.ir.pack import Pack
from tic_rules.written import RefusedError


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one dossier, with everything that was left out filled in."""

    question: Question
    tracks: tuple[Track, ...]
    """The ways in that are tried, in the order of the pack."""
    named: bool
    """Whether the tracks were named; else they are all of the city's."""
    as_of: date

    @property
    def names(self) -> tuple[str, ...]:
        """The tracks asked for by name; none named: all of the city's."""
        return tuple(track.id for track in self.tracks) if self.named else ()


@dataclass(frozen=True, slots=True)
class Asking:
    """A question before the dossier is at hand: checked, whomever it will be about. Raises UsageError when made."""

    question: Question
    named: tuple[str, ...]
    as_of: date

    @classmethod
    def of(cls, call: str, pack: Pack, on: date | None, question: Question | str, tracks: Collection[str]) -> Asking:
        """Reads what a caller of ``call`` asked; ``on`` is today in China if left out."""
        if not isinstance(pack, Pack):
            raise arguments.refuse(call, "pack", pack, arguments.A_PACK)
        asked = asked_question(question)
        if not isinstance(tracks, str):
            arguments.names(call, "tracks", tracks)
        named = (tracks,) if isinstance(tracks, str) else tuple(tracks)
        if wrong := _unknown(pack, named):
            raise UsageError(wrong)
        return cls(asked, named, as_of_day(on))

    def about(self, pack: Pack, dossier: Dossier) -> Asked:
        """The question about one dossier: tracks that nobody named are those of its application.

        Raises InputError where the application states a track that there is not.
        """
        named = self.named or _stated_track(pack, dossier)
        tried = tuple(track for track in pack.tracks if not named or track.id in named)
        return Asked(self.question, tried, bool(named), self.as_of)


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
    if type(on) is date and calendar.FIRST_DAY <= on <= calendar.LAST_DAY:
        return on
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
