"""What is counted of the partners, and of the lead: its figures of a year, and its other centres."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from benchmarks.handwritten.amounts import NOTHING, Amount, in_steps, unlisted
from benchmarks.handwritten.kleene import Kleene, unknown
from benchmarks.handwritten.tally import Tally
from tic_rules.facts.units import OtherCentre, Partner, YearAmount

_ACADEMIC: Final = frozenset({"高校", "科研院所", "新型研发机构"})


class Partners(NamedTuple):
    """The partners: how many, how many of science, how many firms of the city, and two things asked of each."""

    number: Amount
    academic: Amount
    firms_of_city: Amount
    no_adverse_record: Kleene
    signed: Kleene


_NO_PARTNERS_TOLD: Final = Partners(
    unlisted("shijiazhuang.partner_count"),
    unlisted("shijiazhuang.academic_partners"),
    unlisted("shijiazhuang.city_enterprise_partners"),
    unknown("partners"),
    unknown("partners"),
)


def partners(members: tuple[Partner, ...] | None) -> Partners:
    """All that is asked of the partners."""
    if members is None:
        return _NO_PARTNERS_TOLD
    academic, firms = Tally(), Tally()
    bad_record = unsigned = False
    unknown_record: list[str] = []
    unknown_signed: list[str] = []
    for index, unit in enumerate(members):
        kind = unit.kind
        if kind is None:
            academic.maybe(f"partners[{index}].kind")
        elif kind in _ACADEMIC:
            academic.lo += 1
            academic.hi += 1
        _firm(firms, unit, index)
        if unit.has_adverse_record is None:
            unknown_record.append(f"partners[{index}].has_adverse_record")
        elif unit.has_adverse_record:
            bad_record = True
        if unit.signed_agreement is None:
            unknown_signed.append(f"partners[{index}].signed_agreement")
        elif not unit.signed_agreement:
            unsigned = True
    return Partners(
        (len(members), len(members), ()),
        academic.amount,
        firms.amount,
        False if bad_record else frozenset(unknown_record) if unknown_record else True,
        False if unsigned else frozenset(unknown_signed) if unknown_signed else True,
    )


def _firm(firms: Tally, unit: Partner, index: int) -> None:
    """Counts a partner among the firms of the city: an enterprise, or a new-type institution that is a company."""
    kind, form, seat = unit.kind, unit.legal_form, unit.seat
    unknown = []
    if kind is None:
        unknown.append(f"partners[{index}].kind")
        if form is None:
            unknown.append(f"partners[{index}].legal_form")
    elif kind == "新型研发机构":
        if form is None:
            unknown.append(f"partners[{index}].legal_form")
        elif form != "企业法人":
            return
    elif kind != "企业":
        return
    # A seat named as the province alone may be in the city.
    if seat is None or seat == "130000":
        unknown.append(f"partners[{index}].seat")
    elif not seat.startswith("1301"):
        return
    if unknown:
        firms.maybe(*unknown)
    else:
        firms.lo += 1
        firms.hi += 1


def higher_centres(members: tuple[OtherCentre, ...] | None) -> Amount:
    """The lead's national and provincial centres in the same field and direction."""
    if members is None:
        return unlisted("shijiazhuang.higher_centres_same_field")
    tally = Tally()
    for index, other in enumerate(members):
        level, same = other.level, other.same_field_and_direction
        if same is False or level == "市级":
            continue
        if level is not None and same:
            tally.lo += 1
            tally.hi += 1
        else:
            fields = {"level": level, "same_field_and_direction": same}
            tally.maybe(*(f"lead.other_centres[{index}].{name}" for name, value in fields.items() if value is None))
    return tally.amount


def last_full_year(
    series: tuple[YearAmount, ...] | None,
    path: str,
    submitted: date | None,
    on: date,
    stated_on: date | None,
    registered: date | None,
) -> Amount:
    """The figure of the calendar year before the application day's."""
    if submitted is None:
        return unlisted("application.submitted_on")
    year = submitted.year - 1
    for entry in series or ():
        if entry.year == year and entry.amount is not None:
            amount = in_steps(entry.amount)
            runs_to = entry.until or stated_on
            if runs_to is None:
                return amount, None, ("stated_on",)
            if min(runs_to, on) >= date(year, 12, 31):
                return amount, amount, ()
            break
    else:
        if registered is not None and registered.year > year:
            return NOTHING
        amount = 0
    return amount, None, (f"{path}[{year}]",)
