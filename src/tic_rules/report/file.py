"""A report as one HTML file: it prints on A4, article by article, in both languages, and says how to run it again."""

from __future__ import annotations

import errno
import os
import secrets
import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from tic_rules.errors import Lang, Place, Problem, UsageError
from tic_rules.inert import for_html
from tic_rules.ir.determination import Determination, NormResult
from tic_rules.ir.norms import Citation
from tic_rules.report import entries, page
from tic_rules.report.catalogue import fill
from tic_rules.report.contents import document
from tic_rules.report.document import Document, Entry, Labelled
from tic_rules.report.element import Element, made
from tic_rules.report.selection import Selection
from tic_rules.report.style import STYLE
from tic_rules.shipped import pack_names

_PAPER: Final = """
@page { size: A4; margin: 18mm 16mm; }
html { color-scheme: light dark; }
body { margin: 0; }
main { max-width: 62em; margin: 1em auto; padding: 0 1em; }
@media print {
  main { max-width: none; margin: 0; padding: 0; }
  main > section + section { break-before: page; }
}
"""


def render(determination: Determination, *, lang: Lang = "zh") -> str:
    """The report as a whole HTML document, first in one language, then in the other."""
    first = document(determination, lang)
    other: Lang = "en" if lang == "zh" else "zh"
    title = fill(
        "file-title",
        lang,
        verdict=first.verdict.word.of(lang),
        applicant=first.applicant,
        title=determination.pack.title.of(lang),
    )
    body = "".join(_part(determination, said).html() for said in (first, document(determination, other)))
    return (
        f'<!DOCTYPE html>\n<html lang="{page.LANGUAGE[lang]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{for_html(title)}</title>\n<style>{_PAPER}{STYLE}</style>\n</head>\n<body>\n<main>\n{body}"
        "</main>\n</body>\n</html>\n"
    )


def write(determination: Determination, path: Path, *, lang: Lang, overwrite: bool) -> None:
    """Writes the document, whole or not at all. Raises UsageError where it cannot, or something is there already."""
    text = render(determination, lang=lang).encode()
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        try:
            with draft.open("xb") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            if overwrite:
                draft.replace(path)
            else:
                _put(draft, path)
        finally:
            draft.unlink(missing_ok=True)
    except FileExistsError:
        raise UsageError([Problem.of("E037", Place(str(path)))]) from None
    except (OSError, ValueError) as error:
        code = getattr(error, "errno", None)
        reason = errno.errorcode.get(code, type(error).__name__) if code else type(error).__name__
        raise UsageError([Problem.of("E038", Place(str(path)), reason=reason)]) from None


def _put(draft: Path, path: Path) -> None:
    """The draft under its name, unless something has that name. Raises FileExistsError."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        # Not every file system has links: there a file made between these two steps would be replaced.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        draft.replace(path)


# --- one language ----------------------------------------------------------------------------------------------------


def _part(determination: Determination, said: Document) -> Element:
    lang = said.lang
    # What is folded away on a screen would be missing on paper; the trace stands under its article.
    sections = tuple(
        replace(part, entries=tuple(_unfolded(entry, lang) for entry in part.entries)) for part in said.sections
    )
    return page.report(
        replace(said, sections=sections),
        made("h4", fill("file-articles", lang)),
        *_articles(determination, said),
        made("h4", fill("file-again", lang)),
        made("p", fill("file-again-how", lang)),
        page.labels((*_command(determination, lang), *said.again), lang, "again"),
    )


def _unfolded(entry: Entry, lang: Lang) -> Entry:
    return replace(entry, trace=(), notes=entry.notes_with_members(lang, full=True), members=None)


def _articles(determination: Determination, said: Document) -> Iterator[Element]:
    """Each article with the norms drawn from it; a norm of several articles stands under the first."""
    by_article: dict[tuple[int, int], list[NormResult]] = {}
    for norm in Selection(determination).norms:
        at = min(place.at for place in norm.cites)
        by_article.setdefault((at.article, at.occurrence), []).append(norm)
    twice = {article for article, occurrence in by_article if occurrence > 1}
    if not by_article:
        yield made("p", fill("file-nothing", said.lang))
    for article, occurrence in sorted(by_article):
        title = Citation(article, occurrence).text(said.lang, twice=article in twice)
        whole = tuple(entries.whole(norm, said.lang) for norm in by_article[article, occurrence])
        yield page.article(title, whole, said)


def _command(determination: Determination, lang: Lang) -> Iterator[Labelled]:
    """The command and the call that ask the same again; where the dossier lies is the reader's to fill in."""
    pack, tracks = determination.pack.id, determination.asked_tracks
    on, question = determination.as_of.isoformat(), determination.question.value
    shipped = pack in pack_names()
    dossier, own = fill("file-dossier", lang), fill("file-own-pack", lang)
    if len(tracks) < 2:
        by = f"--city {pack}" if shipped else f"--pack {own}"
        way = "".join(f" --track {shlex.quote(name)}" for name in tracks)
        line = f"tic-rules check {dossier} {by} --question {question} --on {on}{way} --full"
        yield fill("file-command", lang), line
    loaded = f"load_pack({pack!r})" if shipped else f"load_pack(Path({own!r}))"
    named = ", ".join(repr(name) for name in tracks)
    line = (
        f"decide({loaded}, Dossier.from_file({dossier!r}), on=date.fromisoformat({on!r}), "
        f"question={question!r}, tracks=[{named}])"
    )
    yield fill("file-python", lang), line
