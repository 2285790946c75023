"""Having a measure come to an amount: a fact, a sum, a number of members, the lesser, an age, a proportion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never

from tic_rules.backends.strategies import targets
from tic_rules.backends.strategies.choosing import Chooser, turned
from tic_rules.backends.strategies.days import Days
from tic_rules.backends.strategies.draft import Draft, Spot
from tic_rules.backends.strategies.kinds import kind_of
from tic_rules.backends.strategies.members import MOST_MEMBERS, Members
from tic_rules.backends.strategies.reading import Reading
from tic_rules.backends.strategies.setting import Setting, years_before
from tic_rules.ir import conditions as ir
from tic_rules.kind import Kind
from tic_rules.quantity import FINEST


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """Brings measures to amounts in one setting."""

    setting: Setting
    reading: Reading
    chooser: Chooser
    days: Days
    members: Members

    def kind(self, node: ir.Measure, listed: str | None = None) -> Kind:
        """What a measure is of."""
        return kind_of(self.setting.pack, node, listed)

    def coming_to(
        self, draft: Draft, node: ir.Measure, amount: Fraction, spot: Spot | None, *, keep: bool = False
    ) -> Iterator[Draft]:
        """Ways to have a measure come to an amount; ``keep`` first leaves the whole it is part of as it is."""
        match node:
            case ir.Fact(path):
                yield draft.with_value(path, amount)
            case ir.Its(name):
                if spot is not None:
                    yield draft.with_field(spot, name, amount)
            case ir.TermRef(name):
                yield from self.coming_to(draft, self.setting.measure(name), amount, None, keep=keep)
            case ir.Sum(parts):
                yield from self._sum(draft, parts, amount, spot, keep=keep)
            case ir.Lesser(items):
                yield from self._lesser(draft, items, amount, spot)
            case ir.YearSum():
                yield from self._years(draft, node, amount)
            case ir.ListSum():
                yield from self.members.totalling(draft, node, amount, keep=keep)
            case ir.Count(path, _, _, stated):
                yield from self.members.numbering(draft, node, amount, keep=keep)
                if amount > MOST_MEMBERS and stated is not None and path not in draft.lists:
                    yield draft.with_value(stated, amount)
            case ir.Age():
                yield from self._age(draft, node, int(amount), spot)
            case _:
                assert_never(node)

    def _sum(
        self, draft: Draft, parts: tuple[ir.Measure, ...], amount: Fraction, spot: Spot | None, *, keep: bool
    ) -> Iterator[Draft]:
        """One part takes what the others leave; of those of which nothing is said there is nothing."""
        for adjusted in turned(self.chooser, range(len(parts))):
            made: Draft | None = draft
            rest = Fraction(0)
            for index, part in enumerate(parts):
                if index == adjusted or made is None:
                    continue
                said = self._said(made, part, spot)
                made = made if said is not None else next(self.coming_to(made, part, Fraction(0), spot), None)
                rest += said or 0
            if made is not None and rest <= amount:
                yield from self.coming_to(made, parts[adjusted], amount - rest, spot, keep=keep)

    def _lesser(
        self, draft: Draft, items: tuple[ir.Measure, ...], amount: Fraction, spot: Spot | None
    ) -> Iterator[Draft]:
        """One item comes to the amount, and those below it are brought up to it."""
        for least in turned(self.chooser, items):
            for made in self.coming_to(draft, least, amount, spot):
                raised: Draft | None = made
                for item in items:
                    said = None if raised is None else self._said(raised, item, spot)
                    if raised is not None and (said is None or said < amount):
                        raised = next(self.coming_to(raised, item, amount, spot), None)
                if raised is not None:
                    yield raised

    def _said(self, draft: Draft, node: ir.Measure, spot: Spot | None) -> Fraction | None:
        member, listed = (None, None) if spot is None else (draft.group(spot), spot.list)
        found = self.reading.amount(draft, node, member, listed)
        return found if isinstance(found, Fraction) else None

    def _years(self, draft: Draft, node: ir.YearSum, amount: Fraction) -> Iterator[Draft]:
        """One year takes what the others leave, or the years share it; years before registration have nothing."""
        ends = self.setting.window(draft, node.over)
        if ends is None:
            return
        registered = draft.values.get(f"{node.series.rpartition('.')[0]}.registered_on")
        first = registered.year if isinstance(registered, date) else 0
        years = [year for year in range(ends[0].year, ends[1].year + 1) if year >= first]
        said = {year: self.reading.year(draft, node.series, year) for year in years}
        if years and None not in said.values():
            for year in turned(self.chooser, years[::-1]):
                rest = sum((said[other] or Fraction(0) for other in years if other != year), Fraction(0))
                if rest <= amount:
                    yield draft.with_year(node.series, year, amount - rest)
        step = FINEST[self.kind(node)]
        share = amount / len(years) // step * step if years else amount
        made = draft
        for year in years:
            made = made.with_year(node.series, year, share)
        yield made.with_year(node.series, years[-1], amount - share * (len(years) - 1)) if years else made

    def _age(self, draft: Draft, node: ir.Age, years: int, spot: Spot | None) -> Iterator[Draft]:
        """Born so many years ago to the day, or a day short of one more."""
        at = self.days.day(draft, node.at, spot) or self.days.anchor(draft)
        if self.days.day(draft, node.at, spot) is None:
            there = self.days.put(draft, node.at, spot, at)
            if there is None:
                return
            draft = there
        born = [years_before(at, years), years_before(at + timedelta(days=1), years + 1)]
        for day in turned(self.chooser, born):
            made = self.days.put(draft, node.born, spot, day)
            if made is not None:
                yield made

    # --- proportions -----------------------------------------------------------------------------------------------

    def proportion(self, draft: Draft, node: ir.Compare, wanted: bool, spot: Spot | None) -> Iterator[Draft]:
        """Ways to have a proportion satisfy a comparison, or not: the whole is drawn first, then its part."""
        held = node.left
        if not isinstance(held, ir.Proportion):
            return
        listed = None if spot is None else spot.list
        part, whole = self._said(draft, held.part, spot), self._said(draft, held.whole, spot)
        is_share = held.kind is ir.ProportionKind.SHARE
        kind = self.kind(held.whole, listed)
        for numbers in turned(self.chooser, targets.pairs(node, kind, wanted, part, whole, is_share=is_share)[:12]):
            yield from self.having(draft, held, *numbers, spot)
        if (held.if_whole_is_zero is ir.IfZero.HOLDS) is wanted or held.asks is not None:
            yield from self.having(draft, held, Fraction(0), Fraction(0), spot)

    def wholes(self, draft: Draft, node: ir.Compare, held: ir.Proportion, spot: Spot | None) -> list[Fraction]:
        """Wholes of which a part can be drawn: the one there is, and some of round size that the bound divides."""
        said = self._said(draft, held.whole, spot)
        kind = self.kind(held.whole, None if spot is None else spot.list)
        return [*([said] if said else []), *targets.round_wholes(node.bound.amount, kind)]

    def having(
        self, draft: Draft, node: ir.Proportion, part: Fraction, whole: Fraction, spot: Spot | None
    ) -> Iterator[Draft]:
        """Ways to have a part and its whole come to two amounts, whichever of them is brought about first."""
        for first, last, amounts in (
            (node.whole, node.part, (whole, part)),
            (node.part, node.whole, (part, whole)),
        ):
            for made in self._brought(draft, first, amounts[0], spot):
                for both in self._brought(made, last, amounts[1], spot, keep=True):
                    if self._said(both, node.part, spot) == part and self._said(both, node.whole, spot) == whole:
                        yield both

    def _brought(
        self, draft: Draft, node: ir.Measure, amount: Fraction, spot: Spot | None, *, keep: bool = False
    ) -> Iterator[Draft]:
        if self._said(draft, node, spot) == amount:
            yield draft
        else:
            yield from self.coming_to(draft, node, amount, spot, keep=keep)
