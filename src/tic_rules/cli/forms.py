"""The two forms in which most commands answer, and the options and checks that they share."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from tic_rules.cli import wording
from tic_rules.cli.commands import Option, once, one_of
from tic_rules.cli.streams import Sink
from tic_rules.errors import Problem, UsageError
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text

FORMAT: Final = "1"
"""The version of the JSON form of these answers."""
FORMS: Final = ("text", "json")
DONE: Final = 0
DIFFERS: Final = 1
BAD_INPUT: Final = 2


def options() -> tuple[Option, Option]:
    """``--format`` and ``--lang``, anew for each command."""
    says = Text(
        "text 文字（默认），json 供程序读取（两种语言都在内）。",
        "text (default), or json for programs, in both languages.",
    )
    return (
        Option("--format", value=Text("形式", "FORM"), says=says),
        Option("--lang", value=Text("zh|en", "zh|en"), says=wording.LANG),
    )


def form_of(format: Sequence[str], lang: Sequence[str], wrong: list[Problem]) -> str:  # noqa: A002  (the option's name)
    """The form that is asked for; what is wrong with either option is noted."""
    one_of(once(lang, "--lang", wrong), wording.LANGUAGES, "--lang", wrong)
    return one_of(once(format, "--format", wrong), FORMS, "--format", wrong)


def counted(names: Sequence[str], least: int, most: int | None, wanted: Text, wrong: list[Problem]) -> None:
    """Notes that a command names too few things, or too many."""
    if len(names) < least:
        wrong.append(Problem.of("E020", wanted=wanted.zh, wanted_en=wanted.en))
    if most is not None and len(names) > most:
        more = names[most:]
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
