"""Words found in a document, in its own characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.quoting import locate
from generator.evidence.sentences import fold, split
from tests.evidence.typography import BOILERPLATE, document, documents

WEATHER = document("weather-station")
SKIP = BOILERPLATE["weather-station"]
quick = settings(derandomize=True, deadline=None, max_examples=100)


@pytest.mark.parametrize(
    ("words", "numbers", "quotes"),
    [
        (
            "weather station",
            [(4,), (6,), (18,)],
            ["weather station", "weather station", "weather\u00ad station"],
        ),
        ("every 10 minutes", [(7,)], ["every 10\u00a0minutes"]),
        ("minutes - day", [(7,)], ["minutes — day"]),
        ('hold it against him,"', [(10,)], ["hold it against him,”"]),
        ("half of the\n time.  He SAID so", [(9, 10)], ["half of the time. He said so"]),
        ("rules. $40", [(16, 17)], ["rules. $40"]),
        ("it", [(7,), (10,), (20,), (21,)], ["it"] * 4),
        ("baker", [(8,), (9,), (19,)], ["baker"] * 3),
        ("Sr.", [(13,)], ["Sr."]),
        ("its own Lower Wenderby", [(4, 6)], ["its own Lower Wenderby"]),
        ("", [], []),
        ("\u200b", [], []),
    ],
)
def test_locate(words: str, numbers: list[tuple[int, ...]], quotes: list[str]) -> None:
    """Words are found whole, across sentences and boilerplate, as the document has them."""
    runs = locate(words, WEATHER, SKIP)
    assert [run.numbers for run in runs] == numbers
    assert [run.quote for run in runs] == quotes
    assert all(run.exact and run.score == 100 and run.quote in run.passage for run in runs)


@pytest.mark.parametrize(
    ("words", "text", "quote"),
    [
        ("Zoë Ružička", document("footbridge"), "Zoe\u0308 Ruz\u030cic\u030cka"),
        ("é est", "Un e\u00ad\u0301\u200b\u2009 est la.", "e\u00ad\u0301\u200b\u2009 est"),
        ("ê\u0323 a", "A e\u0302\u0323 a.", "e\u0302\u0323 a"),
        ("x a", "Un x\u0301 a. Un x a.", "x a"),
        ("a x", "Un a x\u0301. Un a x.", "a x"),
        ("가 a", "b \u1100\u1161 a.", "\u1100\u1161 a"),
        ("THE MAST", "İİ said: the mast stands.", "the mast"),
        ("THE MAST", "The mast, the mast!", "The mast"),
    ],
)
def test_own_characters(words: str, text: str, quote: str) -> None:
    """The words come back in the document's own characters, at their first place in it."""
    [run] = locate(words, text)
    assert run.exact
    assert run.quote == quote


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("the bakar was rong", (9,)),
        ("minute", (7,)),
        ("the bakar", (8,)),
        ("tipping bucket.", (14,)),
        ("tipping bukket wind", (14,)),
        ("the piano fell from the tower", ()),
    ],
)
def test_suggestions(words: str, numbers: tuple[int, ...]) -> None:
    """Words that do not stand in the text bring at most three sentences that hold the like."""
    runs = locate(words, WEATHER, SKIP)
    assert len(runs) == 3 if words == "the bakar" else len(runs) <= 3
    assert not any(run.exact or run.quote or run.score >= 100 for run in runs)
    assert runs[0].numbers == numbers if numbers else not runs


def test_no_boilerplate() -> None:
    """Words of boilerplate are not offered, not even as a suggestion."""
    assert [run.numbers for run in locate("Required fields", WEATHER)] == [(28,)]
    assert locate("Required fields are marked", WEATHER, SKIP) == []


HOSTILE = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from(" \u00a0\n\t'\"#:-?[]{}*&!%@`|>\\,~"),
    min_size=1,
)


@quick
@given(text=HOSTILE.map(lambda text: f"a{text}b") | HOSTILE | documents)
def test_any_words_are_found(text: str) -> None:
    """Whatever a document holds, its own words are found in it, in whole sentences."""
    sentences = split(text)
    if not sentences:
        return
    for run in locate(sentences[0].own, text):
        held = " ".join(sentence.text for sentence in sentences if sentence.number in run.numbers)
        assert fold(run.passage) == held
        assert run.quote in run.passage
        assert not run.exact or fold(run.quote).lower() == sentences[0].text.lower()
