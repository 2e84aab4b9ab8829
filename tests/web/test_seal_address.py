"""`factcheck seal SOURCE URL`: a live article is fetched, extracted and sealed."""

import hashlib
from pathlib import Path

import pytest

from generator.records.reading import read
from generator.records.tree import WorkTree
from tests.specimens import TINY_TEXTS, microsite, tiny
from tests.web.site import Answer, Run, Site, page, path, redirect

pytestmark = pytest.mark.slow  # each waits for a server of its own
TEXT = (TINY_TEXTS / "hill-radio-notes.txt").read_text(encoding="utf-8")
SOURCE = "hill-radio-notes"
UNSEALED = tiny(path(SOURCE)).partition("seal:")[0]


@pytest.fixture
def root(tmp_path: Path, site: Site) -> Path:
    """A microsite whose source has no seal yet, and its page with adverts in its margin."""
    site.pages["/notes"] = page(SOURCE, around="")
    return microsite(tmp_path, {path(SOURCE): UNSEALED})


def test_seal(run: Run, site: Site, root: Path, tmp_path: Path) -> None:
    """The article at an address is sealed as the same text in a file would be, and kept."""
    kept = tmp_path / "kept.txt"
    ended = run("seal", "--root", root, SOURCE, site.at("/notes"), "--save", kept, "--headline", 1)
    told = f"{path(SOURCE)}: 4 sentences sealed\n"
    assert ended == (0, told, f"{kept}: the text as it was read\n")
    assert kept.read_text("utf-8") == TEXT
    sealed = read(WorkTree(root)).sources[SOURCE].seal
    assert sealed is not None
    assert sealed.document == hashlib.sha256(kept.read_bytes()).hexdigest()
    assert (root / path(SOURCE)).read_text("utf-8").startswith(f"{UNSEALED}seal:\n")
    again = run("seal", "--root", root, SOURCE, kept)
    assert again == (0, f"{path(SOURCE)}: 4 sentences already sealed, nothing changed\n", "")
    assert run("seal", "--root", root, SOURCE, kept, "--verify")[0] == 0


def test_without_the_text(run: Run, site: Site, root: Path) -> None:
    """Who keeps no text is told what it is needed for."""
    code, _, err = run("seal", "--root", root, SOURCE, site.at("/notes"))
    kept = "the text was not kept: --save FILE keeps it, to quote from and to repeat the seal\n"
    assert (code, err) == (0, kept)


def test_show(run: Run, site: Site, root: Path) -> None:
    """`--show` lists the sentences of the article and seals nothing."""
    before = (root / path(SOURCE)).read_bytes()
    code, out, err = run("seal", "--root", root, SOURCE, site.at("/notes"), "--show")
    assert (code, err) == (0, "")
    assert out.splitlines() == [f"   {n}   {line}" for n, line in enumerate(TEXT.splitlines(), 1)]
    assert (root / path(SOURCE)).read_bytes() == before


def test_verify(run: Run, site: Site, root: Path) -> None:
    """`--verify` repeats a seal against the article as it is now."""
    run("seal", "--root", root, SOURCE, site.at("/notes"))
    told = f"{SOURCE}: the document gives the same seal\n"
    assert run("seal", "--root", root, SOURCE, site.at("/notes"), "--verify") == (0, told, "")
    site.pages["/notes"] = page(SOURCE, "Tuesday", "Sunday", around="")
    told = (
        f"{SOURCE}: the document's bytes are not those that were sealed\n"
        f"{SOURCE}: sentence 2 is not the sealed one\n"
    )
    assert run("seal", "--root", root, SOURCE, site.at("/notes"), "--verify") == (1, told, "")


@pytest.mark.parametrize("place", ["data/x.txt", "docs/deep/x.txt", "data/../docs/x.txt"])
def test_nothing_is_kept_among_the_records(run: Run, site: Site, root: Path, place: str) -> None:
    """A text is never kept where it would be published or committed with the records."""
    before = sorted(root.rglob("*"))
    code, out, err = run("seal", "--root", root, SOURCE, site.at("/notes"), "--save", root / place)
    folder = Path(place).parts[-2] if ".." in place else place.partition("/")[0]
    assert (code, out) == (2, "")
    assert err.endswith(f"Error: --save: nobody's article belongs below {folder}/\n")
    assert (site.asked, sorted(root.rglob("*"))) == ([], before)


def test_a_file_is_there_already(run: Run, root: Path, tmp_path: Path) -> None:
    """`--save` with a file is wrong usage."""
    file = TINY_TEXTS / f"{SOURCE}.txt"
    code, _, err = run("seal", "--root", root, SOURCE, file, "--save", tmp_path / "x.txt")
    assert code == 2
    assert err.endswith("Error: --save goes with a URL: the text of a file is there already\n")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(status=404), "the server answers 404"),
        (Answer(b"\x89PNG", kind="image/png"), "it is no page of text but image/png"),
        (Answer(b"<html></html>"), "no article can be found in it"),
        (
            redirect("ftp://x.example.org/"),
            "it leads to an address that is not http or https: ftp:",
        ),
    ],
)
def test_what_cannot_be_read(
    run: Run, site: Site, root: Path, tmp_path: Path, answer: Answer, reason: str
) -> None:
    """Without a text nothing is sealed and nothing kept, and the reason is said."""
    site.pages["/notes"] = answer
    before = (root / path(SOURCE)).read_bytes()
    kept = tmp_path / "kept.txt"
    code, out, err = run("seal", "--root", root, SOURCE, site.at("/notes"), "--save", kept)
    assert (code, out) == (2, "")
    told = f"factcheck: http://courier.example.org:PORT/notes cannot be read: {reason}\n"
    assert err == told
    assert (root / path(SOURCE)).read_bytes() == before
    assert not kept.exists()


def test_a_file_that_is_not_there(run: Run, root: Path) -> None:
    """What is neither an address nor a file is wrong usage, as before."""
    code, _, err = run("seal", "--root", root, SOURCE, "ftp://x.example.org/a")
    assert code == 2
    assert "'ftp://x.example.org/a' does not exist" in err


def test_plain_text(run: Run, site: Site, root: Path, tmp_path: Path) -> None:
    """A page of plain text in another encoding is sealed as it is, as UTF-8."""
    words = "“Closed,” she said.\n  - since Monday\n"
    site.pages["/notes"] = Answer(words.encode("cp1252"), kind="text/plain; charset=windows-1252")
    kept = tmp_path / "kept.txt"
    run("seal", "--root", root, SOURCE, site.at("/notes"), "--save", kept)
    assert kept.read_bytes() == words.encode()
