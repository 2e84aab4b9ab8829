"""How long a check and a build of 1,000 claims take, as ratios to peers that run in turn with us.

Each figure is the median of the ratios of pairs.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator import pipeline
from tests.bench import plain, thousand

PROJECT = Path(__file__).parent.parent.parent
FACTCHECK = [sys.executable, "-m", "generator.cli"]
CHECK = """
import gc, pathlib, sys, time
from generator import pipeline
gc.disable()  # as the command does
start = time.perf_counter()
checked = pipeline.check(pathlib.Path(sys.argv[1]))
print(time.perf_counter() - start)
assert checked.archive is not None
"""
LOAD = """
import pathlib, sys, time, yaml
start = time.perf_counter()
paths = sorted(pathlib.Path(sys.argv[1], "data").rglob("*.yml"))
values = [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in paths]
print(time.perf_counter() - start)
"""
# Without an address, share cards cannot be made, whatever the number of claims.
QUIET = {**os.environ, "SITE_URL": "", "REPO_URL": "", "NO_MKDOCS_2_WARNING": "1"}
Clock = Callable[[list[str]], float]


def whole(command: list[str]) -> float:
    """Return the wall seconds of a command, start-up included; raises when it fails."""
    start = time.perf_counter()
    subprocess.run(command, cwd=PROJECT, env=QUIET, check=True, capture_output=True)
    return time.perf_counter() - start


def ended(command: list[str]) -> float:
    """Return the same of a check, which may have findings; raises where it could not be done."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=PROJECT, env=QUIET, check=False, capture_output=True)
    if done.returncode not in (0, 1):
        done.check_returncode()
    return time.perf_counter() - start


def printed(command: list[str]) -> float:
    """Return the seconds that a command prints of its own work, start-up left out."""
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    return float(done.stdout)


def compare(
    what: str, ours: list[str], peer: list[str], clock: Clock, most: float | None, pairs: int
) -> None:
    """Print the median ratio of runs in turn, after one run of each that does not count.

    `most` is what it should be at most; None for a figure without an aim.
    """
    clock(ours), clock(peer)
    runs = [(clock(ours), clock(peer)) for _ in range(pairs)]
    ratios = sorted(one / other for one, other in runs)
    own, others = (statistics.median(times) for times in zip(*runs, strict=True))
    ratio = statistics.median(ratios)
    aim = "" if most is None else f"aim: at most {most}x; "
    print(
        f"{what}: {ratio:.2f}x ({aim}{ratios[0]:.2f} to {ratios[-1]:.2f} in "
        f"{pairs} pairs; {own:.2f} s against {others:.2f} s)",
        flush=True,
    )


def measure() -> bool:
    """Print how long 1,000 claims and the real records take; no figure here can fail."""
    with tempfile.TemporaryDirectory() as folder:
        many, peer = Path(folder, "many"), Path(folder, "peer")
        thousand.write(many, 1_000, PROJECT)
        archive = pipeline.check(many).archive
        if archive is None:
            raise SystemExit("the generated records hold errors")
        plain.write(peer, archive)
        compare(
            "check of 1,000 claims / loading the same files with PyYAML's C loader",
            [sys.executable, "-c", CHECK, str(many)],
            [sys.executable, "-c", LOAD, str(many)],
            printed,
            most=1.5,
            pairs=11,
        )
        compare(
            "build of 1,000 claims / plain MkDocs build of equal hand-written pages",
            [*FACTCHECK, "build", "--root", str(many)],
            [sys.executable, "-m", "mkdocs", "-q", "build", "-f", str(peer / "mkdocs.yml")],
            whole,
            most=0.8,
            pairs=3,
        )
        if (many / "site" / "cards").exists():
            raise SystemExit("the build of 1,000 claims drew share cards: its time counts them")
    checks = sorted(whole([*FACTCHECK, "check", "--root", str(PROJECT)]) for _ in range(7))
    print(f"check of the records in data/, start-up included: {checks[3]:.2f} s (median of 7)")
    return True
