"""Calls functions in a process of its own, which is ended when one of them takes too long."""

import multiprocessing
import signal
import weakref
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, TypeVarTuple

from generator.web.fetched import Unread

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

SECONDS = 20.0
"""What a page may take. A long one takes a tenth of a second."""

_SPARE = 1.0


class Worker:
    """One process that serves call after call, begun with the first.

    It ends with this object, with a call that takes too long and with whoever began it, however
    that ends; the next call begins another.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        """Prepare for calls of at most so many seconds."""
        self._seconds = seconds
        self._pipe: Connection[Any, Any] | None = None
        self._end: Callable[[], object] = lambda: None

    def call(self, function: Callable[[*Ts], T], *arguments: *Ts) -> T:
        """What the function returns or raises there; it goes by its name, the rest as copies.

        Args:
            function: one that stands in a module.
            arguments: what it is called with.

        Raises:
            Unread: when it takes too long, or its process breaks down.
        """
        pipe = self._pipe or self._begun()
        try:
            pipe.send((function, arguments))
            if not pipe.poll(self._seconds):
                raise Unread(f"it takes longer than {self._seconds:g} seconds to take apart")
            done, answer = pipe.recv()
        except (EOFError, OSError):
            self.close()
            raise Unread("its HTML cannot be taken apart") from None
        except BaseException:
            self.close()
            raise
        if done:
            return answer  # type: ignore[no-any-return]  # what came through a pipe has no type
        raise answer

    def close(self) -> None:
        """The process has ended, whatever it was at."""
        self._pipe = None
        self._end()

    def _begun(self) -> "Connection[Any, Any]":
        """The way to a new process that is ready to serve."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._seconds), daemon=True)
        process.start()
        self._end = weakref.finalize(self, _end, process, ours)
        theirs.close()
        try:
            ours.recv()
        except BaseException:
            self.close()
            raise
        self._pipe = ours
        return ours


def _end(process: BaseProcess, pipe: "Connection[Any, Any]") -> None:
    process.kill()
    process.join()
    process.close()
    pipe.close()


def _serve(pipe: "Connection[Any, Any]", seconds: float) -> None:
    """Answer each call, until there is nobody to answer; alone no call goes on for ever.

    An interrupt from the keyboard is the other side's matter.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        pipe.send("ready")
        while True:
            function, arguments = pipe.recv()
            _alarm(seconds + _SPARE)
            try:
                answer = True, function(*arguments)
            except Exception as error:  # goes to whoever called
                answer = False, error
            _alarm(0)
            pipe.send(answer)


def _alarm(seconds: float) -> None:
    """This process ends after so many seconds, where the system knows how; never after 0."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
