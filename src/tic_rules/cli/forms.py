"""The forms in which commands answer, and how most of them begin."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import click

from tic_rules.cli import wording
from tic_rules.cli.commands import Session, once, one_of, session
from tic_rules.cli.streams import Sink
from tic_rules.errors import Problem, UsageError
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text

FORMAT: Final = "1"
"""The version of the JSON form of these answers."""
FORMS: Final = ("text", "json")
STDIN: Final = "-"
REPORTS: Final = (*FORMS, "markdown")
"""Of what can be a report too."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a command is about: how it is called, and how many it wants."""

    called: Text
    least: int = 0
    most: int | None = None


def opened(
    ctx: click.Context,
    format: Sequence[str],  # noqa: A002  (the option's name)
    lang: Sequence[str],
    names: Sequence[str],
    wanted: Wanted,
    wrong: Sequence[Problem] = (),
) -> tuple[Session, str]:
    """How a command begins: its session, and the form that is asked for.

    Raises UsageError with all that is wrong with its options and with what it names, and what was found before.
    """
    found = list(wrong)
    form = form_of(format, lang, found)
    counted(names, wanted, found)
    refuse(found)
    return session(ctx), form


def opened_on_files(
    ctx: click.Context,
    format: Sequence[str],  # noqa: A002  (the option's name)
    lang: Sequence[str],
    files: Sequence[str],
    wanted: Wanted,
) -> tuple[Session, str]:
    """How a command begins that is about files, of which one may be standard input."""
    wrong: list[Problem] = []
    from_stdin_once(files, wrong)
    return opened(ctx, format, lang, files, wanted, wrong)


def form_of(
    format: Sequence[str],  # noqa: A002  (the option's name)
    lang: Sequence[str],
    wrong: list[Problem],
    forms: Sequence[str] = FORMS,
) -> str:
    """The form that is asked for; what is wrong with either option is noted."""
    one_of(once(lang, "--lang", wrong), wording.LANGUAGES, "--lang", wrong)
    return one_of(once(format, "--format", wrong), forms, "--format", wrong)


def from_stdin_once(files: Sequence[str], wrong: list[Problem]) -> None:
    """Notes that standard input is to be read twice."""
    if files.count(STDIN) > 1:
        wrong.append(Problem.of("E018"))


def counted(names: Sequence[str], wanted: Wanted, wrong: list[Problem]) -> None:
    """Notes that a command names too few things, or too many."""
    if len(names) < wanted.least:
        wrong.append(Problem.of("E020", wanted=wanted.called.zh, wanted_en=wanted.called.en))
    if wanted.most is not None and len(names) > wanted.most:
        more = names[wanted.most :]
        wrong.append(Problem.of("E021", names="、".join(more), names_en=", ".join(more)))


def refuse(wrong: Sequence[Problem]) -> None:
    """Raises UsageError where something was noted."""
    if wrong:
        raise UsageError(wrong)


def as_json(answer: Mapping[str, Any], out: Sink) -> None:
    """Writes an answer for programs, its format first."""
    document = {"format": FORMAT, **answer}
    out.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def both(text: Text | None) -> dict[str, str] | None:
    """A text in both languages."""
    return None if text is None else {"zh": text.zh, "en": text.en}


def problem_of(problem: Problem) -> dict[str, Any]:
    """A problem with its code, its place, its sentence and its help."""
    place = {key: visible(value) if isinstance(value, str) else value for key, value in asdict(problem.place).items()}
    return {
        "code": problem.code,
        **place,
        "sentence": {"zh": problem.sentence("zh"), "en": problem.sentence("en")},
        "help": {"zh": problem.help("zh"), "en": problem.help("en")},
    }
