"""What a link to a page shows: the tags in its head, exact and inert, and how to cite a claim."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.evidence.archive import Archive
from generator.pages import Settings
from generator.pages.claims import claim_page
from generator.pages.sharing import sharecards
from generator.pages.sharing import tags as written
from generator.pages.sharing.tags import Sharing
from generator.pages.view import View
from generator.text import plain
from tests.pages.dom import parse
from tests.pages.sites import SMALL, archive, build_site, changed, edited, pages_of, run, themed

SITE = "The footbridge of Quillbeck"
ADDRESS = "https://example.org/bridge/"
ADDRESSED = Settings(site_url=ADDRESS)


def head(title: str, description: str = "") -> str:
    """A page with a head as Material writes it."""
    described = f'<meta name="description" content="{description}">' if description else ""
    return f"<head><meta charset=utf-8>{described}<title>{title} - {SITE}</title></head><body>"


def site(settings: Settings, of: Archive | None = None) -> Sharing:
    """The small site, made with these settings."""
    given = of or archive()
    cards = sharecards.cards(given, settings)
    return Sharing(given, settings, frozenset(card.path for card in cards))


def tags(html: str) -> dict[str, str]:
    """The tags of a page by name, as a browser reads them, each of them once."""
    found = [one.attributes for one in parse(html).all("meta") if "content" in one.attributes]
    named = [(a.get("property") or a.get("name", ""), a["content"]) for a in found]
    named = [(name, said) for name, said in named if name]  # a policy has none
    assert len({name for name, _ in named}) == len(named)
    return dict(named)


def of_claim(id_: str, settings: Settings = ADDRESSED, of: Archive | None = None) -> dict[str, str]:
    """The tags of a claim's page."""
    given = of or archive()
    front = claim_page(given, settings, given.claims[id_]).front_matter
    html = head(plain(str(front["title"])), plain(str(front["description"])))
    return tags(site(settings, of).tagged(html, f"claims/{id_}/"))


def test_the_tags_of_a_claim_stand_behind_the_title() -> None:
    """They are these, in this order, each on a line, and say what title and description say."""
    html = head("Contradicted&#58; It was built in 1950", "Contradicted&#46; It was not.")
    before, after = html.split("</title>")
    tagged = site(ADDRESSED).tagged(html, "claims/built-in-1950/")
    said = "Contradicted&#46; Fails as worded&#46; The footbridge was built in 1950&#46;"
    assert tagged.removeprefix(f"{before}</title>\n").removesuffix(after).split("\n") == [
        '<meta property="og:type" content="article">',
        '<meta property="og:title" content="Contradicted&#58; It was built in 1950">',
        '<meta property="og:description" content="Contradicted&#46; It was not&#46;">',
        '<meta property="og:site_name" content="The footbridge of Quillbeck">',
        '<meta property="article:published_time" content="2024-03-12">',
        '<meta property="og:url" content="https://example.org/bridge/claims/built-in-1950/">',
        '<meta name="twitter:card" content="summary_large_image">',
        '<meta property="og:image" content="https://example.org/bridge/cards/built-in-1950.png">',
        '<meta property="og:image:width" content="1200">',
        '<meta property="og:image:height" content="630">',
        f'<meta property="og:image:alt" content="{said}">',
    ]


def test_every_claim_is_shared_behind_its_verdict() -> None:
    """Title, description and picture of each begin with the verdict, or that it is withdrawn."""
    for id_, claim in archive().claims.items():
        if claim.published:
            found = of_claim(id_)
            label = archive().verdicts[claim.verdict].label
            gone = " (withdrawn)" if claim.withdrawn else ""
            assert found["og:title"] == f"{label}{gone}: {claim.title}"
            assert found["og:description"].startswith(label)
            assert found["og:image:alt"].startswith("WITHDRAWN" if claim.withdrawn else label)


def test_without_an_address_no_address_is_invented() -> None:
    """Neither the page's own nor that of a picture is there, and the link is shown small."""
    found = of_claim("built-in-1950", Settings())
    assert found["twitter:card"] == "summary"
    assert found.keys().isdisjoint({"og:url", "og:image", "og:image:alt"})
    assert "://" not in "".join(found.values())


