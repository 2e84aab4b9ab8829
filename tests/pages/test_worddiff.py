"""Two wordings are compared word by word, and nothing is told that the texts do not bear out."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.pages.worddiff import Comparison, Side, aligned, compare, steps

quick = settings(derandomize=True, deadline=None, max_examples=200)
WORDS = (
    *("bridge", "bridges", "Bridge", "the", "The", "was", "shut", "closed", "Thorn", "Thorne"),
    *("U.S.", "US", "1,000", "it’s", "it's", "goats’", "half-built", "co-op", "“so”", "(a)", "–"),
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
odd = st.text(alphabet="aZ'’.,- “”()\u00ad\u0301é1%", max_size=30)


def side(text: str) -> Side:
    """Return the part of a text between bars, or a whole text, as what is compared."""
    if "|" not in text:
        return Side(text, 0, len(text))
    before, part, after = text.split("|")
    return Side(before + part + after, len(before), len(before) + len(part))


def compared(old: str, new: str) -> Comparison:
    """Return the comparison of two texts that are near enough."""
    found = compare(side(old), side(new))
    assert found is not None
    return found


def marked(old: str, new: str) -> list[str]:
    """Return the pieces of the new text that the old one does not have."""
    return [text for text, alone in side(new).pieces(compared(old, new).in_new) if alone]


@pytest.mark.parametrize(
    ("old", "new", "left_out", "added", "changed", "moved"),
    [
        ("the old bridge was shut", "the bridge was shut", ["old"], [], [], []),
        ("the bridge was shut", "the bridge was never shut", [], ["never"], [], []),
        ("she declined to sign", "she chose not to sign", [], [], [("declined", "chose not")], []),
        ("they’ve left us", "they have left us", [], [], [("they’ve", "they have")], []),
        (
            "Thorn wants a bridge soon",
            "Thorne wants a bridge soon",
            [],
            [],
            [("Thorn", "Thorne")],
            [],
        ),
        ("he would mend it all", "he could mend it all", [], [], [("would", "could")], []),
        (
            "shut at noon, the mayor Thorn said",
            "Thorn said, shut at noon",
            ["the mayor"],
            [],
            [],
            ["Thorn said"],
        ),
        (
            "Monday's meeting on the bridge",
            "the meeting on the bridge of Monday",
            [],
            ["the", "of"],
            [("Monday's", "Monday")],
            [],
        ),
        (
            "U.S. goats on half of the bridge",
            "50% goats on half of the bridge",
            ["U.S."],
            ["50%"],
            [],
            [],
        ),
        (
            "mended it by spending more money here at once, he said",
            "mended it with goats, he said",
            ["by spending more money here at once"],
            ["with goats"],
            [],
            [],
        ),
        (
            "I like it,” she said. “But it is shut",
            "But it is shut",
            ["I like it", "she said"],
            [],
            [],
            [],
        ),
    ],
)
def test_what_differs_is_told(
    old: str,
    new: str,
    left_out: list[str],
    added: list[str],
    changed: list[tuple[str, str]],
    moved: list[str],
) -> None:
    """Words are left out, added, changed for others in one place, or put in another place."""
    found = compared(old, new)
    told = found.left_out, found.added, found.changed, found.moved
    assert [*map(list, told)] == [left_out, added, changed, moved]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the bridge was shut", "The bridge was shut."),
        ("“goats” – the mayor’s own", "'goats' - the mayor's own"),
        ("nothing there. [about goats]", '"nothing there about goats"'),
        ("U.S. goats", "US goats"),
        ("half-built", "half built"),
        ("some go\u00adats", "some goats"),
    ],
)
def test_marks_and_first_capitals_are_no_difference(old: str, new: str) -> None:
    """Quotation marks, dashes, brackets, stops and a first letter's case tell nothing apart."""
    assert compared(old, new) == Comparison()
    assert side(old).keys == side(new).keys


def test_other_capitals_are_a_difference() -> None:
    """A state of which one word is made up of capitals is not the pronoun."""
    assert compared("to US all the goats", "to us all the goats").changed == (("US", "us"),)


