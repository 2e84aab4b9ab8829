"""The pages of the small archive, each as a file that people have read.

`UPDATE_GOLDEN=1 make check` writes the files anew; read their diff before you commit it.
"""

import difflib
import os
from pathlib import Path

from generator.pages import handwritten
from tests.pages.sites import ROOT, SMALL, archive, made

GOLDEN = ROOT / "tests" / "golden"


def small_pages() -> dict[str, str]:
    """Return every page of the small archive as it is handed to a site builder, by path."""
    pages = {path: page.text() for path, page in made(archive()).items()}
    home = (SMALL / "docs" / "index.md").read_text("utf-8")
    return pages | {"index.md": handwritten.fill(archive(), "index.md", home)}


def golden() -> dict[str, str]:
    """Return what stands in the golden files, by path."""
    files = sorted(GOLDEN.rglob("*.md"))
    return {path.relative_to(GOLDEN).as_posix(): path.read_bytes().decode() for path in files}


def rewrite(pages: dict[str, str]) -> None:
    """Make the golden files the pages of now."""
    for path in golden().keys() - pages.keys():
        (GOLDEN / path).unlink()
    for path, text in pages.items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_bytes(text.encode())


def difference(path: str, before: str, now: str) -> str:
    """Return what changed in a file, as a diff."""
    lines = difflib.unified_diff(before.split("\n"), now.split("\n"), path, path, lineterm="", n=1)
    return "\n".join(lines)


def test_pages_are_the_golden_pages() -> None:
    """Every page of the small archive is, byte for byte, the file that stands under its name."""
    pages = small_pages()
    if os.environ.get("UPDATE_GOLDEN"):
        rewrite(pages)
    kept = golden()
    assert kept.keys() == pages.keys()
    changes = [difference(path, kept[path], pages[path]) for path in pages]
    assert "\n".join(filter(None, changes)) == ""


def test_the_small_archive_shows_everything() -> None:
    """The golden pages hold each verdict, stance, aspect, damage and tie, so that each was read."""
    shown = [claim for claim in archive().claims.values() if claim.published]
    evidence = [e for claim in shown for e in claim.evidence]
    ties = {relay.tie for source in archive().sources.values() for relay in source.relays}
    assert {claim.verdict for claim in shown} == set(archive().verdicts)
    assert {e.stance for e in evidence} == {"states", "supports", "limits", "refutes"}
    assert {e.aspect for e in evidence} == {"fact", "credit", "strength", "wording"}
    assert {e.damage for e in evidence} == {None, "words", "sense"}
    assert ties == {"credited", "matched", "inferred"}
    sources = archive().sources.values()
    assert {s.watched.status if s.watched else None for s in sources} == {
        *("same", "moved", "changed", "gone"),
        None,
    }
    lasting = [*shown, *archive().variants.values(), *sources, *archive().origins.values()]
    lasting += [*archive().people.values(), *archive().verdicts.values()]
    for kind in {type(record) for record in lasting}:
        own = [record for record in lasting if type(record) is kind]
        assert any(record.revisions for record in own), kind
        assert any(record.formerly for record in own), kind
    told = [revision.kind for record in lasting for revision in record.revisions]
    assert set(told) == {"correction", "update", "wording"}
    for name in ("replies", "later", "revisions", "unknowns", "inferred", "analysis", "withdrawn"):
        assert any(getattr(claim, name) for claim in shown), name
    for name in ("translation", "sic", "reads_as", "settles", "credits", "note", "excerpt"):
        assert any(getattr(e, name) for e in evidence), name


def test_seals_of_the_small_archive_are_those_of_its_texts() -> None:
    """What the small archive quotes was taken from the texts that stand beside it."""
    from generator.evidence.seal import decode, document_hash, hashes

    texts: Path = SMALL.parent / "small-texts"
    sealed = {id_: source.seal for id_, source in archive().sources.items() if source.seal}
    assert {path.stem for path in texts.iterdir()} == set(sealed)
    for id_, seal in sealed.items():
        raw = (texts / f"{id_}.txt").read_bytes()
        assert seal.document == document_hash(raw)
        assert seal.sentences == hashes(id_, decode(raw))
