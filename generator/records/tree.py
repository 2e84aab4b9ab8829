"""Where record files are read from: a folder on disk, seen as paths and bytes."""

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.records.yamldoc import MAX_BYTES


class Tree(Protocol):
    """Anything that lists paths (from the root, with `/`) and gives the bytes of one."""

    def files(self, folder: str) -> Iterator[str]:
        """Yield the path of every file below a folder, sorted."""
        ...

    def read(self, path: str) -> bytes:
        """Return a file's bytes, at most one more than a record may have; raises OSError."""
        ...


class Base(Tree, Protocol):
    """An earlier state of the files, and the name by which it was asked for."""

    @property
    def name(self) -> str:
        """The name, such as `origin/main`."""
        ...


@dataclass(frozen=True)
class WorkTree:
    """The files of a microsite as they lie on disk now; hidden and backup files are not seen."""

    root: Path

    def files(self, folder: str) -> Iterator[str]:
        """Yield the path of every file below a folder, sorted.

        Raises OSError if there is none, or a link in its place: git would hold the link alone.
        """
        if (self.root / folder).is_symlink():
            raise OSError(errno.ELOOP, "it is a link; make it a folder", folder)
        with os.scandir(self.root / folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith((".", "#")) or entry.name.endswith(("~", ".swp", ".tmp")):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self.files(path)
            else:
                yield path

    def read(self, path: str) -> bytes:
        """Return a file's bytes, at most one more than a record may have.

        Raises OSError when it cannot be read, or is a link: a record is a file of its own.
        """
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        with os.fdopen(os.open(f"{self.root}/{path}", flags), "rb") as file:
            return file.read(MAX_BYTES + 1)
