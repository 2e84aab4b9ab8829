"""What our own sentences set in quotation marks, the evidence has."""

import pytest

from tests.editing.pieces import SOLD, every_code
from tests.specimens import edited, tiny

LINE = next(line for line in tiny(SOLD).split("\n") if line.startswith("bottom_line"))
VARIANT = "data/variants/who-blamed-goats.yml"


def said(bottom_line: str) -> list[str]:
    """Return the codes of what is found when a claim has this bottom line."""
    return every_code(edited(SOLD, LINE, f"bottom_line: >-\n  {bottom_line}"))


@pytest.mark.parametrize(
    "bottom_line",
    [
        "One document says that it is “to be sold”.",
        "One document says that it is “to be sold to a circus.”",
        'One document says that it is "to be sold".',
        "One document says: “It is … a circus”.",
        "One document says “IT IS to be sold”.",
        "It's said of the bridge that it will be sold.",
    ],
)
def test_words_of_the_record_may_be_quoted(bottom_line: str) -> None:
    """In either kind of mark, with words left out, in any case and with our full stop inside."""
    assert said(bottom_line) == []


@pytest.mark.parametrize(
    ("bottom_line", "code"),
    [
        ("One document says that it “was sold”.", "W718"),
        ('One document says that it "was sold".', "W718"),
        ("One document says: “It is … a zoo”.", "W718"),
        ("One document says that it is “to be so”.", "W718"),
        ("One document says that it is “to be sold.", "W723"),
        ('One document says that it is "to be sold.', "W723"),
    ],
)
def test_words_of_nobody_may_not(bottom_line: str, code: str) -> None:
    """Other words, half a word, an invented end, and a mark that hides what stands behind it."""
    assert said(bottom_line) == [code]


def test_a_variant_quotes_its_wordings_alone() -> None:
    """Title and `changed` of a variant are read as well."""
    changed = "changed: The carpenter’s words are given to the mayor."
    good = changed.replace("words", "“It was the goats”")
    bad = changed.replace("words", "“It was the boars”")
    assert every_code(edited(VARIANT, changed, good)) == []
    assert every_code(edited(VARIANT, changed, bad)) == ["W718"]


def test_an_invented_quotation_has_no_exception() -> None:
    """A waiver of W718 is itself a finding, and silences nothing."""
    line = "bottom_line: It was called “a disgrace”.\nwaives: [{code: W718, because: So it was.}]"
    assert every_code(edited(SOLD, LINE, line)) == ["W718", "W727"]
