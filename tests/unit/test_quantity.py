"""Quantities are read exactly or refused with a code, and what is written of them reads back equal."""

from __future__ import annotations

import copy
import functools
import pickle
import re
import sys
import unicodedata
from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tic_rules.errors import Place, Problem
from tic_rules.quantity import (
    BASE,
    FINEST,
    FRACTION,
    GREATEST,
    UNITS,
    Interval,
    Kind,
    Quantity,
    QuantityError,
    display,
    machine_of,
    parse_machine,
    parse_quantity,
    rounded_share,
    text_of,
)

ANY = tuple(Kind)
READ_AS_DIGITS = set("0123456789０１２３４５６７８９")

YUAN = {"units": "元、万元、亿元", "units_en": "元, 万元, 亿元"}


def refusal(text: str | int, *kinds: Kind) -> str:
    """The code under which the text is refused; its message can be written out in both languages."""
    with pytest.raises(QuantityError) as caught:
        parse_quantity(text, kinds=kinds or ANY)
    return _code(caught.value)


def machine_refusal(value: dict[str, object], *kinds: Kind) -> str:
    with pytest.raises(QuantityError) as caught:
        parse_machine(value, kinds=kinds or ANY)
    return _code(caught.value)


def _code(error: QuantityError) -> str:
    problem = Problem.of(error.problem_code, Place(), **error.values)
    assert "{" not in problem.text("zh") + problem.text("en")
    return error.problem_code


def is_read(text: str) -> bool:
    try:
        parse_quantity(text, kinds=ANY)
    except QuantityError:
        return False
    return True


