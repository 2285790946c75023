"""`tic-rules coverage`: what became of every article of a regulation, and what a newer text of it changed."""

from __future__ import annotations

from typing import Any, Final

import click

from tic_rules import shipped, source
from tic_rules.analysis.coverage import Change, ChangeKind, changes, touched
from tic_rules.cli import forms
from tic_rules.cli.asked import pack_of
from tic_rules.cli.commands import once, session
from tic_rules.cli.exit_codes import DIFFERS, DONE
from tic_rules.cli.lines import Lines
from tic_rules.errors import InputError, Lang, Place, Problem
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Citation, Provision
from tic_rules.ir.pack import Pack
from tic_rules.packs.text import PrintedProvision, read_regulation
from tic_rules.report import accounted
from tic_rules.report.catalogue.count import Count

_ONE: Final = forms.Wanted(Text("城市", "a city"), most=1)
_CHANGED: Final = {
    ChangeKind.CHANGED: Text("改了", "changed"),
    ChangeKind.ADDED: Text("新增", "new"),
    ChangeKind.GONE: Text("没有了", "gone"),
    ChangeKind.NAMED_OTHERWISE: Text("文字相同，规则包列错了", "same text, listed wrongly by the pack"),
}
_SAME: Final = Text(
    "文本与规则包所依据的一致：{count}条款项的文字都没有变。",
    "The text is the one that the pack was written from: none of its {count} provisions has changed.",
)
_DIFFERS: Final = Text(
    "文本与规则包所依据的不同，{count}处：",
    "The text is not the one that the pack was written from, {count:change|changes}:",
)
_HEADINGS: Final = Text(
    "条数由{listed}变为{printed}：中间增删一条，其后各条的编号都变，也都算改了。",
    "It had {listed} articles and has {printed}: where one was put in or left out, all later ones have another number "
    "and count as changed.",
)
_TOUCHED: Final = Text("要重看的规则（{count}）", "Norms to look at again ({count})")
_PERHAPS: Final = Text("也可能涉及的规则（{count}）", "Norms that may be touched too ({count})")
_NO_NORMS: Final = Text("没有规则涉及", "no norm is touched")
_IN_PARTS: Final = Text("见其下各项", "see its parts")
_NOW: Final = Text("不再有：{gone}；新有：{new}", "no longer: {gone}; now: {new}")
_NOTHING: Final = Text("无", "nothing")


