"""The published schemas are those of the code, take what the library takes, and refuse what it refuses by its shape."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.protocols import Validator

from tests.cli.command import MISSING, ON, PASSING, REFUSED, ran
from tic_rules import Dossier, History, InputError, PackError, decide, load_pack, shipped, source, status
from tic_rules.packs.load import pack_of
from tic_rules.schemas import published

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "schema"
DEMO = Path(__file__).parent / "errors/demo.yaml"
PACKS = [*sorted((ROOT / "policies").glob("*.yaml")), DEMO, ROOT / "tests/packs/ferry.yaml"]
DOSSIERS = sorted([*(ROOT / "examples/dossiers").rglob("*.yaml"), *(ROOT / "tests/golden/good").glob("*/bases/*.yaml")])
Edit = Callable[[Any], object]
DRAFTS = pytest.mark.parametrize("draft", ["2020-12", "draft-07"])


@cache
def validator(name: str, draft: str) -> Validator:
    """The published schema of that name in that draft."""
    text = (FOLDER / (f"{name}.schema.json" if draft == "2020-12" else f"{name}.{draft}.schema.json")).read_text(
        "utf-8"
    )
    return (Draft202012Validator if draft == "2020-12" else Draft7Validator)(json.loads(text))


def instance(path_or_text: Path | str) -> Any:
    """A YAML document as an editor holds it against a schema: days are texts."""
    document = source.parse_yaml(path_or_text) if isinstance(path_or_text, str) else source.read_document(path_or_text)
    return _plain(source.plain(document.root))


def _plain(node: Any) -> Any:
    match node:
        case dict():
            return {str(key): _plain(value) for key, value in node.items()}
        case list() | tuple():
            return [_plain(item) for item in node]
        case date():
            return node.isoformat()
        case _:
            return node


def complaints(name: str, draft: str, document: Any) -> list[str]:
    """What the schema says against a document."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(name, draft).iter_errors(document)]


def test_the_published_schemas_are_current() -> None:
    """`make schema` writes them anew."""
    assert {path.name: path.read_text("utf-8") for path in FOLDER.iterdir()} == published()


def test_the_published_schemas_travel_with_the_library() -> None:
    assert {name: shipped.schema_text(name) for name in published()} == published()


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_each_schema_is_one_of_its_draft(name: str) -> None:
    schema = json.loads(published()[name])
    if "draft-07" in name:
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        Draft7Validator.check_schema(schema)
    else:
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_packs_are_taken(path: Path) -> None:
    """In one draft each, turn by turn: a pack is long."""
    draft = ("2020-12", "draft-07")[PACKS.index(path) % 2]
    assert complaints("pack", draft, instance(path)) == []


@DRAFTS
@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: "/".join(path.with_suffix("").parts[-3:]))
def test_dossiers_are_taken(path: Path, draft: str) -> None:
    assert complaints("dossier", draft, instance(path)) == []


_EXAMPLES = [path for path in DOSSIERS if "examples" in path.parts]
ASKED = [
    *((path, "entry") for path in _EXAMPLES if path.parent.name == "liaocheng"),
    *((path, "entry") for path in _EXAMPLES if path.stem == "passing" and path.parent.name != "liaocheng"),
    *((path, question) for path in _EXAMPLES[:1] for question in ("procedure", "operation", "naming")),
]
"""Every way in which liaocheng can come out, one example of each other city, and every question."""


@pytest.mark.parametrize(
    ("path", "question"), ASKED, ids=[f"{path.parent.name}/{path.stem}-{question}" for path, question in ASKED]
)
def test_records_are_taken(path: Path, question: str) -> None:
    """In one draft each, turn by turn: a record is long."""
    draft = ("2020-12", "draft-07")[ASKED.index((path, question)) % 2]
    pack = load_pack(path.parent.name)
    record = decide(pack, Dossier.from_file(path), on=date(2026, 11, 21), question=question).to_json()
    assert complaints("determination", draft, json.loads(record)) == []


@DRAFTS
def test_a_record_with_anything_left_out_or_put_in_is_refused(draft: str) -> None:
    record = json.loads(ran("check", "-", *ON, "--format", "json", stdin=PASSING).out)
    for key in record:
        assert complaints("determination", draft, {other: record[other] for other in record if other != key}), key
    assert complaints("determination", draft, {**record, "more": 1})
    for key in list(record["norms"][0]["step"]):
        step = {other: value for other, value in record["norms"][0]["step"].items() if other != key}
        norms = [{**record["norms"][0], "step": step}, *record["norms"][1:]]
        assert complaints("determination", draft, {**record, "norms": norms}), key
    assert complaints("determination", draft, {**record, "norms": [{**record["norms"][0], "step": {"kind": "magic"}}]})
    assert complaints("determination", draft, {**record, "verdict": "MAYBE"})


