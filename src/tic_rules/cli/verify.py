"""`tic-rules verify`: confirms recorded determinations, and the chain of a register, from what is recorded alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import click

from tic_rules import audit
from tic_rules.cli import forms, records
from tic_rules.cli.centres import is_register
from tic_rules.cli.exit_codes import BAD_INPUT, DIFFERS, DONE
from tic_rules.cli.lines import Lines
from tic_rules.errors import Lang, TicRulesError
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.lifecycle.line import FIRST
from tic_rules.lifecycle.register import Register
from tic_rules.report.catalogue import quoted
from tic_rules.report.catalogue.count import Count
from tic_rules.report.marks import OF_VERDICT
from tic_rules.truth import Verdict

_RECORDS: Final = forms.Wanted(Text("判断记录的文件，或登记簿", "the file of a record, or a register"), least=1)
_SHOWN: Final = 50
"""How many faults of one record are shown to people; the rest are counted, and programs are given all."""
_CONFIRMED: Final = Text(
    "{name}：核对无误，{verdict}，{applicant}；结论、数额和待定事项都能由记录所载的资料得出。",
    "{name}: confirmed, {verdict}, {applicant}; verdict, amounts and open points follow from what the record holds.",
)
_FAULTS: Final = Text("{name}：有{count}处不符。", "{name}: {count:fault|faults}.")
_CHAINED: Final = Text(
    "{name}：核对无误，{count}笔，首尾相接；末笔的摘要 {last}。",
    "{name}: confirmed, {count:entry|entries}, each chained to the one before; digest of the last: {last}.",
)
_BROKEN: Final = Text("{name}：{count}笔，有{wrong}处不符。", "{name}: {count:entry|entries}, {wrong:fault|faults}.")
_MORE: Final = Text("另有{count}处；全部见 --format json。", "and {count} more; all of them: --format json.")
_EMPTY: Final = Text("{name}：其中没有判断。", "{name}: it holds no determination.")
_LIMITS: Final = Text(
    "未核对的：规则包是否真这样要求，资料是否真这样记载，某日是否工作日；要核对这些，用 replay 重新判断。",
    "Not confirmed: that the pack demands this, that the dossier says this, that days are working days; to confirm "
    "these, decide again with replay.",
)


@dataclass(frozen=True, slots=True)
class _Checked:
    """One record and what was found in it."""

    name: str
    record: Any
    faults: list[audit.Fault]


@click.pass_context
def run(
    ctx: click.Context,
    files: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Confirms the records, and returns the exit code."""
    here, form = forms.opened_on_files(ctx, format, lang, files, _RECORDS)
    lines = Lines(here.out)
    told: list[dict[str, Any]] = []
    codes = {DONE}
    for name in files:
        try:
            if is_register(name):
                told.append(_register(name, form, here.lang, lines))
                codes |= set() if told[-1]["confirmed"] else {DIFFERS}
                continue
            content = records.json_of(records.read(name, here.stdin), name)
        except TicRulesError as error:
            here.out.flush()
            here.err.say(error.lines(here.lang))
            told.append({"file": visible(name), "problems": [forms.problem_of(problem) for problem in error.problems]})
            codes.add(BAD_INPUT)
            continue
        checked = list(_checked(name, content))
        codes |= {DIFFERS for one in checked if one.faults}
        if not checked:
            codes.add(DIFFERS)
        told += [_plain(name, one) for one in checked]
        if form == "text":
            _say(name, checked, here.lang, lines)
    if form == "json":
        forms.as_json({"records": told}, here.out)
    elif codes == {DONE} and not all(map(is_register, files)):
        lines.say(_LIMITS.of(here.lang))
    return max(codes)


def _register(name: str, form: str, lang: Lang, lines: Lines) -> dict[str, Any]:
    """The chain of a register, checked; for people it is said at once. Raises UsageError where it cannot be read."""
    register, count, last = Register(name), 0, FIRST
    for line in register.lines():
        count, last = line.number, line.digest or last
    wrong = list(register.problems())
    if form == "text":
        said = {"name": visible(name), "count": Count(count), "wrong": Count(len(wrong)), "last": visible(last)}
        lines.say((_BROKEN if wrong else _CHAINED).of(lang).format(**said))
        for problem in wrong[:_SHOWN]:
            lines.say(problem.text(lang), indent=2, hang=2)
        if len(wrong) > _SHOWN:
            lines.say(_MORE.of(lang).format(count=len(wrong) - _SHOWN), indent=2)
    return {
        "file": visible(name),
        "lines": count,
        "last": visible(last),
        "confirmed": not wrong,
        "problems": [forms.problem_of(problem) for problem in wrong],
    }


def _checked(name: str, content: Any) -> Iterator[_Checked]:
    """Each determination that a file holds, checked; what is no determination at all has a fault of form."""
    if not records.is_of_several(content):
        yield _Checked(visible(name), content, audit.check(content))
        return
    for number, outcome in enumerate(content["outcomes"]):
        if isinstance(outcome, dict) and "determination" in outcome:
            record = outcome["determination"]
            yield _Checked(f"{visible(name)} outcomes[{number}].determination", record, audit.check(record))


def _plain(name: str, checked: _Checked) -> dict[str, Any]:
    return {
        "file": visible(name),
        "record": checked.name,
        "confirmed": not checked.faults,
        "faults": [
            {
                "path": fault.path,
                "what": fault.what,
                "found": visible(fault.found),
                "expected": visible(fault.expected),
                "says": {"zh": visible(fault.says("zh")), "en": visible(fault.says("en"))},
            }
            for fault in checked.faults
        ],
    }


def _say(name: str, checked: list[_Checked], lang: Lang, lines: Lines) -> None:
    if not checked:
        lines.say(_EMPTY.of(lang).format(name=visible(name)))
    for one in checked:
        if not one.faults:
            verdict = OF_VERDICT[Verdict(one.record["verdict"])].word.of(lang)
            said = {"name": one.name, "verdict": verdict, "applicant": quoted(one.record["applicant"])}
            lines.say(_CONFIRMED.of(lang).format(**said))
            continue
        lines.say(_FAULTS.of(lang).format(name=one.name, count=Count(len(one.faults))))
        for fault in one.faults[:_SHOWN]:
            lines.say(fault.says(lang), indent=2, hang=2)
        if len(one.faults) > _SHOWN:
            lines.say(_MORE.of(lang).format(count=len(one.faults) - _SHOWN), indent=2)
