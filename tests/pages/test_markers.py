"""The computed parts of hand-written pages."""

from dataclasses import replace
from typing import Any

import pytest

from generator.evidence.archive import Archive
from generator.findings import RULES
from generator.pages import Settings
from generator.pages.markers import MARKERS
from generator.pages.view import View
from tests.pages.dom import parse, squeezed
from tests.pages.sites import archive, changed, edited


def part(name: str, of: Archive | None = None) -> str:
    """Return a computed part of an archive, by default the small one."""
    return MARKERS[name](View(of or archive(), Settings(), "./"))


def test_verdict_counts_add_up() -> None:
    """The counts of all verdicts are those of the published claims, and their sum stands above."""
    page = parse(part("verdict-counts"))
    counts = [int(squeezed(one.text).split()[-2]) for one in page.all("span", "fc-share")]
    assert 0 not in counts
    assert f"Of the {sum(counts)} claims" in page.text
    assert sum(counts) == sum(claim.published is not None for claim in archive().claims.values())


def test_documents_are_those_that_we_hold() -> None:
    """Every sealed document is listed with the newsrooms behind it; excerpts are not."""
    page = parse(part("documents"))
    rows = [squeezed(one.text) for one in page.all("li")]
    assert len(rows) == 6
    assert (
        "Quillbeck Today. Passes on reporting of Quillbeck Courier; Hill Radio (inferred)." in rows
    )
    assert rows[1].endswith("Passes on reporting of Quillbeck Courier. Its words are damaged.")
    assert "Tal-Bote" not in page.text


def test_newsrooms_that_are_only_inferred_are_counted_apart() -> None:
    """A newsroom that no held document is sure of is not among those that are."""
    assert "6 documents, 3 newsrooms. The page of each claim" in parse(part("documents")).text
    two = {id_: archive().sources[id_] for id_ in ("courier-report", "quillbeck-today")}
    shown = parse(part("documents", replace(archive(), sources=two))).text
    assert "2 documents, 1 newsroom and one that we infer. The page" in shown


def test_the_picture_of_origins_leads_from_documents_to_newsrooms() -> None:
    """It links what it names from a page at the root; without documents there is none."""
    page = parse(part("origin-graph"))
    links = [one.attributes["href"] for one in page.all("a")]
    assert "./sources/courier-report/" in links
    assert "./origins/#courier" in links
    assert "6 documents, 3 newsrooms." in page.text
    assert part("origin-graph", replace(archive(), sources={})) == ""


def test_findings_explains_every_code() -> None:
    """Each code of the registry stands once, under an anchor of its own, with both examples."""
    page = parse(part("findings"))
    assert [one.attributes["id"] for one in page.all("h2")] == sorted(RULES)
    for section in page.all("section"):
        assert "Bad:" in section.text
        assert "Good:" in section.text


def test_topics_have_their_first_sentence_and_count_their_claims() -> None:
    """Each topic leads to its page, with one sentence and the number of its published claims."""
    path = "data/topics/footbridge.yml"
    long = changed(
        edited(path, "to do with it.", "to do with it.\n  Not more, says the U.S. goat.")
    )
    rows = [squeezed(one.text) for one in parse(part("topics", long)).all("li")]
    assert [row for row in rows if "<" not in row] == [
        (
            "The footbridge · 10 claims Whether it is closed, for how long, and what the goats "
            "have to do with it."
        ),
        "Counting · 1 claim How many people cross the bridge, and who counted them.",
    ]
    links = [one.attributes["href"] for one in parse(part("topics")).all("a")]
    assert links == ["./topics/footbridge/", "./topics/hostile-topic/", "./topics/counting/"]


def test_changes_of_wording_are_counted_by_kind() -> None:
    """The count is that of the published variants, and each kind leads to its place in the list."""
    page = parse(part("variants"))
    assert squeezed(next(page.all("p")).text) == (
        "How the words travelled: 5 cases in which one fact is worded differently from text to "
        "text. What changed:"
    )
    rows = [squeezed(one.text) for one in page.all("li")]
    assert rows[1:3] == ["who said it 1", "a quotation 1"]
    hrefs = [one.attributes["href"] for one in page.all("a")]
    assert hrefs[:3] == ["./variants/", "./variants/#condition", "./variants/#attribution"]
    none = replace(archive(), variants={})
    assert "0 cases in which one fact" in parse(part("variants", none)).text


def test_the_glossary_explains_each_term_as_typed() -> None:
    """Terms and meanings stand as the site's record has them, hostile ones as mere words."""
    page = parse(part("glossary"))
    terms = [squeezed(one.text) for one in page.all("dt")]
    meanings = [squeezed(one.text) for one in page.all("dd")]
    assert list(zip(terms, meanings, strict=True)) == [
        ("the Sedge", "A river that is on no map."),
        ("<i>term</i> {{ 25 }} *g* {: .g }", "<b>meaning</b> {{ 26 }} *m* {: .m }"),
    ]
    without = archive().site.model_copy(update={"glossary": ()})
    assert list(parse(part("glossary", replace(archive(), site=without))).all("dl")) == []


