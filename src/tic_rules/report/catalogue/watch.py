"""Sentences of what a watcher reports."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

WATCH: Final = {
    "watch-report": Text(
        "{seq} {day} {centre} {change}：{what}{cites}{cause}", "{seq} {day} {centre} {change}: {what}{cites}{cause}"
    ),
    "watch-began": Text("新", "now"),
    "watch-ended": Text("不再", "no longer"),
    "watch-withdrawn": Text("撤回", "withdrawn"),
    "watch-cites": Text("（{cites}）", " ({cites})"),
    "watch-line": Text("；登记簿第{line}行", "; line {line} of the register"),
    "watch-day": Text("；日期到了", "; the day has come"),
    "watch-stage": Text("阶段“{title}”，自{day}起", "stage “{title}”, since {day}"),
    "watch-stage-possible": Text("可能在阶段“{title}”，自{day}起", "perhaps in stage “{title}”, since {day}"),
    "watch-period": Text("{title}至{day}", "{title} up to {day}"),
    "watch-period-over": Text("{title}已于{day}届满", "{title} was over on {day}"),
    "watch-duty": Text("义务“{title}”{of}：{state}", "duty “{title}”{of}: {state}"),
    "watch-year": Text("{year}年度", " {year}"),
    "watch-after": Text("（{event}之后）", " (after {event})"),
    "watch-event": Text("所登记的第{number}次“{event}”", "“{event}” no. {number} on record"),
    "watch-ground": Text("撤销情形“{title}”：{state}", "ground “{title}”: {state}"),
    "watch-bar": Text("因“{title}”至{day}不得申报", "barred up to {day} for “{title}”"),
    "watch-bar-over": Text("因“{title}”的限制已于{day}届满", "the bar for “{title}” was over on {day}"),
    "watch-again": Text("自{day}起可以再次申报", "may apply again from {day}"),
    "watch-again-open": Text("何时可以再次申报未定", "from when one may apply again is open"),
    "watch-refused": Text("记录互相矛盾，不能判断：{code}", "its records contradict each other: {code}"),
}
