"""A variant's page sets wordings side by side, each with its way, its proof and its damage."""

import pytest

from generator.pages import Settings
from generator.pages.variants import KINDS
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import SMALL, archive, changed, edited, made

CLOSED = "data/variants/closed-or-shut.yml"


def page(id_: str, changes: dict[str, str | None] | None = None) -> Element:
    """Return the page of a variant of the small archive, perhaps changed."""
    return parse(made(changed(changes) if changes else archive())[f"variants/{id_}.md"].body)


def shown(one: Element, tag: str, class_: str = "") -> list[str]:
    """Return the texts of the elements below one, as they are read."""
    return [squeezed(found.text) for found in one.all(tag, class_)]


def figures(id_: str, changes: dict[str, str | None] | None = None) -> list[Element]:
    """Return the wordings of a variant's page, which stand in one list and nowhere else."""
    [listed] = page(id_, changes).all("ol", "fc-wordings")
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
    captions = [shown(one, "figcaption") for one in figures("closed-or-shut")]
    assert captions == [
        ["Wording 1: Quillbeck Courier"],
        ["Wording 2: Quillbeck Today"],
        ["Wording 3: Bridge Digest"],
        ["Wording 4: Tal-Bote"],
        ["Wording 5: Quillbeck Today"],
    ]
    ways = [shown(one, "p", "fc-chain")[0] for one in figures("closed-or-shut")]
    assert ways[:4] == [
        "Quillbeck Courier, in its own words.",
        (
            "Quillbeck Courier, as copied by Quillbeck Today. "
            "How we know: its sentences follow those of Quillbeck Courier."
        ),
        (
            "Quillbeck Courier, in a damaged version at Bridge Digest. "
            "How we know: the document names it."
        ),
        "Hill Radio, as relayed by Tal-Bote. How we know: the document names it.",
    ]
    assert ways[4].startswith("Hill Radio, as copied by Quillbeck Today (our inference). How we")
    proofs = [shown(one, "summary") for one in figures("closed-or-shut")]
    held, seen = "Word for word in the text we hold", "Seen only as an excerpt, not proved"
    assert proofs == [[held], [held], [held], [seen], [held]]
    first, _ = figures("headline-decides")
    assert shown(first, "figcaption") == ["Wording 1: Valley Post, headline"]
    assert shown(first, "p", "fc-chain") == ["We name no origin for these words."]


def test_the_words_to_compare_are_lit_in_their_passage() -> None:
    """The passage stands whole in a quotation, its quote marked; without a quote all is marked."""
    first, second, *_ = figures("closed-or-shut")
    [quoted] = first.all("blockquote")
    assert squeezed(quoted.text) == (
        "The footbridge over the Sedge was closed on Monday evening, a reporter of the Courier saw."
    )
    assert shown(first, "mark") == ["was closed on Monday evening"]
    assert shown(second, "mark") == shown(second, "blockquote")


BOARDS = "data/variants/boards-became-boars.yml"
SHUT = """\
title: The old footbridge is shut
kind: strength
wordings:
  - source: courier-report
    origin: courier
    passage: >-
      The footbridge over the Sedge was closed on Monday evening, a reporter of the Courier saw.
    quote: The footbridge over the Sedge was closed on Monday evening
  - source: bridge-register
    excerpt: The old footbridge “over the Sedge” is shut on Monday, a clerk writes.
    quote: The old footbridge “over the Sedge” is shut on Monday
nearest: 1
why: The Courier’s reporter was there.
changed: The evening is left out, and the bridge is old.
published: 2024-03-12
"""


def shut(old: str = "", new: str = "") -> dict[str, str | None]:
    """Return the change that adds one more variant, perhaps edited, to the small archive."""
    assert old in SHUT
    return {"data/variants/old-and-shut.yml": SHUT.replace(old, new) if old else SHUT}


def against(figure: Element) -> list[str]:
    """Return what a wording is said to differ in, line by line."""
    blocks = list(figure.all("div", "fc-against"))
    return [line for block in blocks for line in [*shown(block, "p"), *shown(block, "li")]]


