"""The words in which a pack states its conditions, from the table of operators."""

from __future__ import annotations

from typing import Final

from docs.site import places
from docs.site.page import Page, both, code, english, heading, link, made, table
from tic_rules.inert import for_markdown
from tic_rules.ir.catalogue import Text
from tic_rules.ir.operators import COMPARISONS, DAY_COMPARISONS, OPERATORS, PRINTED_WORDS

_TITLE: Final = Text("条件的用词", "The words of conditions")
_INTRO: Final = Text(
    "规则包用这些词写条件；表里没有的词不存在。",
    "A pack states its conditions in these words; a word that is not in the table does not exist.",
)
_WORDS: Final = Text("算子", "Operators")
_COMPARED: Final = Text("比较和引用的原文用词", "Comparisons, and the printed words that fix them")
_COMPARED_ABOUT: Final = Text(
    "界限含不含本数，以办法的原文用词为准；两者不一致时，装载规则包就会报错。",
    "Whether a bound itself is enough is fixed by the printed word; a comparison that does not fit it is refused when "
    "the pack is loaded.",
)
_DAYS: Final = Text("日期的比较", "Comparisons of days")
_HEAD: Final = {
    "word": Text("词", "Word"),
    "beside": Text("同写的词", "Beside it"),
    "makes": Text("得到", "Makes"),
    "takes": Text("取", "Takes"),
    "open": Text("不知道时", "If open"),
    "none": Text("没有时", "If none"),
    "said": Text("说法", "Said as"),
    "printed": Text("原文用词", "Printed words"),
}


def page() -> Page:
    """The one page."""
    words = (
        (
            code(row.word),
            "<br>".join([code(word) for word in row.with_words] + [f"{code(word)}?" for word in row.may_have]),
            for_markdown(row.makes),
            for_markdown(row.takes),
            for_markdown(row.if_open),
            for_markdown(row.if_none),
            both(row.phrase) if row.phrase.zh else "",
        )
        for row in OPERATORS
    )
    compared = (
        (code(op.value), both(said), for_markdown("、".join(sorted(PRINTED_WORDS[op]))))
        for op, said in COMPARISONS.items()
    )
    days = ((code(op.value), both(said)) for op, said in DAY_COMPARISONS.items())
    return made(
        places.LANGUAGE,
        [
            heading(1, both(_TITLE)),
            for_markdown(_INTRO.zh),
            english(_INTRO.en),
            link("Pack format", places.LANGUAGE, "pack-format.md")
            + " · "
            + link("Meaning", places.LANGUAGE, "semantics.md"),
            heading(2, both(_WORDS), "operators"),
            table(_head("word", "beside", "makes", "takes", "open", "none", "said"), words),
            heading(2, both(_COMPARED), "comparisons"),
            for_markdown(_COMPARED_ABOUT.zh),
            english(_COMPARED_ABOUT.en),
            table(_head("word", "said", "printed"), compared),
            heading(2, both(_DAYS), "days"),
            table(_head("word", "said"), days),
        ],
    )


def _head(*keys: str) -> list[str]:
    return [both(_HEAD[key]) for key in keys]
