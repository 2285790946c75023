"""docs/errors.md read and run: for each code what is said, why, and a wrong and a right example.

``python -m tests.project.errors_page`` writes the sentences of the catalogue into the page anew, and an empty entry
for each code that has none.
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pydantic

import tic_rules as tic
from tic_rules import source
from tic_rules.cli.entry import run
from tic_rules.cli.streams import Sink
from tic_rules.messages import MESSAGES
from tic_rules.packs.figures import figures_of
from tic_rules.packs.load import pack_of
from tic_rules.packs.style import style_of
from tic_rules.report import error_page
from tic_rules.report.error_page import ENTRY, Entry, Example

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs/errors.md"
DEMO: Final = Path(__file__).parent / "errors/demo.yaml"
LIFECYCLE: Final = Path(__file__).parent / "errors/lifecycle.yaml"
DAY: Final = date(2026, 11, 21)


def entries() -> list[Entry]:
    """The entries of the page, in its order."""
    return error_page.entries(PAGE.read_text("utf-8"))


def said(code: str) -> tuple[str, str]:
    """What the catalogue says of a code, as the page repeats it: Chinese, then English."""
    message = MESSAGES[code]
    texts = f"{message.zh}{message.help_zh}", f"{message.en} {message.help_en}"
    return texts[0].replace("{{", "{").replace("}}", "}"), texts[1].replace("{{", "{").replace("}}", "}")


def codes_of(example: Example, folder: Path) -> set[str]:
    """The codes that an example raises when it is run; an empty set where it is taken. A text is not run."""
    match example.kind:
        case "yaml dossier":
            return _raised(lambda: _decide(tic.Dossier.from_yaml(example.text, cities=("demo",))))
        case "json dossier":
            return _raised(lambda: _decide(tic.Dossier.from_json(example.text, cities=("demo",))))
        case "yaml pack":
            return _raised(lambda: pack_of(source.from_python(edited(example.text))))
        case "yaml history":
            return _raised(lambda: tic.History.from_yaml(example.text))
        case "yaml lifecycle":
            return _raised(lambda: pack_of(source.from_python(edited(example.text, LIFECYCLE))))
        case "yaml figures":
            pack = pack_of(source.from_python(edited(example.text)))
            return {problem.code for problem in figures_of(pack)}
        case "yaml style":
            source.parse_yaml(example.text)
            return {problem.code for problem in style_of(example.text, "")}
        case "python":
            return _raised(lambda: exec(example.text, {"tic": tic, "date": date}))
        case "sh":
            return _commanded(example.text, folder)
        case _:
            raise ValueError(example.kind)


def _raised(action: Any) -> set[str]:
    try:
        action()
    except tic.TicRulesError as error:
        for problem in error.problems:
            problem.text("zh"), problem.text("en")
        return {problem.code for problem in error.problems}
    except pydantic.ValidationError as error:
        return {code for entry in error.errors() for code, *_ in entry["ctx"]["refusals"]}
    return set()


def _decide(dossier: tic.Dossier) -> None:
    for pack in (tic.load_pack("liaocheng"), demo()):
        tic.decide(pack, dossier, on=DAY)


@cache
def demo() -> tic.Pack:
    """The pack that the page's dossiers are held against."""
    return tic.load_pack(DEMO)


def _commanded(line: str, folder: Path) -> set[str]:
    """The codes that a command prints on standard error."""
    _, *args = shlex.split(line.partition(" < ")[0])
    args = [str(folder / arg) if _stands_in(folder, arg) else arg for arg in args]
    out, err = io.StringIO(), io.StringIO()
    run(args, out=Sink(out), err=Sink(err), stdin=io.BytesIO((ROOT / PASSING).read_bytes()))
    return set(re.findall(r"^[EW][0-9]{3}", err.getvalue(), re.MULTILINE))


def _stands_in(folder: Path, arg: str) -> bool:
    """Whether an argument names a file there, or one that is to be written there."""
    return not arg.startswith("-") and ((folder / arg).exists() or arg.endswith(".ics"))


PASSING: Final = "examples/dossiers/liaocheng/passing.yaml"


def edited(text: str, *more: Path) -> dict[str, object]:
    """The demo pack with more parts, and with those that a text gives."""
    base: Any = source.plain(source.read_document(DEMO).root)
    for document in (*map(source.read_document, more), source.parse_yaml(text)):
        edits: Any = source.plain(document.root)
        base = _edited(base, edits)
    return {key: value for key, value in base.items() if value != "(left out)"}


def _edited(base: dict[str, Any], edits: dict[str, Any]) -> dict[str, Any]:
    """Parts with those of edits in them: entries of lists by their id, path or place, else key by key."""
    made = dict(base)
    for key, value in edits.items():
        here = base.get(key)
        if isinstance(here, list) and isinstance(value, list) and all(isinstance(item, dict) for item in value):
            made[key] = list(_merged(here, value))
        elif isinstance(here, dict) and isinstance(value, dict):
            made[key] = _edited(here, value) if key == "lifecycle" else {**here, **value}
        else:
            made[key] = value
    return made


def _merged(base: list[Any], edits: list[Any]) -> Iterator[Any]:
    waiting = list(edits)
    for item in base:
        mine = [edit for edit in waiting if _name(edit) == _name(item)][:1]
        waiting = [edit for edit in waiting if edit not in mine]
        yield {key: value for key, value in {**item, **(mine[0] if mine else {})}.items() if value != "(left out)"}
    yield from waiting


def _name(item: dict[str, object]) -> object:
    if "article" in item:
        return tuple(item.get(key) for key in ("article", "occurrence", "paragraph", "item"))
    return item.get("id", item.get("path"))


def refreshed(page: str) -> str:
    """The page with the sentences of the catalogue, and an empty entry for each code that had none."""

    def entry(found: re.Match[str]) -> str:
        code, body = found[1], found[2]
        rest = body.strip().split("\n\n", 2)[2] if body.strip() else _EMPTY
        zh, en = said(code)
        return f"### {code}\n\n{zh}\n\n{en}\n\n{rest.rstrip()}\n\n"

    known = {found[1] for found in ENTRY.finditer(page)}
    for code in sorted(set(MESSAGES) - known, reverse=True):
        after = max((other for other in known if other < code), default=None)
        spot = next(found.end() for found in ENTRY.finditer(page) if found[1] == after)
        page = f"{page[:spot].rstrip()}\n\n### {code}\n\n{page[spot:]}"
    return ENTRY.sub(entry, page).rstrip() + "\n"


_EMPTY: Final = (
    "为什么：\n\nWhy:\n\n**Wrong · 错误**\n\n```yaml dossier\n```\n\n**Right · 正确**\n\n```yaml dossier\n```"
)

if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text("utf-8")), "utf-8", newline="\n")
