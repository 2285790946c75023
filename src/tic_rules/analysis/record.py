"""A comparison as versioned JSON: each column with its whole determination, each row with the norms by their ids."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from tic_rules.ir.record import record_of as determination_of

if TYPE_CHECKING:
    from tic_rules.analysis.comparison import Column, Comparison, Row

FORMAT: Final = "1"
"""The version of the JSON form."""


def record_of(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain data; the norms of a cell stand whole in the determination of its column."""
    return {
        "format": FORMAT,
        "applicant": comparison.applicant,
        "question": comparison.question.value,
        "as_of": comparison.as_of.isoformat(),
        "columns": [_column(column) for column in comparison.columns],
        "rows": [_row(row) for row in comparison.rows],
    }


def to_json(comparison: Comparison) -> str:
    """The comparison as JSON text, a column or row a line: same comparison, same bytes."""
    entries = (f"{_text(key)}: {_lines(value)}" for key, value in record_of(comparison).items())
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _column(column: Column) -> dict[str, Any]:
    return {
        "city": column.determination.pack.id,
        "track": column.track.id,
        "verdict": column.verdict.value,
        "still_asks": [
            {
                "kind": question.point.kind.value,
                "name": question.point.name,
                "about": question.point.about,
                "ask": asdict(question.ask),
                "whom": [asdict(who) for who in question.whom],
                "settles": list(question.settles),
                "touches": list(question.touches),
            }
            for question in column.still_asks
        ],
        "determination": determination_of(column.determination),
    }


def _row(row: Row) -> dict[str, Any]:
    cells = [[norm.id for norm in cell] for cell in row.cells]
    return {"matter": row.matter, "title": asdict(row.title), "cells": cells}


def _lines(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_text, value)) + "\n]"
    return _text(value)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
