"""Sentences that were not found on a live page, and who quotes them."""

import pytest

from generator.evidence.seal import hashes
from tests.editing.pieces import SOLD, found, quoted
from tests.specimens import edited, tiny

POST = "data/sources/valley-post.yml"
REGISTER = "data/sources/bridge-register.yml"
BOARS = "data/variants/boards-became-boars.yml"


def missing(anchor: str, path: str = POST) -> dict[str, str]:
    """Return the change after which a sentence was not found at the address of a source."""
    watched = f"watched: {{status: changed, on: 2024-03-10, missing: [{quoted(anchor)}]}}\n"
    return edited(path, "\nkind:", f"\n{watched}kind:")


NOBODY = "'f9a740d6' is the anchor of no sentence that is quoted from this source"


def test_what_nobody_quotes() -> None:
    """A sentence of the document that no record quotes is a finding, once."""
    assert found(missing("f9a740d6")) == [("W729", NOBODY)]


@pytest.mark.parametrize(
    ("anchor", "path"),
    [
        ("92e595e2", POST),  # a claim has it
        ("ca7baeb6", POST),  # and of this one a draft alone
        ("b69d7bf1", "data/sources/quillbeck-today.yml"),
        ("d9bde22a", REGISTER),  # an excerpt
    ],
)
def test_what_is_quoted(anchor: str, path: str) -> None:
    """A sentence in a passage or an excerpt of any claim, a draft too, is none."""
    assert "published" not in tiny(SOLD)
    assert found(missing(anchor, path)) == []


def test_what_a_variant_quotes() -> None:
    """A sentence that only a variant quotes is none."""
    wording = "  - {source: bridge-register, origin: bridge-register, excerpt: The boars.}\n"
    lost = missing(hashes("bridge-register", "The boars.")[0][:8], REGISTER)
    assert [code for code, _ in found(lost)] == ["W729"]
    assert found(lost, edited(BOARS, "nearest: 1", f"{wording}nearest: 1")) == []


def test_a_sentence_inside_a_longer_passage() -> None:
    """Any sentence of a passage is quoted, not only its first."""
    assert "Nobody asked her why." in tiny("data/claims/mayor-found-rotten-boards.yml")
    assert found(missing("7d3c358d", "data/sources/courier-report.yml")) == []


def test_a_claim_that_cannot_be_read_may_quote_it() -> None:
    """While a claim cannot be read that names the source, or not at all, nothing is said."""
    assert "valley-post" in tiny(SOLD)
    lost = missing("972003aa", "data/sources/hill-radio-notes.yml")
    for old, new, codes in (
        ("made: 2024-03-06", "made: yesterday", ["E206"]),
        ("bottom_line: ", "bottom_line: [", ["E103"]),
        ("looked_in: [courier-report, hill-radio-notes,", "made: x\nlooked_in: [", ["E106"]),
    ):
        assert [code for code, _ in found(lost, edited(SOLD, old, new))] == codes
    other = edited(SOLD, "made: 2024-03-06", "made: yesterday")
    other = {SOLD: other[SOLD].replace(" hill-radio-notes,", "")}
    assert [code for code, _ in found(lost, other)] == ["E206", "W729"]


def test_a_passage_that_is_not_proved_may_be_it() -> None:
    """A misspelt passage is one finding."""
    wrong = edited(SOLD, "passage: It is to be sold to a", "passage: It is to be sold to the")
    assert [code for code, _ in found(missing("ca7baeb6"), wrong)] == ["E301"]
