"""Brings a folder to exactly one state, and swaps a whole built site in."""

import errno
import os
import re
import secrets
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from generator.publish.single import write

MARKER = ".factcheck-stage"
_MARKDOWN = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
_ONLY_CASE = "have addresses that differ only in case"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MARKER_TEXT = (
    b"This folder was written by `factcheck stage`, which removes what it did not write.\n"
)


class FolderError(OSError):
    """A folder or a path in it that we will not write to; its text is one sentence."""


def bring(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold exactly `files` and our marker: a file that is the same is not touched.

    Args:
        folder: missing, empty, or brought by us before (it holds the marker).
        files: path with `/`, from the folder, to content.

    Raises:
        FolderError: when the folder holds anything we did not bring, or a path leads out of it,
            or two paths cannot both be files; nothing is written then.
        OSError: when the disk refuses; the files written until then are whole.
    """
    checked = _checked(files)
    _check_ours(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _bring_file(folder, MARKER, _MARKER_TEXT)
    for path, content in sorted(checked.items()):
        _bring_file(folder, path, content)
    _remove_others(folder, "", {MARKER, *checked})


def served_at(path: str) -> str:
    """Return the file that is built from a file of the docs folder: `a.md` gives `a/index.html`."""
    pure = PurePosixPath(path)
    if pure.suffix not in _MARKDOWN:
        return path
    if pure.stem in ("index", "README"):
        return str(pure.with_name("index.html"))
    return str(pure.with_suffix("") / "index.html")


def clashes(served: Iterable[tuple[str, str]]) -> list[str]:
    """Return a sentence for each pair of files that a site would serve at one address.

    `a.md` and `a/index.md` share `a/`; addresses that differ only in case, or in how their
    characters are composed, are one file on many disks.

    Args:
        served: pairs of what to call a file and the file that is written for it (`served_at`).
    """
    found = []
    seen: dict[str, tuple[str, str]] = {}
    for name, target in sorted(served):
        other, first = seen.setdefault(_same(target), (name, target))
        if (other, first) != (name, target):
            address = "/" + target.removesuffix("index.html")
            reason = f"have one address, {address}" if first == target else _ONLY_CASE
            found.append(f"{other} and {name} {reason}")
    return found


def swap(site: Path, build: Callable[[Path], None]) -> None:
    """Build a site beside `site` and put it in its place when it is whole.

    On any exception of `build` or of the disk, an interrupt included, `site` is as it was before
    and nothing is left beside it.

    Args:
        site: the folder to replace, or to make; a link is followed first.
        build: called with an empty folder beside it, which it fills.

    Raises:
        FolderError: when `site` is no folder or a git work tree, or two built files have addresses
            that differ only in case.
    """
    site = site.resolve()
    if site.exists() and not site.is_dir():
        raise FolderError(f"{site} is not a folder, so no site can stand there")
    if (site / ".git").exists():
        raise FolderError(f"{site} is a git work tree, which a swap would drop: build elsewhere")
    name = f".{site.name}-{secrets.token_hex(4)}"
    fresh, old = site.with_name(f"{name}-new"), site.with_name(f"{name}-old")
    try:
        fresh.mkdir()
        build(fresh)
        _check_case(fresh)
        _exchange(site, fresh, old)
    except OSError as error:
        raise _named(error, site) from None
    finally:
        _remove(fresh)
        if site.exists():  # otherwise `old` is the only site there is
            _remove(old)


def _named(error: OSError, path: Path) -> OSError:
    """Return an error that says where: a full disk names no file, or the one that was copied."""
    if error.errno in _FULL:
        error.filename = str(path)
    return error


def _remove(folder: Path) -> None:
    """Remove a folder with all it holds, even when a second interrupt comes in between."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _exchange(site: Path, fresh: Path, old: Path) -> None:
    """Put `fresh` where `site` stands; when that fails, `site` stands again."""
    try:
        if site.exists():
            site.rename(old)
        fresh.rename(site)
    except BaseException:
        if old.exists() and not site.exists():
            old.rename(site)
        raise


def _check_case(folder: Path) -> None:
    """Raise FolderError for the first two files that a disk without case would take for one."""
    seen: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        other = seen.setdefault(_same(name), name)
        if other != name:
            raise FolderError(f"{other} and {name} {_ONLY_CASE}")


def _same(path: str) -> str:
    """Return what two paths share that a disk or a server may take for one."""
    return unicodedata.normalize("NFC", path).casefold()


def _checked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return `files`; raises FolderError unless each path can be a file of its own inside."""
    seen: dict[str, str] = {}
    for path in sorted(files):
        parts = path.split("/")
        if not {"", ".", ".."}.isdisjoint(parts) or re.search(r"[\\\0]|^[A-Za-z]:", path):
            raise FolderError(f"{path!r} does not name a file inside the folder")
        if path == MARKER:
            raise FolderError(f"{path!r} is the name of our own marker")
        other = seen.setdefault(_same(path), path)
        if other != path:
            raise FolderError(f"{other} and {path} {_ONLY_CASE}")
    for path in seen:
        above = next((up for up in map(str, PurePosixPath(path).parents) if up in seen), None)
        if above:
            raise FolderError(f"{seen[above]} cannot be a file and hold {seen[path]}")
    return dict(files)


def _check_ours(folder: Path) -> None:
    """Raise FolderError unless `folder` is missing, empty, or brought by us before."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise FolderError(f"{folder} is not a folder")
    marked = (folder / MARKER).is_file() and not (folder / MARKER).is_symlink()
    if (any(folder.iterdir()) and not marked) or (folder / ".git").exists():
        raise FolderError(f"{folder} holds files that we did not write there: name an empty folder")


def _bring_file(folder: Path, path: str, content: bytes) -> None:
    """Make `path` in `folder` a plain file with `content`, whole at every moment."""
    target = _real_parent(folder, path) / PurePosixPath(path).name
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    if not target.is_symlink() and target.is_file():
        same_size = target.stat().st_size == len(content)
        if same_size and target.read_bytes() == content:
            return
    write(target, content)


def _real_parent(folder: Path, path: str) -> Path:
    """Return the folder of `path`, made where missing; a link or a file in its place goes."""
    here = folder
    for part in PurePosixPath(path).parent.parts:
        here = here / part
        if here.is_symlink() or (here.exists() and not here.is_dir()):
            here.unlink()
        here.mkdir(exist_ok=True)
    return here


def _remove_others(folder: Path, prefix: str, named: set[str]) -> bool:
    """Remove what is not named below `prefix`, following no link; return whether some is left."""
    left = False
    with os.scandir(folder / prefix) as entries:
        found = list(entries)
    for entry in found:
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            if _remove_others(folder, path + "/", named):
                left = True
            else:
                (folder / path).rmdir()
        elif path in named:
            left = True
        else:
            (folder / path).unlink()
    return left
