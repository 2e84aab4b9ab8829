"""The archive of extremes holds what it is for, and is clean and sealed like any other."""

import pytest

from generator import pipeline
from generator.evidence.archive import Archive
from generator.evidence.seal import decode, document_hash, hashes
from tests.specimens import ARCHIVES

EXTREMES = ARCHIVES / "extremes"
TEXTS = ARCHIVES / "extremes-texts"


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The archive, in which nothing at all is found."""
    checked = pipeline.check(EXTREMES)
    assert checked.findings == []
    assert checked.archive is not None
    return checked.archive


def test_each_extreme_is_there(archive: Archive) -> None:
    """The longest claim and bottom line, one piece of evidence and twelve, one name, no address."""
    claims = archive.claims
    assert len(claims["longest-claim"].claim) == 300
    assert len(claims["one-name-one-piece"].evidence) == 1
    assert len(claims["twelve-pieces"].evidence) == 12
    assert len(claims["word-without-break"].title) == 75
    assert " " not in claims["word-without-break"].title
    assert " " not in archive.people["odo"].name
    assert archive.sources["parish-letter"].url == "unknown"
    stances = [piece.stance for piece in claims["uneven-sides"].evidence]
    assert (stances.count("supports"), stances.count("refutes")) == (5, 1)
    assert "Ж" in claims["title-in-cyrillic"].claim.upper()
    assert "\u05d0" <= claims["title-from-right-to-left"].claim[0] <= "\u05ea"
    languages = {piece.language for piece in claims["twelve-pieces"].evidence}
    assert languages == {"en", "he", "ar", "ru", "de"}


def test_the_seals_are_those_of_the_texts(archive: Archive) -> None:
    """Each seal can be made again from the text beside the archive, whatever its script."""
    sealed = {id_: source.seal for id_, source in archive.sources.items() if source.seal}
    assert {path.stem for path in TEXTS.glob("*.txt")} == set(sealed)
    for id_, seal in sealed.items():
        raw = (TEXTS / f"{id_}.txt").read_bytes()
        assert seal.document == document_hash(raw), id_
        assert seal.sentences == hashes(id_, decode(raw)), id_
