"""Folding and splitting: what counts as the same text, and where a sentence ends."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.sentences import fold, split
from tests.evidence.typography import NAMES, TEXTS, document, documents, seeds, varied

quick = settings(derandomize=True, deadline=None, max_examples=150)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("‘a’ ‚b‛ cʼd", "'a' 'b' c'd"),
        ("“a” „b‟", '"a" "b"'),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("and so… on", "and so... on"),
        ("a\u00a0b\u2003c\u202fd\u3000e\u1680f\u205fg", "a b c d e f g"),
        (" a\r\n\tb\u2028c\x85d\x1fe \n", "a b c d e"),
        ("sta\u00adtion\u200b, \u200cso\u200d \u2060to\ufeffday", "station, so today"),
        ("Zoe\u0308 Ruz\u030cic\u030cka", "Zoë Ružička"),
        ("e\u200d\u0301", "é"),
    ],
)
def test_variants_fold(text: str, folded: str) -> None:
    """Typographic variants fold to their plain form."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Rain", "rain"),
        ("é", "e"),
        ("\N{CYRILLIC CAPITAL LETTER A}", "A"),
        ("«a»", '"a"'),
        ("′", "'"),
        ("½", "1/2"),
        ("ﬁ", "fi"),
        ("ß", "ss"),
        ("m²", "m2"),
        ("\u202ea", "a"),
        ("·", "•"),
        ("~", "-"),
        ("--", "—"),
        ("..", "…"),
        ("a b", "ab"),
    ],
)
def test_other_characters_stay_apart(text: str, other: str) -> None:
    """Case, accents, other marks, look-alikes and white space within words make a difference."""
    assert fold(text) != fold(other)


@pytest.mark.slow
@quick
@given(st.text() | documents)
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folded text is its own fold, with single plain spaces and none at its ends."""
    folded = fold(text)
    assert fold(folded) == folded
    assert folded.split() == (folded.split(" ") if folded else [])


@quick
@given(documents, seeds)
def test_typography_moves_no_cut(text: str, seed: int) -> None:
    """A document in other typography has the same sentences."""
    assert [s.text for s in split(varied(text, seed, []))] == [s.text for s in split(text)]


@quick
@given(st.text(max_size=60) | documents)
def test_nothing_is_lost(text: str) -> None:
    """The sentences together are the whole text, in order; each holds a letter or a digit."""
    sentences = split(text)
    assert [s.number for s in sentences] == list(range(1, len(sentences) + 1))
    assert all(any(map(str.isalnum, s.text)) and s.text == fold(s.own) for s in sentences)
    if sentences:
        assert " ".join(s.text for s in sentences) == fold(text)
    else:
        assert not any(map(str.isalnum, fold(text)))


@quick
@given(documents)
def test_own_characters(text: str) -> None:
    """Every sentence stands in the document in its own characters, one after another."""
    place = 0
    for sentence in split(text):
        place = text.index(sentence.own, place) + len(sentence.own)
        assert sentence.own == sentence.own.strip()


CUTS = """\
It rained.| It stopped.
It rained!| It stopped?| It rained again.
It rained?!| Yes.
It rained... and stopped.
It rained...| Then it stopped.
It rained…| Then it stopped.
“It rained.”| He left.
'It rained.'| He left.
(It rained.)| He left.
He said “it rained.”| “So it did.”
He said: "Stop!" and left.
It rained.| 12 times.
It rained.| $12 were lost.
It rained.| €5 were found.
It rained. then it stopped.
It rained.| (then it stopped.)
It rained.| [He] left.
It rained.[1]| It stopped.[2][3]| Then snow.
It rained [...] Then it stopped.
It rained.| [...] Then it stopped.
He waited (!) Then he left.
The U.S. Army left the U.K. Parliament in Washington, D.C. Today it is back.
He left the “U.S.”| Then he came.
The pro-U.S. Army came.
He came to B .| Then he left.
He left. ” Then he came.
J. D. Reed and J.-P. Holm met George W. Bell, Ph.D. Then they left.
It opens at 5 p.m. Monday, i.e. Before dark.
Mr. Bell, Mrs. Bell, Ms. Bell, Dr. Bell, Gen. Bell, Lt. Col. Bell and Sen. Bell met Rep. Bell.
Prof. Bell of St. Ives v. Gov. Bell, Jr. The court sat.| It rose.
Bell & Co. President Holm left Acme Inc. Chair Reed.
It is No. 5, see Art. 7, of Feb. 12.| He said no.| Then he left.
The vitamin is D3.| It costs 5m.| Then more.
It's.| That's.| In the 1990s.| Done.
1. Walk.| Do not run.
See point 1.| Then 2.| Then go.
It rained in 2022.| It stopped in 2023.
The price is 4.5 crowns.| It was 5.4.
Версія 2.| Її нема.| Її голова, пан І. Гай, у м. Брід.
Éa.| É. Éa.
E\u0301a.| E\u0301. E\u0301a.
წვიმს.| თოვს.
大雨.| 大雪.
"""


@pytest.mark.parametrize("marked", CUTS.splitlines())
def test_where_a_sentence_ends(marked: str) -> None:
    """A line is cut where the bar stands, and only there."""
    assert [s.own for s in split(marked.replace("|", ""))] == marked.split("| ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\u200b\n***\n", []),
        (
            "A headline\nA line\r\nA third\x85A fourth",
            ["A headline", "A line", "A third", "A fourth"],
        ),
        ("He left.” .\nSo.", ["He left.” .", "So."]),
        ("One.\nʼ\nTwo.", ["One.\nʼ", "Two."]),
        ("One.\n* * *\n—\nTwo.", ["One.\n* * *\n—", "Two."]),
        ("* * *\n|\nOne. Two.", ["* * *\n|\nOne.", "Two."]),
        ("\u200b\nOne.\n\u00ad\nTwo.\n\u200b", ["One.", "Two."]),
    ],
)
def test_pieces_without_words(text: str, expected: list[str]) -> None:
    """Lines end sentences; marks without a word join the sentence before, or after at the top."""
    assert [s.own for s in split(text)] == expected


@pytest.mark.parametrize("name", NAMES)
def test_documents(name: str) -> None:
    """Our own documents have exactly the sentences written beside them."""
    found = [f"{s.number} ¶{s.paragraph} {s.text}\n" for s in split(document(name))]
    assert "".join(found) == (TEXTS / f"{name}.sentences").read_text(encoding="utf-8")


def test_long_lines_end_soon() -> None:
    """Hostile lines take time in proportion to their length."""
    start = time.perf_counter()
    for piece in (".", " .", '."', "Mr. A ", "a.-", "[1]", "x. "):
        assert len(split(f"A{piece * 50_000}{' ' * 50_000}B")) <= 50_001
    assert len(split(f"A{'.' * 200_000}B")) == 1
    assert time.perf_counter() - start < 5