@click.pass_context
def run(
    ctx: click.Context,
    cities: tuple[str, ...],
    source: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Says what became of each article, and returns the exit code."""
    wrong: list[Problem] = []
    file = once(source, "--source", wrong)
    if file is not None and not cities:
        wrong.append(Problem.of("E024"))
    here, form = forms.opened(ctx, format, lang, cities, _ONE, wrong)
    packs = [pack_of(name) for name in cities or shipped.pack_names()]
    lines = Lines(here.out)
    if file is not None:
        [pack] = packs
        printed = _printed(file, ctx)
        made = changes(pack, printed)
        if form == "json":
            forms.as_json({"pack": _head(pack), "source": _compared(pack, made, printed)}, here.out)
        else:
            _say_changes(pack, made, printed, here.lang, lines)
        return DIFFERS if made else DONE
    if form == "json":
        told = [{**_head(pack), "provisions": [_provision(pack, p) for p in pack.provisions]} for pack in packs]
        forms.as_json({"packs": told}, here.out)
        return DONE
    for number, pack in enumerate(packs):
        if number:
            lines.say()
        _say_counts(pack, here.lang, lines)
        if cities:
            _say_provisions(pack, here.lang, lines)
    return DONE


def _printed(file: str, ctx: click.Context) -> tuple[PrintedProvision, ...]:
    printed = read_regulation(source.read_text(file, stdin=session(ctx).stdin).text)
    if not printed:
        raise InputError([Problem.of("E025", Place(file))])
    return printed


def _articles(provisions: Any) -> int:
    return sum(1 for provision in provisions if provision.paragraph is None and provision.item is None)


# --- for programs ----------------------------------------------------------------------------------------------------


def _head(pack: Pack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "version": pack.version,
        "digest": pack.digest,
        "title": forms.both(pack.title),
        "articles": _articles(pack.provisions),
        "became": {became.value: number for became, number in accounted.by_fate(pack).items()},
    }


def _at(pack: Pack, at: Citation) -> dict[str, Any]:
    return {
        "article": at.article,
        "occurrence": at.occurrence,
        "paragraph": at.paragraph,
        "item": at.item,
        "text": {"zh": _place(pack, at, "zh"), "en": _place(pack, at, "en")},
    }


def _provision(pack: Pack, provision: Provision) -> dict[str, Any]:
    return {
        "at": _at(pack, provision.cites),
        "became": provision.became.value,
        "norms": list(provision.norms),
        "why": forms.both(provision.why),
        "text_sha256": provision.text_sha256,
    }


def _compared(pack: Pack, made: tuple[Change, ...], printed: tuple[PrintedProvision, ...]) -> dict[str, Any]:
    sure, perhaps = touched(made)
    return {
        "same": not made,
        "articles": _articles(printed),
        "changes": [
            {
                "kind": change.kind.value,
                "at": _at(pack, change.at),
                "norms": list(change.norms),
                "perhaps": list(change.perhaps),
                "only_listed": list(change.listed),
                "only_printed": list(change.printed),
            }
            for change in made
        ],
        "norms": list(sure),
        "perhaps": list(perhaps),
    }


# --- for people ------------------------------------------------------------------------------------------------------


def _place(pack: Pack, at: Citation, lang: Lang) -> str:
    return at.text(lang, twice=at.article in pack.articles_printed_twice)


def _say_counts(pack: Pack, lang: Lang, lines: Lines) -> None:
    lines.say(accounted.counted(pack, lang))
    gap = "，" if lang == "zh" else ", "
    lines.say(
        gap.join(f"{accounted.BECAME[became].of(lang)} {number}" for became, number in accounted.by_fate(pack).items()),
        indent=2,
    )


def _say_provisions(pack: Pack, lang: Lang, lines: Lines) -> None:
    gap, mark = ("、", "：") if lang == "zh" else (", ", ": ")
    for provision in pack.provisions:
        inner = provision.paragraph is not None or provision.item is not None
        why = f"{mark}{provision.why.of(lang)}" if provision.why is not None else ""
        drawn = f"{mark}{gap.join(provision.norms)}" if provision.norms else ""
        said = f"{_place(pack, provision.cites, lang)}  {accounted.BECAME[provision.became].of(lang)}{drawn}{why}"
        lines.say(said, indent=4 if inner else 2, hang=4)


def _say_changes(
    pack: Pack, made: tuple[Change, ...], printed: tuple[PrintedProvision, ...], lang: Lang, lines: Lines
) -> None:
    _say_counts(pack, lang, lines)
    if not made:
        lines.say(_SAME.of(lang).format(count=len(printed)))
        return
    lines.say(_DIFFERS.of(lang).format(count=Count(len(made))))
    listed, now = _articles(pack.provisions), _articles(printed)
    if listed != now:  # most of the changes may then be of numbers alone
        lines.say(_HEADINGS.of(lang).format(listed=listed, printed=now), indent=2)
    gap, mark = ("、", "：") if lang == "zh" else (", ", ": ")
    for change in made:
        nobody = (_IN_PARTS if change.has_changed_parts else _NO_NORMS).of(lang)
        norms = gap.join([*change.norms, *(f"{name}?" for name in change.perhaps)]) or nobody
        place = _place(pack, change.at, lang)
        lines.say(f"{place}  {_CHANGED[change.kind].of(lang)}{mark}{norms}", indent=2, hang=2)
        if change.listed or change.printed:
            nothing = _NOTHING.of(lang)
            both = {"gone": gap.join(change.listed) or nothing, "new": gap.join(change.printed) or nothing}
            lines.say(_NOW.of(lang).format(**both), indent=6, hang=2)
    for heading, names in zip((_TOUCHED, _PERHAPS), touched(made), strict=True):
        lines.block(
            heading.of(lang).format(count=len(names)),
            *(f"{name}  {pack.norm_by_id[name].title.of(lang)}" for name in names),
        )
