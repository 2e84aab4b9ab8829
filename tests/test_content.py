"""The records of this repository: what they must be, whoever edits them, and that they are proved.

Where the environment variable TEXTS names a folder with the sealed documents, the seals are derived
from them again, and no file of the repository or the site may hold more of them than it quotes.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator import pipeline
from generator.evidence.archive import Archive, verify
from generator.evidence.seal import decode, document_hash, hashes
from generator.evidence.sentences import fold, split
from generator.records.claim import Claim
from generator.records.reading import Records, read
from generator.records.source import Seal
from generator.records.tree import WorkTree
from generator.records.variant import Variant
from tests.pages.dom import parse
from tests.pages.sites import build_site, pages_of
from tests.specimens import repository

ROOT = Path(__file__).parent.parent
MOST_IN_A_ROW = 3
with_texts = pytest.mark.skipif(
    not os.environ.get("TEXTS"), reason="TEXTS names no folder with the sealed documents"
)


@pytest.fixture(scope="module")
def checked() -> pipeline.Checked:
    """What a check of this repository's records gives."""
    return pipeline.check(ROOT)


@pytest.fixture(scope="module")
def archive(checked: pipeline.Checked) -> Archive:
    """The verified archive of this repository."""
    assert checked.archive is not None
    return checked.archive


@pytest.fixture(scope="module")
def seals(archive: Archive) -> dict[str, Seal]:
    """The seal of each document that is held."""
    return {id_: source.seal for id_, source in archive.sources.items() if source.seal}


def test_the_records_are_clean(checked: pipeline.Checked) -> None:
    """A check finds nothing at all, no warning either."""
    assert (checked.findings, checked.skipped) == ([], [])


def test_there_is_enough_to_read(archive: Archive, seals: dict[str, Seal]) -> None:
    """All five documents are sealed; at least forty claims and twenty-five variants are public."""
    published = [claim for claim in archive.claims.values() if claim.published]
    assert len(seals) == 5
    assert len(published) >= 40
    assert len([variant for variant in archive.variants.values() if variant.published]) >= 25
    assert len({claim.verdict for claim in published}) >= 6
    quoted = {e.source for claim in published for e in claim.evidence}
    assert set(seals) <= quoted


def test_every_sentence_of_the_home_page_rests_on_a_claim() -> None:
    """In the matter in a minute each sentence links a claim that is published."""
    home = (ROOT / "docs" / "index.md").read_text("utf-8")
    matter = re.split(r"^## ", home, flags=re.M)[1]
    items = re.split(r"^- ", matter, flags=re.M)[1:]
    assert len(items) >= 6
    for item in items:
        # The links' addresses hold dots, which end no sentence.
        words = re.sub(r"\]\(claims/[a-z0-9-]+\.md\)", "](claim)", " ".join(item.split()))
        for sentence in split(words):
            assert "](claim)" in sentence.own, sentence.own


def other_letter(passage: str, at: int) -> str:
    """Return the passage with the letter or digit at or after a place made another."""
    place = next(n for n in [*range(at, len(passage)), *range(at)] if passage[n].isalnum())
    other = "x" if passage[place] != "x" else "y"
    return passage[:place] + other + passage[place + 1 :]


def passages(records: Records) -> Iterator[tuple[Claim | Variant, int, str, int]]:
    """Yield every passage with its record, its number and the line of the file it begins in."""
    published: list[Claim | Variant] = [*records.claims.values(), *records.variants.values()]
    for record in published:
        quoting = record.quoting()
        lines = (ROOT / f"data/{quoting.kind}/{record.id}.yml").read_text("utf-8").split("\n")
        words = [n for n, line in enumerate(lines, 1) if re.match(r" +(passage|excerpt):", line)]
        assert len(words) == len(quoting.pieces), record.id
        for number, piece in enumerate(quoting.pieces):
            if piece.passage:
                yield record, number, piece.passage, words[number]