def test_the_publisher_is_named_with_licence_and_policies() -> None:
    """Who answers for the site stands there, `unknown` where it is, with licence and policies."""
    shown = squeezed(parse(part("publisher")).text)
    site = archive().site
    assert f"Published by: {site.publisher.name}." in shown
    assert f"Contact: {site.publisher.contact}." in shown
    assert site.licence in shown


def test_every_change_of_a_published_page_is_listed() -> None:
    """Changes and withdrawals of every kind of record stand by day, the newest first."""
    rows = [squeezed(one.text) for one in parse(part("corrections")).all("li")]
    rows = [row for row in rows if "<" not in row]  # hostile words have tests of their own
    assert [row.partition(". ")[0] for row in rows] == [
        (
            "5 April 2024, correction: ? Single origin The carpenter blamed the goats for the "
            "state of the bridge"
        ),
        (
            "29 March 2024, correction: the verdict Overstated A limit of anybody would have "
            "done, and it has to come from the same side"
        ),
        (
            "28 March 2024, correction: the source Valley Post It was the day on which the page "
            "was fetched, and the address of its list"
        ),
        (
            "27 March 2024, correction: the origin Register of the bridges of the Sedge The "
            "register is of the year before"
        ),
        "26 March 2024, update: the page on Jory Pell We asked him",
        "25 March 2024, update: the page on Jory Pell He has a workshop of his own now",
        (
            "22 March 2024, withdrawn: A headline decides what its text leaves open (withdrawn) It "
            "says nothing that the claim does not say."
        ),
        (
            "22 March 2024, update: A headline decides what its text leaves open (withdrawn) "
            "It was withdrawn"
        ),
        "21 March 2024, withdrawn: ? Unsupported The goats were hired by the council",
        "21 March 2024, correction: ? Unsupported The goats were hired by the council",
        (
            "20 March 2024, correction: “Closed” in five wordings The bridge was shut in the "
            "Digest, not closed"
        ),
        (
            "19 March 2024, change of wording: ? Single origin The carpenter blamed the goats for "
            "the state of the bridge"
        ),
        (
            "18 March 2024, correction: ? Single origin The carpenter blamed the goats for the "
            "state of the bridge"
        ),
        "13 March 2024, change of wording: ✗ Overstated The footbridge is to be torn down",
    ]
    assert rows[-1].endswith(
        "A shorter bottom line. Bottom line before: The headline decides what the text below it "
        "leaves open and undecided. after: The headline decides what the text below it leaves open."
    )


@pytest.mark.parametrize(
    ("name", "bears"),
    [
        ("the source Valley Post", "It bears on 5 claims."),
        ("the origin Register of the bridges of the Sedge", "It bears on 2 claims."),
        ("the verdict Overstated", "It bears on 1 claim."),
        ("the page on Jory Pell We asked him.", ""),
    ],
)
def test_a_change_says_on_how_many_claims_it_bears(name: str, bears: str) -> None:
    """A source bears on the claims that quote it, an origin on those that name it."""
    texts = [squeezed(one.text) for one in parse(part("corrections")).all("li")]
    [text] = [text for text in texts if f": {name}" in text]
    assert ("It bears on" in text) == bool(bears)
    assert bears in text


def test_the_forms_are_linked_where_there_is_a_repository() -> None:
    """Without its address a sentence says that it is not known, and nothing is linked."""
    view = View(archive(), Settings(repo_url="https://github.com/some/bridge/"), "./")
    links = list(parse(MARKERS["report"](view)).all("a"))
    assert [(squeezed(one.text), one.attributes["href"]) for one in links] == [
        (said, f"https://github.com/some/bridge/issues/new?template={name}.yml")
        for name, said in (
            ("mistake", "Report a mistake"),
            ("dispute", "Dispute a verdict"),
            ("claim", "Suggest a claim"),
        )
    ]
    page = parse(part("report"))
    assert "The address of this site’s repository is not known here" in page.text
    assert list(page.all("a")) == []


def test_nothing_changed_is_said_in_words() -> None:
    """Where no page was changed there is a sentence and no list."""
    kinds = ("claims", "sources", "origins", "people", "topics", "verdicts")
    kept: dict[str, Any] = {
        kind: {
            id_: record.model_copy(update=UNCHANGED)
            for id_, record in getattr(archive(), kind).items()
        }
        for kind in kinds
    }
    page = parse(part("corrections", replace(archive(), variants={}, **kept)))
    assert page.text.strip().startswith("No published page has been changed")
    assert list(page.all("li")) == []


UNCHANGED = {"revisions": (), "withdrawn": None}
