"""After approval: where a centre stands by its history, what it owes, and what may be proposed against it."""

from tic_rules.lifecycle.status import status

__all__ = ["status"]
