"""Each list of the dossier gone through once, for all that the norms count and sum of it."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from benchmarks.handwritten.amounts import NOTHING, Amount, in_steps, unlisted
from benchmarks.handwritten.kleene import Kleene, unknown
from tic_rules.facts.centre import CommitteeMember, Equipment, Premises, Project, Result, StaffMember
from tic_rules.facts.units import OtherCentre, Partner, YearAmount

_ACADEMIC: Final = frozenset({"高校", "科研院所", "新型研发机构"})
_PARTIES: Final = frozenset({"依托单位", "共建单位"})
_LEAD: Final = "依托单位"


class _Tally:
    """A sum that grows member by member."""

    __slots__ = ("hi", "lo", "points", "unbounded")

    def __init__(self) -> None:
        self.lo = self.hi = 0
        self.unbounded = False
        self.points: list[str] = []

    def maybe(self, *paths: str) -> None:
        """One that counts or does not."""
        self.hi += 1
        self.points += paths

    def surely(self, value: int | None, path: str) -> None:
        """An amount that is in it, or its path where it was not told."""
        if value is None:
            self.unbounded = True
            self.points.append(path)
        else:
            self.lo += value
            self.hi += value

    def perhaps(self, value: int | None, path: str, why: str) -> None:
        """An amount of which it is not known whether it is in it."""
        if value is None:
            self.unbounded = True
            self.points += [path, why]
        elif value:
            self.hi += value
            self.points.append(why)

    @property
    def amount(self) -> Amount:
        """What it came to."""
        return self.lo, None if self.unbounded else self.hi, tuple(self.points)


class Partners(NamedTuple):
    """The partners: how many, how many of science, how many firms of the city, and two things asked of each."""

    count: Amount
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
    academic, firms = _Tally(), _Tally()
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


def _firm(firms: _Tally, unit: Partner, index: int) -> None:
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


class Staff(NamedTuple):
    """The staff: fixed ones of the parties, researchers, those of the lead, full-time managers."""

    fixed: Amount
    researchers: Amount
    own_researchers: Amount
    managers: Amount


_NO_STAFF_TOLD: Final = Staff(
    unlisted("shijiazhuang.fixed_staff"),
    unlisted("shijiazhuang.researchers"),
    unlisted("shijiazhuang.own_researchers"),
    unlisted("shijiazhuang.full_time_managers"),
)


def staff(members: tuple[StaffMember, ...] | None) -> Staff:
    """All that is counted of the staff."""
    if members is None:
        return _NO_STAFF_TOLD
    fixed = researchers = own = managers = 0
    maybe_fixed, maybe_researcher, maybe_own, maybe_manager = _Tally(), _Tally(), _Tally(), _Tally()
    for index, person in enumerate(members):
        unit, role, is_fixed = person.unit, person.role, person.fixed
        if is_fixed is None or unit is None or role is None:
            _half_told(person, f"centre.staff[{index}]", maybe_fixed, maybe_researcher, maybe_own, maybe_manager)
        if is_fixed and unit in _PARTIES:
            fixed += 1
        if role == "科研":
            researchers += 1
            if unit == _LEAD:
                own += 1
        elif role == "管理":
            if person.full_time:
                managers += 1
            elif person.full_time is None:
                maybe_manager.maybe(f"centre.staff[{index}].full_time")
    return Staff(
        _counted(fixed, maybe_fixed),
        _counted(researchers, maybe_researcher),
        _counted(own, maybe_own),
        _counted(managers, maybe_manager),
    )


def _half_told(
    person: StaffMember, path: str, fixed: _Tally, researcher: _Tally, own: _Tally, manager: _Tally
) -> None:
    """What a person may count for of whom something is not told."""
    unit, role = person.unit, person.role
    if person.fixed is None:
        if unit is None:
            fixed.maybe(f"{path}.fixed", f"{path}.unit")
        elif unit in _PARTIES:
            fixed.maybe(f"{path}.fixed")
    elif person.fixed and unit is None:
        fixed.maybe(f"{path}.unit")
    if role is None:
        researcher.maybe(f"{path}.role")
        if unit is None:
            own.maybe(f"{path}.role", f"{path}.unit")
        elif unit == _LEAD:
            own.maybe(f"{path}.role")
        if person.full_time is None:
            manager.maybe(f"{path}.role", f"{path}.full_time")
        elif person.full_time:
            manager.maybe(f"{path}.role")
    elif role == "科研" and unit is None:
        own.maybe(f"{path}.unit")


def _counted(surely: int, maybe: _Tally) -> Amount:
    return surely, surely + maybe.hi, tuple(maybe.points)


def rd_area(members: tuple[Premises, ...] | None) -> Amount:
    """The floor area for research and development."""
    if members is None:
        return unlisted("shijiazhuang.rd_area")
    tally = _Tally()
    for index, rooms in enumerate(members):
        area = None if rooms.area is None else in_steps(rooms.area)
        if rooms.use == "科研开发":
            tally.surely(area, f"centre.premises[{index}].area")
        elif rooms.use is None:
            tally.perhaps(area, f"centre.premises[{index}].area", f"centre.premises[{index}].use")
    return tally.amount


def equipment(members: tuple[Equipment, ...] | None) -> tuple[Amount, Amount]:
    """The value of the lead's own equipment, and of all."""
    if members is None:
        return unlisted("shijiazhuang.own_equipment_value"), unlisted("shijiazhuang.equipment_value")
    own = whole = maybe_own = 0
    bounded_own = bounded = True
    own_points: list[str] = []
    points: list[str] = []
    for index, piece in enumerate(members):
        unit = piece.unit
        if piece.value is None:
            path = f"centre.equipment[{index}].value"
            bounded = False
            points.append(path)
            if unit is None or unit == _LEAD:
                bounded_own = False
                own_points.append(path)
                if unit is None:
                    own_points.append(f"centre.equipment[{index}].unit")
            continue
        amount = piece.value.amount
        value = amount.numerator * 100 // amount.denominator
        whole += value
        if unit == _LEAD:
            own += value
        elif unit is None and value:
            maybe_own += value
            own_points.append(f"centre.equipment[{index}].unit")
    return (
        (own, own + maybe_own if bounded_own else None, tuple(own_points)),
        (whole, whole if bounded else None, tuple(points)),
    )


