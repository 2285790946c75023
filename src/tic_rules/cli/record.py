"""`tic-rules record`: adds to a register."""

from __future__ import annotations

from typing import Any, BinaryIO, Final

import click
from pydantic import ValidationError

from tic_rules import calendar, source
from tic_rules.cli import forms, set_aside
from tic_rules.cli.centres import is_register, standings
from tic_rules.cli.commands import once
from tic_rules.cli.exit_codes import BAD_INPUT, DONE
from tic_rules.cli.lines import Lines
from tic_rules.errors import InputError, Place, Problem, TicRulesError
from tic_rules.facts import problems
from tic_rules.facts.events import Event
from tic_rules.facts.findings import RecordedFinding
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.lifecycle.register import Register
from tic_rules.packs.cities import pack_id, unknown_pack

_FILES: Final = forms.Wanted(Text("登记簿，和要登记的文件", "a register, and a file to record"), least=2)
_DONE: Final = Text("{name}：已登记，第{seq}笔，中心 {centre}。", "{name}: recorded as number {seq}, centre {centre}.")


@click.pass_context
def run(
    ctx: click.Context,
    files: tuple[str, ...],
    centre: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Adds to the register, and returns the exit code."""
    wrong: list[Problem] = []
    whose = once(centre, "--centre", wrong)
    if files and not is_register(files[0]):
        wrong.append(Problem.of("E072", Place(files[0])))
    here, form = forms.opened(ctx, format, lang, files, _FILES, wrong)
    register = Register(files[0])
    lines, code = Lines(here.out), DONE
    told: list[dict[str, Any]] = []
    ids: set[str] = set()
    for name in files[1:]:
        try:
            said, id_ = _recorded(register, name, whose, here.stdin)
        except TicRulesError as error:
            # The rest goes on: what is refused is told, and nothing of it is written.
            here.out.flush()
            here.err.say(error.lines(here.lang))
            told.append({"file": visible(name), "problems": [forms.problem_of(p) for p in error.problems]})
            code = BAD_INPUT
            continue
        told.append({"file": visible(name), **said})
        ids |= {id_} - {""}
        if form == "text":
            lines.say(_DONE.of(here.lang).format(name=visible(name), seq=said["seq"], centre=visible(said["centre"])))
    amiss = _amiss(files[0], whose, ids)
    if form == "json":
        forms.as_json({"recorded": told, "set_aside": list(set_aside.plain(amiss))}, here.out)
    else:
        set_aside.say(amiss, here.lang, lines)
    return code


def _amiss(name: str, centre: str | None, recorded: set[str]) -> list[set_aside.Amiss]:
    """Which of the events that were just recorded do not count, though they stand in the register."""
    if centre is None or not recorded:
        return []
    found = [history for history in Register(name).histories([centre]) if history.events]
    days = [day for history in found for event in history.events or () for day in (event.day, event.recorded_on) if day]
    statuses, _ = standings(name, found, None, on=max([calendar.today_in_china(), *days]))
    return [(status, aside) for status, aside in set_aside.amiss(statuses) if aside.id in recorded]


def _recorded(register: Register, name: str, centre: str | None, stdin: BinaryIO | None) -> tuple[dict[str, Any], str]:
    """Records what a file holds; under which number, and what an event is called from now on."""
    document = source.read_document(name, stdin=stdin)
    data, id_ = source.plain(document.root), ""
    if isinstance(data, dict) and "city" in data and set(data) <= {"centre", "city", "name"}:
        city = pack_id(str(data["city"]))
        if city is None:
            raise InputError([unknown_pack(str(data["city"]), source.place_of(document, ("city",)))])
        line = register.enrol(str(data.get("centre", "")), city, str(data.get("name", "")))
    else:
        if centre is None:
            raise InputError([Problem.of("E073", Place(name))])
        model = RecordedFinding if isinstance(data, dict) and "finding" in data else Event
        try:
            entry = model.model_validate(data)
        except ValidationError as error:
            raise InputError(list(problems.of_validation(error, model, document))) from None
        line = register.append(centre, entry)
        id_ = (entry.id or str(line.seq)) if isinstance(entry, Event) else ""
    return {"seq": line.seq, "centre": line.centre, "digest": line.digest}, id_
