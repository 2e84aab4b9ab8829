"""The built site under a sub-path in a browser: read, searched, on a small screen, in the dark."""

import json
import re
import time
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
import yaml
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.visits import COLOURS, ask, complaints, shown
from tests.pages.dom import squeezed
from tests.pages.sites import ROOT, SMALL, build_site, published, variants, verdicts

Viewport = Callable[[int, int], None]
Requested = Callable[[], list[str]]

PAGES = ["", "claims/", "sources/", "verdicts/", "method/", "people/", "topics/", "origins/"]
PAGES += ["timeline/", "variants/"]
CLAIMS = ["claims/zelensky-now-agrees/", "claims/did-not-let-ministers-sign/"]
SOURCES = ["sources/kunstjagd-ft-rewrite/", "sources/liga-telegraph/"]
RECORDS = ["people/zelenskyy/", "topics/lost-on-the-way/"]
_SHORTEST, *_, _LONGEST = sorted(variants(ROOT).items(), key=lambda one: len(one[1]["wordings"]))
VARIANTS = [f"variants/{id_}/" for id_, _ in (_SHORTEST, _LONGEST)]
HOSTILE = {
    "claims/hostile-words/": "<script>alert(1)</script>",
    "sources/hostile-herald/": "<b onclick=",
    "variants/hostile-change/": "<h1>Title</h1>",
    "variants/": "How the words travelled",
    "timeline/": "Timeline",
}
PHONE = (320, 800)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built real site."""
    site = tmp_path_factory.mktemp("real") / "site"
    build_site(ROOT, site)
    return site


@pytest.fixture(scope="module")
def real(folder: Path, serve: Callable[..., str]) -> str:
    """The address of the real site."""
    return serve(folder)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """The address of the small archive's site, hostile words and all."""
    site = tmp_path_factory.mktemp("small") / "site"
    build_site(SMALL, site)
    return serve(site)


@pytest.fixture(params=["light", "dark"])
def scheme(browser: Chrome, request: pytest.FixtureRequest, real: str) -> Iterator[str]:
    """The colours that the reader's system asks for; nothing is remembered from before."""
    ask(browser, "Emulation.setEmulatedMedia", features=[
        {"name": "prefers-color-scheme", "value": request.param},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ])  # fmt: skip
    forget(browser, real)
    yield request.param
    forget(browser, real)
    ask(browser, "Emulation.setEmulatedMedia", features=[])


def forget(browser: Chrome, address: str) -> None:
    """Forget the colours of the last visit, from a file of the site that runs no script."""
    browser.get(f"{address}assets/factcheck.css")
    browser.execute_script("localStorage.clear()")


def until(browser: Chrome, good: Callable[[Chrome], object]) -> None:
    """Wait until something holds, at most ten seconds."""
    WebDriverWait(browser, 10, poll_frequency=0.05).until(good)


def one(browser: Chrome, css: str) -> WebElement:
    """Return the first element that a selector finds."""
    return browser.find_element(By.CSS_SELECTOR, css)


def search(browser: Chrome, address: str, words: str) -> list[tuple[str, str]]:
    """Return the path and the title of each result that the site's own search gives for words."""
    browser.get(address)
    one(browser, "label.md-header__button[for=__search]").click()
    field = one(browser, ".md-search__input")
    until(browser, lambda _: field.is_displayed())
    field.send_keys(words)
    meta = one(browser, ".md-search-result__meta")
    until(browser, lambda _: re.search(r"\bmatching page", meta.text))
    before: list[tuple[str, str]] | None = None
    while (now := results(browser)) != before:  # they change with each letter
        before = now
        time.sleep(0.2)
    return [(link.removeprefix(address).split("?")[0], title) for link, title in now]


def results(browser: Chrome) -> list[tuple[str, str]]:
    """Return address and title of what the search shows now, in order."""
    read = "return [...document.querySelectorAll('.md-search-result__link')].map(a => [a.href,"
    read += " (a.querySelector('h1, h2') || a).textContent])"
    return [(link, squeezed(title)) for link, title in browser.execute_script(read)]


@pytest.mark.parametrize("page", [*PAGES, *CLAIMS, *SOURCES, *RECORDS, *VARIANTS])
def test_a_phone_shows_the_page_whole(
    browser: Chrome, viewport: Viewport, requested: Requested, real: str, page: str
) -> None:
    """At 320 pixels nothing scrolls sideways or is cut off, and no request leaves the host."""
    viewport(*PHONE)
    browser.get(real + page)
    assert one(browser, "h1").is_displayed()
    sticking_out = """
    return [...document.querySelectorAll('.md-content *, .md-header *')]
      .filter(e => e.checkVisibility() && e.getClientRects().length)
      .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5)
      .map(e => e.outerHTML.slice(0, 200))"""
    assert browser.execute_script("return document.documentElement.scrollWidth") == PHONE[0]
    assert browser.execute_script(sticking_out) == []
    assert complaints(browser) == []
    asked = requested()
    assert asked
    assert [url for url in asked if not url.startswith((real, "data:"))] == []


