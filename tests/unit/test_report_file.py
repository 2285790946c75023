"""The report as a file: whole in both languages, article by article, and never over another file unasked."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import ROOT, ran
from tests.unit.reports import ALL, EXAMPLES, LANGUAGES, example, hostile
from tests.unit.test_report_html import Node, Parsed
from tic_rules import Determination, Dossier, Question, UsageError, decide, load_pack
from tic_rules.errors import Lang
from tic_rules.report import file


def body(text: str) -> Node:
    """What stands in the body, as a tree."""
    return Parsed(text.partition("<body>")[2].partition("</body>")[0]).root


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_in_both_languages_the_one_asked_for_first(lang: Lang, tmp_path: Path) -> None:
    path = tmp_path / "报告.html"
    assert example("failing").report(str(path), lang) == path
    text = path.read_text("utf-8")
    assert text == file.render(example("failing"), lang=lang)
    sections = body(text).all("section")
    expected = ["zh-CN", "en"] if lang == "zh" else ["en", "zh-CN"]
    assert [section.attributes["lang"] for section in sections] == expected
    assert f'<html lang="{expected[0]}">' in text


@pytest.mark.parametrize(("name", "question"), ALL)
def test_every_norm_that_was_asked_stands_once_under_its_first_article_in_the_order_of_the_text(
    name: str, question: Question
) -> None:
    found = example(name, question)
    tried = {norm for track in found.tracks if track.verdict.value != "NOT_APPLICABLE" for norm in track.norms}
    chinese = body(file.render(found)).all("section")[0]
    articles = [node for node in chinese.all("div") if node.attributes.get("class") == "part article"]
    heads = [node.all("h5")[0].text.strip() for node in articles]
    assert len(set(heads)) == len(heads)
    firsts = [min(place.at for place in norm.cites) for norm in found.norms if norm.id in tried]
    assert len(heads) == len({(at.article, at.occurrence) for at in firsts})
    each = [node for article in articles for node in article.all("ul")[0].children if isinstance(node, Node)]
    assert len(each) == len(tried)
    if heads:
        lowest = min(firsts)
        assert heads[0].startswith(type(lowest)(lowest.article).text())


def test_nothing_is_folded_away_nothing_is_fetched_and_nothing_runs() -> None:
    text = file.render(hostile("failing"))
    root = body(text)
    assert not {node.tag for node in root.all()} & {"script", "img", "a", "details", "iframe", "link"}
    assert not {"src", "href", "style", "id"} & {key for node in root.all() for key in node.attributes}
    assert "url(" not in text
    assert "@import" not in text
    title = text.partition("<title>")[2].partition("</title>")[0]
    assert not set("<>") & set(title)
    assert "size: A4" in text


def test_it_says_how_to_run_it_again_and_that_command_gives_the_same_verdict(tmp_path: Path) -> None:
    text = body(file.render(example("failing"))).all("section")[0].text
    command = re.search("命令：(tic-rules check .*?)\n", text)
    assert command is not None
    _, *args = shlex.split(command[1])
    again = ran(*(str(EXAMPLES / "failing.yaml") if arg == "资料文件" else arg for arg in args), "--format", "json")
    assert again.out == example("failing").to_json()
    call = re.search("程序调用：(decide.*?)\n", text)
    assert call is not None
    names: dict[str, Any] = {"decide": decide, "load_pack": load_pack, "Dossier": Dossier, "date": date}
    called = eval(call[1].replace("资料文件", str(EXAMPLES / "failing.yaml")), names)
    assert called == example("failing")
    for digest in (example("failing").pack.digest, example("failing").dossier_digest):
        assert digest in text


def test_a_pack_of_ones_own_and_a_track_named_are_told_in_the_command() -> None:
    demo = load_pack(ROOT / "tests/project/errors/demo.yaml")
    found = decide(demo, Dossier.from_dict({}), on=date(2026, 11, 21), tracks=[demo.tracks[0].id])
    assert f"--pack PACK --question entry --on 2026-11-21 --track {demo.tracks[0].id} --full" in file.render(found)


def test_a_file_that_is_there_is_kept_unless_asked_and_no_draft_is_left(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("mine", "utf-8")
    with pytest.raises(UsageError) as error:
        example("passing").report(path)
    assert [problem.code for problem in error.value.problems] == ["E037"]
    assert path.read_text("utf-8") == "mine"
    example("passing").report(path, overwrite=True)
    assert path.read_text("utf-8") == file.render(example("passing"))
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_to_nowhere_is_something_that_is_there(tmp_path: Path) -> None:
    link = tmp_path / "link.html"
    link.symlink_to(tmp_path / "elsewhere.html")
    with pytest.raises(UsageError):
        example("passing").report(link)
    assert list(tmp_path.iterdir()) == [link]


@pytest.mark.parametrize("name", ["no-such-folder/report.html", "a" * 300, "nul\0.html", ""])
def test_what_cannot_be_written_is_said_and_leaves_nothing_behind(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        example("passing").report(f"{tmp_path}/{name}")
    assert {problem.code for problem in error.value.problems} <= {"E037", "E038"}
    assert list(tmp_path.iterdir()) == []
    for lang in LANGUAGES:
        assert error.value.lines(lang)


def test_a_file_system_without_links_keeps_what_is_there_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "report.html"
    example("passing").report(path)
    with pytest.raises(UsageError):
        example("passing").report(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_recorded_determination_gives_the_same_file() -> None:
    again = Determination.from_json(example("failing").to_json())
    assert file.render(again) == file.render(example("failing"))