# --- reading ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("1500万元", Kind.MONEY, 15_000_000),
        ("15000000 元", Kind.MONEY, 15_000_000),
        ("0.15亿元", Kind.MONEY, 15_000_000),
        ("１５００万元", Kind.MONEY, 15_000_000),
        ("１５００．５０ 万元", Kind.MONEY, 15_005_000),
        ("　1500\u00a0万元 ", Kind.MONEY, 15_000_000),
        ("0元", Kind.MONEY, 0),
        ("0.01元", Kind.MONEY, Fraction(1, 100)),
        ("0.000001万元", Kind.MONEY, Fraction(1, 100)),
        ("2000 m²", Kind.AREA, 2000),
        ("2000m2", Kind.AREA, 2000),
        ("2000ｍ２", Kind.AREA, 2000),
        ("2000ｍ²", Kind.AREA, 2000),
        ("2000㎡", Kind.AREA, 2000),
        ("620.5平方米", Kind.AREA, Fraction(1241, 2)),
        ("20人", Kind.PEOPLE, 20),
        ("20 名", Kind.PEOPLE, 20),
        ("3家", Kind.UNITS, 3),
        ("5例", Kind.CASES, 5),
        ("2次", Kind.TIMES, 2),
        ("4项", Kind.PROJECTS, 4),
        ("12个", Kind.ITEMS, 12),
        ("12件", Kind.ITEMS, 12),
        ("60周岁", Kind.AGE, 60),
        ("60 岁", Kind.AGE, 60),
        ("60%", Kind.SHARE, Fraction(3, 5)),
        ("３％", Kind.SHARE, Fraction(3, 100)),
        ("0.5%", Kind.SHARE, Fraction(1, 200)),
        ("1/3", Kind.SHARE, Fraction(1, 3)),
        ("１／３", Kind.SHARE, Fraction(1, 3)),
        ("100%", Kind.SHARE, 1),
        ("3/3", Kind.SHARE, 1),
        ("0/7", Kind.SHARE, 0),
        ("2年", Kind.YEARS, 2),
        ("8个月", Kind.MONTHS, 8),
        ("183天", Kind.DAYS, 183),
        ("5个工作日", Kind.WORKDAYS, 5),
        ("5.0个", Kind.ITEMS, 5),
    ],
)
def test_a_number_with_its_unit_is_read_exactly(text: str, kind: Kind, amount: Fraction | int) -> None:
    quantity = parse_quantity(text, kinds=(kind,))
    assert (quantity.kind, quantity.amount) == (kind, amount)
    assert parse_quantity(text, kinds=ANY) == quantity


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E130"),
        ("  ", "E130"),
        ("none", "E130"),
        ("万元", "E130"),
        ("约1500万元", "E130"),
        ("二千万元", "E130"),
        ("三分之一", "E130"),
        ("+3人", "E130"),
        ("1.5e7元", "E130"),
        ("1E7元", "E130"),
        ("1e-7元", "E130"),
        ("1.5.2元", "E130"),
        (".5元", "E130"),
        ("5.元", "E130"),
        ("010人", "E130"),
        ("00人", "E130"),
        ("0x10人", "E133"),
        ("3-5人", "E130"),
        ("1/3元", "E130"),
        ("1/3%", "E130"),
        ("1/0", "E130"),
        ("1.5/3", "E130"),
        ("1/3/5", "E130"),
        ("1/03", "E130"),
        ("NaN", "E130"),
        ("nan元", "E130"),
        ("inf元", "E130"),
        ("Infinity", "E130"),
        ("-Infinity元", "E130"),
        ("\n3人", "E130"),
        ("\u200b3人", "E130"),
        ("3", "E131"),
        ("0.6", "E131"),
        ("15000000", "E131"),
        ("1500万", "E133"),
        ("1500万元左右", "E133"),
        ("3人\n", "E133"),
        ("3\t人", "E133"),
        ("3人\u200b", "E133"),
        ("3\u200b人", "E133"),
        ("3人次", "E133"),
        ("3亿5千万元", "E133"),
        ("3人3家", "E133"),
        ("3日", "E133"),
        ("3月", "E133"),
        ("3‰", "E133"),
        ("3﹪", "E133"),
        ("3元/年", "E133"),
        ("3~5人", "E133"),
        ("²m2", "E134"),
        ("20²m2", "E134"),
        ("2000m₂", "E134"),
        ("2000m②", "E134"),
        ("2000km²", "E133"),
        ("3m³", "E134"),
        ("½", "E134"),
        ("3½人", "E134"),
        ("㏠", "E134"),
        ("二〇人", "E134"),
        ("15,000,000元", "E135"),
        ("15，000，000元", "E135"),
        ("15 000 000元", "E135"),
        ("15\u2009000元", "E135"),
        ("15_000元", "E135"),
        ("15'000元", "E135"),
        ("15’000元", "E135"),
        ("-3人", "E136"),
        ("－3人", "E136"),
        ("−3人", "E136"),
        ("- 3人", "E136"),
        ("-0.5%", "E136"),
        ("101%", "E139"),
        ("100.0001%", "E139"),
        ("4/3", "E139"),
        ("2.5人", "E138"),
        ("0.5年", "E138"),
        ("0.001元", "E138"),
        ("0.00001平方米", "E138"),
        ("0.00001%", "E138"),
        ("1/1000001", "E138"),
        ("0.30000000000000004元", "E138"),
        ("1" * 41 + "元", "E140"),
        ("1." + "0" * 40 + "元", "E140"),
        ("3" + " " * 64 + "人", "E140"),
    ],
)
def test_what_is_no_quantity_is_refused_under_its_own_code(text: str, code: str) -> None:
    assert refusal(text) == code


@pytest.mark.parametrize(
    ("number", "code"),
    [(0, "E131"), (120, "E131"), (-1, "E136"), (True, "E130"), (False, "E130"), (10**39, "E131"), (-(10**39), "E136")],
)
def test_an_integer_has_no_unit_and_is_refused(number: int, code: str) -> None:
    assert refusal(number) == code


@pytest.mark.parametrize("power", [40, 5000, 10**5])
def test_an_integer_of_more_than_forty_digits_is_too_long(power: int) -> None:
    assert refusal(10**power) == refusal(-(10**power)) == "E140"


