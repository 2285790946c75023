"""What our commands are made of: Click's parsing, with every text our own and in both languages."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any, BinaryIO

import click

from tic_rules.cli import screens, wording
from tic_rules.cli.screens import Example, Page, Part, Row
from tic_rules.cli.streams import Sink
from tic_rules.errors import Lang, Problem, UsageError
from tic_rules.ir.catalogue import Text


@dataclass(frozen=True, slots=True)
class Session:
    """What every command is given: its language and its streams."""

    lang: Lang
    out: Sink
    err: Sink
    stdin: BinaryIO | None = None
    """What ``-`` reads; None for the process's own standard input."""


def session(ctx: click.Context) -> Session:
    """The session that a command runs in."""
    found: Session = ctx.find_object(Session)  # type: ignore[assignment]
    return found


class Option(click.Option):
    """An option with its meaning in both languages.

    With ``value``, the word that stands for what follows it, it takes a text; without, it is a switch. As far as Click
    knows, every option that takes a text may be written several times: ``once`` says what that means.
    """

    def __init__(self, *names: str, says: Text, value: Text | None = None, **rest: Any) -> None:
        kind: dict[str, Any] = {"is_flag": True} if value is None else {"multiple": True}
        super().__init__(list(names), type=None if value is None else click.UNPROCESSED, **kind, **rest)
        self.says = says
        self.value = value

    def row(self, lang: Lang) -> Row:
        """The option in its help page."""
        typed = ", ".join(self.opts)
        return Row(typed if self.value is None else f"{typed} {self.value.of(lang)}", self.says.of(lang))


class Argument(click.Argument):
    """What a command is about, with its meaning in both languages; any number may be given."""

    def __init__(self, name: str, *, says: Text, value: Text) -> None:
        super().__init__([name], nargs=-1, type=click.UNPROCESSED)
        self.says = says
        self.value = value


class _Speaking(click.Command):
    """A command that explains itself, and complains, in the session's language."""

    def __init__(
        self,
        name: str,
        *,
        about: Text,
        examples: Sequence[Example] = (),
        exit_codes: Mapping[int, Text] = MappingProxyType({}),
        **rest: Any,
    ) -> None:
        super().__init__(name, add_help_option=False, **rest)
        self.about = about
        self.examples = tuple(examples)
        self.exit_codes = exit_codes
        self.params.append(Option("-h", "--help", says=wording.HELP, is_eager=True, expose_value=False, callback=_help))

    def page(self, ctx: click.Context, lang: Lang) -> Page:
        """The page that explains the command."""
        arguments = [param for param in self.params if isinstance(param, Argument)]
        options = [param for param in self.params if isinstance(param, Option)]
        usage = " ".join([ctx.command_path, wording.SOME_OPTIONS.of(lang), *(a.value.of(lang) for a in arguments)])
        parts = (
            Part(wording.EXAMPLES.of(lang), [example.row(lang) for example in self.examples]),
            Part(wording.ARGUMENTS.of(lang), [Row(a.value.of(lang), a.says.of(lang)) for a in arguments]),
            Part(wording.COMMANDS.of(lang), self.command_rows(lang)),
            Part(wording.OPTIONS.of(lang), [option.row(lang) for option in options]),
            Part(
                wording.EXIT_CODES.of(lang), [Row(str(code), says.of(lang)) for code, says in self.exit_codes.items()]
            ),
        )
        return Page(usage, self.about.of(lang), [part for part in parts if part.rows])

    def command_rows(self, lang: Lang) -> list[Row]:  # noqa: ARG002  (a program has some)
        """The commands below this one."""
        return []

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parses; a complaint of Click's becomes one of ours. Raises UsageError."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise UsageError([_ours(error, self)]) from None


class Command(_Speaking):
    """A command."""


def work(module: str) -> Callable[..., int]:
    """What a command does: the ``run`` of a module of this folder, loaded when it is run and not for its help."""

    def run(**typed: Any) -> int:
        done: int = import_module(f"tic_rules.cli.{module}").run(**typed)
        return done

    return run


@dataclass(frozen=True, slots=True)
class Entry:
    """A command by its name in the program: how it is loaded, and in few words what it does."""

    load: Callable[[], Command]
    says: Text


class Program(_Speaking, click.Group):
    """A command of commands, each loaded when it is named."""

    def __init__(self, name: str, *, commands: Mapping[str, Entry], **rest: Any) -> None:
        super().__init__(name, invoke_without_command=True, **rest)
        self._entries = commands

    def command_rows(self, lang: Lang) -> list[Row]:
        """The commands with what they do."""
        return [Row(name, entry.says.of(lang)) for name, entry in self._entries.items()]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands, in the order in which they are shown."""
        return list(self._entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        entry = self._entries.get(cmd_name)
        return None if entry is None else entry.load()

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first, and what follows it. Raises UsageError where there is none."""
        name, *rest = args
        command = self.get_command(ctx, name)
        if command is None:
            raise UsageError([self._unknown(name)])
        return name, command, rest

    def _unknown(self, name: str) -> Problem:
        if "." in name or "/" in name or "\\" in name:
            return Problem.of("E012", name=name)
        return _nearest(("E010", "E011"), "command", name, self._entries)


def once(values: Sequence[str], option: str, problems: list[Problem]) -> str | None:
    """The one value of an option, None where it was not given; two different ones are a problem."""
    if len(set(values)) > 1:
        problems.append(Problem.of("E008", option=option, values="、".join(values), values_en=", ".join(values)))
    return values[-1] if values else None


def one_of(value: str | None, known: Sequence[str], option: str, problems: list[Problem]) -> str:
    """The value, which must be one of the known ones; the first of them where none was given."""
    if value is None:
        return known[0]
    if value not in known:
        problems.append(
            Problem.of("E009", option=option, value=value, known="、".join(known), known_en=", ".join(known))
        )
        return known[0]
    return value


def _help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        here = session(ctx)
        if isinstance(ctx.command, _Speaking):
            screens.show(ctx.command.page(ctx, here.lang), here.lang, here.out)
        ctx.exit(0)


def _ours(error: click.UsageError, command: click.Command) -> Problem:
    """A complaint of Click's in our words."""
    options = {name: param for param in command.params if isinstance(param, Option) for name in param.opts}
    match error:
        case click.NoSuchOption():
            longer = [name for name in options if name.startswith("--")]
            return _nearest(("E004", "E005"), "option", error.option_name, longer)
        case click.BadOptionUsage():
            param = options.get(error.option_name)
            code = "E007" if param is not None and param.value is None else "E006"
            return Problem.of(code, option=error.option_name)
        case _:
            return Problem.of("E013")


def _nearest(codes: tuple[str, str], what: str, name: str, known: Iterable[str]) -> Problem:
    """The first code with the name that comes near, or the second with all that there are."""
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    code, told = (
        (codes[0], {"near": near[0]}) if near else (codes[1], {"known": "、".join(names), "known_en": ", ".join(names)})
    )
    return Problem.of(code, None, **{what: name}, **told)
