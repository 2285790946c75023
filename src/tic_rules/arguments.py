"""What public calls take: an argument of another type is refused in words, before anything is done with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from tic_rules.errors import Problem, UsageError

_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an argument has to be, and how to come by one, in both languages."""

    zh: str
    en: str
    how_zh: str
    how_en: str


A_PACK: Final = Wanted(
    "Pack（读入的规则包）", "a Pack", '请先读入：load_pack("liaocheng")。', 'Load one: load_pack("liaocheng").'
)
A_DETERMINATION: Final = Wanted(
    "Determination（一份判断）",
    "a Determination",
    "它是 decide(…) 的结果，或由 Determination.from_json(…) 读入。",
    "It is what decide(…) gives, or Determination.from_json(…) reads.",
)
A_NAME_OR_PATH: Final = Wanted(
    "规则包的名称或文件路径",
    "the name of a pack, or the path of a file",
    '如 "liaocheng" 或 Path("pack.yaml")。',
    'Give "liaocheng", or Path("pack.yaml").',
)
A_PATH: Final = Wanted(
    "文件路径（str 或 Path）", "a path (str or Path)", '如 Path("资料.yaml")。', 'Give Path("dossier.yaml").'
)
A_TEXT: Final = Wanted(
    "文本（str 或 bytes）",
    "a text (str or bytes)",
    "已经是 Python 数据的，用 Dossier.from_dict；在文件里的，用 Dossier.from_file。",
    "For Python data there is Dossier.from_dict, for a file Dossier.from_file.",
)
A_RECORD: Final = Wanted(
    "JSON 文本（str 或 bytes）",
    "a JSON text (str or bytes)",
    "它是 Determination.to_json() 写出的文本。",
    "It is what Determination.to_json() writes.",
)
A_DOCUMENT: Final = Wanted(
    "Document（读入的文件）",
    "a Document",
    "它是 tic_rules.source.read_document(…) 的结果。",
    "It is what tic_rules.source.read_document(…) gives.",
)
PACKS: Final = Wanted(
    "若干规则包或其名称",
    "several packs or their names",
    '请写成列表：["liaocheng", "jinzhong"]。',
    'Write a list: ["liaocheng", "jinzhong"].',
)
NAMES: Final = Wanted("若干名称", "several names", '请写成列表：["名称"]。', 'Write a list: ["name"].')


def refuse(call: str, name: str, value: object, wanted: Wanted) -> UsageError:
    """The error for an argument that is not what a call takes."""
    seen = type(value).__name__
    if isinstance(value, str):
        # What was meant is most often seen from the text: a city's name, a path, a dossier still in JSON.
        seen = f"{seen} “{value[:_LONGEST]}{'…' if len(value) > _LONGEST else ''}”"
    return UsageError(
        [
            Problem.of(
                "E047",
                call=call,
                name=name,
                seen=seen,
                wanted=wanted.zh,
                wanted_en=wanted.en,
                how=wanted.how_zh,
                how_en=wanted.how_en,
            )
        ]
    )


def names(call: str, name: str, value: object) -> None:
    """Raises UsageError for what are not several names: a text is one name, and would count letter by letter."""
    if isinstance(value, (str, bytes)) or not isinstance(value, Collection):
        raise refuse(call, name, value, NAMES)


def text(call: str, value: object) -> None:
    """Raises UsageError for what is neither a text nor the bytes of one."""
    if not isinstance(value, (str, bytes)):
        raise refuse(call, "text", value, A_TEXT)
