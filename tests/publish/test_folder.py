"""A folder is brought to one state, and a site is swapped in whole or not at all."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.folder import MARKER, FolderError, bring, clashes, served_at, swap

FILES = {"index.md": b"home", "claims/a.md": b"a", "claims/deep/er/b.md": b"b"}


def held(place: Path) -> dict[str, bytes]:
    """Return every plain file below a folder but the marker, by path."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file() and path != place / MARKER
    }


def full_disk(*_: object, **__: object) -> None:
    """Stand in for a write on a disk that has no room left."""
    raise OSError(errno.ENOSPC, "No space left on device")


def test_bring_makes_the_folder(tmp_path: Path) -> None:
    """A folder that was not there holds the files afterwards, and the marker."""
    bring(tmp_path / "new" / "stage", FILES)
    assert held(tmp_path / "new" / "stage") == FILES
    assert (tmp_path / "new" / "stage" / MARKER).is_file()


def test_bring_touches_only_what_differs(tmp_path: Path) -> None:
    """A second bring leaves equal files alone, changes one, and removes what is not named."""
    bring(tmp_path, FILES)
    for path in tmp_path.rglob("*.md"):
        os.utime(path, ns=(1, 1))
    bring(tmp_path, {"index.md": b"HOME", "claims/a.md": b"a"})
    assert held(tmp_path) == {"index.md": b"HOME", "claims/a.md": b"a"}
    assert (tmp_path / "claims/a.md").stat().st_mtime_ns == 1
    assert (tmp_path / "index.md").stat().st_mtime_ns != 1
    assert not (tmp_path / "claims/deep").exists()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["a", "b/c", "b/d", "b/e/f", "g/h.md", "g/i/j.md"]),
            st.binary(max_size=3),
        ),
        max_size=4,
    )
)
def test_bring_always_ends_in_the_last_state(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, bytes]]
) -> None:
    """Whatever stood there of ours before, the folder holds exactly the files of the last call."""
    place = tmp_path_factory.mktemp("stage")
    for state in states:
        bring(place, state)
        assert held(place) == state
        assert {
            path for path in place.rglob("*") if path.is_dir() and not any(path.iterdir())
        } == set()


def test_bring_turns_a_file_into_a_folder_and_back(tmp_path: Path) -> None:
    """A path that was a file may become a folder of files, and the other way round."""
    bring(tmp_path, {"a": b"1"})
    bring(tmp_path, {"a/b": b"2"})
    assert held(tmp_path) == {"a/b": b"2"}
    bring(tmp_path, {"a": b"3"})
    assert held(tmp_path) == {"a": b"3"}


def test_bring_refuses_a_folder_of_others(tmp_path: Path) -> None:
    """A folder with files that we did not write stays as it is, and the error is one sentence."""
    (tmp_path / "thesis.doc").write_bytes(b"ten years")
    with pytest.raises(FolderError, match="did not write there") as caught:
        bring(tmp_path, FILES)
    assert held(tmp_path) == {"thesis.doc": b"ten years"}
    assert "\n" not in str(caught.value)


def test_bring_refuses_a_git_work_tree_and_a_file(tmp_path: Path) -> None:
    """A folder that became a git work tree, or is a file, is not written to."""
    bring(tmp_path / "stage", FILES)
    (tmp_path / "stage" / ".git").mkdir()
    with pytest.raises(FolderError):
        bring(tmp_path / "stage", {})
    with pytest.raises(FolderError):
        bring(tmp_path / "stage" / "index.md", {})
    assert held(tmp_path / "stage") == FILES


@pytest.mark.parametrize(
    "path",
    ["", ".", "..", "../a", "a/../../b", "/etc/passwd", "a//b", "a/", "./a", "a\\b", "C:/a", "a\0"],
)
def test_bring_refuses_paths_that_lead_out(tmp_path: Path, path: str) -> None:
    """A path that is not a plain file inside the folder is refused before anything is written."""
    with pytest.raises(FolderError, match="inside the folder"):
        bring(tmp_path / "stage", {"index.md": b"home", path: b"x"})
    assert not (tmp_path / "stage").exists()


@pytest.mark.parametrize(
    "files",
    [{MARKER: b""}, {"a": b"", "a/b": b""}, {"A/b": b"", "a/b": b""}, {"é": b"", "e\u0301": b""}],
)
def test_bring_refuses_what_cannot_all_be_files(tmp_path: Path, files: dict[str, bytes]) -> None:
    """The marker's name, a file that is a folder too, and names alike but for case are refused."""
    with pytest.raises(FolderError):
        bring(tmp_path / "stage", files)
    assert not (tmp_path / "stage").exists()


def test_bring_follows_no_link_out(tmp_path: Path) -> None:
    """Links inside the folder are replaced or removed; what they point to is not touched."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_bytes(b"mine")
    (outside / "keep").write_bytes(b"mine")
    stage = tmp_path / "stage"
    bring(stage, {})
    (stage / "claims").symlink_to(outside)
    (stage / "index.md").symlink_to(outside / "keep")
    (stage / "unnamed").symlink_to(outside)
    bring(stage, FILES)
    assert held(outside) == {"a.md": b"mine", "keep": b"mine"}
    assert held(stage) == FILES
    assert not any(path.is_symlink() for path in stage.rglob("*"))


def test_bring_leaves_no_half_file_on_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full, the file that stood there still stands, and no scrap beside it."""
    bring(tmp_path, {"index.md": b"home"})
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full_disk)
        with pytest.raises(OSError, match="No space"):
            bring(tmp_path, {"index.md": b"HOME"})
    assert held(tmp_path) == {"index.md": b"home"}


