"""Where the program begins and ends: the language, the streams, every complaint, the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from glob import glob
from pathlib import Path
from typing import BinaryIO

import click

from tic_rules.cli import INTERRUPTED, program, wording
from tic_rules.cli.commands import Session
from tic_rules.cli.exit_codes import BAD_INPUT
from tic_rules.cli.streams import Sink, prepare
from tic_rules.errors import Problem, TicRulesError, UsageError


def main() -> None:
    """Runs the command line of this process and ends it with the exit code; whatever happens, no traceback is printed.

    An error of our own is said in both languages, with how to report it. Under ``python -X dev`` it is raised instead.
    """
    out, err = Sink(prepare(sys.stdout)), Sink(prepare(sys.stderr))
    try:
        code = run(_expanded(sys.argv[1:]), out=out, err=err)
    except KeyboardInterrupt:
        err.say(["", *_lines(Problem.of("E048"))])
        code = INTERRUPTED
    except Exception as error:  # the last resort: whatever was not foreseen
        if sys.flags.dev_mode:
            raise
        err.say(_lines(_unforeseen(error)))
        code = BAD_INPUT
    out.flush()
    if out.fault:
        err.say(_lines(Problem.of("E019", reason=out.fault)))
        code = BAD_INPUT
    err.flush()
    sys.exit(code)


def run(args: Sequence[str], *, out: Sink, err: Sink, stdin: BinaryIO | None = None) -> int:
    """Runs one command line and returns its exit code; an error that is ours is raised, so that tests see it."""
    lang = wording.language(args)
    session = Session(lang, out, err, stdin)
    try:
        with program.build().make_context(wording.PROGRAM, list(args), obj=session) as context:
            return int(context.command.invoke(context) or 0)
    except click.exceptions.Exit as done:
        return done.exit_code
    except UsageError as error:
        out.flush()
        err.say([*error.lines(lang), f"{wording.SEE_HELP.of(lang)}{_help_of(args)}"])
    except TicRulesError as error:
        out.flush()
        err.say(error.lines(lang))
    return BAD_INPUT


def _expanded(args: list[str]) -> list[str]:
    """The arguments with ``*.yaml`` as the files that it means, where the shell leaves that to the program."""
    if os.name != "nt":
        return args
    # Path.glob takes no absolute pattern.
    return [name for arg in args for name in (sorted(glob(arg)) if "*" in arg or "?" in arg else ()) or [arg]]  # noqa: PTH207


def _help_of(args: Sequence[str]) -> str:
    named = next((name for name in program.COMMANDS if name in args), "")
    return " ".join(part for part in (wording.PROGRAM, named, "--help") if part)


def _lines(problem: Problem) -> list[str]:
    return [problem.text("zh"), problem.text("en")]


def _unforeseen(error: Exception) -> Problem:
    """What went wrong in our own code, and where, without a word of the data."""
    import traceback

    from tic_rules.version import __version__

    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "tic_rules" in Path(frame.filename).parts] or frames
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return Problem.of("E049", what=type(error).__name__, where=where, version=__version__)
