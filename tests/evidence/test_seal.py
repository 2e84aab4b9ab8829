"""The seal: whole sentences, word for word, prove; nothing else does."""

import hashlib
import random
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.seal import (
    LONGEST_PASSAGE,
    Proof,
    SealIndex,
    Unproved,
    decode,
    document_hash,
    hashes,
    prove,
)
from generator.evidence.sealtext import seal_block
from generator.evidence.sentences import Sentence, fold, split
from tests.evidence.typography import (
    BOILERPLATE,
    HEADLINE,
    NAMES,
    TEXTS,
    document,
    documents,
    seeds,
    varied,
)

SOURCE = "lower-wenderby"
quick = settings(derandomize=True, deadline=None, max_examples=120)


@cache
def sealed(text: str, skip: frozenset[int] = frozenset()) -> SealIndex:
    """The seal of a document, ready for proofs."""
    return SealIndex(hashes(SOURCE, text), skip)


def citable(text: str, skip: frozenset[int]) -> list[Sentence]:
    """The sentences that may be cited."""
    return [sentence for sentence in split(text) if sentence.number not in skip]


@cache
def whole_runs(text: str, skip: frozenset[int]) -> frozenset[str]:
    """The folded text of every run of whole citable sentences: all that may be proved."""
    found = [sentence.text for sentence in citable(text, skip)]
    places = range(len(found) + 1)
    return frozenset(" ".join(found[i:j]) for i in places for j in places if i < j)


def proves(passage: str, text: str, skip: frozenset[int]) -> bool:
    """Whether the passage is proved, and if so, by the sentences whose words it has."""
    proof = prove(SOURCE, passage, sealed(text, skip))
    if isinstance(proof, Unproved):
        return False
    words = " ".join(s.text for s in split(text) if s.number in proof.numbers)
    assert words == fold(passage)
    assert proof.anchor == sealed(text, skip).sentences[proof.numbers[0] - 1][:8]
    return True


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@quick
@given(data=st.data(), seed=seeds)
def test_whole_sentences_prove(name: str, data: st.DataObject, seed: int) -> None:
    """Any run of whole citable sentences proves, however it is wrapped and typeset."""
    text, skip = document(name), BOILERPLATE[name]
    sentences = citable(text, skip)
    first = data.draw(st.integers(0, len(sentences) - 1))
    last = data.draw(st.integers(first + 1, len(sentences)))
    own = " ".join(sentence.own for sentence in sentences[first:last])
    assert proves(own, text, skip)
    assert proves(varied(fold(own), seed), text, skip)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_only_whole_sentences_prove(name: str) -> None:
    """Of all word ranges of a document, exactly those of whole citable sentences prove."""
    text, skip = document(name), BOILERPLATE[name]
    words = " ".join(sentence.text for sentence in citable(text, skip)).split()
    whole = whole_runs(text, skip)
    for first in range(len(words)):
        for last in range(first + 1, min(first + 30, len(words)) + 1):
            passage = " ".join(words[first:last])
            assert proves(passage, text, skip) == (passage in whole), passage


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_character_counts(name: str) -> None:
    """Whichever character of a sentence is changed, left out or doubled, it does not prove."""
    text, skip = document(name), BOILERPLATE[name]
    for sentence in citable(text, skip):
        for place, char in enumerate(sentence.text):
            before, after = sentence.text[:place], sentence.text[place + 1 :]
            for other in {char.swapcase(), "x", "7", ",", "", char + char} - {char}:
                if char + other != "  ":
                    changed = before + other + after
                    assert fold(changed) == sentence.text or not proves(changed, text, skip), (
                        changed
                    )


