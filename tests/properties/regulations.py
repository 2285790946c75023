"""The packs that every property is held against: the shipped ones, and an invented one of another shape."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from tests.golden.cases import GOOD, Case, read_yaml
from tests.golden.changes import changed
from tic_rules import Dossier, Pack, load_pack, pack_names
from tic_rules.backends.strategies import drawing
from tic_rules.backends.strategies.plans import Plan
from tic_rules.ir.norms import Question
from tic_rules.testing import AS_OF

LIGHTHOUSE = "lighthouse"
INVENTED = {LIGHTHOUSE: Path(__file__).parent.parent / "packs" / "lighthouse.yaml"}
PACKS = (*pack_names(), *INVENTED)


def examples(number: int) -> settings:
    """So many examples over all packs, shared out among them: a city more does not make the tests slower."""
    return settings(max_examples=max(3, number // len(PACKS)))


@cache
def pack(name: str) -> Pack:
    return load_pack(INVENTED.get(name, name))


ASKED = tuple(
    (name, question)
    for name in PACKS
    for question in Question
    if any(norm.strength != "preference" for norm in pack(name).norms_for(question))
)
"""Every pack with each question in which a norm counts."""


@cache
def plans(name: str, question: Question) -> tuple[Plan, ...]:
    """How dossiers for a question of a pack are built: one plan a track."""
    return drawing.plans(pack(name), question, None, {}, AS_OF)


def built(name: str, question: Question) -> st.SearchStrategy[drawing.Built]:
    """Dossiers near the boundaries with nothing left out, each with the draft that it was written from."""
    return drawing.built_by(plans(name, question))


def read(data: dict[str, Any], name: str) -> Dossier:
    return Dossier.from_dict(data, cities=[pack(name).id])


def written(case: Case) -> dict[str, Any]:
    """A golden dossier as it is written."""
    return changed(read_yaml(GOOD / case.city / "bases" / f"{case.base}.yaml"), case.change)
