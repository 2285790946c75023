"""Sentences for a whole norm."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

NORMS: Final = {
    "cited": Text("{statement}（{cites}）", "{statement} ({cites})"),
    "titled": Text("{title}：{clauses}", "{title}: {clauses}"),
    "missing": Text("{statement}；缺少资料：{paths}", "{statement}; missing: {paths}"),
    "not-applicable": Text(
        "{title}：不适用（前提不成立：{clauses}）", "{title}: not applicable, its premise does not hold ({clauses})"
    ),
    "premise-open": Text(
        "{statement}；是否适用尚不能确定：{clauses}", "{statement}; not settled whether it applies: {clauses}"
    ),
    "departed": Text(
        "{statement}；属原则性要求，已由{by}于{on}同意例外（依据：{basis}）",
        "{statement}; a rule in principle, from which {by} departed on {on} (on the basis of: {basis})",
    ),
    "departure-refused": Text(
        "{statement}；属原则性要求，{by}于{on}决定不予例外（依据：{basis}）",
        "{statement}; a rule in principle, from which {by} decided on {on} not to depart (on the basis of: {basis})",
    ),
    "departure-open": Text(
        "{statement}；属原则性要求，是否同意例外，待{whom}决定",
        "{statement}; a rule in principle, whether to depart from it is to be decided by: {whom}",
    ),
    "relaxed": Text(
        "{statement}；{by}于{on}决定放宽标准（依据：{basis}）",
        "{statement}; {by} accepted less on {on} (on the basis of: {basis})",
    ),
    "relaxation-open": Text(
        "{statement}；是否放宽标准，待{whom}决定", "{statement}; whether less is accepted is to be decided by: {whom}"
    ),
}
