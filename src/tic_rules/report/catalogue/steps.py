"""Words for the parts of a trace: conditions joined, lists, yearly figures."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

STEPS: Final = {
    "all-of": Text("须同时成立（{count}项）", "all of these {count}"),
    "any-of": Text("须有其一成立（{count}项）", "one of these {count}"),
    "not-of": Text("下列不得成立", "this must not hold"),
    "not-held": Text("不得有而有：{clause}", "must not be, but is: {clause}"),
    "not-kept": Text("没有不得有的情形：{clause}", "as it should be, not so: {clause}"),
    "not-open": Text("不得有，尚不能确定：{clause}", "must not be, not yet settled: {clause}"),
    "none-of": Text("下列均不成立：{clauses}", "none of these holds: {clauses}"),
    "require": Text("要求", "the requirement"),
    "excuse": Text("可以不按要求的情形", "what may excuse it"),
    "premise": Text("适用前提", "when it applies"),
    "term": Text("{title}", "{title}"),
    "member-clause": Text("{name}（{path}）：{clause}", "{name} ({path}): {clause}"),
    "every-missing": Text("{what}：未填", "{what}: not stated"),
    "every-empty": Text("{what}：一个也没有", "{what}: there are none"),
    "every-holds": Text("{what}：{total}个均符合", "{what}: all in order ({total})"),
    "every-fails": Text(
        "{what}：{total}个中{count}个不符合：{clauses}", "{what}: of {total}, {count} not in order: {clauses}"
    ),
    "every-open": Text(
        "{what}：{total}个中{count}个未定：{clauses}", "{what}: of {total}, {count} not settled: {clauses}"
    ),
    "every-head": Text("{what}：逐个检查，共{total}个", "{what}: each one is looked at, {total} in all"),
    "measure": Text("{what} = {found}", "{what} = {found}"),
    "year-whole": Text("{year}年：{found}", "{year}: {found}"),
    "year-so-far": Text(
        "{year}年：{found}，未至年末，为最小值", "{year}: {found}, not known to the year's end, so a least value"
    ),
    "year-before-registration": Text(
        "{year}年：{found}，单位尚未注册", "{year}: {found}, before the unit was registered"
    ),
    "year-missing": Text("{year}年：未填", "{year}: not stated"),
    "member-counts": Text("{name}：计入 {found}", "{name}: counts, {found}"),
    "member-not": Text("{name}：不计入：{clause}", "{name}: does not count: {clause}"),
    "member-open": Text(
        "{name}：尚不能确定是否计入 {found}：{clause}", "{name}: not settled whether it counts, {found}: {clause}"
    ),
    "member-meant": Text("{name}：在检查之列：{clause}", "{name}: is looked at: {clause}"),
    "member-not-meant": Text("{name}：不在检查之列：{clause}", "{name}: is not meant: {clause}"),
}
