"""The command line: `tic-rules`. Each command is a module of this folder, loaded when it is asked for."""

import sys
from typing import Final

INTERRUPTED: Final = 130
"""The exit code of a program that was ended by Ctrl-C, as a shell counts it."""


def main() -> None:
    """Runs the command line of this process and ends it with the exit code; an early Ctrl-C ends it quietly."""
    try:
        from tic_rules.cli.entry import main as begin

        begin()
    except KeyboardInterrupt:  # before there are streams to say it on, or after
        sys.exit(INTERRUPTED)
