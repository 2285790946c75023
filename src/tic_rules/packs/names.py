"""Names that must exist."""

from __future__ import annotations

from collections.abc import Iterable

from tic_rules.errors import Place, nearest
from tic_rules.packs.form import Problems


def named(code: str, name: str, known: Iterable[str], place: Place, problems: Problems) -> bool:
    """Whether a name is among those known; notes a problem with the nearest ones if it is not.

    A name that is empty could not be read, which has been noted.
    """
    names = list(known)
    if name in names:
        return True
    if name:
        near = nearest(name, names, most=3, alike=0.5) or names[:10]
        problems.add(code, place, name=name, known="、".join(near), known_en=", ".join(near))
    return False
