"""The centres that a command is about: those of a register, or one from a file of its history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from tic_rules.errors import InputError, Place, Problem, TicRulesError
from tic_rules.facts.history import History
from tic_rules.ir.pack import Pack
from tic_rules.ir.status import CentreStatus
from tic_rules.lifecycle import status
from tic_rules.lifecycle.register import Register
from tic_rules.packs.cities import pack_id, unknown_pack
from tic_rules.packs.load import load_pack

_REGISTER: Final = ".jsonl"


def is_register(name: str) -> bool:
    """Whether a file is a register, by its name."""
    return Path(name).suffix.lower() == _REGISTER


def histories(name: str, centre: str | None, stdin: BinaryIO | None) -> tuple[list[History], list[Problem]]:
    """The histories of a file, and what is wrong with lines of a register: the rest goes on without them.

    Raises InputError where the file, or the centre that is asked for, cannot be had.
    """
    if not is_register(name):
        found = [History.from_file(name, stdin=stdin)]
        wrong: list[Problem] = []
    else:
        register = Register(name)
        found = list(register.histories(None if centre is None else [centre]))
        wrong = list(register.problems())
    if centre is not None and centre not in {history.centre for history in found}:
        raise InputError([Problem.of("E067", Place(name), centre=centre)])
    return found, wrong


def standings(
    name: str, found: list[History], file: str | None, *, on: date, known_on: date | None = None
) -> tuple[list[CentreStatus], list[Problem]]:
    """Where each centre stands by the pack of its city, and what is wrong with single ones: the rest goes on."""
    own = None if file is None else load_pack(Path(file))
    statuses: list[CentreStatus] = []
    wrong: list[Problem] = []
    for history in found:
        try:
            statuses.append(status(_pack_of(history, own), history, on=on, known_on=known_on))
        except TicRulesError as error:
            wrong += [_placed(problem, name, history) for problem in error.problems]
    return statuses, wrong


def _pack_of(history: History, own: Pack | None) -> Pack:
    """The pack of a city. Raises InputError where there is none."""
    city = history.city or ""
    if own is not None and own.id == city:
        return own
    known = pack_id(city)
    if known is None:
        raise InputError([unknown_pack(city, Place(path="city"))])
    return load_pack(known)


def _placed(problem: Problem, name: str, history: History) -> Problem:
    """A problem of one centre, with the file and, in a register, the centre."""
    path = ".".join(part for part in (history.centre if is_register(name) else "", problem.place.path) if part)
    return replace(problem, place=replace(problem.place, source=problem.place.source or name, path=path))
