"""docs/errors.md has an entry for each code, says what the program says, and its examples are true."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest

import tic_rules as tic
from tests.project.errors_page import DAY, DEMO, PAGE, PASSING, ROOT, codes_of, entries, refreshed, said
from tic_rules import source
from tic_rules.lifecycle.line import digest_of
from tic_rules.messages import MESSAGES
from tic_rules.report.error_page import Entry

ENTRIES = {entry.code: entry for entry in entries()}
RUN = [entry for entry in ENTRIES.values() if entry.wrong is not None and entry.wrong.kind != "text"]


@cache
def _record() -> str:
    dossier = tic.Dossier.from_file(ROOT / PASSING)
    return tic.decide(tic.load_pack("liaocheng"), dossier, on=DAY).to_json()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The dossiers that the command lines of the page name."""
    files = {
        "资料.yaml": (ROOT / PASSING).read_text("utf-8"),
        "别的城市.yaml": "application:\n  city: shanghai\n",
        "外地.yaml": 'lead:\n  seat: "440106"\n',
        "没有城市.yaml": "lead:\n  kind: 企业\n",
        "编号写错.yaml": (ROOT / PASSING).read_text("utf-8").replace("finding: lc.team", "finding: ic.team"),
        "办法.txt": "第一条 为了示例。\n",
        "记录.json": _record(),
        "别版记录.json": _record().replace('"digest": "sha256:', '"digest": "sha256:0', 1),
        "几份.json": '{"format": "1", "outcomes": []}\n',
        "重复.json": '{"format": "1", "format": "1"}\n',
    }
    for name, text in {**files, **_after_approval(tmp_path / "登记簿.jsonl")}.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def _after_approval(path: Path) -> dict[str, str]:
    """A register, copies of it to which something was done, and what is recorded in it."""
    event = "kind: approved\nday: 2022-06-18\nby: 市科技局\nbasis: 批复\n"
    register = tic.Register(path)
    register.enrol("hh-001", "hohhot", "虚构技术创新中心")
    register.append("hh-001", tic.Event.model_validate(source.plain(source.parse_yaml(event).root)))
    register.enrol("hh-002", "hohhot", "虚构二号技术创新中心")
    text = path.read_text("utf-8")
    first, _, third = text.splitlines(keepends=True)
    odd: dict[str, object] = {**json.loads(first), "note": "x"}
    odd["digest"] = digest_of(odd)
    return {
        "残行.jsonl": f"{text}{third[:40]}\n",
        "改动.jsonl": text.replace("2022-06-18", "2022-06-19"),
        "缺行.jsonl": first + third,
        "异样.jsonl": json.dumps(odd, ensure_ascii=False) + "\n",
        "已有.ics": "",
        "中心.yaml": "centre: hh-003\ncity: 呼和浩特\nname: 虚构三号技术创新中心\n",
        "同一中心.yaml": "centre: hh-002\ncity: 呼和浩特\nname: 虚构二号技术创新中心\n",
        "事件.yaml": event,
        "历史.yaml": f"centre: hh-001\ncity: hohhot\nevents:\n  - {{{_flow(event)}}}\n",
        "外市历史.yaml": "centre: d-001\ncity: demo\n",
        "没有后续.yaml": DEMO.read_text("utf-8"),
    }


def _flow(mapping: str) -> str:
    return ", ".join(mapping.splitlines())


def test_each_code_has_one_entry_in_the_order_of_the_codes() -> None:
    found = [entry.code for entry in entries()]
    assert found == sorted(MESSAGES)


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))
def test_an_entry_says_what_the_program_says_and_why_in_both_languages(entry: Entry) -> None:
    """`make errors` copies the sentences anew."""
    assert entry.paragraphs[:2] == said(entry.code)
    zh, en = entry.paragraphs[2:]
    assert re.search(r"[一-鿿]", zh)
    assert re.match(r"[\x00-\x7f]", en)


@pytest.mark.parametrize("entry", RUN, ids=[entry.code for entry in RUN])
def test_the_wrong_example_raises_its_code_and_the_right_one_nothing(entry: Entry, folder: Path) -> None:
    assert entry.wrong is not None
    assert entry.right is not None
    assert entry.code in codes_of(entry.wrong, folder)
    assert codes_of(entry.right, folder) == set()


def test_a_page_that_is_current_is_not_changed_and_a_lost_entry_comes_back_empty() -> None:
    page = PAGE.read_text("utf-8")
    assert refreshed(page) == page
    start, end = page.index("### E131"), page.index("### E132")
    again = refreshed(page[:start] + page[end:])
    assert again.index("### E130") < again.index(f"### E131\n\n{said('E131')[0]}") < again.index("### E132")
    assert refreshed(page.replace(said("E131")[0], "别的话。")) == page


def test_few_examples_are_not_run() -> None:
    assert len(ENTRIES) - len(RUN) < 25


def test_every_code_is_raised_somewhere() -> None:
    files = [path for path in (ROOT / "src").rglob("*.py") if path.parent.name != "messages"]
    source = "\n".join(path.read_text("utf-8") for path in files)
    assert set(re.findall(r'"([EW][0-9]{3})"', source)) == set(MESSAGES)


def test_no_code_is_in_the_catalogue_twice() -> None:
    keys = [key for module in _modules() for key in module]
    assert len(keys) == len(set(keys)) == len(MESSAGES)


def test_codes_stand_in_their_order_and_no_two_modules_share_a_range() -> None:
    modules = _modules()
    assert [module for module in modules if module != sorted(module)] == []
    assert len(modules) == 13
    assert all(before[-1] < after[0] for before, after in pairwise(modules))


def _modules() -> list[list[str]]:
    """The codes of each module of messages, as they stand there, those modules first that begin first."""
    files = (ROOT / "src/tic_rules/messages").glob("*.py")
    found = (re.findall(r'^    "([EW][0-9]{3})": ', path.read_text("utf-8"), re.MULTILINE) for path in files)
    return sorted(keys for keys in found if keys)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_both_languages_name_the_same_values(code: str) -> None:
    message = MESSAGES[code]

    def named(template: str) -> set[str]:
        fields = {field for _, field, _, _ in Formatter().parse(template) if field}
        return {field.removesuffix("_zh").removesuffix("_en") for field in fields}

    assert named(message.zh) == named(message.en)
    assert named(message.help_zh) == named(message.help_en)
