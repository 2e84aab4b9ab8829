"""The files of a microsite as they lie on disk."""

import os
from pathlib import Path

import pytest

from generator.records.tree import WorkTree
from generator.records.yamldoc import MAX_BYTES


def test_files_are_listed_in_order(tmp_path: Path) -> None:
    """Every file below a folder is listed from the root, with slashes, in the same order always."""
    for name in ("b.yml", "a/z.yml", "a/y.yml", "c/d/e.yml"):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).touch()
    listed = ["data/a/y.yml", "data/a/z.yml", "data/b.yml", "data/c/d/e.yml"]
    assert list(WorkTree(tmp_path).files("data")) == listed


def test_hidden_and_backup_files_are_not_seen(tmp_path: Path) -> None:
    """What editors and systems leave behind is no record."""
    for name in (".DS_Store", "a.yml~", ".a.yml.swp", "a.swp", "#a.yml#", "a.yml.tmp"):
        (tmp_path / name).touch()
    (tmp_path / ".git").mkdir()
    assert list(WorkTree(tmp_path).files("")) == []


def test_no_folder_is_an_error_of_the_system(tmp_path: Path) -> None:
    """A folder that is not there raises what the system says, for one sentence on the terminal."""
    with pytest.raises(FileNotFoundError):
        list(WorkTree(tmp_path).files("data"))


def test_no_more_is_read_than_a_record_may_have(tmp_path: Path) -> None:
    """Of a file of any size, one byte more is read than a record may have."""
    (tmp_path / "a.yml").write_bytes(b"#" * (MAX_BYTES + 1000))
    assert len(WorkTree(tmp_path).read("a.yml")) == MAX_BYTES + 1


def test_links_and_pipes_are_not_read(tmp_path: Path) -> None:
    """A link is not followed, and a pipe does not make the program wait."""
    (tmp_path / "there.yml").touch()
    (tmp_path / "link.yml").symlink_to("there.yml")
    os.mkfifo(tmp_path / "pipe.yml")
    with pytest.raises(OSError):  # noqa: PT011  the number of the error depends on the system
        WorkTree(tmp_path).read("link.yml")
    assert WorkTree(tmp_path).read("pipe.yml") == b""
