"""A pack as it shows itself: what it is, whether it is in force, its ways in, and each norm with its article."""

from __future__ import annotations

from tic_rules.errors import Lang
from tic_rules.inert import visible
from tic_rules.ir.norms import Norm, Question
from tic_rules.ir.pack import IssueKind, Pack
from tic_rules.report import sheet_markdown, sheet_page
from tic_rules.report.catalogue import fill, listed
from tic_rules.report.catalogue.count import Count
from tic_rules.report.document import Labelled
from tic_rules.report.entries import label
from tic_rules.report.sheet import Line, Sheet, Table, cell
from tic_rules.report.values import day_text


def html(pack: Pack, lang: Lang = "zh") -> str:
    """The pack as a fragment of HTML."""
    return sheet_page.render(_sheet(pack, lang))


def markdown(pack: Pack, lang: Lang = "zh") -> str:
    """The pack as Markdown text."""
    return sheet_markdown.render(_sheet(pack, lang))


def summary(pack: Pack, lang: Lang = "zh") -> str:
    """What the pack is, in a few plain lines, without a line break at its end."""
    said = _sheet(pack, lang)
    labels = (fill("labelled", lang, label=name, text=text) for name, text in said.labels)
    return "\n".join(visible(line) for line in (said.above, said.title, said.below, *labels))


def _in_force(pack: Pack, lang: Lang) -> str:
    force = pack.in_force
    if pack.kind is IssueKind.DRAFT:
        return fill("pack-draft", lang)
    if force.start is None:
        return fill("pack-start-unknown", lang)
    start = day_text(force.start, lang)
    if force.end is None:
        return fill("pack-from", lang, start=start)
    return fill("pack-from-until", lang, start=start, end=day_text(force.end, lang))


def _sheet(pack: Pack, lang: Lang) -> Sheet:
    counts = {"provisions": Count(len(pack.provisions)), "norms": Count(len(pack.norms))}
    ways = Table(
        fill("shown-ways", lang, count=str(len(pack.tracks))),
        (fill("column-way", lang), fill("column-id", lang)),
        tuple((cell(track.title.of(lang)), cell(track.id)) for track in pack.tracks),
    )
    asked = (_norms(pack, question, lang) for question in Question if pack.norms_for(question))
    return Sheet(
        lang,
        "pack",
        _in_force(pack, lang),
        pack.title.of(lang),
        fill("shown-provisions", lang, **counts),
        tuple(_labels(pack, lang)),
        (*([ways] if pack.tracks else []), *asked),
    )


def _labels(pack: Pack, lang: Lang) -> list[Labelled]:
    made = [label("issuer", pack.issued_by.of(lang), lang)]
    if pack.issued_number:
        made.append(label("number", pack.issued_number, lang))
    if pack.issued_on is not None:
        made.append(label("issued-on", day_text(pack.issued_on, lang), lang))
    return [
        *made,
        label("pack", f"{pack.id} {pack.version}", lang),
        label("pack-digest", pack.digest, lang),
    ]


def _norms(pack: Pack, question: Question, lang: Lang) -> Table:
    norms = pack.norms_for(question)
    called = fill(f"question-{question.value}", lang)
    return Table(
        fill("shown-norms", lang, question=called, count=str(len(norms))),
        (fill("column-cites", lang), fill("column-matter", lang), fill("column-id", lang)),
        tuple(
            (
                cell(_cites(norm, pack, lang)),
                (Line(norm.title.of(lang)), Line(norm.explain.of(lang), quiet=True)),
                cell(norm.id),
            )
            for norm in norms
        ),
        folded=True,
    )


def _cites(norm: Norm, pack: Pack, lang: Lang) -> str:
    twice = pack.articles_printed_twice
    return listed([at.text(lang, twice=at.article in twice) for at in norm.cites], lang, most=3)
