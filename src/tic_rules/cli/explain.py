"""`tic-rules explain`: a norm of a pack, or an error code."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

import click

from tic_rules import shipped
from tic_rules.cli import forms, norm_page
from tic_rules.cli.asked import pack_of
from tic_rules.cli.exit_codes import DONE
from tic_rules.cli.lines import Lines
from tic_rules.errors import Lang, Problem, UsageError
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Norm, chinese_number
from tic_rules.ir.pack import Pack
from tic_rules.messages import MESSAGES
from tic_rules.report import error_page

_CODE: Final = re.compile(r"[EW][0-9]{1,3}")
_NUMBER: Final = {chinese_number(number): number for number in range(1, 1000)} | {str(n): n for n in range(1, 1000)}
_N: Final = "([0-9一二三四五六七八九十百零]{1,7})"
_PLACE: Final = re.compile(rf"第?{_N}条?(?:第?{_N}款)?(?:\.?\(?{_N}\)?项?)?")

_CITY: Final = forms.Wanted(Text("城市，或错误代码", "a city, or an error code"), least=1, most=2)
_CODE_ALONE: Final = replace(_CITY, most=1)
_HEADINGS: Final = {
    "why": Text("为什么", "Why"),
    "wrong": Text("错误的写法", "Wrong"),
    "right": Text("正确的写法", "Right"),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a regulation, as somebody typed it."""

    article: int
    paragraph: int | None
    item: int | None

    def holds(self, norm: Norm) -> bool:
        """Whether a norm is drawn from here."""
        return any(
            cites.article == self.article
            and self.paragraph in {None, cites.paragraph}
            and self.item in {None, cites.item}
            for cites in norm.cites
        )


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
    lines = Lines(here.out)
    if code:
        entry = next(entry for entry in error_page.entries(shipped.errors_page()) if entry.code == code[0])
        if form == "json":
            forms.as_json(_entry(entry), here.out)
        else:
            _say_code(entry, here.lang, lines)
        return DONE
    pack = pack_of(names[0])
    norms = _norms(pack, names[1]) if len(names) > 1 else pack.norms
    if form == "json":
        pages = [norm_page.plain(pack, norm) for norm in norms]
        head = {"id": pack.id, "version": pack.version, "digest": pack.digest, "title": forms.both(pack.title)}
        forms.as_json({"pack": head, "norms": pages}, here.out)
    elif len(names) > 1 and (len(norms) == 1 or _is_narrow(names[1])):
        for number, norm in enumerate(norms):
            if number:
                lines.say()
            norm_page.say(pack, norm, here.lang, lines)
    else:
        norm_page.say_list(pack, norms, here.lang, lines)
    return DONE


def _norms(pack: Pack, name: str) -> tuple[Norm, ...]:
    """The norm of that id, or all that are drawn from that place. Raises UsageError where there is none."""
    if name in pack.norm_by_id:
        return (pack.norm_by_id[name],)
    place = _place(name)
    if place is None:
        known = list(pack.norm_by_id)
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or known[:3]
        told = {"near": "、".join(near), "near_en": ", ".join(near)}
        raise UsageError([Problem.of("E041", None, pack=pack.id, name=name, **told)])
    found = tuple(norm for norm in pack.norms if place.holds(norm))
    if not found:
        numbers = sorted({cites.article for norm in pack.norms for cites in norm.cites})
        known_zh = "、".join(chinese_number(number) for number in numbers)
        known_en = ", ".join(str(number) for number in numbers)
        asked = {"place": name, "place_en": name, "known": known_zh, "known_en": known_en}
        raise UsageError([Problem.of("E023", None, pack=pack.id, **asked)])
    return found


def _place(name: str) -> _Place | None:
    """The place that a text names, in any width, with Chinese or Arabic numbers; None where it names none."""
    plain = "".join(unicodedata.normalize("NFKC", name[:60]).split())
    found = _PLACE.fullmatch(plain)
    if found is None:
        return None
    numbers = [_NUMBER.get(part) for part in found.groups(default="")]
    article, paragraph, item = numbers
    if article is None or any(part and number is None for part, number in zip(found.groups(""), numbers, strict=True)):
        return None
    return _Place(article, paragraph, item)


def _is_narrow(name: str) -> bool:
    place = _place(name)
    return place is not None and (place.item or place.paragraph) is not None


def _entry(entry: error_page.Entry) -> dict[str, object]:
    says_zh, says_en, why_zh, why_en = entry.paragraphs
    examples = {"wrong": entry.wrong, "right": entry.right}
    return {
        "code": entry.code,
        "says": {"zh": says_zh, "en": says_en},
        "why": {"zh": why_zh, "en": why_en},
        **{
            name: None if example is None else {"kind": example.kind, "text": example.text}
            for name, example in examples.items()
        },
    }


def _say_code(entry: error_page.Entry, lang: Lang, lines: Lines) -> None:
    says_zh, says_en, why_zh, why_en = entry.paragraphs
    lines.say(f"{entry.code}  {says_zh if lang == 'zh' else says_en}", hang=6)
    lines.say()
    lines.block(_HEADINGS["why"].of(lang), why_zh if lang == "zh" else why_en)
    for name, example in (("wrong", entry.wrong), ("right", entry.right)):
        if example is not None:
            lines.say()
            lines.say(f"{_HEADINGS[name].of(lang)}  ({example.kind})")
            lines.verbatim(example.text, indent=4)
