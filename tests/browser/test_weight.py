"""What a visit costs: bytes, jumps of what is being read, strangers asked, and traces left."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import Chrome

from tests.browser.visits import (
    MISSING,
    SITE_URL,
    Site,
    ask,
    complaints,
    events,
    kinds,
    preferring,
    resize,
    without_scripts,
)

PAGE = 35 * 1024
FIRST_VISIT = 250_000
OURS = kinds()
STEADY = ["home", "claims", "contested", "single-origin", "one of variants", "timeline"]
PHONE, DESK = (320, 640), (1280, 900)


def heavy(site: Site) -> dict[str, int]:
    """Return the size of every page of a claim that is over the limit."""
    sizes = {
        path: (site.folder / path / "index.html").stat().st_size
        for path in site.paths
        if re.fullmatch(r"claims/[^/]+/", path)
    }
    assert sizes
    return {path: size for path, size in sizes.items() if size > PAGE}


def test_a_page_of_a_claim_is_light(our_site: Site) -> None:
    """No page of a claim has more than 35 KB of HTML, the theme's own included."""
    assert heavy(our_site) == {}


def test_even_the_longest_pages_of_claims_are_light(extremes: Site, village: Site) -> None:
    """Neither twelve pieces of evidence nor the longest words make a page heavier than that."""
    assert heavy(extremes) == {}
    assert heavy(village) == {}


def test_a_first_visit_is_light(browser: Chrome, our_site: Site) -> None:
    """Whatever claim is visited first, with nothing cached, 250 KB are sent at most."""
    heaviest = max(
        (path for path in our_site.paths if path.startswith("claims/")),
        key=lambda path: (our_site.folder / path / "index.html").stat().st_size,
    )
    ask(browser, "Network.clearBrowserCache")
    before = len(our_site.answers)
    browser.get(our_site.address + heaviest)
    settle(browser, our_site)
    sent = our_site.answers[before:]
    assert {Path(answer.path).suffix for answer in sent} >= {"", ".css", ".js"}
    assert sum(answer.size for answer in sent) <= FIRST_VISIT, sent
    # The browser counts no more than the server, which counts what workers load as well.
    counted = sum(
        event["encodedDataLength"] for event in events(browser, "Network.loadingFinished")
    )
    assert 0 < counted <= sum(answer.size for answer in sent) + 200 * len(sent)


def settle(browser: Chrome, site: Site) -> None:
    """Wait until a page has had nothing to load for a third of a second."""
    quiet = """
    const [done] = arguments;
    Promise.all([document.fonts.ready, new Promise(idle => requestIdleCallback(idle))])
      .then(() => setTimeout(done, 300));"""
    count = -1
    while count != len(site.answers):
        count = len(site.answers)
        browser.execute_async_script(quiet)


SHIFTS = """
const seen = new PerformanceObserver(() => {});
seen.observe({type: 'layout-shift', buffered: true});
const words = ({node}) => node ? (node.outerHTML || node.data).slice(0, 120) : '';
return seen.takeRecords().filter(shift => !shift.hadRecentInput)
  .map(shift => [shift.value, shift.sources.map(words)]);
"""


def shifts(browser: Chrome) -> list[tuple[float, list[str]]]:
    """Return how far what was on the screen has jumped since the page was opened, and what."""
    found: list[tuple[float, list[str]]] = browser.execute_script(SHIFTS)
    return found


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("kind", STEADY)
def test_nothing_jumps(browser: Chrome, our_site: Site, kind: str, size: tuple[int, int]) -> None:
    """While a page loads, and when it is scrolled through, nothing on the screen jumps."""
    resize(browser, *size)
    with preferring(browser, prefers_reduced_motion="no-preference"):
        browser.get(our_site.address + OURS[kind])
        settle(browser, our_site)
        browser.execute_script("scrollTo(0, document.body.scrollHeight)")
        settle(browser, our_site)
        assert shifts(browser) == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("kind", STEADY)
def test_nothing_jumps_without_scripts(
    browser: Chrome, our_site: Site, kind: str, size: tuple[int, int]
) -> None:
    """Nor does anything where no script runs."""
    resize(browser, *size)
    with without_scripts(browser):
        browser.get(our_site.address + OURS[kind])
        browser.find_element("css selector", "footer").text  # noqa: B018  the page is laid out
        assert shifts(browser) == []


