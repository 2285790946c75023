"""`tic-rules new`: a dossier to fill in, each field with its meaning, unit, allowed words and evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from tic_rules import shipped
from tic_rules.analysis.needs import needs_of
from tic_rules.cli import blank, wording
from tic_rules.cli.asked import unknown_tracks
from tic_rules.cli.check import question_asked
from tic_rules.cli.commands import Argument, Command, Option, once, one_of, session
from tic_rules.cli.drafts import reason
from tic_rules.cli.outcomes import PASSED, REFUSED
from tic_rules.cli.screens import Example
from tic_rules.errors import Place, Problem, UsageError
from tic_rules.ir.catalogue import Text
from tic_rules.packs.load import load_pack

EXAMPLES: Final = (
    Example(
        Text("tic-rules new liaocheng --output 资料.yaml", "tic-rules new liaocheng --output dossier.yaml"),
        Text("只有聊城的条文用得到的各项", "only what the norms of Liaocheng read"),
    ),
    Example(
        Text("tic-rules new --output 资料.yaml", "tic-rules new --lang en --output dossier.yaml"),
        Text("全部资料项，五个城市通用", "every field, for all five cities"),
    ),
)
_EXIT_CODES: Final = {
    PASSED: Text("已写出。", "It is written."),
    REFUSED: Text("命令行有误，或文件已存在。", "Bad usage, or the file exists."),
}
_WRITTEN: Final = Text("已写出：{file}", "Written: {file}")


def command() -> Command:
    """The command as Click runs it."""
    cities = shipped.pack_names()
    return Command(
        "new",
        about=Text(
            "写出一份待填的资料：各项都注释掉，附含义、写法、单位和证明材料；填一项就去掉该行的“# ”。",
            "Writes a dossier to fill in: every field is commented out, with its meaning, form, unit and evidence; to "
            "fill one in, take away the “# ” of its line.",
        ),
        examples=EXAMPLES,
        exit_codes=_EXIT_CODES,
        params=[
            Argument(
                "cities",
                value=Text("[城市...]", "[CITY...]"),
                says=Text(
                    f"只要这些城市的条文用得到的：{'、'.join(cities)}；不写时是全部。",
                    f"Only what the norms of these cities read: {', '.join(cities)}; left out: every field.",
                ),
            ),
            Option(
                "--track",
                value=Text("途径", "TRACK"),
                says=Text("只要这一申报途径用得到的。", "Only what this track needs."),
            ),
            Option(
                "--question",
                value=Text("问题", "QUESTION"),
                says=Text(
                    "只要这一问题用得到的：entry、procedure、operation、naming；不写时是全部。",
                    "Only what this question needs: entry, procedure, operation or naming; left out: all of them.",
                ),
            ),
            Option("--lang", value=Text("zh|en", "zh|en"), says=wording.LANG),
            Option(
                "--output",
                value=Text("文件", "FILE"),
                says=Text(
                    "写到这个文件，已有的文件不覆盖；不写时是标准输出。",
                    "Where to write; a file that exists is left alone. Left out: standard output.",
                ),
            ),
        ],
        callback=_new,
    )


@click.pass_context
def _new(
    ctx: click.Context,
    cities: tuple[str, ...],
    track: tuple[str, ...],
    question: tuple[str, ...],
    lang: tuple[str, ...],
    output: tuple[str, ...],
) -> int:
    here = session(ctx)
    wrong: list[Problem] = []
    one_of(once(lang, "--lang", wrong), wording.LANGUAGES, "--lang", wrong)
    named = once(question, "--question", wrong)
    asked = None if named is None else question_asked(named, wrong)
    way = once(track, "--track", wrong)
    file = once(output, "--output", wrong)
    known = shipped.pack_names()
    wrong += [Problem.unknown("E001", name, known, Place("CITY")) for name in cities if name not in known]
    wanted = [name for name in dict.fromkeys(cities) if name in known]
    packs = [load_pack(name) for name in wanted or known]
    for pack in packs:
        wrong += [] if way is None else unknown_tracks(pack, (way,), Place("--track"))
    if wrong:
        raise UsageError(wrong)
    is_all = not cities and asked is None and way is None
    text = blank.written([needs_of(pack, asked, way) for pack in packs], here.lang, everything=is_all)
    if file is None or file == "-":
        here.out.write(text)
        return PASSED
    _write(file, text)
    here.out.say([wording.inert(_WRITTEN, here.lang, file=file)])
    return PASSED


def _write(file: str, text: str) -> None:
    """Makes the file. Raises UsageError where it is there already, or cannot be made."""
    try:
        with Path(file).open("x", encoding="utf-8", newline="\n") as target:
            target.write(text)
    except FileExistsError:
        raise UsageError([Problem.of("E036", Place(file))]) from None
    except (OSError, ValueError) as fault:
        raise UsageError([Problem.of("E032", Place(file), reason=reason(fault))]) from None
