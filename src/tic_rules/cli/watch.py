"""`tic-rules watch`: what newly became true of the centres of a register, and what ceased to be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import click

from tic_rules import calendar
from tic_rules.cli import forms
from tic_rules.cli.centres import is_register
from tic_rules.cli.commands import Session, once, one_of
from tic_rules.cli.exit_codes import BAD_INPUT, DONE
from tic_rules.errors import InputError, Place, Problem, TicRulesError
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.ir.pack import Pack
from tic_rules.lifecycle.decider import NotThereError, Rules
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.watcher import Report
from tic_rules.lifecycle.watching import Asked, Watching
from tic_rules.packs.cities import pack_id, unknown_pack
from tic_rules.packs.load import load_pack
from tic_rules.report.watched import Watched
from tic_rules.written import RefusedError

_REGISTER: Final = forms.Wanted(Text("登记簿", "a register"), least=1, most=1)
ENGINES: Final = ("rules", "replay")
_ENGINE: Final = {
    "rules": Text("由规则引擎 durable-rules 判断阶段和情形。", "Stages and grounds are decided by durable-rules."),
    "replay": Text("逐次重算每个中心的历史，不用规则引擎。", "Each history is replayed; no rules engine is used."),
}
_WAITS: Final = Text("登记簿还不存在，等它出现：{path}", "There is no register yet; waiting for it: {path}")


@click.pass_context
def run(
    ctx: click.Context,
    register: tuple[str, ...],
    follow: bool,
    out: tuple[str, ...],
    position: tuple[str, ...],
    until: tuple[str, ...],
    engine: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Watches, and returns the exit code."""
    wrong: list[Problem] = []
    if register and not is_register(register[0]):
        wrong.append(Problem.of("E072", Place(register[0])))
    last = _day(once(until, "--until", wrong), wrong)
    file, kept = once(out, "--out", wrong), once(position, "--position", wrong)
    wanted = one_of(once(engine, "--engine", wrong), ENGINES, "--engine", wrong)
    here, form = forms.opened(ctx, format, lang, register, _REGISTER, wrong)
    tells = _Tells(here, form)
    asked = Asked(
        Path(register[0]),
        last,
        follow,
        None if file is None else Path(file),
        None if kept is None else Path(kept),
        form if form == "json" else f"{form}-{here.lang}",
    )
    with _rules(wanted, here) as rules:
        try:
            Watching(asked, _pack, rules, tells).run()
        except KeyboardInterrupt:
            here.out.flush()
    return BAD_INPUT if tells.problems else DONE


@contextmanager
def _rules(wanted: str, here: Session) -> Iterator[Rules | None]:
    """The rules engine, where it is wanted and there; which engine runs is said."""
    rules: Rules | None = None
    if wanted == "rules":
        rules = Rules()
        try:
            rules.start()
        except NotThereError as error:
            here.err.say(error.lines(here.lang))
            rules = None
    here.err.say([_ENGINE["replay" if rules is None else "rules"].of(here.lang)])
    here.err.flush()
    try:
        yield rules
    finally:
        if rules is not None:
            rules.close()


@cache
def _pack(city: str) -> Pack:
    """The pack of a city. Raises InputError where there is none."""
    known = pack_id(city)
    if known is None:
        raise InputError([unknown_pack(city, Place(path="city"))])
    return load_pack(known)


def _day(written: str | None, wrong: list[Problem]) -> date | None:
    try:
        return None if written is None else calendar.parse_day(written)
    except RefusedError as error:
        wrong.append(Problem.of(error.problem_code, Place("--until"), **error.values))
        return None


class _Tells:
    """Writes reports to standard output, and what is wrong with lines to standard error."""

    def __init__(self, here: Session, form: str) -> None:
        self._here = here
        self._form = form
        self._watched: dict[str, Watched] = {}
        self.problems = 0

    def problem(self, problem: Problem) -> None:
        """A line that was left out, and why."""
        self.problems += 1
        self._here.err.say(TicRulesError([problem]).lines(self._here.lang))

    def waits_for(self, register: Path) -> None:
        """That there is no register yet."""
        self._here.err.say([_WAITS.of(self._here.lang).format(path=visible(str(register)))])
        self._here.err.flush()

    def render(self, report: Report) -> str:
        """A report as a line."""
        watched = self._watched.get(report.city)
        if watched is None:
            pack = _pack(report.city)
            if pack.lifecycle is None:
                raise AssertionError("what it rules after approval is being watched")
            watched = self._watched[report.city] = Watched(Plan.of(pack, pack.lifecycle))
        return watched.json_line(report) if self._form == "json" else watched.text_line(report, self._here.lang)

    def write(self, text: str) -> None:
        """Writes a line to standard output."""
        self._here.out.write(text)

    def flush(self) -> None:
        """Sends on what was written."""
        self._here.out.flush()