@pytest.mark.slow
@quick
@given(documents, st.sets(st.integers(1, 6)), st.data(), seeds)
def test_random_documents(text: str, skip: frozenset[int], data: st.DataObject, seed: int) -> None:
    """A passage of random pieces proves exactly when it is a run of whole citable sentences."""
    skip = frozenset(skip)
    sentences = [sentence.text for sentence in split(text)]
    rng = random.Random(seed)
    if not sentences:
        assert prove(SOURCE, "The rain", sealed(text)) == Unproved("not-in-seal", "The rain")
        return
    picks = data.draw(st.lists(st.integers(0, len(sentences) - 1), min_size=1, max_size=4))
    if data.draw(st.booleans()):
        picks = list(range(picks[0], min(len(sentences), picks[0] + len(picks))))
    words = " ".join(sentences[pick] for pick in picks).split(" ")
    if data.draw(st.booleans()):
        del words[rng.randrange(len(words))]
    passage = " ".join(words)
    assert proves(varied(passage, seed), text, skip) == (passage in whole_runs(text, skip))


@pytest.mark.parametrize("name", NAMES)
def test_other_orders(name: str) -> None:
    """A run with a sentence left out, two swapped or one repeated does not prove."""
    text, skip = document(name), BOILERPLATE[name]
    found = [sentence.text for sentence in citable(text, skip)]
    whole = whole_runs(text, skip)
    for one, two, three in zip(found, found[1:], found[2:], strict=False):
        for run in ([one, three], [two, one], [one, one], [one, three, two]):
            passage = " ".join(run)
            proof = prove(SOURCE, passage, sealed(text, skip))
            if passage not in whole:
                assert isinstance(proof, Unproved)
                assert proof.kind == "not-consecutive"


@pytest.mark.parametrize("name", NAMES)
def test_boilerplate(name: str) -> None:
    """Boilerplate is never proved, alone or within a run; around it a run goes on."""
    text, skip = document(name), BOILERPLATE[name]
    sentences = split(text)
    for number in skip:
        own = sentences[number - 1].own
        assert prove(SOURCE, own, sealed(text, skip)) == Unproved(
            "boilerplate", " ".join(own.split())
        )
        assert isinstance(prove(SOURCE, own, sealed(text)), Proof)
    middle = len(sentences) // 2
    one, two, three = (sentence.own for sentence in sentences[middle - 1 : middle + 2])
    index = SealIndex(hashes(SOURCE, text), {middle + 1})
    assert prove(SOURCE, f"{one} {two} {three}", index) == Unproved("boilerplate", two)
    assert isinstance(prove(SOURCE, f"{one} {three}", index), Proof)


def test_boilerplate_that_is_also_text() -> None:
    """A sentence that stands in the document twice, once as boilerplate, can be cited."""
    text = "Rain is near.\nThe mast stands.\nRain is near."
    assert prove(SOURCE, "Rain is near.", sealed(text, frozenset({1}))) == Proof(
        (3,), hashes(SOURCE, text)[2][:8]
    )
    assert prove(SOURCE, "Rain is near.", sealed(text)) == Proof((1,), hashes(SOURCE, text)[0][:8])


@pytest.mark.parametrize("name", NAMES)
def test_another_source(name: str) -> None:
    """The same words sealed for another source prove nothing."""
    text = document(name)
    for sentence in split(text):
        assert isinstance(prove("upper-wenderby", sentence.own, sealed(text)), Unproved)


