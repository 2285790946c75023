"""Words for the parts of a trace: conditions joined, lists, yearly figures."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

STEPS: Final = {
    "all-of": Text("须同时成立（{count}项）", "all of these {count} must hold"),
    "any-of": Text("须有其一成立（{count}项）", "one of these {count} must hold"),
    "not-of": Text("下列情形不得存在", "this must not hold"),
    "not-held": Text("存在不应有的情形：{clause}", "it must not be so, but is: {clause}"),
    "not-kept": Text("不存在不应有的情形：{clause}", "it must not be so, and is not: {clause}"),
    "not-open": Text("是否存在不应有的情形，尚不能确定：{clause}", "it must not be so; not yet settled: {clause}"),
    "none-of": Text("下列均不成立：{clauses}", "none of these holds: {clauses}"),
    "require": Text("要求", "the requirement"),
    "excuse": Text("可予例外或放宽的情形", "what may excuse it"),
    "premise": Text("适用前提", "when it applies"),
    "member-clause": Text("{name}（{path}）：{clause}", "{name} ({path}): {clause}"),
    "every-missing": Text("{what}：未填报", "{what}: not stated"),
    "every-empty": Text("{what}：无", "{what}: there are none"),
    "every-holds": Text("{what}：共{total}项，均符合", "{what}: all in order ({total})"),
    "every-fails": Text(
        "{what}：{total}项中{count}项不符合：{clauses}", "{what}: of {total}, {count} not in order: {clauses}"
    ),
    "every-open": Text(
        "{what}：{total}项中{count}项未定：{clauses}", "{what}: of {total}, {count} not settled: {clauses}"
    ),
    "every-head": Text("{what}：逐项核对，共{total}项", "{what}: each one is looked at, {total} in all"),
    "at-place": Text("{text}〔{where}〕", "{text} (at {where})"),
    "measure": Text("{what}：{found}", "{what}: {found}"),
    "year-whole": Text("{year}年：{found}", "{year}: {found}"),
    "year-so-far": Text(
        "{year}年：{found}，数据未到年末，按最低值计", "{year}: {found}, not known to the year's end, so a least value"
    ),
    "year-before-registration": Text(
        "{year}年：{found}，单位尚未注册", "{year}: {found}, before the unit was registered"
    ),
    "year-missing": Text("{year}年：未填报", "{year}: not stated"),
    "member-counts": Text("{name}：计入{found}", "{name}: counts, {found}"),
    "member-not": Text("{name}：不计入：{clause}", "{name}: does not count: {clause}"),
    "member-open": Text(
        "{name}：尚不能确定是否计入{found}：{clause}", "{name}: not settled whether it counts, {found}: {clause}"
    ),
    "member-meant": Text("{name}：在核对范围内：{clause}", "{name}: is looked at: {clause}"),
    "member-not-meant": Text("{name}：不在核对范围内：{clause}", "{name}: is not meant: {clause}"),
}
