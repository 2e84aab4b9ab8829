"""What stands round the pages of a built site: its policy, its names, its ways on."""

import re
from pathlib import Path

import pytest

from generator.pages.policy import scripts
from tests.pages.dom import Element, parse
from tests.pages.sites import pages_of, themed
from tests.pages.test_policy import hashed

pytestmark = pytest.mark.slow
OF_THE_THEME = 3  # inline scripts: where the site stands, its colours, its tabs


@pytest.fixture(params=["real_site", "small_site"])
def site(request: pytest.FixtureRequest) -> dict[str, str]:
    """Every page of a site that the plugin built."""
    folder: Path = request.getfixturevalue(request.param)
    return themed(folder)


def attribute(page: Element, tag: str, asked: str, **wanted: str) -> list[str]:
    """Return an attribute of each element with this tag that has these other attributes."""
    found = (one.attributes for one in page.all(tag))
    return [a.get(asked, "") for a in found if wanted.items() <= a.items()]


def test_every_page_has_a_policy_for_exactly_its_own_scripts(site: dict[str, str]) -> None:
    """The policy follows the charset and names the hash of each inline script of the theme."""
    for path, html in site.items():
        [policy] = re.findall(
            r'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="(.*?)">',
            html,
        )
        assert "unsafe" not in policy
        assert set(re.findall(r"'sha256-\S+'", policy)) == {hashed(one) for one in scripts(html)}
        assert len(scripts(html)) <= OF_THE_THEME, path


def test_what_opens_has_a_name(site: dict[str, str]) -> None:
    """The dialog of the search and the buttons of drawer and search say what they are."""
    for path, html in site.items():
        page = parse(html)
        assert attribute(page, "div", "aria-label", role="dialog") == ["Search"], path
        buttons = [one.attributes for one in page.all("button", "fc-press")]
        named = {one["data-for"]: one["aria-label"] for one in buttons}
        assert named == {"__drawer": "Navigation", "__search": "Search"}, path


def test_every_page_can_be_skipped_to(site: dict[str, str]) -> None:
    """The first link of a page leads to its content."""
    for path, html in site.items():
        page = parse(html)
        if path != "404.html":
            [target] = [one.attributes["href"] for one in page.all("a") if "md-skip" in one.classes]
            [article] = [o for o in page.all("article") if "md-content__inner" in o.classes]
            ids = {one.attributes.get("id") for one in [article, *article.all()]}
            assert target.removeprefix("#") in ids, path


def test_the_footer_says_whose_the_words_are(real_site: Path) -> None:
    """Method, corrections and licence are one touch away, and Material is named."""
    for path, html in pages_of(real_site).items():
        [footer] = parse(html).all("footer")
        assert "Method · Corrections · About · Records: CC BY 4.0" in footer.text, path
        assert "Material for MkDocs" in footer.text


def test_a_lost_reader_has_ways_on(real_site: Path) -> None:
    """The page for addresses that are not there links to every kind of page and to home."""
    page = parse(pages_of(real_site)["404.html"])
    [article] = [one for one in page.all("article") if "md-content__inner" in one.classes]
    links = {one.attributes["href"] for one in article.all("a")}
    assert {"/.", "/claims/", "/topics/", "/people/", "/sources/", "/verdicts/"} <= links
    assert next(page.all("title")).text == "Not found - Half of Ukraine's minerals"
    assert attribute(page, "meta", "content", name="robots") == ["noindex"]