HISTORIES = sorted([*(ROOT / "examples").glob("histories/*.yaml"), ROOT / "tests/packs/ferry.history.yaml"])


@DRAFTS
@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_histories_and_what_they_come_to_are_taken(path: Path, draft: str) -> None:
    assert complaints("history", draft, instance(path)) == []
    history = History.from_file(path)
    assert complaints("history", draft, history.to_dict()) == []
    pack = load_pack(ROOT / "tests/packs/ferry.yaml" if history.city == "ferry" else history.city or "")
    record = json.loads(status(pack, history, on=date(2026, 11, 21)).to_json())
    assert complaints("status", draft, record) == []
    for key in record:
        assert complaints("status", draft, {other: record[other] for other in record if other != key}), key
    assert complaints("status", draft, {**record, "more": 1})
    if record["duties"]:
        assert complaints("status", draft, {**record, "duties": [{**record["duties"][0], "state": "forgotten"}]})


BAD_HISTORIES: dict[str, Edit] = {
    "no centre": lambda history: history.pop("centre"),
    "no city": lambda history: history.pop("city"),
    "another form": lambda history: history.update(format="history-2"),
    "an unknown key": lambda history: history.update(note="x"),
    "an event without its day": lambda history: history["events"][0].pop("day"),
    "nobody who recorded it": lambda history: history["events"][0].pop("by"),
    "an unknown kind": lambda history: history["events"][0].update(kind="lighted"),
    "a field of another kind": lambda history: history["events"][0].update(grade="明亮"),
    "a report about no year": lambda history: history["events"][1].pop("year"),
    "a withdrawal of nothing": lambda history: history["events"].append(
        {"kind": "withdrawn", "day": "2024-01-01", "by": "x", "basis": "y"}
    ),
    "an unknown kind of evaluation": lambda history: history["events"][2].update(type="每日"),
    "a day in words": lambda history: history["events"][0].update(day="去年"),
}


@DRAFTS
@pytest.mark.parametrize("edit", BAD_HISTORIES.values(), ids=list(BAD_HISTORIES))
def test_a_history_that_the_library_refuses_by_its_shape_is_refused(edit: Edit, draft: str) -> None:
    written = copy.deepcopy(instance(ROOT / "tests/packs/ferry.history.yaml"))
    assert complaints("history", draft, written) == []
    edit(written)
    assert complaints("history", draft, written)
    with pytest.raises(InputError):
        History.from_dict(written)


@DRAFTS
def test_outcomes_of_the_command_line_are_taken(draft: str, tmp_path: Path) -> None:
    names = []
    for name, text in {"a": PASSING, "b": MISSING, "c": REFUSED}.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        names.append(str(tmp_path / f"{name}.yaml"))
    for more in ((), ("--in-force-only",)):
        done = ran("check", *names, "nowhere.yaml", "--pack", DEMO, "--on", "2025-06-01", *more, "--format", "json")
        assert complaints("outcomes", draft, done.json) == []
        done.json["outcomes"][0].pop("dossier")
    assert complaints("outcomes", draft, {"format": "1", "outcomes": [{"dossier": "x"}]})


BAD_DOSSIERS = {
    "an unknown key": "lead:\n  knd: 企业\n",
    "an unknown key of a list's member": "partners:\n  - nmae: 晨星示例研究所\n",
    "a word that is none of the field's": "lead:\n  kind: 公司\n",
    "a number without a unit": "centre:\n  premises:\n    - area: 600\n",
    "a text without a unit": "centre:\n  premises:\n    - area: '600'\n",
    "the unit of another kind": "centre:\n  premises:\n    - area: 600元\n",
    "the unit of another kind in machine form": "centre:\n  premises:\n    - area: {amount: '600', unit: 元}\n",
    "an amount that is no text": "centre:\n  premises:\n    - area: {amount: 600, unit: 平方米}\n",
    "a negative amount": "centre:\n  premises:\n    - area: -600平方米\n",
    "an estimate": "centre:\n  premises:\n    - area: 约600平方米\n",
    "a list where one thing belongs": "lead: []\n",
    "a thing where a list belongs": "partners:\n  name: 晨星示例研究所\n",
    "a text where true or false belongs": "lead:\n  is_legal_person: 是\n",
    "a day in another form": "stated_on: 2026年3月1日\n",
    "a name as a seat": "lead:\n  seat: 聊城市\n",
    "another form's version": "format: '9'\n",
    "a city's own fact that it does not declare": "liaocheng:\n  fixed_researcher: 23人\n",
    "a city's own fact in a wrong unit": "liaocheng:\n  fixed_researchers: 23家\n",
}


