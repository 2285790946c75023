"""What a record cannot know by itself: the fields that ``check`` has no means, or no business, to confirm.

A field is named ``Class.field`` as in the published schema. Of every other field any alteration at all is a fault.
Those given are held against the rest of the record too, and most alterations of them are faults all the same; but some
leave a record that could have been.
"""

from __future__ import annotations

from typing import Final

PRESENTATION: Final = frozenset({
    *("Read.title", "YearsMeasure.title", "ListMeasure.title", "TermMeasure.title", "TermStep.title"),
    *("EveryStep.title", "SeatStep.place_title", "FindingStep.ask", "FindingStep.decided_by"),
    *("NormResult.title", "NormResult.explain", "NormResult.remedy", "TrackResult.title"),
    *("ReadingResult.taken", "ReadingResult.other", "ReadingResult.why"),
    *("PackRef.title", "PackRef.jurisdiction", "PackRef.issued_by", "PackRef.issued_number"),
})  # fmt: skip
"""Wording for people, which decides nothing: what things are called, asked, explained and remedied."""

_ASKED: Final = frozenset({
    *("Determination.engine", "Determination.question", "Determination.asked_tracks", "Determination.as_of"),
})  # fmt: skip
"""What answered, and what it was asked, for which day."""

_PACK: Final = frozenset({
    # which pack, and from when to when it is in force
    *("PackRef.id", "PackRef.version", "PackRef.digest", "PackRef.jurisdiction_code", "PackRef.kind"),
    *("Standing.start", "Standing.end", "Standing.earliest", "Standing.latest"),
    # which tracks and norms it has, and what they cite and rest on
    *("Determination.tracks", "TrackResult.id", "NormResult.tracks", "NormResult.cites", "NormResult.strength"),
    *("NormResult.when", "NormResult.readings", "ReadingResult.other_when", "ReadingResult.other_strength"),
    # how a condition is joined, and of what parts: one that settles nothing can be left out unseen
    *("AllStep.kind", "AllStep.children", "AnyStep.kind", "AnyStep.children", "SumMeasure.parts"),
    *("LesserMeasure.items",),
    *("TermStep.id", "TermMeasure.id", "FindingStep.id", "ListMeasure.path", "ListMeasure.each", "ListMeasure.stated"),
    *("YearsMeasure.path", "YearsMeasure.stated", "YearsMeasure.window", "WindowStep.window", "EveryStep.path"),
    # what they are held against, where another demand comes out alike; amounts are confirmed by how they are written
    *("CompareStep.op", "DayStep.op", "ChoiceStep.allowed", "LevelStep.scale", "SeatStep.place", "NameStep.template"),
    *("CompareStep.printed", "ProportionStep.printed", "ElapsedStep.printed", "LevelStep.printed"),
    *("ProportionStep.proportion", "ProportionStep.if_zero", "ElapsedStep.counts_first_day"),
})  # fmt: skip
"""What the pack says. Its digest is recorded: whoever has the pack can hold the record against it."""

_DOSSIER: Final = frozenset({
    *("Determination.applicant", "Determination.dossier_digest"),
    *("Determination.application_state", "Determination.application_day"),
    # a fact that is read in one place, and another that would have come out alike
    *("Read.path", "Read.state", "Read.text", "YearStep.until", "YearsMeasure.registered"),
    # what members are called, and of a list no member or the last ones
    *("MemberStep.name", "EveryMember.name", "ListMeasure.state", "ListMeasure.members", "EveryStep.state"),
    *("EveryStep.members",),
    # what people decided, and what was not looked at
    *("FindingStep.note", "FindingStep.by", "FindingStep.on", "FindingStep.basis"),
    *("Determination.left_out", "LeftOut.path", "LeftOut.name", "LeftOut.why"),
})  # fmt: skip
"""What the dossier says. Its digest is recorded: whoever has the dossier can hold the record against it."""

_CALENDAR: Final = frozenset({"Determination.calendar_digest", "ElapsedStep.due"})
"""What the working-day calendar says; the due day of a period of years, months or days is confirmed."""

GIVEN: Final = _ASKED | _PACK | _DOSSIER | _CALENDAR
"""What was given to the decision and is taken from the record as it stands, as long as it fits the rest."""
