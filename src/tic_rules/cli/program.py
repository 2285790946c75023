"""The program as a whole: its commands by name, and what it says when it is given none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

import click

from tic_rules.cli import screens, wording
from tic_rules.cli.commands import Command, Entry, Option, Program, once, one_of, session
from tic_rules.cli.screens import Example, Page, Part
from tic_rules.errors import Problem, UsageError
from tic_rules.ir.catalogue import Text


def _loaded(name: str) -> Callable[[], Command]:
    """What loads how a command is typed."""

    def load() -> Command:
        made: Command = import_module(f"tic_rules.cli.usage.{name}").command()
        return made

    return load


COMMANDS: Final[Mapping[str, Entry]] = MappingProxyType(
    {
        "check": Entry(
            _loaded("check"),
            Text(
                "判断一份或几份资料，写出结论、依据和还缺什么。",
                "Decides one or more dossiers: verdict, grounds, what is open.",
            ),
        ),
        "packs": Entry(
            _loaded("packs"), Text("列出规则包，各自是否施行。", "Lists the packs, and whether each is in force.")
        ),
        "explain": Entry(
            _loaded("explain"),
            Text("说明一条规则或一个错误代码。", "Explains a norm, or an error code."),
        ),
        "coverage": Entry(
            _loaded("coverage"),
            Text(
                "逐条说明办法各条的去向；对照新文本，看改了哪些。",
                "What became of every article; what a newer text changed.",
            ),
        ),
        "lint": Entry(
            _loaded("lint"), Text("检查规则包文件的内容和写法。", "Checks pack files, and how they are written.")
        ),
        "schema": Entry(_loaded("schema"), Text("写出 JSON Schema。", "Writes a JSON Schema.")),
        "verify": Entry(_loaded("verify"), Text("只凭判断记录核对它。", "Confirms a record from the record alone.")),
        "replay": Entry(
            _loaded("replay"), Text("按记录重新判断，逐字节比较。", "Decides again what a record says, and compares.")
        ),
        "ask": Entry(
            _loaded("ask"),
            Text(
                "逐项提问，只问还会影响结论的，写出资料文件。",
                "Asks only what can still change the verdict, and writes the dossier.",
            ),
        ),
        "new": Entry(
            _loaded("new"),
            Text(
                "写出一份待填的资料，各项附说明、单位和证明材料。",
                "Writes a dossier to fill in, each field with its meaning, unit and evidence.",
            ),
        ),
        "status": Entry(
            _loaded("status"),
            Text(
                "按历史记录说明中心批准之后的状况。",
                "Where a centre stands after approval, by its history.",
            ),
        ),
        "due": Entry(
            _loaded("due"),
            Text("列出到期的义务，可写成日历文件。", "Lists what falls due, as a calendar file too."),
        ),
        "record": Entry(
            _loaded("record"),
            Text("向登记簿添加中心、事件或认定。", "Adds centres, events and findings to a register."),
        ),
        "watch": Entry(
            _loaded("watch"),
            Text("看着登记簿，写出各中心的变化。", "Watches a register, and writes what changes."),
        ),
        "compare": Entry(
            _loaded("compare"),
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
        Text("tic-rules ask 聊城", "tic-rules ask liaocheng"),
        Text("逐项提问，写出资料 dossier-liaocheng.yaml", "answer questions; writes dossier-liaocheng.yaml"),
    ),
    Example(
        Text("tic-rules check 资料.yaml --city 聊城", "tic-rules check dossier.yaml --city liaocheng"),
        Text("判断一家单位：结论、依据、还缺什么", "decide one applicant: verdict, grounds, what is open"),
    ),
    Example(
        Text("tic-rules explain 石家庄 十.四", "tic-rules explain shijiazhuang 10.4"),
        Text(
            "看一条规则：出处、要求、界限两边的例子", "read one norm: its place, what it asks, examples at its bounds"
        ),
    ),
    Example(
        Text("tic-rules lint 我的规则.yaml", "tic-rules lint my-pack.yaml"),
        Text("改了规则包，检查内容和写法", "check a policy pack that you edited"),
    ),
)
"""Four tasks as commands that can be typed: get a dossier, decide it, read what a norm asks, check an edited pack."""

_MORE: Final = Text(
    "tic-rules --help  全部命令        English: tic-rules --lang en",
    "tic-rules --help  all commands        中文：tic-rules --lang zh",
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
        from tic_rules.version import __version__

        session(ctx).out.say([f"{wording.PROGRAM} {__version__}"])
        ctx.exit(0)
