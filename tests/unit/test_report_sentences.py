"""What is said of a figure at, below and above its bound, of days, and of what is not known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tic_rules.ir import steps
from tic_rules.ir.catalogue import Text
from tic_rules.ir.conditions import DayOp, IfZero, Op, ProportionKind
from tic_rules.ir.steps import FindingNote, Margin, Read, Reckoned, State
from tic_rules.quantity import Kind
from tic_rules.report import values
from tic_rules.report.catalogue import LONGEST, quoted
from tic_rules.report.clauses import clause
from tic_rules.report.folding import fold
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, open_for

POINT = OpenPoint(PointKind.FACT, "lead.staff")
STAFF, OPEN = Text("职工", "Staff"), open_for([POINT])


def fact(
    lo: int, hi: int | None, unit: Kind = Kind.PEOPLE, title: Text = STAFF, *, exists: bool = True
) -> steps.FactMeasure:
    points = () if lo == hi else (POINT,)
    read = Read("lead.staff", State.GIVEN if exists else State.NONE, title)
    return steps.FactMeasure(read, Reckoned(unit, Fraction(lo), None if hi is None else Fraction(hi), points, exists))


def compared(
    op: Op,
    printed: str,
    lo: int,
    hi: int | None,
    margin: tuple[int | None, int | None],
    truth: Truth,
    upper: int | None = None,
) -> str:
    """What is said of a number of people against a bound of twenty."""
    ends = [None if end is None else Fraction(end) for end in margin]
    top = None if upper is None else Fraction(upper)
    step = steps.CompareStep(
        fact(lo, hi), op, Fraction(20), top, Kind.PEOPLE, "20人", printed, Margin(ends[0], ends[1]), truth
    )
    return clause(step, "zh")


@pytest.mark.parametrize(
    ("op", "printed", "lo", "hi", "margin", "truth", "expected"),
    [
        (Op.AT_LEAST, "不少于", 19, 19, (-1, -1), FALSE, "职工19人，要求不少于20人，差1人"),
        (Op.AT_LEAST, "不少于", 20, 20, (0, 0), TRUE, "职工20人，要求不少于20人，恰好达到"),
        (Op.AT_LEAST, "以上", 21, 21, (1, 1), TRUE, "职工21人，要求20人以上，多出1人"),
        (Op.AT_LEAST, "不少于", 12, 18, (-8, -2), FALSE, "职工12人至18人，要求不少于20人，差2人至8人"),
        (Op.AT_LEAST, "不少于", 22, None, (2, None), TRUE, "职工至少22人，要求不少于20人，多出至少2人"),
        (Op.AT_LEAST, "不少于", 0, None, (-20, None), OPEN, "职工未知，要求不少于20人"),
        (Op.AT_LEAST, "不少于", 12, None, (-8, None), OPEN, "职工至少12人，要求不少于20人，按已知部分还差8人"),
        (Op.AT_LEAST, "不少于", 12, 25, (-8, 5), OPEN, "职工12人至25人，要求不少于20人，最少时差8人，最多时多出5人"),
        (Op.MORE_THAN, "超过", 20, 20, (0, 0), FALSE, "职工恰为20人，须超过20人"),
        (Op.MORE_THAN, "超过", 19, 19, (-1, -1), FALSE, "职工19人，要求超过20人，差1人以上"),
        (Op.AT_MOST, "不超过", 21, 21, (-1, -1), FALSE, "职工21人，要求不超过20人，超出1人"),
        (Op.AT_MOST, "不超过", 20, 20, (0, 0), TRUE, "职工20人，要求不超过20人，恰好达到"),
        (Op.AT_MOST, "不超过", 18, 18, (2, 2), TRUE, "职工18人，要求不超过20人，距上限尚有2人"),
        (Op.AT_MOST, "不超过", 18, None, (None, 2), OPEN, "职工至少18人，要求不超过20人，按已知部分距上限尚有2人"),
        (Op.AT_MOST, "bare", 21, 21, (-1, -1), FALSE, "职工21人，要求不超过20人（原文未用界限用语），超出1人"),
    ],
)
def test_a_figure_is_told_with_its_bound_and_margin(
    op: Op, printed: str, lo: int, hi: int | None, margin: tuple[int | None, int | None], truth: Truth, expected: str
) -> None:
    assert compared(op, printed, lo, hi, margin, truth) == expected


@pytest.mark.parametrize(
    ("number", "margin", "truth", "expected"),
    [
        (19, (-1, -1), FALSE, "职工19人，要求20人至30人，低于下限1人"),
        (20, (0, 0), TRUE, "职工20人，要求20人至30人，在范围之内"),
        (31, (-1, -1), FALSE, "职工31人，要求20人至30人，高于上限1人"),
    ],
)
def test_a_figure_outside_a_range_says_at_which_end(
    number: int, margin: tuple[int, int], truth: Truth, expected: str
) -> None:
    assert compared(Op.BETWEEN, "至", number, number, margin, truth, 30) == expected


def test_what_does_not_exist_is_said_to_be_none() -> None:
    step = steps.CompareStep(
        fact(0, 0, exists=False),
        Op.AT_LEAST,
        Fraction(20),
        None,
        Kind.PEOPLE,
        "20人",
        "不少于",
        Margin(None, None),
        FALSE,
    )
    assert clause(step, "zh") == "职工：无（资料载明没有），要求不少于20人"
    assert clause(step, "en") == "Staff: none, says the dossier; required at least 20 people (不少于)"


def proportion(part: int, whole: int, truth: Truth, members: int | None = None, if_zero: IfZero = IfZero.FAILS) -> str:
    step = steps.ProportionStep(
        ProportionKind.SHARE,
        fact(part, part, title=Text("博士占比", "Share of doctors")),
        fact(whole, whole),
        Op.AT_LEAST,
        Fraction(1, 3),
        None,
        "1/3",
        "不低于",
        if_zero,
        None,
        Margin(Fraction(part, whole or 1) - Fraction(1, 3), None, None if members is None else Fraction(members)),
        truth,
    )
    return clause(step, "zh")


def test_a_share_is_told_exactly_by_its_two_numbers_and_how_many_more_it_takes() -> None:
    assert proportion(1, 4, FALSE, 1) == "博士占比25%（1人/4人），要求不低于1/3，其他不变时须增加1人"
    assert proportion(2, 7, FALSE, 1).startswith("博士占比约28.57%（2人/7人），要求不低于1/3")
    # A third is a third: 33.33% would be short of it.
    assert proportion(1, 3, TRUE).startswith("博士占比1/3（1人/3人），要求不低于1/3")


@pytest.mark.parametrize(
    ("value", "bounds", "expected"),
    [
        (Fraction(7, 24), [Fraction(1, 5)], "29.17%"),
        (Fraction(1, 3), [Fraction(1, 5)], "33.33%"),
        (Fraction(2, 3), [Fraction(1, 5)], "66.67%"),
        (Fraction(2, 300), [Fraction(1, 5)], "0.67%"),
        (Fraction(1, 30000), [Fraction(1, 5)], "0.00%"),
        (Fraction(1, 30000), [Fraction(0)], "0.003%"),
        (Fraction(4999, 25000), [Fraction(1, 5)], "19.996%"),
        (Fraction(59999, 300000), [Fraction(1, 5)], "19.9997%"),
        (Fraction(60001, 300000), [Fraction(1, 5)], "20.0003%"),
        (Fraction(10**9 - 1, 3 * 10**9), [Fraction(1, 3)], "33.33%"),
        (Fraction(10**9 + 1, 3 * 10**9), [Fraction(1, 3)], "33.3333334%"),
        (Fraction(299999, 1000000), [Fraction(1, 10), Fraction(3, 10)], "29.9999%"),
        (Fraction(100001, 1000000), [Fraction(1, 10), Fraction(3, 10)], "10.0001%"),
        (Fraction(7, 3), [Fraction(1)], "233.33%"),
    ],
)
def test_a_share_that_no_decimal_says_is_rounded_and_never_onto_its_bound(
    value: Fraction, bounds: list[Fraction], expected: str
) -> None:
    assert values.about(value, tuple(bounds)) == expected


@given(
    st.fractions(0, 2, max_denominator=10**6),
    st.lists(st.sampled_from([Fraction(n, 60) for n in range(61)]), min_size=1, max_size=2),
)
def test_a_rounded_share_stands_where_the_share_itself_does(value: Fraction, bounds: list[Fraction]) -> None:
    assume(value not in bounds)
    told = Fraction(values.about(value, tuple(bounds)).removesuffix("%")) / 100
    assert [told < bound for bound in bounds] == [value < bound for bound in bounds]
    assert [told > bound for bound in bounds] == [value > bound for bound in bounds]
    assert abs(told - value) <= Fraction(1, 20000)


def test_a_share_of_nothing_says_how_the_pack_reads_it() -> None:
    assert proportion(0, 0, FALSE) == "博士占比：职工为零，按采用的理解视为未达到（要求不低于1/3）"
    assert proportion(0, 0, TRUE, if_zero=IfZero.HOLDS) == "博士占比：职工为零，按采用的理解视为达到（要求不低于1/3）"


def day(op: DayOp, left: str, right: str, truth: Truth) -> str:
    ends = [
        Read(f"procedure.{text}", State.GIVEN if text else State.MISSING, Text("签订日", "Signed"), text)
        for text in (left, right)
    ]
    return clause(steps.DayStep(ends[0], op, ends[1], truth), "zh")


def test_a_day_late_is_a_day_late_and_the_same_day_is_not_before() -> None:
    assert day(DayOp.ON_OR_BEFORE, "2026-03-02", "2026-03-01", FALSE).endswith("逾期1天")
    assert day(DayOp.BEFORE, "2026-03-01", "2026-03-01", FALSE).endswith("逾期1天")
    assert day(DayOp.ON_OR_AFTER, "2026-02-28", "2026-03-01", FALSE).endswith("提前1天")
    assert day(DayOp.ON_OR_BEFORE, "2026-03-01", "2026-03-01", TRUE).endswith("符合")
    assert day(DayOp.ON_OR_BEFORE, "", "2026-03-01", OPEN).endswith("尚不能确定")


@pytest.mark.parametrize(
    ("note", "answer", "expected"),
    [
        (FindingNote.GIVEN, True, "是否较强？——是（专家组，2026年3月1日，依据：意见）"),
        (FindingNote.GIVEN, False, "是否较强？——否（专家组，2026年3月1日，依据：意见）"),
        (FindingNote.NEEDED, None, "是否较强？——待科技局、专家组认定"),
        (FindingNote.NOT_ITS_TO_DECIDE, None, "是否较强？——已有答复并非由有权单位作出，仍待科技局、专家组认定"),
        (FindingNote.LATER, None, "是否较强？——答复作出于评定基准日之后，截至基准日仍待科技局、专家组认定"),
        (FindingNote.SILENT, None, "是否较强？——资料未载明科技局、专家组是否已作出决定"),
    ],
)
def test_a_finding_says_who_answered_or_whom_to_ask(note: FindingNote, answer: bool | None, expected: str) -> None:
    who = (Text("科技局", "Bureau"), Text("专家组", "Experts"))
    answered = {"by": "专家组", "on": date(2026, 3, 1), "basis": "意见"} if answer is not None else {}
    truth = OPEN if answer is None else TRUE if answer else FALSE
    step = steps.FindingStep("strong", "", Text("是否较强？", "Is it strong?"), who, note, truth, answer, **answered)  # type: ignore[arg-type]
    assert clause(step, "zh") == expected


# --- lines -----------------------------------------------------------------------------------------------------------


def test_a_long_text_from_a_dossier_is_cut_and_what_is_cut_is_counted() -> None:
    assert quoted("名" * LONGEST) == "名" * LONGEST
    assert quoted("名" * (LONGEST + 3)) == "名" * LONGEST + "‹+3›"


def test_no_line_begins_with_a_closing_mark_and_no_amount_leaves_its_unit() -> None:
    text = "职工19人，要求不少于20人（第八条（四）），差150.01万元。"
    for width in range(12, 60):
        lines = fold(text, width, lambda part: sum(2 if ord(char) > 0x2000 else 1 for char in part))
        assert "".join(lines) == text
        assert [line for line in lines if line[0] in "，。）"] == []
        assert [line for line in lines if line.endswith(("20", "19", "150.01", "（"))] == []


def test_a_word_wider_than_the_line_is_cut_and_nothing_of_it_is_lost() -> None:
    assert fold("sha256:0123456789", 8, len) == ["sha256:0", "12345678", "9"]
    assert fold("", 8, len) == [""]
