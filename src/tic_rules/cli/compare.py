"""`tic-rules compare`: holds dossiers against all cities and their ways in, side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Final

import click

from tic_rules import shipped, source
from tic_rules.analysis.comparison import Comparison, compare
from tic_rules.analysis.record import record_of
from tic_rules.cli import answers, screens, wording
from tic_rules.cli.asked import named_packs
from tic_rules.cli.check import FORMS, as_of_day, check_dossiers, question_asked
from tic_rules.cli.commands import Argument, Command, Option, once, one_of, session
from tic_rules.cli.outcomes import FAILED, OPEN, PASSED, REFUSED, Refused
from tic_rules.cli.screens import Example
from tic_rules.cli.streams import Sink
from tic_rules.errors import Lang, Problem, TicRulesError, UsageError
from tic_rules.facts import Dossier
from tic_rules.inert import for_markdown, visible
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Question
from tic_rules.ir.pack import Pack
from tic_rules.truth import Verdict

EXIT_CODES: Final = {
    PASSED: Text("至少有一个途径符合。", "Some way in is PASS."),
    FAILED: Text("适用的途径都已有结论，且都不符合。", "Every way in that is the applicant's is settled, and FAIL."),
    REFUSED: Text(
        "资料或命令行有误；几份资料中只要有一份有误就是 2，其余照常比较。",
        "Bad input or usage; one bad dossier of several makes it 2, and the rest are compared all the same.",
    ),
    OPEN: Text(
        "没有符合的，但有资料不足或待认定的，或没有适用的途径。",
        "None is PASS, but something is open, or no way in is the applicant's.",
    ),
}

EXAMPLES: Final = (
    Example(
        Text("tic-rules compare 资料.yaml --on 2026-11-21", "tic-rules compare dossier.yaml --on 2026-11-21"),
        Text("一份资料，与各市的各个途径并列比较", "one dossier against every way into every city"),
    ),
    Example(
        Text(
            "tic-rules compare 资料.yaml --city liaocheng --city hohhot",
            "tic-rules compare dossier.yaml --city liaocheng --city hohhot",
        ),
        Text("只比较两个城市", "two cities only"),
    ),
    Example(
        Text(
            "tic-rules compare 资料.yaml --question operation --format json",
            "tic-rules compare dossier.yaml --question operation --format json",
        ),
        Text("比较运行要求，结果供程序读取", "the rules for running centres, for a program to read"),
    ),
)


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "compare",
        about=Text(
            "同一份资料与各市的各个途径并列比较：先说每个途径的结论和文本是否有效，再逐项比较，最后说各途径还要什么。",
            "Holds one dossier against every way into every city: first each verdict and whether the text is in force, "
            "then matter by matter, then what each would still ask for.",
        ),
        examples=EXAMPLES,
        exit_codes=EXIT_CODES,
        params=[
            Argument(
                "dossiers",
                value=Text("资料文件...", "DOSSIER..."),
                says=Text(
                    "YAML 或 JSON 文件，可以几份，各自比较；- 是标准输入。",
                    "YAML or JSON files, any number, each compared by itself; - is standard input.",
                ),
            ),
            Option(
                "--city",
                value=Text("城市", "CITY"),
                says=Text(
                    f"只比较这些城市，可重复：{'、'.join(shipped.pack_names())}。不写时是全部。",
                    f"Only these cities, repeatable: {', '.join(shipped.pack_names())}. Left out: all.",
                ),
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
                "--on",
                value=Text("日期", "DATE"),
                says=Text(
                    "按哪一天判断，如 2026-11-21；不写时是中国的今天。",
                    "The day as of which to decide, such as 2026-11-21; left out: today in China.",
                ),
            ),
            Option(
                "--format",
                value=Text("形式", "FORM"),
                says=Text(
                    "text 文字（默认），json 供程序读取（总是完整），markdown。",
                    "text (default), json for programs (always whole), or markdown.",
                ),
            ),
            Option("--lang", value=Text("zh|en", "zh|en"), says=wording.LANG),
        ],
        callback=_compare,
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, and the file as it was named on the command line."""

    dossier: str
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class _Request:
    """A command line of ``compare``, understood."""

    dossiers: tuple[str, ...]
    packs: tuple[Pack, ...]
    """None named: all."""
    question: Question
    on: date


