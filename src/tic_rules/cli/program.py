"""The program as a whole: its commands by name, and what it says when it is given none."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import click

from tic_rules.cli import screens, wording
from tic_rules.cli.commands import Command, Entry, Option, Program, once, one_of, session
from tic_rules.cli.screens import Example, Page, Part
from tic_rules.errors import Problem, UsageError
from tic_rules.ir.catalogue import Text
from tic_rules.version import __version__


def _check() -> Command:
    from tic_rules.cli import check

    return check.command()


def _compare() -> Command:
    from tic_rules.cli import compare

    return compare.command()


COMMANDS: Final[Mapping[str, Entry]] = MappingProxyType(
    {
        "check": Entry(
            _check,
            Text(
                "判断一份或几份资料，写出结论、依据和还缺什么。",
                "Decides one or more dossiers: verdict, grounds, what is open.",
            ),
        ),
        "compare": Entry(
            _compare,
            Text("同一份资料与各市并列比较。", "Holds a dossier against all cities, side by side."),
        ),
    }
)

_ABOUT: Final = Text(
    "按城市的管理办法判断技术创新中心的申报资料。",
    "Decides applications for technology innovation centres by the regulations of their cities.",
)

EXAMPLES: Final = (
    Example(
        Text("tic-rules check 资料.yaml", "tic-rules check dossier.yaml"),
        Text("判断一份资料，按其中写明的申报城市", "decide one dossier, by the city that it names"),
    ),
    Example(
        Text(
            "tic-rules check 资料.yaml --city liaocheng --on 2026-11-21 --full",
            "tic-rules check dossier.yaml --city liaocheng --on 2026-11-21 --full",
        ),
        Text("按指定的城市和日期判断，列出每一条", "by the city and day named, with every norm"),
    ),
    Example(
        Text("tic-rules check 甲.yaml 乙.json --format json", "tic-rules check a.yaml b.json --format json"),
        Text("判断几份，结果供程序读取", "decide several, for a program to read"),
    ),
    Example(
        Text("tic-rules check 资料.yaml --pack 我的规则.yaml", "tic-rules check dossier.yaml --pack my-pack.yaml"),
        Text("改了一条规则，看结论怎样变", "see what an edited policy pack would decide"),
    ),
)
"""Four tasks, as commands that can be typed."""

_MORE: Final = Text(
    "tic-rules check --help  全部选项        English: tic-rules --lang en",
    "tic-rules check --help  all options        中文：tic-rules --lang zh",
)


def build() -> Program:
    """The program."""
    return Program(
        wording.PROGRAM,
        commands=COMMANDS,
        about=_ABOUT,
        examples=EXAMPLES,
        params=[
            Option("--lang", value=Text("zh|en", "zh|en"), says=wording.LANG),
            Option("--version", says=wording.VERSION, is_eager=True, expose_value=False, callback=_version),
        ],
        callback=_bare,
    )


@click.pass_context
def _bare(ctx: click.Context, lang: tuple[str, ...]) -> None:
    """Shows four tasks where no command is named."""
    problems: list[Problem] = []
    one_of(once(lang, "--lang", problems), wording.LANGUAGES, "--lang", problems)
    if problems:
        raise UsageError(problems)
    if ctx.invoked_subcommand is None:
        here = session(ctx)
        page = Page("", _ABOUT.of(here.lang), [Part("", [example.row(here.lang) for example in EXAMPLES])])
        screens.show(page, here.lang, here.out)
        here.out.say(["", _MORE.of(here.lang)])


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> Any:
    if asked and not ctx.resilient_parsing:
        session(ctx).out.say([f"{wording.PROGRAM} {__version__}"])
        ctx.exit(0)
