"""What a comparison with a live page found is told with its day, and links lead where it is."""

import pytest

from generator.evidence.watching import cited
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import archive, changed, edited, made

POST = "data/sources/valley-post.yml"
WATCHED = "watched: {status: changed, on: 2024-05-30, missing: [286bbe81, 2d07c9e2]}"


def rows(id_: str, **changes: str | None) -> dict[str, Element]:
    """The table of a source's page by its first column, perhaps with a file changed."""
    of = changed(dict(changes)) if changes else archive()
    table = parse(made(of)[f"sources/{id_}.md"].body)
    return {squeezed(next(r.all("th")).text): next(r.all("td")) for r in table.all("tr")}


def said(id_: str, **changes: str | None) -> str:
    """What stands in the row of the last comparison."""
    return squeezed(rows(id_, **changes)["Looked at again"].text)


@pytest.mark.parametrize(
    ("id_", "text"),
    [
        ("valley-post", "On 30 May 2024 the page no longer had two of the sentences quoted here."),
        (
            "courier-report",
            (
                "On 30 May 2024 this address led to another: "
                "https://courier.example.org/2024/footbridge"
            ),
        ),
        (
            "hill-radio-notes",
            (
                "On 30 May 2024 the page was no longer at this address. Our links lead to the "
                "archived copy of 9 March 2024 instead."
            ),
        ),
        (
            "quillbeck-today",
            "On 30 May 2024 the page was no longer at this address. We know of no archived copy.",
        ),
        (
            "hostile-herald",
            "On 30 May 2024 every sentence that we quoted from it still stood on the page.",
        ),
    ],
)
def test_a_status_is_told_with_its_day(id_: str, text: str) -> None:
    """What was found stands on the page of the source, and nothing about why."""
    assert said(id_) == text


def test_what_was_never_watched_says_nothing() -> None:
    """A source that nobody looked at again has no such row."""
    assert "Looked at again" not in rows("tal-bote")


def test_the_missing_sentences_are_marked_in_their_cards() -> None:
    """Those that the page no longer had say so, each in its card, and no others."""
    body = parse(made(archive())["sources/valley-post.md"].body)
    marked = {
        squeezed(next(card.all("h3")).text): [squeezed(p.text) for p in card.all("p", "fc-gone")]
        for card in body.all("div", "fc-card")
    }
    gone = ["On 30 May 2024 this was no longer on the page."]
    assert {name for name, lines in marked.items() if lines == gone} == {"Sentence 3", "Sentence 6"}
    assert all(lines in ([], gone) for lines in marked.values())


def test_of_a_longer_passage_a_part_can_be_missing() -> None:
    """Where one sentence of several is gone the card says that it is a part."""
    path = "data/sources/courier-report.yml"
    old = 'watched: {status: moved, on: 2024-05-30, to: "https://courier.example.org/2024/footbridge"}'
    new = "watched: {status: changed, on: 2024-05-30, missing: [7d3c358d]}"
    of = changed(edited(path, old, new))
    body = parse(made(of)["sources/courier-report.md"].body)
    [line] = [squeezed(p.text) for p in body.all("p", "fc-gone")]
    assert line == "On 30 May 2024 a part of this was no longer on the page."
    proof = parse(made(of)["claims/mayor-found-rotten-boards.md"].body)
    assert line in squeezed(proof.text)


def links(page: str, outlet: str) -> tuple[str, list[tuple[str, str]]]:
    """The proof of the first card of a document on a page: its words, and its links elsewhere."""
    body = parse(made(archive())[page].body)
    card = next(
        c for c in body.all("div", "fc-card") if outlet in squeezed(next(c.all("p", "fc-by")).text)
    )
    proof = next(card.all("details", "fc-proof"))
    found = [(squeezed(a.text), a.attributes["href"]) for a in proof.all("a")]
    return squeezed(proof.text), [(text, to) for text, to in found if to.startswith("http")]


