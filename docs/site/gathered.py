"""All pages of the site together, and the folder that they are written into for the builder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from docs.site import (
    api_pages,
    city_pages,
    command_pages,
    fact_pages,
    finding_pages,
    language_page,
    life_pages,
    nav,
    norm_pages,
    schema_pages,
    written,
)
from docs.site.page import Page
from tic_rules import Pack, load_pack, pack_names

ROOT: Final = Path(__file__).parents[2]
SETTINGS: Final = Path(__file__).with_name("zensical.toml")
LOOKS: Final = Path(__file__).with_name("site.css")


def packs() -> list[Pack]:
    """The packs of the reference."""
    return [load_pack(name) for name in pack_names()]


def pages() -> Iterator[Page]:
    """Every page, written and made."""
    all_packs = packs()
    yield from written.pages(ROOT)
    yield from city_pages.pages(all_packs)
    for pack in all_packs:
        yield from norm_pages.pages(pack)
        yield from finding_pages.pages(pack)
        yield from life_pages.pages(pack)
    yield from fact_pages.pages(all_packs)
    yield language_page.page()
    yield from api_pages.pages()
    yield from command_pages.pages()
    yield from schema_pages.pages(ROOT / "schema")


def navigation() -> tuple[nav.Entry, ...]:
    """The navigation over all pages."""
    return nav.entries(packs(), written.decisions(ROOT))


def write(folder: Path) -> int:
    """Writes the pages below a folder, and the builder's settings beside them; how many there are.

    What an earlier run left there is taken away, what was built from it too.
    """
    for old in (folder / "pages", folder / "site"):
        if old.exists():
            shutil.rmtree(old)
    count = 0
    for page in pages():
        file = folder / "pages" / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(page.text)
        count += 1
    settings = SETTINGS.read_text("utf-8").replace(nav.TAKES_THE_NAV, nav.written(navigation()))
    (folder / SETTINGS.name).write_text(settings, "utf-8", newline="\n")
    shutil.copy(LOOKS, folder / "pages" / LOOKS.name)
    return count
