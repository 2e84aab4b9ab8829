"""Passages that can be understood by themselves, and slips that are marked as the document's."""

import pytest

from generator.editing.quoting import _leans
from tests.editing.pieces import BOARS, SITE, SOLD, codes
from tests.specimens import edited

VARIANT = "data/variants/boards-became-boars.yml"
THORN = "data/people/ada-thorn.yml"


@pytest.mark.parametrize(
    "passage",
    [
        "The mayor closed the bridge. She gave no reason.",
        "It is unclear whether the bridge will be mended.",
        "It was not known on Monday who had closed it.",
        "It emerged that the boards were rotten.",
        "It was the mayor who closed the bridge.",
        "This week the bridge was closed, and these days nobody crosses it.",
        "Those familiar with the bridge said that it was rotten.",
        "Italy has bridges too.",
        "“It was the goats,” said the carpenter.",
        "“This is a deal of the mayor’s,” the official said. “It’s tough.”",
        "“She closed it,” said the carpenter of Mayor Thorn. “Ada Thorn did.”",
        "“He told Jory Pell,” the mayor added.",
        "“I closed it,” she said.",
        "The mayor said “we” and ‘they’, and didn’t say ‘who’.",
        '"It was closed," according to the Courier.',
    ],
)
def test_passages_that_stand_alone(passage: str) -> None:
    """A pronoun inside, one that means nobody, and speech that tells enough are no findings."""
    assert list(_leans(passage)) == []


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        ("She gave no reason.", "begins with “She”"),
        ("It is to be sold.", "begins with “It”"),
        ("These boards were rotten.", "begins with “These”"),
        ("Their boards were rotten.", "begins with “Their”"),
        ("“They closed it,” the carpenter said.", "begins with “They”"),
        ("“It was tough.”", "begins with “It”"),
        ("“It was tough,” he said.", "begins with “It”"),
        ("“We found two boards, the mayor said.", "opened and never closed"),
        ("We found two boards,” the mayor said.", "closed and was never opened"),
        ('"We found two boards, the mayor said.', "stands without its other one"),
        ("It is tough,” said the official. “Very tough.", "begins with “It”"),
    ],
)
def test_passages_that_lean_on_another(passage: str, told: str) -> None:
    """A pronoun that nothing explains and a quotation that is cut are told."""
    ((message, _),) = _leans(passage)
    assert told in message


def test_a_note_explains() -> None:
    """With a note a passage may lean on another sentence, in a claim and in a variant."""
    assert codes(edited(SOLD, "    note: “It” is the footbridge.\n", "")) == ["W720"]
    assert codes(edited(SOLD, "“It” is the footbridge.", "The bridge is meant.")) == []


@pytest.mark.parametrize(("language", "expected"), [("en-GB", ["W720"]), ("de", [])])
def test_a_passage_in_another_language(language: str, expected: list[str]) -> None:
    """What begins with a pronoun is asked of passages in English alone, whatever the site's."""
    other = edited(SOLD, "    note: “It” is the footbridge.\n", f"    language: {language}\n")
    german = edited(SITE, "language: en", "language: de")
    assert codes(other) == codes(other, german) == expected


def test_slips_in_claims_and_variants() -> None:
    """A wrong spelling wants its `sic` in every quotation, whole or as part of a longer one."""
    wrong = edited(THORN, "name: Ada Thorn\n", "name: Ada Thorn\nwrong_spellings: [boars]\n")
    assert codes(wrong) == []
    assert codes(wrong, edited(VARIANT, "    sic: [rotten boars]\n", "")) == ["W721"]
    shorter = edited(BOARS, "    sic: [rotten boars]\n", "    sic: [boars]\n")
    assert codes(wrong, shorter) == []
    longer = edited(
        THORN, "name: Ada Thorn\n", "name: Ada Thorn\nwrong_spellings: [two rotten boars]\n"
    )
    assert codes(longer) == []
    part = edited(THORN, "name: Ada Thorn\n", "name: Ada Thorn\nwrong_spellings: [boar]\n")
    assert codes(part, edited(VARIANT, "    sic: [rotten boars]\n", "")) == []
