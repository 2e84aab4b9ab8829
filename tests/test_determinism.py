"""Two builds of the same records are the same bytes, whatever the machine and the day."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ADDRESS = "https://example.org/some-repo/"

pytestmark = pytest.mark.slow

# Another machine: 400 days on, with every folder listed backwards, and files for their owner only.
ELSEWHERE = """
import datetime, os, time

AHEAD = 400 * 86400
clock, clock_ns, local, utc = time.time, time.time_ns, time.localtime, time.gmtime
time.time = lambda: clock() + AHEAD
time.time_ns = lambda: clock_ns() + AHEAD * 10**9
time.localtime = lambda at=None: local(time.time() if at is None else at)
time.gmtime = lambda at=None: utc(time.time() if at is None else at)


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()


class Today(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


datetime.datetime, datetime.date = Later, Today

scan, listed = os.scandir, os.listdir


class Backwards:
    def __init__(self, *given):
        with scan(*given) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


os.scandir = Backwards
os.listdir = lambda *given: sorted(listed(*given), reverse=True)
os.umask(0o077)
"""


def build(root: Path, **environment: str) -> dict[str, bytes]:
    """Return every file of the real site, built in a copy of its microsite at `root`."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", "--root", str(root)],
        cwd=root,
        env=kept | {"SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    files = (path for path in (root / "site").rglob("*") if path.is_file())
    return {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The real site as it is built here and now."""
    return build(
        tmp_path_factory.mktemp("here") / "site of ours",
        PYTHONPATH=str(ROOT),
        PYTHONHASHSEED="1",
        TZ="Pacific/Kiritimati",
        LC_ALL="C.UTF-8",
    )


def elsewhere(folder: Path, customize: str) -> dict[str, bytes]:
    """Return the real site as it is built on a machine that is other in everything."""
    (folder / "machine").mkdir()
    (folder / "machine" / "sitecustomize.py").write_text(customize, encoding="utf-8")
    return build(
        folder / "a" / "deeper" / "Ort, anderswo",
        PYTHONPATH=os.pathsep.join([str(ROOT), str(folder / "machine")]),
        PYTHONHASHSEED="4242",
        TZ="America/Adak",
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        LANGUAGE="de:fr",
    )


def test_two_builds_are_the_same_bytes(here: dict[str, bytes], tmp_path: Path) -> None:
    """Day, path, time zone, hash seed, locale, umask and order of files change no byte."""
    there = elsewhere(tmp_path, ELSEWHERE)
    assert there.keys() == here.keys()
    assert [path for path in here if here[path] != there[path]] == []
    assert len(here) > 50
    assert b"<lastmod>2026-" in here["sitemap.xml"]


def test_the_other_machine_is_other(tmp_path: Path) -> None:
    """What makes the second build other is at work: its clock, its folders and its permissions."""
    (tmp_path / "machine").mkdir()
    (tmp_path / "machine" / "sitecustomize.py").write_text(ELSEWHERE, encoding="utf-8")
    for name in ("a", "b", "c"):
        (tmp_path / name).touch()
    asked = (
        "import datetime, os, pathlib, time; print(datetime.date.today(), datetime.datetime.now(),"
        " time.time(), [p.name for p in pathlib.Path().iterdir()],"
        " [e.name for e in os.scandir()], oct(os.umask(0)))"
    )
    said = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path / "machine"), "TZ": "UTC"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    day, now, _, clock, rest = said.split(" ", 4)
    assert day == now
    assert float(clock) > (tmp_path / "a").stat().st_mtime + 399 * 86400
    assert rest.count("['machine', 'c', 'b', 'a']") == 2
    assert rest.endswith("0o77\n")