@pytest.mark.parametrize("repeated", ["9", "3人", "1,", "0.", " ", "１", "m²", "-"])
def test_a_long_text_is_refused_for_its_length_alone(repeated: str) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_quantity(repeated * 500_000, kinds=ANY)
    assert _code(caught.value) == "E140"
    assert len(caught.value.values["text"]) < 64


def test_forty_digits_and_sixty_four_characters_are_still_read() -> None:
    assert parse_quantity("1." + "0" * 39 + "元", kinds=ANY).amount == 1
    assert parse_quantity("3" + " " * 62 + "人", kinds=ANY).amount == 3
    assert refusal("3" + " " * 63 + "人") == "E140"


@pytest.mark.parametrize(
    ("number", "kinds", "forms"),
    [
        ("120", [Kind.MONEY], "120元、120万元、120亿元"),
        ("120", [Kind.AREA], "120平方米"),
        ("20", [Kind.PEOPLE], "20人、20名"),
        ("0.6", [Kind.SHARE], "0.6%、60%"),
        ("1", [Kind.SHARE], "1%、100%"),
        ("2", [Kind.SHARE], "2%"),
        ("60", [Kind.SHARE], "60%"),
        ("3", [Kind.YEARS, Kind.MONTHS], "3年、3个月"),
    ],
)
def test_a_bare_number_is_told_the_units_that_it_could_have(number: str, kinds: list[Kind], forms: str) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_quantity(number, kinds=kinds)
    assert (caught.value.problem_code, caught.value.values) == (
        "E131",
        {"text": number, "forms": forms, "forms_en": forms.replace("、", ", ")},
    )


@pytest.mark.parametrize(
    ("kinds", "forms"),
    [([Kind.MONEY], "3元、3万元、3亿元"), ([Kind.SHARE], "3%、1/3"), ([Kind.AGE, Kind.SHARE], "3周岁、3岁、3%、1/3")],
)
def test_what_is_no_quantity_is_told_what_one_looks_like(kinds: list[Kind], forms: str) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_quantity("若干", kinds=kinds)
    assert (caught.value.problem_code, caught.value.values) == (
        "E130",
        {"text": "若干", "forms": forms, "forms_en": forms.replace("、", ", ")},
    )


def test_a_unit_of_another_kind_is_told_the_right_ones() -> None:
    with pytest.raises(QuantityError) as caught:
        parse_quantity("500平方米", kinds=[Kind.MONEY])
    assert (caught.value.problem_code, caught.value.values) == ("E132", {"unit": "平方米", **YUAN})
    problem = Problem.of(caught.value.problem_code, Place(), **caught.value.values)
    assert problem.text("zh") == "E132：单位“平方米”不能用在这里。这里可用的单位：元、万元、亿元。"
    assert (
        problem.text("en") == "E132: The unit “平方米” is of no use here. Units that can be used here: 元, 万元, 亿元."
    )


def test_every_unit_is_refused_by_every_kind_but_its_own() -> None:
    for unit in UNITS.values():
        for kind in Kind:
            if kind is unit.kind:
                assert parse_quantity(f"1{unit.symbol}", kinds=[kind]).unit is unit
            else:
                assert refusal(f"1{unit.symbol}", kind) == "E132"


def test_a_fraction_is_a_share_and_nothing_else() -> None:
    assert refusal("1/3", Kind.MONEY) == "E130"
    assert parse_quantity("1/3", kinds=[Kind.MONEY, Kind.SHARE]).unit is FRACTION


@functools.cache
def _numeric() -> list[str]:
    """Every character that Unicode calls a number, or whose compatibility form holds an ASCII digit."""
    return [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(char).startswith("N")
        or (char > "\x7f" and re.search("[0-9]", unicodedata.normalize("NFKC", char)))
    ]


