"""The language carried onto other machines: each backend is a walk over the same conditions."""
