"""Lists built by counters: groups of like members are made, grown, turned into others and dismissed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from tic_rules.backends.strategies.choosing import Chooser, turned
from tic_rules.backends.strategies.days import Days
from tic_rules.backends.strategies.draft import Draft, Group, Known, Spot
from tic_rules.backends.strategies.reading import Reading
from tic_rules.ir import conditions as ir

MOST_MEMBERS: Final = 500
"""The longest list that is built; a greater number is stated as a total."""

Reach = Callable[[Draft, ir.Condition, bool, Spot | None], Iterator[Draft]]
"""Ways to have a condition hold, or not hold, of the whole or of the members of a group."""

Measured = ir.Count | ir.ListSum


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """Changes who or what is in the lists of a draft."""

    reading: Reading
    chooser: Chooser
    days: Days
    reach: Reach

    # --- one group -------------------------------------------------------------------------------------------------

    def placed(
        self, draft: Draft, spot: Spot, where: ir.Condition | None, over: ir.Window | None, wanted: bool
    ) -> Iterator[Draft]:
        """Ways to have the members of a group be among those meant, or not."""
        within = None if over is None else ir.FallsWithin(self.reading.setting.when(spot.list), over)
        parts = tuple(part for part in (where, within) if part is not None)
        yield from self.reach(draft, ir.All(parts), wanted, spot)

    def newcomers(self, draft: Draft, path: str, number: int) -> Iterator[tuple[Draft, Spot]]:
        """The draft with so many more members: like those that are there, or of whom nothing is said yet."""
        dated = self.reading.setting.spec(path).dated
        blank = Group({} if dated is None else {dated: self.days.anchor(draft)}, number)
        held = draft.lists.get(path, ())
        for group in turned(self.chooser, [*(replace(group, number=number) for group in held[-1:]), blank]):
            yield draft.with_more(path, group)

    def settled(self, draft: Draft, node: Measured, *, meant: bool) -> Draft:
        """The draft with each group known to be among those meant or not; those of whom it is not said are as asked."""
        draft = draft if self.reading.setting.groups(draft, node.list) is not None else draft.with_list(node.list, ())
        draft = draft if node.list in draft.lists else draft.with_list(node.list, ())
        for spot in self._spots(draft, node, None):
            for wanted in (meant, not meant):
                made = next(self.placed(draft, spot, node.where, node.over, wanted), None)
                if made is not None:
                    draft = made
                    break
        return draft

    def _spots(self, draft: Draft, node: Measured, counts: bool | None) -> list[Spot]:
        """Where the groups stand that are among those meant, or not, or of which it is not said."""
        groups = draft.lists.get(node.list, ())
        there = self.reading.setting.groups(draft, node.list) or ()
        return [
            Spot(node.list, index)
            for index, group in enumerate(groups)
            if any(group is one for one in there)
            and self.reading.counts(draft, node.list, group, node.where, node.over) is counts
        ]

    # --- numbers ---------------------------------------------------------------------------------------------------

    def numbering(self, draft: Draft, node: ir.Count, number: Fraction, *, keep: bool) -> Iterator[Draft]:
        """Ways to have so many members meant; ``keep`` first tries to turn members into others rather than add any."""
        if number.denominator != 1 or not 0 <= number <= MOST_MEMBERS:
            return
        draft = self.settled(draft, node, meant=number > 0)
        meant, others = self._spots(draft, node, True), self._spots(draft, node, False)
        gap = int(number) - sum(draft.group(spot).number for spot in meant)
        if gap == 0:
            yield draft
            return
        turn = self._turned(draft, node, others if gap > 0 else meant, abs(gap), wanted=gap > 0)
        change = self._grown(draft, node, meant, gap) if gap > 0 else self._dismissed(draft, meant, -gap)
        for way in (turn, change) if keep else turned(self.chooser, (change, turn)):
            yield from way

    def _grown(self, draft: Draft, node: Measured, meant: list[Spot], gap: int) -> Iterator[Draft]:
        for spot in meant[-1:]:
            group = draft.group(spot)
            yield draft.with_group(spot, replace(group, number=group.number + gap))
        for made, spot in self.newcomers(draft, node.list, gap):
            yield from self.placed(made, spot, node.where, node.over, True)

    def _dismissed(self, draft: Draft, meant: list[Spot], gap: int) -> Iterator[Draft]:
        groups = list(draft.lists[meant[0].list])
        for spot in reversed(meant):
            gone = min(gap, groups[spot.index].number)
            groups[spot.index] = replace(groups[spot.index], number=groups[spot.index].number - gone)
            gap -= gone
        yield draft.with_list(meant[0].list, tuple(groups))

    def _turned(self, draft: Draft, node: Measured, spots: list[Spot], gap: int, *, wanted: bool) -> Iterator[Draft]:
        """Ways to have some members change sides."""
        if gap == 0:
            yield draft
            return
        for at, spot in enumerate(spots):
            taken = min(gap, draft.group(spot).number)
            apart, new = draft.split(spot, taken)
            for made in self.placed(apart, new, node.where, node.over, wanted):
                yield from self._turned(made, node, spots[at + 1 :], gap - taken, wanted=wanted)

    # --- amounts ---------------------------------------------------------------------------------------------------

    def totalling(self, draft: Draft, node: ir.ListSum, amount: Fraction, *, keep: bool) -> Iterator[Draft]:
        """Ways to have the members meant add up to an amount; ``keep`` first shifts amounts between members."""
        draft = self.settled(draft, node, meant=amount > 0)
        meant, others = self._spots(draft, node, True), self._spots(draft, node, False)
        for spot in (*meant, *others):
            if not isinstance(draft.group(spot).fields.get(node.each.field), Fraction):
                draft = draft.with_field(spot, node.each.field, Fraction(0))
        found = self.reading.amount(draft, node)
        if not isinstance(found, Fraction):
            return
        gap = amount - found
        if gap == 0:
            yield draft
            return
        shift = self._shifted(draft, node, meant, others, gap)
        change = self._changed(draft, node, meant, gap)
        for way in (shift, change) if keep else turned(self.chooser, (change, shift)):
            yield from way

    def _changed(self, draft: Draft, node: ir.ListSum, meant: list[Spot], gap: Fraction) -> Iterator[Draft]:
        """One member has more or less, or a new one brings it."""
        for spot in meant:
            apart, one = draft.split(spot, 1)
            amount = self._amount(apart, node, one) + gap
            if amount >= 0:
                yield apart.with_field(one, node.each.field, amount)
        if gap > 0:
            for made, spot in self.newcomers(draft, node.list, 1):
                filled = made.with_field(spot, node.each.field, gap)
                yield from self.placed(filled, spot, node.where, node.over, True)
        elif meant:
            yield self._emptied(draft, node, meant, gap)

    def _emptied(self, draft: Draft, node: ir.ListSum, meant: list[Spot], gap: Fraction) -> Draft:
        """All have nothing but the first, who has what remains."""
        remains = sum((self._amount(draft, node, spot) * draft.group(spot).number for spot in meant), gap)
        for spot in meant:
            draft = draft.with_field(spot, node.each.field, Fraction(0))
        draft, one = draft.split(meant[0], 1)
        return draft.with_field(one, node.each.field, remains)

    def _shifted(
        self, draft: Draft, node: ir.ListSum, meant: list[Spot], others: list[Spot], gap: Fraction
    ) -> Iterator[Draft]:
        """Ways to move an amount between a member meant and one that is not, so that a whole of both stays as it is."""
        givers, takers, moved = (others, meant, gap) if gap > 0 else (meant, others, -gap)
        for spot in givers:
            apart, giver = draft.split(spot, 1)
            has = self._amount(apart, node, giver)
            if has < moved:
                continue
            left = apart.with_field(giver, node.each.field, has - moved)
            for taker in takers:
                split, one = left.split(taker, 1)
                yield split.with_field(one, node.each.field, self._amount(split, node, one) + moved)
            twin = replace(left.group(giver), fields={**left.group(giver).fields, node.each.field: moved})
            made, new = left.with_more(node.list, twin)
            yield from self.placed(made, new, node.where, node.over, gap > 0)

    def _amount(self, draft: Draft, node: ir.ListSum, spot: Spot) -> Fraction:
        found = draft.group(spot).fields.get(node.each.field)
        return found if isinstance(found, Fraction) else Fraction(0)

    # --- each of them ----------------------------------------------------------------------------------------------

    def each(self, draft: Draft, node: ir.Every, wanted: bool) -> Iterator[Draft]:
        """Ways to have every member meant be as asked, or to have one who is not."""
        held = draft.lists.get(node.list, ())
        spots = [Spot(node.list, index) for index in range(len(held))]
        if wanted:
            held_to = self._all_of(draft, node, spots) if held else self._one(draft, node, True)
            for way in turned(self.chooser, (held_to, self._none(draft, node))):
                yield from way
        else:
            yield from self._one(draft, node, False)
            for spot in spots:
                apart, one = draft.split(spot, 1)
                for made in self.placed(apart, one, node.where, node.over, True):
                    yield from self.reach(made, node.holds, False, one)

    def _one(self, draft: Draft, node: ir.Every, holds: bool) -> Iterator[Draft]:
        for made, spot in self.newcomers(draft, node.list, 1):
            for meant in self.placed(made, spot, node.where, node.over, True):
                yield from self.reach(meant, node.holds, holds, spot)

    def _none(self, draft: Draft, node: ir.Every) -> Iterator[Draft]:
        if draft.values.get(node.list) is not Known.NONE:
            yield draft.with_list(node.list, ())

    def _all_of(self, draft: Draft, node: ir.Every, spots: list[Spot]) -> Iterator[Draft]:
        if not spots:
            yield draft
            return
        spot, *rest = spots
        holds = self.reach(draft, node.holds, True, spot)
        apart = self.placed(draft, spot, node.where, node.over, False)
        for way in turned(self.chooser, (holds, apart)):
            for made in way:
                yield from self._all_of(made, node, rest)
