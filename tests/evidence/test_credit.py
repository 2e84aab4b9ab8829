"""Whose origin a piece of evidence is, who speaks in it, and what else must be said of it."""

import pytest

from tests.specimens import check, edited

BOARDS = "data/claims/mayor-found-rotten-boards.yml"
GOATS = "data/claims/carpenter-blamed-goats.yml"
BOARS = "data/claims/mayor-found-rotten-boars.yml"
BUILT = "data/claims/built-in-1950.yml"
SOLD = "data/claims/sold-to-a-circus.yml"
ACT = "data/origins/mayor-to-council.yml"


def codes(*changes: dict[str, str]) -> list[str]:
    """Return the codes of what is found in the tiny archive with these changes."""
    merged: dict[str, str] = {}
    for change in changes:
        merged |= change
    return [finding.code for finding in check(merged).findings]


def test_an_act_may_name_its_person() -> None:
    """That the person of an act speaks in it may be said, and need not be."""
    origin = "    origin: mayor-to-council\n"
    assert codes(edited(BOARDS, origin, f"{origin}    speaker: ada-thorn\n")) == []
    for who in ("jory-pell", "none", "{newsroom: courier}", "{anonymous: the mayor, count: 1}"):
        assert codes(edited(BOARDS, origin, f"{origin}    speaker: {who}\n")) == ["E403"], who


def test_a_sentence_may_be_evidence_of_one_origin_twice() -> None:
    """The same sentence in two passages of one origin is no contradiction."""
    quote = "    quote: We found two rotten boards\n"
    more = (
        "  - source: courier-report\n    stance: supports\n    origin: mayor-to-council\n"
        "    passage: Nobody asked her why.\n"
    )
    assert codes(edited(BOARDS, quote, quote + more)) == []


def test_other_sentences_of_one_document_may_have_other_parts() -> None:
    """A document may state the claim in one sentence and be evidence in another."""
    more = (
        "  - source: valley-post\n    stance: supports\n    origin: courier\n    speaker: none\n"
        "    passage: The footbridge has been closed, the Quillbeck Courier reports.\n"
    )
    passage = "    passage: It is to be sold to a circus.\n"
    assert codes(edited(SOLD, passage, passage + more)) == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-03-10", []),
        ("2024-03", []),
        ("2024", []),
        ("2024-03-09/2024-03-12", []),
        ("unknown", []),
        ("2024-03-11", ["E408"]),
        ("2024-04", ["E408"]),
        ("2024-03-11/..", ["E408"]),
        ("2025", ["E408"]),
    ],
)
def test_hindsight_wants_to_be_sure(date: str, expected: list[str]) -> None:
    """An act is too late only when every reading of its date is after the site's."""
    assert codes(edited(ACT, "date: 2024-03-04", f"date: {date}")) == expected


def test_hindsight_spares_records() -> None:
    """A reference work may be of any date, and an origin may have none."""
    path = "data/origins/bridge-register.yml"
    assert codes(edited(path, "date: 1998", "date: 2030")) == []
    assert codes(edited(path, "date: 1998\n", "")) == []


@pytest.mark.parametrize("damage", ["none", "words"])
def test_damage_is_judged_one_way_or_another(damage: str) -> None:
    """A passage of a garbled source may be undamaged, if it says so."""
    text = (
        "    damage: sense\n"
        "    reads_as: The mayor has found two rotten boards and will not wait for a third.\n"
    )
    found = codes(edited(BOARS, text, f"    damage: {damage}\n"))
    assert found == ["E501"]  # and then it is no longer garbled


def test_damage_of_an_intact_source_may_be_said() -> None:
    """Odd words in an intact source are damage as well; lost sense is not."""
    stance = "    stance: supports\n"
    assert codes(edited(GOATS, stance, f"{stance}    damage: words\n")) == []
    assert codes(edited(GOATS, stance, f"{stance}    damage: sense\n")) == ["E409"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("original", ["E501"]), ("reference", []), ("relay", ["E410"]), ("copy", ["E410"])],
)
def test_who_may_settle(kind: str, expected: list[str]) -> None:
    """Originals and reference works may settle; an excerpt of an original lifts nothing."""
    path = "data/sources/bridge-register.yml"
    assert codes(edited(path, "kind: reference", f"kind: {kind}")) == expected


def test_every_held_document_is_accounted_for() -> None:
    """What is held and neither quoted nor listed is named, all of it in one warning."""
    listed = "looked_in: [courier-report, hill-radio-notes, bridge-digest, quillbeck-today]\n"
    (found,) = check(edited(BUILT, listed, "looked_in: [courier-report]\n")).findings
    assert (found.code, found.severity) == ("W702", "warning")
    assert found.message.endswith(": bridge-digest, hill-radio-notes, quillbeck-today")


def test_a_warning_is_in_nobodys_way() -> None:
    """With warnings alone there is an archive all the same."""
    assert check(edited(BUILT, "bridge-digest, quillbeck-today]", "bridge-digest]")).archive


def test_credits_is_of_the_source_too() -> None:
    """Whom a document credits is an origin that the source is known to pass on."""
    path = "data/claims/mayor-blamed-goats.yml"
    (found,) = check(edited(path, "credits: courier", "credits: mayor-to-council")).findings
    assert found.code == "E401"
    assert "valley-post neither holds nor relays 'mayor-to-council'" in found.message