def test_the_words_that_differ_are_listed_and_marked() -> None:
    """Below a passage stands what it lacks, adds and has instead; in it its own are underlined."""
    first, second = figures("old-and-shut", shut())
    assert against(first) == []
    assert against(second) == [
        "Against wording 1, word by word:",
        "− not here: “evening”",
        "+ only here: “old”",
        "→ in place of “was closed”: “is shut”",
    ]
    assert shown(first, "span", "fc-alone") == ["was closed", "evening"]
    assert shown(second, "span", "fc-alone") == ["old", "is shut"]
    assert [one.text for one in second.all("mark")] == [
        "The old footbridge “over the Sedge” is shut on Monday"
    ]
    assert [one.text for one in second.all("del")] == ["evening", "was closed"]
    assert [one.text for one in second.all("ins")] == ["old", "is shut"]
    signs = list(second.all("span", "fc-sign"))
    assert [one.text for one in signs] == ["−", "+", "→"]
    assert {one.attributes["aria-hidden"] for one in signs} == {"true"}


def test_words_in_another_place_are_neither_left_out_nor_added() -> None:
    """A word that both have, but elsewhere, is named so and not underlined."""
    moved = shut("“over the Sedge” is shut on Monday", "is shut on Monday over the Sedge")
    _, second = figures("old-and-shut", moved)
    assert against(second)[-1] == "⇄ in another place: “on Monday”"


def test_a_quotation_holds_no_word_that_its_text_lacks() -> None:
    """What is left out or changed stands below the passage, never in it."""
    for id_ in archive().variants:
        for figure in figures(id_) if archive().variants[id_].published else []:
            [quoted] = figure.all("blockquote")
            assert list(quoted.all("del")) == list(quoted.all("ins")) == []
            recorded = {squeezed(e.words) for e in archive().variants[id_].wordings}
            assert squeezed(quoted.text) in recorded


def test_it_is_said_where_words_are_not_compared() -> None:
    """Another language, and wordings too different, are named as such, and nothing is marked."""
    _, *others = figures("closed-or-shut")
    assert [against(one) for one in others] == [
        ["The words that differ from wording 1 stand elsewhere in the two passages."],
        ["Worded too differently from wording 1 to be compared word by word."],
        ["In another language than wording 1, so not compared word by word."],
        ["Worded too differently from wording 1 to be compared word by word."],
    ]
    assert [shown(one, "span", "fc-alone") for one in others] == [[]] * 4
    assert [against(one) for one in figures("headline-decides")] == [[], []]
    text = squeezed(page("headline-decides").text)
    assert "The wordings differ too much to be compared word by word." in text
    same = shut(
        "The old footbridge “over the Sedge” is shut on Monday",
        "The footbridge “over the Sedge” was closed on Monday evening",
    )
    assert against(figures("old-and-shut", same)[1]) == [
        "The same words as wording 1; at most marks and capitals differ."
    ]


def test_all_are_compared_with_the_nearest_or_else_with_the_first() -> None:
    """The page says with which wording, and why, before the wordings."""
    nearest = "Wording 1 is the nearest to the origin, and the others are compared with it."
    unknown = (
        "Which wording is nearest to the origin is not known; "
        "wording 1 stands first, and the others are compared with it."
    )
    assert nearest in squeezed(page("old-and-shut", shut()).text)
    assert unknown in squeezed(page("old-and-shut", shut("nearest: 1", "nearest: unknown")).text)
    first, second = figures("old-and-shut", shut("nearest: 1", "nearest: 2"))
    assert against(first) == [
        "Against wording 2, word by word:",
        "− not here: “old”",
        "+ only here: “evening”",
        "→ in place of “is shut”: “was closed”",
    ]
    assert against(second) == []


def test_in_the_wording_compared_with_only_what_all_others_lack_is_marked() -> None:
    """A word that one of the other wordings has is not underlined."""
    third = SHUT[SHUT.rindex("  - source") : SHUT.index("nearest:")].replace("is shut", "was shut")
    first, _, last = figures("old-and-shut", shut("nearest:", f"{third}nearest:"))
    assert shown(first, "span", "fc-alone") == ["closed", "evening"]
    assert shown(last, "span", "fc-alone") == ["old", "shut"]


