"""The records at a commit, read as the work tree is."""

from pathlib import Path

import click
import pytest

from generator.commands import revision
from generator.records.reading import read
from generator.records.tree import WorkTree
from generator.records.yamldoc import MAX_BYTES
from tests.changes.repositories import commit, git, repository
from tests.specimens import TINY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository of one commit."""
    return repository(tmp_path)


def test_a_commit_is_read_as_the_work_tree(root: Path) -> None:
    """The tree of a commit lists and gives what was committed, whatever stands there now."""
    (root / "data/topics/counting.yml").unlink()
    (root / "data/topics/other.yml").write_text("title: Other\n", encoding="utf-8")
    tree, work = revision.at(root, "HEAD"), WorkTree(TINY)
    assert list(tree.files("data")) == list(work.files("data"))
    assert all(tree.read(path) == work.read(path) for path in tree.files("data"))
    assert read(tree).claims == read(work).claims


def test_files_that_are_no_records(root: Path) -> None:
    """Links are not seen, and of a file too large for a record no more than its size is known."""
    (root / "data/topics/link.yml").symlink_to("counting.yml")
    (root / "data/topics/large.yml").write_bytes(b"#" * (MAX_BYTES + 10))
    (root / "data/topics/caf\u00e9.yml").write_text("title: Caf\u00e9\n", encoding="utf-8")
    commit(root)
    tree = revision.at(root, "main")
    assert "data/topics/link.yml" not in tree.contents
    assert len(tree.read("data/topics/large.yml")) == MAX_BYTES + 1
    assert tree.read("data/topics/caf\u00e9.yml") == "title: Caf\u00e9\n".encode()
    with pytest.raises(OSError, match="No such file"):
        tree.read("data/topics/link.yml")


def test_a_microsite_below_the_repository(tmp_path: Path) -> None:
    """The paths start at the microsite, wherever in the repository it stands."""
    root = repository(tmp_path)
    git(root, "init", "--quiet", "--initial-branch=main", str(tmp_path / "outer"))
    inner = tmp_path / "outer" / "a site"
    (root / "data").rename(inner.parent / "data")
    inner.mkdir()
    (inner.parent / "data").rename(inner / "data")
    commit(tmp_path / "outer")
    assert list(revision.at(inner, "HEAD").files("data")) == list(WorkTree(TINY).files("data"))


@pytest.mark.parametrize("name", ["nowhere", "--help", "HEAD:data", ""])
def test_no_such_commit(root: Path, name: str) -> None:
    """A name that is no commit is a mistake of whoever gave it, never an option of git's."""
    with pytest.raises(click.UsageError) as told:
        revision.at(root, name)
    assert told.value.message == f"there is no commit {name!r}; `git fetch` may bring it"


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a git checkout there is nothing to compare with."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(click.UsageError, match="is no git checkout"):
        revision.at(tmp_path, "HEAD")


def test_an_empty_history(root: Path) -> None:
    """At a commit without data nothing was published."""
    git(root, "switch", "--quiet", "--orphan", "empty")
    commit(root, "Empty")
    empty = git(root, "rev-parse", "HEAD")
    git(root, "switch", "--quiet", "main")
    assert revision.at(root, empty).contents == {}


def test_what_differs(root: Path) -> None:
    """Files that are new, gone or other than at the commit differ, and no others."""
    (root / "data/topics/counting.yml").unlink()
    (root / "data/topics/other.yml").write_text("title: Other\n", encoding="utf-8")
    (root / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    tree = revision.at(root, "HEAD", "data", "docs")
    found = {"data/topics/counting.yml", "data/topics/other.yml", "docs/index.md"}
    assert revision.differing(root, tree) == found
