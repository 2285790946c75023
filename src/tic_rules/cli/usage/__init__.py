"""How each command is typed: its help, its options, its exit codes. What does the work is loaded when it is run."""
