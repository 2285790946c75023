"""A page for every command, from its own help in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import click

from docs.site import places
from docs.site.page import Page, code, fenced, heading, link, made, table
from tic_rules.cli import program, wording
from tic_rules.cli.commands import Command, Program
from tic_rules.cli.screens import Page as Help
from tic_rules.errors import Lang
from tic_rules.inert import for_markdown
from tic_rules.ir.catalogue import Text

_TITLE: Final = Text("命令行", "The command line")
_TYPED: Final = Text("写法", "Typed")
_SAYS: Final = Text("作用", "What it does")


def pages() -> Iterator[Page]:
    """The program's page, and one for each command."""
    whole = program.build()
    context = click.Context(whole, info_name=wording.PROGRAM)
    yield made(
        places.COMMANDS,
        [
            heading(1, f"{_TITLE.zh} · {_TITLE.en}"),
            *_help(whole, context, "zh", places.COMMANDS),
            '<div lang="en" markdown>',
            *_help(whole, context, "en", places.COMMANDS),
            "</div>",
        ],
    )
    for name in whole.list_commands(context):
        command = whole.get_command(context, name)
        if not isinstance(command, Command):
            raise TypeError(f"{name} is no command of ours")
        below = click.Context(command, info_name=name, parent=context)
        here = places.command(name)
        yield made(
            here,
            [
                heading(1, code(f"{wording.PROGRAM} {name}")),
                *_help(command, below, "zh", here),
                heading(2, "English", "english"),
                '<div lang="en" markdown>',
                *_help(command, below, "en", here),
                "</div>",
            ],
        )


def _help(command: Command | Program, context: click.Context, lang: Lang, here: str) -> Iterator[str]:
    said: Help = command.page(context, lang)
    yield for_markdown(said.about)
    yield fenced(said.usage, "text")
    names = set(program.COMMANDS) if isinstance(command, Program) else set()
    for part in said.parts:
        yield heading(3, for_markdown(part.heading.rstrip("：: ")))
        yield table(
            (_TYPED.of(lang), _SAYS.of(lang)),
            (
                (
                    link(code(row.typed), here, places.command(row.typed)) if row.typed in names else code(row.typed),
                    for_markdown(row.says),
                )
                for row in part.rows
            ),
        )
