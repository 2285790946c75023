"""Packs drawn at random over the whole language, read by the loader like any other."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from tests.properties.invented import CITY, Plain, both
from tests.properties.random_conditions import Conditions
from tests.properties.random_facts import own_facts
from tic_rules import Pack, PackError, source
from tic_rules.packs.load import pack_of

FINDINGS = (
    {"id": "asked", "decided_by": ["panel"]},
    {"id": "at-zero", "decided_by": ["panel"]},
    {"id": "case", "decided_by": ["panel", "bureau"]},
    {"id": "of-member", "decided_by": ["bureau"]},
    {"id": "approved", "decided_by": ["bureau"], "recorded_in": "procedure.approval"},
    {"id": "reviewed", "decided_by": ["panel", "bureau"], "recorded_in": "procedure.expert_review"},
)
AUTHORITIES = (
    {"id": "bureau", "title": {"zh": "奥明市示例局", "en": "Bureau of Aoming"}},
    {"id": "panel", "title": {"zh": "示例专家组", "en": "Panel"}, "also": ["评审组"]},
)
_QUESTIONS = ("entry",) * 6 + ("procedure", "operation", "naming")
_STRENGTHS = ("hard", "hard", "hard", "in principle", "in principle", "preference")


class _Drawing:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.conditions = Conditions(self.random)

    def written(self) -> Plain:
        """A pack as it would be written."""
        chance = self.conditions.chance
        terms = [self._term(n) for n in range(self.random.randint(0, 3))]
        tracks = [self._track(n) for n in range(self.random.randint(1, 3))]
        norms = [self._norm(n, [track["id"] for track in tracks]) for n in range(self.random.randint(2, 8))]
        covered = [norm["id"] for norm in norms if norm["strength"] != "preference"]
        relaxations = [self._relaxation(n, covered) for n in range(2) if covered and chance(0.35)]
        said = repr([*norms, *relaxations, *tracks])
        for term in reversed(terms):
            said += repr(term) if f"'term': '{term['id']}'" in said else ""
        used = [term for term in terms if f"'id': '{term['id']}'" in said]
        drawn = [
            {key: value for key, value in entry.items() if key not in {"unit", "reads_none"}}
            for entry in (*norms, *used, *relaxations)
        ]
        whole = {
            "pack": CITY,
            "version": "1.0.0",
            "title": both("奥明市示例办法"),
            "jurisdiction": {**both("奥明市"), "code": "370100"},
            "issued": {"by": both("奥明市示例局"), "kind": "in force"},
            "in_force": {"from": date(2020, 1, 1), "printed": "自2020年1月1日起施行"},
            "printed_articles": {"headings": 1},
            "authority": "bureau",
            "authorities": list(AUTHORITIES),
            "facts": [*own_facts(), *self.conditions.totals.values()],
            "tracks": tracks,
            "terms": drawn[len(norms) : len(norms) + len(used)],
            "findings": [{**one, "ask": both("问？")} for one in FINDINGS if f"'finding': '{one['id']}'" in said],
            "norms": drawn[: len(norms)],
            "relaxations": drawn[len(norms) + len(used) :],
            "provisions": [
                {"article": 1, "text_sha256": "0" * 64, "became": "norms", "norms": [one["id"] for one in drawn]}
            ],
        }
        return {key: value for key, value in whole.items() if value != []}

    def _cited(self, name: str) -> Plain:
        return {"id": name, "cites": {"article": 1}, "title": both(name)}

    def _term(self, n: int) -> Plain:
        conditions = self.conditions
        sure = conditions.chance(0.6)
        made = {**self._cited(f"term-{n}"), "reads_none": not sure}
        if conditions.chance(0.5):
            made |= {"condition": conditions.condition(1, sure=sure)}
        else:
            measure, unit = conditions.measure(1, sure=sure)
            made |= {"measure": measure, "unit": unit}
        conditions.terms.append(made)
        return made

    def _track(self, n: int) -> Plain:
        made: Plain = {"id": f"way-{n}", "title": both(f"途径{n}")}
        return made | ({"for": self.conditions.condition(1)} if self.conditions.chance(0.5) else {})

    def _norm(self, n: int, tracks: list[str]) -> Plain:
        conditions, pick = self.conditions, self.conditions.pick
        chance = conditions.chance
        conditions.bare = has_reading = chance(0.4)
        made: Plain = {
            **self._cited(f"norm-{n}"),
            "explain": both("说明"),
            "question": pick(_QUESTIONS),
            "strength": pick(_STRENGTHS),
            "require": conditions.condition(self.random.randint(0, 3)),
        }
        if chance(0.5):
            made["when"] = conditions.condition(self.random.randint(0, 2), sure=True)
        if chance(0.3):
            made["tracks"] = self.random.sample(tracks, self.random.randint(1, len(tracks)))
        if has_reading:
            made["readings"] = [self._reading(made)]
        if "in principle" in {made["strength"], *(one.get("other_strength") for one in made.get("readings", ()))}:
            made |= {"departs_by": ["panel", "bureau"]} if chance(0.5) else {}
        conditions.bare = False
        return made

    def _reading(self, norm: Plain) -> Plain:
        conditions = self.conditions
        made: Plain = {key: both(key) for key in ("taken", "other", "why")}
        conditions.totals_needed = False
        if conditions.chance(0.6):
            made["other_require"] = conditions.condition(2)
        if conditions.chance(0.3):
            made["other_when"] = conditions.condition(1, sure=True)
        if conditions.chance(0.3):
            made["other_strength"] = conditions.pick([one for one in _STRENGTHS if one != norm["strength"]])
        conditions.totals_needed = True
        return made

    def _relaxation(self, n: int, norms: list[str]) -> Plain:
        covered = self.random.sample(norms, self.random.randint(1, min(2, len(norms))))
        return {
            **self._cited(f"relaxed-{n}"),
            "covers": covered,
            "ground": self.conditions.condition(1),
            "accepted_by": [self.conditions.pick(("panel", "bureau"))],
        }


def written_pack(seed: int) -> Plain:
    """The pack of a seed as it would be written; the loader may refuse it."""
    return _Drawing(seed).written()


def random_pack(seed: int) -> Pack | None:
    """The pack of a seed; None where the loader refuses it."""
    try:
        return pack_of(source.from_python(written_pack(seed)))
    except PackError:
        return None


def random_packs(first: int, number: int) -> Iterator[tuple[int, Pack]]:
    """So many packs that the loader takes, each with its seed; the seeds go up from the first."""
    seed = first
    while number:
        made = random_pack(seed)
        if made is not None:
            number -= 1
            yield seed, made
        seed += 1
