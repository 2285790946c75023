"""`tic-rules check`: holds dossiers against packs and writes the determinations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Final

import click

from tic_rules import calendar, shipped, source
from tic_rules.cli import answers, wording
from tic_rules.cli.asked import Asked, askings, named_packs, unknown_tracks
from tic_rules.cli.commands import Argument, Command, Option, once, one_of, session
from tic_rules.cli.outcomes import EXIT_CODES, Decided, Outcome, Refused, Skipped, exit_code
from tic_rules.cli.screens import Example
from tic_rules.cli.streams import Sink
from tic_rules.engine.decide import decide
from tic_rules.errors import Lang, Place, Problem, TicRulesError, UsageError
from tic_rules.facts import Dossier
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import Determination, StandingKind
from tic_rules.ir.norms import Question
from tic_rules.written import RefusedError

FORMS: Final = ("text", "json", "markdown")
QUESTIONS: Final = tuple(question.value for question in Question)
STDIN: Final = "-"


def command() -> Command:
    """The command as Click runs it."""
    cities = shipped.pack_names()
    return Command(
        "check",
        about=Text(
            "判断资料是否符合城市的管理办法：先说结论，再说哪条不符合、差多少、依据第几条，还有什么没有定、该问谁。",
            "Decides dossiers by the regulations of cities: the verdict, then what fails, by how much and under which "
            "article, then what is still open and whom to ask.",
        ),
        examples=EXAMPLES,
        exit_codes=EXIT_CODES,
        params=[
            Argument(
                "dossiers",
                value=Text("资料文件...", "DOSSIER..."),
                says=Text(
                    "YAML 或 JSON 文件，可以几份；- 是标准输入。",
                    "YAML or JSON files, any number; - is standard input.",
                ),
            ),
            Option(
                "--city",
                value=Text("城市", "CITY"),
                says=Text(
                    f"按哪个城市判断，可重复：{'、'.join(cities)}。不写时看资料中的申报城市，再看依托单位注册地。",
                    f"The city to decide by, repeatable: {', '.join(cities)}. Left out: the application's city, else "
                    "that of the lead's seat.",
                ),
            ),
            Option(
                "--track",
                value=Text("途径", "TRACK"),
                says=Text(
                    "申报途径。不写时看资料，再逐一尝试，其一符合即可。",
                    "The track. Left out: the application's, else every track, of which one suffices.",
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
                "--pack",
                value=Text("文件", "FILE"),
                says=Text(
                    "自己的规则包；代替同名的城市规则包。",
                    "A policy pack of your own; it stands for the city's of that id.",
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
            Option("--full", says=Text("列出每一条及其依据。", "Show every norm with its grounds.")),
            Option(
                "--in-force-only",
                says=Text(
                    "略过不在有效期内的规则包，如征求意见稿；条件和程序看申报日，运行和名称看评定基准日。",
                    "Skip packs not in force, such as drafts: on the application day, or on --on for a running centre.",
                ),
            ),
        ],
        callback=_check,
    )


EXAMPLES: Final = (
    Example(
        Text(
            "tic-rules check 资料.yaml --city liaocheng --on 2026-11-21",
            "tic-rules check dossier.yaml --city liaocheng --on 2026-11-21",
        ),
        Text("按指定的城市和日期判断一份资料", "decide one dossier by a city, as of a day"),
    ),
    Example(
        Text("tic-rules check 甲.yaml 乙.yaml --full", "tic-rules check a.yaml b.yaml --full"),
        Text("判断两份，列出每一条", "decide two, with every norm"),
    ),
    Example(
        Text("tic-rules check - --format json < 资料.json", "tic-rules check - --format json < dossier.json"),
        Text("从标准输入读取，结果供程序读取", "read standard input, answer for a program"),
    ),
)


@dataclass(frozen=True, slots=True)
class _Request:
    """A command line of ``check``, understood."""

    dossiers: tuple[str, ...]
    asked: Asked
    form: str
    full: bool
    in_force_only: bool


@click.pass_context
def _check(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    city: tuple[str, ...],
    track: tuple[str, ...],
    question: tuple[str, ...],
    pack: tuple[str, ...],
    on: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
    full: bool,
    in_force_only: bool,
) -> int:
    here = session(ctx)
    wrong: list[Problem] = []
    check_dossiers(dossiers, wrong)
    one_of(once(lang, "--lang", wrong), wording.LANGUAGES, "--lang", wrong)
    form = one_of(once(format, "--format", wrong), FORMS, "--format", wrong)
    asked_question = question_asked(once(question, "--question", wrong), wrong)
    day = as_of_day(once(on, "--on", wrong), wrong)
    way = once(track, "--track", wrong)
    packs = named_packs(city, once(pack, "--pack", wrong), wrong)
    tracks = () if way is None else (way,)
    for named in packs:
        wrong += unknown_tracks(named, tracks, Place("--track"))
    if wrong:
        raise UsageError(wrong)
    request = _Request(dossiers, Asked(packs, tracks, asked_question, day), form, full, in_force_only)
    found: list[list[Outcome]] = []
    outcomes = _outcomes(request, here.stdin, here.lang, here.out, here.err, found)
    named_too = len(dossiers) > 1
    match form:
        case "json":
            answers.as_json(outcomes, here.out)
        case "markdown":
            answers.as_markdown(outcomes, here.out, lang=here.lang, full=full, named=named_too)
        case _:
            answers.on_screen(outcomes, here.out, lang=here.lang, full=full, named=named_too)
    return exit_code(found)


def check_dossiers(dossiers: tuple[str, ...], wrong: list[Problem]) -> None:
    """A problem where no dossier is named, or standard input twice."""
    if not dossiers:
        wrong.append(Problem.of("E014"))
    if dossiers.count(STDIN) > 1:
        wrong.append(Problem.of("E018"))


def question_asked(written: str | None, wrong: list[Problem]) -> Question:
    """The question that is named, entry where none is; one that does not exist is a problem."""
    if written is None:
        return Question.ENTRY
    if written not in QUESTIONS:
        wrong.append(Problem.unknown("E003", written, QUESTIONS, Place("--question")))
        return Question.ENTRY
    return Question(written)


def as_of_day(written: str | None, wrong: list[Problem]) -> date:
    """The day that is named, today in China where none is; what is no day is a problem."""
    if written is not None:
        try:
            return calendar.parse_day(written)
        except RefusedError as error:
            wrong.append(Problem.of(error.problem_code, Place("--on"), **error.values))
    return calendar.today_in_china()


def _outcomes(
    request: _Request, stdin: BinaryIO | None, lang: Lang, out: Sink, err: Sink, found: list[list[Outcome]]
) -> Iterator[Outcome]:
    """What comes of each dossier, one after the other; what is wrong with one is said as soon as it is known."""
    for name in request.dossiers:
        found.append(_of_one(name, request, stdin))
        for outcome in found[-1]:
            if isinstance(outcome, Refused):
                out.flush()
                err.say(TicRulesError(outcome.problems).lines(lang))
            yield outcome


def _of_one(name: str, request: _Request, stdin: BinaryIO | None) -> list[Outcome]:
    """What comes of one dossier. A dossier that any of its packs refuses is refused as a whole."""
    asked = request.asked
    try:
        document = source.read_document(name, stdin=stdin)
        dossier = Dossier.from_document(document, cities=[pack.id for pack in asked.packs])
        wanted = askings(asked, dossier, document)
    except TicRulesError as error:
        return [Refused(name, error.problems)]
    made: list[Determination] = []
    wrong: list[Problem] = []
    for asking in wanted:
        try:
            made.append(decide(asking.pack, dossier, on=asked.on, question=asked.question, tracks=asking.tracks))
        except TicRulesError as error:
            wrong += error.problems
    if wrong:
        return [Refused(name, TicRulesError(wrong).problems)]
    return [_judged(name, determination, request) for determination in made]


def _judged(name: str, determination: Determination, request: _Request) -> Outcome:
    if request.in_force_only and determination.standing.kind is not StandingKind.IN_FORCE:
        return Skipped(name, determination)
    return Decided(name, determination)
