"""A sheet as a fragment of HTML, with the looks of the report: no script, nothing fetched, every text escaped."""

from __future__ import annotations

from typing import Final

from tic_rules.errors import Lang
from tic_rules.report.catalogue import fill
from tic_rules.report.element import Element, made
from tic_rules.report.sheet import Cell, Line, Sheet, Table
from tic_rules.report.style import STYLE

_LANGUAGE: Final[dict[Lang, str]] = {"zh": "zh-CN", "en": "en"}


def render(sheet: Sheet) -> str:
    """The sheet as one ``section`` element with its styles."""
    return "".join(("<style>", STYLE, "</style>\n", _sheet(sheet).html()))


def _sheet(sheet: Sheet) -> Element:
    rows = [
        made("div", made("dt", fill("labelled", sheet.lang, label=name, text="")), made("dd", text))
        for name, text in sheet.labels
    ]
    return made(
        "section",
        made("p", made("strong", sheet.above), css="standing"),
        made("h3", sheet.title),
        made("p", sheet.below, css="meaning"),
        made("dl", *rows, css="asked"),
        *(_table(table, sheet.lang) for table in sheet.tables),
        css=f"tic-rules sheet {sheet.kind}",
        lang=_LANGUAGE[sheet.lang],
        called=sheet.title,
    )


def _table(table: Table, lang: Lang) -> Element:
    head = made("thead", made("tr", *(made("th", title, scope="col") for title in table.columns)))
    body = made("tbody", *(made("tr", *_row(row, lang)) for row in table.rows))
    # A table wider than its page is moved within its own box, not the page with it.
    shown = (
        made("div", made("table", head, body), css="wide ways" if len(table.columns) > 3 else "wide"),
        *([made("p", table.note)] if table.note else []),
    )
    if table.folded:
        return made("details", made("summary", made("strong", table.title)), *shown)
    return made("div", made("h4", table.title), *shown, css="part")


def _row(row: tuple[Cell, ...], lang: Lang) -> list[Element]:
    head, *rest = row
    return [made("th", *(_line(line, lang) for line in head), scope="row")] + [
        made("td", *(_line(line, lang) for line in cell)) for cell in rest
    ]


def _line(line: Line, lang: Lang) -> Element:
    if line.mark is None:
        return made("div", line.text, css="quiet" if line.quiet else "")
    return made("div", made("span", line.mark.of(lang), css=f"mark {line.mark.tone.value}"), " ", line.text)
