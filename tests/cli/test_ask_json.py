"""`ask --format json`: an outside system that knows nothing but the JSON drives an interview to its end."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Ran, ran
from tests.cli.oracle import passing, read
from tic_rules import Dossier, decide, load_pack
from tic_rules.engine.questions import next_questions
from tic_rules.source import steps_of
from tic_rules.truth import Verdict

DAY = date(2026, 11, 21)
ON = ("--on", DAY.isoformat())
FILE = Path("dossier-liaocheng.yaml")


def _turn(city: str, *answers: str) -> Ran:
    given = [word for answer in answers for word in ("--answer", answer)]
    return ran("ask", city, *ON, "--format", "json", *given)


class _Outside:
    """An outside system: it holds the facts of one applicant, and reads nothing of the program but its JSON."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.facts = facts

    def answer(self, question: dict[str, Any]) -> str | None:
        """What to give behind ``--answer``; None where it does not know.

        It may hold the members and not their total, or the total and not the years.
        """
        if question["kind"] == "finding":
            value = self._finding(question["path"])
        else:
            value = self._at(question["path"])
        if value is None:
            return next((told for path in question["instead"] if (told := self._instead(path))), None)
        match question["kind"]:
            case "list":
                written = json.dumps([next(iter(member.values())) for member in value], ensure_ascii=False)
            case "thing":
                written = "none" if value == "none" else "true"
            case "finding":
                written = json.dumps(value, ensure_ascii=False, default=str)
            case "flag":
                written = "true" if value else "false"
            case _:
                written = str(value)
        return f"{question['path']}={written}"

    def _instead(self, path: str) -> str | None:
        kind = "list" if isinstance(self._at(path), list) else ""
        return self.answer({"path": path, "kind": kind, "instead": []})

    def _at(self, path: str) -> Any:
        here: Any = self.facts
        for step in steps_of(path):
            if isinstance(here, list) and isinstance(step, int) and step > 999:
                here = next((entry["amount"] for entry in here if entry["year"] == step), None)
            elif isinstance(here, list):
                here = here[int(step)]
            else:
                here = here.get(step) if isinstance(here, dict) else None
            if here is None:
                return None
        return here

    def _finding(self, path: str) -> Any:
        name, _, about = path.partition("@")
        called = {about, self._at(about)["name"]} if about else {""}
        for entry in self.facts["findings"]:
            if entry["finding"] == name and entry.get("about", "") in called:
                return {key: entry[key] for key in ("answer", "by", "day", "basis")}
        return None


@pytest.mark.parametrize(("city", "name"), [("liaocheng", "聊城"), ("hohhot", "hohhot")])
def test_an_outside_system_drives_the_interview_to_its_end(city: str, name: str) -> None:
    outside = _Outside(passing(city))
    done = _turn(name)
    turns = 0
    while questions := done.json["questions"]:
        assert done.code == 3
        assert done.json["verdict"] in {"UNKNOWN", "REVIEW"}
        done = _turn(name, next(told for question in questions if (told := outside.answer(question))))
        assert done.err == ""
        turns += 1
        assert turns < 200
    assert (done.code, done.json["verdict"], done.json["pack"]["id"]) == (0, "PASS", city)
    file = Path(done.json["dossier"])
    determination = decide(load_pack(city), Dossier.from_file(file, cities=[city]), on=DAY)
    assert determination.verdict is Verdict.PASS
    assert ran("check", file, "--city", name, *ON).code == 0


def test_the_questions_are_the_engines_in_its_order_with_all_that_an_answer_needs() -> None:
    done = _turn("liaocheng")
    pack = load_pack("liaocheng")
    determination = decide(pack, Dossier.from_file(FILE), on=DAY)
    points = [question.point for question in next_questions(pack, determination)]
    told = done.json["questions"]
    assert [one["path"].partition("@")[0] for one in told] == [point.name for point in points]
    for one, question in zip(told, next_questions(pack, determination), strict=True):
        assert one["norms"] == len(question.touches) == len(one["matters_for"])
        assert [norm["id"] for norm in one["matters_for"]] == list(question.touches)
        assert all(norm["cites"] and "第" in norm["cites"][0]["zh"] for norm in one["matters_for"])
        assert one["title"]["zh"]
        assert one["form"]["en"]
        assert bool(one.get("decided_by")) == (one["kind"] == "finding")
        assert bool(one.get("units")) == (one["kind"] == "quantity")
    kind = next(one for one in told if one["path"] == "lead.kind")
    assert kind["kind"] == "choice"
    assert {"value": "企业", "en": "enterprise"} in kind["choices"]
    total = next(one for one in told if one["path"] == "liaocheng.fixed_researchers")
    assert (total["units"], total["instead"]) == (["人", "名"], ["centre.staff"])


