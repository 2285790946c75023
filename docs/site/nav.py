"""Where a reader finds each page: the parts of the site in their order, every page once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docs.site import places
from tic_rules.cli.program import COMMANDS
from tic_rules.facts import common_facts
from tic_rules.ir.pack import Pack

TAKES_THE_NAV: Final = "nav = []"
"""The line of the builder's settings that the navigation takes the place of."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page by its name in the navigation."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Branch:
    """Pages and branches under one name."""

    name: str
    below: tuple[Entry, ...]


Entry = Leaf | Branch


def entries(packs: Sequence[Pack], decisions: Sequence[Leaf]) -> tuple[Entry, ...]:
    """The whole navigation; the decision records are given, as their files name them."""
    return (
        Leaf("首页 Home", "index.md"),
        Leaf("教程 Tutorial", "tutorial.md"),
        Branch(
            "怎样做 How-to",
            (
                Leaf("接入系统 Integrate", "howto/integrate.md"),
                Leaf("在笔记本中审核 In a notebook", "howto/check-in-a-notebook.md"),
                Leaf("登记簿与期限 Keep a register", "howto/keep-a-register.md"),
                Leaf("写规则包 Write a policy", "howto/write-a-policy.md"),
            ),
        ),
        Branch("规则 Norms", (Leaf("各市 All cities", places.NORMS), *map(_city, packs))),
        Branch("参考 Reference", tuple(_reference(packs))),
        Branch(
            "说明 Explanation",
            (
                Leaf("怎样得出结论 How it decides", "explanation.md"),
                Leaf("含义 The meaning", "semantics.md"),
                Leaf("架构 Architecture", "architecture.md"),
                Branch("决定记录 Decisions", tuple(decisions)),
                Leaf("速度 How fast", "performance.md"),
                Leaf("版本 Versioning", "versioning.md"),
                Leaf("依赖 Dependencies", "dependencies.md"),
                Leaf("变更 Changelog", "changelog.md"),
            ),
        ),
    )


def _city(pack: Pack) -> Branch:
    norms = (Leaf(norm.title.zh, places.norm(pack, norm.id)) for norm in pack.norms)
    life = () if pack.lifecycle is None else (Leaf("批准之后 After approval", places.lifecycle(pack)),)
    return Branch(
        f"{pack.jurisdiction.zh} {pack.jurisdiction.en}",
        (
            Leaf("办法 The regulation", places.city(pack)),
            Leaf("认定、用语、放宽 Findings, terms", places.findings(pack)),
            *life,
            *norms,
        ),
    )


def _reference(packs: Sequence[Pack]) -> Iterator[Entry]:
    common = {
        places.fact(path): f"{spec.title.zh.partition('（')[0]} {path}"
        for path, spec in common_facts().items()
        if set(".[").isdisjoint(path)
    }
    own = {places.fact(pack.facts[0].path): f"{pack.jurisdiction.zh} {pack.id}" for pack in packs if pack.facts}
    facts = (Leaf(name, there) for there, name in (common | own).items())
    yield Branch("资料项 Facts", (Leaf("各部分 All parts", places.FACTS), *facts))
    yield Leaf("条件的用词 Conditions", places.LANGUAGE)
    yield Leaf("规则包格式 Pack format", "pack-format.md")
    commands = (Leaf(f"tic-rules {name}", places.command(name)) for name in COMMANDS)
    yield Branch("命令行 Commands", (Leaf("全部命令 All commands", places.COMMANDS), *commands))
    yield Branch("Python", tuple(Leaf(name, places.module(name)) for name in places.MODULES))
    yield Leaf("JSON Schema", places.SCHEMAS)
    yield Leaf("错误代码 Error codes", "errors.md")


def paths(entry: Entry) -> Iterator[str]:
    """The pages of an entry and of all below it."""
    match entry:
        case Leaf():
            yield entry.path
        case Branch():
            for below in entry.below:
                yield from paths(below)


def written(tree: Sequence[Entry]) -> str:
    """The navigation as the line of the builder's settings; what TOML and JSON quote, they quote alike."""
    return f"nav = [{', '.join(map(_written, tree))}]"


def _written(entry: Entry) -> str:
    name = json.dumps(entry.name, ensure_ascii=False)
    match entry:
        case Leaf():
            return f"{{ {name} = {json.dumps(entry.path)} }}"
        case Branch():
            return f"{{ {name} = [{', '.join(map(_written, entry.below))}] }}"
