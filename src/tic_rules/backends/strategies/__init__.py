"""Dossiers built by construction from a pack's conditions, and small edits of a pack.

Nothing is drawn blindly and filtered: each norm says what would meet it, fail it or put it on its boundary. A dossier
in the making is a ``Draft``; what it amounts to is read by plain arithmetic that shares no code with the engine, so
that the two can be held against each other. Only ``drawing`` needs Hypothesis.
"""
