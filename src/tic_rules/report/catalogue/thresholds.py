"""Sentences for what is held against a bound."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

THRESHOLDS: Final = {
    "holds-spare": Text("{what}{found}，要求{bound}，多出{by}", "{what}: {found}; required {bound}; {by} to spare"),
    "holds-room": Text(
        "{what}{found}，要求{bound}，距上限尚有{by}", "{what}: {found}; required {bound}; {by} within the limit"
    ),
    "holds-exactly": Text("{what}{found}，要求{bound}，恰好达到", "{what}: {found}; required {bound}; exactly met"),
    "holds-within": Text("{what}{found}，要求{bound}，在范围之内", "{what}: {found}; required {bound}; within it"),
    "holds-zero": Text("{what}：无", "{what}: none"),
    "fails-zero": Text("{what}：有{found}，要求为零", "{what}: {found}, and there must be none"),
    "open-zero": Text("{what}：{found}，要求为零，尚不能确定", "{what}: {found}; there must be none; not yet settled"),
    "premise-figure": Text("{what}{found}（前提：{bound}）", "{what}: {found} (premise: {bound})"),
    "holds-kept": Text("{what}{found}，要求{bound}，符合", "{what}: {found}; required {bound}; kept"),
    "fails-plain": Text("{what}{found}，要求{bound}，不符合", "{what}: {found}; required {bound}; not kept"),
    "fails-reached": Text(
        "{what}{found}，要求{bound}，已达该界限，不符合", "{what}: {found}; required {bound}; already at the limit"
    ),
    "fails-short": Text("{what}{found}，要求{bound}，差{by}", "{what}: {found}; required {bound}; short by {by}"),
    "fails-over": Text("{what}{found}，要求{bound}，超出{by}", "{what}: {found}; required {bound}; over by {by}"),
    "fails-exactly": Text("{what}恰为{found}，须{bound}", "{what}: exactly {found}, but must be {bound}"),
    "fails-below": Text(
        "{what}{found}，要求{bound}，低于下限{by}", "{what}: {found}; required {bound}; {by} below the least"
    ),
    "fails-above": Text(
        "{what}{found}，要求{bound}，高于上限{by}", "{what}: {found}; required {bound}; {by} above the greatest"
    ),
    "fails-none": Text("{what}：无（资料载明没有），要求{bound}", "{what}: none, says the dossier; required {bound}"),
    "fails-outside": Text("{what}{found}，要求{bound}，不在范围之内", "{what}: {found}; required {bound}; outside it"),
    "fails-add": Text(
        "{what}{found}，要求{bound}，其他不变时须增加{by}",
        "{what}: {found}; required {bound}; needs {by} more, the rest staying as it is",
    ),
    "fails-remove": Text(
        "{what}{found}，要求{bound}，其他不变时须减少{by}",
        "{what}: {found}; required {bound}; {by} too many, the rest staying as it is",
    ),
    "fails-against-short": Text(
        "{what}{found}，要求{bound}，折合{needed}，差{by}",
        "{what}: {found}; required {bound}, which is {needed}; short by {by}",
    ),
    "fails-against-over": Text(
        "{what}{found}，要求{bound}，折合{needed}，超出{by}",
        "{what}: {found}; required {bound}, which is {needed}; over by {by}",
    ),
    "open-unknown": Text("{what}未知，要求{bound}", "{what}: not known; required {bound}"),
    "open-short": Text(
        "{what}{found}，要求{bound}，按已知部分还差{by}",
        "{what}: {found}; required {bound}; short by {by} on what is known",
    ),
    "open-short-or-spare": Text(
        "{what}{found}，要求{bound}，最少时差{by}，最多时多出{beyond}",
        "{what}: {found}; required {bound}; short by {by} at the least, {beyond} to spare at the most",
    ),
    "open-room": Text(
        "{what}{found}，要求{bound}，按已知部分距上限尚有{by}",
        "{what}: {found}; required {bound}; {by} within the limit on what is known",
    ),
    "open-room-or-over": Text(
        "{what}{found}，要求{bound}，最少时距上限尚有{beyond}，最多时超出{by}",
        "{what}: {found}; required {bound}; {beyond} within the limit at the least, over by {by} at the most",
    ),
    "open-undecided": Text(
        "{what}{found}，要求{bound}，尚不能确定", "{what}: {found}; required {bound}; not yet settled"
    ),
    "zero-holds": Text(
        "{what}：{whole}为零，按采用的理解视为达到（要求{bound}）",
        "{what}: {whole} is zero, which counts as met by the reading taken (required {bound})",
    ),
    "zero-fails": Text(
        "{what}：{whole}为零，按采用的理解视为未达到（要求{bound}）",
        "{what}: {whole} is zero, which counts as not met by the reading taken (required {bound})",
    ),
    "zero-asked": Text(
        "{what}：{whole}为零，须由有权单位认定（要求{bound}）：{asked}",
        "{what}: {whole} is zero, so a finding decides (required {bound}): {asked}",
    ),
}
