"""Dossiers for one question by one track: passing, failing one norm, or disturbed here and there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tic_rules.backends.strategies import goals
from tic_rules.backends.strategies.boundaries import Boundary, beside, boundaries
from tic_rules.backends.strategies.choosing import Chooser, Plainest, numbered, turned
from tic_rules.backends.strategies.coherence import is_coherent, stated_totals
from tic_rules.backends.strategies.draft import Draft, Known, Value, changed
from tic_rules.backends.strategies.goals import Goal
from tic_rules.backends.strategies.pins import Pin, PinKind, wanted
from tic_rules.backends.strategies.search import Reached, Search
from tic_rules.backends.strategies.setting import STATED, SUBMITTED, Setting
from tic_rules.backends.strategies.ways import Ways
from tic_rules.errors import Problem, UsageError
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Norm, Question, Strength
from tic_rules.ir.walk import Node, findings_asked, nodes

_ATTEMPTS: Final = 12
"""How many ways of building are tried before a norm is said to fall with another."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A draft that fails a norm, and the norms that fall with it."""

    draft: Draft
    falls: tuple[str, ...]


class Plan:
    """How to build dossiers for one question by one track of a pack, with some facts pinned."""

    def __init__(self, setting: Setting, question: Question, track: str, pins: Mapping[str, Pin]) -> None:
        pack = setting.pack
        self.setting = setting
        self.question = question
        self.track = track
        self.norms = pack.norms_for(question, track)
        self.boundaries = boundaries(pack, question, track)
        self.missing = frozenset(name for name, pin in pins.items() if pin.kind is PinKind.MISSING)
        self.totals = stated_totals(pack)
        ways_in = [way for way in pack.tracks if way.id == track]
        held = [(name, wanted(pack, name, pin)) for name, pin in pins.items()]
        self.pinned = [Goal.of(pack, f"given:{name}", condition) for name, condition in held if condition is not None]
        self.must = [*self.pinned, *(Goal.of(pack, f"track:{way.id}", way.applies) for way in ways_in)]
        self.may = [Goal.of(pack, norm.id, goals.passed(norm)) for norm in self.norms]
        self.protected = frozenset(path for goal in self.pinned for path in goal.reads) | self.missing
        self._base: Reached | None = None
        self._made: dict[int, Reached] = {}

    @property
    def base(self) -> Reached:
        """The plainest dossier that passes, or comes near to it. Raises UsageError where the pins cannot all hold."""
        if self._base is None:
            found = self._attempt(Plainest())
            if found is None:
                names = [goal.name for goal in self.must]
                raise UsageError(
                    [Problem.of("E044", pack=self.setting.pack.id, wanted="、".join(names), wanted_en=", ".join(names))]
                )
            self._base = found
        return self._base

    def start(self, chooser: Chooser) -> Draft:
        """A dossier in which only the application is said: submitted on the as-of day, before it, or not yet.

        Where a norm looks at the year of the application it was submitted in the year before: only then is that year
        over on the as-of day, and the norm can fail.
        """
        on = self.setting.on
        days: tuple[Value, ...] = (on, on - timedelta(days=30), Known.NONE)
        if any(_is_of_the_running_year(node) for norm in self.norms for node in nodes(norm.require)):
            days = (date(on.year - 1, 12, 31), date(on.year - 1, 6, 30))
        submitted = turned(chooser, days)[0]
        return Draft(
            {
                STATED: on,
                "application.city": self.setting.pack.id,
                "application.track": self.track,
                SUBMITTED: submitted,
                "lead.name": "示例申报单位",
            }
        )

    def _attempt(self, chooser: Chooser) -> Reached | None:
        return Search(self.setting, chooser).reach(self.start(chooser), self.must, self.may)

    def passing(self, number: int) -> Draft:
        """A draft, one for each number, of which every norm is met or not applicable, with all findings made.

        Raises UsageError where none was found.
        """
        if self.base.missed:
            missed = self.base.missed
            raise UsageError(
                [Problem.of("E044", pack=self.setting.pack.id, wanted="、".join(missed), wanted_en=", ".join(missed))]
            )
        found = self._reached(number)
        return self._with_all_findings(self.base.draft if found.missed else found.draft, numbered(number))

    def near(self, number: int) -> Draft:
        """A draft, one for each number, that passes or comes near to it, to be disturbed."""
        return self._reached(number).draft

    def _reached(self, number: int) -> Reached:
        if number not in self._made:
            self._made[number] = self._attempt(numbered(number)) or self.base
        return self._made[number]

    def _with_all_findings(self, draft: Draft, chooser: Chooser) -> Draft:
        """The draft with every finding of its norms made that it does not say yet, so that nothing is undone."""
        ways = Ways(self.setting, chooser)
        parts = [part for norm in self.norms for part in (norm.when, norm.require) if part is not None]
        asked = {name for part in parts for name, listed in findings_asked(part) if listed is None}
        for name in sorted(asked):
            if ways.reading.holds(draft, ir.FindingHolds(name)) is not None:
                continue
            for answer in (True, False):
                made = draft.with_answer(name, answer)
                if all(ways.is_so(made, goal.wants, True) for goal in self.may if name in goal.reads):
                    draft = made
                    break
        return draft

    # --- failing ---------------------------------------------------------------------------------------------------

    def failing(self, norm: Norm, number: int, least: Fall) -> Fall:
        """A draft, one for each number, that fails a norm, and no more with it than the least that must."""
        found = self._failing(norm, number, least.falls)
        return least if found is None or not set(found.falls) <= set(least.falls) else found

    def least_fall(self, norm: Norm) -> Fall:
        """The draft that fails a norm with the fewest others. Raises UsageError where the norm cannot fail."""
        best: Fall | None = None
        for attempt in range(_ATTEMPTS):
            found = self._failing(norm, attempt, () if best is None else best.falls)
            if found is not None and (best is None or len(found.falls) < len(best.falls)):
                best = found
            if best is not None and not best.falls:
                break
        if best is None:
            raise UsageError([Problem.of("E044", pack=self.setting.pack.id, wanted=norm.id, wanted_en=norm.id)])
        return best

    def _failing(self, norm: Norm, number: int, last: Sequence[str]) -> Fall | None:
        """An attempt: what passes is made to fail, and mended; the norms that fell last time are taken up last."""
        fails = Goal.of(self.setting.pack, f"fails:{norm.id}", goals.failed(self.setting.pack, norm))
        others = [goal for goal in self.may if goal.name != norm.id]
        ordered = sorted(others, key=lambda goal: goal.name in last)
        chooser = numbered(number)
        reached = Search(self.setting, chooser).reach(self.near(number), [*self.must, fails], ordered)
        return (
            None if reached is None else Fall(self._with_all_findings_but(reached.draft, norm, chooser), reached.missed)
        )

    def _with_all_findings_but(self, draft: Draft, norm: Norm, chooser: Chooser) -> Draft:
        made = self._with_all_findings(draft, chooser)
        fails = goals.failed(self.setting.pack, norm)
        return made if Ways(self.setting, chooser).is_so(made, fails, True) else draft

    def why(self, norm: Norm, falls: Sequence[str]) -> Text:
        """What a norm has in common with each of those that fall with it."""
        pack = self.setting.pack
        own = Goal.of(pack, norm.id, goals.failed(pack, norm))
        zh, en = [], []
        for name in falls:
            other = Goal.of(pack, name, goals.passed(pack.norm_by_id[name]))
            shared = sorted(own.reads & other.reads) or ["—"]
            zh.append(f"{name}与{norm.id}读取相同的资料（{'、'.join(shared)}），没有找到只使后者不符合的资料")
            en.append(
                f"{name} reads what {norm.id} reads ({', '.join(shared)}); "
                "no dossier was found that fails the latter alone"
            )
        return Text("；".join(zh), "; ".join(en))

    # --- disturbing ------------------------------------------------------------------------------------------------

    def disturbances(self) -> list[Boundary | Norm]:
        """What may be disturbed: each boundary, and each norm as a whole."""
        return [*self.boundaries, *self.norms]

    def disturbed(self, draft: Draft, what: Boundary | Norm, how: int, chooser: Chooser) -> Draft:
        """The draft with a boundary put a step below (0), on (1) or a step above (2), or a norm failed, excused or off.

        The draft itself where that cannot be done without touching what is pinned.
        """
        ways = Ways(self.setting, chooser)
        if isinstance(what, Boundary):
            tried = beside(ways, draft, what, how - 1)
        else:
            tried = ways.reach(draft, self._turn(what, how), True)
        return next((made for made in tried if self._may_be(draft, made, ways)), draft)

    def _turn(self, norm: Norm, how: int) -> ir.Condition:
        pack = self.setting.pack
        excuses = goals.excuses(pack, norm)
        if how == 1 and excuses:
            return goals.applies(norm, ir.Not(norm.require), ir.AnyOf(excuses))
        if how == 2 and norm.when is not None:
            return ir.Not(norm.when)
        if norm.strength is Strength.IN_PRINCIPLE:
            return goals.applies(norm, ir.Not(norm.require))
        return goals.failed(pack, norm)

    def without(self, draft: Draft, thing: str) -> Draft:
        """The draft with a thing known not to exist, unless that touches what is pinned."""
        made = draft.with_none(thing)
        return made if self._may_be(draft, made, Ways(self.setting, Plainest())) else draft

    def things(self, draft: Draft) -> list[str]:
        """What the draft speaks of that could be known not to exist."""
        catalogue = self.setting.pack.catalogue
        return [
            path for path, spec in catalogue.items() if spec.may_be_none and "[]" not in path and draft.is_said(path)
        ]

    def _may_be(self, before: Draft, after: Draft, ways: Ways) -> bool:
        touched = changed(before, after)
        kept: Iterator[Goal] = (goal for goal in self.must if goal.turns_on(touched))
        return all(ways.is_so(after, goal.wants, True) for goal in kept) and is_coherent(
            after, ways.reading, self.totals
        )


def _is_of_the_running_year(node: Node) -> bool:
    return isinstance(node, ir.YearSum) and node.over.kind is ir.WindowKind.APPLICATION_YEAR
