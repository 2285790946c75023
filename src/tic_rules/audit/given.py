"""What a record cannot know by itself: the fields that ``check`` has no means, or no business, to confirm.

A field is named ``Class.field`` as in the published schema. Of every other field any alteration at all is a fault. Those
named here are held against the rest of the record too, and most alterations of them are faults all the same; but some
leave a record that could have been.
"""

from __future__ import annotations

from typing import Final

PRESENTATION: Final = frozenset({
    *("Read.title", "YearsMeasure.title", "ListMeasure.title", "TermMeasure.title", "TermStep.title", "EveryStep.title"),
    *("FindingStep.ask", "FindingStep.decided_by"),
    *("NormResult.title", "NormResult.explain", "NormResult.remedy", "TrackResult.title"),
    *("ReadingResult.taken", "ReadingResult.other", "ReadingResult.why"),
    *("PackRef.title", "PackRef.jurisdiction", "PackRef.issued_by", "PackRef.issued_number"),
})  # fmt: skip
"""Wording for people, which decides nothing: what things are called, asked, explained and remedied."""

_ASKED: Final = frozenset({
    *("Determination.engine", "Determination.question", "Determination.as_of"),
})  # fmt: skip
"""Who asked what, for which day, and what answered."""

_PACK: Final = frozenset({
    *("PackRef.id", "PackRef.version", "PackRef.digest", "PackRef.jurisdiction_code", "PackRef.kind"),
})  # fmt: skip
"""What the pack says. Its digest is recorded: whoever has the pack can hold the record against it."""

_DOSSIER: Final = frozenset({
    *("Determination.applicant", "Determination.dossier_digest"),
})  # fmt: skip
"""What the dossier says. Its digest is recorded: whoever has the dossier can hold the record against it."""

_CALENDAR: Final = frozenset({"Determination.calendar_digest", "ElapsedStep.due"})
"""What the working-day calendar says. Only a period of working days rests on it; the due day of any other is confirmed."""

GIVEN: Final = _ASKED | _PACK | _DOSSIER | _CALENDAR
"""What was given to the decision and is taken from the record as it stands, as long as it fits the rest."""
