"""`coverage`: every provision with what became of it, and what another text changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from tests.cli.command import ran
from tic_rules import load_pack, pack_names
from tic_rules.packs.text import fingerprint

TEXT: Final = """\
第一条  为了示例，制定本办法。
第二条  申报单位应当符合下列条件：
（一）科研用房不少于600平方米；
（二）研究人员不少于15人。
第三条  由示例市科学技术局解释。
"""
FIRST, SECOND, THIRD = (f"第{number}条" for number in "一二三")


def pack_for(text: str, folder: Path) -> Path:
    """A pack that lists the provisions of TEXT, with fingerprints of a text."""
    from tests.cli.command import DEMO
    from tic_rules.packs.text import read_regulation

    head = DEMO.read_text("utf-8").partition("\ntracks:")[0].replace("headings: 2", "headings: 3")
    listed = []
    for provision in read_regulation(text):
        lines = [f"  - article: {provision.article}"]
        if provision.item:
            lines.append(f"    item: {provision.item}")
        lines.append(f"    text_sha256: {provision.text_sha256}")
        names = {(2, None): ["demo.area", "demo.room"], (2, 1): ["demo.room"]}.get((provision.article, provision.item))
        if provision.prints:
            lines += ["    prints:", *(f"      - '{word}'" for word in provision.prints)]
        lines.append(f"    became: {'norms' if names else 'people'}")
        if names:
            lines += ["    norms:", *(f"      - {name}" for name in names)]
        else:
            lines += ["    why:", "      zh: 由人掌握，应15人。", "      en: Left to people."]
        listed.append("\n".join(lines))
    norms = "\n".join(NORM.format(id=name, cites=cites) for name, cites in (("area", ""), ("room", "\n      item: 1")))
    tracks = "\ntracks:\n  - id: all\n    title:\n      zh: 申报\n      en: Application\n"
    path = folder / "own.yaml"
    path.write_text(f"{head}{tracks}norms:\n{norms}provisions:\n" + "\n".join(listed) + "\n", "utf-8")
    return path


NORM: Final = """\
  - id: demo.{id}
    cites:
      article: 2{cites}
    title:
      zh: 单位类型
      en: Kind of unit
    explain:
      zh: 企业。
      en: An enterprise.
    require:
      fact: lead.kind
      is: 企业
"""


def told(text: str, folder: Path) -> Any:
    """What coverage says of a text that is compared with a pack of TEXT."""
    (folder / "new.txt").write_text(text, "utf-8")
    done = ran("coverage", pack_for(TEXT, folder), "--source", "new.txt", "--format", "json")
    assert done.err == ""
    return done.json["source"] | {"code": done.code}


def test_the_same_text_is_the_same_whatever_its_spaces_and_line_ends(folder: Path) -> None:
    for text in (TEXT, TEXT.replace("\n", "\r\n"), TEXT.replace("  ", "　"), f"\ufeff{TEXT}"):
        found = told(text, folder)
        assert (found["code"], found["same"], found["changes"]) == (0, True, [])


def test_a_changed_item_touches_its_norms_and_perhaps_those_of_its_article(folder: Path) -> None:
    found = told(TEXT.replace("600平方米", "700平方米"), folder)
    assert (found["code"], found["norms"], found["perhaps"]) == (1, ["demo.room"], ["demo.area"])
    assert [(c["at"]["text"]["zh"], c["kind"]) for c in found["changes"]] == [
        ("第二条", "changed"),
        ("第二条（一）", "changed"),
    ]
    assert found["changes"][1]["only_listed"] == ["600平方米"]
    assert found["changes"][1]["only_printed"] == ["700平方米"]


def test_a_changed_opening_of_an_article_touches_all_that_is_drawn_from_it(folder: Path) -> None:
    found = told(TEXT.replace("申报单位应当", "申报单位均应当"), folder)
    assert (found["norms"], found["perhaps"]) == (["demo.area", "demo.room"], [])


def test_an_article_without_norms_touches_none(folder: Path) -> None:
    found = told(TEXT.replace("为了示例", "为了举例"), folder)
    assert [c["at"]["article"] for c in found["changes"]] == [1]
    assert found["norms"] == found["perhaps"] == []


def test_an_item_that_is_new_and_one_that_is_gone_are_told(folder: Path) -> None:
    more = told(TEXT.replace("15人。", "15人；\n（三）另有一项。"), folder)
    assert ("第二条（三）", "added") in [(c["at"]["text"]["zh"], c["kind"]) for c in more["changes"]]
    less = told(TEXT.replace("；\n（二）研究人员不少于15人。", "。"), folder)
    assert ("第二条（二）", "gone") in [(c["at"]["text"]["zh"], c["kind"]) for c in less["changes"]]


def test_an_article_put_in_is_told_by_the_number_of_articles(folder: Path) -> None:
    found = told(f"{TEXT}第四条  本办法自公布之日起施行。\n", folder)
    assert found["articles"] == 4
    said = ran("coverage", "own.yaml", "--source", "new.txt", "--lang", "en")
    assert "It had 3 articles and has 4" in " ".join(said.out.split())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_people_are_told_which_norms_to_look_at_again(folder: Path, lang: str) -> None:
    (folder / "new.txt").write_text(TEXT.replace("600", "700"), "utf-8")
    done = ran("coverage", pack_for(TEXT, folder), "--source", "-", "--lang", lang, stdin=TEXT.replace("600", "700"))
    assert done.code == 1
    assert "demo.room" in done.out
    assert "700平方米" in done.out


@pytest.mark.parametrize("city", pack_names())
def test_every_provision_of_every_pack_is_accounted_for(city: str) -> None:
    [told] = ran("coverage", city, "--format", "json").json["packs"]
    pack = load_pack(city)
    assert len(told["provisions"]) == len(pack.provisions) == sum(told["became"].values())
    known = {*pack.norm_by_id, *pack.term_by_id} | {one.id for one in pack.relaxations} | {t.id for t in pack.tracks}
    known |= {part.id for part in pack.lifecycle.cited} if pack.lifecycle is not None else set()
    for provision in told["provisions"]:
        assert provision["norms"] or provision["why"]
        assert set(provision["norms"]) <= known
    drawn = {name for provision in told["provisions"] for name in provision["norms"]}
    assert set(pack.norm_by_id) <= drawn


def test_all_packs_are_counted_where_none_is_named() -> None:
    done = ran("coverage")
    assert [line.split()[0] for line in done.out.splitlines() if line and line[0].isascii() and line[0] != " "] == list(
        pack_names()
    )


@pytest.mark.parametrize(
    ("args", "stdin", "code"),
    [
        (("liaocheng", "hohhot"), "", "E021"),
        (("--source", "-"), TEXT, "E024"),
        (("liaocheng", "--source", "-"), "没有条的文本\n", "E025"),
        (("liaocheng", "--source", "-"), b"\xff\xfe\x00", "E108"),
        (("liaocheng", "--source", "-"), "", "E025"),
        (("liaocheng", "--source", "nowhere.txt"), "", "E101"),
        (("liaochen",), "", "E001"),
        (("passing.yaml",), "", "E205"),
    ],
)
def test_what_cannot_be_compared_is_said(args: tuple[str, ...], stdin: str | bytes, code: str) -> None:
    done = ran("coverage", *args, stdin=stdin)
    assert (done.code, done.out) == (2, "")
    assert code in done.codes


def test_the_fingerprint_of_the_tests_is_that_of_the_library() -> None:
    assert fingerprint("第一条　为了") == fingerprint("第一条 为了")
