"""A source's page tells what the document is and shows each thing quoted from it once."""

from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import archive, changed, edited, made


def page(id_: str, changes: dict[str, str | None] | None = None) -> Element:
    """Return the page of a source of the small archive, perhaps changed."""
    return parse(made(changed(changes) if changes else archive())[f"sources/{id_}.md"].body)


def row(id_: str, name: str, changes: dict[str, str | None] | None = None) -> str:
    """Return what the table of a source's page says under a name."""
    [found] = [one for one in page(id_, changes).all("tr") if one.text.startswith(name)]
    return squeezed(found.text.removeprefix(name))


def cards(id_: str, changes: dict[str, str | None] | None = None) -> dict[str, Element]:
    """Return what is quoted on a source's page by its heading, such as `Sentence 4`."""
    found = page(id_, changes).all("div", "fc-card")
    return {next(card.all("h3")).text: card for card in found}


def test_passages_stand_in_the_order_of_the_document() -> None:
    """What is quoted is read from the top of the document down, whatever claims quote it."""
    assert list(cards("courier-report")) == [
        "Sentence 3",
        "Sentence 4",
        "Sentences 4 to 5",
        "Sentence 6",
        "Sentence 7",
        "Sentence 8",
    ]


def test_a_passage_of_two_claims_stands_once_with_both() -> None:
    """Under a passage all claims are named that quote it, each behind its verdict and stance."""
    uses = [squeezed(one.text) for one in cards("courier-report")["Sentence 8"].all("li")]
    whole = "“It was the goats that did it,” said the carpenter, Jory Pell."
    refuted = "✗ Misattributed Mayor Thorn said that it was the goats."
    supported = "? Single origin The carpenter blamed the goats for the state of the bridge."
    cut = "… It was the goats that did it …"
    assert uses == [
        f"{whole} Speaks against it: {refuted}",
        f"{cut} Supports it: {supported}",
        "Beside other wordings: Who blamed the goats",
    ]


def test_a_source_page_does_not_print_its_document() -> None:
    """Of a sealed document the page shows the marked parts alone, with what is cut off marked."""
    [whole] = [
        e.words
        for e in archive().claims["bridge-closed"].evidence
        if e.source == "courier-report" and e.quote
    ]
    shown = [one.text for one in cards("courier-report")["Sentence 3"].all("p", "fc-words")]
    assert "… was closed on Monday evening …" in shown
    assert whole not in page("courier-report").text


def test_a_passage_of_variants_alone_stands_among_the_others() -> None:
    """What only a variant quotes has its place in the document's order and leads to the variant."""
    found = cards("quillbeck-today")
    assert list(found) == ["Sentence 2", "Sentence 3"]
    assert [squeezed(one.text) for one in found["Sentence 2"].all("li")] == [
        "Beside other wordings: “Closed” in five wordings"
    ]
    assert [one.attributes["id"] for one in found.values()] == ["ff68c4d3", "b69d7bf1"]


def test_the_gravest_judgement_of_damage_is_shown() -> None:
    """A passage that one record takes for readable and another for lost is shown as lost."""
    path = "data/variants/closed-or-shut.yml"
    found = cards("bridge-digest", edited(path, "damage: words", "damage: sense"))["Sentence 3"]
    assert "fc-lost" in found.classes
    assert "Supports it: ✓ Corroborated The footbridge was closed" in squeezed(found.text)
    assert "was shut" not in found.text


def test_the_page_does_not_claim_more_than_we_know() -> None:
    """Address, date and seal each say how they are known, or that they are not."""
    assert row("bridge-digest", "Address") == "unknown"
    assert row("bridge-digest", "Published") == "date unknown"
    assert row("courier-report", "Address").endswith("(seen live)")
    assert row("tal-bote", "Address").endswith("we have not seen the live page)")
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
