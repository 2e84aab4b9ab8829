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


@pytest.mark.parametrize("attribute", ["working-tree-encoding=UTF-16", "filter=x", "ident"])
def test_files_that_git_holds_otherwise(root: Path, attribute: str) -> None:
    """Where git holds other bytes than stand in a record there is no comparison to trust."""
    (root / ".gitattributes").write_text(f"data/topics/* {attribute}\n", encoding="utf-8")
    with pytest.raises(click.UsageError) as told:
        revision.at(root, "HEAD")
    name = attribute.partition("=")[0]
    said = f"data/topics/counting.yml: .gitattributes gives it `{name}`, so git holds other bytes"
    assert told.value.message.startswith(said)


def test_line_ends_are_no_other_bytes(root: Path) -> None:
    """Attributes that only turn line ends are nobody's concern."""
    (root / ".gitattributes").write_text("* text=auto eol=crlf\n", encoding="utf-8")
    assert revision.at(root, "HEAD").contents


def test_data_is_a_folder(root: Path) -> None:
    """A link in the place of the data is refused, now and at the base: git has nothing there."""
    (root / "data").rename(root / "records")
    (root / "data").symlink_to("records")
    with pytest.raises(OSError, match="it is a link; make it a folder"):
        list(WorkTree(root).files("data"))
    commit(root)
    (root / "data").unlink()
    (root / "records").rename(root / "data")
    with pytest.raises(click.UsageError, match="data is no folder: compare with another"):
        revision.at(root, "HEAD")


def test_what_differs(root: Path) -> None:
    """Files that are new, gone or other than at the commit differ, and no others."""
    (root / "data/topics/counting.yml").unlink()
    (root / "data/topics/other.yml").write_text("title: Other\n", encoding="utf-8")
    (root / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    tree = revision.at(root, "HEAD", "data", "docs")
    found = {"data/topics/counting.yml", "data/topics/other.yml", "docs/index.md"}
    assert revision.differing(root, tree) == found
