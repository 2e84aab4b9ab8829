"""Evidence stands in groups in the order of the page, for and against with equal weight."""

from generator.pages.cards import rows
from tests.pages.dom import parse, squeezed
from tests.pages.sites import archive, changed, edited, made

CONTESTED = "claims/forty-cross-it.md"


def test_for_and_against_stand_side_by_side_where_there_is_both() -> None:
    """A contested claim has one row of two groups; any other claim has rows of one."""
    keys = {
        id_: [[group.key for group in row] for row in rows(archive(), claim)]
        for id_, claim in archive().claims.items()
    }
    assert keys["forty-cross-it"] == [["supports", "refutes"]]
    several = {id_ for id_, listed in keys.items() if any(len(row) > 1 for row in listed)}
    assert several == {"forty-cross-it"}
    body = parse(made(archive())[CONTESTED].body)
    [sides] = body.all("div", "fc-sides")
    assert [one.attributes["id"] for one in sides.all("section")] == ["supports", "refutes"]


def test_what_the_report_has_follows_where_it_was_said() -> None:
    """The cleaner words of the same report come straight after the garbled ones."""
    garbled = archive().claims["mayor-found-rotten-boars"]
    assert [row[0].key for row in rows(archive(), garbled)] == ["states", "wording"]


def test_the_line_of_jumps_names_every_group_with_its_number() -> None:
    """Above the evidence stands what there is of it, and where the unknowns are."""
    body = parse(made(archive())[CONTESTED].body)
    [jump] = body.all("p", "fc-jump")
    assert squeezed(jump.text) == "For (1) · Against (1) · Why · Cite · What an origin is"
    places = [one.attributes["id"] for one in body.all() if "id" in one.attributes]
    *own, origins = jump.all("a")
    assert origins.attributes["href"] == "../../origins/"
    for link in own:
        assert link.attributes["href"].removeprefix("#") in places


def test_the_live_page_opens_at_the_words() -> None:
    """The link to a source's address names the first and last words, and vouches for nothing."""
    body = parse(made(archive())["claims/mayor-said-1950.md"].body)
    [proof, repeat] = body.all("details", "fc-proof")
    assert squeezed(proof.text) == (
        "Word for word in the text we hold The text was sealed on 11 March 2024. On 30 May 2024 "
        "its address led to another: try the live page. Link to this passage · How to repeat it"
    )
    live, own, how = proof.all("a")
    assert live.attributes == {
        "href": "https://courier.example.org/footbridge#:~:text="
        "The%20bridge%20dates,council%20on%20Monday",
        "rel": "nofollow noreferrer",
    }
    [card] = body.all("div", "fc-card")
    assert own.attributes["href"] == f"#{card.attributes['id']}"
    [record] = [one for one in body.all("section") if one.attributes["id"] == "record"]
    assert how.attributes["href"] == "#record"
    assert repeat in list(record.all("details"))
    assert "factcheck seal --verify courier-report FILE" in repeat.text


def test_a_source_without_an_address_offers_no_link() -> None:
    """Where no address is known the proof says so, and nothing leads away."""
    path = "data/sources/courier-report.yml"
    old = "url: https://courier.example.org/footbridge\nurl_basis: live\n"
    unknown = changed(edited(path, old, "url: unknown\n"))
    body = parse(made(unknown)["claims/mayor-said-1950.md"].body)
    proof, *_ = body.all("details", "fc-proof")
    assert "The address of the document is not known." in squeezed(proof.text)
    assert {link.attributes["href"][0] for link in proof.all("a")} == {"#"}


def test_the_proof_can_be_repeated() -> None:
    """The page names the command for each sealed document that it quotes, once."""
    body = parse(made(archive())["claims/bridge-closed.md"].body)
    commands = [one.text for one in body.all("code") if one.text.startswith("factcheck ")]
    claim = archive().claims["bridge-closed"]
    held = dict.fromkeys(e.source for e in claim.evidence if e.passage)
    assert commands == [f"factcheck seal --verify {id_} FILE" for id_ in held]
    assert len(commands) > 1