@click.pass_context
def _compare(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    city: tuple[str, ...],
    question: tuple[str, ...],
    on: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    here = session(ctx)
    wrong: list[Problem] = []
    check_dossiers(dossiers, wrong)
    one_of(once(lang, "--lang", wrong), wording.LANGUAGES, "--lang", wrong)
    form = one_of(once(format, "--format", wrong), FORMS, "--format", wrong)
    asked = question_asked(once(question, "--question", wrong), wrong)
    day = as_of_day(once(on, "--on", wrong), wrong)
    packs = named_packs(city, None, wrong)
    if wrong:
        raise UsageError(wrong)
    codes: set[int] = set()
    outcomes = _outcomes(_Request(dossiers, packs, asked, day), here.stdin, here.lang, here.out, here.err, codes)
    if form == "json":
        _as_json(outcomes, here.out)
    else:
        _for_people(outcomes, here.out, here.lang, form, named=len(dossiers) > 1)
    return next((code for code in (REFUSED, FAILED, OPEN) if code in codes), PASSED)


def _outcomes(
    request: _Request, stdin: BinaryIO | None, lang: Lang, out: Sink, err: Sink, codes: set[int]
) -> Iterator[Compared | Refused]:
    """What comes of each dossier, one after the other; what is wrong with one is said as soon as it is known."""
    for name in request.dossiers:
        outcome = _of_one(name, request, stdin)
        if isinstance(outcome, Refused):
            out.flush()
            err.say(TicRulesError(outcome.problems).lines(lang))
            codes.add(REFUSED)
        else:
            codes.add(code_of(outcome.comparison))
        yield outcome


def _of_one(name: str, request: _Request, stdin: BinaryIO | None) -> Compared | Refused:
    try:
        dossier = Dossier.from_document(source.read_document(name, stdin=stdin))
        return Compared(name, compare(dossier, request.packs or None, on=request.on, question=request.question))
    except TicRulesError as error:
        return Refused(name, error.problems)


def code_of(comparison: Comparison) -> int:
    """The exit code of one comparison: what is best among the ways in."""
    verdicts = {column.verdict for column in comparison.columns} - {Verdict.NOT_APPLICABLE}
    if Verdict.PASS in verdicts:
        return PASSED
    return FAILED if verdicts == {Verdict.FAIL} else OPEN


# --- forms -----------------------------------------------------------------------------------------------------------


def _for_people(outcomes: Iterator[Compared | Refused], out: Sink, lang: Lang, form: str, *, named: bool) -> None:
    """On the screen or as Markdown; what was refused has been said on standard error."""
    from tic_rules.report import compared, compared_terminal

    screen = screens.console(out)
    made = (outcome for outcome in outcomes if isinstance(outcome, Compared))
    for number, outcome in enumerate(made):
        in_markdown = form == "markdown"
        if number:
            out.say(["", "---", ""] if in_markdown else [""])
        if named:
            name = for_markdown(outcome.dossier) if in_markdown else visible(outcome.dossier)
            out.say([f"{answers.FILE.of(lang)}{name}", *([""] if in_markdown else [])])
        if in_markdown:
            out.write(compared.markdown(outcome.comparison, lang))
        else:
            compared_terminal.show(outcome.comparison, screen, lang=lang)


def _as_json(outcomes: Iterator[Compared | Refused], out: Sink) -> None:
    """The bare comparison where one dossier was compared, else all outcomes in one document."""
    match list(outcomes):
        case [Compared(_, comparison)]:
            out.write(comparison.to_json())
        case several:
            document = {"format": answers.FORMAT, "outcomes": [_plain(outcome) for outcome in several]}
            out.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def _plain(outcome: Compared | Refused) -> dict[str, object]:
    if isinstance(outcome, Refused):
        return answers.plain(outcome)
    return {"dossier": visible(outcome.dossier), "comparison": record_of(outcome.comparison)}
