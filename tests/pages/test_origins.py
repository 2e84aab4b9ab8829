"""The page of origins: who carries each, how that is known, and where it counts."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.evidence.archive import Archive
from generator.pages import Settings
from generator.pages.origins import origins_page
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import archive, changed, edited, made

NOWHERE = "Words of the mayor on a Monday, in a document that does not say where"


def page(of: Archive | None = None, drafts: bool = False) -> Element:
    """Return the page of the origins of the small archive, perhaps changed, perhaps a preview."""
    return parse(made(of or archive(), Settings(drafts=drafts))["origins.md"].body)


def entry(id_: str, of: Archive | None = None, drafts: bool = False) -> Element:
    """Return the entry of one origin."""
    found = page(of, drafts).all("div", "fc-origin")
    [one] = [e for e in found if next(e.all("h3")).attributes["id"] == id_]
    return one


def told(id_: str, of: Archive | None = None, drafts: bool = False) -> list[str]:
    """Return what the entry of an origin says, paragraph by paragraph and item by item."""
    tags = ("h3", "p", "summary", "li")
    return [squeezed(one.text) for one in entry(id_, of, drafts).all() if one.tag in tags]


def test_the_page_says_what_an_origin_is() -> None:
    """On top stand what an origin is, what counts once, and what independent means."""
    text = squeezed(page().text)
    assert text.startswith("Origins An origin is where something was first reported, said or")
    assert "Pages that pass on the same origin count once" in text
    assert "independent when each was reported separately" in text


def test_origins_stand_by_kind_in_order() -> None:
    """Newsrooms and records stand by name, public acts by day, each under an anchor, its id."""
    assert [one.attributes["id"] for one in page().all("h3")] == [
        *("hostile-desk", "hill-radio", "courier"),
        *("mayor-to-council", "mayor-on-monday", "hostile-oath"),
        "bridge-register",
    ]
    headings = [squeezed(one.text) for one in page().all("h2")]
    assert headings == ["Newsrooms", "Public acts", "Records"]
    jumps = [one.attributes["href"] for one in next(page().all("p", "fc-jump")).all("a")]
    assert jumps == ["#kind--newsroom", "#kind--act", "#kind--record"]


def test_a_newsroom_is_told_whole() -> None:
    """Name, kind, place, every carrier with its way and how it is known, and where it counts."""
    assert told("courier") == [
        "Quillbeck Courier",
        "A newsroom’s own reporting · Quillbeck",
        "Carried by 5 documents",
        (
            f"Quillbeck Courier, as relayed by {archive().sources['hostile-herald'].outlet}. "
            "Inferred, so it is not counted in support. How we know: we infer Quillbeck Courier: "
            "<s>It reads so</s> {{ 3 }} *b* {: .b }."
        ),
        (
            "Quillbeck Courier, in a damaged version at Bridge Digest. "
            "How we know: the document names it."
        ),
        "Quillbeck Courier, in its own words.",
        (
            "Quillbeck Courier, as copied by Quillbeck Today. "
            "How we know: its sentences follow those of Quillbeck Courier."
        ),
        ("Quillbeck Courier, as relayed by Valley Post. How we know: the document names it."),
        "Counts in support of 3 claims:",
        "✓ Corroborated The footbridge was closed",
        "? Contested About 40 people cross the footbridge on a school day.",
        "? Single origin The carpenter blamed the goats for the state of the bridge.",
        "Counts against 1 claim:",
        "✗ Misattributed Mayor Thorn said that it was the goats.",
        "Quoted or named in 3 claims, and counted neither way",
        (
            f"❝ On record {archive().claims['hostile-words'].title} (said; whether it is so: "
            "✗ Contradicted The footbridge was built in 1950)"
        ),
        "✗ Garbled The mayor was found with two rotten boars.",
        "✗ Overstated The footbridge is to be torn down.",
    ]


def test_a_carrier_leads_to_its_source() -> None:
    """In each way the outlet is the link to the document's page."""
    carriers = next(entry("courier").all("details")).all("a")
    assert [(squeezed(one.text), one.attributes["href"]) for one in carriers][1:] == [
        ("Bridge Digest", "../sources/bridge-digest/"),
        ("Quillbeck Courier", "../sources/courier-report/"),
        ("Quillbeck Today", "../sources/quillbeck-today/"),
        ("Valley Post", "../sources/valley-post/"),
    ]


def test_a_public_act_names_its_person_and_what_it_may_be() -> None:
    """An act has its person, day and place, and says with which other it counts once."""
    act = told("mayor-on-monday")
    assert act[:3] == [
        NOWHERE,
        "A public act of Ada Thorn · 4 March 2024",
        "Perhaps the same occasion as The mayor's report to the council, so the two count once.",
    ]
    assert (
        act[-1]
        == "Nothing of it is counted: what we know of it stands in excerpts, or is background."
    )
    links = [one.attributes["href"] for one in entry("mayor-on-monday").all("a")][:2]
    assert links == ["../people/ada-thorn/", "#mayor-to-council"]
    assert told("mayor-to-council")[2] == (
        f"Perhaps the same occasion as {NOWHERE}, so the two count once."
    )