def test_hostile_words_are_shared_as_typed() -> None:
    """A title full of markup reads back as typed and adds nothing but tags of ours."""
    claim = archive().claims["hostile-words"]
    found = of_claim("hostile-words")
    assert found["og:title"] == f"On record: {claim.title}"
    assert "<" in claim.title
    assert found["og:image:alt"].endswith(f". {claim.claim}")
    nasty = plain('</title><script>alert(1)</script>" content="x')
    page = parse(site(ADDRESSED).tagged(head(nasty, nasty), "claims/hostile-words/"))
    assert not list(page.all("script"))
    assert {one.tag for one in page.all()} == {"head", "meta", "title", "body"}


def test_a_changed_claim_says_when() -> None:
    """The day of publication and that of the last change that readers see are told apart."""
    found = of_claim("to-be-torn-down")
    assert found["article:published_time"] == "2024-03-12"
    assert found["article:modified_time"] == "2024-03-13"
    draft = of_claim("two-boards-rotten", Settings(drafts=True))
    assert draft["og:type"] == "article"
    assert "article:published_time" not in draft


def test_other_pages_share_the_general_card() -> None:
    """Home, lists and hand-written pages are of the site; a title that is not escaped reads so."""
    for url, title in (("", "Home"), ("claims/", "Claims"), ("a%20b/", "Q&A: <b>“Why?”")):
        found = tags(site(ADDRESSED).tagged(head(title.replace("<", "&lt;")), url))
        assert found["og:type"] == "website"
        assert found["og:title"] == title
        assert found["og:url"] == ADDRESS + url
        assert found["og:image"] == f"{ADDRESS}assets/card.png"
        assert found["og:image:alt"] == SITE
        assert "og:description" not in found
        assert "article:published_time" not in found


def test_a_claim_without_a_card_of_its_own_shares_the_general_one() -> None:
    """So it is above the limit of cards, and where the typeface lacks a letter of the claim."""
    few = of_claim("built-in-1950", replace(ADDRESSED, share_cards=3))
    path = "data/claims/built-in-1950.yml"
    of = changed(edited(path, "The footbridge was built in 1950.", "הגשר נבנה בשנת 1950."))
    for found in (few, of_claim("built-in-1950", of=of)):
        assert found["og:image"] == f"{ADDRESS}assets/card.png"
        assert found["og:image:alt"] == SITE
    assert of_claim("bridge-closed", of=of)["og:image"].endswith("/cards/bridge-closed.png")
    none = of_claim("built-in-1950", replace(ADDRESSED, share_cards=0))
    assert "og:image" not in none
    assert none["og:url"] == f"{ADDRESS}claims/built-in-1950/"


def test_a_language_with_its_country_is_written_as_the_tag_wants_it() -> None:
    """`en-GB` becomes `en_GB`; without a country, which the tag wants, there is none."""
    british = archive().site.model_copy(update={"language": "en-GB"})
    found = of_claim("built-in-1950", Settings(), replace(archive(), site=british))
    assert found["og:locale"] == "en_GB"
    assert "og:locale" not in of_claim("built-in-1950", Settings())


def test_tags_that_are_there_are_not_doubled() -> None:
    """A page whose theme or author wrote such tags keeps those alone; one without a head too."""
    html = head("Ours").replace("</head>", '<meta property="og:title" content="Theirs"></head>')
    assert site(Settings()).tagged(html, "") == html
    assert site(Settings()).tagged("<p>No head.</p>", "") == "<p>No head.</p>"


def test_the_page_for_lost_readers_is_not_listed() -> None:
    """It asks search engines to leave it out, and says nothing of itself."""
    assert tags(written.lost(head("Not here"))) == {"robots": "noindex"}


