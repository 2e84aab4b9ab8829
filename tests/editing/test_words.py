"""What of a text is ours and what it quotes, and the words that it is made of."""

import pytest

from generator.editing.words import is_english, line, outside_mention, outside_quotation, words_in


@pytest.mark.parametrize(
    "text",
    [
        "We say “they do” here.",
        'We say "they do" here.',
        "We say ‘they do’ here.",
        "We say ‘they’ve done’ here.",
        "We say „they do“ here.",
        "We say „they do” here.",
        "We say ‚they do‘ here.",
        "We say «they do» here.",
        "We say »they do« here.",
        "We say “they do “so” do” here.",
    ],
)
def test_what_is_quoted_is_blanked(text: str) -> None:
    """In the quotation marks of any language words are others', and ours keep their place."""
    ours = outside_quotation(text)
    assert "they" not in ours
    assert ours.index("We say") == text.index("We say")
    assert ours.endswith("here.")
    assert len(ours) == len(text)


@pytest.mark.parametrize("text", ["“It goes on", "‘It goes on", "„It goes on", "«It goes on"])
def test_a_quotation_that_is_not_closed(text: str) -> None:
    """Where a quotation does not end, nothing behind its mark is ours."""
    assert outside_quotation(f"Ours: {text} and on.").strip() == "Ours:"


def test_what_is_ours() -> None:
    """An apostrophe and an inch open no quotation; asterisks set words apart, not sums."""
    assert outside_quotation("The mayor’s 5\" board isn't it.") == "The mayor’s 5\" board isn't it."
    assert outside_mention("The word *blunder* is.").split() == ["The", "word", "is."]
    assert outside_mention("It is 2 * 3 * 4.") == "It is 2 * 3 * 4."


def test_words_are_without_marks() -> None:
    """Marks and apostrophes part words, hyphens join them; `parts` has them parted as well."""
    assert words_in("It’s a so-called “deal”—or (not)/no… «Deal».") == [
        *("it", "s", "a", "so-called", "deal", "or", "not", "no", "deal")
    ]
    own = line("claim", "The so-called “rare” deal.")
    assert own.words == {"the", "so-called", "deal"}
    assert own.parts == {"the", "so-called", "so", "called", "deal"}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One sentence of Mr. Pell.", 1),
        ("One. Two.", 2),
        ("One “is. Two.” of it.", 1),
        ("Is it? It is! So.", 3),
    ],
)
def test_sentences_outside_quotations(text: str, sentences: int) -> None:
    """Sentences are those of the seal, and what is quoted has none."""
    assert line("bottom_line", text).sentences == sentences


def test_which_languages_are_english() -> None:
    """English of any land is English, and a language that begins with the same letters is not."""
    assert [is_english(language) for language in ("en", "en-GB", "de", "eng", "enm")] == [
        *(True, True, False, False, False)
    ]
