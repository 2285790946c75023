"""`tic-rules explain`: a norm of a pack, or an error code."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import click

from tic_rules import shipped
from tic_rules.cli import forms, norm_page
from tic_rules.cli.commands import Argument, Command, session
from tic_rules.cli.lines import Lines
from tic_rules.cli.screens import Example
from tic_rules.errors import Lang, Problem, UsageError
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Norm, chinese_number
from tic_rules.ir.pack import Pack
from tic_rules.messages import MESSAGES
from tic_rules.packs.load import load_pack
from tic_rules.report import error_page

_CODE: Final = re.compile(r"[EW][0-9]{1,3}")
_NUMBER: Final = {chinese_number(number): number for number in range(1, 1000)} | {str(n): n for n in range(1, 1000)}
_N: Final = "([0-9一二三四五六七八九十百零]{1,7})"
_PLACE: Final = re.compile(rf"第?{_N}条?(?:第?{_N}款)?(?:\.?\(?{_N}\)?项?)?")

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


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "explain",
        about=Text(
            "说明一条规则：出处、要求、界限两边的例子、采用的读法和另一种读法、要哪些资料、由谁认定。只写城市时列出它的全部规则。"
            "也说明错误代码：说了什么、为什么、错误和正确的写法。",
            "Explains a norm: where it stands, what it asks, examples at its bounds, the reading taken and the other "
            "one, which facts it reads, whom to ask. With a city alone, lists its norms. Explains an error code too: "
            "what it says, why, and what is wrong and right.",
        ),
        examples=(
            Example(
                Text("tic-rules explain shijiazhuang 十.四", "tic-rules explain shijiazhuang 10.4"),
                Text("第十条（四）的规则", "the norms of article 10, item 4"),
            ),
            Example(
                Text("tic-rules explain liaocheng lc.rd-total", "tic-rules explain liaocheng lc.rd-total"),
                Text("按编号看一条规则", "a norm by its id"),
            ),
            Example(
                Text("tic-rules explain E132", "tic-rules explain E132 --lang en"),
                Text("一个错误代码", "an error code"),
            ),
        ),
        exit_codes={
            forms.DONE: Text("已说明。", "Explained."),
            forms.BAD_INPUT: Text(
                "没有这个城市、规则或代码，或规则包文件有误。", "No such city, norm or code, or a bad pack."
            ),
        },
        params=[
            Argument(
                "names",
                value=Text("城市 [规则] | 代码", "CITY [NORM] | CODE"),
                says=Text(
                    "城市是规则包的编号，或规则包文件；规则写编号，或写出处，如 十.四、第十条（四）、10.4。",
                    "The city is a pack's id, or a pack file; the norm is its id, or its place, such as 10.4 or "
                    "第十条（四）.",
                ),
            ),
            *forms.options(),
        ],
        callback=_explain,
    )


@click.pass_context
def _explain(
    ctx: click.Context,
    names: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    here = session(ctx)
    wrong: list[Problem] = []
    form = forms.form_of(format, lang, wrong)
    code = _CODE.fullmatch(unicodedata.normalize("NFKC", names[0]).upper()) if names else None
    forms.counted(names, 1, 1 if code else 2, Text("城市，或错误代码", "a city, or an error code"), wrong)
    if code and code[0] not in MESSAGES:
        near = difflib.get_close_matches(code[0], MESSAGES, n=8, cutoff=0.4)
        wrong.append(Problem.unknown("E022", code[0], near))
    forms.refuse(wrong)
    lines = Lines(here.out)
    if code:
        entry = next(entry for entry in error_page.entries(shipped.errors_page()) if entry.code == code[0])
        if form == "json":
            forms.as_json(_entry(entry), here.out)
        else:
            _say_code(entry, here.lang, lines)
        return forms.DONE
    pack = load_pack(names[0])
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
    return forms.DONE


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
