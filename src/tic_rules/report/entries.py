"""Entries of a report: one for each norm, missing fact, needed finding, reading, track and thing left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from tic_rules.errors import Lang
from tic_rules.ir.determination import LeftOut, LeftOutWhy, NormResult, ReadingResult, TrackResult
from tic_rules.ir.paths import without_members
from tic_rules.ir.steps import FindingNote
from tic_rules.quantity import BASE
from tic_rules.report import marks, values
from tic_rules.report.catalogue import fill, listed, quoted
from tic_rules.report.catalogue.count import Count
from tic_rules.report.clauses import asked, clause, deciders
from tic_rules.report.document import Entry, Labelled, Members
from tic_rules.report.groups import Group, Member
from tic_rules.report.open_points import OpenFact, OpenFinding
from tic_rules.report.phrases import refusals, statement
from tic_rules.report.trace import Line, lines, under
from tic_rules.truth import FALSE, Verdict

_MOST_CITES = 3
_MOST_MEMBERS = 3


def label(name: str, text: str, lang: Lang) -> Labelled:
    """A text with its label."""
    return fill(f"label-{name}", lang), text


# --- norms -----------------------------------------------------------------------------------------------------------


def failure(norm: NormResult, tracks: tuple[TrackResult, ...], lang: Lang) -> Entry:
    """A norm that is not met, with its remedy; with several ways in, the ones that ask it."""
    notes = [label("not-accepted", clause(finding, lang), lang) for finding in refusals(norm)]
    if norm.remedy is not None:
        notes.append(label("remedy", norm.remedy.of(lang), lang))
    if len(tracks) > 1:
        ways = [track.title.of(lang) for track in tracks if norm.id in track.norms]
        notes.append(label("track", listed(ways, lang), lang))
    return Entry(statement(norm, lang), cites(norm, lang=lang), notes=tuple(notes), trace=trace(norm, lang))


def excused(norm: NormResult, lang: Lang) -> Entry:
    """A norm whose failure is excused."""
    return Entry(statement(norm, lang), cites(norm, lang=lang), trace=trace(norm, lang))


def whole(norm: NormResult, lang: Lang) -> Entry:
    """A norm with all that is known of it: what it asks, how it was judged, how its words were read."""
    notes = [label("explain", norm.explain.of(lang), lang)]
    for result in norm.readings:
        notes.extend(_reading(result, lang))
    return Entry(statement(norm, lang), cites(norm, lang=lang), marks.of_norm(norm), tuple(notes), trace(norm, lang))


def marked(norm: NormResult, lang: Lang) -> Entry:
    """A norm with its own mark."""
    return Entry(statement(norm, lang), cites(norm, lang=lang), marks.of_norm(norm))


def trace(norm: NormResult, lang: Lang) -> tuple[Line, ...]:
    """How a norm was judged: its premise, and what it requires."""
    made: list[Line] = []
    if norm.when is not None:
        made.append(Line(0, marks.of_truth(norm.when.truth), fill("premise", lang)))
        made.extend(under(lines(norm.when, lang)))
    made.extend(lines(norm.step, lang, what=norm.title.of(lang)))
    return tuple(made)


def cites(*norms: NormResult, lang: Lang) -> tuple[str, ...]:
    """The places that norms are drawn from, each once, at most so many; the rest is counted."""
    texts = list(dict.fromkeys(place.text.of(lang) for norm in norms for place in norm.cites))
    rest = len(texts) - _MOST_CITES
    more = [fill("and-more", lang, count=str(rest))] if rest > 0 else []
    return (*texts[:_MOST_CITES], *more)


# --- readings, tracks, what was left out -----------------------------------------------------------------------------


def reading(norm: NormResult, result: ReadingResult, lang: Lang) -> Entry:
    """Another reading that would give another verdict."""
    return Entry(norm.title.of(lang), cites(norm, lang=lang), notes=tuple(_reading(result, lang)))


def _reading(result: ReadingResult, lang: Lang) -> Iterator[Labelled]:
    yield label("taken", result.taken.of(lang), lang)
    yield label("other", result.other.of(lang), lang)
    yield label("why", result.why.of(lang), lang)
    if result.verdict_if_other is not None:
        yield label("if-other", marks.OF_VERDICT[result.verdict_if_other].of(lang), lang)


def track(result: TrackResult, lang: Lang) -> Entry:
    """A way in, and what came of it."""
    title = result.title.of(lang)
    if result.applies.truth == FALSE:
        title = fill("not-applicable", lang, title=title, clauses=clause(result.applies, lang, premise=True))
    return Entry(title, mark=marks.OF_VERDICT[result.verdict])


def left_out(thing: LeftOut, lang: Lang) -> Entry:
    """Something in the dossier that was not looked at, and why."""
    said = {"path": quoted(thing.path), "why": fill(_why(thing.why), lang)}
    if not thing.name:
        return Entry(fill("left-out-unnamed", lang, **said))
    return Entry(fill("left-out", lang, name=quoted(thing.name), **said))


def _why(why: LeftOutWhy) -> str:
    match why:
        case LeftOutWhy.LATER:
            return "left-out-later"
        case LeftOutWhy.NOT_ITS_TO_DECIDE:
            return "left-out-not-theirs"
        case LeftOutWhy.NOT_ASKED:
            return "left-out-not-asked"
        case _:
            assert_never(why)


# --- open points -----------------------------------------------------------------------------------------------------


def fact(group: Group[OpenFact], lang: Lang) -> Entry:
    """A missing fact: what it is, in which unit, where it goes in the dossier, what proves it, what waits for it."""
    missing = group.first
    text = fact_title(group, lang)
    if missing.unit is not None:
        unit = BASE[missing.unit]
        text = fill("fact-unit", lang, title=text, unit=unit.zh if lang == "zh" else unit.en)
    path = without_members(missing.path) if group.members else missing.path
    notes = [label("path", quoted(path), lang)]
    if missing.evidence is not None:
        notes.append(label("evidence", missing.evidence.of(lang), lang))
    return Entry(
        text,
        cites(*missing.norms, lang=lang),
        notes=(*notes, *_for(missing.norms, lang)),
        members=members_of(group.members, lang),
    )


def fact_title(group: Group[OpenFact], lang: Lang) -> str:
    """What a missing fact is called, and of how many members of a list it is missing."""
    missing = group.first
    if missing.path.startswith("calendar."):
        return fill("calendar", lang, year=missing.year)
    if missing.title is None:
        title = quoted(without_members(missing.path) if group.members else missing.path)
    else:
        title = values.named(missing.path, missing.title, lang)
        title = fill("of-year", lang, title=title, year=missing.year) if missing.year else title
    return with_count(title, group.members, lang)


def finding(group: Group[OpenFinding], lang: Lang) -> Entry:
    """A needed finding: the question, who may answer it, how it stands so far, what waits for it."""
    needed = group.first
    notes: list[Labelled] = []
    if needed.step is not None:
        notes.append(label("whom", deciders(needed.step, lang), lang))
        if needed.step.note is FindingNote.NOT_ITS_TO_DECIDE:
            notes.append(label("how-it-stands", fill("so-far-not-theirs", lang), lang))
        elif needed.step.note is FindingNote.LATER:
            notes.append(label("how-it-stands", fill("so-far-later", lang), lang))
    return Entry(
        finding_title(group, lang),
        cites(*needed.norms, lang=lang),
        notes=(*notes, *_for(needed.norms, lang)),
        members=members_of(group.members, lang),
    )


def finding_title(group: Group[OpenFinding], lang: Lang) -> str:
    """The question of a needed finding, and of which member of a list or of how many it is asked."""
    step = group.first.step
    if not group.members:
        return quoted(group.first.id) if step is None else asked(step, lang)
    return with_count(quoted(group.first.id) if step is None else step.ask.of(lang), group.members, lang)


def with_count(title: str, members: tuple[Member, ...], lang: Lang) -> str:
    """A title, and of how many members of a list it holds; of none, the title alone."""
    return fill("of-members", lang, title=title, count=Count(len(members))) if members else title


def members_of(members: tuple[Member, ...], lang: Lang) -> Members | None:
    """The members of a list by name, first a few of them; None of none."""
    if not members:
        return None
    each = tuple(_member(member, lang) for member in members)
    few = listed(list(each[:_MOST_MEMBERS]), lang)
    if len(each) > _MOST_MEMBERS:
        few = fill("members-some", lang, items=few, count=str(len(each) - _MOST_MEMBERS))
    return Members(fill("label-members", lang), few, each)


def _member(member: Member, lang: Lang) -> str:
    if not member.name:
        return quoted(member.path)
    return fill("about", lang, title=quoted(member.name), about=quoted(member.path))


def _for(norms: tuple[NormResult, ...], lang: Lang) -> tuple[Labelled, ...]:
    return (label("for", listed([norm.title.of(lang) for norm in norms], lang, most=4), lang),) if norms else ()


def verdict_meaning(verdict: Verdict, lang: Lang, *, at_entry: bool, nothing: bool, **counts: str) -> str:
    """What a verdict means, in one sentence."""
    match verdict:
        case Verdict.PASS:
            return fill("meaning-PASS-entry" if at_entry else "meaning-PASS", lang)
        case Verdict.FAIL | Verdict.UNKNOWN | Verdict.REVIEW:
            both = verdict is Verdict.UNKNOWN and counts["findings"] != "0"
            return fill("meaning-UNKNOWN-both" if both else f"meaning-{verdict.value}", lang, **counts)
        case Verdict.NOT_APPLICABLE:
            return fill("meaning-nothing" if nothing else "meaning-NOT_APPLICABLE", lang)
        case _:
            assert_never(verdict)
