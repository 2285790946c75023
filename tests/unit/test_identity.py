"""Credit codes are checked to the last sign, and a seat lies in the places that hold it."""

from __future__ import annotations

import random
import subprocess
import sys
import unicodedata
from itertools import combinations, product

import pytest

from tic_rules.errors import Place, Problem
from tic_rules.identity import CodeError, check_credit_code, could_lie_in, division, lies_in

# The 31 signs of GB 32100 in the order of their values.
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def check_sign(first_seventeen: str) -> str:
    """The check sign by GB 32100, worked out anew: powers of 3 as weights, all taken modulo 31."""
    total = sum(SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(first_seventeen))
    return SIGNS[-total % 31]


def drawn(amount: int) -> list[str]:
    """Codes of no unit in particular: every part is drawn at random."""
    draw = random.Random(31)
    codes = []
    for _ in range(amount):
        head = draw.choice("123456789ANY") + draw.choice("1239") + "".join(draw.choices("0123456789", k=6))
        body = head + "".join(draw.choices(SIGNS, k=9))
        codes.append(body + check_sign(body))
    return codes


CODES = drawn(100)


def refusal(text: str) -> str:
    with pytest.raises(CodeError) as caught:
        check_credit_code(text)
    return _code(caught.value)


def _code(error: CodeError) -> str:
    problem = Problem.of(error.problem_code, Place(), **error.values)
    assert "{" not in problem.text("zh") + problem.text("en")
    return error.problem_code


def is_read(text: str) -> bool:
    try:
        check_credit_code(text)
    except CodeError:
        return False
    return True


# --- credit codes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "worked_out"),
    [
        # 9*1 + 1*3 = 12, and 31 - 12 = 19 is the value of the sign K
        ("91000000000000000K", "12"),
        # 10*1 + 1*3 = 13, and 31 - 13 = 18, J
        ("A1000000000000000J", "13"),
        # Y is 30: 30*1 + 1*3 = 33 = 2, and 31 - 2 = 29, X
        ("Y1000000000000000X", "2"),
        # N is 22: 22 + 9*3 = 49 = 18, and 31 - 18 = 13, D
        ("N9000000000000000D", "18"),
        # a sum of 0 modulo 31 has the check sign 0: 1*1 + 1*3 + 1*27 (place 4) = 31
        ("110100000000000000", "0"),
    ],
)
def test_check_signs_worked_out_by_hand_are_right(code: str, worked_out: str) -> None:
    assert check_credit_code(code) == code
    assert sum(SIGNS.index(sign) * 3**place for place, sign in enumerate(code[:17])) % 31 == int(worked_out)


@pytest.mark.parametrize("code", CODES[:20])
def test_a_code_is_read_in_any_width_and_case_and_returned_in_one_form(code: str) -> None:
    full = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    for written in [code, code.lower(), full, full.lower(), f"  {code}　", f"{full[:9]}{code[9:].lower()}"]:
        assert check_credit_code(written) == code


def test_codes_may_begin_with_the_letters_of_the_standard_and_no_others() -> None:
    firsts = {sign for sign in SIGNS if is_read((body := f"{sign}1140700MA00000P1"[:17]) + check_sign(body))}
    assert firsts == set("123456789ANY")


def test_a_division_that_does_not_exist_is_no_error() -> None:
    body = "91990099MA0000000"
    assert check_credit_code(body + check_sign(body)) == body + check_sign(body)


def test_every_wrong_sign_of_a_hundred_codes_is_caught() -> None:
    for code in CODES:
        for place, wrong in product(range(18), SIGNS):
            if wrong != code[place]:
                assert not is_read(code[:place] + wrong + code[place + 1 :])


def test_every_swap_of_two_signs_is_caught_save_the_first_with_the_last() -> None:
    """The first and the last sign have the same weight, so their swap keeps the sum; no other two have."""
    missed = set()
    for code in CODES:
        for one, other in combinations(range(18), 2):
            swapped = list(code)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            if "".join(swapped) != code and is_read("".join(swapped)):
                missed.add((one, other))
    assert missed == {(0, 17)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9.11E+17", "E146"),
        ("9.1130100E+17", "E146"),
        ("9.11e+17", "E146"),
        ("９．１１Ｅ＋１７", "E146"),
        ("9E+17", "E146"),
        ("911301001234567000.0", "E146"),
        ("9.11301001234567e17", "E146"),
        ("", "E147"),
        ("none", "E147"),
        ("91000000000000000", "E147"),
        ("91000000000000000K0", "E147"),
        ("9100 0000 0000 0000 0K", "E147"),
        ("91000000-00000000-0K", "E147"),
        ("9100000000000000OK", "E147"),
        ("9100000000000000IK", "E147"),
        ("91A000000000000000", "E147"),
        ("010000000000000000", "E147"),
        ("B10000000000000000", "E147"),
        ("91000000000000000\u212a", "E147"),
        ("91000000000000000K\n", "E147"),
        ("91000000000000000K\u200b", "E147"),
        ("９１００００００００００００００００①", "E147"),
        ("晨星示例公司", "E147"),
        ("9" * 65, "E147"),
        ("910000000000000000", "E148"),
        ("911301001234567000", "E148"),
    ],
)
def test_what_is_no_code_is_refused_under_its_own_code(text: str, code: str) -> None:
    assert refusal(text) == code


