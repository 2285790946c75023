"""A determination in at most six plain lines: verdict, pack and day, what fails and by how much, what is open."""

from __future__ import annotations

from tic_rules.errors import Lang
from tic_rules.inert import one_line, visible
from tic_rules.ir.determination import Determination
from tic_rules.ir.paths import without_members
from tic_rules.report import entries, marks, standing, values
from tic_rules.report.catalogue import fill, joined
from tic_rules.report.catalogue.count import Count
from tic_rules.report.clauses import deciders
from tic_rules.report.contents import counts, meaning
from tic_rules.report.phrases import citations, sentence
from tic_rules.report.selection import Selection
from tic_rules.truth import Verdict

_MOST = 2
"""How many things are told; the others are counted."""

_Told = tuple[str, str, int]
"""The template that counts more of its sort, the text, and how many things it stands for."""


def summary(determination: Determination, lang: Lang = "zh") -> str:
    """The summary as plain text, without a line break at its end."""
    chosen = Selection(determination)
    verdict = fill(
        "short-verdict",
        lang,
        verdict=marks.OF_VERDICT[determination.verdict].of(lang),
        applicant=standing.applicant_text(determination, lang),
        meaning=meaning(determination, chosen, lang),
    )
    asked = fill(
        "short-asked",
        lang,
        pack=f"{determination.pack.id} {determination.pack.version}",
        title=determination.pack.title.of(lang),
        question=standing.question_text(determination, lang),
        day=values.day_text(determination.as_of, lang),
        application=standing.application_text(determination, lang),
    )
    told = _told(determination, chosen, lang)
    lines = [
        standing.standing_text(determination.standing, determination.as_of, lang),
        verdict,
        asked,
        *(f"  {text}" for _, text, _ in told[:_MOST]),
        joined([*_more(told[_MOST:], lang), counts(chosen, lang)], lang),
    ]
    return "\n".join(visible(line) for line in lines)


def line(determination: Determination) -> str:
    """A determination in one plain line: verdict in both languages, applicant, pack, question and day."""
    chosen = Selection(determination)
    verdict = marks.OF_VERDICT[determination.verdict]
    said = [
        f"{verdict.sign} {verdict.word.zh} {verdict.word.en}: {standing.applicant_text(determination, 'zh')}",
        f"{determination.pack.id} {determination.pack.version}",
        determination.question.value,
        determination.as_of.isoformat(),
    ]
    if chosen.failures:
        said.append(f"not met: {len(chosen.failures)}")
    if still_open := len(chosen.facts) + len(chosen.findings):
        said.append(f"open: {still_open}")
    return one_line(f"<Determination {', '.join(said)}>")


def _told(determination: Determination, chosen: Selection, lang: Lang) -> list[_Told]:
    """What fails, then what is open, then what another reading would change."""
    failures = chosen.failures if determination.verdict is Verdict.FAIL else ()
    told = [("short-more-failures", sentence(norm, lang), 1) for norm in failures]
    for facts in chosen.fact_groups:
        path = without_members(facts.first.path) if facts.members else facts.first.path
        title = entries.fact_title(facts, lang)
        told.append(("short-more-open", fill("short-fact", lang, title=title, path=path), len(facts.each)))
    for findings in chosen.finding_groups:
        step = findings.first.step
        whom = "" if step is None else deciders(step, lang)
        text = fill("short-finding", lang, ask=entries.finding_title(findings, lang), whom=whom)
        told.append(("short-more-open", text, len(findings.each)))
    for norm, _, verdict in chosen.readings:
        said = {"title": norm.title.of(lang), "verdict": marks.OF_VERDICT[verdict].word.of(lang)}
        text = fill("short-reading", lang, cites=citations(norm, lang), **said)
        told.append(("short-more-readings", text, 1))
    return told


def _more(told: list[_Told], lang: Lang) -> list[str]:
    """How many more there are of each sort."""
    rest: dict[str, int] = {}
    for key, _, number in told:
        rest[key] = rest.get(key, 0) + number
    return [fill(key, lang, count=Count(number)) for key, number in rest.items()]
