"""One module a command: the terminal, the clock and the exit codes; the work is done below."""