@pytest.mark.parametrize("page", HOSTILE)
def test_hostile_words_break_no_page(
    browser: Chrome, viewport: Viewport, requested: Requested, small: str, page: str
) -> None:
    """The longest and strangest words neither widen a phone's page nor run nor load anything."""
    viewport(*PHONE)
    browser.get(small + page)
    assert browser.execute_script("return document.documentElement.scrollWidth") == PHONE[0]
    assert HOSTILE[page] in one(browser, "h1").text
    assert complaints(browser) == []
    assert [url for url in requested() if not url.startswith((small, "data:"))] == []


def test_a_claim_is_opened_from_home(browser: Chrome, viewport: Viewport, real: str) -> None:
    """From the home page a reader comes to a claim: its verdict, quote, origins and source."""
    viewport(*PHONE)
    browser.get(real)
    link = one(browser, "a[href='claims/trump-team-proposes-troops/']")
    before = "return arguments[0].previousElementSibling.textContent"
    assert browser.execute_script(before, link) == "✗ Overstated"
    link.click()
    until(browser, lambda _: browser.current_url.endswith("/claims/trump-team-proposes-troops/"))
    claim = published(ROOT)["trump-team-proposes-troops"]
    assert shown(browser, "h1")[0].startswith("✗ Overstated (fails as worded) : ")
    assert claim["claim"] in one(browser, "h1").text
    assert claim["bottom_line"] in shown(browser, ".fc-bottom")
    quotes = [e.get("quote") or e["passage"] for e in claim["evidence"] if "passage" in e]
    assert {squeezed(quote) for quote in quotes} <= set(shown(browser, ".fc-words mark"))
    assert re.search(r" · \d documents? ", one(browser, ".fc-counter").text)
    assert any(text.startswith("NBC News") for text in shown(browser, ".fc-chain"))
    one(browser, ".fc-card .fc-by a").click()
    until(browser, lambda _: "/sources/" in browser.current_url)
    assert "What we quote from it" in shown(browser, "h2")


def test_a_link_to_a_passage_shows_it(browser: Chrome, viewport: Viewport, real: str) -> None:
    """The address of a passage scrolls to it, below the header that stays on top."""
    viewport(*PHONE)
    browser.get(f"{real}claims/zelensky-now-agrees/")
    *_, card = browser.find_elements(By.CSS_SELECTOR, ".fc-card[id]")
    anchor = card.get_attribute("id")
    browser.get("about:blank")
    browser.get(f"{real}claims/zelensky-now-agrees/#{anchor}")
    place = "return document.getElementById(arguments[0]).getBoundingClientRect().top"
    header = "return document.querySelector('.md-header').getBoundingClientRect().bottom"

    def in_view(_: Chrome) -> bool:
        top = browser.execute_script(place, anchor)
        return bool(browser.execute_script(header) <= top < PHONE[1] - 100)

    until(browser, in_view)


CLAIM = "us-paying-half-of-resources"
FINDS = {
    "its words": "paying half of resources",
    "its claimant": "kunstjagd",
    "its bottom line": "damaged sentence half trillion owed",
    "its verdict": "garbled",
}


@pytest.mark.parametrize("words", FINDS.values(), ids=FINDS.keys())
def test_search_finds_a_claim(
    browser: Chrome, viewport: Viewport, requested: Requested, real: str, words: str
) -> None:
    """On a phone a claim is found by its words, claimant and bottom line, its verdict first."""
    viewport(*PHONE)
    found = dict(search(browser, real, words))
    label = verdicts(ROOT)[published(ROOT)[CLAIM]["verdict"]]["label"]
    assert found[f"claims/{CLAIM}/"].startswith(f"{label}: ")
    assert complaints(browser) == []
    assert [url for url in requested() if not url.startswith((real, "data:", "blob:"))] == []


def test_every_result_that_is_a_claim_begins_with_its_verdict(
    browser: Chrome, viewport: Viewport, real: str
) -> None:
    """Whatever claims a search shows, each title begins with the word of that claim's verdict."""
    viewport(*PHONE)
    found = search(browser, real, "Zelenskyy minerals")
    labels = {
        f"claims/{id_}/": verdicts(ROOT)[claim["verdict"]]["label"]
        for id_, claim in published(ROOT).items()
    }
    titles = [(labels[path], title) for path, title in found if path in labels]
    assert [title for label, title in titles if not title.startswith(f"{label}: ")] == []
    assert len(titles) > 5