@pytest.mark.parametrize(
    ("claim", "citation"),
    [
        (
            "built-in-1950",
            (
                "“Contradicted: The footbridge was built in 1950”. The footbridge of Quillbeck. "
                "Published 12 March 2024. https://example.org/bridge/claims/built-in-1950/"
            ),
        ),
        (
            "mayor-found-rotten-boards",
            (
                "“On record: Mayor Thorn told the council that two rotten boards had been found” "
                "(it was said; whether it is so is not checked). The footbridge of Quillbeck. "
                "Published 12 March 2024. https://example.org/bridge/claims/mayor-found-rotten-boards/"
            ),
        ),
        (
            "goats-were-hired",
            (
                "“Unsupported: The goats were hired by the council” (withdrawn 21 March 2024). "
                "The footbridge of Quillbeck. Published 12 March 2024, last changed 21 March 2024. "
                "https://example.org/bridge/claims/goats-were-hired/"
            ),
        ),
        (
            "two-boards-rotten",
            (
                "“Single origin: Two boards of the footbridge were rotten”. The footbridge of "
                "Quillbeck. A draft, not published. "
                "https://example.org/bridge/claims/two-boards-rotten/"
            ),
        ),
    ],
)
def test_a_claim_is_cited_with_its_verdict(claim: str, citation: str) -> None:
    """A citation holds verdict, title, site and days, and the address where it is known."""
    found = archive().claims[claim]
    assert written.citation(View(archive(), ADDRESSED, ""), found) == citation
    without = written.citation(View(archive(), Settings(), ""), found)
    assert without == citation.rpartition(" ")[0]


def addressed(folder: Path) -> Path:
    """A copy of the small microsite that knows its address."""
    root = Path(shutil.copytree(SMALL, folder / "microsite"))
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"\nsite_url: {ADDRESS}\n")
    return root


@pytest.mark.slow
def test_every_page_of_a_built_site_is_tagged_once(tmp_path: Path) -> None:
    """Title, description, address and picture agree with what the theme prints; the file is there.

    The page for lost readers has no address of its own.
    """
    build_site(addressed(tmp_path), tmp_path / "site")
    pages = dict(themed(tmp_path / "site"))
    lost = tags(pages.pop("404.html"))
    assert lost["robots"] == "noindex"
    assert not [name for name in lost if name.startswith("og:")]
    for path, html in pages.items():
        found, page = tags(html), parse(html)
        [title] = [t.text for t in page.all("title") if t.parent and t.parent.tag == "head"]
        [address] = [
            one.attributes["href"]
            for one in page.all("link")
            if one.attributes.get("rel") == "canonical"
        ]
        assert found["og:title"] == " ".join(title.removesuffix(f" - {SITE}").split()), path
        assert found.get("og:description") == found.get("description"), path
        assert found["og:url"] == address, path
        picture = tmp_path / "site" / found["og:image"].removeprefix(ADDRESS)
        assert picture.is_file(), path
    assert tags(pages["claims/bridge-closed/index.html"])["og:image"].endswith("bridge-closed.png")


@pytest.mark.slow
def test_a_site_without_an_address_has_no_cards(small_site: Path) -> None:
    """Nothing could link to them: no picture is made, and no page names one."""
    assert not (small_site / "cards").exists()
    assert [path for path, html in pages_of(small_site).items() if "og:image" in html] == []


@pytest.mark.slow
def test_a_site_says_from_how_many_claims_on_they_have_no_cards(tmp_path: Path) -> None:
    """`share_cards` stands in mkdocs.yml; above it every page shares the general card."""
    root = addressed(tmp_path)
    config = root / "mkdocs.yml"
    few = config.read_text("utf-8").replace("factcheck]", "factcheck: {share_cards: 3}]")
    config.write_text(few, encoding="utf-8")
    build_site(root, tmp_path / "site")
    assert not (tmp_path / "site" / "cards").exists()
    images = {tags(html).get("og:image") for html in themed(tmp_path / "site").values()}
    assert images == {f"{ADDRESS}assets/card.png", None}  # none on the page for lost readers


@pytest.mark.slow
def test_staged_pages_have_their_cards_beside_them(tmp_path: Path) -> None:
    """For another builder the same pictures are written, if the environment gives an address."""
    stage = ("-m", "generator.cli", "stage", "--root", str(SMALL))
    run(*stage, str(tmp_path / "with"), SITE_URL=ADDRESS.removesuffix("/"))
    run(*stage, str(tmp_path / "without"))
    for card in sharecards.cards(archive(), ADDRESSED):
        assert (tmp_path / "with" / card.path).read_bytes() == card.content
    assert not list((tmp_path / "without").rglob("*.png"))
