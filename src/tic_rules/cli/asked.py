"""What is asked of a dossier: which packs, and in each which ways in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tic_rules import calendar, source
from tic_rules.cli import forms
from tic_rules.errors import InputError, Place, Problem, UsageError
from tic_rules.facts import Dossier
from tic_rules.identity import lies_in
from tic_rules.ir.norms import Question
from tic_rules.ir.pack import Pack
from tic_rules.packs.cities import pack_id, unknown_pack
from tic_rules.packs.load import load_pack
from tic_rules.shipped import pack_names
from tic_rules.written import RefusedError

_QUESTIONS: Final = tuple(question.value for question in Question)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of every dossier."""

    packs: tuple[Pack, ...]
    """The packs that are named; none: the dossier says which."""
    tracks: tuple[str, ...]
    """The way in that is named; none: the dossier says which, or all are tried."""
    question: Question
    on: date


@dataclass(frozen=True, slots=True)
class Asking:
    """One pack that a dossier is held against, and the ways in that are tried; none named: all."""

    pack: Pack
    tracks: tuple[str, ...]


def askings(asked: Asked, dossier: Dossier, document: source.Document) -> tuple[Asking, ...]:
    """What one dossier is asked.

    The packs are those named, else that of the application's city, else those of the city in which the lead's seat
    lies. The tracks are those named; with none named, deciding takes the application's. Raises UsageError where no pack
    can be found, InputError where the dossier names one that does not exist.
    """
    packs = asked.packs or _packs_of(dossier, document)
    wrong = [problem for pack in packs for problem in unknown_tracks(pack, asked.tracks, Place("--track"))]
    if wrong:
        raise InputError(wrong)
    return tuple(Asking(pack, asked.tracks) for pack in packs)


def unknown_tracks(pack: Pack, names: Iterable[str], place: Place | None = None) -> list[Problem]:
    """A problem for each name that is no track of the pack."""
    known = [track.id for track in pack.tracks]
    return [Problem.unknown("E002", name, known, place, pack=pack.id) for name in names if name not in known]


def named_packs(cities: Sequence[str], file: str | None, problems: list[Problem]) -> tuple[Pack, ...]:
    """The packs that the command line names, in its order, each once; a file stands for the shipped pack of its id.

    A city that does not exist is a problem; a file that is no pack raises PackError.
    """
    own = () if file is None else (load_pack(Path(file)),)
    shipped = shipped_packs(cities, Place("--city"), problems)
    return (*own, *(pack for pack in shipped if pack.id not in {mine.id for mine in own}))


def dossiers_named(dossiers: tuple[str, ...], wrong: list[Problem]) -> None:
    """A problem where no dossier is named, or standard input twice."""
    if not dossiers:
        wrong.append(Problem.of("E014"))
    forms.from_stdin_once(dossiers, wrong)


def question_asked(written: str | None, wrong: list[Problem]) -> Question:
    """The question that is named, entry where none is; one that does not exist is a problem."""
    if written is None:
        return Question.ENTRY
    if written not in _QUESTIONS:
        wrong.append(Problem.unknown("E003", written, _QUESTIONS, Place("--question")))
        return Question.ENTRY
    return Question(written)


def as_of_day(written: str | None, wrong: list[Problem]) -> date:
    """The day that is named, today in China where none is; what is no day is a problem."""
    if written is not None:
        try:
            return calendar.parse_day(written)
        except RefusedError as error:
            wrong.append(Problem.of(error.problem_code, Place("--on"), **error.values))
    return calendar.today_in_china()


def shipped_packs(cities: Sequence[str], place: Place, problems: list[Problem]) -> tuple[Pack, ...]:
    """The shipped packs of the cities that are named, each once; a city that there is not is a problem."""
    known = {name: pack_id(name) for name in cities}
    problems += [unknown_pack(name, place) for name, found in known.items() if found is None]
    return tuple(load_pack(found) for found in dict.fromkeys(known.values()) if found is not None)


def pack_of(name: str) -> Pack:
    """The pack of the city, or of the file, that is named. Raises UsageError or PackError, as load_pack does."""
    return load_pack(pack_id(name) or name)


def _packs_of(dossier: Dossier, document: source.Document) -> tuple[Pack, ...]:
    """The packs that the dossier itself points to."""
    known = pack_names()
    every = {"known": "、".join(known), "known_en": ", ".join(known)}
    if dossier.application is not None and dossier.application.city is not None:
        city = dossier.application.city
        if city not in known:
            place = source.place_of(document, ("application", "city"))
            raise InputError([unknown_pack(city, place, code="E015")])
        return (load_pack(city),)
    seat = None if dossier.lead is None else dossier.lead.seat
    if seat is None:
        raise UsageError([Problem.of("E017", Place(document.source), **every)])
    packs = tuple(pack for pack in map(load_pack, known) if lies_in(seat, pack.jurisdiction_code))
    if not packs:
        place = source.place_of(document, ("lead", "seat"))
        raise UsageError([Problem.of("E016", place, seat=seat, **every)])
    return packs
