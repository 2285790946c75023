"""A copy of a shipped pack to edit, with the schema beside it that an editor completes and checks by."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tic_rules import shipped
from tic_rules.cli import forms, wording
from tic_rules.cli.commands import Session
from tic_rules.cli.drafts import reason
from tic_rules.cli.exit_codes import DONE
from tic_rules.errors import Place, Problem, UsageError
from tic_rules.ir.catalogue import Text
from tic_rules.packs.cities import pack_id, unknown_pack

WRITTEN: Final = Text("已写出：{file}", "Written: {file}")
_SCHEMA: Final = "pack.schema.json"
_FIRST_LINE: Final = f"# yaml-language-server: $schema={_SCHEMA}\n"
_NEXT: Final = Text("改好后检查：tic-rules lint {file}", "When edited, check it: tic-rules lint {file}")
_WANTED: Final = forms.Wanted(Text("要写出的文件", "the file to write"), least=1, most=1)


def copy_of_pack(here: Session, city: str, names: Sequence[str], output: str | None, wrong: list[Problem]) -> int:
    """Writes the pack of a city and the schema, and returns the exit code. Raises UsageError."""
    targets = [*names, *([] if output is None else [output])]
    forms.counted(targets, _WANTED, wrong)
    name = pack_id(city)
    if name is None:
        wrong.append(unknown_pack(city, Place("--from")))
    forms.refuse(wrong)
    path = Path(targets[0])
    write_anew(path, _FIRST_LINE + shipped.pack_bytes(name or "").decode())
    beside = path.parent / _SCHEMA
    # Editors know draft 7; a schema that is there already was put there with another copy.
    if not beside.exists():
        write_anew(beside, shipped.schema_text("pack.draft-07.schema.json"))
    here.out.say([wording.inert(WRITTEN, here.lang, file=str(file)) for file in (path, beside)])
    here.out.say([wording.inert(_NEXT, here.lang, file=str(path))])
    return DONE


def write_anew(path: Path, text: str) -> None:
    """Makes a file. Raises UsageError where it is there already, or cannot be made."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as target:
            target.write(text)
    except FileExistsError:
        raise UsageError([Problem.of("E036", Place(str(path)))]) from None
    except (OSError, ValueError) as fault:
        raise UsageError([Problem.of("E032", Place(str(path)), reason=reason(fault))]) from None
