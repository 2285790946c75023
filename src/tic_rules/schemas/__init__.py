"""The published JSON Schemas: of a dossier, a pack, a determination, and of what `check` writes about several.

Each is drawn from the code that reads or writes the thing itself, in the drafts 2020-12 and 07. The files in
``schema/`` are written by ``python -m tic_rules.schemas``; a test holds that they are current.
"""

from tic_rules.schemas.published import published

__all__ = ["published"]
