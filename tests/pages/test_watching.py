"""What was found at a live page is told with its day, and links lead to where the words are."""

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
    """What the page says of the live one: below its title, or in a row where nothing changed."""
    of = changed(dict(changes)) if changes else archive()
    body = parse(made(of)[f"sources/{id_}.md"].body)
    first = [squeezed(p.text) for p in body.all("p", "fc-live")]
    return first[0] if first else squeezed(rows(id_, **changes)["Live page"].text)


@pytest.mark.parametrize(
    ("id_", "text"),
    [
        (
            "valley-post",
            (
                "On 30 May 2024 we did not find two of the sentences quoted here on the page. "
                "What we quote"
            ),
        ),
        (
            "courier-report",
            (
                "On 30 May 2024 this address led to another, where every sentence that was then "
                "quoted stood: https://courier.example.org/2024/footbridge"
            ),
        ),
        (
            "hill-radio-notes",
            (
                "On 30 May 2024 we did not find the page at this address. Our links lead to an "
                "archived copy of 9 March 2024 instead."
            ),
        ),
        (
            "quillbeck-today",
            "On 30 May 2024 we did not find the page at this address. We know of no archived copy.",
        ),
        (
            "hostile-herald",
            "On 30 May 2024 every sentence that was then quoted stood on the page.",
        ),
    ],
)
def test_a_status_is_told_with_its_day(id_: str, text: str) -> None:
    """What was found stands on the page of the source, not what stood there before, nor why."""
    assert said(id_) == text


def test_what_was_never_watched_says_nothing() -> None:
    """A source that nobody looked at again has no such row."""
    assert "Live page" not in rows("tal-bote")


def test_the_missing_sentences_are_marked_in_their_cards() -> None:
    """Those that were not found say so, each in its card, and no others."""
    body = parse(made(archive())["sources/valley-post.md"].body)
    marked = {
        squeezed(next(card.all("h3")).text): [squeezed(p.text) for p in card.all("p", "fc-gone")]
        for card in body.all("div", "fc-card")
    }
    lost = ["On 30 May 2024 we did not find this on the live page."]
    assert {name for name, lines in marked.items() if lines == lost} == {"Sentence 3", "Sentence 6"}
    assert all(lines in ([], lost) for lines in marked.values())


def test_of_a_longer_passage_a_part_can_be_missing() -> None:
    """Where one sentence of several is gone the card says that it is a part."""
    path = "data/sources/courier-report.yml"
    old = 'watched: {status: moved, on: 2024-05-30, to: "https://courier.example.org/2024/footbridge"}'
    new = "watched: {status: changed, on: 2024-05-30, missing: [7d3c358d]}"
    of = changed(edited(path, old, new))
    body = parse(made(of)["sources/courier-report.md"].body)
    [line] = [squeezed(p.text) for p in body.all("p", "fc-gone")]
    assert line == "On 30 May 2024 we did not find a part of this on the live page."
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
        "On 30 May 2024 we did not find the page at its address: look in the archived copy." in text
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
    assert "On 30 May 2024 we did not find the page at its address." in text
    assert found == []


