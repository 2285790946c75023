"""The looks of the HTML report: its own ground and ink in light and in dark, and black on white on paper.

Light or dark is the reader's: what the notebook or page around it says of itself, else what the system prefers.
"""

from __future__ import annotations

import re
from typing import Final

_ROOT: Final = "section.tic-rules.tic-rules"
"""The class is written twice, so that these rules outweigh those of a notebook for its tables and lists."""

_LIGHT: Final = """color-scheme: light; --ink: #1c1e21; --ground: #ffffff; --quiet: #575c63; --line: #d5d8dc;
  --wash: #f4f5f7; --good: #17692f; --bad: #b3151c; --open: #855000; --review: #1a4fa3;"""
_DARK: Final = """color-scheme: dark; --ink: #e4e6e9; --ground: #1b1d21; --quiet: #a9afb7; --line: #3b4047;
  --wash: #25282d; --good: #72d18c; --bad: #ff8f8f; --open: #f0bd60; --review: #92b9ff;"""
_PAPER: Final = """color-scheme: light; --ink: #000000; --ground: #ffffff; --quiet: #333333; --line: #888888;
  --wash: #ffffff; --good: #000000; --bad: #000000; --open: #000000; --review: #000000;"""

_SAYS_LIGHT: Final = (
    '[data-jp-theme-light="true"]',
    '[data-vscode-theme-kind="vscode-light"]',
    'html[theme="light"]',
    '[data-theme="light"]',
)
"""How Jupyter, VS Code, Colab and the makers of documentation say that they are light."""
_SAYS_DARK: Final = (
    '[data-jp-theme-light="false"]',
    '[data-vscode-theme-kind="vscode-dark"]',
    'html[theme="dark"]',
    '[data-theme="dark"]',
)

_RULES: Final = """
{ color: var(--ink); background: var(--ground); border: 1px solid var(--line); border-radius: 4px;
  padding: 1.1em 1.4em; margin: .5em 0; max-width: 60em; line-height: 1.65; overflow-wrap: anywhere; text-align: left;
  font-family: system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; font-size: 14px; }
p { margin: 0; }
h3 { margin: .35em 0 .1em; font-size: 1.5em; line-height: 1.35; font-weight: bold; color: var(--ink); }
h4 { margin: 1.4em 0 .4em; font-size: 1.08em; line-height: 1.4; font-weight: bold; color: var(--ink); }
h5 { margin: 1em 0 .2em; font-size: 1em; font-weight: bold; color: var(--ink); }
h3 .mark { margin-right: .5em; }
.mark { white-space: nowrap; }
.good { color: var(--good); }
.bad { color: var(--bad); }
.open { color: var(--open); }
.review { color: var(--review); }
h3.verdict { color: var(--ink); }
dl { margin: .2em 0 0; }
dl > div { margin: 0; }
dt, dd { display: inline; float: none; margin: 0; padding: 0; font-weight: normal; }
dt { color: var(--quiet); }
.asked { margin-top: .8em; padding-top: .6em; border-top: 1px solid var(--line); }
.notes { color: var(--quiet); font-size: .93em; }
table { width: 100%; margin: 0; border: 0; border-collapse: collapse; table-layout: auto; font-size: 1em; }
tr, thead tr, tbody tr { background: none; border: 0; line-height: inherit; }
th, td { padding: .45em 0; border: 0; border-top: 1px solid var(--line); vertical-align: top; text-align: left;
  font-weight: normal; color: var(--ink); line-height: inherit; white-space: normal; max-width: none; }
thead th { padding: .15em 0; border-top: 1px solid var(--ink); color: var(--quiet); font-size: .93em; }
th:first-child { width: 14em; padding-right: 1.2em; }
tbody th { font-weight: bold; }
table { border-bottom: 1px solid var(--ink); }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0; }
.part > ul > li, .all > li { border-top: 1px solid var(--line); padding: .4em 0; }
.cite { margin-right: .4em; }
details { margin: .15em 0; }
summary { cursor: pointer; }
td summary, li summary { font-size: .93em; }
> details { border-top: 1px solid var(--line); padding-top: .6em; margin-top: 1em; }
.trace { background: var(--wash); border-radius: 3px; padding: .4em .8em; margin: .2em 0 .4em; font-size: .93em; }
.wide { overflow-x: auto; }
.quiet { color: var(--quiet); }
.wide th, .wide td { padding-right: .9em; }
.wide td .mark { white-space: normal; }
.ways th, .ways td { overflow-wrap: break-word; min-width: 6.6em; }
.ways th:first-child { min-width: 10em; position: sticky; left: 0; background: var(--ground); }
.trace ul { margin-left: .35em; padding-left: 1em; border-left: 1px solid var(--line); }
"""
"""A rule to a line or more, its selectors being what stands within the report; a rule without any is the report's."""


def _within(rules: str) -> str:
    """The rules with the report's own element before each selector."""
    made: list[str] = []
    for selectors, body in re.findall(r"([^{}]*)\{([^{}]*)\}", rules):
        each = (f"{_ROOT} {selector.strip()}".strip() for selector in selectors.split(","))
        made.append(f"{', '.join(each)} {{{body}}}")
    return "\n".join(made)


def _themed(said: tuple[str, ...], colours: str) -> str:
    return f"{', '.join(f'{place} {_ROOT}' for place in said)} {{ {colours} }}"


STYLE: Final = "\n".join(
    (
        "",
        f"{_ROOT} {{ {_LIGHT} }}",
        f"@media (prefers-color-scheme: dark) {{ {_ROOT} {{ {_DARK} }} }}",
        _themed(_SAYS_LIGHT, _LIGHT),
        _themed(_SAYS_DARK, _DARK),
        _within(_RULES),
        f"@media (max-width: 560px) {{ {_ROOT} {{ padding: .8em; }} {_ROOT} th:first-child {{ width: 7.6em; }} }}",
        f"{_ROOT}.compared {{ max-width: 100em; }}",
        f"@media print {{ {_ROOT}.tic-rules.tic-rules {{ {_PAPER}",
        "  border: 0; padding: 0; max-width: none; font-size: 10.5pt; }",
        f"  {_ROOT} tr, {_ROOT} li {{ break-inside: avoid; }} {_ROOT} h4, {_ROOT} h5 {{ break-after: avoid; }} }}",
        "",
    )
)
"""Nothing in it is data, and nothing in it reaches for a file or a host."""
