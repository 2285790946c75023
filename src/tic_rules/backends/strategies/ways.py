"""Ways to have a condition hold, or not hold: for each node of the language what to say in a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, assert_never

from tic_rules.backends.strategies import targets
from tic_rules.backends.strategies.amounts import Amounts
from tic_rules.backends.strategies.choosing import Chooser, turned
from tic_rules.backends.strategies.days import Days
from tic_rules.backends.strategies.draft import Draft, Known, Spot, Value
from tic_rules.backends.strategies.members import Members
from tic_rules.backends.strategies.reading import Reading
from tic_rules.backends.strategies.sayings import name_of_form, other_places, places_within, plain_value
from tic_rules.backends.strategies.setting import Setting
from tic_rules.facts import words
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind
from tic_rules.shipped import pack_names

_TRIED: Final = 40
"""How many ways to have one node hold are tried before the next choice above it."""

STRANGER: Final = "某示例单位"
"""A name that is nobody's whom a pack names."""
BAN_CITY: Final = "bans[].city"
"""A text that is the id of a pack: where it is another, that pack must exist too."""


class Ways:
    """Finds ways in one setting; the chooser says which come first."""

    def __init__(self, setting: Setting, chooser: Chooser) -> None:
        self.setting = setting
        self.chooser = chooser
        self.reading = Reading(setting)
        self.days = Days(setting, chooser)
        self.members = Members(self.reading, chooser, self.days, self.reach)
        self.amounts = Amounts(setting, self.reading, chooser, self.days, self.members)

    def reach(self, draft: Draft, node: ir.Condition, wanted: bool, spot: Spot | None = None) -> Iterator[Draft]:
        """Ways to have a condition hold or not hold, each seen to do so; the draft itself where it already does."""
        if self.is_so(draft, node, wanted, spot):
            yield draft
            return
        for made in islice(self._ways(draft, node, wanted, spot), _TRIED):
            if self.is_so(made, node, wanted, spot):
                yield made

    def is_so(self, draft: Draft, node: ir.Condition, wanted: bool, spot: Spot | None = None) -> bool:
        """Whether a draft says that a condition holds, or that it does not."""
        member, listed = (None, None) if spot is None else (draft.group(spot), spot.list)
        return self.reading.holds(draft, node, member, listed) is wanted

    def _ways(self, draft: Draft, node: ir.Condition, wanted: bool, spot: Spot | None) -> Iterator[Draft]:
        match node:
            case ir.All(items):
                yield from self._each(draft, items, True, spot) if wanted else self._one(draft, items, False, spot)
            case ir.AnyOf(items):
                yield from self._one(draft, items, True, spot) if wanted else self._each(draft, items, False, spot)
            case ir.Not(item):
                yield from self.reach(draft, item, not wanted, spot)
            case ir.FindingHolds(name):
                yield from self._finding(draft, name, wanted, spot)
            case ir.TermHolds(name):
                yield from self.reach(draft, self.setting.condition(name), wanted)
            case ir.Has(path):
                yield self._there(draft, path) if wanted else draft.with_none(path)
            case ir.Every():
                yield from self.members.each(draft, node, wanted)
            case ir.Compare():
                yield from self._threshold(draft, node, wanted, spot)
            case ir.CompareLevel(left, _, op, level):
                scale = self.setting.spec_of(left, _listed(spot)).values
                at = scale.index(level)
                fits = [rank for rank in range(len(scale)) if targets.fits(op, rank, at) is wanted]
                near = [scale[rank] for rank in sorted(fits, key=lambda rank: abs(rank - at))]
                yield from self.saying(draft, left, near, wanted, spot)
            case ir.CompareDay(left):
                yield from self.days.apart(draft, node, wanted, spot)
                yield from self._absent(draft, left, wanted)
            case ir.IsOneOf(left, values):
                yield from self.saying(draft, left, self._choices(left, values, wanted, spot), wanted, spot)
            case ir.LiesIn(left, place):
                yield from self.saying(
                    draft, left, places_within(place) if wanted else other_places(place), wanted, spot
                )
            case ir.FallsWithin(left):
                yield from self.days.around(draft, node, wanted, spot)
                yield from self._absent(draft, left, wanted)
            case ir.DoneBy(left, names):
                known = [self.setting.pack.authority_by_id[name] for name in names]
                spelt = [name for who in known for name in (who.title.zh, *who.also)]
                yield from self.saying(draft, left, spelt if wanted else [STRANGER], wanted, spot)
            case ir.NamedLike(left, template):
                named = [name_of_form(template), name_of_form(template, "甲")] if wanted else [STRANGER]
                yield from self.saying(draft, left, named, wanted, spot)
            case _:
                assert_never(node)

    # --- several ---------------------------------------------------------------------------------------------------

    def _each(self, draft: Draft, items: Sequence[ir.Condition], wanted: bool, spot: Spot | None) -> Iterator[Draft]:
        if not items:
            yield draft
            return
        for made in self.reach(draft, items[0], wanted, spot):
            yield from self._each(made, items[1:], wanted, spot)

    def _one(self, draft: Draft, items: Sequence[ir.Condition], wanted: bool, spot: Spot | None) -> Iterator[Draft]:
        # What need not unsay anything comes first: else a norm would be passed by what makes it not apply, most times.
        for item in sorted(turned(self.chooser, items), key=lambda item: self.is_so(draft, item, not wanted, spot)):
            yield from self.reach(draft, item, wanted, spot)

    # --- facts -----------------------------------------------------------------------------------------------------

    def saying(
        self, draft: Draft, ref: ir.Ref, values: Sequence[Value], wanted: bool, spot: Spot | None
    ) -> Iterator[Draft]:
        """Ways to have a reference be one of some values; where the comparison is not to hold, also not to exist."""
        for value in turned(self.chooser, values):
            if isinstance(ref, ir.Fact):
                yield draft.with_value(ref.path, value)
            elif spot is not None:
                yield draft.with_field(spot, ref.field, value)
        yield from self._absent(draft, ref, wanted)
        if isinstance(ref, ir.Its) and spot is not None and not wanted and self._may_be_none(ref, spot):
            yield draft.with_field(spot, ref.field, Known.NONE)

    def _may_be_none(self, ref: ir.Its, spot: Spot) -> bool:
        return self.setting.spec_of(ref, spot.list).may_be_none

    def _absent(self, draft: Draft, ref: ir.DayRef, wanted: bool) -> Iterator[Draft]:
        """A comparison that reads what does not exist does not hold."""
        if isinstance(ref, ir.Fact) and not wanted:
            thing = self.setting.thing_that_may_not_exist(ref.path)
            if thing is not None:
                yield draft.with_none(thing)

    def _choices(
        self, left: ir.Ref, values: tuple[str | bool, ...], wanted: bool, spot: Spot | None
    ) -> Sequence[str | bool]:
        if wanted:
            return values
        spec = self.setting.spec_of(left, _listed(spot))
        match spec.kind:
            case FactKind.FLAG:
                return [flag for flag in (False, True) if flag not in values]
            case FactKind.CHOICE | FactKind.LEVEL:
                return [word for word in spec.values if word not in values]
            case _ if spec.path == BAN_CITY:
                return [name for name in pack_names() if name not in values]
            case _:
                return [STRANGER]

    def _there(self, draft: Draft, path: str) -> Draft:
        """The draft with a thing that exists: dated in time where it is an act, of any value where it is a fact."""
        spec = self.setting.spec(path)
        if spec.kind is FactKind.THING:
            made = draft.with_value(path, Known.THERE)
            return made if spec.dated is None else made.with_value(f"{path}.{spec.dated}", self.days.anchor(draft))
        return draft.with_value(path, plain_value(spec, self.days.anchor(draft)))

    def _finding(self, draft: Draft, name: str, wanted: bool, spot: Spot | None) -> Iterator[Draft]:
        """The finding is made, or the act that records it has that outcome."""
        finding = self.setting.pack.finding_by_id[name]
        answered = [draft.with_answer(name, wanted, spot)]
        act = finding.recorded_in
        if act is not None and spot is None:
            deciders = [self.setting.pack.authority_by_id[who] for who in finding.decided_by]
            by = turned(self.chooser, [name for who in deciders for name in (who.title.zh, *who.also)])[0]
            answered.insert(0, self._act(draft, act, by, words.OUTCOMES[0 if wanted else 1]))
        yield from turned(self.chooser, answered)

    def _act(self, draft: Draft, act: str, by: str, outcome: str) -> Draft:
        day = self.days.day(draft, ir.Fact(f"{act}.day"), None) or self.days.anchor(draft)
        said: dict[str, Value] = {"outcome": outcome, "by": by, "day": day}
        for part, value in said.items():
            draft = draft.with_value(f"{act}.{part}", value)
        return draft

    # --- thresholds ------------------------------------------------------------------------------------------------

    def _threshold(self, draft: Draft, node: ir.Compare, wanted: bool, spot: Spot | None) -> Iterator[Draft]:
        match node.left:
            case ir.Elapsed(start, end):
                yield from self.days.lasting(draft, node, wanted, spot)
                for ref in (start, end):
                    yield from self._absent(draft, ref, wanted)
            case ir.Proportion(_, _, _, _, asks):
                for made in self.amounts.proportion(draft, node, wanted, spot):
                    if asks is None or self.is_so(made, node, wanted, spot):
                        yield made
                    else:
                        yield from self._finding(made, asks, wanted, spot)
            case _:
                kind = self.amounts.kind(node.left, _listed(spot))
                for amount in turned(self.chooser, targets.amounts(node, kind, wanted)):
                    yield from self.amounts.coming_to(draft, node.left, amount, spot)
                if isinstance(node.left, (ir.Fact, ir.Its)):
                    yield from self.saying(draft, node.left, [], wanted, spot)


def _listed(spot: Spot | None) -> str | None:
    return None if spot is None else spot.list
