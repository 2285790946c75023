"""`tic-rules explain`: a norm of a pack, or an error code."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import replace
from typing import Final

import click

from tic_rules.cli import forms
from tic_rules.cli.commands import Session
from tic_rules.cli.exit_codes import DONE
from tic_rules.cli.lines import Lines
from tic_rules.errors import Problem
from tic_rules.ir.catalogue import Text
from tic_rules.messages import MESSAGES

_CODE: Final = re.compile(r"[EW][0-9]{1,3}")
_CITY: Final = forms.Wanted(Text("城市，或错误代码", "a city, or an error code"), least=1, most=2)
_CODE_ALONE: Final = replace(_CITY, most=1)


@click.pass_context
def run(
    ctx: click.Context,
    names: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Explains, and returns the exit code."""
    wrong: list[Problem] = []
    code = _CODE.fullmatch(unicodedata.normalize("NFKC", names[0]).upper()) if names else None
    if code and code[0] not in MESSAGES:
        near = difflib.get_close_matches(code[0], MESSAGES, n=8, cutoff=0.4)
        wrong.append(Problem.unknown("E022", code[0], near))
    here, form = forms.opened(ctx, format, lang, names, _CODE_ALONE if code else _CITY, wrong)
    if code:
        _explain_code(code[0], form, here)
    else:
        _explain_norms(names, form, here)
    return DONE


def _explain_code(code: str, form: str, here: Session) -> None:
    from tic_rules.cli import code_page

    entry = code_page.entry_of(code)
    if form == "json":
        forms.as_json(code_page.plain(entry), here.out)
    else:
        code_page.say(entry, here.lang, Lines(here.out))


def _explain_norms(names: tuple[str, ...], form: str, here: Session) -> None:
    # A code is explained without the packs, which take longer to load than to read.
    from tic_rules.cli import norm_page
    from tic_rules.cli.asked import pack_of
    from tic_rules.cli.norms_named import is_narrow, norms_named

    pack = pack_of(names[0])
    norms = norms_named(pack, names[1]) if len(names) > 1 else pack.norms
    lines = Lines(here.out)
    if form == "json":
        pages = [norm_page.plain(pack, norm) for norm in norms]
        head = {"id": pack.id, "version": pack.version, "digest": pack.digest, "title": forms.both(pack.title)}
        forms.as_json({"pack": head, "norms": pages}, here.out)
    elif len(names) > 1 and (len(norms) == 1 or is_narrow(names[1])):
        for number, norm in enumerate(norms):
            if number:
                lines.say()
            norm_page.say(pack, norm, here.lang, lines)
    else:
        norm_page.say_list(pack, norms, here.lang, lines)
