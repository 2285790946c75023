"""A determination in six to twelve plain lines: verdict, pack and day, what fails and by how much, what is open."""

from __future__ import annotations

from tic_rules.errors import Lang
from tic_rules.inert import visible
from tic_rules.ir.determination import Determination
from tic_rules.report import entries, marks, standing, values
from tic_rules.report.catalogue import fill
from tic_rules.report.clauses import deciders
from tic_rules.report.contents import counts, meaning
from tic_rules.report.open_points import OpenFinding
from tic_rules.report.phrases import citations, sentence
from tic_rules.report.selection import Selection
from tic_rules.truth import Verdict

_BODY = 6
"""How many lines there are between the five of the head and the last one."""


def summary(determination: Determination, lang: Lang = "zh") -> str:
    """The summary as plain text, without a line break at its end."""
    chosen = Selection(determination)
    verdict = fill(
        "short-verdict",
        lang,
        verdict=marks.OF_VERDICT[determination.verdict].of(lang),
        applicant=standing.applicant_text(determination, lang),
    )
    head = [
        standing.standing_text(determination.standing, determination.as_of, lang),
        verdict,
        meaning(determination, chosen, lang),
        standing.pack_text(determination, lang),
        fill(
            "short-asked",
            lang,
            question=standing.question_text(determination, lang),
            day=values.day_text(determination.as_of, lang),
            application=standing.application_text(determination, lang),
        ),
    ]
    body = [f"  {line}" for line in _body(determination, chosen, lang)]
    return "\n".join(visible(line) for line in (*head, *body, counts(chosen, lang)))


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
    return visible(f"<Determination {', '.join(said)}>")


def _body(determination: Determination, chosen: Selection, lang: Lang) -> list[str]:
    failed = determination.verdict is Verdict.FAIL
    failures = [sentence(norm, lang) for norm in chosen.failures] if failed else []
    still_open = [
        fill("short-fact", lang, title=entries.fact_title(fact, lang), path=fact.path) for fact in chosen.facts
    ] + [_finding(finding, lang) for finding in chosen.findings]
    readings = [
        fill(
            "short-reading",
            lang,
            cites=citations(norm, lang),
            title=norm.title.of(lang),
            verdict=marks.OF_VERDICT[verdict].word.of(lang),
        )
        for norm, _, verdict in chosen.readings
    ]
    shown = _within(failures, _BODY - min(len(still_open), 2) - min(len(readings), 1), "short-more-failures", lang)
    shown += _within(still_open, _BODY - len(shown) - min(len(readings), 1), "short-more-open", lang)
    return shown + _within(readings, _BODY - len(shown), "short-more-readings", lang)


def _finding(finding: OpenFinding, lang: Lang) -> str:
    whom = "" if finding.step is None else deciders(finding.step, lang)
    return fill("short-finding", lang, ask=entries.finding_title(finding, lang), whom=whom)


def _within(lines: list[str], room: int, more: str, lang: Lang) -> list[str]:
    """As many of the lines as there is room for, the last place counting the rest."""
    if len(lines) <= room:
        return lines
    shown = lines[: max(room - 1, 0)]
    return [*shown, fill(more, lang, count=str(len(lines) - len(shown)))]