def indexed(folder: Path) -> set[str]:
    """Return every word that the search knows, in small letters."""
    entries = json.loads((folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    text = " ".join(f"{entry['title']} {entry['text']}" for entry in entries)
    return set(re.findall(r"[a-z]+", unescape(text).lower()))


@pytest.mark.parametrize("field", ["passage", "analysis", "note"])
def test_search_does_not_read_everything(
    browser: Chrome, viewport: Viewport, real: str, folder: Path, field: str
) -> None:
    """A word that stands in passages, analyses or notes alone finds no claim."""
    viewport(*PHONE)
    texts_ = re.findall(rf"(?s){field}:(.*?)\n(?=  - |  ?  ?[a-z_]+:|[a-z])", records())
    words = {word for text in texts_ for word in re.findall(r"[a-z]{8,}", text.lower())}
    known = indexed(folder)
    unknown = sorted(w for w in words if not any(other.startswith(w) for other in known))
    assert len(unknown) > 3
    for word in unknown[:3]:
        found = [path for path, _ in search(browser, real, word) if path.startswith("claims/")]
        assert found == [], word


def records() -> str:
    """Return the text of every record of a claim."""
    paths = sorted((ROOT / "data" / "claims").glob("*.yml"))
    return "\n".join(path.read_text("utf-8") for path in paths)


def test_a_hostile_title_is_shown_by_search_and_runs_nothing(
    browser: Chrome, viewport: Viewport, requested: Requested, small: str
) -> None:
    """A result shows the title and the text as typed; no element comes of them, no script runs."""
    viewport(*PHONE)
    claim = yaml.safe_load((SMALL / "data/claims/hostile-words.yml").read_text("utf-8"))
    found = dict(search(browser, small, "onerror"))
    assert found["claims/hostile-words/"] == f"On record: {claim['short']}"
    result = one(browser, ".md-search-result__list").get_attribute("textContent") or ""
    assert claim["bottom_line"] in squeezed(result)
    made = "return document.querySelectorAll('.md-search-result :is(script, img, b, svg[onload])')"
    assert browser.execute_script(made + ".length") == 0
    assert complaints(browser) == []
    assert [url for url in requested() if not url.startswith((small, "data:", "blob:"))] == []


OURS = ".fc, .fc *, .md-content :is(h1, h2, p, li, span, a:not(.headerlink))"


@pytest.mark.parametrize("page", [*PAGES, CLAIMS[0], SOURCES[0], RECORDS[0], VARIANTS[0]])
def test_text_can_be_read_in_light_and_dark(
    browser: Chrome, scheme: str, real: str, page: str
) -> None:
    """Badges and all other text of ours have a contrast of 4.5 to 1 in either scheme."""
    browser.get(real + page)
    colours = one(browser, "body").get_attribute("data-md-color-scheme")
    assert colours == {"light": "default", "dark": "slate"}[scheme]
    found = browser.execute_script(COLOURS, OURS)
    assert len(found) > 10
    assert [(round(ratio, 2), what) for ratio, what in found if ratio < 4.5] == []


def test_contrast_is_measured(browser: Chrome) -> None:
    """The measure knows black on white, grey on white, and a colour seen through another."""
    browser.get("about:blank")
    for style, ratio in (
        ("color: #000; background: #fff", 21.0),
        ("color: #777; background: #fff", 4.48),
        ("color: rgba(0, 0, 0, 0.5); background: #fff", 3.98),
        ("color: #fff; background: rgba(0, 0, 0, 0.5)", 3.98),
    ):
        browser.execute_script(f'document.body.innerHTML = `<p style="{style}">a</p>`')
        [[found, _]] = browser.execute_script(COLOURS, "p")
        assert abs(found - ratio) < 0.05, style


@pytest.mark.parametrize("page", ["", *CLAIMS, SOURCES[0], "verdicts/", *RECORDS])
def test_without_scripts_everything_is_there(browser: Chrome, real: str, page: str) -> None:
    """With scripts switched off the page shows all that it shows with them."""
    browser.get(real + page)
    with_scripts = shown(browser, ".md-content")
    ask(browser, "Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.get(real + page)
        without = shown(browser, ".md-content")
    finally:
        ask(browser, "Emulation.setScriptExecutionDisabled", value=False)
    assert without == with_scripts
    assert len(without[0]) > 500


def test_a_lost_reader_is_told_so(browser: Chrome, real: str) -> None:
    """An address that is not there says so, instead of an empty page."""
    browser.get(f"{real}claims/no-such-claim/")
    assert "404" in one(browser, "h1").text
