"""A pack as generated Python: the truths of the reference engine at the speed of code by hand, and its whole trace.

A truth is a whole number while it is being worked out: 0 is true, -1 is false, and anything above is open, one bit for
each open point. All of several conditions are then their ``|``, whatever they are. The dossier and the constants come
to the code by table: no text of a pack ever becomes source.

A trace is made by a second function, when it is read. What is true is written by ``conditions``, ``measures`` and
``many`` for both; ``steps``, ``chosen``, ``measured`` and ``told`` write beside it the steps that tell why.
"""

from tic_rules.backends.python.decisions import Compiled, Decision, compiled

__all__ = ["Compiled", "Decision", "compiled"]
