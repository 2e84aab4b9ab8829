"""The known-bad corpus: microsites with a fault of every kind, and what a check must find in each.

A check that cannot fail is worse than none, so `python -m tests.knownbad` runs the real command
line on each part of the corpus and compares codes and places with the list beside it. It needs
what a site needs and nothing of the tests. A part is a folder under tests/archives/ that is laid
over the tiny archive, and `<name>.txt`, its findings. A part whose folder holds `before/` and
`after/` becomes a repository of two commits, and the second is checked against the first; what
stands only in `before/` is gone in the second.
"""

import difflib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.records.yamldoc import MAX_BYTES

ARCHIVES = Path(__file__).parent / "archives"
PARTS = ("everything-wrong", "silent-change")
FACTCHECK = (str(Path(sys.executable).with_name("factcheck")),)


def expected(part: str, archives: Path = ARCHIVES) -> str:
    """Return the list of what a check must find in a part, one place and code a line."""
    return (archives / f"{part}.txt").read_text(encoding="utf-8")


def listed(findings: Iterable[tuple[str, int, int, str]]) -> str:
    """Return findings (path, line, column, code) as such a list, in the order that they have."""
    return "".join(
        f"{path.removeprefix('data/')}:{line}:{column} {code}\n"
        for path, line, column, code in findings
    )


def made(part: str, folder: Path) -> Path:
    """Return a new microsite in an empty folder: the tiny archive with a part's faults over it."""
    if (ARCHIVES / part / "after").is_dir():
        return _two_commits(ARCHIVES / part, folder)
    root = _laid(folder, ARCHIVES / part)
    if part == "everything-wrong":  # two of its faults no repository can hold
        (root / "data/topics/large.yml").write_bytes(b"#" * (MAX_BYTES + 1))
        (root / "data/topics/linked.yml").symlink_to("counting.yml")
    return root


def found(part: str, factcheck: Sequence[str] = FACTCHECK) -> str:
    """Return what the command line finds in a part, as a list; raises ValueError when it is clean.

    `factcheck` is the command, as words.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = made(part, Path(folder))
        base = ["--base", "HEAD^"] if (root / ".git").exists() else []
        done = subprocess.run(
            [*factcheck, "check", "--format", "json", *base, "--root", str(root)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode != 1:
        raise ValueError(f"ended with {done.returncode}, not with 1\n{done.stderr}")
    findings = json.loads(done.stdout)["findings"]
    return listed((f["path"], f["line"], f["column"], f["code"]) for f in findings)


def faults(part: str, factcheck: Sequence[str] = FACTCHECK, archives: Path = ARCHIVES) -> list[str]:
    """Return how the findings of a part differ from its list: `-` is missing, `+` is too many."""
    try:
        now = found(part, factcheck).splitlines()
    except ValueError as error:
        return str(error).splitlines()
    differences = difflib.unified_diff(expected(part, archives).splitlines(), now, n=0, lineterm="")
    return [line for line in list(differences)[2:] if not line.startswith("@@")]


def _laid(root: Path, *layers: Path) -> Path:
    for layer in (ARCHIVES / "tiny", *layers):
        shutil.copytree(layer, root, dirs_exist_ok=True)
    return root


def _two_commits(part: Path, root: Path) -> Path:
    _git(root, "init", "--quiet")
    for layer in (part / "before", part / "after"):
        for path in root.iterdir():
            if path.name != ".git":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        _laid(root, layer)
        _git(root, "add", "--all")
        _git(root, "commit", "--quiet", "--message", layer.name)
    return root


def _git(root: Path, *words: str) -> None:
    """Run git with no settings but ours."""
    who = {
        f"GIT_{role}_{what}": "corpus"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **who}
    subprocess.run(["git", *words], cwd=root, env=os.environ | own, check=True)


def main() -> int:
    """Print of each part whether it was found as listed; return 1 when one was not."""
    code = 0
    for part in PARTS:
        wrong = faults(part)
        said = "not as its list says:" if wrong else "every finding as its list says"
        print(f"{part}: {said}", *wrong, sep="\n  ")
        code = code or bool(wrong)
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
