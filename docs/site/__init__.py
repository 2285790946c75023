"""The documentation site: what is written by hand, and a reference made from the models and the packs."""