def test_of_all_numeric_characters_only_two_sets_of_ten_are_digits() -> None:
    numeric = _numeric()
    assert sum(unicodedata.category(char) in {"Nd", "No"} for char in numeric) > 600
    for form in ["{}人", "1{}人", "{}1人", "{}%", "0.{}%", "1.{}%", "0/{}", "{}/9", "1{}%"]:
        # Each form is valid with one ASCII digit in it, save the leading zero of 01人 and the whole of 0/0.
        read = {char for char in numeric if is_read(form.format(char))}
        odd = {"{}1人": set("0０"), "0/{}": set("0０")}.get(form, set())
        assert read == READ_AS_DIGITS - odd, form


def test_a_numeric_character_in_a_unit_is_two_or_the_square() -> None:
    assert {char for char in _numeric() if is_read(f"20m{char}")} == {"2", "２", "²"}
    assert {char for char in _numeric() if is_read(f"20{char}")} == {"㎡"}
    assert {char for char in _numeric() if is_read(f"20人{char}")} == set()


def test_the_bounds_of_each_kind_are_these() -> None:
    counts = [Kind.PEOPLE, Kind.UNITS, Kind.CASES, Kind.TIMES, Kind.PROJECTS, Kind.ITEMS]
    lengths = {Kind.AGE: 150, Kind.YEARS: 300, Kind.MONTHS: 3_600, Kind.DAYS: 110_000, Kind.WORKDAYS: 110_000}
    other = {Kind.MONEY: 10_000_000_000_000, Kind.AREA: 1_000_000_000, Kind.SHARE: 1}
    assert dict.fromkeys(counts, 10_000_000) | lengths | other == GREATEST
    finer = {Kind.MONEY: Fraction("0.01"), Kind.AREA: Fraction("0.0001"), Kind.SHARE: Fraction("0.000001")}
    assert dict.fromkeys([*counts, *lengths], 1) | finer == FINEST


@pytest.mark.parametrize("kind", Kind)
def test_the_greatest_amount_is_taken_and_a_step_more_is_not(kind: Kind) -> None:
    unit = BASE[kind]
    assert Quantity(GREATEST[kind], unit).amount == GREATEST[kind]
    with pytest.raises(QuantityError) as caught:
        Quantity(GREATEST[kind] + FINEST[kind], unit)
    assert _code(caught.value) == ("E139" if kind is Kind.SHARE else "E137")


@pytest.mark.parametrize("kind", Kind)
def test_the_smallest_step_is_taken_and_a_part_of_it_is_not(kind: Kind) -> None:
    assert Quantity(FINEST[kind], BASE[kind]).amount == FINEST[kind]
    with pytest.raises(QuantityError) as caught:
        Quantity(FINEST[kind] * Fraction(1000003, 1000000), BASE[kind])
    assert _code(caught.value) == "E138"
    with pytest.raises(QuantityError) as caught:
        Quantity(-FINEST[kind], BASE[kind])
    assert _code(caught.value) == "E136"


def test_amounts_a_millionth_of_a_unit_from_a_threshold_stay_on_their_side() -> None:
    threshold = parse_quantity("100万元", kinds=ANY).amount
    below, above = (parse_quantity(text, kinds=ANY).amount for text in ["99.999999万元", "100.000001万元"])
    assert threshold - below == above - threshold == Fraction(1, 100)
    share = parse_quantity("60%", kinds=ANY).amount
    below, above = (parse_quantity(text, kinds=ANY).amount for text in ["59.9999%", "60.0001%"])
    assert share - below == above - share == Fraction(1, 10**6)
    assert parse_quantity("333333/1000000", kinds=ANY).amount < Fraction(1, 3)
    assert refusal("500.000001平方米") == "E138"


def test_twenty_thousand_amounts_agree_with_decimal_arithmetic() -> None:
    factors = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
    for number in range(20_000):
        for places, (symbol, factor) in enumerate(factors.items()):
            text = str(Decimal(number).scaleb(-places))
            assert parse_quantity(text + symbol, kinds=ANY).amount == Fraction(Decimal(text) * factor), text + symbol