@pytest.mark.slow
@pytest.mark.parametrize("where", ["at the start", "in the middle", "at the end"])
def test_one_letter_changed_fails_at_its_passage(where: str) -> None:
    """With one letter of any passage changed a check fails, at the line of that passage alone."""
    records = read(WorkTree(ROOT))
    tried = 0
    for record, number, passage, line in passages(records):
        at = {"at the start": 0, "in the middle": len(passage) // 2}.get(where, len(passage) - 8)
        quoting = record.quoting()
        pieces = list(quoting.pieces)
        pieces[number] = pieces[number].model_copy(update={"passage": other_letter(passage, at)})
        spoilt = record.model_copy(update={quoting.key: tuple(pieces)})
        alone = replace(records, claims={}, variants={})
        alone.of(quoting.kind)[record.id] = spoilt
        outcome = verify(alone)
        places = {(f.place.path, f.place.line) for f in outcome.findings if f.code == "E301"}
        assert places == {(f"data/{quoting.kind}/{record.id}.yml", line)}, (record.id, number)
        assert outcome.archive is None
        tried += 1
    assert tried > 200
    assert verify(records).archive is not None


@pytest.fixture(scope="module")
def documents(archive: Archive, seals: dict[str, Seal]) -> dict[str, str]:
    """The text of each sealed document, found in TEXTS by its sha256."""
    raw = [path.read_bytes() for path in Path(os.environ["TEXTS"]).iterdir() if path.is_file()]
    by_hash = {document_hash(one): decode(one) for one in raw}
    return {id_: by_hash[seal.document] for id_, seal in seals.items() if seal.document in by_hash}


@with_texts
def test_seals_are_those_of_the_documents(
    seals: dict[str, Seal], documents: dict[str, str]
) -> None:
    """Each document is at hand, and cut and hashed again it gives the seal that is recorded."""
    assert documents.keys() == seals.keys()
    for id_, text in documents.items():
        assert seals[id_].sentences == hashes(id_, text), id_


@with_texts
def test_headline_and_boilerplate_are_what_they_are_said_to_be(
    archive: Archive, seals: dict[str, Seal], documents: dict[str, str]
) -> None:
    """A document's headline is its title as recorded, and nothing boilerplate is quoted."""
    for id_, text in documents.items():
        sentences = {sentence.number: sentence.own for sentence in split(text)}
        headline = " ".join(sentences[n] for n in sorted(seals[id_].headline))
        assert fold(headline) == fold(archive.sources[id_].title) or not headline, id_


@cache
def runs(text: str, length: int) -> list[str]:
    """Return every run of so many sentences of a text, folded."""
    sentences = [sentence.text for sentence in split(text)]
    return [" ".join(sentences[n : n + length]) for n in range(len(sentences) - length + 1)]


def held(text: str, documents: dict[str, str]) -> list[str]:
    """Return each run of more sentences of a document than may be quoted that stands in a text."""
    plain = fold(text)
    plain = " ".join(plain.split())
    wanted = (run for document in documents.values() for run in runs(document, MOST_IN_A_ROW + 1))
    return [run for run in wanted if run in plain]


@with_texts
def test_no_file_holds_more_of_a_document_than_it_quotes(documents: dict[str, str]) -> None:
    """No file of the repository has four sentences of a document in a row."""
    for path in repository():
        text = path.read_text("utf-8", errors="replace")
        assert held(text, documents) == [], path


@with_texts
@pytest.mark.slow
def test_no_page_holds_more_of_a_document_than_it_quotes(
    documents: dict[str, str], tmp_path: Path
) -> None:
    """No page of the built site has four sentences of a document in a row, nor has its search."""
    build_site(ROOT, tmp_path / "site")
    for path, html in pages_of(tmp_path / "site").items():
        assert held(parse(html).text, documents) == [], path
    index = (tmp_path / "site" / "search" / "search_index.json").read_text("utf-8")
    assert held(index, documents) == []


@with_texts
def test_a_copied_article_would_be_found(documents: dict[str, str]) -> None:
    """A whole document in other typography, wrapped as YAML wraps it, does not pass unseen."""
    for text in documents.values():
        wrapped = text.replace("’", "'").replace(" ", "\n    ")
        assert len(held(wrapped, documents)) > 5
