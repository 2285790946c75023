"""A sheet in Markdown: tables that any dialect shows, and no markup can come of what a dossier or pack says."""

from __future__ import annotations

from collections.abc import Iterator

from tic_rules.errors import Lang
from tic_rules.inert import for_markdown
from tic_rules.report.catalogue import fill
from tic_rules.report.sheet import Cell, Sheet, Table


def render(sheet: Sheet) -> str:
    """The sheet as Markdown text."""
    lines = [f"**{for_markdown(sheet.above)}**", ""] if sheet.above else []
    lines += [f"## {for_markdown(sheet.title)}", "", for_markdown(sheet.below), ""]
    lines += [f"- {for_markdown(fill('labelled', sheet.lang, label=name, text=text))}" for name, text in sheet.labels]
    for table in sheet.tables:
        lines += ["", *_table(table, sheet.lang)]
    return "\n".join(lines) + "\n"


def _table(table: Table, lang: Lang) -> Iterator[str]:
    yield f"### {for_markdown(table.title)}"
    yield ""
    yield _row([for_markdown(title) for title in table.columns])
    yield _row(["---"] * len(table.columns))
    for row in table.rows:
        yield _row([_cell(cell, lang) for cell in row])
    if table.note:
        yield ""
        yield for_markdown(table.note)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, lang: Lang) -> str:
    # A break within a cell has no other form in Markdown; the texts around it are inert.
    return "<br>".join(for_markdown(line.said(lang)) for line in cell)