def test_what_stands_outside_the_part_is_not_told_as_missing() -> None:
    """Words that either passage has beside its quote are neither left out nor added."""
    old = "|the mayor Ada Thorn said it was shut| on Monday"
    new = "Ada Thorne was there: |it was shut on Monday|"
    assert compared(old, new).left_out == ("the mayor Ada Thorn said",)
    assert compared("|Ada Thorn: it was shut|, he said", "Thorn, Ada, |it was shut|") == (
        Comparison()
    )
    assert compared("|it was shut| on Monday", "|it was shut on Monday|") == Comparison()


def test_words_that_only_the_new_text_has_are_marked_in_it() -> None:
    """The marks go from the first to the last word of a run, over what stands between."""
    assert marked("a bridge was shut", "a bridge, too (it seems), was shut") == ["too (it seems"]
    assert marked("she declined to sign", "She “chose not” to sign.") == ["chose not"]
    assert marked("Thorn said, shut at noon", "shut at noon, Thorn said") == []


@pytest.mark.parametrize(
    ("old", "new", "close"),
    [
        ("told the FT", "told Fort", True),
        ("Thorn", "Thorne", True),
        ("Thorn", "Pell", False),
        ("a draft contract", "the draft agreement", True),
        ("two goats were seen on the old bridge", "the mayor has shut the new road today", False),
        ("one two three four five six", "one two seven eight nine ten", False),
        ("one two three four five six", "one two three eight nine ten", True),
        ("goats", "–", False),
    ],
)
def test_texts_worded_too_differently_are_not_compared(old: str, new: str, close: bool) -> None:
    """Two fifths of the words must be the same, of at most five words a third."""
    assert (compare(side(old), side(new)) is not None) == close


@quick
@given(texts, texts)
@example("half-built – the bridge", "the bridges")
def test_the_steps_make_the_new_words_from_the_old(old: str, new: str) -> None:
    """Each run of old words, replaced by its new one, gives the new text."""
    was, now = side(old).keys, side(new).keys
    made = list(was)
    for (i, j), (k, m) in reversed(steps(was, now, aligned(was, now))):
        assert was[i:j] != now[k:m]
        made[i:j] = now[k:m]
    assert made == now


@quick
@given(texts | odd, texts | odd)
def test_marked_words_rejoin_to_the_very_text(old: str, new: str) -> None:
    """However two texts are compared, the pieces shown are the text, and marks are its words."""
    one, other = side(old), side(f"before |{new}| after")
    found = compare(one, other) or Comparison()
    for here, alone in ((one, found.in_old), (other, found.in_new)):
        pieces = here.pieces(alone)
        assert "".join(text for text, _ in pieces) == here.text[here.start : here.end]
        assert all(text for text, _ in pieces)
        marked = [text for text, alone in pieces if alone]
        assert len(marked) <= len(alone)
        assert all(any(map(str.isalnum, text)) for text in marked)


@quick
@given(texts | odd, texts | odd)
def test_only_words_of_the_texts_are_told(old: str, new: str) -> None:
    """What is told as left out stands in the old text, and as added or moved in the new one."""
    found = compare(side(old), side(new)) or Comparison()
    was, now = " ".join(old.split()), " ".join(new.split())
    assert all(words in was for words in found.left_out)
    assert all(words in now for words in (*found.added, *found.moved))
    assert all(before in was and after in now for before, after in found.changed)


@quick
@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    """Nothing is told of two texts with the same words."""
    one = side(f"{text} bridge")
    assert compare(one, one) == Comparison()


@pytest.mark.parametrize(
    ("old", "new", "left_out"),
    [
        (
            "|They will not sign the deal|, he said.",
            "It is not known why. |They will sign the deal|",
            "not",
        ),
        ("|It has 50 goats in all|", "|It has goats in all|, but 50 of them are old.", "50"),
    ],
)
def test_what_turns_or_counts_is_not_excused_by_its_like(old: str, new: str, left_out: str) -> None:
    """A lost “not” or number is told, wherever else in the passage another one stands."""
    assert compared(old, new).left_out == (left_out,)
