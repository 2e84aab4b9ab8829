"""A variant's page sets wordings side by side, each with its way, its proof and its damage."""

import pytest

from generator.pages import Settings
from generator.pages.variants import KINDS
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import archive, changed, edited, made

CLOSED = "data/variants/closed-or-shut.yml"


def page(id_: str, changes: dict[str, str | None] | None = None) -> Element:
    """Return the page of a variant of the small archive, perhaps changed."""
    return parse(made(changed(changes) if changes else archive())[f"variants/{id_}.md"].body)


def shown(one: Element, tag: str, class_: str = "") -> list[str]:
    """Return the texts of the elements below one, as they are read."""
    return [squeezed(found.text) for found in one.all(tag, class_)]


def figures(id_: str) -> list[Element]:
    """Return the wordings of a variant's page, which stand in one list and nowhere else."""
    [listed] = page(id_).all("ol", "fc-wordings")
    items = [one for one in listed.inside if isinstance(one, Element)]
    assert [one.tag for one in items] == ["li"] * len(items)
    return [figure for one in items for figure in one.all("figure")]


def test_a_page_says_what_changed_first() -> None:
    """After the title stands what changed, in one sentence, and then the kind in plain words."""
    body = made(archive())["variants/who-blamed-goats.md"]
    assert body.front_matter["title"] == "Who blamed the goats"
    assert body.front_matter["description"] == "The carpenter’s words are given to the mayor."
    assert squeezed(parse(body.indexed).text) == (
        "Who blamed the goats The carpenter’s words are given to the mayor. "
        "What changed: who said it"
    )
    assert body.updated == "2024-03-12"


def test_every_wording_says_how_it_came_here_and_how_it_is_known() -> None:
    """Each stands with number, outlet, way, tie and proof, in the order of the record."""
    captions = [squeezed(next(one.all("figcaption")).text) for one in figures("closed-or-shut")]
    assert captions == [
        "Wording 1: Quillbeck Courier Quillbeck Courier, in its own words",
        (
            "Wording 2: Quillbeck Today Quillbeck Courier, as copied by Quillbeck Today "
            "(its sentences follow another document’s)"
        ),
        (
            "Wording 3: Bridge Digest Quillbeck Courier, in a damaged version at Bridge Digest "
            "(the document names it)"
        ),
        "Wording 4: Tal-Bote Hill Radio, as relayed by Tal-Bote (the document names it)",
        "Wording 5: Quillbeck Today Hill Radio, as copied by Quillbeck Today (our inference)",
    ]
    proofs = [shown(one, "summary") for one in figures("closed-or-shut")]
    held, seen = "Word for word in the text we hold", "Seen only as an excerpt, not proved"
    assert proofs == [[held], [held], [held], [seen], [held]]
    unnamed = squeezed(next(figures("headline-decides")[0].all("figcaption")).text)
    assert unnamed == "Wording 1: Valley Post, headline We name no origin for these words."


def test_the_words_to_compare_are_lit_in_their_passage() -> None:
    """The passage stands whole in a quotation, its quote marked; without a quote all is marked."""
    first, second, *_ = figures("closed-or-shut")
    [quoted] = first.all("blockquote")
    assert squeezed(quoted.text) == (
        "The footbridge over the Sedge was closed on Monday evening, a reporter of the Courier saw."
    )
    assert shown(first, "mark") == ["was closed on Monday evening"]
    assert shown(second, "mark") == shown(second, "blockquote")


def test_damage_and_translation_are_shown_as_on_the_pages_of_claims() -> None:
    """Damaged words carry our reading and their `sic`; foreign words their translation."""
    _, _, damaged, foreign, _ = figures("closed-or-shut")
    assert shown(damaged, "p", "fc-damage") == [
        "Damaged words. We read: The bridge over the Sedge was closed on Monday evening."
    ]
    assert shown(damaged, "p", "fc-sic") == ["So in the document: shut."]
    assert shown(foreign, "p", "fc-translation") == [
        "In English (our translation): The footbridge is closed, Hill Radio reports […]"
    ]
    assert [one.attributes["lang"] for one in foreign.all("p", "fc-words")] == ["de"]