ONE = "One came. Two, said Mr. Three… came late! Four\nFive stayed. Six went."


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("", Unproved("empty")),
        (" \n\u200b\u00ad ", Unproved("empty")),
        ("One " * (LONGEST_PASSAGE + 1), Unproved("too-long")),
        ("One " * LONGEST_PASSAGE, Unproved("not-in-seal", ("One " * LONGEST_PASSAGE).strip())),
        ("One came. Two, said Mr. Three...  came late!", (1, 2)),
        ("Four Five stayed.", (3, 4)),
        ("Four\nFive", Unproved("not-in-seal", "Five")),
        ("came. Two, said Mr. Three… came late!", Unproved("not-in-seal", "came.")),
        ("Mr. Three…\n came\u00a0late!", Unproved("not-in-seal", "Mr. Three… came late!")),
        (
            "One came. Two, said Mr. Four\ncame late! Six",
            Unproved("not-in-seal", "Two, said Mr. Four came late!"),
        ),
        ("One came. Six gone. Four", Unproved("not-in-seal", "Six gone.")),
        ("Four Six went.", Unproved("not-consecutive", "Six went.")),
        ("Four Five stayed. One came. Two", Unproved("not-in-seal", "Two")),
        ("Six went. One came.", Unproved("not-consecutive", "One came.")),
        ("—", Unproved("not-in-seal", "—")),
        ("One\n\u200b came. Six gone.", Unproved("not-in-seal", "Six gone.")),
        ("One came. \ud800", Unproved("not-in-seal", "\ud800")),
    ],
)
def test_why_not(passage: str, expected: Unproved | tuple[int, ...]) -> None:
    """A passage that is not proved says why, and names its first sentence at fault."""
    proof = prove(SOURCE, passage, sealed(ONE))
    assert (proof.numbers if isinstance(proof, Proof) else proof) == expected


def test_boilerplate_out_of_order() -> None:
    """Where the order is wrong too, the boilerplate is named: it is at fault in any order."""
    index = sealed(ONE, frozenset({3}))
    assert prove(SOURCE, "Six went. One came. Four", index) == Unproved("boilerplate", "Four")


def test_many_ways_to_cut() -> None:
    """A passage that can be cut in very many ways is proved or refused in bounded time."""
    lines = ["x " * n for n in range(1, 60)] + ["x"] * 3000
    index = sealed("\n".join(lines))
    start = time.perf_counter()
    assert isinstance(prove(SOURCE, "x " * LONGEST_PASSAGE, index), Proof)
    refused = prove(SOURCE, "x " * (LONGEST_PASSAGE - 1) + "y", index)
    assert refused == Unproved("not-in-seal", "y")
    assert time.perf_counter() - start < 3


def test_a_hash() -> None:
    """A hash is the first half of sha256 of source id, line feed and folded sentence."""
    first = hashlib.sha256(b"the-leaf\nIt's - so.").hexdigest()[:32]
    second = hashlib.sha256("the-leaf\nЇжак.".encode()).hexdigest()[:32]
    assert hashes("the-leaf", "It’s — so.\nЇжак.") == (first, second)
    assert hashes("the-leaf", "It’s\u00a0–  so. \r\n\r\nІ\u0308жак.\r\n") == (first, second)


@pytest.mark.parametrize("name", NAMES)
def test_seals_never_change(name: str) -> None:
    """The seals of our own documents are those written beside them, whatever their line ends."""
    text = document(name)
    expected = (TEXTS / f"{name}.seal.yml").read_text(encoding="utf-8")
    for same in (text, "\r\n".join(text.splitlines()), varied(text, 1, [])):
        found = hashes(SOURCE, same)
        assert (
            seal_block("0" * 64, "2031-05-06", BOILERPLATE[name], HEADLINE[name], found) == expected
        )


def test_decode() -> None:
    """Text is UTF-8, with or without a byte-order mark, and its line ends stay."""
    assert decode(b"\xef\xbb\xbf\xd0\x87\r\n") == "Ї\r\n"
    assert decode(b"") == ""


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"one\ntwo \xe9", "the text is not UTF-8 (byte 9, in line 2); save it as UTF-8"),
        (b"\xff\xfeo\x00n", "the text is not UTF-8 (byte 1, in line 1); save it as UTF-8"),
    ],
)
def test_decode_other_encodings(raw: bytes, message: str) -> None:
    """Bytes that are not UTF-8 are refused with their place."""
    with pytest.raises(ValueError, match="UTF-8") as error:
        decode(raw)
    assert str(error.value) == message


def test_document_hash() -> None:
    """A document is known by the SHA-256 of its bytes as they are."""
    assert document_hash(b"abc") == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    assert document_hash(b"abc\r\n") != document_hash(b"abc\n")