@pytest.mark.parametrize("cell", [3000.07, 0.57, 1234567.89, 99.99])
def test_the_shortest_text_of_a_spreadsheet_number_is_exact(cell: float) -> None:
    assert parse_quantity(f"{cell!r}万元", kinds=ANY).amount == Fraction(repr(cell)) * 10_000


# --- the machine form ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        ("15000000", "元", "1500万元"),
        ("0.5", "%", "0.5%"),
        ("100/3", "%", "1/3"),
        ("2000", "m2", "2000平方米"),
        ("2000", "m²", "2000平方米"),
        ("3", "％", "3%"),
        ("1", "个工作日", "1个工作日"),
    ],
)
def test_the_machine_form_is_read_as_the_text_is(amount: str, unit: str, text: str) -> None:
    assert parse_machine({"amount": amount, "unit": unit}) == parse_quantity(text, kinds=ANY)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({}, "E141"),
        ({"amount": "3"}, "E141"),
        ({"unit": "人"}, "E141"),
        ({"amount": "3", "unit": "人", "note": ""}, "E141"),
        ({"amount": "3", "units": "人"}, "E141"),
        ({"amount": 3, "unit": "人"}, "E141"),
        ({"amount": 3.0, "unit": "人"}, "E141"),
        ({"amount": True, "unit": "人"}, "E141"),
        ({"amount": None, "unit": "人"}, "E141"),
        ({"amount": "3", "unit": None}, "E141"),
        ({"amount": ["3"], "unit": "人"}, "E141"),
        ({"amount": "", "unit": "人"}, "E141"),
        ({"amount": "NaN", "unit": "元"}, "E141"),
        ({"amount": "1e3", "unit": "元"}, "E141"),
        ({"amount": "+3", "unit": "人"}, "E141"),
        ({"amount": "３", "unit": "人"}, "E141"),
        ({"amount": " 3", "unit": "人"}, "E141"),
        ({"amount": "3\n", "unit": "人"}, "E141"),
        ({"amount": "03", "unit": "人"}, "E141"),
        ({"amount": "3人", "unit": "人"}, "E141"),
        ({"amount": "1/0", "unit": "%"}, "E141"),
        ({"amount": "3", "unit": ""}, "E133"),
        ({"amount": "3", "unit": "CNY"}, "E133"),
        ({"amount": "3", "unit": "m②"}, "E134"),
        ({"amount": "٣", "unit": "人"}, "E134"),
        ({"amount": "1,000", "unit": "元"}, "E135"),
        ({"amount": "-3", "unit": "人"}, "E136"),
        ({"amount": "10000001", "unit": "人"}, "E137"),
        ({"amount": "1/3", "unit": "元"}, "E138"),
        ({"amount": "101", "unit": "%"}, "E139"),
        ({"amount": "1" * 41, "unit": "元"}, "E140"),
        ({"amount": "1", "unit": "元" * 64}, "E140"),
    ],
)
def test_a_machine_form_that_is_not_exact_is_refused(value: dict[str, object], code: str) -> None:
    assert machine_refusal(value) == code


def test_a_machine_form_is_told_the_units_and_the_longest_text() -> None:
    values: list[dict[str, object]] = [{"amount": 3, "unit": "元"}, {"amount": "3e2", "unit": "元"}]
    for value in values:
        with pytest.raises(QuantityError) as caught:
            parse_machine(value, kinds=[Kind.MONEY])
        assert (caught.value.problem_code, caught.value.values) == ("E141", YUAN)
    assert parse_machine({"amount": "1", "unit": " " * 61 + "元"}).amount == 1
    assert machine_refusal({"amount": "1", "unit": " " * 62 + "元"}) == "E140"


