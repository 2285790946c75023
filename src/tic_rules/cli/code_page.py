"""An error code for people and for programs: what it says, why, what is wrong and what is right."""

from __future__ import annotations

from typing import Final

from tic_rules import shipped
from tic_rules.cli.lines import Lines
from tic_rules.errors import Lang
from tic_rules.ir.catalogue import Text
from tic_rules.report import error_page

_HEADINGS: Final = {
    "why": Text("为什么", "Why"),
    "wrong": Text("错误的写法", "Wrong"),
    "right": Text("正确的写法", "Right"),
}


def entry_of(code: str) -> error_page.Entry:
    """The entry of a code that there is."""
    return next(entry for entry in error_page.entries(shipped.errors_page()) if entry.code == code)


def plain(entry: error_page.Entry) -> dict[str, object]:
    """The entry as plain data."""
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


def say(entry: error_page.Entry, lang: Lang, lines: Lines) -> None:
    """Writes the entry."""
    says_zh, says_en, why_zh, why_en = entry.paragraphs
    lines.say(f"{entry.code}  {says_zh if lang == 'zh' else says_en}", hang=6)
    lines.say()
    lines.block(_HEADINGS["why"].of(lang), why_zh if lang == "zh" else why_en)
    for name, example in (("wrong", entry.wrong), ("right", entry.right)):
        if example is not None:
            lines.say()
            lines.say(f"{_HEADINGS[name].of(lang)}  ({example.kind})")
            lines.verbatim(example.text, indent=4)
