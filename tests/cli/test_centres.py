"""`status`, `due`, `record` and `verify` on centres: what is said, what is written, and what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.command import ran
from tic_rules import Event, Register

BY = {"by": "呼和浩特市科技局", "basis": "文书"}
HISTORY = """\
centre: hh-009
city: hohhot
name: 呼和浩特市虚构九号技术创新中心
events:
  - {kind: approved, day: 2022-06-18, by: 市科技局, basis: 批复}
  - {kind: complete, day: 2026-01-05, to: 2025-12-31, kinds: [all], by: 市科技局, basis: 登记簿}
"""
DAY = ("--on", "2026-03-01")


def event(kind: str, day: str, **more: object) -> Event:
    """An event that was known on its day."""
    return Event.model_validate({"kind": kind, "day": day, "recorded_on": day, **BY, **more})


@pytest.fixture
def register(folder: Path) -> Path:
    """Three centres: one to be revoked, one in order, one of another city whose one record is of the wrong kind."""
    path = folder / "register.jsonl"
    made = Register(path)
    made.enrol("hh-001", "hohhot", "呼和浩特市虚构一号技术创新中心")
    made.append("hh-001", event("approved", "2022-06-18"))
    made.append("hh-001", event("evaluation", "2025-01-10", grade="不合格", type="综合"))
    made.append("hh-001", event("evaluation", "2026-01-20", grade="不合格", type="综合"))
    made.enrol("hh-002", "hohhot", "呼和浩特市虚构二号技术创新中心")
    made.append("hh-002", event("approved", "2024-03-20"))
    made.append("hh-002", event("self_evaluation", "2025-01-20", year=2024))
    made.append("hh-002", event("complete", "2026-02-20", to="2026-12-31", kinds=["all"]))
    made.enrol("sjz-001", "shijiazhuang", "石家庄市虚构技术创新中心")
    made.append("sjz-001", event("recognised", "2023-04-30"))
    made.append("hh-001", event("complete", "2026-01-20", to="2026-01-20", kinds=["evaluation"]))
    return path


def broken(register: Path) -> Path:
    """A copy in which a line was altered."""
    path = register.with_name("broken.jsonl")
    path.write_text(register.read_text("utf-8").replace("2025-01-20", "2025-01-30"), "utf-8")
    return path


# --- status ----------------------------------------------------------------------------------------------------------


def test_a_history_is_told_in_both_languages() -> None:
    Path("history.yaml").write_text(HISTORY, "utf-8")
    chinese, english = (ran("status", "history.yaml", *DAY, "--lang", lang) for lang in ("zh", "en"))
    assert (chinese.code, english.code) == (0, 0)
    for said in ("建设运行", "2022年6月18日", "是否补办未定", "自评价工作报告"):
        assert said in chinese.out
    for said in ("Running", "2022-06-18", "Self-evaluation report", "late or missed"):
        assert said in english.out
    assert ran("status", "-", *DAY, "--lang", "zh", stdin=HISTORY).out == chinese.out
    as_json = json.dumps({"centre": "hh-009", "city": "hohhot"})
    assert ran("status", "-", *DAY, stdin=as_json).code == 0


def test_a_met_ground_is_told_as_a_proposal_and_by_the_exit_code(register: Path) -> None:
    done = ran("status", register, "--centre", "hh-001", *DAY, "--lang", "en")
    assert done.code == 1
    assert "Still unqualified after rectification" in done.out
    assert "2026-03-01" in done.out
    assert ran("status", register, "--centre", "hh-002", *DAY).code == 0


def test_all_centres_of_a_register_are_told_as_programs_read_them(register: Path) -> None:
    done = ran("status", register, *DAY, "--format", "json")
    assert (done.code, done.err) == (1, "")
    assert done.json["problems"] == []
    assert [(one["centre"], [stage["id"] for stage in one["stages"]]) for one in done.json["statuses"]] == [
        ("hh-001", ["failed"]),
        ("hh-002", ["running"]),
        ("sjz-001", [stage["id"] for stage in done.json["statuses"][2]["stages"]]),
    ]
    duties = {(duty["id"], duty["year"]): duty["state"] for duty in done.json["statuses"][1]["duties"]}
    assert duties["hh.duty-self-evaluation", 2024] == "done"
    assert duties["hh.duty-self-evaluation", 2025] == "missed"


def test_a_day_can_be_asked_as_known_on_another(register: Path) -> None:
    def stage(known_on: str) -> str:
        done = ran(
            "status", register, "--centre", "hh-001", "--on", "2025-02-01", "--known-on", known_on, "--format", "json"
        )
        assert isinstance(done.json["statuses"][0]["stages"][0]["id"], str)
        return str(done.json["statuses"][0]["stages"][0]["id"])

    assert (stage("2025-01-09"), stage("2025-01-10")) == ("running", "rectifying")


def test_a_broken_line_is_told_and_the_rest_goes_on(register: Path) -> None:
    done = ran("status", broken(register), *DAY, "--format", "json")
    assert done.code == 2
    assert [one["centre"] for one in done.json["statuses"]] == ["hh-001", "hh-002", "sjz-001"]
    assert [(problem["code"], problem["line"]) for problem in done.json["problems"]] == [("E064", 7)]
    assert "broken.jsonl:7" in done.err
    listed = ran("due", broken(register), *DAY, "--within", "400d", "--format", "json")
    assert listed.code == 2
    assert {item["centre"] for item in listed.json["items"]} >= {"hh-001", "hh-002"}


def test_a_centre_that_cannot_be_judged_is_told_and_the_rest_goes_on(register: Path) -> None:
    made = Register(register)
    made.enrol("sh-001", "shanghai", "上海示例中心")
    done = ran("status", register, *DAY, "--format", "json")
    assert done.code == 2
    assert len(done.json["statuses"]) == 3
    assert [(problem["source"], problem["path"]) for problem in done.json["problems"]] == [
        (str(register), "sh-001.city")
    ]
    assert ran("status", register, "--centre", "hh-002", *DAY).code == 0


@pytest.mark.parametrize(
    ("args", "codes"),
    [
        (("status", "nowhere.jsonl"), ["E062"]),
        (("status", "nowhere.yaml"), ["E101"]),
        (("status", "register.jsonl", "--centre", "hh-999"), ["E067"]),
        (("status", "register.jsonl", "--on", "2026-02-30"), ["E144"]),
        (("status", "register.jsonl", "--known-on", "soon"), ["E143"]),
        (("due", "register.jsonl", "--within", "2m"), ["E070"]),
        (("due", "nowhere.jsonl"), ["E062"]),
        (("record", "register.yaml", "event.yaml"), ["E072"]),
        (("status",), ["E020"]),
        (("status", "register.jsonl", "register.jsonl"), ["E021"]),
        (("record", "register.jsonl"), ["E020"]),
        (("verify", "nowhere.jsonl"), ["E062"]),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_bad_calls(register: Path, args: tuple[str, ...], codes: list[str], lang: str) -> None:
    done = ran(*args, "--lang", lang)
    assert done.code == 2
    assert done.codes == codes
    assert (re.search("[一-鿿]", done.err.splitlines()[0]) is not None) is (lang == "zh")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HISTORY.replace("kind: approved", "kind: lighted"), "E161"),
        (HISTORY.replace("city: hohhot", "city: shanghai"), "E001"),
        (HISTORY.replace("centre: hh-009\n", ""), "E169"),
        ("events: [", "E125"),
        (HISTORY.replace("format", "format") + "more: 1\n", "E152"),
    ],
)
def test_a_bad_history_is_refused(text: str, code: str) -> None:
    done = ran("status", "-", stdin=text)
    assert done.code == 2
    assert done.codes == [code]


# --- due -------------------------------------------------------------------------------------------------------------


def test_what_falls_due_is_listed_by_day(register: Path) -> None:
    done = ran("due", register, *DAY, "--within", "400d", "--lang", "en")
    assert done.code == 0
    days = [line[:10] for line in done.out.splitlines() if re.match(r"\d{4}-", line)]
    assert days == sorted(days)
    assert "Self-evaluation report" in done.out
    listed = ran("due", register, *DAY, "--within", "400", "--format", "json").json
    assert (listed["on"], listed["within"], listed["problems"]) == ("2026-03-01", 400, [])
    found = {(item["centre"], item["id"], item["occurrence"]): item for item in listed["items"]}
    missed = found["hh-002", "hh.duty-self-evaluation", "2025"]
    assert (missed["due"], missed["state"], missed["may_move"]) == ("2026-01-31", "missed", False)
    assert missed["uid"] == "hohhot.hh-002.hh.duty-self-evaluation.2025@tic-rules"
    assert len({item["uid"] for item in listed["items"]}) == len(listed["items"])


def test_where_nothing_falls_due_that_is_said() -> None:
    history = "centre: hh-009\ncity: hohhot\n"  # of which nothing is owed yet
    assert ran("due", "-", *DAY, "--lang", "en", stdin=history).out == "Nothing falls due in these days.\n"
    assert ran("due", "-", *DAY, "--lang", "zh", stdin=history).out == "这段日子内没有到期的。\n"


def test_a_period_that_is_over_with_nothing_decided_is_listed_with_a_state_of_its_own() -> None:
    approved = "{kind: approved, day: 2023-11-20, by: 市科技局, basis: 批复}"
    history = f"centre: cq-009\ncity: chongqing\nname: 虚构九号\nevents: [{approved}]\n"
    asked = ("--on", "2026-11-21", "--within", "9d")
    english, chinese = (
        " ".join(ran("due", "-", *asked, "--lang", lang, stdin=history).out.split()) for lang in ("en", "zh")
    )
    assert "2026-11-20 ▲ over since 2026-11-21, and no decision on record 虚构九号 Preparation" in english
    assert "2026-11-20 ▲ 自2026年11月21日起已届满，未见后续记录 虚构九号" in chinese
    items = ran("due", "-", *asked, "--format", "json", stdin=history).json["items"]
    (item,) = (item for item in items if item["id"] == "cq.period-preparation")
    assert (item["due"], item["state"], item["over_since"]) == ("2026-11-20", "over", "2026-11-21")
    before = ran("due", "-", "--on", "2026-11-20", "--format", "json", stdin=history).json["items"]
    assert [(item["state"], item["over_since"]) for item in before if item["id"] == "cq.period-preparation"] == [
        ("due", None)
    ]


@pytest.mark.parametrize(
    ("city", "on", "kind", "said"),
    [
        ("jinzhong", "2026-01-21", "in force", None),
        ("jinzhong", "2026-01-22", "lapsed", "Lapsed: it was in force until 2026-01-21"),
        ("chongqing", "2026-01-22", "draft", "Consultation draft, not in force"),
        ("hohhot", "2026-01-22", "start not known", None),
    ],
)
def test_of_each_city_it_is_said_once_that_its_regulation_is_not_in_force(
    folder: Path, city: str, on: str, kind: str, said: str | None
) -> None:
    made = Register(folder / "two.jsonl")
    for centre in ("one", "two"):
        made.enrol(centre, city)
        made.append(centre, event("approved", "2024-02-01"))
    done = ran("due", "two.jsonl", "--on", on, "--lang", "en")
    first = " ".join(done.out.split())
    assert first.count("The regulation of") == (0 if said is None else 1)
    assert said is None or said in first
    told = ran("due", "two.jsonl", "--on", on, "--format", "json").json["standings"]
    assert [(one["city"], one["kind"]) for one in told] == [(city, kind)]
    watched = ran("watch", "two.jsonl", "--until", on, "--engine", "replay", "--lang", "en")
    assert watched.err.count("The regulation of") == (0 if said is None else 1)
    assert said is None or said in watched.err
    assert "The regulation of" not in watched.out
    lines = ran("watch", "two.jsonl", "--until", on, "--engine", "replay", "--format", "json").out.splitlines()
    assert {json.loads(line)["standing"] for line in lines} >= {"in force" if city == "jinzhong" else kind}


def test_a_line_of_watch_says_how_the_regulation_stood_on_its_day() -> None:
    made = Register("one.jsonl")
    made.enrol("jz-009", "jinzhong")
    made.append("jz-009", event("approved", "2024-02-01"))
    lines = ran("watch", "one.jsonl", "--until", "2026-03-01", "--engine", "replay", "--format", "json").out
    standings = [(one["day"] > "2026-01-21", one["standing"]) for one in map(json.loads, lines.splitlines())]
    assert set(standings) == {(False, "in force"), (True, "lapsed")}


NO_DAY = "No due day known (listed here only, in no calendar file):"


def test_what_has_no_due_day_stands_below_with_its_reason(register: Path) -> None:
    """The latest cycles first; of the rest it is said how many there are."""
    made = Register(register)
    made.enrol("sjz-003", "shijiazhuang", "石家庄市虚构乙技术创新中心")
    made.enrol("sjz-002", "shijiazhuang", "石家庄市虚构甲技术创新中心")
    made.append("sjz-002", event("approved", "2025-04-30"))
    made.append("sjz-003", event("approved", "2022-04-30"))
    made.append("sjz-003", event("statistics", "2025-03-01", year=2024))
    told = ran("due", register, *DAY, "--within", "400d", "--lang", "en")
    dated, heading, rest = told.out.partition(f"{NO_DAY}\n")
    undated = rest.partition("1 record does not count")[0]
    assert (told.code, heading != "") == (0, True)
    assert re.search(r"^\d{4}-", dated, re.MULTILINE)
    assert not re.search(r"^\d{4}-", undated, re.MULTILINE)
    assert undated == (
        "  Annual report  sjz.duty-annual-report  The centre  Art. 29  a notice sets it,\n"
        "  and none is recorded\n"
        "    石家庄市虚构甲技术创新中心  2026, 2025\n"
        "    石家庄市虚构乙技术创新中心  2026, 2025, 2024, 2 more\n"
        "  Statistics  sjz.duty-statistics  The centre  Art. 38(1)  a notice sets it, and\n"
        "  none is recorded\n"
        "    石家庄市虚构甲技术创新中心  2026, 2025\n"
        "    石家庄市虚构乙技术创新中心  2026, 2025, 2023, 1 more\n"
    )
    chinese = ran("due", register, *DAY, "--within", "400d", "--lang", "zh").out
    assert "期限未定（只列在这里，不写入日历文件）：\n" in chinese
    assert "期限由通知确定，没有通知的记录" in chinese.replace("\n  ", "")


def test_what_has_no_due_day_is_told_to_programs_cycle_by_cycle_with_its_reason() -> None:
    approved = "{kind: approved, day: 2025-04-30, by: 市科技局, basis: 批复}"
    history = f"centre: sjz-009\ncity: shijiazhuang\nname: 虚构九号\nevents: [{approved}]\n"
    told = ran("due", "-", *DAY, "--within", "9d", "--format", "json", "--ics", "due.ics", stdin=history)
    assert (told.json["format"], told.json["items"]) == ("1", [])
    found = told.json["undated"]
    assert [(one["id"], one["occurrence"]) for one in found] == [
        ("sjz.duty-annual-report", "2026"),
        ("sjz.duty-annual-report", "2025"),
        ("sjz.duty-statistics", "2026"),
        ("sjz.duty-statistics", "2025"),
    ]
    assert found[0] == {
        "uid": "shijiazhuang.sjz-009.sjz.duty-annual-report.2026@tic-rules",
        "city": "shijiazhuang",
        "centre": "sjz-009",
        "name": "虚构九号",
        "id": "sjz.duty-annual-report",
        "occurrence": "2026",
        "title": {"zh": "年度报告", "en": "Annual report"},
        "cites": [{"zh": "第二十九条", "en": "Art. 29"}],
        "owed_by": {"zh": "中心", "en": "The centre"},
        "due": None,
        "state": "open",
        "why": "no notice is recorded",
        "points": [],
    }
    assert b"VEVENT" not in Path("due.ics").read_bytes()


def test_what_follows_an_event_names_it_and_what_else_is_open_is_told() -> None:
    approved = "{kind: approved, day: 2022-12-18, by: 市科技局, basis: 批复}"
    history = f"centre: lc-009\ncity: liaocheng\nname: 虚构九号\nevents: [{approved}]\n"
    english, chinese = (
        " ".join(ran("due", "-", *DAY, "--within", "9d", "--lang", lang, stdin=history).out.split())
        for lang in ("en", "zh")
    )
    assert f"{NO_DAY} Comprehensive evaluation lc.duty-comprehensive Liaocheng Bureau of Science and" in english
    assert "none is recorded 虚构九号 after “Approved for building or preparation” of 2022-12-18" in english
    assert "虚构九号 2022年12月18日的“批准建设（筹建）”之后" in chinese
    higher = "{kind: higher_level, day: 2025-10-01, level: 省级, by: 市科技局, basis: 通报}"
    approved = "{kind: approved, day: 2025-04-30, by: 市科技局, basis: 批复}"
    history = f"centre: sjz-009\ncity: shijiazhuang\nname: 虚构九号\nevents: [{approved}, {higher}]\n"
    said = " ".join(ran("due", "-", *DAY, "--lang", "en", stdin=history).out.split())
    assert "open too: history.higher_level[0].same_field_and_direction" in said


def test_a_calendar_file_is_written_once_and_the_same_each_time(register: Path) -> None:
    for name in ("one.ics", "two.ics"):
        done = ran("due", register, *DAY, "--within", "400d", "--ics", name, "--lang", "en")
        assert done.code == 0
        assert f"Calendar file written: {name}" in done.out
    one = Path("one.ics").read_bytes()
    assert one == Path("two.ics").read_bytes()
    assert one.startswith(b"BEGIN:VCALENDAR\r\n")
    again = ran("due", register, *DAY, "--ics", "one.ics")
    assert (again.code, again.codes) == (2, ["E071"])
    assert Path("one.ics").read_bytes() == one


# --- record ----------------------------------------------------------------------------------------------------------


def test_a_centre_its_events_and_a_finding_are_recorded() -> None:
    Path("centre.yaml").write_text("centre: hh-001\ncity: 呼和浩特\nname: 虚构技术创新中心\n", "utf-8")
    Path("event.yaml").write_text("kind: approved\nday: 2022-06-18\nby: 市科技局\nbasis: 批复\n", "utf-8")
    entered = ran("record", "new.jsonl", "centre.yaml", "--lang", "en")
    assert (entered.code, entered.out) == (0, "centre.yaml: recorded as number 1, centre hh-001.\n")
    told = ran("record", "new.jsonl", "event.yaml", "-", "--centre", "hh-001", "--format", "json",
               stdin="kind: bankrupt\nday: 2023-02-01\nby: 市科技局\nbasis: 裁定\n")  # fmt: skip
    assert told.code == 0
    assert [(one["seq"], one["centre"]) for one in told.json["recorded"]] == [(2, "hh-001"), (3, "hh-001")]
    finding = "finding: hh.x\nanswer: true\nby: 市科技局\nday: 2023-03-01\nbasis: 意见\n"
    assert ran("record", "new.jsonl", "-", "--centre", "hh-001", stdin=finding).code == 0
    lines = [json.loads(line) for line in Path("new.jsonl").read_text("utf-8").splitlines()]
    assert [next(key for key in line if key in {"enrolled", "event", "finding"}) for line in lines] == [
        "enrolled", "event", "event", "finding",
    ]  # fmt: skip
    assert lines[0]["enrolled"] == {"city": "hohhot", "name": "虚构技术创新中心"}
    assert (lines[1]["event"]["id"], lines[1]["event"]["day"]) == ("2", "2022-06-18")
    assert [line["digest"] for line in lines[1:3]] == [one["digest"] for one in told.json["recorded"]]


def test_a_correction_names_the_line_that_it_mends(register: Path) -> None:
    mended = (
        "kind: evaluation\ncorrects: '3'\nday: 2025-01-10\nrecorded_on: 2025-02-20\ngrade: 合格\ntype: 综合\n"
        "by: 市科技局\nbasis: 复核意见\n"
    )
    assert ran("record", register, "-", "--centre", "hh-001", stdin=mended).code == 0
    stages = []
    for known_on in ("2025-02-19", "2025-02-20"):
        asked = ("--on", "2025-03-01", "--known-on", known_on, "--format", "json")
        done = ran("status", register, "--centre", "hh-001", *asked)
        stages.append(done.json["statuses"][0]["stages"][0]["id"])
    assert stages == ["rectifying", "running"]


@pytest.mark.parametrize(
    ("text", "args", "code"),
    [
        ("kind: approved\nday: 2022-06-18\nby: x\nbasis: y\n", (), "E073"),
        ("kind: approved\nday: 2022-06-18\nby: x\nbasis: y\n", ("--centre", "hh-999"), "E067"),
        ("kind: lighted\nday: 2022-06-18\nby: x\nbasis: y\n", ("--centre", "hh-001"), "E161"),
        ("kind: approved\nday: 2022-06-18\n", ("--centre", "hh-001"), "E169"),
        ("kind: bankrupt\nday: 2024-06-18\nby: x\nbasis: y\ncorrects: z\n", ("--centre", "hh-001"), "E195"),
        ("centre: hh-001\ncity: hohhot\n", (), "E074"),
        ("centre: sh-001\ncity: shanghai\n", (), "E001"),
        ("centre: ''\ncity: hohhot\n", (), "E066"),
        ("- 1\n", ("--centre", "hh-001"), "E160"),
    ],
)
def test_what_is_refused_leaves_the_register_as_it_was(
    register: Path, text: str, args: tuple[str, ...], code: str
) -> None:
    whole = register.read_bytes()
    good = register.with_name("good.yaml")
    done = ran("record", register, "-", *args, stdin=text)
    assert done.code == 2
    assert code in done.codes
    assert register.read_bytes() == whole
    good.write_text("kind: bankrupt\nday: 2024-06-18\nby: x\nbasis: y\n", "utf-8")
    both = ran("record", register, "-", good, "--centre", "hh-002", "--format", "json", stdin=b"kind: lighted\n")
    assert both.code == 2
    assert [bool(one.get("problems")) for one in both.json["recorded"]] == [True, False]


# --- verify ----------------------------------------------------------------------------------------------------------


def test_a_register_is_confirmed(register: Path) -> None:
    last = json.loads(register.read_text("utf-8").splitlines()[-1])["digest"]
    done = ran("verify", register.name, "--lang", "en")
    assert done.code == 0
    said = " ".join(done.out.split())
    assert f"register.jsonl: confirmed, 11 entries, each chained to the one before; digest of the last: {last}." in said
    assert "核对无误，11笔" in ran("verify", register.name, "--lang", "zh").out.replace("\n", "").replace(" ", "")
    told = ran("verify", register, "--format", "json").json["records"]
    assert [(one["confirmed"], one["lines"], one["last"], one["problems"]) for one in told] == [(True, 11, last, [])]


def test_the_faults_of_a_register_are_told_with_their_lines(register: Path) -> None:
    lines = register.read_bytes().splitlines(keepends=True)
    path = register.with_name("bad.jsonl")
    path.write_bytes(b"".join([lines[0], *lines[2:5], b"x\n", lines[5].replace(b"2024", b"2025"), *lines[6:]]))
    done = ran("verify", path.name, "--lang", "en")
    assert done.code == 1
    assert re.findall(r"(E\d+) bad.jsonl:(\d+)", done.out) == [
        ("E065", "2"),
        ("E063", "5"),
        ("E064", "6"),
    ]
    assert "11 entries, 3 faults" in done.out
    told = ran("verify", path, register, "nowhere.jsonl", "--format", "json")
    assert told.code == 2
    assert [one.get("confirmed") for one in told.json["records"]] == [False, True, None]
    assert [problem["line"] for problem in told.json["records"][0]["problems"]] == [2, 5, 6]


@pytest.mark.parametrize("cut", [1, 60])
def test_a_register_cut_in_the_middle_of_its_last_line_is_told_by_every_command(register: Path, cut: int) -> None:
    whole = register.read_bytes()[:-cut]
    register.write_bytes(whole)
    checked = ran("verify", register.name, "--lang", "en")
    assert (checked.code, re.findall(r"(E\d+) register.jsonl:(\d+)", checked.out)) == (1, [("E075", "11")])
    assert "10 entries, 1 fault" in " ".join(checked.out.split())
    (told,) = ran("verify", register, "--format", "json").json["records"]
    assert (told["confirmed"], [(one["code"], one["line"]) for one in told["problems"]]) == (False, [("E075", 11)])
    for command in ("status", "due"):
        read = ran(command, register, *DAY, "--format", "json")
        assert (read.code, read.codes) == (2, ["E075"])
        assert [(one["code"], one["line"]) for one in read.json["problems"]] == [("E075", 11)]
    watched = ran("watch", str(register), "--until", "2026-03-01", "--engine", "replay", "--lang", "en")
    assert (watched.code, watched.codes) == (2, ["E075"])
    assert "hh-002" in watched.out
    assert register.read_bytes() == whole


# --- records that do not count ---------------------------------------------------------------------------------------


def test_due_tells_what_does_not_count_and_where_it_stands(register: Path) -> None:
    """Not of what was corrected, or is of a day to come: that is as it should be."""
    made = Register(register)
    made.append("hh-002", event("evaluation", "2024-01-10", grade="合格", type="综合"))
    made.append("hh-002", event("evaluation", "2025-12-10", grade="优秀", type="综合", id="look"))
    made.append("hh-002", event("evaluation", "2025-12-10", grade="合格", type="综合", corrects="look"))
    done = ran("due", register, *DAY, "--lang", "en")
    assert done.code == 0
    assert " ".join(done.out.split()).endswith(
        "2 records do not count; look at what was recorded: 呼和浩特市虚构二号技术创新中心 line 12 of the register, "
        "id 12: “Evaluation” of 2024-01-10, before the centre was approved 石家庄市虚构技术创新中心 line 10 of the "
        "register, id 10: “Recognised” of 2023-04-30, before the centre was approved"
    )
    told = ran("due", register, *DAY, "--format", "json").json["set_aside"]
    assert told[:-1] == [
        {
            "city": "hohhot",
            "centre": "hh-002",
            "kind": "evaluation",
            "day": "2024-01-10",
            "number": 4,
            "id": "12",
            "line": 12,
            "why": "before the centre was approved",
            "says": {"zh": "早于批准", "en": "before the centre was approved"},
        }
    ]
    early = ran("due", register, "--on", "2024-01-09", "--format", "json").json["set_aside"]
    assert [(one["centre"], one["kind"]) for one in early] == [("sjz-001", "recognised")]


def test_of_many_that_do_not_count_fifty_are_shown_and_programs_are_given_all(register: Path) -> None:
    made = Register(register)
    for _ in range(52):
        made.append("hh-002", event("approved", "2025-01-01"))
    said = ran("due", register, *DAY, "--lang", "zh").out
    assert "有53笔记录没有采用，请核对：" in said
    assert said.count("登记簿第") == 50
    assert "另有3笔；全部见 --format json。" in said
    assert len(ran("due", register, *DAY, "--format", "json").json["set_aside"]) == 53


def test_record_tells_at_once_that_what_it_recorded_does_not_count(register: Path) -> None:
    late = "kind: evaluation\nday: 2023-06-18\ngrade: 合格\nby: 市科技局\nbasis: 通报\n"
    good = "kind: evaluation\nday: 2025-06-18\ngrade: 合格\nby: 市科技局\nbasis: 通报\n"
    Path("good.yaml").write_text(good, "utf-8")
    done = ran("record", register.name, "-", "good.yaml", "--centre", "hh-002", "--lang", "en", stdin=late)
    assert done.code == 0
    assert " ".join(done.out.split()) == (
        "-: recorded as number 12, centre hh-002. good.yaml: recorded as number 13, centre hh-002. "
        "1 record does not count; look at what was recorded: 呼和浩特市虚构二号技术创新中心 "
        "line 12 of the register, id 12: “Evaluation” of 2023-06-18, before the centre was approved"
    )
    told = ran("record", register, "good.yaml", "--centre", "hh-002", "--format", "json").json
    assert (len(told["recorded"]), told["set_aside"]) == (1, [])
    named = late.replace("kind:", "id: early\nkind:")
    told = ran("record", register, "-", "--centre", "hh-002", "--format", "json", stdin=named).json
    assert [(one["id"], one["line"]) for one in told["set_aside"]] == [("early", 15)]
