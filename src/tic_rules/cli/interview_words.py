"""What a question of an interview is called: the fact or the finding, and the member or the year that it is about."""

from __future__ import annotations

import re
from typing import Final

from tic_rules.cli.edits import found
from tic_rules.cli.queries import FindingQuery, Query, Tree, YearQuery
from tic_rules.engine.questions import NextQuestion
from tic_rules.errors import Lang
from tic_rules.ir.catalogue import Text
from tic_rules.ir.pack import Pack
from tic_rules.source import steps_of

_OF_MEMBER: Final = Text("{list}第 {number} 项（{name}）：{ask}", "{list}, no. {number} ({name}): {ask}")
_UNNAMED: Final = Text("未写名称", "no name given")
_WHOLE_YEAR: Final = Text("{ask}，全年数", "{ask}, the whole year")
_SO_FAR: Final = Text("{ask}，本年尚未结束，填至今的数", "{ask}, which is not over: the figure so far")
_AT: Final = re.compile(r"(?P<list>.+)\[(?P<index>[0-9]+)\](?:\.[a-z_0-9]+)?")
_LONGEST: Final = 80


def called(pack: Pack, question: NextQuestion, query: Query, tree: Tree, lang: Lang) -> str:
    """The question as it is put."""
    ask = question.ask.of(lang)
    if isinstance(query, YearQuery):
        return (_WHOLE_YEAR if query.is_over else _SO_FAR).of(lang).format(ask=ask)
    if not isinstance(query, FindingQuery):
        ask = query.spec.title.of(lang)
    at = _AT.fullmatch(query.about if isinstance(query, FindingQuery) else query.path)
    if at is None:
        return ask
    member = found(tree, steps_of(f"{at['list']}[{at['index']}]")) or {}
    name = cut(str(member.get("name") or member.get("about") or _UNNAMED.of(lang)))
    listed = pack.catalogue[at["list"]].title.of(lang)
    return _OF_MEMBER.of(lang).format(list=listed, number=int(at["index"]) + 1, name=name, ask=ask)


def cut(text: str) -> str:
    """The text, or its beginning."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
