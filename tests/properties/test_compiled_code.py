"""The code that a pack becomes: no text of the pack is in it, it is the same everywhere, and threads may share it."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from tests.properties.agreement import Agreement, Asked, answer_of
from tests.properties.audited import of_all_joints
from tests.properties.invented import AS_OF, CITY, DOSSIERS, REQUIREMENTS, dossier
from tests.properties.invented import pack as invented
from tests.properties.random_packs import random_packs, written_pack
from tests.properties.regulations import pack
from tic_rules import Dossier, Pack, decide, source
from tic_rules.backends.python import compiled
from tic_rules.backends.python.program import Machine, machine
from tic_rules.backends.python.proportions import Rule
from tic_rules.facts.catalogue import common_facts
from tic_rules.ir.conditions import Has, Window
from tic_rules.ir.norms import Question
from tic_rules.packs.load import pack_of

HOSTILE = "x'\"\\\n\r]})#{v1}\N{LINE SEPARATOR}__import__('os').system('true')"
"""What would break out of a text, a line or a bracket if it were ever written into code."""

GIVEN = {"run", "d", "as_of", "answers", "days", "local", "unknown", "applied"}
CALLED = {
    "enumerate", "str", "NONE", "date", "canonical", "written_form", "could_lie_in", "window", "years", "with_stated",
    "age", "least", "between", "disagree", "elapsed", "recorded", "named_like",
}  # fmt: skip
ATTRIBUTES = {"get", "startswith", "field", "asked", "truth", "amount", "as_integer_ratio", "lo", "hi", "__class__"}
FIELDS = frozenset(part for path in common_facts() for part in re.split(r"\[\]\.|\.", path))
CONSTANTS = (str, int, Fraction, date, frozenset, tuple, Window, Rule)


def machines(regulation: Pack) -> Iterator[Machine]:
    return (machine(regulation, question, regulation.tracks) for question in Question)


@cache
def some_machines() -> tuple[Machine, ...]:
    return tuple(made for regulation in some_packs() for made in machines(regulation))


def some_packs() -> list[Pack]:
    regulations = [pack("shijiazhuang"), of_all_joints(), _of_every_word()]
    return regulations + [drawn for _, drawn in random_packs(7_000, 8)]


def _of_every_word() -> Pack:
    return invented([{"require": require} for name, require in REQUIREMENTS.items() if name != "bare"])


# --- what stands in it -----------------------------------------------------------------------------------------------


def test_only_made_up_names_fixed_words_fields_and_numbers_stand_in_it() -> None:
    for made in some_machines():
        for node in ast.walk(ast.parse(made.source)):
            match node:
                case ast.Name(name) | ast.arg(name) | ast.FunctionDef(name):
                    assert name in GIVEN | CALLED or re.fullmatch("[vk][0-9]+", name)
                case ast.Attribute(attr=name):
                    assert name in ATTRIBUTES | FIELDS
                case ast.Constant(value):
                    assert value is None or type(value) in {int, bool}
                case ast.Import() | ast.ImportFrom() | ast.Global() | ast.Lambda() | ast.JoinedStr() | ast.While():
                    pytest.fail(ast.dump(node))
        assert "#" not in made.source
        assert made.source.isascii()


def test_it_calls_a_closed_set_of_functions_and_its_constants_are_plain_values() -> None:
    for made in some_machines():
        table = made.run.__globals__
        constants = {name: value for name, value in table.items() if re.fullmatch("k[0-9]+", name)}
        assert set(table) - set(constants) <= CALLED | {"__builtins__", "run"}
        assert table["__builtins__"] == {"str": str, "enumerate": enumerate}
        assert all(type(value) in CONSTANTS for value in constants.values())


def test_a_pack_whose_every_text_is_hostile_leaves_no_trace_in_it_and_is_decided_alike() -> None:
    for regulation in (of_all_joints(), _of_every_word()):
        hostile = _hostile(regulation, {text for text in _texts(regulation) if _is_free(text, regulation)})
        assert HOSTILE in hostile.norms[0].id
        assert HOSTILE in hostile.findings[0].id
        assert HOSTILE in hostile.authorities[0].title.zh
        for mine, other in zip(machines(regulation), machines(hostile), strict=True):
            assert mine.source == other.source
        found = Agreement(hostile)
        for facts in DOSSIERS.values():
            for question in Question:
                found.holds(dossier(**{**facts, "findings": []}), Asked(AS_OF, question))


def _is_free(text: str, regulation: Pack) -> bool:
    """Whether a text is the pack's own: no path of a fact, no closed word, no code, not the pack's own name."""
    known = {part for path in regulation.catalogue for part in (path, path.rpartition("[].")[2])}
    closed = {word for spec in regulation.catalogue.values() for word in (*spec.values, spec.scale)}
    return text not in known | closed | {CITY} and not text.isdigit()


_KEPT = {"catalogue", "facts", "place", "digest", "provisions", "bound", "upper", "recorded_in"}


def _texts(node: Any) -> Iterator[str]:
    if type(node) is str:
        yield node
    elif isinstance(node, tuple):
        yield from (text for item in node for text in _texts(item))
    elif is_dataclass(node):
        names = [field.name for field in fields(node) if field.name not in _KEPT]
        yield from (text for name in names for text in _texts(getattr(node, name)))


def _hostile(node: Any, texts: set[str]) -> Any:
    """The same with each of the texts made hostile, wherever it stands."""
    if type(node) is str:
        # What follows from an id (norm:departs) is made of the same parts.
        return ":".join(f"{part}{HOSTILE}" if part in texts else part for part in node.split(":"))
    if isinstance(node, tuple):
        return tuple(_hostile(item, texts) for item in node)
    if is_dataclass(node) and not isinstance(node, type):
        names = [field.name for field in fields(node) if field.name not in _KEPT]
        return replace(node, **{name: _hostile(getattr(node, name), texts) for name in names})
    return node


def test_a_path_that_is_no_field_is_never_written() -> None:
    regulation = invented([{"require": {"has": "agreement"}}])
    norm = replace(regulation.norms[0], require=Has(f"agreement.{HOSTILE}"))
    with pytest.raises(KeyError):
        compiled(replace(regulation, norms=(norm,))).source()


# --- the same everywhere ---------------------------------------------------------------------------------------------

PROGRAM = """
import hashlib
from tests.properties.test_compiled_code import sources
print(hashlib.sha256("".join(sources()).encode()).hexdigest())
"""


def sources() -> Iterator[str]:
    """The code of a few packs, each read anew."""
    for regulation in (pack("liaocheng"), of_all_joints(), pack_of(source.from_python(written_pack(7)))):
        yield from (compiled(regulation).source(question) for question in Question)


def test_packs_of_one_digest_become_the_same_code_under_any_hash_seed() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("0", "4242")
    ]
    assert {*said} == {hashlib.sha256("".join(sources()).encode()).hexdigest()}


def test_each_choice_of_tracks_has_its_own_code() -> None:
    code = compiled(of_all_joints())
    assert code.source() == code.source(Question.ENTRY) == code.source(tracks=("other", "main"))
    assert len({code.source(tracks=tracks) for tracks in ((), ("main",), ("other",))}) == 3


# --- threads ---------------------------------------------------------------------------------------------------------

THREADS = 16


def at_once(jobs: list[Callable[[], Any]]) -> list[Any]:
    """What the jobs come to, begun at the same moment by as many threads, which take turns as often as they can."""
    begin, before = threading.Barrier(len(jobs)), sys.getswitchinterval()

    def run(job: Callable[[], Any]) -> Any:
        begin.wait()
        return job()

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(len(jobs)) as pool:
            return list(pool.map(run, jobs))
    finally:
        sys.setswitchinterval(before)


def _told() -> list[tuple[Dossier, Question]]:
    facts = [dossier(**{**facts, "findings": []}) for facts in DOSSIERS.values()]
    return [(facts[n % len(facts)], (Question.ENTRY, Question.OPERATION)[n // 8]) for n in range(THREADS)]


def test_threads_that_share_a_compiled_pack_say_what_one_says() -> None:
    """The first question races too: nothing has been made of the pack before."""
    told = _told()
    expected = [decide(of_all_joints(), facts, on=AS_OF, question=question) for facts, question in told]
    for _ in range(3):
        code = compiled(of_all_joints())

        def job(facts: Dossier, question: Question, code: Any = code) -> tuple[Any, str]:
            decision = code.decide(facts, on=AS_OF, question=question)
            return answer_of(decision), decision.determination.to_json()

        found = at_once([lambda one=one: job(*one) for one in told])  # type: ignore[misc]
        assert found == [(answer_of(one), one.to_json()) for one in expected]


def test_threads_that_share_a_decision_read_the_same() -> None:
    decision = compiled(of_all_joints()).decide(_told()[0][0], on=AS_OF)
    found = at_once([lambda: (answer_of(decision), decision.determination.to_json())] * THREADS)
    assert found == [(answer_of(decision), decision.determination.to_json())] * THREADS


def test_threads_that_share_a_pack_say_what_one_says() -> None:
    told = _told()
    expected = [decide(of_all_joints(), facts, on=AS_OF, question=question).to_json() for facts, question in told]
    for _ in range(3):
        shared = of_all_joints()

        def job(facts: Dossier, question: Question, shared: Pack = shared) -> str:
            return decide(shared, facts, on=AS_OF, question=question).to_json()

        assert at_once([lambda one=one: job(*one) for one in told]) == expected  # type: ignore[misc]
