"""`python -m tic_rules`: the same as `tic-rules`."""

from tic_rules.cli import main

main()
