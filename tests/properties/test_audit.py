"""The checker accepts what the engine records, and of what was altered nothing but what it says that it cannot know."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.golden.cases import by_id, decided
from tests.properties.alterations import Alteration, alterations
from tests.properties.audited import of_many_norms, of_one_norm
from tests.properties.invented import REQUIREMENTS
from tic_rules import Determination, Dossier, InputError, Question, decide, load_pack
from tic_rules.audit import GIVEN, PRESENTATION, check
from tic_rules.audit.form import SHAPES

LISTED = GIVEN | PRESENTATION
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "dossiers").glob("*/*.yaml"))
EVERY = 23
"""One alteration in so many is tried in each record, others in each; the whole of it took ninety seconds."""

Record = dict[str, Any]


def _record(determination: Determination) -> Record:
    record: Record = json.loads(determination.to_json())
    return record


@cache
def _one(*names: str) -> tuple[Determination, ...]:
    return tuple(of_one_norm(*names))


@cache
def _many() -> tuple[Determination, ...]:
    return tuple(of_many_norms())


def _below(determination: Determination, record: Record, *, whole: bool) -> Iterator[Alteration]:
    """Every alteration of a record; or of its one norm's condition, where the rest is much as in all others."""
    if whole:
        return alterations(determination, record)
    return alterations(determination.norms[0].step, record["norms"][0]["step"], "norms[0].step")


# --- what is right is accepted ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", sorted(by_id())[::149])
def test_the_record_of_a_golden_is_confirmed(case: str) -> None:
    """As it is written and read again; many more are checked as they are made, with the goldens."""
    try:
        determination = decided(case)
    except InputError:
        return
    assert check(_record(determination)) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_record_of_an_example_is_confirmed_whatever_is_asked(path: Path) -> None:
    facts = Dossier.from_file(path)
    for question in Question:
        found = decide(load_pack(path.parent.name), facts, on=date(2026, 11, 21), question=question)
        assert check(_record(found)) == []


# --- what was altered is not -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(REQUIREMENTS))
def test_an_altered_condition_is_a_fault(name: str) -> None:
    """Every word of the language, held against every kind of dossier."""
    _alter(_one(name), whole=False)


@pytest.mark.parametrize("part", range(4))
def test_an_altered_determination_is_a_fault(part: int) -> None:
    """Norms with conditions, readings and excuses, tracks, standing, and what was left out."""
    _alter(_many()[part::4], whole=True)


def _alter(determinations: Sequence[Determination], *, whole: bool) -> None:
    for offset, determination in enumerate(determinations):
        record = _record(determination)
        assert check(record) == []
        step = EVERY * 4 if whole else EVERY // 4
        tried = [a for a in _below(determination, record, whole=whole) if a.field not in LISTED][offset % step :: step]
        for alteration in tried:
            with alteration.made():
                assert check(record), f"{alteration.path}: {alteration.value!r}"


def test_no_field_is_excepted_without_need() -> None:
    """Of each field that is listed some alteration is let through; and no kind of node is missing from the samples."""
    unseen, unmade = set(LISTED), set(SHAPES)
    for whole, determinations in ((False, _one()), (True, _many()[::3])):
        for determination in determinations:
            record = _record(determination)
            unmade -= set(_classes(determination))
            tried = Counter[str]()
            for alteration in _below(determination, record, whole=whole):
                tried[alteration.field] += 1
                if alteration.field in unseen and (whole or tried[alteration.field] <= 3):
                    with alteration.made():
                        if not check(record):
                            unseen.discard(alteration.field)
    assert unseen == unmade == set()


def test_every_listed_field_is_a_field_of_a_determination() -> None:
    fields = {f"{cls}.{field}" for cls, shape in SHAPES.items() for field in shape}
    assert fields >= LISTED
    assert set() == GIVEN & PRESENTATION


def test_a_record_with_one_value_of_another_type_a_key_more_or_a_key_less_is_a_fault() -> None:
    """Everywhere in a record that has nearly every kind of node."""
    record = _record(_many()[0])
    tried = 0
    for container in list(_containers(record))[::7]:
        keys = list(container) if isinstance(container, dict) else range(len(container))
        for key in keys:
            before = container[key]
            for other in (0.5, -1, [None], {"x": 1}):
                if type(other) is not type(before):
                    container[key] = other
                    tried += 1
                    assert check(record), (key, other)
            container[key] = before
        if isinstance(container, dict):
            container["more"] = None
            assert check(record)
            del container["more"]
            for key in list(container):
                before = container.pop(key)
                assert check(record), key
                container[key] = before
    assert check(record) == []
    assert tried > 200


def _containers(node: Any) -> Iterator[Any]:
    if isinstance(node, dict | list):
        yield node
        for child in node.values() if isinstance(node, dict) else node:
            yield from _containers(child)


def _classes(node: Any) -> Iterator[str]:
    """The classes of everything that a determination is made of."""
    if dataclasses.is_dataclass(node):
        yield type(node).__name__
        for field in dataclasses.fields(node):
            yield from _classes(getattr(node, field.name))
    elif isinstance(node, tuple):
        for item in node:
            yield from _classes(item)
