"""What a way in still asks for, a sentence each; of many members of a list in one."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from tic_rules.analysis.comparison import Column
from tic_rules.engine.questions import NextQuestion
from tic_rules.errors import Lang
from tic_rules.ir.paths import member_of, series_and_year, without_members
from tic_rules.report.catalogue import fill, listed, quoted
from tic_rules.report.entries import members_of, with_count
from tic_rules.report.groups import Group, Member, grouped
from tic_rules.report.selection import Selection
from tic_rules.truth import PointKind


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question, and the member of a list that it is about."""

    question: NextQuestion
    member: Member | None

    @property
    def alike(self) -> Hashable:
        """What the same question about other members has in common with it."""
        point = self.question.point
        path = point.name if point.kind is PointKind.FINDING else without_members(point.name)
        return point.kind, path, without_members(point.about), self.question.ask, self.question.whom


def asks(column: Column, lang: Lang) -> tuple[str, ...]:
    """The sentences, in the order in which to ask."""
    chosen = Selection(column.determination)
    members = [*(fact.member for fact in chosen.facts), *(finding.member for finding in chosen.findings)]
    names = {member.path: member.name for member in members if member is not None}
    asked = [_Asked(question, _member(question, names)) for question in column.still_asks]
    return tuple(_sentence(group, lang) for group in grouped(asked))


def _member(question: NextQuestion, names: dict[str, str]) -> Member | None:
    point = question.point
    path = point.about
    if point.kind is PointKind.FACT:
        path = "" if series_and_year(point.name) is not None else member_of(point.name)
    return Member(path, names.get(path, "")) if path else None


def _sentence(group: Group[_Asked], lang: Lang) -> str:
    question = group.first.question
    ask, path, about = question.ask.of(lang), question.point.name, quoted(question.point.about)
    if (named := members_of(group.members, lang)) is not None:
        ask, path, about = with_count(ask, group.members, lang), without_members(path), named.few
    whom = listed([quoted(who.of(lang)) for who in question.whom if who.of(lang)], lang)
    if question.point.kind is PointKind.FACT:
        if named is not None:
            ask = fill("at-place", lang, text=ask, where=about)
        key = "compared-fact" if whom else "compared-fact-alone"
        return fill(key, lang, ask=ask, path=quoted(path), evidence=whom)
    if about:
        ask = fill("at-place", lang, text=ask, where=about)
    return fill("short-finding", lang, ask=ask, whom=whom)
