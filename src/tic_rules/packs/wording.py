"""The wording of a provision: its plain form, and the duties and numbers in it that could decide something."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_HAN: Final = r"[\u3007\u3400-\u9fff]"
_NUMERAL: Final = r"(?:[〇零一二三四五六七八九十百千]{1,9}|\d{1,4})"
_BOOKMARK: Final = re.compile(r"\[bookmark:[A-Za-z0-9_]{1,40}\]")
_STRAY: Final = rf"(?<={_HAN})and(?={_HAN})"
"""Rarely there; compiling all Chinese characters takes longer than looking for it."""
_DASH: Final = re.compile(rf"[-–•·*]{{1,3}}(?=\({_NUMERAL}\))")


def plain(text: str) -> str:
    """The text in NFKC without white space, zero-width characters and an editor's marks.

    Such marks are bookmarks, a stray `and` between Chinese characters, and a list dash before a bracketed number.
    """
    dense = unicodedata.normalize("NFKC", _dense(unicodedata.normalize("NFKC", text)))
    unmarked = _BOOKMARK.sub("", dense)
    return _DASH.sub("", re.sub(_STRAY, "", unmarked) if "and" in unmarked else unmarked)


def _dense(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) != "Cf")


_AMOUNT: Final = r"(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_COUNT: Final = r"(?:(?:(?<![统单唯])一|[〇零二两三四五六七八九十百千半])[〇零一二两三四五六七八九十百千万亿]{0,15})"
_TO: Final = r"[至到~–—-]"
_SPAN: Final = r"(?:个月|周年|年度|学年|年|月|周|天|日)半?"
_UNIT: Final = (
    rf"(?:个?工作日|个自然日|个百分点|周?岁|小时|人次|{_SPAN}|[百千万亿]*(?:元|美元|平方米|平方公里|[人名家次例项个件])"
    r"|[位台套篇届类种级倍亩%‰万亿]|k?m2)"
)
_WINDOW: Final = rf"(?:(?:最近|近|(?<![以如])[上下])(?=(?:{_AMOUNT}|{_COUNT}){_SPAN})|第)?"
_NUMBER: Final = re.compile(
    r"[〔\[(【]\d{4}[〕\])】]\d+号"
    r"|\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号]|底|初)?)?|\d{1,2}月(?:\d{1,2}[日号]|底|初)"
    rf"|\d+[/⁄]\d+|{_COUNT}分之(?:{_AMOUNT}|{_COUNT}(?:点{_COUNT})?)|过?半数|过半"
    rf"|{_WINDOW}{_AMOUNT}(?:{_TO}{_AMOUNT})?[余多]?(?:{_UNIT}|[分号]|[A-Za-z]+)?"
    rf"|{_WINDOW}{_COUNT}(?:{_TO}{_COUNT})?[余多]?{_UNIT}"
)
"""Any Arabic number with its unit if one follows; a Chinese numeral only before a unit."""
_CITED: Final = re.compile(
    rf"第\(?{_NUMERAL}\)?(?:[、,至和或及与]第?\(?{_NUMERAL}\)?){{0,9}}(?:[条款章节]|项(?!目)|目(?!标))"
    r"|\([一二三四五六七八九十]{1,3}\)项(?!目)"
)
_DUTIES: Final = (
    ("应", re.compile(r"(?<!(?<!提)供)(?<!(?<!互)相)(?<![适反响效])应(?!用(?!于)|急|届)|应(?=[当予])")),
    ("须", re.compile("须")),
    ("不得", re.compile("不得")),
)
"""应 as a duty and not as a part of 应用 or 相应; where both can be read, it is a duty."""


def prints(bodies: Iterable[str]) -> tuple[str, ...]:
    """The duties 应, 须, 不得 in these texts, then each number with what it counts, once, in the order printed.

    A window (近三年, 上一年) and an ordinal (第二年) are one with their number; an article, paragraph or item referred
    to is no number. Headings and item numbers are to be left out of the texts.
    """
    texts = [_CITED.sub("|", plain(body)) for body in bodies]
    duties = (word for word, duty in _DUTIES if any(duty.search(text) for text in texts))
    numbers = (number.group() for text in texts for number in _NUMBER.finditer(text))
    return tuple(dict.fromkeys((*duties, *numbers)))