def test_a_machine_form_of_another_kind_is_refused() -> None:
    assert machine_refusal({"amount": "3", "unit": "家"}, Kind.PEOPLE) == "E132"


# --- writing ------------------------------------------------------------------------------------------------------


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    unit = draw(st.sampled_from([*UNITS.values(), FRACTION]))
    if unit.kind is Kind.SHARE and draw(st.booleans()):
        parts = draw(st.integers(1, 10**6))
        return Quantity(Fraction(draw(st.integers(0, parts)), parts), unit)
    steps = draw(st.integers(0, int(GREATEST[unit.kind] / FINEST[unit.kind])))
    return Quantity(steps * FINEST[unit.kind], unit)


@given(quantities())
@example(Quantity(Fraction(1, 3), FRACTION))
@example(Quantity(Fraction(1, 999_999), UNITS["%"]))
@example(Quantity(Fraction(1, 10**6), FRACTION))
@example(Quantity(Fraction(0), UNITS["亿元"]))
def test_what_is_written_reads_back_equal(quantity: Quantity) -> None:
    assert parse_quantity(text_of(quantity), kinds=ANY) == quantity
    assert parse_machine(machine_of(quantity)) == quantity


@given(quantities(), quantities())
@example(parse_quantity("3/5", kinds=ANY), parse_quantity("60%", kinds=ANY))
@example(parse_quantity("3家", kinds=ANY), parse_quantity("3例", kinds=ANY))
def test_equal_quantities_and_no_others_have_one_text_and_one_hash(one: Quantity, other: Quantity) -> None:
    assert (one == other) is ((one.kind, one.amount) == (other.kind, other.amount))
    assert (text_of(one) == text_of(other)) is (one == other)
    assert (machine_of(one) == machine_of(other)) is (one == other)
    assert one != other or hash(one) == hash(other)


@pytest.mark.parametrize(
    ("text", "canonical", "machine"),
    [
        ("1500万元", "15000000元", {"amount": "15000000", "unit": "元"}),
        ("0.05元", "0.05元", {"amount": "0.05", "unit": "元"}),
        ("620.50 m²", "620.5平方米", {"amount": "620.5", "unit": "平方米"}),
        ("20名", "20人", {"amount": "20", "unit": "人"}),
        ("5件", "5个", {"amount": "5", "unit": "个"}),
        ("60岁", "60周岁", {"amount": "60", "unit": "周岁"}),
        ("3/5", "60%", {"amount": "60", "unit": "%"}),
        ("2/6", "1/3", {"amount": "100/3", "unit": "%"}),
        ("1/1000000", "0.0001%", {"amount": "0.0001", "unit": "%"}),
    ],
)
def test_canonical_forms_are_in_the_base_unit(text: str, canonical: str, machine: dict[str, str]) -> None:
    quantity = parse_quantity(text, kinds=ANY)
    assert text_of(quantity) == canonical
    assert machine_of(quantity) == machine


def test_a_quantity_is_a_plain_frozen_value() -> None:
    quantity = parse_quantity("20名", kinds=ANY)
    assert pickle.loads(pickle.dumps(quantity)) == copy.deepcopy(quantity) == quantity
    assert quantity != "20人"
    with pytest.raises(AttributeError):
        quantity.amount = Fraction(21)  # type: ignore[misc]
    with pytest.raises(TypeError, match="Fraction"):
        Quantity(20, UNITS["人"])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not supported"):
        assert quantity < quantity  # type: ignore[operator]


def test_a_refusal_survives_being_sent_to_another_process() -> None:
    with pytest.raises(QuantityError) as caught:
        parse_quantity("3", kinds=[Kind.PEOPLE])
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), again.problem_code, again.values) == (
        QuantityError,
        "E131",
        {"text": "3", "forms": "3人、3名", "forms_en": "3人, 3名"},
    )


