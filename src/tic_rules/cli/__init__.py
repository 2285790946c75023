"""The command line: `tic-rules`. Each command is a module of this folder, loaded when it is asked for."""

from tic_rules.cli.entry import main

__all__ = ["main"]