def test_words_whose_sense_is_lost_are_nobodys() -> None:
    """They are said not to be anyone's words, nothing in them is lit, and nobody stands beside."""
    _, lost = figures("boards-became-boars")
    assert "fc-lost" in lost.classes
    [damage] = shown(lost, "p", "fc-damage")
    assert damage.startswith("Damaged text, not to be read as anyone’s words. Probably meant: ")
    assert list(lost.all("mark")) == []
    assert "Thorn" not in lost.text


def test_the_nearest_wording_is_told_in_words() -> None:
    """One wording is said to be nearest to the origin, or it is said that none is known to be."""
    marked = ["nearest to the origin" in one.text for one in figures("headline-decides")]
    assert marked == [False, True]
    text = squeezed(page("headline-decides").text)
    assert "Wording 2 is the nearest to the origin." in text
    assert "How we know which is nearest The text names the Courier." in text
    text = squeezed(page("closed-or-shut").text)
    assert "Which wording is nearest to the origin is not known." in text
    assert "Why we do not know which is nearest Two newsrooms were there" in text
    assert "· nearest to the origin" not in text


def test_every_passage_has_an_anchor_of_its_own() -> None:
    """Passages have the anchors of their first sentences, excerpts none, and none stands twice."""
    anchors = [one.attributes.get("id", "") for one in figures("closed-or-shut")]
    assert anchors == ["6c870d3f", "ff68c4d3", "cfa7d6ed", "", "b69d7bf1"]
    links = [shown(one, "p", "fc-by")[1:] for one in figures("closed-or-shut")]
    assert links[0] == ["Link to this passage: #6c870d3f"]
    assert links[3] == []
    path = "data/variants/headline-decides.yml"
    whole = edited(path, "    quote: is not decided\n", "")[path] or ""
    wording = whole[whole.rindex("  - source:") : whole.index("nearest:")]
    twice = page("headline-decides", {path: whole.replace(wording, wording * 2)})
    found = [one.attributes["id"] for one in twice.all("figure")]
    assert found == ["29a8f313", "2d07c9e2", "2d07c9e2-2"]


def test_claims_stand_behind_their_verdicts_and_drafts_nowhere() -> None:
    """The claims it bears on are listed as everywhere; one that is a draft is in a preview only."""
    listed = [squeezed(one.text) for one in page("closed-or-shut").all("ul", "fc-list")]
    assert listed == [
        (
            "✓ Corroborated The footbridge was closed "
            "? Unsupported The goats were hired by the council. (withdrawn)"
        )
    ]
    preview = made(archive(), Settings(drafts=True))["variants/closed-or-shut.md"]
    assert 'href="../../claims/two-boards-rotten/"' in preview.body


def test_a_withdrawn_variant_says_so_wherever_it_is_met() -> None:
    """Its page says when and why before anything else, and each link to it that it is withdrawn."""
    text = squeezed(page("headline-decides").text)
    reason = "Withdrawn 22 March 2024: It says nothing that the claim does not say."
    assert text.index(reason) < text.index("That nothing is decided stands in the text alone.")
    link = "A headline decides what its text leaves open (withdrawn)"
    pages = made(archive())
    for path in ("variants/index.md", "claims/to-be-torn-down.md", "sources/valley-post.md"):
        assert link in squeezed(parse(pages[path].body).text), path
    assert pages["variants/headline-decides.md"].updated == "2024-03-22"


def test_a_draft_is_shown_in_a_preview_only() -> None:
    """A variant without `published` has no page, link or count in a build, and a banner else."""
    build, preview = made(archive()), made(archive(), Settings(drafts=True))
    path = "variants/forty-or-twelve.md"
    assert path not in build
    assert "A draft. It is shown in this preview only" in preview[path].body
    for other in ("variants/index.md", "claims/forty-cross-it.md", "sources/hill-radio-notes.md"):
        assert "Forty people or twelve" in preview[other].body, other
        assert "Forty people or twelve" not in build[other].body, other