@pytest.mark.parametrize(
    ("amount", "kind", "zh", "en"),
    [
        (15_000_000, Kind.MONEY, "1500万元", "CNY 15,000,000"),
        (805_500, Kind.MONEY, "80.55万元", "CNY 805,500"),
        (805_550, Kind.MONEY, "805550元", "CNY 805,550"),
        (10_000, Kind.MONEY, "1万元", "CNY 10,000"),
        (9_900, Kind.MONEY, "9900元", "CNY 9,900"),
        (0, Kind.MONEY, "0元", "CNY 0"),
        (-200_000, Kind.MONEY, "-20万元", "CNY -200,000"),
        (Fraction("999999.99"), Kind.MONEY, "999999.99元", "CNY 999,999.99"),
        (Fraction(1, 200), Kind.MONEY, "0.005元", "CNY 0.005"),
        (Fraction(10**6, 3), Kind.MONEY, "1000000/3元", "CNY 1000000/3"),
        (620, Kind.AREA, "620平方米", "620 m²"),
        (1, Kind.AREA, "1平方米", "1 m²"),
        (Fraction("499.9999"), Kind.AREA, "499.9999平方米", "499.9999 m²"),
        (20, Kind.PEOPLE, "20人", "20 people"),
        (1, Kind.PEOPLE, "1人", "1 person"),
        (1200, Kind.PEOPLE, "1200人", "1,200 people"),
        (3, Kind.UNITS, "3家", "3 units"),
        (5, Kind.CASES, "5例", "5 cases"),
        (1, Kind.TIMES, "1次", "1 time"),
        (4, Kind.PROJECTS, "4项", "4 projects"),
        (12, Kind.ITEMS, "12个", "12 items"),
        (60, Kind.AGE, "60周岁", "60 years of age"),
        (Fraction(3, 100), Kind.SHARE, "3%", "3%"),
        (Fraction(1, 3), Kind.SHARE, "1/3", "1/3"),
        (Fraction(599_999, 10**6), Kind.SHARE, "59.9999%", "59.9999%"),
        (Fraction(12, 37), Kind.SHARE, "12/37", "12/37"),
        (Fraction(5, 4), Kind.SHARE, "125%", "125%"),
        (2, Kind.YEARS, "2年", "2 years"),
        (1, Kind.MONTHS, "1个月", "1 month"),
        (183, Kind.DAYS, "183天", "183 days"),
        (5, Kind.WORKDAYS, "5个工作日", "5 working days"),
    ],
)
def test_amounts_are_shown_in_the_words_of_each_language(amount: Fraction | int, kind: Kind, zh: str, en: str) -> None:
    assert display(Fraction(amount), kind, "zh") == zh
    assert display(Fraction(amount), kind, "en") == en


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.MONEY, Kind.AREA, Kind.SHARE}))
def test_one_of_a_kind_is_shown_in_the_singular(kind: Kind) -> None:
    one, two = (display(Fraction(n), kind, "en") for n in (1, 2))
    plural = {"1 person": "2 people", "1 year of age": "2 years of age"}
    assert two == plural.get(one, f"2 {one[2:]}s")


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("20名", "20名", "20 people"),
        ("5件", "5件", "5 items"),
        ("60岁", "60岁", "60 years of age"),
        ("500m²", "500平方米", "500 m²"),
        ("1亿元", "1亿元", "CNY 100,000,000"),
        ("5000元", "5000元", "CNY 5,000"),
        ("1/2", "1/2", "1/2"),
        ("50%", "50%", "50%"),
    ],
)
def test_a_quantity_can_be_shown_in_the_unit_it_was_printed_in(text: str, zh: str, en: str) -> None:
    quantity = parse_quantity(text, kinds=ANY)
    assert display(quantity.amount, quantity.kind, "zh", unit=quantity.unit) == zh
    assert display(quantity.amount, quantity.kind, "en", unit=quantity.unit) == en


