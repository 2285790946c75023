"""How packs and dossiers show themselves: every norm, every fact, escaped, in both languages."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from tests.unit.reports import EXAMPLES, HOSTILE, LANGUAGES
from tests.unit.test_report_html import Parsed
from tic_rules import Dossier, load_pack, pack_names
from tic_rules.errors import Lang
from tic_rules.report import dossier_shown, pack_shown

DOSSIERS = sorted(Path(EXAMPLES).parent.rglob("*.yaml"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", pack_names())
def test_a_pack_shows_every_norm_with_its_id_and_whether_it_is_in_force(name: str, lang: Lang) -> None:
    pack = load_pack(name)
    root = Parsed(pack_shown.html(pack, lang)).root
    for norm in pack.norms:
        assert norm.title.of(lang) in root.text
        assert norm.id in root.text
    rows = [row for table in root.all("table") for row in table.all("tbody")[0].all("tr")]
    assert len(rows) == len(pack.norms) + len(pack.tracks)
    assert pack.digest in pack_shown.summary(pack, lang)
    assert len(pack_shown.summary(pack, lang).splitlines()) <= 8
    assert pack_shown.markdown(pack, lang).count("\n| ") >= len(rows)


def test_whether_a_pack_is_in_force_is_said_first() -> None:
    first = {name: pack_shown.summary(load_pack(name)).splitlines()[0] for name in pack_names()}
    assert first["liaocheng"] == first["chongqing"] == "征求意见稿，在任何一天都不是施行中"
    assert first["hohhot"] == first["shijiazhuang"] == "施行日期文本未载明"
    assert first["jinzhong"].endswith("至2026年1月21日")


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_dossier_shows_every_fact_once_with_its_place(path: Path) -> None:
    dossier = Dossier.from_file(path)
    for lang in LANGUAGES:
        root = Parsed(dossier_shown.html(dossier, lang)).root
        places = [row.all("td")[-1].text.strip() for table in root.all("table") for row in table.all("tr")[1:]]
        assert len(set(places)) == len(places) > 10
        assert {place.partition(".")[0].partition("[")[0] for place in places} == set(dossier.to_dict()) - {"format"}
        assert dossier.digest in root.text


def test_amounts_and_years_are_said_as_people_say_them() -> None:
    text = dossier_shown.markdown(Dossier.from_file(EXAMPLES / "failing.yaml")).replace("&#46;", ".")
    assert "| 研发费用（按年），2024年 | 289.99万元 |" in text
    assert "| 是否独立法人 | 是 |" in text


def test_a_dossier_nobody_has_checked_shows_itself_without_an_error() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for odd in (Dossier.model_construct(), Dossier.model_construct(lead=7), Dossier.from_dict({})):  # type: ignore[arg-type]
            assert set(odd._repr_mimebundle_()) == {"text/plain", "text/markdown", "text/html"}
            assert "<section" in odd._repr_html_()


def test_nothing_that_a_dossier_says_becomes_markup() -> None:
    dossier = Dossier.from_dict({"lead": {"name": "<img src=x onerror=alert(1)>|`x`"}, "partners": [{"name": "a|b"}]})
    for lang in LANGUAGES:
        root = Parsed(dossier_shown.html(dossier, lang)).root
        assert not {node.tag for node in root.all()} & {"script", "img", "a"}
        assert "<img src=x" in root.text
        assert not set("<>`") & set(dossier_shown.markdown(dossier, lang))
    assert HOSTILE not in dossier_shown.summary(dossier)
