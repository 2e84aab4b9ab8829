"""A claim's page begins with its verdict, wherever a theme prints it."""

from generator.pages import Settings
from generator.pages.view import View
from tests.pages.dom import parse, squeezed
from tests.pages.sites import archive, changed, edited, made

PATH = "data/claims/mayor-said-1950.yml"


def test_title_and_description_begin_with_the_verdict() -> None:
    """What a browser's tab, a search engine and a shared link show begins with the verdict."""
    front = made(archive())["claims/built-in-1950.md"].front_matter
    assert front["title"] == "Contradicted: The footbridge was built in 1950."
    assert front["description"] == "Contradicted. The register of bridges gives 1931."
    said = made(archive())["claims/mayor-said-1950.md"].front_matter["description"]
    assert str(said).startswith("On record (it was said; whether it is so is another question). ")


def test_the_short_form_is_the_title_and_the_claim_the_heading() -> None:
    """Lists and tabs show the short form; the page itself shows the claim as it was checked."""
    page = made(archive())["claims/bridge-closed.md"]
    assert page.front_matter["title"] == "Corroborated: The footbridge was closed"
    [heading] = parse(page.body).all("h1")
    claim = archive().claims["bridge-closed"].claim
    assert squeezed(heading.text) == f"✓ Corroborated (stands): {claim}"


def test_a_newsroom_of_which_no_page_is_a_source_is_passed_on_by_others() -> None:
    """Who put a claim into the world is named once, and that others pass it on is said."""
    path = "data/sources/courier-report.yml"
    copied = edited(path, "kind: original\norigin: courier\nrelays:\n", "kind: copy\nrelays:\n")
    relay = "relays:\n  - {origin: courier, tie: credited}\n"
    gone = changed({path: str(copied[path]).replace("relays:\n", relay, 1)})
    for of, said in ((archive(), ""), (gone, ", as others pass it on")):
        [line] = parse(made(of)["claims/bridge-closed.md"].body).all("p", "fc-claimant")
        assert squeezed(line.text) == f"Reported by Quillbeck Courier{said}"


def test_a_content_that_is_a_draft_counts_as_not_checked() -> None:
    """A claim on record does not send readers to a page that is not there."""
    draft = changed(edited("data/claims/built-in-1950.yml", "published: 2024-03-12\n", ""))
    page = made(draft)["claims/mayor-said-1950.md"]
    assert "(said; whether it is so is not checked)" in squeezed(parse(page.body).text)
    assert "built-in-1950" not in page.body


def test_a_withdrawn_claim_keeps_its_page_and_says_so_first() -> None:
    """The banner with day and reason stands before the bottom line."""
    text = squeezed(parse(made(archive())["claims/goats-were-hired.md"].body).text)
    assert text.index("Withdrawn 21 March 2024: The passage says") < text.index("We read too much")


def test_a_withdrawn_claim_says_so_wherever_it_is_linked() -> None:
    """Lists, sources and prose name a withdrawn claim with its verdict and as withdrawn."""
    pages = made(archive())
    link = "? Unsupported The goats were hired by the council. (withdrawn)"
    for path in ("claims/index.md", "verdicts.md", "sources/quillbeck-today.md"):
        assert link in squeezed(parse(pages[path].body).text)
    prose = View(archive(), Settings(), "../").prose("[so](claims/goats-were-hired/), and")
    assert squeezed(parse(prose).text) == "? Unsupported so (withdrawn), and"


def test_a_claim_without_anything_optional_has_no_empty_section() -> None:
    """What a record leaves out leaves no heading, no empty list and no stray mark."""
    text = parse(made(archive())["claims/sold-to-a-circus.md"].body)
    headings = [squeezed(one.text) for one in text.all("h2")]
    assert headings == [
        "Where it was said",
        "What supports it",
        "Why this verdict",
        "About this page",
        "Cite this",
    ]
    for one in text.all():
        assert one.text.strip(), one.tag


def test_every_place_of_a_date_says_how_it_is_known() -> None:
    """A date that no document states says whether we inferred it or another source has it."""
    for typed, shown in (
        ("made: 2024-03-04\n", "Monday, 4 March 2024 "),
        ("made: 2024-03\nmade_basis: inferred\n", "March 2024 (our inference)"),
        (
            "made: 2024-03\nmade_basis: outside\nplace: Here\n",
            "(date from another source) · Here",
        ),
    ):
        page = made(changed(edited(PATH, "made: 2024-03-04\n", typed)))
        [when] = parse(page["claims/mayor-said-1950.md"].body).all("p", "fc-when")
        assert shown in squeezed(when.text) + " "


def test_a_name_that_is_a_word_of_the_sentence_is_linked_as_the_name() -> None:
    """Whoever is called Said is linked by the name, not by the verb before it."""
    said = edited("data/people/ada-thorn.yml", "name: Ada Thorn\n", "name: Said\n")
    [line] = parse(made(changed(said))["claims/mayor-said-1950.md"].body).all("p", "fc-claimant")
    assert squeezed(line.text) == "Said by Said"
    [link] = line.all("a")
    assert (line.inside[0], link.text) == ("Said by ", "Said")
