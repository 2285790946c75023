"""`tic-rules ask`: an interview that asks only what can still change the verdict, and writes the dossier."""

from __future__ import annotations

import sys
from typing import Final

import click

from tic_rules import shipped
from tic_rules.cli import screens, wording
from tic_rules.cli.check import as_of_day, question_asked
from tic_rules.cli.commands import Argument, Command, Option, once, one_of, session
from tic_rules.cli.drafts import Draft
from tic_rules.cli.interview import Interview
from tic_rules.cli.outcomes import EXIT_CODES, Decided, exit_code
from tic_rules.cli.screens import Example
from tic_rules.errors import Place, Problem, UsageError
from tic_rules.ir.catalogue import Text
from tic_rules.packs.load import load_pack

EXAMPLES: Final = (
    Example(
        Text("tic-rules ask liaocheng", "tic-rules ask liaocheng"),
        Text("开始问答，资料写入 dossier-liaocheng.yaml；再次运行就接着问", "begin, or go on with the same file"),
    ),
    Example(
        Text(
            "tic-rules ask chongqing --dossier 资料.yaml --question procedure",
            "tic-rules ask chongqing --dossier dossier.yaml --question procedure",
        ),
        Text("就一份已有资料问程序方面还缺什么", "ask what an existing dossier lacks for the procedure"),
    ),
)
_WRITTEN: Final = Text("资料文件：{file}", "Dossier: {file}")


def command() -> Command:
    """The command as Click runs it."""
    cities = shipped.pack_names()
    return Command(
        "ask",
        about=Text(
            "逐项提问，只问还会影响结论的事项，随时可以停下再接着问；每答一项就写入资料文件。",
            "Asks, one by one, only what can still change the verdict; leave at any time and take it up again. The "
            "dossier file is written after every answer.",
        ),
        examples=EXAMPLES,
        exit_codes=EXIT_CODES,
        params=[
            Argument(
                "city",
                value=Text("城市", "CITY"),
                says=Text(f"按哪个城市提问：{'、'.join(cities)}。", f"The city to ask for: {', '.join(cities)}."),
            ),
            Option(
                "--track",
                value=Text("途径", "TRACK"),
                says=Text("申报途径；不写时各途径都问。", "The track; left out: all of them."),
            ),
            Option(
                "--question",
                value=Text("问题", "QUESTION"),
                says=Text(
                    "问什么：entry 能否申报（默认），procedure 程序，operation 运行，naming 名称。",
                    "What is asked: entry (default), procedure, operation or naming.",
                ),
            ),
            Option(
                "--dossier",
                value=Text("文件", "FILE"),
                says=Text(
                    "资料文件（YAML），没有就新建；不写时是 dossier-城市.yaml。",
                    "The dossier (YAML), made if it is not there; left out: dossier-CITY.yaml.",
                ),
            ),
            Option(
                "--on",
                value=Text("日期", "DATE"),
                says=Text(
                    "按哪一天判断，如 2026-11-21；不写时是中国的今天。",
                    "The day as of which to decide, such as 2026-11-21; left out: today in China.",
                ),
            ),
            Option("--lang", value=Text("zh|en", "zh|en"), says=wording.LANG),
        ],
        callback=_ask,
    )


@click.pass_context
def _ask(
    ctx: click.Context,
    city: tuple[str, ...],
    track: tuple[str, ...],
    question: tuple[str, ...],
    dossier: tuple[str, ...],
    on: tuple[str, ...],
    lang: tuple[str, ...],
) -> int:
    from tic_rules.cli.asked import unknown_tracks
    from tic_rules.report.terminal import show

    here = session(ctx)
    wrong: list[Problem] = []
    one_of(once(lang, "--lang", wrong), wording.LANGUAGES, "--lang", wrong)
    asked = question_asked(once(question, "--question", wrong), wrong)
    day = as_of_day(once(on, "--on", wrong), wrong)
    known = shipped.pack_names()
    way = once(track, "--track", wrong)
    file = once(dossier, "--dossier", wrong)
    name = city[0] if len(city) == 1 else None
    if name is None:
        wrong.append(Problem.of("E030", known="、".join(known), known_en=", ".join(known)))
    elif name not in known:
        wrong.append(Problem.unknown("E001", name, known, Place("CITY")))
    pack = load_pack(name) if name in known else None
    if pack is not None and way is not None:
        wrong += unknown_tracks(pack, (way,), Place("--track"))
    if wrong or pack is None:
        raise UsageError(wrong)
    tracks = () if way is None else (way,)
    start = {"city": pack.id} if way is None else {"city": pack.id, "track": way}
    draft = Draft(
        file or f"dossier-{pack.id}.yaml",
        pack,
        question=asked,
        tracks=tracks,
        on=day,
        start={"format": "1", "application": start},
    )
    stdin = here.stdin if here.stdin is not None else getattr(sys.stdin, "buffer", None)
    try:
        Interview(draft, pack, as_of=day, out=here.out, stdin=stdin, lang=here.lang).run()
    finally:
        here.out.say(["", wording.inert(_WRITTEN, here.lang, file=draft.path)])
    here.out.say([""])
    show(draft.determination, screens.console(here.out), lang=here.lang)
    return exit_code([[Decided(draft.path, draft.determination)]])