def test_damage_and_translation_are_shown_as_on_the_pages_of_claims() -> None:
    """Damaged words carry our reading and their `sic`; foreign words their translation."""
    _, _, damaged, foreign, _ = figures("closed-or-shut")
    assert shown(damaged, "p", "fc-damage") == [
        "Damaged words. We read: The bridge over the Sedge was closed on Monday evening."
    ]
    assert shown(damaged, "p", "fc-sic") == ["Written so in the document: shut."]
    assert shown(foreign, "p", "fc-translation") == [
        "In English (our translation): The footbridge is closed, Hill Radio reports […]"
    ]
    assert [one.attributes["lang"] for one in foreign.all("p", "fc-words")] == ["de"]


def test_words_whose_sense_is_lost_are_nobodys() -> None:
    """They are said not to be anyone's words, nothing in them is lit, and nobody stands beside.

    How they differ is told below, as of any text.
    """
    _, lost = figures("boards-became-boars")
    assert "fc-lost" in lost.classes
    [damage] = shown(lost, "p", "fc-damage")
    assert damage.startswith("Damaged text, not to be read as anyone’s words. Probably meant: ")
    assert list(lost.all("mark")) == list(lost.all("span", "fc-alone")) == []
    assert against(lost)[1:] == [
        "− not here: “We”",
        "+ only here: “with”",
        "→ in place of “boards”: “boars”",
    ]
    assert "Thorn" not in lost.text


def test_the_nearest_wording_is_told_in_words() -> None:
    """One wording is said to be nearest to the origin, or it is said that none is known to be."""
    marked = ["nearest to the origin" in one.text for one in figures("headline-decides")]
    assert marked == [False, True]
    text = squeezed(page("headline-decides").text)
    assert "Wording 2 is the nearest to the origin. The wordings differ too much" in text
    assert "How we know which is nearest The text names the Courier." in text
    text = squeezed(page("closed-or-shut").text)
    assert "Which wording is nearest to the origin is not known; " in text
    assert "Why we do not know which is nearest Two newsrooms were there" in text
    assert "· nearest to the origin" not in text


def test_every_passage_has_an_anchor_of_its_own() -> None:
    """Passages have the anchors of their first sentences, excerpts none, and none stands twice."""
    anchors = [one.attributes.get("id", "") for one in figures("closed-or-shut")]
    assert anchors == ["6c870d3f", "ff68c4d3", "cfa7d6ed", "", "b69d7bf1"]
    links = [
        [link.attributes["href"] for link in one.all("a") if link.text == "Link to this passage"]
        for one in figures("closed-or-shut")
    ]
    assert links == [[f"#{anchor}"] if anchor else [] for anchor in anchors]
    path = "data/variants/headline-decides.yml"
    whole = edited(path, "    quote: is not decided\n", "")[path] or ""
    wording = whole[whole.rindex("  - source:") : whole.index("nearest:")]
    twice = page("headline-decides", {path: whole.replace(wording, wording * 2)})
    found = [one.attributes["id"] for one in twice.all("figure")]
    assert found == ["29a8f313", "2d07c9e2", "2d07c9e2-2"]


def test_claims_stand_behind_their_verdicts_and_drafts_nowhere() -> None:
    """The claims it bears on are listed as everywhere; one that is a draft is in a preview only."""
    listed = [squeezed(one.text) for one in page("closed-or-shut").all("ul", "fc-list")]
    assert listed[0] == (
        "✓ Corroborated The footbridge was closed "
        "? Unsupported The goats were hired by the council. (withdrawn)"
    )
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
    _, *sections = listed.all("section")
    assert [(shown(one, "h2"), shown(one, "li")) for one in sections] == [
        (
            ["A condition 1 case"],
            ["A headline decides what its text leaves open (withdrawn)"],
        ),
        (["Who said it 1 case"], ["Who blamed the goats"]),
        (["A quotation 1 case"], ["<h1>Title</h1> {{ 30 }} *t* {: .t } &amp; </title>"]),
        (["How firmly it is said 1 case"], ["“Closed” in five wordings"]),
        (["What it means 1 case"], ["Boards became boars"]),
    ]
    jumps = [one.attributes["href"] for one in next(listed.all("ul")).all("a")]
    ids = [one.attributes["id"] for one in sections]
    assert jumps == [f"#{id_}" for id_ in ids]
    assert ids == ["condition", "attribution", "quotation", "strength", "sense"]
    counts = [one.text for one in next(listed.all("ul")).all("li")]
    kinds = ["a condition", "who said it", "a quotation", "how firmly it is said", "what it means"]
    assert counts == [f"{kind} 1" for kind in kinds]