@DRAFTS
@pytest.mark.parametrize("text", BAD_DOSSIERS.values(), ids=list(BAD_DOSSIERS))
def test_a_dossier_that_the_library_refuses_by_its_shape_is_refused(text: str, draft: str) -> None:
    assert complaints("dossier", draft, instance(text))
    with pytest.raises(InputError):
        decide(load_pack("liaocheng"), Dossier.from_yaml(text), on=date(2026, 11, 21))


def _require(pack: Any) -> Any:
    return pack["norms"][0]["require"]


BAD_PACKS: dict[str, Edit] = {
    "an unknown key": lambda pack: pack.update(tittle="x"),
    "no authority": lambda pack: pack.pop("authority"),
    "no norms": lambda pack: pack.update(norms=[]),
    "an id with a capital": lambda pack: pack.update(pack="Demo"),
    "a title in one language": lambda pack: pack["norms"][0].update(title={"zh": "题"}),
    "an article that is a text": lambda pack: pack["norms"][0].update(cites={"article": "一"}),
    "an unknown strength": lambda pack: pack["norms"][0].update(strength="soft"),
    "an unknown question": lambda pack: pack["norms"][0].update(question="exit"),
    "a bare number as a bound": lambda pack: _require(pack).update(at_least=600),
    "a bare number as a bound in quotes": lambda pack: _require(pack).update(at_least="600"),
    "no printed word": lambda pack: _require(pack).pop("printed"),
    "a printed word of another comparator": lambda pack: _require(pack).update(printed="超过"),
    "two comparators": lambda pack: _require(pack).update(at_most="700平方米"),
    "no comparator": lambda pack: _require(pack).pop("at_least"),
    "a field that no list has": lambda pack: _require(pack).update(each="aera"),
    "an expression": lambda pack: pack["norms"][0].update(require="area >= 600"),
    "two connectives in one mapping": lambda pack: pack["norms"][0].update(
        require={"all": [{"finding": "demo.strong"}], "any": [{"finding": "demo.strong"}]}
    ),
    "an empty connective": lambda pack: pack["norms"][0].update(require={"all": []}),
    "an unknown window": lambda pack: pack["norms"][0].update(
        require={"sum": "lead.rd_spending", "over": "last three years", "at_least": "1元", "printed": "不少于"}
    ),
    "a unit that does not exist": lambda pack: pack["facts"][0].update(unit="斤"),
    "a quantity without a unit": lambda pack: pack["facts"][0].pop("unit"),
    "a fingerprint that is none": lambda pack: pack["provisions"][0].update(text_sha256="abc"),
    "what became of it in other words": lambda pack: pack["provisions"][0].update(became="rules"),
    "a term with measure and condition": lambda pack: pack["terms"][0].update(condition={"finding": "demo.strong"}),
}


@DRAFTS
@pytest.mark.parametrize("edit", BAD_PACKS.values(), ids=list(BAD_PACKS))
def test_a_pack_that_the_library_refuses_by_its_shape_is_refused(edit: Edit, draft: str) -> None:
    written = source.plain(source.read_document(DEMO).root)
    edit(written)
    assert complaints("pack", draft, _plain(copy.deepcopy(written)))
    with pytest.raises(PackError):
        pack_of(source.from_python(written))


def _properties(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every named property of a schema, at any depth."""
    if isinstance(node, dict):
        for name, inner in node.get("properties", {}).items() if isinstance(node.get("properties"), dict) else ():
            yield f"{path}.{name}", inner
        for key, inner in node.items():
            yield from _properties(inner, f"{path}.{key}")
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from _properties(item, f"{path}[{index}]")


def test_every_field_of_a_dossier_has_its_title_in_both_languages_and_its_evidence() -> None:
    schema = json.loads(published()["dossier.schema.json"])
    named = {path: told for path, told in _properties(schema) if not path.endswith((".amount", ".unit"))}
    assert len(named) > 150
    assert [path for path, told in named.items() if not told.get("title") or not told.get("description")] == []


def test_every_field_of_a_history_has_its_title_and_its_evidence() -> None:
    schema = json.loads(published()["history.schema.json"])
    named = {path: told for path, told in _properties(schema) if ".allOf" not in path}
    assert len(named) > 40
    assert [path for path, told in named.items() if not told.get("title") or not told.get("description")] == []


def test_every_key_of_a_pack_outside_conditions_has_its_title_in_both_languages() -> None:
    schema = json.loads(published()["pack.schema.json"])
    outside = {path: told for path, told in _properties({"properties": schema["properties"]}) if told is not False}
    keys = {path: told for path, told in outside.items() if "oneOf" not in path}
    assert [path for path, told in keys.items() if not (told.get("title") and told.get("description"))] == []


def test_the_schemas_are_of_a_size_that_an_editor_reads_at_once() -> None:
    assert {name: len(text) for name, text in published().items() if len(text) > 240_000} == {}
