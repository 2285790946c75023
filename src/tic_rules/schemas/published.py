"""Every schema that is published, by the name of its file."""

from __future__ import annotations

import json
from typing import Final

from tic_rules.facts.schema import Schema, Section, dossier_schema, history_schema
from tic_rules.packs.load import load_pack
from tic_rules.packs.schema import pack_schema
from tic_rules.schemas.draft_07 import in_draft_07
from tic_rules.schemas.written import comparison_schema, determination_schema, outcomes_schema, status_schema
from tic_rules.shipped import pack_names

DRAFT_2020_12: Final = "https://json-schema.org/draft/2020-12/schema"


def published() -> dict[str, str]:
    """The text of each schema by its file name, in both drafts."""
    drawn = {
        "dossier": dossier_schema(_sections()),
        "pack": pack_schema(),
        "determination": determination_schema(),
        "outcomes": outcomes_schema(),
        "comparison": comparison_schema(),
        "history": history_schema(),
        "status": status_schema(),
    }
    texts = {}
    for name, schema in drawn.items():
        texts[f"{name}.schema.json"] = _text({"$schema": DRAFT_2020_12} | schema)
        texts[f"{name}.draft-07.schema.json"] = _text(in_draft_07(schema))
    return texts


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _sections() -> list[Section]:
    return [Section(pack.id, pack.title, pack.facts) for pack in map(load_pack, pack_names())]
