"""A source's page tells what the document is and shows each thing quoted from it once."""

from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import SMALL, archive, changed, edited, made


def page(id_: str, changes: dict[str, str | None] | None = None) -> Element:
    """Return the page of a source of the small archive, perhaps changed."""
    return parse(made(changed(changes) if changes else archive())[f"sources/{id_}.md"].body)


def row(id_: str, name: str, changes: dict[str, str | None] | None = None) -> str:
    """Return what the table of a source's page says under a name."""
    [found] = [one for one in page(id_, changes).all("tr") if one.text.startswith(name)]
    return squeezed(found.text.removeprefix(name))


def test_passages_stand_in_the_order_of_the_document() -> None:
    """What is quoted is read from the top of the document down, whatever claims quote it."""
    document = (SMALL.parent / "small-texts" / "courier-report.txt").read_text("utf-8")
    shown = [one.text.split("\n")[0] for one in page("courier-report").all("p", "fc-words")]
    places = [document.index(text) for text in shown]
    assert places == sorted(places)
    assert len(places) == 6


def test_a_passage_of_two_claims_stands_once_with_both() -> None:
    """Under a passage all claims are named that quote it, each behind its verdict and stance."""
    cards = list(page("courier-report").all("div", "fc-card"))
    [card] = [one for one in cards if "It was the goats" in one.text]
    uses = [squeezed(one.text) for one in card.all("li")]
    assert uses == [
        "Speaks against it: ✗ Misattributed Mayor Thorn said that it was the goats.",
        "Supports it: ? Single origin The carpenter blamed the goats for the state of the bridge.",
    ]


def test_the_page_does_not_claim_more_than_we_know() -> None:
    """Address, date and seal each say how they are known, or that they are not."""
    assert row("bridge-digest", "Address") == "unknown"
    assert row("bridge-digest", "Published") == "date unknown"
    assert row("courier-report", "Address").endswith("(seen live)")
    assert row("valley-post", "Address").endswith("we have not seen the live page)")
    assert row("hostile-herald", "Published").startswith("March 2024 (we do not know on what")
    assert row("tal-bote", "Seal").startswith("none: we saw excerpts only")
    assert row("tal-bote", "Title") == "unknown"
    path = "data/sources/bridge-digest.yml"
    untitled = edited(path, "title: Old footbridge closed until spring", "title: unknown")
    assert row("bridge-digest", "Title", untitled) == "unknown; the text we hold has none"


def test_an_excerpt_is_marked_and_lifts_nothing() -> None:
    """What we saw in part is marked as unproved, and the page says what it may do all the same."""
    last = list(page("tal-bote").all("p", "fc-unproved"))[-1]
    assert "lift none by themselves" in last.text
    last = list(page("bridge-register").all("p", "fc-unproved"))[-1]
    assert "may contradict a fact" in last.text


def test_lineage_names_every_tie() -> None:
    """Each origin of a document stands with its way and how it is known, inferred ones marked."""
    [section] = [one for one in page("quillbeck-today").all("section") if "come from" in one.text]
    courier, radio = [squeezed(one.text) for one in section.all("li")]
    assert courier.endswith("How we know: its sentences follow those of Quillbeck Courier.")
    assert radio.startswith("Hill Radio, as copied by Quillbeck Today. Inferred. How we know: we")
    assert radio.endswith(" a barrier.")