def of_lead(members: tuple[Project | Result | CommitteeMember, ...] | None, path: str, own: str, whole: str) -> tuple[Amount, Amount]:
    """How many members are the lead's, and how many there are."""
    if members is None:
        return unlisted(own), unlisted(whole)
    return _of_sides(members, path, frozenset({_LEAD})), (len(members), len(members), ())


def _of_sides(
    members: tuple[Project | Result | CommitteeMember, ...], path: str, sides: frozenset[str]
) -> Amount:
    surely = 0
    points: list[str] = []
    for index, member in enumerate(members):
        unit = member.unit
        if unit is None:
            points.append(f"{path}[{index}].unit")
        elif unit in sides:
            surely += 1
    return surely, surely + len(points), tuple(points)


def board(members: tuple[CommitteeMember, ...] | None) -> tuple[Amount, Amount]:
    """How many of the managing body are of the lead, and of the partners."""
    if members is None:
        return unlisted("shijiazhuang.board_members_of_lead"), unlisted("shijiazhuang.board_members_of_partners")
    path = "centre.board.members"
    return _of_sides(members, path, frozenset({_LEAD})), _of_sides(members, path, frozenset({"共建单位"}))


def committee(members: tuple[CommitteeMember, ...] | None) -> tuple[Amount, Amount]:
    """How many of the guiding committee are of the parties, and how many there are."""
    if members is None:
        return unlisted("shijiazhuang.committee_members_of_parties"), unlisted("shijiazhuang.committee_members")
    return _of_sides(members, "centre.committee.members", _PARTIES), (len(members), len(members), ())


def higher_centres(members: tuple[OtherCentre, ...] | None) -> Amount:
    """The lead's national and provincial centres in the same field and direction."""
    if members is None:
        return unlisted("shijiazhuang.higher_centres_same_field")
    tally = _Tally()
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
