"""What takes too long is ended, and no process is left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.web.fetched import Unread
from generator.web.reading import Reader
from generator.web.worker import Worker
from tests.web.site import Answer, Site, fetcher

pytestmark = pytest.mark.slow  # each begins processes
ROOT = Path(__file__).parent.parent.parent
LONG = "it takes longer than 0.5 seconds to take apart"


def test_one_process_serves_many_calls() -> None:
    """Every call is answered by the same process, which is not ours and ends when told."""
    worker = Worker()
    first, second = worker.call(os.getpid), worker.call(os.getpid)
    assert first == second != os.getpid()
    assert [child.pid for child in multiprocessing.active_children()] == [first]
    worker.close()
    assert multiprocessing.active_children() == []


def test_it_ends_with_whoever_holds_it() -> None:
    """A worker that nobody holds any more leaves no process behind."""
    Worker().call(os.getpid)
    assert multiprocessing.active_children() == []


def test_what_takes_too_long() -> None:
    """A call that takes too long is ended with its process; the next one is served."""
    worker = Worker(0.5)
    began = time.monotonic()
    with pytest.raises(Unread, match=f"^{LONG}$"):
        worker.call(time.sleep, 60.0)
    assert time.monotonic() - began < 10
    assert multiprocessing.active_children() == []
    assert worker.call(abs, -1) == 1
    worker.close()


@pytest.mark.parametrize(("function", "argument"), [(os._exit, 0), (signal.raise_signal, 9)])
def test_what_breaks_down(function: Callable[[int], object], argument: int) -> None:
    """A process that breaks down is a page that cannot be read, and the next call is served."""
    worker = Worker()
    with pytest.raises(Unread, match=r"^its HTML cannot be taken apart$"):
        worker.call(function, argument)
    assert worker.call(abs, -1) == 1
    worker.close()


def test_what_is_raised_there_is_raised_here() -> None:
    """An error of a call is the caller's, and the process goes on."""
    worker = Worker()
    before = worker.call(os.getpid)
    with pytest.raises(ValueError, match=r"invalid literal"):
        worker.call(int, "x")
    assert worker.call(os.getpid) == before
    worker.close()


CALLER = """\
import os, sys, time
from generator.web.worker import Worker

if __name__ == "__main__":
    worker = Worker(float(sys.argv[1]))
    print(worker.call(os.getpid), flush=True)
    worker.call(time.sleep, 60.0)
"""


@pytest.mark.parametrize(
    ("sent", "limit", "ended", "told"),
    [
        (signal.SIGINT, "30", -signal.SIGINT, "KeyboardInterrupt"),
        (signal.SIGKILL, "1", -signal.SIGKILL, ""),
    ],
)
def test_whoever_began_it_ends(
    tmp_path: Path, sent: signal.Signals, limit: str, ended: int, told: str
) -> None:
    """An interrupt ends both at once, and says so once; alone a process soon ends by itself."""
    (tmp_path / "caller.py").write_text(CALLER, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, tmp_path / "caller.py", limit],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    ) as caller:
        assert caller.stdout is not None
        assert int(caller.stdout.readline()) != caller.pid
        time.sleep(0.2)
        if sent == signal.SIGINT:
            os.killpg(caller.pid, sent)
        else:
            caller.kill()
        _, complaint = caller.communicate(timeout=10)  # until nobody holds the other ends
    assert caller.returncode == ended
    assert complaint.count("Traceback") == (1 if told else 0)
    assert complaint.strip().endswith(told)


def test_a_page_made_to_take_long(site: Site) -> None:
    """A page that keeps the parser at work is not read; the one after it is."""
    many = " ".join(f"a{number}=1" for number in range(60_000))
    site.pages["/long"] = Answer(f"<html><body><p {many}>Closed.</p></body></html>".encode())
    site.pages["/short"] = Answer(b"<html><body><p>Closed.</p><p>Open.</p></body></html>")
    reader = Reader(fetcher(), Worker(0.5))
    with pytest.raises(Unread, match=f"^{LONG}$"):
        reader.text(site.at("/long"))
    assert reader.text(site.at("/short")) == "Closed.\nOpen.\n"
    reader.worker.close()
