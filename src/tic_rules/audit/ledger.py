"""What is read in a record, held against the dates it was made on and against every other place that reads the same."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

from tic_rules.audit.faults import Faults
from tic_rules.audit.form import Node, day_of
from tic_rules.truth import FALSE, OpenPoint, PointKind, Truth, open_for

SUBMITTED: Final = "application.submitted_on"
TODAY: Final = "today"
_NAMED_DAYS: Final = frozenset({"", TODAY, SUBMITTED})
"""What may be read inside a list without being a member's: a day printed in the pack, and the two of every record."""


def missing(path: str) -> OpenPoint:
    """The open point of a fact that nobody told us."""
    return OpenPoint(PointKind.FACT, path)


def canonical(text: str) -> str:
    """A text as it is compared: after NFKC, without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


class Ledger(Faults):
    """The faults of one record, and what was read where."""

    def __init__(self, record: Node) -> None:
        super().__init__()
        self.as_of: Final = day_of(record["as_of"])
        self.application: Final = day_of(record["application_day"])
        self.submission: Final[str] = record["application_state"]
        self.later: Final = {out["path"] for out in record["left_out"] if out["why"] == "dated after the as-of date"}
        self.calendar_read = False
        self.bare: list[str] = []
        """Where a bound is printed as a bare number."""
        self.findings: list[tuple[str, str, str]] = []
        """The findings that were asked for: id, note and path."""
        self._seen: dict[tuple[str, ...], object] = {}

    def same(self, path: str, key: tuple[str, ...], value: object) -> None:
        """Expects what was read under that key before."""
        self.expect("read", path, value, self._seen.setdefault(key, value))

    def read(self, read: Node, path: str, member: str, *, presence: bool = False) -> None:
        """A fact as read: its text is there when it is given, its place fits, and it reads the same everywhere."""
        name, state, text = read["path"], read["state"], read["text"]
        # Of a thing or a list only that it is there can be told; of a single fact its text is told too.
        is_thing = presence and text == ""
        if not is_thing:
            self.demand((state == "given") is bool(text.strip()), "read", f"{path}.text", text, f"({state})")
        inside = name.startswith(f"{member}.") if member else "[" not in name
        self.demand(inside or name in _NAMED_DAYS, "read", f"{path}.path", name, f"{member}.…")
        if name == "" or name == TODAY:
            self.expect("read", f"{path}.state", state, "given")
        if name == TODAY:
            self.expect("read", f"{path}.text", text, str(self.as_of))
        elif name == SUBMITTED and not is_thing:
            # As a day of the determination it is the as-of date while nothing was submitted; as a fact it is none.
            fits = state == self.submission or (state == "given" and self.submission == "none")
            self.demand(fits, "read", f"{path}.state", state, self.submission)
            self.expect("read", f"{path}.text", text, str(self.application) if state == "given" else "")
        elif name:
            self.same(path, ("thing" if is_thing else "fact", name), (state, text))

    def day(self, read: Node, path: str) -> date | None:
        """The day that was read; None unless one is given."""
        day = day_of(read["text"])
        self.demand(read["state"] != "given" or day is not None, "read", f"{path}.text", read["text"], "YYYY-MM-DD")
        return day

    def counted(self, node: Node, path: str) -> None:
        """The members of a list: in their order, none skipped but those of later days, and the same everywhere."""
        places = [member["path"] for member in node["members"]]
        numbers = []
        for index, place in enumerate(places):
            number = re.fullmatch(re.escape(node["path"]) + r"\[(0|[1-9][0-9]{0,8})\]", place, re.ASCII)
            self.demand(number is not None, "names", f"{path}.members[{index}].path", place, f"{node['path']}[…]")
            numbers.append(int(number[1]) if number else 0)
            self.same(f"{path}.members[{index}].name", ("name", place), node["members"][index]["name"])
        # A member of a number that no list of this length can reach is faulted all the same.
        upto = min(max(numbers, default=-1) + 1, len(places) + len(self.later))
        expected = [n for n in range(upto) if f"{node['path']}[{n}]" not in self.later]
        self.expect("names", f"{path}.members", numbers, expected)
        self.same(f"{path}.members", ("list", node["path"]), (node["state"], places))
        if node["state"] != "given":
            self.expect("names", f"{path}.members", places, [])


def unknown(*reads: Node) -> Truth | None:
    """What a comparison of facts comes to where one of them is not given: false of none, open of missing."""
    if any(read["state"] == "none" for read in reads):
        return FALSE
    points = [missing(read["path"]) for read in reads if read["state"] == "missing"]
    return open_for(points) if points else None
