"""A determination in Markdown: headings and lists, and no markup, link or image can come of what a dossier says."""

from __future__ import annotations

from collections.abc import Iterator

from tic_rules.errors import Lang
from tic_rules.inert import for_markdown
from tic_rules.ir.determination import Determination
from tic_rules.report.catalogue import fill
from tic_rules.report.contents import document
from tic_rules.report.document import Entry, Labelled, Section


def render(determination: Determination, *, lang: Lang = "zh", full: bool = False) -> str:
    """The report as Markdown text; ``full`` adds every norm with its trace."""
    said = document(determination, lang)
    lines = [
        f"**{for_markdown(said.standing)}**",
        "",
        f"## {for_markdown(said.verdict.of(lang))} {for_markdown(said.applicant)}",
        "",
        for_markdown(said.meaning),
        "",
        *(_labelled(labelled, lang) for labelled in said.asked),
    ]
    for section in said.sections:
        lines += ["", *_section(section, lang, full=full)]
    lines += ["", *(_section(said.rest, lang, full=full) if full else (for_markdown(said.rest.intro),))]
    lines += ["", f"### {for_markdown(said.again_title)}", ""]
    lines += [_labelled(labelled, lang) for labelled in said.again]
    return "\n".join(lines) + "\n"


def _labelled(labelled: Labelled, lang: Lang, indent: str = "") -> str:
    return f"{indent}- {for_markdown(fill('labelled', lang, label=labelled[0], text=labelled[1]))}"


def _section(section: Section, lang: Lang, *, full: bool) -> Iterator[str]:
    yield f"### {for_markdown(f'{section.sign} {section.title}'.strip())}"
    yield ""
    if section.intro:
        yield for_markdown(section.intro)
        yield ""
    for entry in section.entries:
        yield from _entry(entry, lang, full=full)


def _entry(entry: Entry, lang: Lang, *, full: bool) -> Iterator[str]:
    mark = "" if entry.mark is None else f"{for_markdown(entry.mark.of(lang))} "
    cites = "".join(f"**{for_markdown(cite)}** " for cite in entry.cites)
    yield f"- {mark}{cites}{for_markdown(entry.text)}"
    for note in entry.notes_with_members(lang, full=full):
        yield _labelled(note, lang, "  ")
    if entry.mark is None:
        return
    for line in entry.trace:
        sign = "" if line.mark is None else f"{for_markdown(line.mark.of(lang))} "
        yield f"{'  ' * (line.depth + 1)}- {sign}{for_markdown(line.said(lang))}"
