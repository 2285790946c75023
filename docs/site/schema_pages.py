"""The published JSON Schemas: a list, and the files beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from docs.site import places
from docs.site.page import Page, both, code, english, heading, made, table
from tic_rules.inert import for_markdown
from tic_rules.ir.catalogue import Text

_TITLE: Final = Text("数据格式（JSON Schema）", "JSON Schemas")
_INTRO: Final = Text(
    "供编辑器和其他语言的程序使用；draft-07 供只认旧版的工具。不联网也能用：文件就在本页旁边。",
    "For editors, and for programs in other languages; draft-07 is for tools that know that one alone. They work "
    "without a network: the files stand beside this page.",
)
_HEAD: Final = (Text("文件", "File"), Text("标题", "Title"), Text("说明", "About"))


def pages(schemas: Path) -> tuple[Page, ...]:
    """The list, and every schema as a page of its own name."""
    files = {file.name: file for file in sorted(schemas.glob("*.schema.json"))}
    rows = []
    for name, file in files.items():
        old = name.replace(".schema.json", ".draft-07.schema.json")
        if ".draft-07." in name:
            continue
        schema = json.loads(file.read_text("utf-8"))
        title, about = (for_markdown(str(schema.get(key, ""))) for key in ("title", "description"))
        led = [f"[{code(name)}]({name})", *([f"[{for_markdown('draft-07')}]({old})"] if old in files else [])]
        rows.append((" · ".join(led), title, about))
    listed = made(
        places.SCHEMAS,
        [heading(1, both(_TITLE)), for_markdown(_INTRO.zh), english(_INTRO.en), table([both(h) for h in _HEAD], rows)],
    )
    folder = places.SCHEMAS.rpartition("/")[0]
    return listed, *(Page(f"{folder}/{file.name}", file.read_text("utf-8")) for file in files.values())