def test_nothing_is_read_from_standard_input() -> None:
    before = _turn("liaocheng").out
    assert ran("ask", "liaocheng", *ON, "--format", "json", stdin="list\n甲\n").out == before


def test_all_answers_are_taken_in_their_order_or_none_is() -> None:
    done = _turn("liaocheng", 'partners=["甲院", null]', "partners[1].seat=371502", "lead.kind=enterprise")
    assert done.err == ""
    assert read(FILE)["partners"] == [{"name": "甲院"}, {"seat": "371502"}]
    assert read(FILE)["lead"] == {"kind": "企业"}
    before = FILE.read_bytes()
    refused = _turn("liaocheng", "lead.is_legal_person=true", "lead.seat=371599999", "lead.knd=1", "partners[7].seat=1")
    assert (refused.code, refused.json["dossier"]) == (2, str(FILE))
    assert {problem["code"] for problem in refused.json["problems"]} == {"E027", "E028"}
    assert FILE.read_bytes() == before
    refused = _turn("liaocheng", "lead.is_legal_person=true", "lead.seat=371599999")
    assert [(one["code"], one["path"]) for one in refused.json["problems"]] == [("E149", "lead.seat")]
    assert refused.codes == ["E149"]
    assert FILE.read_bytes() == before


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("lead.kind", "E026"),
        ("lead.kind=", "E026"),
        ("=企业", "E026"),
        ("lead.knd=企业", "E027"),
        ("partners[].seat=371502", "E027"),
        ("calendar.2031=none", "E027"),
        ("partners[0].seat=371502", "E028"),
        ("partners=甲院", "E029"),
        ("partners=[1]", "E029"),
        ('partners={"a": 1}', "E029"),
        ("lc.team-found=true", "E029"),
        ('lc.team-found={"answer": "true", "by": "专家组", "day": "2026-11-06", "basis": "x"}', "E029"),
        ('lc.team-found={"answer": true, "by": "本单位", "day": "2026-11-06", "basis": "x"}', "E034"),
        ('lc.team-found={"answer": true, "by": "专家组", "day": "2026-02-30", "basis": "x"}', "E144"),
        ("lead.kind=公司", "E161"),
        ("liaocheng.fixed_researchers=23", "E131"),
    ],
)
def test_a_bad_answer_is_2_and_said_in_both_forms_and_changes_nothing(answer: str, code: str) -> None:
    _turn("liaocheng")
    before = FILE.read_bytes()
    done = _turn("liaocheng", answer)
    assert (done.code, done.codes) == (2, [code])
    assert [one["code"] for one in done.json["problems"]] == [code]
    assert FILE.read_bytes() == before


def test_what_was_told_is_shown_as_it_stands_and_can_be_told_anew_or_taken_out() -> None:
    _turn("liaocheng", "lead.kind=企业")
    _turn("liaocheng", "lead.kind=高校")
    assert read(FILE)["lead"]["kind"] == "高校"
    _turn("liaocheng", "lead.kind=unknown", "lead.seat=unknown")
    assert "kind" not in read(FILE).get("lead", {})
    _turn("liaocheng", 'lead.name="unknown"')
    assert read(FILE)["lead"]["name"] == "unknown"


def test_a_finding_that_is_told_twice_is_recorded_once() -> None:
    entry = {"answer": True, "by": "专家组", "day": "2026-11-06", "basis": "评审意见（虚构）"}
    answer = f"lc.team-found={json.dumps(entry, ensure_ascii=False)}"
    _turn("liaocheng", answer)
    _turn("liaocheng", answer, answer)
    assert read(FILE)["findings"] == [{"finding": "lc.team-found", **entry}]


def test_a_year_is_answered_by_its_path_and_is_the_whole_year() -> None:
    _turn("liaocheng", "lead.rd_spending[2025]=300万元", "lead.rd_spending[2024]=200万元")
    assert read(FILE)["lead"]["rd_spending"] == [
        {"year": 2024, "amount": "200万元", "until": "2024-12-31"},
        {"year": 2025, "amount": "300万元", "until": "2025-12-31"},
    ]


def test_answers_can_be_given_before_people_are_asked() -> None:
    done = ran("ask", "liaocheng", *ON, "--answer", "lead.kind=企业", stdin="quit\n")
    assert done.code == 3
    assert "余" in done.out
    assert read(FILE)["lead"]["kind"] == "企业"


def test_a_dossier_that_is_refused_is_said_in_the_json_too() -> None:
    done = ran("ask", "liaocheng", *ON, "--dossier", "refused.yaml", "--format", "json")
    assert done.code == 2
    assert done.json["problems"][0]["source"] == "refused.yaml"