def test_a_unit_in_which_the_amount_is_no_short_decimal_is_not_taken() -> None:
    assert display(Fraction(1, 100), Kind.MONEY, "zh", unit=UNITS["亿元"]) == "0.01元"
    with pytest.raises(ValueError, match="人 is no unit of money"):
        display(Fraction(1), Kind.MONEY, "zh", unit=UNITS["人"])


@given(st.fractions(min_value=-(10**14), max_value=10**14), st.sampled_from(ANY))
@example(Fraction(999_999_999_999, 10**6), Kind.MONEY)
@example(Fraction(59_999_999, 10**8), Kind.SHARE)
def test_nothing_is_ever_shown_rounded(amount: Fraction, kind: Kind) -> None:
    zh, en = display(amount, kind, "zh"), display(amount, kind, "en")
    for shown in [zh, en.replace(",", "")]:
        number = re.search(r"-?[0-9]+(?:\.[0-9]+|/[0-9]+)?", shown)
        assert number is not None
        factor = 10_000 if "万元" in shown else Fraction(1, 100) if "%" in shown else 1
        assert Fraction(number[0]) * factor == amount


# --- intervals ----------------------------------------------------------------------------------------------------


def test_intervals_hold_both_ends_and_add_end_by_end() -> None:
    known, rest = Interval(Fraction(2), Fraction(5)), Interval(Fraction(1), None)
    assert [known.contains(Fraction(n)) for n in (1, 2, 5, 6)] == [False, True, True, False]
    assert rest.contains(Fraction(10**30))
    assert not rest.contains(Fraction(999_999, 10**6))
    assert known.add(Interval.of(Fraction(1, 3))) == Interval(Fraction(7, 3), Fraction(16, 3))
    assert known.add(rest) == rest.add(known) == Interval(Fraction(3), None)
    assert (Interval.of(Fraction(2)).is_exact, known.is_exact, rest.is_exact) == (True, False, False)


def test_an_interval_is_a_frozen_value() -> None:
    interval = Interval.of(Fraction(1))
    with pytest.raises(AttributeError):
        interval.lo = Fraction(0)  # type: ignore[misc]
    assert not hasattr(interval, "__dict__")


def test_an_interval_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="down to"):
        Interval(Fraction(2), Fraction(1))


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("60%", "59.5", "60.5"),
        ("60.0%", "59.95", "60.05"),
        ("６０．０ ％", "59.95", "60.05"),
        ("33.33%", "33.325", "33.335"),
        ("100%", "99.5", "100"),
        ("99.9%", "99.85", "99.95"),
        ("0%", "0", "0.5"),
        ("0.0%", "0", "0.05"),
        ("3/5", "60", "60"),
    ],
)
def test_a_rounded_percentage_is_all_that_rounds_to_it(text: str, lo: str, hi: str) -> None:
    assert rounded_share(text) == Interval(Fraction(lo) / 100, Fraction(hi) / 100)


def test_a_rounded_percentage_agrees_with_decimal_rounding_at_every_tenth_of_its_last_place() -> None:
    ways = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN)
    for step in [Decimal(1), Decimal("0.1")]:
        shares: dict[Decimal, set[int]] = {}
        parts = int(1000 / step)
        for n in range(parts + 1):
            for way in ways:
                shares.setdefault((n * step / 10).quantize(step, rounding=way), set()).add(n)
        for percentage, rounding_to_it in shares.items():
            interval = rounded_share(f"{percentage}%")
            near = range(max(min(rounding_to_it) - 3, 0), min(max(rounding_to_it) + 3, parts) + 1)
            assert {n for n in near if interval.contains(Fraction(n, parts))} == rounding_to_it
        assert len(shares) == 100 / step + 1


@pytest.mark.parametrize(("text", "code"), [("101%", "E139"), ("60", "E131"), ("60人", "E132"), ("约60%", "E130")])
def test_what_is_no_share_has_no_interval(text: str, code: str) -> None:
    with pytest.raises(QuantityError) as caught:
        rounded_share(text)
    assert _code(caught.value) == code
