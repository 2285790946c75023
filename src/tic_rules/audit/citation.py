"""Citations in words, worked out anew from their numbers."""

from __future__ import annotations

from typing import Final

from tic_rules.audit.form import Node
from tic_rules.audit.ledger import Ledger

_DIGITS: Final = "零一二三四五六七八九"


def audit_citation(ledger: Ledger, cited: Node, path: str) -> None:
    """The printed form must say the numbers; of the first of several articles of one number it may say that it is."""
    at, text = cited["at"], (cited["text"]["zh"], cited["text"]["en"])
    numbers = [number for number in at.values() if number is not None]
    ledger.demand(all(1 <= number <= 999 for number in numbers), "citation", f"{path}.at", numbers, "1 … 999")
    if all(1 <= number <= 999 for number in numbers):
        forms = [_in_words(at, twice=twice) for twice in (True, False) if twice or at["occurrence"] == 1]
        ledger.demand(text in forms, "citation", f"{path}.text", text, repr(forms))


def _in_words(at: Node, *, twice: bool) -> tuple[str, str]:
    zh, en = f"第{_chinese(at['article'])}条", f"Art. {at['article']}"
    if twice:
        zh, en = f"{zh}〔第{at['occurrence']}次出现〕", f"{en} [occurrence {at['occurrence']}]"
    if at["paragraph"]:
        zh, en = f"{zh}第{_chinese(at['paragraph'])}款", f"{en} para. {at['paragraph']}"
    if at["item"]:
        zh, en = f"{zh}（{_chinese(at['item'])}）", f"{en}({at['item']})"
    if at["sentence"]:
        zh, en = f"{zh}第{_chinese(at['sentence'])}句", f"{en} sentence {at['sentence']}"
    return zh, en


def _chinese(number: int) -> str:
    """A number from 1 to 999 as articles are numbered."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")
