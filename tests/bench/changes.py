"""How long `check --base` takes on 5,000 claims after a small and two wide changes.

Each is measured beside a plain check of the same records.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import builds, thousand

CLAIMS = 5_000
MANY = 300
_WHO = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "gc.auto=0"]
_PAGE = """\
# yaml-language-server: $schema=../schemas/source.schema.json
outlet: Page {number}
title: The valley on page {number}
url: unknown
published: {{date: 2025-02}}
kind: original
origin: desk-0
"""
_QUOTED = "  - {{source: page-{number}, stance: states, excerpt: It was so on page {number}.}}\n"


def write(root: Path, claims: int, many: int = MANY) -> None:
    """Fill `root` with a repository of many claims, the first of which quote a page each."""
    thousand.write(root, claims, builds.PROJECT)
    for number in range(min(many, claims)):
        page = root / "data" / "sources" / f"page-{number}.yml"
        page.write_text(_PAGE.format(number=number), encoding="utf-8")
        _edit(_claim(root, number), "looked_in:", _QUOTED.format(number=number) + "looked_in:")
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message=All"]):
        _git(root, *words)


def change_one(root: Path, claims: int) -> None:
    """Change one claim, with a revision that says so."""
    changed = _claim(root, claims // 2)
    told = (
        "revisions:\n  - date: 2026-11-23\n    kind: correction\n    reason: It was the mill.\n"
        "    was: {place: The valley}\n"
    )
    _edit(changed, "place: The valley", "place: The mill")
    changed.write_text(changed.read_text(encoding="utf-8") + told, encoding="utf-8")


def change_sources(root: Path, many: int = MANY) -> None:
    """Change two fields of each of many sources, and say so nowhere."""
    for number in range(many):
        page = root / "data" / "sources" / f"page-{number}.yml"
        _edit(page, "title: The valley", "title: The hill")
        _edit(page, "date: 2025-02", "date: 2025-01")


def rename_claims(root: Path, many: int = MANY) -> None:
    """Give many claims another id, by which others name them, and no former one."""
    for number in range(many):
        _claim(root, number).rename(root / "data" / "claims" / f"renamed-{number}.yml")
    for number in range(many + 1):
        now = root / "data" / "claims" / f"renamed-{number}.yml"
        path, former = now if number < many else _claim(root, number), max(0, number - 1)
        _edit(path, f"related: [claim-{former}]", f"related: [renamed-{former}]")


def restore(root: Path) -> None:
    """Put every record back to what was committed."""
    _git(root, "checkout", "--quiet", ".")
    _git(root, "clean", "--quiet", "--force", "-d", "data")


def _claim(root: Path, number: int) -> Path:
    return root / "data" / "claims" / f"claim-{number}.yml"


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise SystemExit(f"{path.name} does not hold {old!r} once")
    path.write_text(text.replace(old, new), encoding="utf-8")


def _git(root: Path, *words: str) -> None:
    subprocess.run(["git", *_WHO, *words], cwd=root, check=True)


def measure() -> bool:
    """Print the ratio of the two checks, as whole commands; no figure here can fail."""
    changes: tuple[tuple[str, Callable[[Path], None], float | None, int], ...] = (
        ("one changed", lambda root: change_one(root, CLAIMS), 1.3, 5),
        (f"{MANY} sources with two fields each changed", change_sources, None, 3),
        (f"{MANY} renamed without `formerly`", rename_claims, None, 3),
    )
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "many")
        write(root, CLAIMS)
        check = [sys.executable, "-m", "generator.cli", "check", "--root", str(root)]
        for what, change, most, pairs in changes:
            change(root)
            told = f"check --base of {CLAIMS:,} claims, {what} / a plain check"
            builds.compare(told, [*check, "--base", "HEAD"], check, builds.ended, most, pairs)
            restore(root)
    return True