def test_no_other_numeric_character_stands_for_a_digit_in_any_place() -> None:
    code = "91000000000000000K"
    numeric = [c for c in map(chr, range(0x20000)) if unicodedata.category(c).startswith("N") and c not in "0123456789"]
    for place in [0, 1, 2, 7, 8, 16]:
        read = {char for char in numeric if is_read(code[:place] + char + code[place + 1 :])}
        assert read == {chr(ord(code[place]) + 0xFEE0)}


def test_spaces_around_a_code_count_towards_the_longest_text_that_is_read() -> None:
    assert check_credit_code("91000000000000000K" + " " * 46) == "91000000000000000K"
    assert refusal("91000000000000000K" + " " * 47) == "E147"
    assert refusal("91000000000000000K" + " " * 47 + "9") == "E147"
    assert division("371500" + " " * 58) == "371500"
    with pytest.raises(CodeError):
        division("371500" + " " * 59)


def test_a_long_text_is_not_shown_whole() -> None:
    with pytest.raises(CodeError) as caught:
        check_credit_code("9" * 10**6)
    assert len(caught.value.values["text"]) < 64


def test_the_check_of_codes_is_loaded_when_first_asked_for() -> None:
    probe = (
        "import sys; import tic_rules.identity as i; print('stdnum' in sys.modules);"
        "i.check_credit_code('91000000000000000K'); print('stdnum' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]


# --- divisions ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["370000", "371500", "371502", "500000", "500101", "110000", "429004", "820000"])
def test_codes_of_provinces_cities_and_counties_are_read(text: str) -> None:
    assert division(text) == division(f" {text}　") == text
    assert division("".join(chr(ord(digit) + 0xFEE0) for digit in text)) == text


def test_the_provinces_are_the_thirty_four_of_the_standard() -> None:
    read = []
    for number in range(100):
        try:
            read.append(division(f"{number:02}0000")[:2])
        except CodeError:
            continue
    assert len(read) == 34
    assert " ".join(read) == (
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82"
    )


@pytest.mark.parametrize(
    "text",
    [
        *["", "37", "3715", "37150", "3715020", "000000", "990000", "370001", "371502.0", "37 15 02", "-71502"],
        *["37150②", "٣٧١٥٠٢", "聊城市", "371502\n", "371502" * 10**5],
    ],
    ids=lambda value: value[:12],
)
def test_what_is_no_division_is_refused(text: str) -> None:
    with pytest.raises(CodeError) as caught:
        division(text)
    assert _code(caught.value) == "E149"
    assert len(caught.value.values["text"]) < 64


@pytest.mark.parametrize(
    ("seat", "place", "surely", "possibly"),
    [
        ("371502", "371500", True, True),
        ("371500", "371500", True, True),
        ("371521", "371500", True, True),
        ("371581", "371500", True, True),
        ("371502", "370000", True, True),
        ("371500", "370000", True, True),
        ("370000", "370000", True, True),
        ("371502", "371502", True, True),
        ("371502", "371503", False, False),
        ("371600", "371500", False, False),
        ("371602", "371500", False, False),
        ("130100", "370000", False, False),
        ("370000", "371500", False, True),
        ("371500", "371502", False, True),
        ("500101", "500000", True, True),
        ("500229", "500000", True, True),
        ("371000", "370000", True, True),
        ("371100", "371000", False, False),
    ],
)
def test_a_place_holds_itself_and_what_is_below_it(seat: str, place: str, surely: bool, possibly: bool) -> None:
    assert (lies_in(seat, place), could_lie_in(seat, place)) == (surely, possibly)


def test_lying_in_orders_the_divisions_and_two_of_one_level_never_hold_each_other() -> None:
    places = ["370000", "371000", "371001", "371100", "371500", "371502", "371503", "500000", "500100", "500101"]
    for one, other in product(places, places):
        assert not (lies_in(one, other) and lies_in(other, one)) or one == other
        for third in places:
            if lies_in(one, other) and lies_in(other, third):
                assert lies_in(one, third)
