"""How the pack stands on the day tested, which pack it is, and what was asked of it: said first in every report."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from tic_rules.errors import Lang
from tic_rules.ir.determination import Determination, PackRef, Standing, StandingKind
from tic_rules.ir.steps import State
from tic_rules.report.catalogue import fill, quoted
from tic_rules.report.values import day_text


def standing_text(standing: Standing, as_of: date, lang: Lang) -> str:
    """Whether the pack is in force on the day tested, in one sentence; and if it has lapsed since, that too."""
    days = {
        name: "" if day is None else day_text(day, lang)
        for name, day in (("day", standing.day), ("start", standing.start), ("end", standing.end))
    }
    return fill(_key(standing, as_of), lang, **days)


def standing_of_city(pack: PackRef, standing: Standing, as_of: date, lang: Lang) -> str:
    """Of which city the pack is that is not in force on the day, and why; empty where it is, or may be."""
    if standing.kind not in {StandingKind.DRAFT, StandingKind.LAPSED, StandingKind.NOT_YET}:
        return ""
    said = {"city": pack.jurisdiction.of(lang), "standing": standing_text(standing, as_of, lang)}
    return fill("standing-of-city", lang, **said)


def _key(standing: Standing, as_of: date) -> str:
    match standing.kind:
        case StandingKind.IN_FORCE:
            if standing.end is None:
                return "standing-in-force"
            return "standing-in-force-then" if standing.end < as_of else "standing-in-force-until"
        case StandingKind.DRAFT:
            return "standing-draft"
        case StandingKind.NOT_YET:
            return "standing-not-yet-unknown" if standing.start is None else "standing-not-yet"
        case StandingKind.LAPSED:
            return "standing-lapsed"
        case StandingKind.START_UNKNOWN:
            return "standing-start-unknown"
        case StandingKind.DAY_UNKNOWN:
            return "standing-day-unknown"
        case _:
            assert_never(standing.kind)


def pack_text(determination: Determination, lang: Lang) -> str:
    """Which pack decided: title, issuer, number, id and version."""
    pack = determination.pack
    said = {
        "title": pack.title.of(lang),
        "issuer": pack.issued_by.of(lang),
        "pack": pack.id,
        "version": pack.version,
    }
    if pack.issued_number:
        return fill("pack-numbered", lang, number=pack.issued_number, **said)
    return fill("pack", lang, **said)


def question_text(determination: Determination, lang: Lang) -> str:
    """What was asked."""
    return fill(f"question-{determination.question.value}", lang)


def application_text(determination: Determination, lang: Lang) -> str:
    """The application day, or what stands in for it."""
    match determination.application_state:
        case State.MISSING:
            return fill("application-missing", lang)
        case State.NONE:
            return fill("application-none", lang, day=day_text(determination.as_of, lang))
        case State.GIVEN:
            day = determination.application_day
            return fill("application-given", lang, day="" if day is None else day_text(day, lang))
        case _:
            assert_never(determination.application_state)


def applicant_text(determination: Determination, lang: Lang) -> str:
    """The applicant's name as the dossier gives it, inert and of bounded length."""
    return quoted(determination.applicant) if determination.applicant else fill("no-applicant", lang)
