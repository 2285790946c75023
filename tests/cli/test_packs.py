"""`packs` and `schema`: what travels with the library."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import ROOT, ran
from tic_rules import load_pack, pack_names


def test_every_pack_is_listed_with_its_digest_kind_and_counts() -> None:
    told = ran("packs", "--on", "2026-11-21", "--format", "json").json
    assert [pack["id"] for pack in told["packs"]] == list(pack_names())
    for pack in told["packs"]:
        made = load_pack(pack["id"])
        assert (pack["version"], pack["digest"], pack["kind"]) == (made.version, made.digest, made.kind.value)
        assert pack["counts"]["norms"] == len(made.norms) == sum(pack["counts"]["norms_by_question"].values())
        assert pack["standing"]["says"]["zh"]
        assert pack["standing"]["says"]["en"].isascii()


@pytest.mark.parametrize(
    ("day", "standing"), [("2026-01-21", "in force"), ("2026-01-22", "lapsed"), ("2023-01-01", "not yet in force")]
)
def test_the_standing_is_that_of_the_day_asked(day: str, standing: str) -> None:
    packs = ran("packs", "--on", day, "--format", "json").json["packs"]
    assert next(pack for pack in packs if pack["id"] == "jinzhong")["standing"]["kind"] == standing


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_people_are_told_city_kind_and_digest(lang: str) -> None:
    done = ran("packs", "--lang", lang)
    assert done.code == 0
    for name in pack_names():
        pack = load_pack(name)
        assert pack.digest in done.out
        assert pack.jurisdiction.of(lang) in done.out


@pytest.mark.parametrize("args", [("packs", "liaocheng"), ("packs", "--on", "soon"), ("packs", "--format", "yaml")])
def test_what_packs_does_not_take_is_said(args: tuple[str, ...]) -> None:
    done = ran(*args)
    assert (done.code, done.out) == (2, "")
    assert len(done.codes) == 1


@pytest.mark.parametrize("name", ["dossier", "pack", "determination", "outcomes"])
@pytest.mark.parametrize(("draft", "file"), [("7", ".draft-07"), ("2020-12", ""), (None, "")])
def test_a_schema_is_the_published_file(name: str, draft: str | None, file: str) -> None:
    done = ran("schema", name, *(() if draft is None else ("--draft", draft)))
    assert done.code == 0
    assert done.out == (ROOT / f"schema/{name}{file}.schema.json").read_text("utf-8")
    assert json.loads(done.out)["$schema"]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ("schema", "E020"),
        ("schema dosier", "E022"),
        ("schema dossier pack", "E021"),
        ("schema dossier --draft 4", "E009"),
        ("schema ../pyproject.toml", "E022"),
    ],
)
def test_a_schema_that_there_is_not_is_refused(args: str, code: str) -> None:
    done = ran(*args.split())
    assert (done.code, done.out, done.codes) == (2, "", [code])
