"""Words as wide as the reading, origins on one side each, and claims that damaged copies carry."""

import pytest

from tests.editing.pieces import BOARS, CLOSED, FORTY, GOATS, TORN, changed, codes, found
from tests.specimens import edited

UNREAD = edited(TORN, "bridge-digest, quillbeck-today]", "bridge-digest]")


@pytest.mark.parametrize(
    "line",
    [
        "Not all of it is open.",
        "It is not at all open, nor after all decided.",
        "All but one board is open.",
        "The headline says “only” and “never”.",
        "The headline decides what the text leaves open.",
    ],
)
def test_words_that_are_not_wide(line: str) -> None:
    """Turns of phrase and quoted words speak of nothing as a whole, so W702 alone is told."""
    bottom = "The headline decides what the text below it leaves open."
    assert codes({TORN: UNREAD[TORN].replace(bottom, line)}) == ["W702"]


@pytest.mark.parametrize("word", ["Every", "All", "Only", "Never", "No one", "Nobody", "None"])
def test_wide_words_want_all_documents_read(word: str) -> None:
    """A wide word is named instead of the general warning, and with all read it may stand."""
    line = f"{word} of it is open."
    bottom = "The headline decides what the text below it leaves open."
    ((code, message),) = found({TORN: UNREAD[TORN].replace(bottom, line)})
    assert code == "W714"
    assert message == f"“{word}” speaks of every document, and these were not read: quillbeck-today"
    assert codes(changed(TORN, "bottom_line", line)) == []


def test_a_waiver_does_not_hide_what_was_not_read() -> None:
    """A wide word that is waived leaves the general warning in its place."""
    waived = edited(
        GOATS,
        "bridge-digest, quillbeck-today]\n",
        "bridge-digest]\nwaives:\n  - {code: W714, because: He is not in the documents.}\n",
    )
    assert codes(waived) == ["W702"]


def test_a_misspelt_id_is_one_finding() -> None:
    """Where a source's id is at fault nothing is said of what was read."""
    assert codes(edited(TORN, "quillbeck-today]", "quilbeck-today]")) == ["E205"]


REFUTES = (
    "  - source: courier-report\n    stance: refutes\n    aspect: {aspect}\n    origin: {origin}\n"
    "{speaker}    passage: “We found two rotten boards, and I will not wait for a third,” Mayor "
    "Ada Thorn told the council on Monday.\nlooked_in: [bridge-digest]"
)


@pytest.mark.parametrize(
    ("aspect", "expected"),
    [("fact", ["W722"]), ("credit", ["W722"]), ("strength", []), ("wording", [])],
)
def test_an_origin_on_both_sides(aspect: str, expected: list[str]) -> None:
    """In fact or credit an origin is on one side; its wording and strength may differ."""
    more = REFUTES.format(aspect=aspect, origin="courier", speaker="    speaker: none\n")
    assert codes(edited(CLOSED, "looked_in: [bridge-digest]", more)) == expected


def test_origins_that_may_be_one_are_one() -> None:
    """What supports and what refutes may not be perhaps the same act."""
    support = (
        "  - source: bridge-digest\n    stance: supports\n    origin: mayor-on-monday\n"
        "    damage: words\n    passage: The bridge over the Sedge was shut on Monday evening.\n"
    )
    more = support + REFUTES.format(aspect="fact", origin="mayor-to-council", speaker="")
    change = edited(CLOSED, "looked_in: [bridge-digest]", more.replace("[bridge-digest]", "[]"))
    assert codes(change) == ["W722"]


def test_a_lost_sense_is_on_no_side() -> None:
    """A passage whose sense is lost neither supports nor refutes."""
    more = (
        "  - source: bridge-digest\n    stance: refutes\n    origin: courier\n    speaker: none\n"
        "    damage: sense\n    passage: The bridge over the Sedge was shut on Monday evening.\n"
        "looked_in: []"
    )
    assert codes(edited(CLOSED, "looked_in: [bridge-digest]", more)) == []


SHUT = """\
# yaml-language-server: $schema=../schemas/claim.schema.json
claim: The bridge over the Sedge was shut on Monday evening.
claimant: {newsroom: courier}
made: 2024-03-05
verdict: single-origin
bottom_line: LINE
why_checked: It is a damaged copy.
topics: [footbridge]
evidence:
  - source: bridge-digest
    stance: supports
    origin: courier
    speaker: {newsroom: courier}
    damage: none
    passage: The bridge over the Sedge was shut on Monday evening.
MORElooked_in: [SILENT]
"""
SILENT = "hill-radio-notes, valley-post, quillbeck-today"
INTACT = """\
  - source: courier-report
    stance: supports
    origin: courier
    speaker: {newsroom: courier}
    passage: >-
      The footbridge over the Sedge was closed on Monday evening, a reporter of the Courier saw.
"""


def shut(line: str, more: str = "", silent: str = f"courier-report, {SILENT}") -> dict[str, str]:
    """Return the change that adds a claim which the digest carries."""
    text = SHUT.replace("LINE", line).replace("MORE", more).replace("SILENT", silent)
    return {"data/claims/shut-on-monday.yml": text}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A damaged copy says so.", []),
        ("Damaged digest copies say so.", []),
        ("By a damaged copy of its report, the Courier saw it.", []),
        ("The copy says so.", ["W719"]),
        ("A damaged text says so.", ["W719"]),
    ],
)
def test_a_damaged_copy_is_told(line: str, expected: list[str]) -> None:
    """Where garbled documents alone carry a claim, its bottom line says so."""
    assert codes(shut(line)) == expected


def test_an_intact_document_suffices() -> None:
    """With one intact carrier nothing need be told."""
    assert codes(shut("The Courier saw it.", INTACT, SILENT)) == []


def test_a_garbled_source_may_be_quoted_against() -> None:
    """A garbled document that only states or refutes carries nothing."""
    assert codes(changed(FORTY, "bottom_line", "Two newsrooms do not agree.")) == []
    assert codes(edited(BOARS, "related: [mayor-found-rotten-boards]\n", "")) == []
