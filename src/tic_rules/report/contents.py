"""The contents of a report: from a determination to the document that every renderer shows."""

from __future__ import annotations

from collections.abc import Iterable

from tic_rules.errors import Lang
from tic_rules.ir.determination import Determination, Status
from tic_rules.ir.norms import Question
from tic_rules.report import entries, marks, standing, values
from tic_rules.report.catalogue import fill, listed
from tic_rules.report.catalogue.count import Count
from tic_rules.report.document import Document, Entry, Labelled, Section
from tic_rules.report.entries import label
from tic_rules.report.marks import Tone
from tic_rules.report.selection import Selection
from tic_rules.truth import Verdict


def document(determination: Determination, lang: Lang) -> Document:
    """All there is to say about a determination in one language, first what matters most."""
    chosen = Selection(determination)
    return Document(
        lang=lang,
        standing=standing.standing_text(determination.standing, determination.as_of, lang),
        verdict=marks.OF_VERDICT[determination.verdict],
        applicant=standing.applicant_text(determination, lang),
        meaning=meaning(determination, chosen, lang),
        asked=(
            label("basis", standing.pack_text(determination, lang), lang),
            label("question", standing.question_text(determination, lang), lang),
            label("as-of", values.day_text(determination.as_of, lang), lang),
            label("application", standing.application_text(determination, lang), lang),
        ),
        sections=tuple(section for section in _sections(determination, chosen, lang) if section.entries),
        rest=_rest(chosen, lang),
        again=_again(determination, lang),
        again_title=fill("section-again", lang),
        columns=(fill("column-cites", lang), fill("column-matter", lang)),
        trace_title=fill("label-trace", lang),
    )


def meaning(determination: Determination, chosen: Selection, lang: Lang) -> str:
    """What the verdict means, in one sentence."""
    return entries.verdict_meaning(
        determination.verdict,
        lang,
        at_entry=determination.question is Question.ENTRY,
        nothing=not determination.norms,
        count=str(len(chosen.failures)),
        facts=str(sum(1 for fact in chosen.facts if fact.decides)),
        findings=str(sum(1 for finding in chosen.findings if finding.decides)),
    )


def counts(chosen: Selection, lang: Lang) -> str:
    """How many norms came out in which way."""
    if not chosen.norms:
        return fill("short-no-norms", lang)
    words = [
        fill("counted", lang, word=marks.OF_STATUS[status].word.of(lang), count=str(chosen.counts[status]))
        for status in Status
        if chosen.counts[status]
    ]
    preferences = len(chosen.norms) - chosen.counts.total()
    if preferences:
        words.append(fill("counted", lang, word=fill("word-preferences", lang), count=str(preferences)))
    return fill("short-counts", lang, total=Count(len(chosen.norms)), counts=listed(words, lang))


def _sections(determination: Determination, chosen: Selection, lang: Lang) -> Iterable[Section]:
    tracks = determination.tracks
    if len(tracks) > 1 or not chosen.tried:
        yield _section("tracks", (entries.track(track, lang) for track in tracks), lang)
    failed = "failures" if determination.verdict is Verdict.FAIL else "failed-tracks"
    failures = (entries.failure(norm, chosen.tried, lang) for norm in chosen.failures)
    yield _section(failed, failures, lang, "×", Tone.BAD)
    for decides in (True, False):
        facts = (entries.fact(group, lang) for group in chosen.fact_groups if group.first.decides is decides)
        yield _section("facts" if decides else "other-facts", facts, lang, "？", Tone.OPEN)
        findings = (entries.finding(group, lang) for group in chosen.finding_groups if group.first.decides is decides)
        yield _section("findings" if decides else "other-findings", findings, lang, "○", Tone.REVIEW)
    readings = (entries.reading(norm, reading, lang) for norm, reading, _ in chosen.readings)
    yield _section("readings", readings, lang, "◇", Tone.REVIEW)
    yield _section("excused", (entries.excused(norm, lang) for norm in chosen.excused), lang, "△", Tone.REVIEW)
    yield _section("preferences", (entries.marked(norm, lang) for norm in chosen.preferences), lang, "□")
    yield _section("left-out", (entries.left_out(thing, lang) for thing in determination.left_out), lang, "—")


def _section(
    name: str, made: Iterable[Entry], lang: Lang, sign: str = "", tone: Tone = Tone.QUIET, intro: str = ""
) -> Section:
    shown = tuple(made)
    count = sum(entry.stands_for for entry in shown)
    return Section(name, fill(f"section-{name}", lang, count=str(count)), shown, sign, tone, intro)


def _rest(chosen: Selection, lang: Lang) -> Section:
    return _section("all", (entries.whole(norm, lang) for norm in chosen.norms), lang, intro=counts(chosen, lang))


def _again(determination: Determination, lang: Lang) -> tuple[Labelled, ...]:
    pack = determination.pack
    tracks = listed(list(determination.asked_tracks), lang) or fill("all-tracks", lang)
    return (
        label("pack", f"{pack.id} {pack.version}", lang),
        label("pack-digest", pack.digest, lang),
        label("dossier-digest", determination.dossier_digest, lang),
        label("engine", determination.engine, lang),
        label("question", determination.question.value, lang),
        label("tracks", tracks, lang),
        label("as-of", determination.as_of.isoformat(), lang),
        label("calendar-digest", determination.calendar_digest or fill("calendar-unread", lang), lang),
    )
