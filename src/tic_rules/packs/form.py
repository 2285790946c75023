"""Reading a mapping of a pack key by key, noting every problem with its place instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from tic_rules import calendar, source
from tic_rules.errors import Place, Problem, nearest
from tic_rules.ir.catalogue import Text
from tic_rules.written import RefusedError

T = TypeVar("T")


class Problems:
    """The problems found so far."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, code: str, place: Place, **values: object) -> None:
        """Notes a problem."""
        self.found.append(Problem.of(code, place, **values))

    def add_refusal(self, error: RefusedError, place: Place) -> None:
        """Notes that a value was refused by its reader."""
        self.add(error.problem_code, place, **error.values)


class Form:
    """One mapping of a pack, of which every key must be asked for or refused."""

    def __init__(self, node: source.Node, problems: Problems, known: Sequence[str]) -> None:
        self.problems = problems
        self.place = node.place
        self.node = node if isinstance(node, source.Mapping) else None
        if self.node is None:
            problems.add("E202", node.place, expected_zh="若干“键：值”", expected_en="a mapping of keys to values")
            return
        for key, _ in self.node.entries:
            if key.value not in known:
                near = nearest(str(key.value), known)
                if near:
                    problems.add("E203", key.place, key=key.text, near=near[0])
                else:
                    problems.add("E204", key.place, key=key.text, known="、".join(known), known_en=", ".join(known))

    def get(self, key: str) -> source.Node | None:
        """The value of a key, or None."""
        return self.node.get(key) if self.node is not None else None

    def need(self, key: str) -> source.Node | None:
        """The value of a key that must be there."""
        found = self.get(key)
        if found is None and self.node is not None:
            self.problems.add("E205", self.place, key=key)
        return found

    def place_of(self, key: str) -> Place:
        """Where the value of a key stands, or the mapping where the key is left out."""
        node = self.get(key)
        return self.place if node is None else node.place

    def text(self, key: str, *, default: str | None = None) -> str:
        """A text; a missing one is a problem unless there is a default."""
        node = self.get(key) if default is not None else self.need(key)
        if node is None:
            return default or ""
        return words_of(node, self.problems)

    def maybe_text(self, key: str) -> str | None:
        """A text, or None where the key is left out."""
        node = self.get(key)
        return None if node is None else words_of(node, self.problems)

    def whole(self, key: str) -> int | None:
        """A whole number, or None where the key is left out."""
        node = self.get(key)
        if node is None:
            return None
        if isinstance(node, source.Scalar) and isinstance(node.value, int) and not isinstance(node.value, bool):
            return node.value
        self.problems.add("E202", node.place, expected_zh="整数", expected_en="a whole number")
        return None

    def ordinal(self, key: str) -> int | None:
        """A whole number from 1 to 999, as articles and items are numbered, or None where the key is left out."""
        number = self.whole(key)
        if number is not None and not 1 <= number <= 999:
            self.problems.add("E207", self.place_of(key), seen=number)
            return None
        return number

    def day(self, key: str) -> date | None:
        """A day, or None where the key is left out."""
        node = self.get(key)
        return None if node is None else day_of(node, self.problems)

    def flag(self, key: str) -> bool:
        """True or false; false where the key is left out."""
        node = self.get(key)
        if node is None:
            return False
        if isinstance(node, source.Scalar) and isinstance(node.value, bool):
            return node.value
        self.problems.add("E202", node.place, expected_zh="true 或 false", expected_en="true or false")
        return False

    def both(self, key: str) -> Text:
        """A text in both languages, which must be there."""
        node = self.need(key)
        return Text("", "") if node is None else both_of(node, self.problems)

    def maybe_both(self, key: str) -> Text | None:
        """A text in both languages, or None where the key is left out."""
        node = self.get(key)
        return None if node is None else both_of(node, self.problems)

    def items(self, key: str) -> tuple[source.Node, ...]:
        """The items of a list; none where the key is left out."""
        node = self.get(key)
        return () if node is None else items_of(node, self.problems)

    def texts(self, key: str, *, digits: bool = False) -> tuple[str, ...]:
        """A list of texts; none where the key is left out. ``digits``: a text of digits alone needs no quotes."""
        read = text_of if digits else words_of
        return tuple(read(item, self.problems) for item in self.items(key))

    def one_of(self, key: str, values: Sequence[T], *, default: T | None = None, named: Callable[[T], str] = str) -> T:
        """One of a closed set of words."""
        node = self.get(key) if default is not None else self.need(key)
        by_name = {named(value): value for value in values}
        if node is None:
            return default if default is not None else values[0]
        written = text_of(node, self.problems)
        if written and written not in by_name:
            self.problems.add("E206", node.place, seen=written, known="、".join(by_name), known_en=", ".join(by_name))
        return by_name.get(written, values[0])


def words_of(node: source.Node, problems: Problems) -> str:
    """A text that is words: an integer, a day or a truth value is none, or its quotes were forgotten."""
    if isinstance(node, source.Scalar) and not isinstance(node.value, str):
        problems.add(
            "E202",
            node.place,
            expected_zh="一段文字（纯数字请加引号）",
            expected_en="a text (quote it if it is all digits)",
        )
        return ""
    return text_of(node, problems)


def text_of(node: source.Node, problems: Problems) -> str:
    """The text of a scalar, which is not empty; an integer, day or truth value stands as written."""
    if isinstance(node, source.Scalar) and node.text.strip():
        return node.value if isinstance(node.value, str) else node.text
    problems.add("E202", node.place, expected_zh="一段文字", expected_en="a text")
    return ""


def day_of(node: source.Node, problems: Problems) -> date | None:
    """A day that is written without quotes; None where it is none, which has been noted."""
    if not isinstance(node, source.Scalar) or not isinstance(node.value, date):
        problems.add("E202", node.place, expected_zh="日期，如 2026-03-01", expected_en="a day such as 2026-03-01")
        return None
    try:
        return calendar.parse_day(node.value.isoformat())
    except RefusedError as error:
        problems.add_refusal(error, node.place)
        return None


def items_of(node: source.Node, problems: Problems) -> tuple[source.Node, ...]:
    """The items of a list, of which there is at least one: an empty list would leave open what it means."""
    if not isinstance(node, source.Sequence):
        problems.add("E202", node.place, expected_zh="列表", expected_en="a list")
        return ()
    if not node.items:
        problems.add("E213", node.place)
    return node.items


def both_of(node: source.Node, problems: Problems) -> Text:
    """A text in both languages."""
    form = Form(node, problems, ("zh", "en"))
    return Text(form.text("zh"), form.text("en"))
