"""Each list of the centre gone through once, for all that the norms count and sum of it."""

from __future__ import annotations

from typing import Final, NamedTuple

from benchmarks.handwritten.amounts import Amount, in_steps, unlisted
from benchmarks.handwritten.tally import Tally
from tic_rules.facts.centre import CommitteeMember, Equipment, Premises, Project, Result, StaffMember

_PARTIES: Final = frozenset({"依托单位", "共建单位"})
_LEAD: Final = "依托单位"


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
    maybe_fixed, maybe_researcher, maybe_own, maybe_manager = Tally(), Tally(), Tally(), Tally()
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


def _half_told(person: StaffMember, path: str, fixed: Tally, researcher: Tally, own: Tally, manager: Tally) -> None:
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


def _counted(surely: int, maybe: Tally) -> Amount:
    return surely, surely + maybe.hi, tuple(maybe.points)


def rd_area(members: tuple[Premises, ...] | None) -> Amount:
    """The floor area for research and development."""
    if members is None:
        return unlisted("shijiazhuang.rd_area")
    tally = Tally()
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


def of_lead(members: tuple[Project | Result, ...] | None, path: str, own: str, whole: str) -> tuple[Amount, Amount]:
    """How many members are the lead's, and how many there are."""
    if members is None:
        return unlisted(own), unlisted(whole)
    return _of_sides(members, path, frozenset({_LEAD})), (len(members), len(members), ())


def _of_sides(members: tuple[Project | Result | CommitteeMember, ...], path: str, sides: frozenset[str]) -> Amount:
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
