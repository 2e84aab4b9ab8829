"""The records as they stood at a commit: a git tree, read as the work tree is."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from generator.records.tree import WorkTree
from generator.records.yamldoc import MAX_BYTES

_TURNING = ("working-tree-encoding", "filter", "ident")
_LINK = "120000"


@dataclass(frozen=True)
class GitTree:
    """The files below some folders at one commit; links and submodules are not seen."""

    name: str
    commit: str
    contents: Mapping[str, bytes]

    def files(self, folder: str) -> Iterator[str]:
        """Yield the path of every file below a folder, sorted."""
        yield from sorted(path for path in self.contents if path.startswith(f"{folder}/"))

    def read(self, path: str) -> bytes:
        """Return a file's bytes, at most one more than a record may have; raises OSError."""
        if path not in self.contents:
            raise FileNotFoundError(2, "No such file at this commit", path)
        return self.contents[path]


def at(root: Path, revision: str, *folders: str) -> GitTree:
    """Return the files below these folders of the microsite (`data` by default) at a revision.

    Where the revision and the work tree have gone different ways, the tree is that of the commit
    they last shared, and stderr says so: what others changed since is no change of ours.

    Raises click.UsageError where there is no git checkout or no such revision, where git holds
    other bytes than stand in the files, and where `data` was no folder.
    """
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        if _git(root, "rev-parse", "--git-dir") is None:
            raise click.UsageError(f"{root} is no git checkout, so there is no {revision!r}")
        raise click.UsageError(f"there is no commit {revision!r}; `git fetch` may bring it")
    shared = _git(root, "merge-base", commit.decode().strip(), "HEAD")
    named = commit.decode().strip()
    base = shared.decode().strip() if shared else named
    if base != named:
        said = f"{revision} has gone on; compared with {base[:10]}, where you left it"
        click.echo(f"factcheck: {said}", err=True)
    _as_it_stands(root)
    return GitTree(revision, base, _contents(root, base, folders or ("data",)))


def _as_it_stands(root: Path) -> None:
    """Return if git holds every file as it stands here but for its line ends; else say which not.

    Source: gitattributes(5): `working-tree-encoding`, `filter` and `ident` change what a checkout
    has, so that two commits could differ for readers and not for git, or the other way round.
    """
    work = WorkTree(root)
    paths = [
        p for folder in ("data", "docs") if (root / folder).is_dir() for p in work.files(folder)
    ]
    told = _told(root, ["check-attr", "-z", "--stdin", *_TURNING], "\0".join([*paths, ""]))
    parts = told.decode("utf-8", "surrogateescape").split("\0")
    for path, attribute, value in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        if value not in ("unspecified", "unset"):
            said = f"{path}: .gitattributes gives it `{attribute}`, so git holds other bytes"
            raise click.UsageError(f"{said} than stand here; take that away")


def _contents(root: Path, commit: str, folders: tuple[str, ...]) -> dict[str, bytes]:
    listed = _told(root, ["ls-tree", "-r", "-z", "-l", commit, "--", *folders])
    blobs: dict[str, tuple[str, int]] = {}
    for entry in listed.split(b"\0"):
        if entry:
            about, _, raw = entry.partition(b"\t")
            mode, kind, blob, size = about.decode().split()
            name = raw.decode("utf-8", "surrogateescape")
            if name in folders:
                raise click.UsageError(
                    f"at {commit[:10]} {name} is no folder: compare with another"
                )
            if kind == "blob" and mode != _LINK:
                blobs[name] = (blob, int(size))
    wanted = {blob for blob, size in blobs.values() if size <= MAX_BYTES}
    held = _blobs(root, sorted(wanted))
    too_large = b"#" * (MAX_BYTES + 1)
    return {path: held.get(blob, too_large) for path, (blob, _) in blobs.items()}


def _blobs(root: Path, names: list[str]) -> dict[str, bytes]:
    """Return the bytes of every blob, all asked for at once."""
    raw = _told(root, ["cat-file", "--batch"], "".join(f"{name}\n" for name in names))
    found: dict[str, bytes] = {}
    start = 0
    while start < len(raw):
        head = raw.index(b"\n", start)
        name, _, size = raw[start:head].decode().split()
        end = head + 1 + int(size)
        found[name] = raw[head + 1 : end]
        start = end + 1
    return found


def _told(root: Path, words: list[str], given: str | None = None) -> bytes:
    """Return what git answers; where it does not, no comparison can be made."""
    answer = _git(root, *words, given=given)
    if answer is None:
        raise click.UsageError(f"git {words[0]} failed, so there is nothing to compare with")
    return answer


def _git(root: Path, *words: str, given: str | None = None) -> bytes | None:
    """Return what git answered, or None where it refused."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *words],
            input=given.encode("utf-8", "surrogateescape") if given is not None else None,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise click.UsageError("git is not installed, and --base needs it") from None
    return done.stdout if done.returncode == 0 else None


def differing(root: Path, tree: GitTree) -> frozenset[str]:
    """Return the files of `data/` and `docs/` that are not as they stand in a tree of both."""
    work = WorkTree(root)
    now = [p for folder in ("data", "docs") if (root / folder).is_dir() for p in work.files(folder)]
    return frozenset(set(tree.contents).difference(now)) | {
        path for path in now if _read(work, path) != tree.contents.get(path)
    }


def _read(work: WorkTree, path: str) -> bytes | None:
    try:
        return work.read(path)
    except OSError:
        return None
