"""``python -m benchmarks``: the whole table, in Markdown or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from benchmarks.run import FULL, QUICK, run

_PAGE: Final = Path(__file__).parents[1] / "docs" / "performance.md"
_BEGINS: Final = "<!-- the table begins: make bench ARGS=--write -->\n"
_ENDS: Final = "<!-- the table ends -->\n"


def main() -> int:
    """Runs everything; a full run ends with 1 where its control shows that the machine was too busy."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="The whole table of ratios.")
    parser.add_argument("--quick", action="store_true", help="a short run, to see that everything runs")
    parser.add_argument("--json", action="store_true", help="the table as JSON")
    parser.add_argument("--write", action="store_true", help="the table into docs/performance.md as well")
    asked = parser.parse_args()
    table = run(QUICK if asked.quick else FULL, lambda text: print(text, file=sys.stderr))
    print(json.dumps(table.as_data(), ensure_ascii=False, indent=2) if asked.json else table.markdown())
    if asked.write:
        page = _PAGE.read_text("utf-8")
        head, _, rest = page.partition(_BEGINS)
        _PAGE.write_text(f"{head}{_BEGINS}\n{table.markdown()}\n{_ENDS}{rest.partition(_ENDS)[2]}", "utf-8")
    # A short run cannot be steady, and shows nothing but that everything runs.
    return 0 if asked.quick or table.is_steady else 1


if __name__ == "__main__":
    sys.exit(main())
