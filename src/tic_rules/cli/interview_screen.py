"""What an interview shows: the question, how to answer, why it is asked, what is wrong with an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tic_rules.cli.edits import may_be_none_above, standing
from tic_rules.cli.field_forms import allowed, form_of_one
from tic_rules.cli.interview_words import called, cut
from tic_rules.cli.queries import FindingQuery, ListQuery, Query, ThingQuery, Tree, ValueQuery, YearQuery
from tic_rules.cli.streams import Sink
from tic_rules.cli.wording import inert
from tic_rules.engine.decide import cited
from tic_rules.engine.questions import NextQuestion
from tic_rules.errors import InputError, Lang
from tic_rules.inert import visible
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.ir.pack import Pack

_BEGIN: Final = Text(
    "{city}：{title}\n"
    "每答一项即写入 {file}。回车跳过，? 看依据和证明材料，back 返回上一问，quit 停下（以后可接着问）。\n"
    "答案照资料的写法写；与这些词相同的文字加双引号。",
    "{city}: {title}\nEvery answer is written to {file} at once. Enter skips, ? shows evidence and why it is asked, "
    "back returns, quit leaves (take it up again later).\nAnswer as a dossier is written; put text that is one of "
    "these words in double quotes.",
)
_QUESTION: Final = Text("（余 {left} 问）{ask}", "({left} to ask) {ask}")
_HOW: Final = Text("  写法：{form}", "  Answer: {form}")
_NUMBERED: Final = Text("  写法：其一，可只写序号：{words}", "  Answer: one of these, or its number: {words}")
_THING: Final = Text("  有写 true，确知没有写 none", "  Answer: true if there is one, none if known not to exist")
_LIST: Final = Text(
    "  逐项写出{key}，一行一项，空行为止；一项也没有写 0",
    "  Answer: for each its field “{key}”, one a line, an empty line at the end; 0 if there is none",
)
_ABOVE: Final = Text("  根本没有“{thing}”的，写 none", "  If there is no “{thing}” at all, write none")
_OR_LIST: Final = Text("  也可以写 list，改为逐项列出", "  Or write list, to name its members one by one")
_OR_TOTAL: Final = Text("  也可以写 total，改填合计：{title}", "  Or write total, to state the total: {title}")
_FINDING: Final = Text(
    "  这项由人认定（{whom}）。只记录已经作出的认定；尚未作出就回车跳过。",
    "  People decide this ({whom}). Record only what they have decided; if they have not, press Enter.",
)
_STANDING: Final = Text(
    "  现填：{value}（回车不变，unknown 删去）", "  Now: {value} (Enter keeps it, unknown removes it)"
)
_TAKEN_UP: Final = Text("  接着上次，已写：{lines}", "  Taken up again; told so far: {lines}")
_STILL_OPEN: Final = Text(
    "  已写入；按所填内容这一项仍未定。", "  It is written; with what is told this is still open."
)
_NOTHING_BEFORE: Final = Text("  这是第一问。", "  This is the first question.")
_SETTLED: Final = Text(
    "没有别的要问了。回车结束，back 返回上一问。", "Nothing is left to ask. Enter ends, back returns."
)
_EVIDENCE: Final = Text("  证明材料：{text}", "  Evidence: {text}")
_PLACE: Final = Text("  资料中的位置：{path}", "  Where in the dossier: {path}")
_WHY: Final = Text("  关系到（{place}）：{title}", "  It matters for ({place}): {title}")
_MORE: Final = Text("  另有 {count} 条", "  and {count} more")

_SHOWN: Final = 8


class InterviewScreen:
    """Writes the lines of an interview; everything that comes from outside is made inert."""

    def __init__(self, pack: Pack, out: Sink, lang: Lang) -> None:
        self._pack = pack
        self._out = out
        self._lang = lang

    def begin(self, file: str) -> None:
        """What the interview is about, and how to answer."""
        pack = self._pack
        self._say(_BEGIN, city=pack.jurisdiction.of(self._lang), title=pack.title.of(self._lang), file=file)

    def ask(self, question: NextQuestion, query: Query, tree: Tree, left: int, *, others: Sequence[Query] = ()) -> None:
        """The question, and how to answer it."""
        self._out.say([""])
        self._say(_QUESTION, left=left, ask=called(self._pack, question, query, tree, self._lang))
        match query:
            case FindingQuery():
                self._say(_FINDING, whom=self._joined([who.of(self._lang) for who in question.whom]))
            case ThingQuery():
                self._say(_THING)
            case ListQuery():
                self._say(_LIST, key=query.key.title.of(self._lang))
            case ValueQuery() | YearQuery():
                self._how(query, tree)
        if others:
            self._say(_OR_LIST if isinstance(others[0], ListQuery) else _OR_TOTAL, title=self._title(others[0]))
        before = standing(tree, query)
        if before is not None:
            self._say(_STANDING, value=self._shown(before))

    def _shown(self, told: object) -> str:
        """What stands in the dossier, in one line: of a list or thing all that is told of it."""
        match told:
            case bool():
                return "true" if told else "false"
            case dict():
                return cut("{" + self._joined([self._shown(value) for value in told.values()]) + "}")
            case list():
                return cut("[" + self._joined([self._shown(value) for value in told]) + "]")
            case _:
                return cut(str(told))

    def _how(self, query: ValueQuery | YearQuery, tree: Tree) -> None:
        spec = query.spec
        if spec.kind in {FactKind.CHOICE, FactKind.LEVEL}:
            numbered = [f"{number} {word}" for number, word in enumerate(allowed(spec, self._lang), 1)]
            self._say(_NUMBERED, words=self._joined(numbered))
        else:
            self._say(_HOW, form=form_of_one(spec, self._lang))
        above = may_be_none_above(tree, query, self._pack)
        if above is not None:
            self._say(_ABOVE, thing=above.title.of(self._lang))

    def prompt(self, query: Query, spec: FactSpec, given: int) -> None:
        """Where the answer is typed; of an answer in several parts, which one."""
        match query:
            case FindingQuery():
                self._out.write(f"  {inert(spec.title, self._lang)}> ")
            case ListQuery():
                self._out.write(f"  {given + 1}> ")
            case _:
                self._out.write("> ")
        self._out.flush()

    def again(self) -> None:
        """Where the answer is typed once more."""
        self._out.write("> ")
        self._out.flush()

    def echo(self, line: str) -> None:
        """What was typed, where no terminal shows it."""
        self._out.say([visible(line.rstrip("\r\n"))])

    def help(self, question: NextQuestion, query: Query) -> None:
        """The evidence or the deciders, where it stands in the dossier, and the norms that are open because of it."""
        pack, lang = self._pack, self._lang
        if isinstance(query, FindingQuery):
            self._say(_FINDING, whom=self._joined([who.of(lang) for who in question.whom]))
        else:
            self._say(_EVIDENCE, text=query.spec.evidence.of(lang))
            self._say(_PLACE, path=query.path)
        for name in question.touches[:_SHOWN]:
            norm = pack.norm_by_id[name]
            places = self._joined([cited(pack, citation).text.of(lang) for citation in norm.cites])
            self._say(_WHY, place=places, title=norm.title.of(lang))
        if len(question.touches) > _SHOWN:
            self._say(_MORE, count=len(question.touches) - _SHOWN)

    def refuse(self, error: InputError) -> None:
        """What is wrong with an answer, in the words of whoever refused it."""
        self._out.say([f"  {line}" for line in error.lines(self._lang)])

    def taken_up(self, lines: Sequence[str]) -> None:
        """What was told before of an answer in several parts."""
        self._say(_TAKEN_UP, lines=self._joined([cut(line) for line in lines]))

    def still_open(self) -> None:
        """That an answer was taken and does not settle its own question."""
        self._say(_STILL_OPEN)

    def settled(self) -> None:
        """That nothing is left to ask."""
        self._out.say([""])
        self._say(_SETTLED)
        self.again()

    def nothing_before(self) -> None:
        """That there is no question to go back to."""
        self._say(_NOTHING_BEFORE)

    def _title(self, query: Query) -> str:
        return "" if isinstance(query, FindingQuery) else query.spec.title.of(self._lang)

    def _joined(self, parts: Sequence[str]) -> str:
        return ("、" if self._lang == "zh" else ", ").join(parts)

    def _say(self, text: Text, /, **values: object) -> None:
        # Our own line ends are lines; those of a value are made visible.
        self._out.say(inert(text, self._lang, **values).split("\n"))
