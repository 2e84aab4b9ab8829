"""Which capitalised words are names that the records know, and which offices are whose."""

import pytest

from tests.editing.pieces import BOARDS, SITE, TORN, changed, codes, found
from tests.specimens import edited

PELL = "data/people/jory-pell.yml"


@pytest.mark.parametrize(
    "line",
    [
        "The Quillbeck Courier, Hill Radio and the Valley Post do not agree on it.",
        "Ada Thorn, Thorn’s council and Jory Pell’s goats.",
        "On Wednesday, in March, and in Feb. as well.",
        "The Register of the bridges of the Sedge has it.",
        "He, she and I, or so Mr. Pell has it.",
        "Western and Eastern bank, a plan B and an X.",
        'Nobody at the “Ministry of Bridges” or "Zanzini\'s" has it.',
        "“Zanzini” has it: Nobody else.",
    ],
)
def test_names_that_are_known(line: str) -> None:
    """People, origins, outlets, places, days, single letters and quoted words are known."""
    assert codes(changed(TORN, "bottom_line", line)) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("The mayor and Una Frost have it.", ["Una Frost"]),
        ("The mayor of Brook’s End has it.", ["Brook", "End"]),
        ("The NGF has it, and so has Zanzini.", ["NGF", "Zanzini"]),
        ("Ada Thron has it.", ["Thron"]),
        ("The Upper-Sedge council has it.", ["Upper"]),
    ],
)
def test_names_that_nobody_knows(line: str, names: list[str]) -> None:
    """Each unknown name is a finding, words that stand together are one."""
    told = [(code, message) for code, message in found(changed(TORN, "bottom_line", line))]
    assert told == [("W716", f"no record knows the name “{name}”") for name in names]


def test_the_first_word_is_no_name() -> None:
    """What begins a sentence has its capital from that, unless it is a listed other spelling."""
    assert codes(changed(TORN, "bottom_line", "Undecided is what the text has.")) == []
    (one,) = found(changed(TORN, "bottom_line", "Jorey Pell has it."))
    assert one == ("W716", "the site writes “Jory Pell”, not “Jorey”")
    wrong = edited(PELL, "other_spellings: [Jorey Pell]", "wrong_spellings: [Jorrey]")
    (one,) = found(wrong, changed(TORN, "bottom_line", "By Jorrey it was left open."))
    assert one == ("W716", "the site writes “Jory Pell”, not “Jorrey”")


def test_the_glossary_makes_a_name_known() -> None:
    """A term of the glossary is known, and with a land its people; so is a name in a meaning."""
    line = "The NGF, the Fenlandians and the Fenlandian council of Dale have it."
    assert codes(changed(TORN, "bottom_line", line)) == ["W716"] * 4
    glossary = (
        "glossary:\n  - {term: NGF, meaning: The goatherds of Fenland.}\n"
        "  - {term: Fenlandia, meaning: The land around Dale.}\nas_of:"
    )
    assert codes(edited(SITE, "as_of:", glossary), changed(TORN, "bottom_line", line)) == []


def test_a_record_tells_its_own_places() -> None:
    """The place of a claim and the words for the unnamed are known in that claim."""
    line = "The Brook council decides it."
    place = edited(TORN, "made: 2024-03-06\n", "made: 2024-03-06\nplace: Brook\n")
    bottom = "The headline decides what the text below it leaves open."
    assert codes({TORN: place[TORN].replace(bottom, line)}) == []


@pytest.mark.parametrize(
    "claim",
    [
        "Mayor Thorn told the council that two rotten boards had been found.",
        "The mayor Ada Thorn told the council that two rotten boards had been found.",
        "Quillbeck Mayor Thorn told the council of two boards.",
        "Carpenter Jory Pell and Mayor Thorn told the council of two boards.",
        "The mayor, Thorn, told the council of two boards.",
        "The director told Thorn of two boards.",
        "“Governor Thorn” told the council of two boards.",
    ],
)
def test_offices_that_are_right(claim: str) -> None:
    """The office may be said in its words, in any case; apart from the name it is none."""
    assert codes(changed(BOARDS, "claim", claim)) == []


@pytest.mark.parametrize(
    ("claim", "shown"),
    [
        ("Governor Thorn told the council of two boards.", "Governor"),
        ("The deputy mayor Ada Thorn told the council of two boards.", "deputy mayor"),
        ("Former Mayor Thorn told the council of two boards.", "Former Mayor"),
        ("Jory Pell and Prime Minister Thorn told the council of two boards.", "Prime Minister"),
    ],
)
def test_offices_that_are_wrong(claim: str, shown: str) -> None:
    """An office that the record does not have is found directly before full name or last name."""
    told = ("W717", f"“{shown}” is not the office of Ada Thorn")
    assert found(changed(BOARDS, "claim", claim)) == [told]


def test_a_defence_is_a_defense() -> None:
    """An office may be spelled in either way, and its land may be left out."""
    office = edited(
        "data/people/ada-thorn.yml", "Mayor of Quillbeck", "British Secretary of Defence"
    )
    claim = "UK Defense Secretary Thorn told the council of two boards."
    before = codes(office).count("W717")
    assert codes(office, changed(BOARDS, "claim", claim)).count("W717") == before - 1
    claim = "The Secretary of State Thorn told the council of two boards."
    assert codes(office, changed(BOARDS, "claim", claim)).count("W717") == before
