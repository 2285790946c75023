"""Packs: YAML in, checked and cited norms out; every error at once, each with its line."""
