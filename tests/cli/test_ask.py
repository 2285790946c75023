"""The interview asks what the engine would ask, takes what a dossier takes, and never leaves a broken file."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Ran, ran
from tests.cli.oracle import Answers, lines, passing, read
from tic_rules import Dossier, decide, load_pack
from tic_rules.cli.agenda import Turn
from tic_rules.cli.drafts import Draft
from tic_rules.cli.edits import told
from tic_rules.cli.interview import Interview, _After
from tic_rules.cli.queries import ListQuery, query_at
from tic_rules.cli.streams import Sink
from tic_rules.engine.questions import next_questions
from tic_rules.ir.norms import Question
from tic_rules.shipped import pack_names
from tic_rules.truth import OpenPoint, PointKind, Verdict

ON = date(2026, 11, 21)
FILE = "dossier-liaocheng.yaml"


class _Answered(Interview):
    """An interview whose answers are thought of question by question."""

    told_by: dict[str, Any]
    answers: Answers
    turns: list[Turn]
    named: list[set[OpenPoint]]
    leave_after: int = 10_000

    def _ask(self, turn: Turn) -> _After:
        if len(self.turns) >= self.leave_after:
            return _After.LEFT
        if not (self.turns and self.turns[-1].question is turn.question):
            self.turns.append(turn)
            self.named.append({q.point for q in next_questions(self._pack, self._draft.determination)})
        self.answers.waiting = lines(self.told_by, turn.query)
        others = self._others(turn)
        if self.answers.waiting == [""] and others and lines(self.told_by, others[0]) != [""]:
            self.answers.waiting = ["list" if isinstance(others[0], ListQuery) else "total"]
        after = super()._ask(turn)
        assert self.answers.waiting == []
        return after


def _interview(city: str, file: Path, leave_after: int = 10_000) -> tuple[_Answered, Draft]:
    pack = load_pack(city)
    draft = Draft(str(file), pack, question=Question.ENTRY, tracks=(), on=ON, start={"format": "1"})
    answers = Answers()
    made = _Answered(draft, pack, as_of=ON, out=Sink(io.StringIO()), stdin=answers, lang="zh")
    made.told_by, made.answers, made.turns, made.named, made.leave_after = passing(city), answers, [], [], leave_after
    made.run()
    return made, draft


@pytest.mark.parametrize("city", pack_names())
def test_answering_from_the_passing_example_ends_in_pass_and_asks_only_what_the_engine_names(
    city: str, folder: Path
) -> None:
    interview, draft = _interview(city, folder / "new.yaml")
    assert draft.determination.verdict is Verdict.PASS
    for turn, named in zip(interview.turns, interview.named, strict=True):
        assert turn.question.point in named
    points = [turn.question.point for turn in interview.turns]
    assert len(points) == len(set(points))
    again = Dossier.from_file(folder / "new.yaml", cities=[city])
    assert decide(load_pack(city), again, on=ON).verdict is Verdict.PASS


@pytest.mark.parametrize("city", ["hohhot"])
def test_left_after_every_seventh_answer_and_taken_up_again_it_ends_in_the_same_dossier(
    city: str, folder: Path
) -> None:
    _, whole = _interview(city, folder / "whole.yaml")
    interview, parts = _interview(city, folder / "parts.yaml", leave_after=7)
    while len(interview.turns) == 7:
        interview, parts = _interview(city, folder / "parts.yaml", leave_after=7)
    assert parts.determination.verdict is Verdict.PASS
    assert parts.tree == whole.tree


def _asked(*typed: str, more: tuple[str, ...] = ()) -> Ran:
    return ran("ask", "liaocheng", "--on", "2026-11-21", *more, stdin="".join(f"{line}\n" for line in typed))


def _at(path: str, dossier: str = "") -> str:
    """A file in which the next question is the one at the path: everything else is as in the passing example."""
    example = passing("liaocheng")
    here: Any = example
    *above, last = path.split(".")
    for step in above:
        here = here[step]
    del here[last]
    Path(FILE).write_text(Dossier.from_dict(example).to_yaml() + dossier, "utf-8")
    return path


def test_nothing_answered_leaves_a_valid_dossier_that_says_who_is_asked() -> None:
    done = _asked()
    assert done.code == 3
    assert read(Path(FILE)) == {"format": "1", "application": {"city": "liaocheng"}}
    assert FILE in done.out
    assert "资料不足" in done.out


def test_a_settled_dossier_is_asked_nothing_and_is_not_rewritten() -> None:
    text = "# 我的注释\n" + Dossier.from_dict(passing("liaocheng")).to_yaml()
    Path(FILE).write_text(text, "utf-8")
    done = _asked("1", "2")
    assert done.code == 0
    assert "余" not in done.out.split("资料文件")[0]
    assert Path(FILE).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("path", "bad", "code", "good", "written"),
    [
        ("liaocheng.fixed_researchers", "23", "E131", "23人", "23人"),
        ("liaocheng.fixed_researchers", "23万元", "E13", "２３人", "２３人"),
        ("lead.seat", "371599999", "E149", "371502", "371502"),
        ("lead.kind", "公司", "E161", "1", "企业"),
        ("lead.kind", "8", "E161", "enterprise", "企业"),
        ("application.submitted_on", "2026-02-30", "E144", "2026-10-15", "2026-10-15"),
        ("application.submitted_on", "无", "E158", "none", "none"),
        ("lead.is_legal_person", "maybe", "E160", "是", True),
        ("lead.is_legal_person", "none", "E153", "true", True),
        ("partners", "none", "E153", "0", []),
        ("centre.director", "2026-01-01", "E160", "none", "none"),
    ],
)
def test_a_bad_answer_is_refused_in_the_loaders_words_and_asked_again(
    path: str, bad: str, code: str, good: str, written: object
) -> None:
    _at(path)
    before = Path(FILE).read_bytes()
    first = ("list",) if path == "partners" else ()
    refused = _asked(*first, bad)
    assert f"  {code}" in refused.out
    assert Path(FILE).read_bytes() == before
    _asked(*first, bad, good)
    here: Any = read(Path(FILE))
    for step in path.split("."):
        here = here[step]
    assert here == written


def test_a_list_that_is_left_half_way_is_kept_and_taken_up_but_not_yet_counted() -> None:
    _at("partners")
    _asked("list", "甲公司", "unknown")
    assert "partners" not in read(Path(FILE))
    done = _asked("乙院", "")
    assert "接着上次，已写：甲公司、unknown" in done.out
    assert read(Path(FILE))["partners"] == [{"name": "甲公司"}, {}, {"name": "乙院"}]
    assert "tic-rules ask" not in Path(FILE).read_text("utf-8")


def test_a_finding_is_recorded_only_whole_and_by_somebody_who_decides_it() -> None:
    example = passing("liaocheng")
    (gone,) = [entry for entry in example["findings"] if entry["finding"] == "lc.team-found"]
    example["findings"].remove(gone)
    Path(FILE).write_text(Dossier.from_dict(example).to_yaml(), "utf-8")
    example = read(Path(FILE))
    assert _asked("").code == 3
    assert read(Path(FILE))["findings"] == example["findings"]
    half = _asked("true", "申报单位自己", "评审专家组", "2026-11-06")
    assert "E034" in half.out
    assert read(Path(FILE))["findings"] == example["findings"]
    done = _asked("专家评审意见第3号（虚构）")
    assert done.code == 0
    assert read(Path(FILE))["findings"][-1] == gone | {"day": "2026-11-06"}


def test_going_back_asks_the_question_before_and_keeps_what_stands_unless_it_is_told_anew() -> None:
    _at("lead.kind")
    done = _asked("高校", "back", "")
    assert "现填：高校" in done.out
    assert read(Path(FILE))["lead"]["kind"] == "高校"
    Path(FILE).unlink()
    _at("lead.kind")
    assert _asked("高校", "back", "企业").code == 0


def test_help_says_the_evidence_the_place_and_the_articles() -> None:
    _at("liaocheng.fixed_researchers")
    done = _asked("?")
    assert "证明材料：" in done.out
    assert "liaocheng.fixed_researchers" in done.out
    assert "第八条" in done.out
    english = _asked("help", more=("--lang", "en"))
    assert "Evidence: " in english.out
    assert "It matters for (" in english.out


def test_a_total_can_be_told_as_a_list_and_the_list_is_then_asked_about() -> None:
    _at("liaocheng.fixed_researchers")
    _asked("list", "研究员甲", "", "quit")
    assert read(Path(FILE))["centre"]["staff"] == [{"name": "研究员甲"}]


def test_no_director_can_be_said_where_a_field_of_the_director_is_asked() -> None:
    example = passing("liaocheng")
    example["centre"]["director"] = "none"
    Path(FILE).write_text(Dossier.from_dict(example).to_yaml(), "utf-8")
    assert _asked().code == 1


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[2J清屏",
        "a\x00b",
        "&a [*a, *a]",
        "!!python/object/apply:os.system ['true']",
        "# tic-rules ask: {}",
        "'\"]}: -",
        "\u202e倒序",
        "名" * 3000,
        "\ufeff",
        "<<: *x",
    ],
)
def test_hostile_text_is_taken_as_text_or_refused_and_never_breaks_file_or_screen(hostile: str) -> None:
    _at("partners")
    done = _asked("list", hostile, "", "quit")
    assert done.code in {0, 1, 3}
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    members = read(Path(FILE)).get("partners", [])
    assert members in ([], [{"name": hostile.strip()}])
    Dossier.from_file(FILE)


@pytest.mark.parametrize("raw", [b"\xff\xfe\xfd\n", b"x" * 100_000 + b"\n", b"\x80"])
def test_a_line_that_is_no_answer_is_refused_and_asked_again(raw: bytes) -> None:
    _at("lead.kind")
    done = ran("ask", "liaocheng", "--on", "2026-11-21", stdin=raw + b"\n")
    assert "E035" in done.out
    assert done.code == 3


def test_ctrl_c_leaves_the_answers_given_so_far() -> None:
    _at("lead.kind")

    class Broken(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            if not line:
                raise KeyboardInterrupt
            return line

    pack = load_pack("liaocheng")
    draft = Draft(FILE, pack, question=Question.ENTRY, tracks=(), on=ON, start={})
    with pytest.raises(KeyboardInterrupt):
        Interview(draft, pack, as_of=ON, out=Sink(None), stdin=Broken("高校\n".encode()), lang="zh").run()
    assert read(Path(FILE))["lead"]["kind"] == "高校"
    assert [path.name for path in Path().glob(".dossier*")] == []


def test_a_file_changed_meanwhile_is_not_overwritten() -> None:
    _at("lead.kind")
    pack = load_pack("liaocheng")
    draft = Draft(FILE, pack, question=Question.ENTRY, tracks=(), on=ON, start={})
    other = Path(FILE).read_text("utf-8") + "# 别人写的\n"
    Path(FILE).write_text(other, "utf-8")
    with pytest.raises(Exception, match="E033"):
        draft.save()
    assert Path(FILE).read_text("utf-8") == other


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ("", "E030"),
        ("liaocheng hohhot", "E030"),
        ("atlantis", "E001"),
        ("liaocheng --track atlantis", "E002"),
        ("liaocheng --question why", "E003"),
        ("liaocheng --on soon", "E143"),
        ("liaocheng --dossier x.json", "E031"),
        ("liaocheng --dossier nowhere/x.yaml", "E032"),
        ("liaocheng --dossier refused.yaml", "E1"),
    ],
)
def test_bad_usage_is_2_and_asks_nothing(args: str, code: str) -> None:
    done = ran("ask", *args.split())
    assert done.code == 2
    assert done.out == ""
    assert code in done.err


def test_the_same_answers_give_the_same_bytes() -> None:
    typed = ("list", "甲公司", "", "true", "2026-03-01", "quit")
    first = _asked(*typed)
    content = Path(FILE).read_bytes()
    Path(FILE).unlink()
    again = _asked(*typed)
    assert (again.out, Path(FILE).read_bytes()) == (first.out, content)


def test_facts_are_never_recorded_as_findings() -> None:
    interview, _ = _interview("liaocheng", Path("new.yaml"))
    kinds = {turn.question.point.kind: type(turn.query).__name__ for turn in interview.turns}
    assert kinds[PointKind.FINDING] == "FindingQuery"


def test_a_finding_follows_its_member_when_the_list_is_told_anew() -> None:
    pack = load_pack("jinzhong")
    query = query_at(pack, "centre.staff")
    assert query is not None
    staff = [{"name": "甲", "degree": "博士"}, {"name": "乙"}, {"name": "丙"}]
    findings = [{"finding": "x", "about": f"centre.staff[{place}]"} for place in range(3)]
    tree = {"centre": {"staff": staff}, "findings": findings}
    made = told(tree, query, ["丙", "甲", "丁"], pack)
    assert made["centre"]["staff"] == [{"name": "丙"}, {"name": "甲", "degree": "博士"}, {"name": "丁"}]
    assert [entry["about"] for entry in made["findings"]] == ["centre.staff[1]", "centre.staff[0]"]
    assert tree["findings"] == findings


def test_an_answer_of_somebody_who_does_not_decide_stays_on_record_beside_the_one_that_counts() -> None:
    _at("findings")
    other = {"finding": "lc.team-found", "answer": False, "by": "申报单位", "day": "2026-11-01", "basis": "自评"}
    given = read(Path(FILE)) | {"findings": [other]}
    for entry in passing("liaocheng")["findings"]:
        if entry["finding"] != "lc.team-found":
            given["findings"].append(entry)
    Path(FILE).write_text(Dossier.from_dict(given).to_yaml(), "utf-8")
    right = ("true", "专家组", "2026-11-06", "评审意见（虚构）")
    done = _asked(*right, "back", "true", "专家组", "2026-11-07", "评审意见（虚构）")
    assert done.code == 0
    recorded = [entry for entry in read(Path(FILE))["findings"] if entry["finding"] == "lc.team-found"]
    assert [(entry["by"], entry["day"]) for entry in recorded] == [("申报单位", "2026-11-01"), ("专家组", "2026-11-07")]


def test_taken_up_again_the_track_is_the_one_applied_for() -> None:
    tracks = [track.id for track in load_pack("liaocheng").tracks]
    first = _asked(more=("--track", tracks[0]))
    assert _asked().out == first.out
    assert read(Path(FILE))["application"] == {"city": "liaocheng", "track": tracks[0]}
