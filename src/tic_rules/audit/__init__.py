"""Confirms a recorded determination from the record alone; stands on ``tic_rules.truth`` and nothing else of ours.

It reads the JSON form and works out every parent again from its children: whoever holds a record needs to trust
neither the engine nor the pack nor this project's other parts to know that what it says follows from what it read.

    import json
    from tic_rules.audit import check

    for fault in check(json.loads(text)):
        print(fault.says("en"))
"""

from __future__ import annotations

from collections.abc import Mapping

from tic_rules.audit.faults import EndlessError, Fault, Faults
from tic_rules.audit.form import check_form
from tic_rules.audit.given import GIVEN, PRESENTATION
from tic_rules.audit.ledger import Ledger
from tic_rules.audit.whole import audit_whole

__all__ = ["GIVEN", "PRESENTATION", "Fault", "check"]


def check(record: Mapping[str, object]) -> list[Fault]:
    """Every fault of a recorded determination, in order; none: confirmed. Any JSON value at all may be given.

    Confirmed are the form; every amount from the text read and from its parts; every truth, margin, due day, window and
    open point from what stands below it; status, tracks, verdict and other readings from the norms; standing from the
    dates; citations from their numbers; and that a fact reads the same in every place.

    Not confirmed is what nobody can know who has the record alone: that the pack demands this, that the dossier says
    this, that these days are working days (``GIVEN``), and all wording that decides nothing (``PRESENTATION``). A
    record in which what was given is altered together with all that follows from it is another sound record: only
    deciding again from pack and dossier tells.
    """
    form = Faults()
    try:
        check_form(record, "Determination", "", form)
        if form.found:
            return form.found
        ledger = Ledger(record)
        audit_whole(ledger, record)
    except (RecursionError, EndlessError):
        form.demand(False, "form", "", "…", "a record that has an end")
        return form.found
    return ledger.found
