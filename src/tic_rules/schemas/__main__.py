"""`python -m tic_rules.schemas FOLDER` writes the published schemas into a folder; `make schema` into `schema/`."""

from __future__ import annotations

import sys
from pathlib import Path

from tic_rules.schemas import published


def write(folder: Path) -> None:
    """Writes every schema, and removes those that are no longer published."""
    texts = published()
    for stale in folder.glob("*.schema.json"):
        if stale.name not in texts:
            stale.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    write(Path(sys.argv[1]))
