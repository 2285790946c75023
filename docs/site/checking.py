"""What is wrong with a built site: a page that would ask another host for something, or that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

_STYLE_URL: Final = re.compile(r"""url\(\s*["']?\s*([^"')\s]+)|@import\s+["']([^"']+)""")
_OUTSIDE: Final = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_ASKING: Final = {
    "action": {"form"},
    "data": {"object"},
    "href": {"link", "image", "use", "base"},
    "poster": {"video"},
    "src": {"audio", "embed", "iframe", "img", "input", "script", "source", "track", "video"},
    "srcset": {"img", "source"},
    "xlink:href": {"image", "use"},
}
"""Which attribute of which elements makes a browser ask for something, or send it."""
_NOT_ASKED: Final = {"canonical", "alternate", "prev", "next"}
"""What a link element may name without a browser asking for it."""
_FETCHING: Final = {"mermaid", "glightbox", "pyodide"}
"""Classes for which the theme's script fetches a library from another host."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong, and on which page."""

    page: str
    what: str


@dataclass(slots=True)
class _Read:
    """What a page asks for, leads to and can be led to."""

    asked: list[str] = field(default_factory=list)
    led: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    fetching: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read = _Read()
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        self.read.anchors |= {given[name] for name in ("id", "name") if given.get(name)}
        self.read.fetching += sorted(_FETCHING & set(given.get("class", "").split()))
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.read.asked.append(given.get("content", "").partition("=")[2])
        for name, value in given.items():
            if name == "style":
                self.read.asked += _urls(value)
            elif tag in _ASKING.get(name, ()) and not _is_only_named(tag, given):
                self.read.asked += [part.split()[0] for part in value.split(",")] if name == "srcset" else [value]
        if tag == "a" and "href" in given:
            self.read.led.append(given["href"])

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.read.asked += _urls(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  (the parser's own name)
        self._in_style = False


def _is_only_named(tag: str, given: Mapping[str, str]) -> bool:
    return tag == "link" and bool(given.get("rel")) and set(given["rel"].lower().split()) <= _NOT_ASKED


def _urls(style: str) -> list[str]:
    return [first or second for first, second in _STYLE_URL.findall(style)]


def is_outside(url: str) -> bool:
    """Whether a browser would ask another host for it."""
    return _OUTSIDE.match(url) is not None


def check(site: Path) -> list[Wrong]:
    """Everything that is wrong with the pages and the style sheets of a built site."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    names = {path.relative_to(site).as_posix() for path in files}
    read = {name: _read(site / name) for name in sorted(names) if name.endswith(".html")}
    found: list[Wrong] = []
    for name in sorted(name for name in names if name.endswith(".css")):
        asked = _urls((site / name).read_text("utf-8"))
        found += [Wrong(name, f"asks for {url}") for url in asked if is_outside(url)]
    for name, page in read.items():
        found += [Wrong(name, f"asks for {url}") for url in page.asked if is_outside(url)]
        found += [Wrong(name, f"has the class {word}, for which a script asks another host") for word in page.fetching]
        # The page of a missing address is shown at any depth: its links are from the root.
        if name != "404.html":
            found += [Wrong(name, f"leads nowhere: {url}") for url in _lost(name, page, read, names)]
    if not read:
        found.append(Wrong(str(site), "has no pages"))
    return found


def _read(file: Path) -> _Read:
    reader = _Reader()
    reader.feed(file.read_text("utf-8"))
    reader.close()
    return reader.read


def _lost(name: str, page: _Read, read: Mapping[str, _Read], names: set[str]) -> Iterator[str]:
    for url in dict.fromkeys([*page.asked, *page.led]):
        parts = urlsplit(url)
        if parts.scheme or parts.netloc or is_outside(url):
            continue
        there = _joined(name, unquote(parts.path)) if parts.path else name
        if there not in names:
            there = f"{there}/index.html".lstrip("/") if f"{there}/index.html".lstrip("/") in names else ""
        anchor = unquote(parts.fragment)
        if not there or (anchor and there in read and anchor not in read[there].anchors):
            yield url


def _joined(name: str, path: str) -> str:
    parts = name.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)