def test_three_that_may_be_one_count_once() -> None:
    """Origins that are joined through a third are all named, and their number is right."""
    third = (
        "# yaml-language-server: $schema=../schemas/origin.schema.json\nkind: act\n"
        "name: A third report\nwho: ada-thorn\ndate: 2024-03-04\nmay_be: [mayor-on-monday]\n"
    )
    joined = changed({"data/origins/mayor-once-more.yml": third})
    assert told("mayor-once-more", joined)[2:] == [
        (
            f"Perhaps the same occasion as {NOWHERE} and The mayor's report to the council, "
            "so the three count once."
        ),
        "No document that we know carries it.",
        "Nothing of it is counted: what we know of it stands in excerpts, or is background.",
    ]


def test_what_is_not_counted_stands_apart() -> None:
    """Support by an inferred tie, narration or an excerpt is told, and told not to count."""
    radio = told("hill-radio")
    assert radio[radio.index("Counts in support of 1 claim:") :] == [
        "Counts in support of 1 claim:",
        "✓ Corroborated The footbridge was closed",
        "Counts against 1 claim:",
        "? Contested About 40 people cross the footbridge on a school day.",
        "Quoted or named in 1 claim, and counted neither way",
        "? Unsupported The footbridge is to be sold to a circus.",
    ]


def test_a_draft_is_not_counted() -> None:
    """A draft counts for its origin in a preview only."""
    link = "? Single origin Two boards of the footbridge were rotten."
    assert link not in told("courier")
    assert link in told("courier", drafts=True)
    assert "Counts in support of 4 claims:" in told("courier", drafts=True)


def test_outlets_of_one_name_are_told_apart() -> None:
    """Two carriers that share a name are named with what each passes on."""
    named = "outlet: Hill Radio\n"
    two = changed(edited("data/sources/quillbeck-today.yml", "outlet: Quillbeck Today\n", named))
    carriers = [one.text for one in next(entry("hill-radio", two).all("details")).all("a")]
    assert carriers == [
        "Hill Radio",
        "Hill Radio, passing on Quillbeck Courier and Hill Radio (inferred)",
        "Tal-Bote",
    ]


def test_a_kind_without_origins_has_no_heading() -> None:
    """A microsite without public acts has no section of them."""
    only = {"courier": archive().origins["courier"]}
    bare = replace(archive(), origins=only, groups={"courier": "courier"}, sources={}, claims={})
    body = parse(origins_page(bare, Settings()).body)
    assert [squeezed(one.text) for one in body.all("h2")] == ["Newsrooms"]
    assert squeezed(next(body.all("p", "fc-jump")).text) == "Newsrooms (1)"


def test_claims_lead_to_their_origins() -> None:
    """On a claim's page the origin of a passage, and whom a document names, lead to their entry."""
    body = parse(made(archive())["claims/mayor-blamed-goats.md"].body)
    chains = [
        (squeezed(one.text), next(one.all("a")).attributes["href"])
        for one in body.all("p", "fc-chain")
    ]
    assert chains == [
        (
            "The document names as its source: Quillbeck Courier.",
            "../../origins/#courier",
        ),
        ("Quillbeck Courier, in its own words.", "../../origins/#courier"),
    ]


def test_a_newsroom_that_claims_leads_to_its_entry() -> None:
    """A claimant that is a newsroom leads to its origin, one that is a document to its source."""
    pages = made(archive())
    for claim, text, href in (
        ("bridge-closed", "Reported by Quillbeck Courier", "../../origins/#courier"),
        ("sold-to-a-circus", "Published by Valley Post", "../../sources/valley-post/"),
    ):
        [claimant] = parse(pages[f"claims/{claim}.md"].body).all("p", "fc-claimant")
        assert squeezed(claimant.text) == text
        assert [one.attributes["href"] for one in claimant.all("a")] == [href]


def test_sources_lead_to_their_origins() -> None:
    """On a source's page each origin leads to its entry, and the whole way stays in words."""
    body = parse(made(archive())["sources/bridge-digest.md"].body)
    [section] = [one for one in body.all("section") if one.attributes["id"] == "lineage"]
    links = [(squeezed(one.text), one.attributes["href"]) for one in section.all("a")]
    assert links == [
        ("Quillbeck Courier", "../../origins/#courier"),
        (NOWHERE, "../../origins/#mayor-on-monday"),
    ]
    way = f"{NOWHERE}, as reported by Quillbeck Courier, in a damaged version at Bridge Digest."
    assert way in squeezed(section.text)


def test_hostile_origins_are_inert() -> None:
    """A name, a place and a note that look like markup are shown as typed."""
    oath = archive().origins["hostile-oath"]
    text = " ".join(told("hostile-oath"))
    assert oath.name in text
    assert (oath.place or "") in text
    assert (oath.note or "").replace("*really*", "really") in text


@pytest.mark.slow
def test_search_finds_an_origin_and_no_claim_by_it(small_site: Path) -> None:
    """What search may read of an entry is its name, kind, person, day and place."""
    index = json.loads((small_site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    found = {entry["location"]: (entry["title"], entry["text"]) for entry in index}
    assert found["origins/#courier"] == (
        "Quillbeck Courier",
        "<p>A newsroom’s own reporting · Quillbeck</p>",
    )
    assert found["origins/#mayor-to-council"] == (
        "The mayor's report to the council",
        "<p>A public act of Ada Thorn · 4 March 2024 · Quillbeck</p>",
    )
    own = [where for where in found if where.startswith("origins/#")]
    assert len(own) == len(archive().origins)


def test_the_page_is_of_the_day_of_the_latest_claim() -> None:
    """The page of origins changes with the claims."""
    assert made(archive())["origins.md"].updated == "2024-06-03"
    assert made(archive())["origins.md"].in_nav
