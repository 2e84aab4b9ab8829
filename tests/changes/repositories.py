"""Small git repositories: a microsite, committed, and what a change of it makes a check find."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from generator import pipeline
from generator.commands import revision
from tests.specimens import TINY

Edit = Callable[[dict[str, Any]], object]

_ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_NAME": "A" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "a@example.org" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_DATE": "2026-11-22T12:00:00Z" for who in ("AUTHOR", "COMMITTER")},
}


def git(root: Path, *words: str) -> str:
    """Return what git says, in a repository of its own that knows nothing of the machine's."""
    done = subprocess.run(
        ["git", "-C", str(root), *words],
        env=_ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def repository(folder: Path, like: Path = TINY) -> Path:
    """Return a repository of one commit that holds a copy of a microsite."""
    root = shutil.copytree(like, folder / "repository")
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "The microsite")
    return root


def commit(root: Path, message: str = "A change") -> None:
    """Commit all that stands in the work tree."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)


def edit(root: Path, record: str, change: Edit) -> None:
    """Change a record such as `claims/bridge-closed`, or `verdicts/garbled`, as a value."""
    kind, _, id_ = record.partition("/")
    path = root / "data" / ("verdicts.yml" if kind == "verdicts" else f"{record}.yml")
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    value = yaml.load(rest, yaml.BaseLoader)  # noqa: S506  it makes texts, lists and mappings only
    change(value[id_] if kind == "verdicts" else value)
    written = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    path.write_text(f"{first}\n{written}", encoding="utf-8")


def found(root: Path, base: str = "HEAD~1") -> list[str]:
    """Return the findings on change since the base, as `path: code message`, by place."""
    checked = pipeline.check(root, base=revision.at(root, base))
    return [
        f"{f.place.path.removeprefix('data/')}: {f.code} {f.message}"
        for f in checked.findings
        if f.code.startswith("E6")
    ]