def test_the_list_is_grouped_by_what_changed() -> None:
    """Each kind that there is has its section with its count, in one order, and its variants."""
    listed = parse(made(archive())["variants/index.md"].body)
    assert squeezed(next(listed.all("p")).text).startswith("5 cases in which one fact is worded")
    sections = [
        (shown(one, "h2")[0], shown(one, "p", "fc-remark")[0], shown(one, "p", "fc-item"))
        for one in listed.all("section")
    ]
    assert [(heading, count, len(items)) for heading, count, items in sections] == [
        ("A condition", "1 case", 1),
        ("Who said it", "1 case", 1),
        ("A quotation", "1 case", 1),
        ("How firmly it is said", "1 case", 1),
        ("What it means", "1 case", 1),
    ]
    jumps = [one.attributes["href"] for one in next(listed.all("ul")).all("a")]
    ids = [one.attributes["id"] for one in listed.all("section")]
    assert jumps == [f"#{id_}" for id_ in ids]
    assert ids == ["condition", "attribution", "quotation", "strength", "sense"]
    counters = shown(listed, "p", "fc-counter")
    assert counters[0] == "2 wordings, 2 proved · nearest to the origin: wording 2, Valley Post"
    assert counters[3] == "5 wordings, 4 proved · which is nearest to the origin is not known"


def test_titles_are_in_order_whatever_mark_they_begin_with() -> None:
    """Within a kind a title in quotation marks stands where its first word belongs."""
    path = "data/variants/who-blamed-goats.yml"
    preview = made(changed(edited(path, "kind: attribution", "kind: strength")))
    items = shown(parse(preview["variants/index.md"].body), "p", "fc-item")
    assert [one for one in items if "Who" in one or "Closed" in one] == [
        "“Closed” in five wordings",
        "Who blamed the goats",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_words(kind: str) -> None:
    """Each kind that a record can name is told in words on the page and in the list."""
    path = "data/variants/who-blamed-goats.yml"
    pages = made(changed(edited(path, "kind: attribution", f"kind: {kind}")))
    assert f"What changed: {KINDS[kind]}" in squeezed(
        parse(pages["variants/who-blamed-goats.md"].body).text
    )
    headings = shown(parse(pages["variants/index.md"].body), "h2")
    assert KINDS[kind].capitalize() in headings


def test_a_claim_lists_the_variants_that_name_it() -> None:
    """The page of a claim leads to them, each with what changed; without any there is no list."""
    claim = parse(made(archive())["claims/mayor-found-rotten-boards.md"].body)
    [section] = [one for one in claim.all("section") if one.attributes["id"] == "travelled"]
    assert squeezed(section.text) == (
        "How the wording travelled Boards became boars "
        "What the mayor had found became what she was found with, and the boards became animals."
    )
    assert "How the wording travelled" not in made(archive())["claims/sold-to-a-circus.md"].body


def test_the_record_is_linked_where_there_is_a_repository() -> None:
    """With a repository's address the record of a variant is linked, without it is named."""
    with_one = made(archive(), Settings(repo_url="https://example.org/us/bridge"))
    address = "https://example.org/us/bridge/blob/main/data/variants/who-blamed-goats.yml"
    path = "variants/who-blamed-goats.md"
    hrefs = [one.attributes["href"] for one in parse(with_one[path].body).all("a")]
    assert address in hrefs
    assert "data/variants/who-blamed-goats.yml." in parse(made(archive())[path].body).text


def test_a_site_without_variants_has_its_list() -> None:
    """Where no words have travelled yet the list says so, and claims have no section of it."""
    gone = dict.fromkeys((f"data/variants/{id_}.yml" for id_ in archive().variants), None)
    listed = parse(made(changed(gone))["variants/index.md"].body)
    assert squeezed(next(listed.all("p")).text).startswith("0 cases in which")
    assert list(listed.all("section")) == list(listed.all("ul")) == []
