"""What a measure is called."""

from __future__ import annotations

from typing import assert_never

from tic_rules.errors import Lang
from tic_rules.ir import steps
from tic_rules.report.catalogue import fill, listed
from tic_rules.report.values import title, window_text


def called(measure: steps.MeasureStep, lang: Lang) -> str:
    """The title of a measure, or of what it is made of."""
    match measure:
        case steps.FactMeasure():
            return title(measure.read, lang)
        case steps.TermMeasure():
            return measure.title.of(lang)
        case steps.ListMeasure():
            return measure.title.of(lang)
        case steps.YearsMeasure():
            return fill("of-years", lang, title=measure.title.of(lang), window=window_text(measure.window, lang))
        case steps.SumMeasure():
            return fill("total-of", lang, items=listed([called(part, lang) for part in measure.parts], lang))
        case steps.LesserMeasure():
            return fill("lesser-of", lang, items=listed([called(item, lang) for item in measure.items], lang))
        case steps.AgeMeasure():
            born, on = title(measure.born, lang), title(measure.on, lang)
            return fill("years-of-age", lang, born=born, on=on)
        case _:
            assert_never(measure)
