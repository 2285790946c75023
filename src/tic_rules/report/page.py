"""A determination as a fragment of HTML: no script, nothing fetched, readable without its styles, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tic_rules.errors import Lang
from tic_rules.ir.determination import Determination
from tic_rules.report.catalogue import fill
from tic_rules.report.contents import document
from tic_rules.report.document import Document, Entry, Labelled, Section
from tic_rules.report.element import Element, made
from tic_rules.report.marks import Mark
from tic_rules.report.style import STYLE
from tic_rules.report.trace import Line

LANGUAGE: Final = {"zh": "zh-CN", "en": "en"}


def render(determination: Determination, *, lang: Lang = "zh") -> str:
    """The report as one ``section`` element; what does not decide is folded away and all of it is there."""
    said = document(determination, lang)
    folded = (
        _folded(made("strong", said.rest.title), " ", said.rest.intro, inside=(_list(said.rest, said),)),
        _folded(made("strong", said.again_title), inside=(labels(said.again, lang, "again"),)),
    )
    return "".join(("<style>", STYLE, "</style>\n", report(said, *folded).html()))


def report(said: Document, *rest: Element) -> Element:
    """The report in its own element: its head and what decides, and below that the rest."""
    verdict = said.verdict
    return made(
        "section",
        made("p", made("strong", said.standing), css="standing"),
        made("h3", _sign(verdict, said.lang), " ", made("span", said.applicant), css=f"verdict {verdict.tone.value}"),
        made("p", said.meaning, css="meaning"),
        labels(said.asked, said.lang, "asked"),
        *(_section(part, said) for part in said.sections),
        *rest,
        css="tic-rules",
        lang=LANGUAGE[said.lang],
        called=f"{said.verdict.word.of(said.lang)} {said.applicant}",
    )


def _sign(mark: Mark, lang: Lang) -> Element:
    return made("span", mark.of(lang), css=f"mark {mark.tone.value}")


def labels(labelled: tuple[Labelled, ...], lang: Lang, css: str) -> Element:
    """Texts with their labels."""
    rows = [
        made("div", made("dt", fill("labelled", lang, label=label, text="")), made("dd", text))
        for label, text in labelled
    ]
    return made("dl", *rows, css=css)


def _folded(*summary: str | Element, inside: tuple[Element, ...]) -> Element:
    return made("details", made("summary", *summary), *inside)


def _section(section: Section, said: Document) -> Element:
    title = f"{section.sign} {section.title}".strip()
    in_columns = all(entry.cites for entry in section.entries)
    shown = _table(section, said) if in_columns else _list(section, said)
    return made("div", made("h4", title, css=section.tone.value), shown, css=f"part {section.name}")


def _table(section: Section, said: Document) -> Element:
    """What has citations: these, and beside them the matter."""
    head = made("thead", made("tr", *(made("th", title, scope="col") for title in said.columns)))
    return made("table", head, made("tbody", *(_row(entry, said) for entry in section.entries)))


def _row(entry: Entry, said: Document) -> Element:
    cites = [made("div", cite) for cite in entry.cites]
    mark = () if entry.mark is None else (_sign(entry.mark, said.lang), " ")
    matter = made("div", *mark, entry.text)
    return made("tr", made("th", *cites, scope="row"), made("td", matter, *_below(entry, said)))


def article(title: str, norms: tuple[Entry, ...], said: Document) -> Element:
    """The norms of one article, whole and with nothing folded away, for paper."""
    each = (
        made("li", *_head(entry, said.lang), labels(entry.notes, said.lang, "notes"), _trace(entry.trace, said.lang))
        for entry in norms
    )
    return made("div", made("h5", title), made("ul", *each), css="part article")


def _list(section: Section, said: Document) -> Element:
    whole = section is said.rest
    made_of = (_whole(entry, said) if whole else _entry(entry, said) for entry in section.entries)
    return made("ul", *made_of, css="all" if whole else "")


def _entry(entry: Entry, said: Document) -> Element:
    return made("li", *_head(entry, said.lang), *_below(entry, said))


def _below(entry: Entry, said: Document) -> Iterator[Element]:
    if entry.members is not None:
        named = entry.members
        few = fill("labelled", said.lang, label=named.label, text=named.few)
        yield _folded(few, inside=(made("ul", *(made("li", name) for name in named.each), css="members"),))
    if entry.notes:
        yield labels(entry.notes, said.lang, "notes")
    if entry.trace:
        yield _folded(said.trace_title, inside=(_trace(entry.trace, said.lang),))


def _whole(entry: Entry, said: Document) -> Element:
    """A norm of which the line alone is seen until it is opened."""
    inside = (labels(entry.notes, said.lang, "notes"), _trace(entry.trace, said.lang))
    return made("li", _folded(*_head(entry, said.lang), inside=inside))


def _head(entry: Entry, lang: Lang) -> Iterator[str | Element]:
    if entry.mark is not None:
        yield from (_sign(entry.mark, lang), " ")
    for cite in entry.cites:
        yield from (made("strong", cite, css="cite"), " ")
    yield made("span", entry.text)


def _trace(lines: tuple[Line, ...], lang: Lang) -> Element:
    """The lines as lists within lists, by their depth."""
    return made("ul", *_nested(list(lines), 0, lang), css="trace")


def _nested(lines: list[Line], depth: int, lang: Lang) -> Iterator[Element]:
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].depth > depth:
            end += 1
        below = lines[at + 1 : end]
        inner = [made("ul", *_nested(below, depth + 1, lang))] if below else []
        yield made("li", *_line(lines[at], lang), *inner)
        at = end


def _line(line: Line, lang: Lang) -> Iterator[str | Element]:
    if line.mark is not None:
        yield from (_sign(line.mark, lang), " ")
    yield line.said(lang)
