"""A comparison as a sheet, and in a few plain lines: each way in with its verdict, then matter by matter."""

from __future__ import annotations

from tic_rules.analysis.comparison import Comparison
from tic_rules.errors import Lang
from tic_rules.inert import visible
from tic_rules.report import sheet_markdown, sheet_page
from tic_rules.report.catalogue import fill
from tic_rules.report.sheet import Cell, Line, Sheet, Table, cell
from tic_rules.report.side_by_side import Cell as Asked
from tic_rules.report.side_by_side import Head, Said, SideBySide, side_by_side


def html(comparison: Comparison, lang: Lang = "zh") -> str:
    """The comparison as a fragment of HTML."""
    return sheet_page.render(_sheet(side_by_side(comparison, lang)))


def markdown(comparison: Comparison, lang: Lang = "zh") -> str:
    """The comparison as Markdown text."""
    return sheet_markdown.render(_sheet(side_by_side(comparison, lang)))


def summary(comparison: Comparison, lang: Lang = "zh") -> str:
    """Who was held against what, and a line for each way in, without a line break at its end."""
    said = side_by_side(comparison, lang)
    head = fill("short-title", lang, title=said.title, applicant=said.applicant)
    ways = [f"  {one.mark.of(lang)}  {way(one, lang)}  {one.outcome}" for one in said.heads]
    return "\n".join(visible(line) for line in (head, *ways))


def way(head: Head, lang: Lang) -> str:
    """What a column is called."""
    return fill("compared-way", lang, city=head.city, track=head.track)


def counted(said: Said, lang: Lang) -> str:
    """The mark with its word, and how many norms it stands for where these are several."""
    mark = said.mark.of(lang)
    return mark if said.count == 1 else fill("compared-counted", lang, mark=mark, count=str(said.count))


def _sheet(said: SideBySide) -> Sheet:
    lang = said.lang
    ways = tuple(way(head, lang) for head in said.heads)
    verdicts = Table(
        fill("compared-ways", lang),
        (fill("compared-way-in", lang), fill("compared-verdict", lang), fill("compared-standing", lang)),
        tuple(
            (cell(name), (Line("", head.mark), Line(head.outcome, quiet=True)), cell(head.standing))
            for name, head in zip(ways, said.heads, strict=True)
        ),
    )
    matters = Table(
        fill("compared-matters", lang),
        (fill("column-matter", lang), *ways),
        tuple((cell(matter.title), *(_shown(asked, said) for asked in matter.cells)) for matter in said.matters),
        note=said.legend,
    )
    asks = Table(
        fill("compared-asks", lang),
        (fill("compared-way-in", lang), fill("column-matter", lang)),
        tuple(
            (cell(name), cell(*head.asks) or (Line(head.no_asks, quiet=True),))
            for name, head in zip(ways, said.heads, strict=True)
        ),
    )
    tables = (verdicts, matters, asks) if said.heads else ()
    below = "" if said.heads else fill("compared-none", lang)
    return Sheet(lang, "compared", said.title, said.applicant, below, said.asked, tables)


def _shown(asked: Asked, said: SideBySide) -> Cell:
    if not asked.said:
        return (Line(said.not_asked, quiet=True),)
    return tuple(_line(one) for one in asked.said)


def _line(one: Said) -> Line:
    return Line(one.short or (f"{one.count}" if one.count > 1 else ""), one.mark)
