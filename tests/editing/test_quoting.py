"""Passages that can be understood by themselves, and slips that are marked as the document's."""

import pytest

from generator.editing.context import Context
from generator.editing.quoting import _leans
from generator.evidence.archive import verify
from generator.records.reading import read
from tests.editing.pieces import BOARS, codes
from tests.specimens import TINY, Overlay, edited

RECORDS = read(Overlay(TINY))
CONTEXT = Context(RECORDS, verify(RECORDS))
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
    assert _leans(CONTEXT, passage) is None


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
        ("It is tough,” said the official. “Very tough.", "begins with “It”"),
    ],
)
def test_passages_that_lean_on_another(passage: str, told: str) -> None:
    """A pronoun that nothing explains and a quotation that is cut are told."""
    leans = _leans(CONTEXT, passage)
    assert leans is not None
    assert told in leans[0]


def test_a_note_explains() -> None:
    """With a note a passage may lean on another sentence, in a claim and in a variant."""
    sold = "data/claims/sold-to-a-circus.yml"
    assert codes(edited(sold, "    note: “It” is the footbridge.\n", "")) == ["W720"]
    assert codes(edited(sold, "“It” is the footbridge.", "The bridge is meant.")) == []


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
