"""The typed language of conditions, norms and determinations: data that knows nobody."""