def test_the_list_begins_where_a_claim_fails_as_worded() -> None:
    """First stand those that bear on a failing claim, in the scale's order, with that claim."""
    first = next(parse(made(archive())["variants/index.md"].body).all("section"))
    assert shown(first, "h2") == ["First, where a claim fails as worded"]
    assert shown(first, "p", "fc-remark") == [
        (
            "3 cases bear on a claim whose verdict is that it fails as worded: there the wording "
            "decides most. They stand again below, among all."
        )
    ]
    assert shown(first, "p", "fc-item") == [
        "Boards became boars",
        "Who blamed the goats",
        "A headline decides what its text leaves open (withdrawn)",
    ]
    assert shown(first, "p", "fc-counter") == [
        "✗ Garbled The mayor was found with two rotten boars.",
        "✗ Misattributed Mayor Thorn said that it was the goats.",
        "✗ Overstated The footbridge is to be torn down.",
    ]


def test_at_most_eight_stand_first() -> None:
    """Of more that bear on failing claims the first eight stand there, and it is said."""
    whole = (SMALL / BOARDS).read_text("utf-8")
    more = {f"data/variants/boards-{number}.yml": whole for number in range(8)}
    first = next(parse(made(changed({**more}))["variants/index.md"].body).all("section"))
    assert len(shown(first, "p", "fc-item")) == 8
    assert "11 cases bear on" in shown(first, "p", "fc-remark")[0]
    assert "Here are the first 8." in shown(first, "p", "fc-remark")[0]


def test_no_list_of_the_pressing_where_no_claim_fails() -> None:
    """Where no variant bears on a failing claim the list begins with the kinds."""
    gone = dict.fromkeys(
        (f"data/variants/{id_}.yml" for id_ in archive().variants if id_ != "closed-or-shut"), None
    )
    listed = parse(made(changed({**gone}))["variants/index.md"].body)
    assert [one.attributes["id"] for one in listed.all("section")] == ["strength"]


def test_a_search_finds_the_list_by_its_introduction() -> None:
    """Its kinds and titles are left to the pages of the variants."""
    found = squeezed(parse(made(archive())["variants/index.md"].indexed).text)
    assert found.startswith("How the words travelled 5 cases")
    assert found.endswith("They are grouped by what changed on the way.")


def test_titles_are_in_order_whatever_mark_they_begin_with() -> None:
    """Within a kind a title in quotation marks stands where its first word belongs."""
    path = "data/variants/who-blamed-goats.yml"
    preview = made(changed(edited(path, "kind: attribution", "kind: strength")))
    listed = parse(preview["variants/index.md"].body)
    [section] = [one for one in listed.all("section") if one.attributes["id"] == "strength"]
    assert shown(section, "li") == ["“Closed” in five wordings", "Who blamed the goats"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_words(kind: str) -> None:
    """Each kind that a record can name is told in words on the page and in the list."""
    path = "data/variants/who-blamed-goats.yml"
    pages = made(changed(edited(path, "kind: attribution", f"kind: {kind}")))
    assert f"What changed: {KINDS[kind]}" in squeezed(
        parse(pages["variants/who-blamed-goats.md"].body).text
    )
    headings = " ".join(shown(parse(pages["variants/index.md"].body), "h2"))
    assert f"{KINDS[kind].capitalize()} 1 case" in headings or "2 cases" in headings


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
