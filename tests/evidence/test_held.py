"""Words found among the sentences that the archive quotes, as in the document itself."""

from dataclasses import replace

import pytest

from generator.evidence.held import locate_held
from generator.evidence.quoting import locate
from generator.evidence.seal import Proof, SealIndex, cut, hashes, prove
from generator.evidence.sentences import split
from generator.records.reading import Records, read
from generator.records.tree import WorkTree
from tests.specimens import ROOT, TINY, TINY_TEXTS


@pytest.fixture(scope="module")
def records() -> Records:
    """The records of the tiny archive."""
    return read(WorkTree(TINY))


@pytest.mark.parametrize(
    ("source", "words", "count"),
    [
        ("courier-report", "two rotten boards", 1),
        ("courier-report", "TWO ROTTEN BOARDS", 1),
        ("courier-report", "on Monday. Nobody asked her why.", 1),
        ("courier-report", "why. Some 40 people", 1),
        ("courier-report", "on Monday", 2),
        ("hill-radio-notes", "no way across", 0),
        ("quillbeck-today", "reporter", 0),
        ("valley-post", "post the bridge", 0),
    ],
)
def test_as_in_the_document(records: Records, source: str, words: str, count: int) -> None:
    """What is found among quoted sentences is what would be found in the whole text."""
    found = [run for run in locate_held(words, records, records.sources[source]) if run.exact]
    assert len(found) == count
    seal = records.sources[source].seal
    assert seal is not None
    if found:
        text = (TINY_TEXTS / f"{source}.txt").read_text(encoding="utf-8")
        assert found == locate(words, text, seal.skip)


def test_no_words_across_a_gap(records: Records) -> None:
    """Two quoted sentences with one between them that nobody quotes are no passage."""
    claims = {id_: claim for id_, claim in records.claims.items() if id_ != "built-in-1950"}
    fewer = replace(records, claims=claims)
    post = records.sources["valley-post"]
    assert [r.numbers for r in locate_held("by volunteers. It is", records, post)] == [(4, 5)]
    for words in ("told the Courier. It is", "by volunteers. It is"):
        assert not any(run.exact for run in locate_held(words, fewer, post))
    assert [r.numbers for r in locate_held("It is to be sold", fewer, post)] == [(5,)]


def test_suggestions_are_quoted_sentences(records: Records) -> None:
    """Words that are not there bring the quoted sentences that hold the like."""
    found = locate_held("two rotten board", records, records.sources["courier-report"])
    assert [(run.exact, run.numbers) for run in found][:1] == [(False, (4,))]


def test_an_unsealed_source_holds_nothing(records: Records) -> None:
    """Nothing is proved of a source without a seal."""
    assert locate_held("1998", records, records.sources["bridge-register"]) == []


@pytest.mark.slow
def test_everything_that_is_quoted_is_found() -> None:
    """In the archive of this repository every proved passage is found by its own words."""
    records = read(WorkTree(ROOT))
    quoting = [r.quoting() for r in (*records.claims.values(), *records.variants.values())]
    passages = {(p.source, p.passage) for r in quoting for p in r.pieces if p.passage}
    assert passages
    for source, passage in passages:
        found = locate_held(passage, records, records.sources[source])
        assert " ".join(passage.split()) in [run.passage for run in found if run.exact]


def test_a_passage_is_cut_into_its_sentences() -> None:
    """A proved passage comes apart into its sentences, each in its own characters."""
    text = "One thing, he said. “Two\u00a0things!” Three…"
    index = SealIndex(hashes("leaf", text))
    passage = "One  thing,\nhe said. “Two\u00a0things!” Three..."
    proof = prove("leaf", passage, index)
    assert isinstance(proof, Proof)
    sealed = [index.sentences[number - 1] for number in proof.numbers]
    assert cut("leaf", passage, sealed) == [
        "One  thing,\nhe said.",
        "“Two\u00a0things!”",
        "Three...",
    ]
    assert len(split(text)) == 3


def test_another_passage_is_not_cut() -> None:
    """A passage that is not these sentences is refused."""
    with pytest.raises(ValueError, match="not these sentences"):
        cut("leaf", "Some words.", list(hashes("leaf", "Other words.")))
