"""``python -m docs.site gather FOLDER`` writes the pages for the builder; ``check FOLDER`` looks at what was built."""

from __future__ import annotations

import sys
from pathlib import Path

from docs.site import checking, gathered


def main(args: list[str]) -> int:
    """Runs one of the two; 1 where something is wrong with the built site, 2 where neither was named."""
    match args:
        case ["gather", folder]:
            sys.stdout.write(f"{gathered.write(Path(folder))} pages\n")
            return 0
        case ["check", folder]:
            found = checking.check(Path(folder))
            for wrong in found:
                sys.stderr.write(f"{wrong.page}: {wrong.what}\n")
            built = sum(1 for _ in Path(folder).rglob("*.html"))
            sys.stdout.write(f"{built} pages built, {len(found)} faults\n")
            return 1 if found else 0
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
