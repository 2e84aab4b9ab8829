"""CONTRIBUTING.md leads to a green pull request: its commands are run and print what it says.

`UPDATE_CONTRIBUTING=1` pastes what they print now.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.specimens import ROOT, _patched, repository

GUIDE = ROOT / "CONTRIBUTING.md"
RECORD = "data/claims/questioned-us-support.yml"

_BLOCK = re.compile(r"(?ms)^```(\w+)(?: ([^\n]+))?\n(.*?)^```$")
_COMMAND = re.compile(r"(?m)^\$ (.+(?:\n> .+)*)\n((?:(?!\$ ).*\n)*)")


@dataclass(frozen=True)
class Block:
    """One fenced block of the guide: what it is, the file that it is about, and what it holds."""

    kind: str
    path: str
    text: str


def blocks(text: str) -> list[Block]:
    """Every fenced block of a text, in order."""
    return [Block(kind, path, body) for kind, path, body in _BLOCK.findall(text)]


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """The commands of a block as typed, each with what is printed below it."""
    for typed, printed in _COMMAND.findall(block.text):
        yield typed.replace("\n> ", "\n"), printed


def alike(printed: str) -> str:
    """What was printed, without what changes as the archive grows and the days go by."""
    printed = re.sub(r"\b\d+ claims checked", "… claims checked", printed)
    printed = re.sub(r"date: 20\d\d-\d\d-\d\d", "date: …", printed)
    return re.sub(r"(greatest-salesman\.yml):\d+:", r"\1:…:", printed)


class Clone:
    """A copy of the repository with a history of one commit, and a way to type commands in it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "clone"
        for path in repository():
            copy = self.root / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
        program = self.root / ".venv/bin/factcheck"
        program.parent.mkdir(parents=True)
        program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m generator.cli \"$@\"\n")
        program.chmod(0o755)
        who = {"NAME": "A Contributor", "EMAIL": "contributor@example.org"}
        named = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in who.items()}
        self.environment = {
            **{name: os.environ[name] for name in ("PATH",) if name in os.environ},
            **named,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
        }
        self.type("git init -q -b main && git add --all && git commit -q -m Begin")
        self.type("git update-ref refs/remotes/origin/main HEAD && git switch -q -c example")

    def type(self, command: str) -> str:
        """Return what a command prints, on either of its ways out."""
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.root,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=120,
        )
        return done.stdout

    def follow(self, block: Block) -> str:
        """Do what a block says; return it with what its commands print now."""
        path = self.root / block.path
        if block.kind == "yaml" and block.path:
            path.write_text(block.text, encoding="utf-8")
        if block.kind == "diff":
            path.write_text(_patched(path.read_text(encoding="utf-8"), block.text))
        if block.kind != "console":
            return block.text
        lines = []
        for typed, _ in commands(block):
            shown = "$ " + typed.replace("\n", "\n> ") + "\n"
            lines.append(shown + self.type(typed))
        return "".join(lines)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A fresh clone of this repository."""
    return Clone(tmp_path_factory.mktemp("walk"))


@pytest.mark.slow
def test_the_walk(clone: Clone) -> None:
    """Every command of the guide prints what the guide says, and at the end all is well."""
    guide = GUIDE.read_text(encoding="utf-8")
    followed = [(block, clone.follow(block)) for block in blocks(guide)]
    if os.environ.get("UPDATE_CONTRIBUTING"):
        for block, now in followed:
            if alike(now) != alike(block.text):
                guide = guide.replace(f"\n{block.text}```\n", f"\n{now}```\n", 1)
        GUIDE.write_text(guide, encoding="utf-8")
    else:
        assert [alike(now) for _, now in followed] == [alike(block.text) for block, _ in followed]
    paste = clone.type(
        f".venv/bin/factcheck revise claims/{Path(RECORD).stem}"
        " --kind wording --reason 'It is shorter.'"
    )
    with (clone.root / RECORD).open("a", encoding="utf-8") as record:
        record.write(f"revisions:\n{paste}")
    for base in ("HEAD", "origin/main"):
        found = clone.type(f".venv/bin/factcheck check --strict --base {base}; echo $?")
        assert re.fullmatch(r"\d+ claims checked, nothing found\n0\n", found)
    assert "built" in clone.type(".venv/bin/factcheck build")
    page = clone.root / "site/claims" / Path(RECORD).stem / "index.html"
    assert "questioned how much support" in page.read_text(encoding="utf-8")


def test_the_guide_has_a_walk() -> None:
    """The guide has commands that print something, a record, and changes of it."""
    found = blocks(GUIDE.read_text(encoding="utf-8"))
    assert {block.kind for block in found} == {"sh", "console", "yaml", "diff"}
    assert {block.path for block in found if block.kind in ("yaml", "diff")} == {RECORD}
    typed = [command for block in found if block.kind == "console" for command in commands(block)]
    silent = [command for command, printed in typed if not printed]
    assert len(typed) >= 10
    assert all(command.startswith("git ") for command in silent)
    for needed in ("new claim", "check --strict --base origin/main", "diff --base origin/main"):
        assert any(needed in command for command, _ in typed)


def test_the_example_stays_an_example() -> None:
    """The record that the guide builds is not in the archive."""
    assert not (ROOT / RECORD).exists()
