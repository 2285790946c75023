"""A dossier in the making: complete where it says anything, with the members of a list counted by kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import lru_cache


class Known(Enum):
    """What may be known of a thing beside its facts."""

    NONE = "none"
    """It is known not to exist."""
    THERE = "there"
    """It exists, whatever is known of it."""


Value = bool | str | int | date | Fraction | Known
"""The value of a fact; a quantity or share is its exact amount in the base unit of its kind."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A group of a list: what the fields of ``its`` are read from."""

    list: str
    index: int


@dataclass(frozen=True, slots=True)
class Group:
    """Members of a list that are alike: one of them, and how many there are."""

    fields: Mapping[str, Value] = field(default_factory=dict)
    number: int = 1
    answers: Mapping[str, bool] = field(default_factory=dict)
    """The findings asked of each of them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a dossier will say. A path that is in none of the mappings is not said; nothing is changed in place."""

    values: Mapping[str, Value] = field(default_factory=dict)
    lists: Mapping[str, tuple[Group, ...]] = field(default_factory=dict)
    series: Mapping[str, Mapping[int, Fraction]] = field(default_factory=dict)
    """Yearly figures, each of the whole year."""
    answers: Mapping[str, bool] = field(default_factory=dict)
    """The findings that somebody who may decide them has made."""

    def with_value(self, path: str, value: Value) -> Draft:
        """Says a fact; what it belongs to then exists."""
        return replace(self, values={**self._standing(path), path: value})

    def with_none(self, path: str) -> Draft:
        """Says that a thing does not exist; what was said of it is gone."""
        below = f"{path}."
        return replace(
            self,
            values={key: value for key, value in self.values.items() if not key.startswith(below)} | {path: Known.NONE},
            lists={key: groups for key, groups in self.lists.items() if not key.startswith(below)},
            series={key: years for key, years in self.series.items() if not key.startswith(below)},
        )

    def with_list(self, path: str, groups: tuple[Group, ...]) -> Draft:
        """Says who or what is in a list; groups of nobody are left out."""
        held = tuple(group for group in groups if group.number > 0)
        return replace(self, values=self._standing(path), lists={**self.lists, path: held})

    def with_year(self, path: str, year: int, amount: Fraction) -> Draft:
        """Says the figure of one year."""
        years = {**self.series.get(path, {}), year: amount}
        return replace(self, values=self._standing(path), series={**self.series, path: years})

    def with_answer(self, finding: str, answer: bool, spot: Spot | None = None) -> Draft:
        """Says what was found, of the whole or of each member of a group."""
        if spot is None:
            return replace(self, answers={**self.answers, finding: answer})
        group = self.group(spot)
        return self.with_group(spot, replace(group, answers={**group.answers, finding: answer}))

    def with_field(self, spot: Spot, name: str, value: Value) -> Draft:
        """Says a field of each member of a group."""
        group = self.group(spot)
        return self.with_group(spot, replace(group, fields={**group.fields, name: value}))

    def with_group(self, spot: Spot, group: Group) -> Draft:
        """Puts another group in the place of one."""
        groups = list(self.lists[spot.list])
        groups[spot.index] = group
        return replace(self, lists={**self.lists, spot.list: tuple(groups)})

    def with_more(self, path: str, group: Group) -> tuple[Draft, Spot]:
        """Adds a group to a list, and says where it stands."""
        groups = (*self.lists.get(path, ()), group)
        return self.with_list(path, groups), Spot(path, len(groups) - 1)

    def split(self, spot: Spot, number: int) -> tuple[Draft, Spot]:
        """Takes some members of a group apart as a group of their own at the end; all of them: the group itself."""
        group = self.group(spot)
        if number >= group.number:
            return self, spot
        rest = self.with_group(spot, replace(group, number=group.number - number))
        return rest.with_more(spot.list, replace(group, number=number))

    def group(self, spot: Spot) -> Group:
        """The group at a spot."""
        return self.lists[spot.list][spot.index]

    def is_said(self, path: str) -> bool:
        """Whether anything is said of a thing, or of what belongs to it."""
        below = f"{path}."
        held = (*self.values, *self.lists, *self.series)
        return any(key == path or key.startswith(below) for key in held)

    def _standing(self, path: str) -> dict[str, Value]:
        """The values, with all that the path belongs to no longer said not to exist."""
        above = set(ancestors(path))
        return {
            key: value
            for key, value in self.values.items()
            if not (key in above and value is Known.NONE) and key != path
        }


@lru_cache(maxsize=4096)
def ancestors(path: str) -> tuple[str, ...]:
    """The path's own and all that it belongs to, the outermost first."""
    parts = path.split(".")
    return tuple(".".join(parts[:end]) for end in range(1, len(parts) + 1))


def changed(before: Draft, after: Draft) -> frozenset[str]:
    """The paths, and the ids of findings, of which two drafts say different things."""
    return frozenset(
        key
        for old, new in (
            (before.values, after.values),
            (before.lists, after.lists),
            (before.series, after.series),
            (before.answers, after.answers),
        )
        for key in old.keys() | new.keys()
        if old.get(key) != new.get(key)
    )
