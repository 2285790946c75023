"""The history of one centre: its events as they were recorded, and the findings made about them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, BinaryIO, Final, Literal, Self

from pydantic import Field, PrivateAttr, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from tic_rules import source
from tic_rules.errors import InputError, Place, Problem
from tic_rules.facts import problems
from tic_rules.facts.events import Event
from tic_rules.facts.fields import Line, cut, fact, refusals_in, refuse, refuse_all, seen
from tic_rules.facts.findings import RecordedFinding
from tic_rules.facts.parts import ListOf, Part
from tic_rules.inert import visible

_FORMAT: Final = "history-1"
_WITHDRAWN: Final = "withdrawn"


class History(Part):
    """What happened to one centre, in the order in which it was recorded.

    It only ever grows: a slip is mended by a later event that ``corrects`` it, or by one of kind ``withdrawn``. Only up
    to the day, and for the kinds, that an event of kind ``complete`` names did what is not recorded not happen.
    """

    format: Literal["history-1"] = Field(default="history-1", title="格式版本", description="Version of this form")
    centre: Line | None = fact("中心编号", "Id of the centre", "登记簿", "Register")
    city: Line | None = fact("城市（规则包名）", "City (id of its pack)", "批准文件", "Approval")
    name: Line | None = fact("中心名称", "Name of the centre", "批准文件", "Approval")
    events: Annotated[tuple[Event, ...], ListOf(dated="day")] | None = fact("事件", "Events", "登记簿", "Register")
    findings: Annotated[tuple[RecordedFinding, ...], ListOf(dated="day")] | None = fact(
        "已作出的认定", "Findings made", "认定文书", "Documents of the findings"
    )

    _lines: tuple[int, ...] = PrivateAttr(default=())
    """Where it was read from a register: the line of each event."""

    @model_validator(mode="before")
    @classmethod
    def _of_this_form(cls, data: Any) -> Any:
        written = data.get("format", _FORMAT) if isinstance(data, Mapping) else _FORMAT
        if written != _FORMAT:
            refuse_all([refuse("E197", "format", seen=cut(written) if isinstance(written, str) else seen(written))])
        return data

    @model_validator(mode="after")
    def _check(self) -> Self:
        wrong = [refuse("E169", field=name) for name in ("centre", "city") if getattr(self, name) is None]
        refuse_all([*wrong, *_wrong_in(self.events or ())])
        return self

    @classmethod
    def of_events(
        cls,
        centre: str,
        city: str,
        name: str,
        events: Iterable[Event],
        findings: Iterable[RecordedFinding] = (),
        lines: Iterable[int] = (),
    ) -> History:
        """A history of events and findings that have been read. Raises InputError where they do not fit together.

        ``lines`` are those of the events in the register that they were read from.
        """
        made = cls.model_construct(
            centre=centre, city=city, name=name or None, events=tuple(events), findings=tuple(findings)
        )
        wrong = refusals_in(_wrong_in(made.events or ()))
        if wrong:
            raise InputError([Problem.of(code, Place(path=_path(at)), **values) for code, at, values in wrong])
        made._lines = tuple(lines)
        return made

    def line_of(self, index: int) -> int | None:
        """The line of an event in the register, counted from 1; None where it was read from elsewhere."""
        return self._lines[index] if index < len(self._lines) else None

    def __repr__(self) -> str:
        """Whose history it is, in one plain line."""
        return visible(f"<History {self.centre}, {self.city}, {len(self.events or ())} events>")

    __str__ = __repr__

    @classmethod
    def from_file(cls, path: str | os.PathLike[str], *, stdin: BinaryIO | None = None) -> Self:
        """Reads a YAML or JSON file (``-``: standard input). Raises InputError with every problem of the file."""
        return cls.from_document(source.read_document(path, stdin=stdin))

    @classmethod
    def from_yaml(cls, text: str | bytes) -> Self:
        """Reads YAML text. Raises InputError."""
        return cls.from_document(source.parse_yaml(text))

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Reads plain Python data. Raises InputError."""
        return cls.from_document(source.from_python(data))

    @classmethod
    def from_document(cls, document: source.Document) -> Self:
        """The history that a document holds. Raises InputError."""
        try:
            return cls.model_validate(source.plain(document.root))
        except ValidationError as error:
            raise InputError(list(problems.of_validation(error, cls, document))) from None

    def to_dict(self) -> dict[str, object]:
        """The history as plain data, missing keys left out."""
        return self.model_dump(mode="json", exclude_none=True)


def _wrong_in(events: Iterable[Event]) -> Iterator[PydanticCustomError]:
    """What is wrong between events: two of one id, corrections of what is not there, withdrawn, or of another kind."""
    names = Names()
    for index, event in enumerate(events):
        for code, at, values in names.take(event):
            yield refuse(code, "events", index, at, **values)


class Names:
    """What the events of one centre are called, taken one by one, so that ids and corrections can be told to fit."""

    def __init__(self) -> None:
        self._kinds: dict[str, str | None] = {}
        """Of each event its kind; of a correction, or a withdrawal, that of the event which was first recorded."""
        self._firsts: dict[str, str] = {}
        """The name of the event that was first recorded, of each that corrects it or its corrections."""
        self._withdrawn: set[str] = set()
        """The names under which events that were withdrawn had been first recorded."""
        self._taken = 0

    def wrong(self, event: Event) -> list[tuple[str, str, dict[str, object]]]:
        """What is wrong with the next event: the code, the field, and what the message names."""
        found: list[tuple[str, str, dict[str, object]]] = []
        name = event_id(event, self._taken)
        if name in self._kinds:
            found.append(("E194", "id", {"id": name}))
        if event.corrects is not None:
            first = self._firsts.get(event.corrects, event.corrects)
            if first not in self._kinds:
                found.append(("E195", "corrects", {"id": event.corrects}))
            elif first in self._withdrawn:
                found.append(("E198", "corrects", {"id": event.corrects}))
            elif event.kind not in {self._kinds[event.corrects], _WITHDRAWN}:
                found.append(("E196", "corrects", {"id": event.corrects, "kind": event.kind}))
            elif event.kind == _WITHDRAWN and event.corrects != first:
                # It could take the event away, or only what the correction said of it.
                found.append(("E199", "corrects", {"id": event.corrects, "first": first}))
        return found

    def take(self, event: Event) -> list[tuple[str, str, dict[str, object]]]:
        """Takes the next event; what is wrong with it. One that is wrong has its number, but gives no name."""
        wrong = self.wrong(event)
        name = event_id(event, self._taken)
        self._taken += 1
        if not wrong:
            self._kinds[name] = event.kind if event.corrects is None else self._kinds[event.corrects]
            if event.corrects is not None:
                first = self._firsts[name] = self._firsts.get(event.corrects, event.corrects)
                if event.kind == _WITHDRAWN:
                    self._withdrawn.add(first)
        return wrong

    def problems(self, event: Event) -> tuple[Problem, ...]:
        """Takes the next event; what is wrong with it, as problems."""
        return tuple(Problem.of(code, Place(path=at), **values) for code, at, values in self.take(event))

    def __len__(self) -> int:
        """How many were taken."""
        return self._taken


def _path(at: tuple[str | int, ...]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in at).lstrip(".")


def event_id(event: Event, index: int) -> str:
    """What an event is called by the one that corrects it: its id, or its number counted from 1."""
    return event.id or str(index + 1)
