"""A renamed record is found at every address that it had."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.evidence.archive import Archive
from generator.pages import Asset, Settings, build
from generator.pages.page import address
from generator.pages.redirects import redirects
from tests.pages.dom import parse, squeezed
from tests.pages.sites import SMALL, archive, build_site, changed, edited, run

ADDRESSED = Settings(site_url="https://example.org/bridge/")
FORMER = {
    "claims/goats-did-it/": "claims/carpenter-blamed-goats/",
    "claims/carpenter-and-goats/": "claims/carpenter-blamed-goats/",
    "variants/shut-or-closed/": "variants/closed-or-shut/",
    "sources/courier-story/": "sources/courier-report/",
    "people/jorey-pell/": "people/jory-pell/",
    "topics/hostile-subject/": "topics/hostile-topic/",
}


def pages(settings: Settings, of: Archive | None = None) -> dict[str, str]:
    """The redirects of an archive by their address."""
    made = redirects(of or archive(), settings)
    return {address(one.path): one.content.decode() for one in made}


def test_each_former_address_leads_to_the_page_of_now() -> None:
    """Without a script a browser is sent on, by a way relative to the page, and a link says so."""
    found = pages(Settings())
    assert found.keys() == FORMER.keys()
    for path, target in FORMER.items():
        page = parse(found[path])
        [sent] = [o for o in page.all("meta") if o.attributes.get("http-equiv") == "refresh"]
        assert sent.attributes["content"] == f"0; url=../../{target}"
        links = [one.attributes["href"] for one in page.all("a")]
        assert links[0] == f"../../{target}"
        assert list(page.all("script")) == []


def test_a_redirect_is_whole_and_no_page_of_its_own() -> None:
    """It has a title, a policy and no place in an index; its link stands behind the verdict."""
    html = pages(Settings())["claims/goats-did-it/"]
    page = parse(html)
    assert (
        next(page.all("title")).text == "Moved: claims/goats-did-it - The footbridge of Quillbeck"
    )
    named = {one.attributes.get("name"): one.attributes.get("content") for one in page.all("meta")}
    assert named["robots"] == "noindex"
    assert "default-src 'none'" in html
    assert squeezed(next(page.all("main")).text) == (
        "This page has a new address It is now at: ? Single origin The carpenter blamed the goats "
        "for the state of the bridge."
    )
    [icon] = page.all("link")
    assert icon.attributes == {"rel": "icon", "href": "data:,"}  # so that no browser asks for one


def test_the_address_of_now_is_named_whole_where_it_is_known() -> None:
    """The canonical link says which of the two addresses is the one to keep."""
    for path, target in FORMER.items():
        _, link = parse(pages(ADDRESSED)[path]).all("link")
        assert link.attributes == {
            "rel": "canonical",
            "href": f"https://example.org/bridge/{target}",
        }


def test_a_draft_has_no_redirect() -> None:
    """What was never published was nowhere, and is nowhere still; a preview shows the way."""
    former = edited(
        "data/claims/two-boards-rotten.yml", "claim: ", "formerly: [boards-were-rotten]\nclaim: "
    )
    of = changed(former)
    assert pages(Settings(), of).keys() == FORMER.keys()
    assert "claims/boards-were-rotten/" in pages(Settings(drafts=True), of)


@pytest.mark.parametrize("former", ["goats-did-it", "bridge-closed"])
def test_two_pages_never_share_an_address(former: str) -> None:
    """A former id of two records, or of one that is there, is an error, not the later one."""
    claims = dict(archive().claims)
    claims["built-in-1950"] = claims["built-in-1950"].model_copy(update={"formerly": (former,)})
    with pytest.raises(ValueError, match=f"two pages have one address: claims/{former}/"):
        build(replace(archive(), claims=claims), Settings())


@pytest.mark.slow
def test_a_built_site_has_them_outside_search_and_sitemap(tmp_path: Path) -> None:
    """MkDocs writes them as they are, and lists them nowhere."""
    build_site(SMALL, tmp_path / "site")
    for path, content in pages(Settings()).items():
        assert (tmp_path / "site" / path / "index.html").read_text("utf-8") == content
    for name in ("search/search_index.json", "sitemap.xml"):
        listed = (tmp_path / "site" / name).read_text("utf-8")
        assert [path for path in FORMER if path in listed] == [], name


@pytest.mark.slow
def test_staged_pages_have_them_beside_them(tmp_path: Path) -> None:
    """For another builder they are files that it copies."""
    run("-m", "generator.cli", "stage", "--root", str(SMALL), str(tmp_path / "staged"))
    for path, content in pages(Settings()).items():
        assert (tmp_path / "staged" / path / "index.html").read_text("utf-8") == content


def test_they_are_files_and_no_pages() -> None:
    """No builder takes them for Markdown."""
    made = {one.path: one for one in build(archive(), Settings())}
    assert all(isinstance(made[f"{path}index.html"], Asset) for path in FORMER)
