"""The looks of the HTML report: its own ground and ink in light and in dark, and black on white on paper."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
.tic-rules { --ink: #1c1e21; --ground: #ffffff; --quiet: #575c63; --line: #d5d8dc; --wash: #f4f5f7;
  --good: #17692f; --bad: #b3151c; --open: #855000; --review: #1a4fa3;
  color: var(--ink); background: var(--ground); border: 1px solid var(--line); border-radius: 6px;
  padding: 1em 1.25em; max-width: 62em; line-height: 1.6; overflow-wrap: anywhere; text-align: left;
  font-family: system-ui, Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif; font-size: 14px; }
@media (prefers-color-scheme: dark) { .tic-rules { --ink: #e4e6e9; --ground: #1b1d21; --quiet: #a9afb7;
  --line: #3b4047; --wash: #25282d; --good: #72d18c; --bad: #ff8f8f; --open: #f0bd60; --review: #92b9ff; } }
.tic-rules p { margin: 0; }
.tic-rules .pack, .tic-rules dt { color: var(--quiet); }
.tic-rules h3 { margin: .7em 0 .1em; font-size: 1.5em; line-height: 1.35; color: var(--ink); }
.tic-rules h4 { margin: 1.3em 0 .3em; font-size: 1.05em; color: var(--ink); }
.tic-rules .good { color: var(--good); } .tic-rules .bad { color: var(--bad); }
.tic-rules .open { color: var(--open); } .tic-rules .review { color: var(--review); }
.tic-rules h3.verdict { color: var(--ink); }
.tic-rules h3 .mark { margin-right: .4em; }
.tic-rules dl { margin: .3em 0; } .tic-rules dl div { margin: 0; }
.tic-rules dt, .tic-rules dd { display: inline; margin: 0; font-weight: normal; }
.tic-rules dt::after { content: "  "; white-space: pre; }
.tic-rules .asked div { display: inline-block; margin-right: 2em; }
.tic-rules .notes { color: var(--quiet); font-size: .93em; margin: .1em 0 .3em; }
.tic-rules ul { margin: 0; padding: 0; list-style: none; }
.tic-rules .part > ul > li { border-top: 1px solid var(--line); padding: .4em 0; }
.tic-rules .cite { white-space: nowrap; margin-right: .4em; }
.tic-rules details { margin: .2em 0; } .tic-rules summary { cursor: pointer; }
.tic-rules > details { border-top: 1px solid var(--line); padding-top: .6em; margin-top: 1em; }
.tic-rules .trace { background: var(--wash); border-radius: 4px; padding: .4em .8em; font-size: .93em; }
.tic-rules .trace ul { margin-left: .3em; padding-left: 1em; border-left: 1px solid var(--line); }
.tic-rules code { color: var(--quiet); background: none; font-size: .92em; padding: 0; }
@media print { .tic-rules { --ink: #000000; --ground: #ffffff; --quiet: #333333; --line: #999999; --wash: #ffffff;
  --good: #000000; --bad: #000000; --open: #000000; --review: #000000; border: 0; padding: 0; max-width: none;
  font-size: 10.5pt; }
  .tic-rules li, .tic-rules h4 { break-inside: avoid; } .tic-rules h4 { break-after: avoid; } }
"""
"""No quotation mark of it is data, and nothing in it reaches for a file or a host."""
