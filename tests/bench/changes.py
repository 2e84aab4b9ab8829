"""How long `check --base` takes on 5,000 claims of which one changed, beside a plain check."""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import builds, thousand

CLAIMS = 5_000
_WHO = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "gc.auto=0"]


def write(root: Path, claims: int) -> None:
    """Fill `root` with a repository of many claims, and change one with a revision that says so."""
    thousand.write(root, claims, builds.PROJECT)
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message=All"]):
        subprocess.run(["git", *_WHO, *words], cwd=root, check=True)
    changed = root / "data" / "claims" / f"claim-{claims // 2}.yml"
    text = changed.read_text(encoding="utf-8").replace("place: The valley", "place: The mill")
    told = (
        "revisions:\n  - date: 2026-11-23\n    kind: correction\n    reason: It was the mill.\n"
        "    was: {place: The valley}\n"
    )
    changed.write_text(text + told, encoding="utf-8")


def measure() -> bool:
    """Print the ratio of the two checks, as whole commands; no figure here can fail."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "many")
        write(root, CLAIMS)
        check = [sys.executable, "-m", "generator.cli", "check", "--root", str(root)]
        what = f"check --base of {CLAIMS:,} claims, one changed / a plain check"
        builds.compare(what, [*check, "--base", "HEAD"], check, builds.whole, 1.3, 5)
    return True
