"""The feed of corrections is valid Atom, stable from build to build, and holds mere words."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urldefrag, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.archive import Archive
from generator.pages import Settings, build
from generator.pages.feed import FEED, MOST, feed, linked
from generator.pages.handwritten import fill
from generator.pages.history import history
from generator.pages.page import address
from generator.pages.view import View
from generator.records.publication import Revision
from generator.records.scalars import parse_day
from tests.pages.dom import parse, squeezed
from tests.pages.sites import archive

SITE = "https://example.org/bridge/"
ADDRESSED = Settings(site_url=SITE)
ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {f"{ATOM}{tag}" for tag in ("title", "id", "updated")}
IN_FEED = ONCE | {f"{ATOM}{tag}" for tag in ("author", "link", "entry")}
IN_ENTRY = ONCE | {f"{ATOM}{tag}" for tag in ("link", "content")}


def root(of: Archive | None = None) -> ElementTree.Element:
    """The feed of an archive, by default the small one, read as XML."""
    [asset] = feed(of or archive(), ADDRESSED)
    assert asset.path == "corrections.xml"
    assert asset.content.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<feed ")
    return ElementTree.fromstring(asset.content)  # noqa: S314  our own


def text(of: ElementTree.Element, tag: str) -> str:
    """The text of the one element of this name right below another."""
    [found] = of.findall(f"{ATOM}{tag}")
    return found.text or ""


def faults(of: ElementTree.Element) -> list[str]:
    """Every must of RFC 4287 that a feed breaks: sections 3.3, 4.1.1, 4.1.2, 4.2.6 and 4.2.7."""
    wrong = [] if of.tag == f"{ATOM}feed" else ["the root is a feed"]
    authors = of.findall(f"{ATOM}author")
    if [len(author.findall(f"{ATOM}name")) for author in authors] != [1]:
        wrong.append("there is one author with one name")
    ids = [text(one, "id") for one in of.iter() if one.find(f"{ATOM}id") is not None]
    wrong += [] if len(set(ids)) == len(ids) else ["no two ids are alike"]
    for one, allowed in [(of, IN_FEED), *((e, IN_ENTRY) for e in of.findall(f"{ATOM}entry"))]:
        tags = [inner.tag for inner in one]
        wrong += [f"{tag} stands once" for tag in ONCE if tags.count(tag) != 1]
        wrong += [f"{tag} stands there" for tag in set(tags) - allowed]
        links = [link.attrib for link in one.findall(f"{ATOM}link")]
        relations = [link.get("rel", "alternate") for link in links]
        wrong += [] if relations.count("alternate") == 1 else ["there is one alternate link"]
        addresses = [text(one, "id"), *(link["href"] for link in links)]
        wrong += [f"{a} is whole" for a in addresses if not re.match(r"https://\w", a)]
        moment = text(one, "updated")
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment):
            wrong.append(f"{moment} is a moment of RFC 3339")
        else:
            datetime.fromisoformat(moment)
    kinds = {content.get("type") for content in of.iter(f"{ATOM}content")}
    return wrong + ([] if kinds <= {"html"} else ["content is marked as what it is"])


def test_the_feed_is_valid() -> None:
    """It breaks no must of the standard, and has an entry for each change of the small archive."""
    found = root()
    assert faults(found) == []
    assert len(found.findall(f"{ATOM}entry")) == 19
    assert text(found, "title") == "Corrections: The footbridge of Quillbeck"
    assert text(found, "updated") == "2024-06-05T00:00:00Z"
    assert {link.get("rel"): link.attrib["href"] for link in found.findall(f"{ATOM}link")} == {
        "self": f"{SITE}corrections.xml",
        None: SITE,
    }


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (("<updated>2024-06-05T00:00:00Z", "<updated>2024-06-05"), "is a moment of RFC 3339"),
        (("<author>", "<author><name>x</name>"), "one author with one name"),
        (("#change-2<", "#change-1<"), "no two ids are alike"),
        (('<link href="https://example.org/bridge/" />', ""), "there is one alternate link"),
        (("<id>https://example.org/bridge/corrections.xml", "<id>corrections.xml"), "is whole"),
        (("<title>Corrections", "<subtitle/><title>Corrections"), "subtitle stands there"),
    ],
)
def test_a_fault_of_a_feed_is_found(spoil: tuple[str, str], fault: str) -> None:
    """Each must that is broken is named."""
    [asset] = feed(archive(), ADDRESSED)
    written = asset.content.decode()
    assert spoil[0] in written
    found = faults(ElementTree.fromstring(written.replace(*spoil)))  # noqa: S314  our own
    assert any(fault in one for one in found), found


def test_an_entry_says_what_changed_and_where() -> None:
    """Title, id, day, link and content of a change, with the claim behind its verdict."""
    entries = root().findall(f"{ATOM}entry")
    [entry] = [one for one in entries if text(one, "id").endswith("/goats-did-it/#change-3")]
    assert text(entry, "title") == (
        "Correction: Single origin: The carpenter blamed the goats for the state of the bridge."
    )
    assert text(entry, "updated") == "2024-04-05T00:00:00Z"
    [link] = entry.findall(f"{ATOM}link")
    assert link.attrib["href"] == f"{SITE}claims/carpenter-blamed-goats/#history"
    assert text(entry, "content") == (
        "<p>The date was a day of ours, and no document has one.</p>"
        "<p>Date, before, since corrected: 5 March 2024</p><p>Date, after: March 2024</p>"
        "<p>How the date is known, before, since corrected: stated</p>"
        "<p>How the date is known, after: inferred</p>"
    )


def test_every_link_of_the_feed_leads_somewhere() -> None:
    """Each entry leads to a page that is made, and to a place that is on it."""
    pages = {address(one.path): one for one in build(archive(), ADDRESSED)}
    for entry in root().findall(f"{ATOM}entry"):
        [link] = entry.findall(f"{ATOM}link")
        page, fragment = urldefrag(link.attrib["href"].removeprefix(SITE))
        body = parse(getattr(pages[page], "body", ""))
        assert fragment in {one.attributes.get("id") for one in body.all()}, link.attrib


def test_hostile_words_are_mere_words() -> None:
    """What a reader of the feed makes of its content holds paragraphs, lists and text alone."""
    for entry in root().findall(f"{ATOM}entry"):
        shown = parse(text(entry, "content"))
        assert {one.tag for one in shown.all()} <= {"p", "ul", "li"}
        assert [one.attributes for one in shown.all() if one.attributes] == []
    told = " ".join(squeezed(parse(text(e, "content")).text) for e in root().iter(f"{ATOM}entry"))
    assert "<script>alert(2)</script> {{ 43 }}" in told
    assert '<b onclick="x">Herald</b>' in " ".join(
        text(e, "title") for e in root().iter(f"{ATOM}entry")
    )


@pytest.mark.slow
@given(st.text(alphabet=st.characters(), max_size=40))
def test_no_character_breaks_the_feed(typed: str) -> None:
    """Whatever a record holds, a character that no XML allows too, the feed can be read."""
    one = Revision.model_construct(
        date=parse_day("2024-05-01"),
        kind="update",
        reason=f"So it {typed}",
        was={"why_checked": typed},
    )
    claim = archive().claims["bridge-closed"].model_copy(update={"revisions": (one,)})
    claims = {**archive().claims, "bridge-closed": claim}
    assert faults(root(replace(archive(), claims=claims))) == []


def test_entries_keep_their_ids() -> None:
    """A change that is added, or a new name of the record, leaves the ids of the older ones."""
    ids = {text(one, "id") for one in root().findall(f"{ATOM}entry")}
    claim = archive().claims["carpenter-blamed-goats"]
    more = claim.revisions[-1].model_copy(update={"date": parse_day("2024-07-01")})
    later: dict[str, Any] = {
        "revisions": (*claim.revisions, more),
        "formerly": (*claim.formerly, claim.id),
        "id": "goats-blamed",
    }
    claims = {id_: one for id_, one in archive().claims.items() if id_ != claim.id}
    claims["goats-blamed"] = claim.model_copy(update=later)
    figures = {**archive().figures, "goats-blamed": archive().figures[claim.id]}
    renamed = root(replace(archive(), claims=claims, figures=figures))
    after = {text(one, "id") for one in renamed.findall(f"{ATOM}entry")}
    assert after - ids == {f"{SITE}claims/goats-did-it/#change-4"}
    assert ids <= after


def test_only_the_newest_changes_stand_in_the_feed() -> None:
    """However much changed, it holds forty entries at most, the newest of all."""
    claim = archive().claims["bridge-closed"]
    days = [f"2025-{month:02}-{day:02}" for month in range(1, 4) for day in range(1, 21)]
    revisions = tuple(
        Revision(date=day, kind="update", reason="So it is.", was={"made": "2024"})  # type: ignore[arg-type]
        for day in days
    )
    claims = {
        **archive().claims,
        claim.id: claim.model_copy(update={"revisions": revisions}),
    }
    found = root(replace(archive(), claims=claims))
    moments = [text(one, "updated")[:10] for one in found.findall(f"{ATOM}entry")]
    assert len(moments) == MOST == 40
    assert moments == sorted(days, reverse=True)[:MOST]


def test_a_feed_without_any_change_is_valid_too() -> None:
    """It is dated by the last page that was published, never by the clock."""
    of = archive()
    clean: dict[str, Any] = {"revisions": (), "withdrawn": None}
    kinds = ("claims", "variants", "sources", "origins", "people", "topics", "verdicts")
    kept: dict[str, Any] = {
        kind: {id_: one.model_copy(update=clean) for id_, one in getattr(of, kind).items()}
        for kind in kinds
    }
    found = root(replace(of, **kept))
    assert faults(found) == []
    assert found.findall(f"{ATOM}entry") == []
    assert text(found, "updated") == "2024-03-12T00:00:00Z"
    empty: dict[str, Any] = {kind: {} for kind in ("claims", "variants")}
    assert text(root(replace(of, **{**kept, **empty})), "updated") == "1970-01-01T00:00:00Z"


def test_a_site_without_an_address_has_no_feed() -> None:
    """No file is made, no head names one, and the page of corrections does not lead to it."""
    assert feed(archive(), Settings()) == []
    html = "<head><title>A</title></head>"
    assert linked(html, "claims/some-id/", Settings()) == html
    assert FEED not in fill(archive(), "corrections.md", "<!-- factcheck: corrections -->")


def test_every_head_and_the_page_of_corrections_lead_to_the_feed() -> None:
    """The way there is relative, so that it holds under any path."""
    assert linked("<head><title>A</title></head>", "claims/some-id/", ADDRESSED) == (
        '<head><title>A</title><link rel="alternate" type="application/atom+xml" '
        'title="Corrections" href="../../corrections.xml"></head>'
    )
    assert 'href="corrections.xml"' in linked("<title>A</title>", "", ADDRESSED)
    page = parse(
        fill(archive(), "more/corrections.md", "<!-- factcheck: corrections -->", ADDRESSED)
    )
    last = [*page.all("a")][-1]
    assert last.attributes["href"] == "../../corrections.xml"
    assert urlsplit(last.attributes["href"]).netloc == ""


def test_the_numbers_of_changes_are_those_of_the_record() -> None:
    """The oldest revision is number one, so that a new one changes no number."""
    told = history(View(archive(), ADDRESSED, ""), archive().claims["carpenter-blamed-goats"])
    assert [entry.number for entry in told.entries] == [3, 2, 1]
