"""How a test calls `factcheck`: in its own process, with what was printed and the exit code."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Ended:
    """How a call of the command ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]
