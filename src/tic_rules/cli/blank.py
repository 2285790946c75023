"""A dossier with nothing in it yet: every field commented out, with its meaning, form and evidence beside it.

Each line of the form begins with ``# ``. Taking that away makes it a field, and leaves what explains it a comment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tic_rules.analysis.needs import Needs
from tic_rules.cli.field_forms import DAY, example_of, form_of
from tic_rules.errors import Lang
from tic_rules.facts import common_facts
from tic_rules.facts.fields import EXAMPLES
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.kind import Kind

_HEAD: Final = Text(
    "技术创新中心申报资料：{titles}\n"
    "知道的项，去掉行首的“# ”和上级各行的“# ”，把示例改成实际内容；不知道的项不动。\n"
    "确知没有，写 none（注明可写的项）；列表没有一项，写 []；数量一律带单位。\n"
    "填好后运行：tic-rules check 本文件",
    "Dossier of a technology innovation centre: {titles}\n"
    "To tell what is known, take away the “# ” of its line and of the lines above it that it belongs to, and put the\n"
    "facts in place of the example; leave alone what is not known. Where it is offered, none says that there is none;\n"
    "[] is an empty list; every amount has its unit. Then run: tic-rules check THIS-FILE",
)
_ALL: Final = Text("全部资料项", "every field")
_TITLE: Final = Text("{title}。写法：{form}。证明材料：{evidence}", "{title}. Answer: {form}. Evidence: {evidence}")
_TITLE_ALONE: Final = Text("{title}。写法：{form}", "{title}. Answer: {form}")
_UNTIL: Final = Text("截至日，只在不是全年数时写", "Up to which day it runs, if not the whole year")
_OWN: Final = Text("{city}自有的资料项", "Fields of {city} alone")
_FINDINGS: Final = Text(
    "由人认定的事项：只记录有权单位已经作出的认定，每项都要写明结论、单位、日期和依据。",
    "What people decide: record only what those named have decided, each with answer, decider, day and basis.",
)
_FINDING: Final = Text("{ask}（认定单位：{whom}）", "{ask} (decided by: {whom})")
_ABOUT: Final = Text("对列表中的每一项分别认定，如", "one for each member of the list, such as")
_FORMAT: Final = 'format: "1"'


def written(needs: Sequence[Needs], lang: Lang, *, everything: bool = False) -> str:
    """A form for what some packs need, or for every field that there is; as it stands it is a valid dossier."""
    wanted: set[str] = set(common_facts()) if everything else set()
    catalogue: dict[str, FactSpec] = dict(common_facts())
    for need in needs:
        wanted |= need.facts
        for spec in need.pack.facts:
            catalogue[spec.path] = spec
            if everything:
                wanted.add(spec.path)
    joint = "、" if lang == "zh" else ", "
    titles = _ALL.of(lang) if everything else joint.join(need.pack.title.of(lang) for need in needs)
    lines = [f"# {line}" for line in _HEAD.of(lang).format(titles=titles).split("\n")]
    lines += ["", _FORMAT]
    form = _Form(catalogue, wanted, lang)
    for spec in form.below(""):
        if "." not in spec.path and spec.path not in {need.pack.id for need in needs}:
            lines += ["", *map(_commented, form.field(spec, 0))]
    for need in needs:
        lines += _own(need, form, lang)
    lines += _findings(needs, lang)
    return "\n".join(lines) + "\n"


class _Form:
    """Fields with what explains them, as lines of YAML."""

    def __init__(self, catalogue: Mapping[str, FactSpec], wanted: set[str], lang: Lang) -> None:
        self._catalogue = catalogue
        self._wanted = wanted
        self._lang = lang

    def below(self, prefix: str) -> Iterator[FactSpec]:
        """The fields directly below, of which something is wanted."""
        for path, spec in self._catalogue.items():
            name = path.removeprefix(prefix)
            if path.startswith(prefix) and name and not set(".[") & set(name) and self._is_wanted(path):
                yield spec

    def _is_wanted(self, path: str) -> bool:
        return any(want == path or want.startswith((f"{path}.", f"{path}[].")) for want in self._wanted)

    def field(self, spec: FactSpec, depth: int) -> Iterator[str]:
        """A field and all below it."""
        at = "  " * depth
        name = spec.path.rpartition(".")[2]
        yield f"{at}# {self._explained(spec)}"
        match spec.kind:
            case FactKind.LIST:
                yield f"{at}{name}:"
                yield from self._item(list(self.below(f"{spec.path}[].")), depth + 1)
            case FactKind.YEARLY:
                yield f"{at}{name}:"
                yield f"{at}  - year: {DAY[:4]}"
                yield f"{at}    amount: {EXAMPLES[spec.unit or Kind.MONEY]}"
                yield f"{at}    # {_UNTIL.of(self._lang)}"
                yield f"{at}    until: {DAY}"
            case FactKind.THING:
                below = list(self.below(f"{spec.path}."))
                yield f"{at}{name}:" if below else f"{at}{name}: {{}}"
                for one in below:
                    yield from self.field(one, depth + 1)
            case _:
                yield f"{at}{name}: {example_of(spec)}"

    def _item(self, fields: list[FactSpec], depth: int) -> Iterator[str]:
        """One member of a list; more are written in the same way."""
        begun = False
        for one in fields:
            for line in self.field(one, depth + 1):
                is_first = not begun and not line.lstrip().startswith("#")
                begun = begun or is_first
                yield f"{'  ' * depth}- {line.lstrip()}" if is_first else line

    def _explained(self, spec: FactSpec) -> str:
        told = {"title": spec.title.of(self._lang), "form": form_of(spec, self._lang)}
        evidence = spec.evidence.of(self._lang)
        return (_TITLE if evidence else _TITLE_ALONE).of(self._lang).format(evidence=evidence, **told)


def _own(need: Needs, form: _Form, lang: Lang) -> Iterator[str]:
    """The fields that a pack declares for itself."""
    fields = list(form.below(f"{need.pack.id}."))
    if fields:
        yield ""
        yield f"# # {_OWN.of(lang).format(city=need.pack.jurisdiction.of(lang))}"
        yield f"# {need.pack.id}:"
        for spec in fields:
            yield from map(_commented, form.field(spec, 1))


def _findings(needs: Sequence[Needs], lang: Lang) -> Iterator[str]:
    """Where the answers of people are recorded, one entry for each that may be asked for."""
    if not any(need.findings for need in needs):
        return
    joint = "、" if lang == "zh" else ", "
    yield ""
    yield f"# # {_FINDINGS.of(lang)}"
    yield "# findings:"
    for need in needs:
        for finding in need.findings:
            deciders = [need.pack.authority_by_id[who] for who in finding.decided_by]
            whom = joint.join(who.title.of(lang) for who in deciders)
            yield f"#   # {_FINDING.of(lang).format(ask=finding.ask.of(lang), whom=whom)}"
            yield f"#   - finding: {finding.id if ':' not in finding.id else repr(finding.id)}"
            about = sorted(path for path in need.pack.lists_asked_of[finding.id] if path)
            if about:
                yield f"#     # {_ABOUT.of(lang)}"
                yield f"#     about: {about[0]}[0]"
            yield "#     answer: true"
            yield f"#     by: {deciders[0].title.zh}"
            yield f"#     day: {DAY}"
            yield f"#     basis: {_BASIS}"


_BASIS: Final = "……"


def _commented(line: str) -> str:
    return f"# {line}"