def test_a_page_that_is_gone_is_linked_in_its_archived_copy() -> None:
    """The proof says that the page is gone and leads to the words in the copy, once."""
    text, found = links("claims/bridge-closed.md", "Hill Radio")
    assert (
        "On 30 May 2024 the page was no longer at its address: look in the archived copy." in text
    )
    assert found == [
        (
            "look in the archived copy",
            (
                ""
                "https://archive.example.org/notes/7#:~:text=Hill%20Radio%20stood,footbridge%20is%20closed"
            ),
        )
    ]
    address = rows("hill-radio-notes")["Address"]
    assert list(address.all("a")) == []


def test_a_page_that_is_gone_without_a_copy_is_not_linked() -> None:
    """Nothing is offered that leads nowhere."""
    text, found = links("claims/goats-were-hired.md", "Quillbeck Today")
    assert "On 30 May 2024 the page was no longer at its address." in text
    assert found == []


def test_a_page_that_moved_is_linked_where_it_is() -> None:
    """The proof leads to the new address, and the page of the source names both."""
    text, found = links("claims/bridge-closed.md", "Quillbeck Courier")
    assert "On 30 May 2024 its address led to another: try the live page." in text
    assert [to.partition("#")[0] for _, to in found] == [
        "https://courier.example.org/2024/footbridge"
    ]
    hrefs = [
        one.attributes["href"] for row in rows("courier-report").values() for one in row.all("a")
    ]
    assert hrefs[:2] == [
        "https://courier.example.org/footbridge",
        "https://courier.example.org/2024/footbridge",
    ]


def test_the_latest_of_several_copies_is_linked() -> None:
    """Of archived copies with a day the last one is taken, else the first that is named."""
    path = "data/sources/hill-radio-notes.yml"
    old = '  - {url: "https://archive.example.org/notes/7", date: 2024-03-09}\n'
    older = '  - {url: "https://archive.example.org/a", date: 2024-03-01}\n'
    undated = '  - {url: "https://archive.example.org/b"}\n'
    for copies, day in (
        (older + old, " of 9 March 2024"),
        (undated + undated.replace("/b", "/c"), ""),
    ):
        told = said("hill-radio-notes", **edited(path, old, copies))
        assert f"the archived copy{day} instead" in told
    archived = rows("hill-radio-notes", **edited(path, old, older + old))
    assert len([name for name in archived if name == "Archived"]) == 1


def test_what_only_a_draft_quotes_is_not_counted() -> None:
    """A sentence that no published page has is no sentence quoted here, though it was compared."""
    unquoted = WATCHED.replace("286bbe81, 2d07c9e2", "02197ef1, 00000000")
    told = said("valley-post", **edited(POST, WATCHED, unquoted))
    assert told.endswith("no longer had one of the sentences quoted here.")
    none = edited(POST, WATCHED, WATCHED.replace("286bbe81, 2d07c9e2", "00000000"))
    assert said("valley-post", **none) == (
        "On 30 May 2024 every sentence that we quoted from it still stood on the page."
    )


def test_an_excerpt_can_be_missing_too() -> None:
    """What was never sealed is known by its own words, and marked as well."""
    path = "data/sources/tal-bote.yml"
    piece = archive().claims["bridge-closed"].evidence[3]
    [cut] = cited(archive().sources["tal-bote"], [piece])
    watched = f"watched: {{status: changed, on: 2024-05-30, missing: ['{cut.anchor}']}}\nkind:"
    of = changed(edited(path, "kind:", watched))
    body = parse(made(of)["sources/tal-bote.md"].body)
    assert [squeezed(p.text) for p in body.all("p", "fc-gone")] == [
        "On 30 May 2024 this was no longer on the page."
    ]


def test_one_missing_sentence_is_one() -> None:
    """The sentence counts in words."""
    one = edited(POST, WATCHED, WATCHED.replace(", 2d07c9e2", ""))
    assert said("valley-post", **one).endswith("no longer had one of the sentences quoted here.")
