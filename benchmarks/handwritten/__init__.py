"""Shijiazhuang's 48 entry norms as a careful programmer would write them for speed, without any engine.

The yardstick of the benchmarks: the same dossiers in, the same Kleene values with the same open points out, the same
dossiers refused. It borrows the project's models, and its readers for rare ways of writing.
"""

from benchmarks.handwritten.amounts import RefusedError
from benchmarks.handwritten.norms import Decided, decide

__all__ = ["Decided", "RefusedError", "decide"]
