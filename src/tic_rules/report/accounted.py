"""The account of a regulation's text: what became of each of its provisions, in words."""

from __future__ import annotations

from collections import Counter
from typing import Final

from tic_rules.errors import Lang
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Became
from tic_rules.ir.pack import Pack
from tic_rules.report.catalogue.count import Count

BECAME: Final = {
    Became.NORMS: Text("成为规则", "norms"),
    Became.PEOPLE: Text("由人掌握", "left to people"),
    Became.ELSEWHERE: Text("由其他文件规定", "ruled by another text"),
    Became.HISTORY: Text("看已批准中心的历史", "decided on the history of a centre"),
    Became.NOTHING: Text("没有要判断的", "nothing to decide"),
}
_COUNTED: Final = Text(
    "{city} {version}：{articles}条、共{provisions}条款项，全部有去向。",
    "{city} {version}: {articles:article|articles}, {provisions:provision|provisions} in all, each accounted for.",
)


def counted(pack: Pack, lang: Lang) -> str:
    """How many articles and provisions the text has."""
    articles = sum(1 for provision in pack.provisions if provision.paragraph is None and provision.item is None)
    said = {
        "city": pack.id,
        "version": pack.version,
        "articles": Count(articles),
        "provisions": Count(len(pack.provisions)),
    }
    return _COUNTED.of(lang).format(**said)


def by_fate(pack: Pack) -> dict[Became, int]:
    """How many provisions became what."""
    found = Counter(provision.became for provision in pack.provisions)
    return {became: found[became] for became in Became}
