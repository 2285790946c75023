"""The catalogue of messages: for each code one sentence and one help, in Chinese and in English.

Templates are filled by name and never glued together; a test holds that both languages name the same values. Each
range of codes has a module of its own.
"""

from __future__ import annotations

from typing import Final

from tic_rules.messages.advice import WARNINGS
from tic_rules.messages.calls import CALLS
from tic_rules.messages.citations import CITATIONS
from tic_rules.messages.command_line import COMMAND_LINE
from tic_rules.messages.conditions import CONDITIONS
from tic_rules.messages.dossiers import DOSSIERS
from tic_rules.messages.files import LOADING
from tic_rules.messages.histories import HISTORIES
from tic_rules.messages.lifecycles import LIFECYCLES
from tic_rules.messages.message import Message
from tic_rules.messages.pack_parts import PACK_PARTS
from tic_rules.messages.quantities import VALUES
from tic_rules.messages.records import RECORD
from tic_rules.messages.registers import REGISTERS

__all__ = [
    "DOSSIER",
    "LOADING",
    "MESSAGES",
    "PACK",
    "RECORDS",
    "USAGE",
    "VALUES",
    "WARNINGS",
    "Message",
]

USAGE: Final[dict[str, Message]] = {**COMMAND_LINE, **CALLS}
DOSSIER: Final[dict[str, Message]] = {**DOSSIERS, **HISTORIES}
PACK: Final[dict[str, Message]] = {**PACK_PARTS, **CITATIONS, **CONDITIONS, **LIFECYCLES}
RECORDS: Final[dict[str, Message]] = {**RECORD, **REGISTERS}
MESSAGES: Final[dict[str, Message]] = {**USAGE, **LOADING, **VALUES, **DOSSIER, **PACK, **RECORDS, **WARNINGS}