def test_a_jump_is_measured(browser: Chrome, our_site: Site) -> None:
    """A line that appears above what is being read is a jump, and that text is named."""
    browser.get(our_site.address + OURS["timeline"])
    settle(browser, our_site)
    browser.execute_script(
        "document.querySelector('h1').before(Object.assign("
        "document.createElement('p'), {textContent: 'late'}))"
    )
    settle(browser, our_site)
    [[value, nodes]] = shifts(browser)
    assert value > 0
    assert any("Timeline" in node for node in nodes)


def of_each_kind(site: Site, most: int) -> list[str]:
    """Return the pages of a site, but of one folder no more than so many."""
    taken: dict[str, int] = {}
    chosen = []
    for path in site.paths:
        folder = path.rstrip("/").rpartition("/")[0]
        taken[folder] = taken.get(folder, 0) + 1
        if not folder or taken[folder] <= most:
            chosen.append(path)
    return chosen


@pytest.fixture
def crawled(browser: Chrome, our_site: Site) -> Callable[[list[str]], list[str]]:
    """A function that opens pages in order and returns every address asked for outside the site."""

    def crawl(paths: list[str]) -> list[str]:
        asked = []
        for path in paths:
            browser.get(our_site.address + path)
        for event in events(browser, "Network.requestWillBeSent"):
            asked.append(event["request"]["url"])
        assert len(asked) > len(paths)
        own = (our_site.address, "data:", "blob:", "about:")
        return [url for url in asked if not url.startswith(own)]

    return crawl


def test_a_crawl_asks_no_stranger_and_leaves_no_trace(
    browser: Chrome, our_site: Site, crawled: Callable[[list[str]], list[str]]
) -> None:
    """Every kind of page loads from its own host alone; no cookie is set, and only colours kept.

    Nothing is missing, and the console has nothing to say: no policy is broken on the way.
    """
    ask(browser, "Network.clearBrowserCookies")
    forget(browser, our_site)
    ask(browser, "Network.clearBrowserCache")
    before = len(our_site.answers)
    assert crawled([*of_each_kind(our_site, 6), MISSING]) == []
    settle(browser, our_site)
    assert len(our_site.answers) > before + len(kinds())
    missing = [answer.path for answer in our_site.answers[before:] if answer.status != 200]
    assert [path for path in missing if not path.endswith(MISSING)] == []
    assert complaints(browser) == []
    assert ask(browser, "Network.getAllCookies")["cookies"] == []
    assert stored(browser) <= {"__palette"}
    held = "return Promise.all([caches.keys(), indexedDB.databases()]).then(all => all.flat())"
    assert browser.execute_script(held) == []


def forget(browser: Chrome, site: Site) -> None:
    """Forget whatever the site has left in the browser."""
    origin = site.address.removesuffix(urlsplit(site.address).path)
    ask(browser, "Storage.clearDataForOrigin", origin=origin, storageTypes="all")


def test_every_page_is_of_a_kind_that_was_crawled(our_site: Site) -> None:
    """The crawl leaves out no page but the seventh and later ones of a folder."""
    chosen = set(of_each_kind(our_site, 6))
    left = {path.rstrip("/").rpartition("/")[0] for path in our_site.paths if path not in chosen}
    assert left <= {"claims", "sources", "people", "topics", "variants"}
    sitemap = (our_site.folder / "sitemap.xml").read_text("utf-8")
    listed = {loc.removeprefix(SITE_URL) for loc in re.findall(r"<loc>(.+?)</loc>", sitemap)}
    assert listed == set(our_site.paths)


def stored(browser: Chrome) -> set[str]:
    """Return the names of what the pages have stored, without the path of the site."""
    keys = "return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    return {key.rpartition(".")[2] for key in browser.execute_script(keys)}


def test_what_is_stored_is_noticed(browser: Chrome, our_site: Site) -> None:
    """Whatever a script stores, for good or for the visit, is found."""
    browser.get(our_site.address)
    browser.execute_script("localStorage.setItem('a.b', 1); sessionStorage.setItem('c', 1)")
    assert stored(browser) >= {"b", "c"}
    forget(browser, our_site)
    browser.execute_script("sessionStorage.clear()")


def test_a_stranger_is_noticed(
    browser: Chrome, our_site: Site, crawled: Callable[[list[str]], list[str]]
) -> None:
    """A picture from another host is found, and so is a page's own worker."""
    browser.get(our_site.address)
    browser.execute_script("new Image().src = 'http://127.0.0.2:9/pixel.png'")
    settle(browser, our_site)
    assert crawled(["", ""]) == ["http://127.0.0.2:9/pixel.png"]
    assert [answer for answer in our_site.answers if "/workers/" in answer.path]
