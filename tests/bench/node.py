"""The programs that `make bench` installs with npm, and what to say when one is missing."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.browser.conftest import BROWSERS

PROJECT = Path(__file__).parent.parent.parent
PROGRAMS = PROJECT / ".venv" / "node" / "node_modules" / ".bin"
OLDEST = (20, 19)


class Missing(Exception):
    """Something is not on this machine; its text is one sentence."""


def program(name: str) -> str:
    """Return the path of an installed program; raises Missing when it cannot run here."""
    node = shutil.which("node")
    said = node and subprocess.run([node, "--version"], capture_output=True, text=True, check=True)
    version = re.match(r"v(\d+)\.(\d+)", said.stdout) if said else None
    if version is None or (int(version[1]), int(version[2])) < OLDEST:
        raise Missing(f"no node {OLDEST[0]}.{OLDEST[1]} or later on the path, so no {name}")
    found = PROGRAMS / name
    if not found.exists():
        raise Missing(f"npm has not installed {name}, so none; `make bench` tries it again")
    return str(found)


def browser() -> str:
    """Return the path of a browser; raises Missing when there is none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise Missing("no Chromium or Chrome on the path; Debian: apt-get install chromium")
    return found
