"""All pages of a site: which there are, in what order, and of what day."""

from dataclasses import replace

import pytest

from generator.pages import Asset, Page, Settings, build, site
from generator.pages.assets import STYLE
from tests.pages.dom import parse, squeezed
from tests.pages.sites import SMALL, archive, changed, edited, made, published


def test_every_published_record_has_its_page() -> None:
    """There is a page of each published record that has one, the lists and the scale; no more."""
    kinds = ("claims", "people", "sources", "topics", "variants")
    lists = {f"{kind}/index.md" for kind in kinds} | {"origins.md", "timeline.md", "verdicts.md"}
    pages = {f"claims/{id_}.md" for id_ in published(SMALL)}
    pages |= {f"variants/{v.id}.md" for v in archive().variants.values() if v.published}
    for kind in ("people", "sources", "topics"):
        pages |= {f"{kind}/{path.stem}.md" for path in (SMALL / "data" / kind).glob("*.yml")}
    assert made(archive()).keys() == pages | lists
    assert [p.path for p in made(archive()).values() if p.in_nav] == sorted(lists)


def test_pages_stand_in_the_order_of_their_paths() -> None:
    """Nothing of how records were read or named on disk shows in the order of what is made."""
    paths = [one.path for one in build(archive(), Settings())]
    assert paths == sorted(paths)
    assert STYLE in paths


def test_a_preview_shows_drafts_behind_a_banner() -> None:
    """A preview adds the drafts' pages, each saying so, and links where a build has none."""
    preview = made(archive(), Settings(drafts=True))
    drafts = {"claims/two-boards-rotten.md", "variants/forty-or-twelve.md"}
    assert preview.keys() - made(archive()).keys() == drafts
    assert "A draft. It is shown" in preview["claims/two-boards-rotten.md"].body
    link = 'href="../../claims/two-boards-rotten/"'
    for path in ("claims/mayor-found-rotten-boards.md", "claims/bridge-closed.md"):
        assert link in preview[path].body
        assert link not in made(archive())[path].body


def test_two_pages_with_one_address_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """One would overwrite the other in silence, so nothing is made."""
    double = Page("verdicts.md", {}, "")
    monkeypatch.setattr(site, "sources_page", lambda *_: double)
    with pytest.raises(ValueError, match="two pages have one address: verdicts/"):
        build(archive(), Settings())


def test_every_page_has_the_day_of_its_last_change() -> None:
    """A page is dated by its records: publication, revision and withdrawal, and by nothing else."""
    pages = made(archive())
    assert pages["claims/bridge-closed.md"].updated == "2024-03-12"
    assert pages["claims/to-be-torn-down.md"].updated == "2024-03-13"
    assert pages["claims/goats-were-hired.md"].updated == "2024-03-21"
    assert pages["sources/quillbeck-today.md"].updated == "2024-03-21"
    assert pages["claims/index.md"].updated == "2024-06-03"
    assert made(archive(), Settings(drafts=True))["claims/two-boards-rotten.md"].updated == ""
    path = "data/claims/built-in-1950.yml"
    interval = edited(path, "published: 2024-03-12", "published: 2024-03-12/2024-03-12")
    assert made(changed(interval))["claims/built-in-1950.md"].updated == "2024-03-12"


def test_a_claim_and_a_source_are_searched_by_what_they_are() -> None:
    """Search is shown title, claim, who and when, bottom line and quotes: no analysis or list."""
    claim = made(archive())["claims/bridge-closed.md"]
    assert "was closed in the first week of March" in claim.indexed
    assert "Two newsrooms saw it" in claim.indexed
    assert "Reported by Quillbeck Courier" in squeezed(parse(claim.indexed).text)
    assert "Quoted: " in squeezed(parse(claim.indexed).text)
    assert "wrote to us about the barrier." in squeezed(parse(claim.indexed).text)
    for other in ("proved", "Tuesday, said a reporter", "Why this verdict"):
        assert other in claim.body or other not in claim.indexed
        assert other not in claim.indexed
    source = made(archive())["sources/valley-post.md"]
    assert source.indexed.endswith("<h1>Valley Post</h1>\n")


def test_assets_are_bytes_and_pages_are_text() -> None:
    """The style sheet is an asset; whatever else is made is a page that ends in `.md`."""
    for one in build(archive(), Settings()):
        assert isinstance(one, Asset) == (not one.path.endswith(".md"))


def test_a_site_without_claims_has_its_lists() -> None:
    """A microsite that has only begun builds, with empty lists and nothing to count."""
    gone = {f"data/claims/{id_}.yml": None for id_ in archive().claims}
    gone |= {f"data/variants/{id_}.yml": None for id_ in archive().variants}
    pages = made(changed({**gone, "docs/index.md": "# Soon"}))
    assert "0 claims checked" in pages["claims/index.md"].body
    assert pages["claims/index.md"].updated == ""
    assert "Nothing yet." in pages["sources/courier-report.md"].body


def test_a_claim_is_searched_by_other_spellings_of_its_people() -> None:
    """Search finds a claim by any spelling of a person it names; the page does not show them."""
    people = dict(archive().people)
    id_ = archive().claims["mayor-said-1950"].said_by or ""
    people[id_] = people[id_].model_copy(update={"other_spellings": ("Adah Thorne",)})
    page = made(replace(archive(), people=people))["claims/mayor-said-1950.md"]
    assert "Adah Thorne" in page.indexed
    assert "Adah Thorne" not in page.body
