"""How fast a decision is, held against the same norms written by hand and against other engines of rules."""