def test_a_page_that_moved_is_linked_by_its_address() -> None:
    """The proof keeps the address of the record; the new one stands on the source's page alone."""
    text, found = links("claims/bridge-closed.md", "Quillbeck Courier")
    assert "On 30 May 2024 its address led to another: try the live page." in text
    assert [to.partition("#")[0] for _, to in found] == ["https://courier.example.org/footbridge"]
    body = parse(made(archive())["sources/courier-report.md"].body)
    [told] = body.all("p", "fc-live")
    assert [a.attributes["href"] for a in told.all("a")] == [
        "https://courier.example.org/2024/footbridge"
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
        assert f"an archived copy{day} instead" in told
    archived = rows("hill-radio-notes", **edited(path, old, older + old))
    assert len([name for name in archived if name == "Archived"]) == 1


def test_what_only_a_draft_quotes_is_not_counted() -> None:
    """A sentence that no published page has is no sentence quoted here, though it was compared."""
    unquoted = WATCHED.replace("286bbe81, 2d07c9e2", "02197ef1, 00000000")
    told = said("valley-post", **edited(POST, WATCHED, unquoted))
    assert told == (
        "On 30 May 2024 we did not find one of the sentences quoted here on the page. What we quote"
    )
    none = edited(POST, WATCHED, WATCHED.replace("286bbe81, 2d07c9e2", "00000000"))
    assert said("valley-post", **none) == (
        "On 30 May 2024 we did not find on the page every sentence that was then quoted. "
        "What we quote"
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
        "On 30 May 2024 we did not find this on the live page."
    ]
    proof = parse(made(of)["claims/bridge-closed.md"].body)
    [told] = [squeezed(p.text) for p in proof.all("p") if "only a part" in squeezed(p.text)]
    assert told == (
        "We saw only a part of the page, in a stored copy, and hold no text to prove it by. "
        "You can try the live page. On 30 May 2024 we did not find this on the live page."
    )


def test_one_missing_sentence_is_one() -> None:
    """The sentence counts in words."""
    one = edited(POST, WATCHED, WATCHED.replace(", 2d07c9e2", ""))
    assert said("valley-post", **one) == (
        "On 30 May 2024 we did not find one of the sentences quoted here on the page. What we quote"
    )


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("status: same", "we found a page at this address."),
        (
            "status: changed, missing: [deadbeef]",
            "we did not find on the page every sentence that was then quoted. What we quote",
        ),
        (
            "status: moved, to: 'https://x.example.org/'",
            "this address led to another: https://x.example.org/",
        ),
        ("status: gone", "we did not find the page at this address. We know of no archived copy."),
    ],
)
def test_of_a_page_that_nobody_quotes_no_sentence_is_told(status: str, told: str) -> None:
    """Where the page of the source quotes nothing, none of its sentences is said to have stood."""
    page = (
        "# yaml-language-server: $schema=../schemas/source.schema.json\noutlet: The fair\n"
        "title: unknown\nurl: https://fair.example.org/\npublished: {date: unknown}\n"
        f"kind: original\norigin: courier\nwatched: {{on: 2024-05-30, {status}}}\n"
    )
    assert said("fair-page", **{"data/sources/fair-page.yml": page}) == f"On 30 May 2024 {told}"


def test_whoever_looked_may_have_seen_the_page() -> None:
    """That we have not seen the live page is said as long as nobody looked at the address."""
    known = "https://post.example.org/2024/bridge (matched in a stored copy"
    never = edited(POST, f"{WATCHED}\n", "")
    unseen = f"{known}; we have not seen the live page)"
    assert squeezed(rows("valley-post", **never)["Address"].text) == unseen
    assert squeezed(rows("valley-post")["Address"].text) == f"{known})"
    gone = edited(POST, WATCHED, "watched: {status: gone, on: 2024-05-30}")
    assert squeezed(rows("valley-post", **gone)["Address"].text) == f"{known})"
    text, _ = links("claims/to-be-torn-down.md", "Valley Post")
    assert "We matched it to its address in a stored copy: try the live page." in text


def test_an_excerpt_of_a_page_that_moved() -> None:
    """The proof of an excerpt says as well that its address leads to another."""
    path = "data/sources/tal-bote.yml"
    watched = "watched: {status: moved, on: 2024-05-30, to: 'https://neu.example.org/1'}\nkind:"
    of = changed(edited(path, "kind:", watched))
    body = parse(made(of)["claims/bridge-closed.md"].body)
    [told] = [squeezed(p.text) for p in body.all("p") if "only a part" in squeezed(p.text)]
    assert told == (
        "We saw only a part of the page, in a stored copy, and hold no text to prove it by. "
        "On 30 May 2024 its address led to another: try the live page."
    )
