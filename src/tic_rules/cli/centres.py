"""The centres that a command is about: those of a register, or one from a file of its history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from tic_rules.errors import InputError, Place, Problem
from tic_rules.facts.history import History
from tic_rules.ir.pack import Pack
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


def with_packs(found: list[History], file: str | None) -> Iterator[tuple[Pack, History]]:
    """Each history with the pack of its city. Raises InputError for a city that there is no pack of."""
    own = None if file is None else load_pack(Path(file))
    for history in found:
        name = history.city or ""
        if own is not None and own.id == name:
            yield own, history
            continue
        known = pack_id(name)
        if known is None:
            raise InputError([unknown_pack(name, Place(path="city"))])
        yield load_pack(known), history
