"""Words for values: ranges, bounds, proportions, windows of time."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

AMOUNTS: Final = {
    "range": Text("{least}至{most}", "{least} to {most}"),
    "at-least": Text("至少{least}", "at least {least}"),
    "not-known": Text("未知", "not known"),
    "not-there": Text("没有", "none"),
    "more-than": Text("{amount}以上", "more than {amount}"),
    "point": Text("{number}个百分点", "{number} percentage point"),
    "points": Text("{number}个百分点", "{number} percentage points"),
    "and-more": Text("另有{count}项", "{count} more"),
    "years-of-age": Text("{born}至{on}的周岁", "completed years from {born} to {on}"),
    "of-years": Text("{title}（{window}）", "{title} ({window})"),
    "stated-total": Text("{title}（直接填报的总数）", "{title} (total as stated)"),
    "of-thing": Text("{thing}的{title}", "{thing}: {title}"),
    "about": Text("{title}（{about}）", "{title} ({about})"),
    "of-thing-whether": Text("{thing}{title}", "{thing}: {title}"),
    "stated-missing": Text("{title}（直接填报的总数）：未填报", "{title} (total as stated): not stated"),
    "of-year": Text("{title}，{year}年", "{title}: {year}"),
    "calendar": Text("{year}年的工作日历", "the working-day calendar of {year}"),
    "lesser-of": Text("下列中的较小者：{items}", "the lesser of: {items}"),
    "total-of": Text("下列之和：{items}", "the total of: {items}"),
    "window-last-full-year": Text("申报前一个完整年度", "the last full year"),
    "window-full-years": Text("申报前{count}个完整年度", "the last {count} full years"),
    "window-application-year": Text("申报当年", "the year of the application"),
    "window-last-year": Text("申报日前一年", "the last year"),
    "window-years": Text("申报日前{count}年", "the last {count} years"),
    "bound-before": Text("{word}{bound}", "{word} {bound}"),
    "bound-printed": Text("{word}{bound}（原文“{printed}”）", "{word} {bound} ({printed})"),
    "bound-bare": Text("{word}{bound}（原文未用界限用语）", "{word} {bound} (no boundary word is printed)"),
    "bound-between": Text("{least}至{most}", "from {least} to {most} (至)"),
    "bound-between-bare": Text(
        "{least}至{most}（原文未用界限用语）", "from {least} to {most} (no boundary word is printed)"
    ),
    "share-percent": Text("{share}（{part}/{whole}）", "{share} ({part} of {whole})"),
    "share-about": Text("约{share}（{part}/{whole}）", "about {share} ({part} of {whole})"),
    "share-open": Text("未定（{part}/{whole}）", "not settled ({part} of {whole})"),
    "ratio-percent": Text("{share}（{part}比{whole}）", "{share} ({part} against {whole})"),
    "ratio-about": Text("约{share}（{part}比{whole}）", "about {share} ({part} against {whole})"),
    "ratio-open": Text("未定（{part}比{whole}）", "not settled ({part} against {whole})"),
}
