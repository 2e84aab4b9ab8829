"""The built sites are whole: no warning, no dead link, nothing from elsewhere, one heading."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.pages.dom import Element, parse
from tests.pages.sites import ROOT, build_site, pages_of

pytestmark = pytest.mark.slow

ADDRESS = "https://example.org/some-repo/"
LOADING = ("src", "srcset", "poster", "data", "action", "background", "formaction", "cite")
OURS = ("claims/", "origins/", "people/", "sources/", "topics/", "verdicts/")
LOADED_BY_LINK = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}


@pytest.fixture(scope="module", params=["", ADDRESS], ids=["no address", "an address"])
def addressed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built without warnings, with and without SITE_URL."""
    site = tmp_path_factory.mktemp("addressed") / "site"
    said = build_site(ROOT, site, SITE_URL=request.param)
    assert "WARNING" not in said
    assert "ERROR" not in said
    return site


def test_every_link_leads_somewhere(addressed: Path) -> None:
    """Under a sub-path each link and fragment leads to a page and an anchor that are there."""
    pages = {path: parse(html) for path, html in pages_of(addressed).items()}
    anchors = {path: ids(page) for path, page in pages.items()}
    hosts = {"host", urlsplit(ADDRESS).netloc}
    followed = 0
    for path, page in pages.items():
        for link in links(page):
            target, fragment = urldefrag(urljoin(f"https://host/some-repo/{path}", link))
            if urlsplit(target).netloc not in hosts or path == "404.html":
                continue
            assert urlsplit(target).path.startswith("/some-repo/"), (path, link)
            file = unquote(urlsplit(target).path.removeprefix("/some-repo/"))
            file += "index.html" if file.endswith("/") or not file else ""
            assert (addressed / file).is_file(), (path, link)
            if fragment and not fragment.startswith("__"):
                assert fragment in anchors[file], (path, link)
            followed += 1
    assert followed > 1000


def test_the_page_for_lost_readers_leads_back(addressed: Path) -> None:
    """The links of 404.html start at the site's root, for it is shown at any address."""
    with_address = ADDRESS.encode() in (addressed / "sitemap.xml").read_bytes()
    base = "/some-repo/" if with_address else "/"
    found = [link for link in links(parse(pages_of(addressed)["404.html"])) if "//" not in link]
    for link in found:
        if not link.startswith("#"):
            assert link.startswith(base), link
            file = link.removeprefix(base).removeprefix(".")
            assert (addressed / file / "index.html").is_file() or (addressed / file).is_file(), link
    assert len(found) > 5


def test_nothing_is_loaded_from_another_host(any_site: tuple[Path, Path]) -> None:
    """No page, style sheet or icon names another host for something that a browser loads."""
    site, _ = any_site
    for path, html in pages_of(site).items():
        outside = {load for load in loads(parse(html)) if "//" in load}
        assert not outside, (path, outside)
    for css in site.rglob("*.css"):
        assert "@import" not in css.read_text("utf-8"), css
        addresses = re.findall(r"url\(\s*(?!['\"]?(?:data:|#))([^)]*)", css.read_text("utf-8"))
        assert [address for address in addresses if "//" in address] == [], css


def test_no_page_carries_inline_styles_or_handlers(any_site: tuple[Path, Path]) -> None:
    """No element has a style of its own or a script in an attribute, so a strict policy fits."""
    site, _ = any_site
    for path, html in pages_of(site).items():
        for one in parse(html).all():
            bad = [name for name in one.attributes if name == "style" or name.startswith("on")]
            assert not bad, (path, one.tag, bad)
            assert one.tag != "style", path


def test_every_page_has_one_heading_and_no_two_anchors_alike(any_site: tuple[Path, Path]) -> None:
    """Each page has one first heading, no heading skips a level, and no id stands twice."""
    site, _ = any_site
    for path, html in pages_of(site).items():
        page = parse(html)
        levels = [int(one.tag[1]) for one in page.all() if re.fullmatch("h[1-6]", one.tag)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path
        named = Counter(one.attributes["id"] for one in page.all() if "id" in one.attributes)
        assert [id_ for id_, times in named.items() if times > 1] == [], path


def test_every_page_says_what_it_is(any_site: tuple[Path, Path]) -> None:
    """Each page has a language, each of ours a description, each claim a title of its own."""
    site, _ = any_site
    titles: Counter[str] = Counter()
    for path, html in pages_of(site).items():
        page = parse(html)
        assert next(page.all("html")).attributes["lang"] == "en"
        if path.startswith("claims/"):
            titles[next(page.all("title")).text] += 1
        if path.startswith(OURS):
            named = [one.attributes for one in page.all("meta")]
            [description] = [a["content"] for a in named if a.get("name") == "description"]
            assert len(description) > 20, path
    assert len(titles) > 10
    assert set(titles.values()) == {1}


def ids(page: Element) -> set[str]:
    """Return the anchors of a page."""
    return {one.attributes["id"] for one in page.all() if "id" in one.attributes}


def links(page: Element) -> list[str]:
    """Return every address that a page names, to be followed or to be loaded."""
    found = [one.attributes["href"] for one in page.all() if one.attributes.get("href")]
    return found + [one.attributes["src"] for one in page.all() if one.attributes.get("src")]


def loads(page: Element) -> set[str]:
    """Return every address that a page makes a browser load by itself."""
    found = set()
    for one in page.all():
        rels = set(one.attributes.get("rel", "").split())
        if one.tag == "link" and rels & LOADED_BY_LINK:
            found.add(one.attributes["href"])
        found |= {one.attributes[name] for name in LOADING if name in one.attributes}
    return found