def built(site: Path) -> None:
    """Build a small site, as a builder would."""
    (site / "claims").mkdir()
    (site / "claims" / "index.html").write_bytes(b"new")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that stands already."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.html").write_bytes(b"old")
    return tmp_path / "site"


def test_swap_puts_the_new_site_in_place(site: Path) -> None:
    """The new site stands where the old one stood, and nothing is beside it."""
    swap(site, built)
    assert held(site) == {"claims/index.html": b"new"}
    assert list(site.parent.iterdir()) == [site]


def test_swap_makes_the_first_site(tmp_path: Path) -> None:
    """A site that was not there is there."""
    swap(tmp_path / "site", built)
    assert held(tmp_path / "site") == {"claims/index.html": b"new"}
    assert list(tmp_path.iterdir()) == [tmp_path / "site"]


def test_swap_builds_behind_a_link(tmp_path: Path, site: Path) -> None:
    """A link to the site stays a link to the new site."""
    (tmp_path / "link").symlink_to(site)
    swap(tmp_path / "link", built)
    assert (tmp_path / "link").is_symlink()
    assert held(site) == {"claims/index.html": b"new"}


@pytest.mark.parametrize(
    "error",
    [ValueError("broken"), OSError(errno.ENOSPC, "No space"), KeyboardInterrupt(), SystemExit(1)],
)
def test_swap_keeps_the_site_when_the_build_fails(site: Path, error: BaseException) -> None:
    """Whatever stops the build, the old site stands and nothing is beside it."""

    def fail(fresh: Path) -> None:
        built(fresh)
        raise error

    with pytest.raises(type(error)):
        swap(site, fail)
    assert held(site) == {"old.html": b"old"}
    assert list(site.parent.iterdir()) == [site]


@pytest.mark.parametrize("broken", [1, 2])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space"), KeyboardInterrupt()])
def test_swap_keeps_the_site_when_a_rename_fails(
    site: Path, monkeypatch: pytest.MonkeyPatch, broken: int, error: BaseException
) -> None:
    """A rename that fails, or an interrupt between the two, leaves the old site in its place."""
    calls = 0
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == broken:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(type(error)):
        swap(site, built)
    assert held(site) == {"old.html": b"old"}
    assert list(site.parent.iterdir()) == [site]


def test_swap_never_removes_the_only_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When neither the new site nor the old one can be put in place, the old one is kept beside."""
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if target == site:
            raise OSError(errno.EACCES, "denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="denied"):
        swap(site, built)
    (kept,) = site.parent.iterdir()
    assert held(kept) == {"old.html": b"old"}


def test_swap_cleans_up_through_a_second_interrupt(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupt while the old site is removed leaves the new site and nothing beside it."""
    calls = 0
    rmtree = shutil.rmtree

    def interrupted(path: Path, ignore_errors: bool = False) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise KeyboardInterrupt
        rmtree(path, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", interrupted)
    with pytest.raises(KeyboardInterrupt):
        swap(site, built)
    assert held(site) == {"claims/index.html": b"new"}
    assert list(site.parent.iterdir()) == [site]


def test_swap_reports_names_alike_but_for_case(site: Path) -> None:
    """Two built files whose names differ only in case are named, and the old site stays."""

    def build(fresh: Path) -> None:
        built(fresh)
        (fresh / "Claims").mkdir()

    with pytest.raises(FolderError, match="Claims and claims have addresses that differ only in"):
        swap(site, build)
    assert held(site) == {"old.html": b"old"}


def test_swap_refuses_what_is_no_site(tmp_path: Path, site: Path) -> None:
    """A file, or a git work tree, is not replaced by a site."""
    (site / ".git").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    for place in (site, tmp_path / "file"):
        with pytest.raises(FolderError):
            swap(place, built)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "site"]


def test_pages_are_served_from_folders() -> None:
    """Markdown is served as the index of a folder, anything else under its own name."""
    paths = ["index.md", "a.md", "a/index.md", "a/README.md", "b/c.markdown", "style.css"]
    assert [served_at(path) for path in paths] == [
        "index.html", "a/index.html", "a/index.html", "a/index.html", "b/c/index.html", "style.css",
    ]  # fmt: skip


def test_clashes_are_named() -> None:
    """Files with one address, or addresses alike but for case, are named in a sentence each."""
    paths = ["a.md", "a/index.md", "b.md", "B.css", "c.md", "C.md", "d/index.html", "d.md", "e.md"]
    assert clashes((path, served_at(path)) for path in paths) == [
        "a.md and a/index.md have one address, /a/",
        "C.md and c.md have addresses that differ only in case",
        "d.md and d/index.html have one address, /d/",
    ]
    assert clashes([("docs/a.md", "a/index.html"), ("a.md", "a/index.html")]) == [
        "a.md and docs/a.md have one address, /a/"
    ]
