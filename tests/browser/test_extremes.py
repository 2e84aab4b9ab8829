"""The longest, shortest and strangest records that the rules allow, on pages that hold them."""

import re

import pytest
from selenium.webdriver import Chrome

from tests.browser.visits import EXTREMES, Site, complaints, events, resize
from tests.pages.dom import squeezed
from tests.pages.sites import archive

PAGES = {
    "the longest claim": "claims/longest-claim/",
    "a title in Cyrillic": "claims/title-in-cyrillic/",
    "right to left": "claims/title-from-right-to-left/",
    "one name, one piece": "claims/one-name-one-piece/",
    "twelve pieces": "claims/twelve-pieces/",
    "uneven sides": "claims/uneven-sides/",
    "a word without a break": "claims/word-without-break/",
    "no address": "sources/parish-letter/",
    "a source in Hebrew": "sources/echo-of-the-river/",
    "an excerpt in Arabic": "sources/voice-of-the-bridge/",
    "a source with a long word": "sources/gazette-of-forms/",
    "one name": "people/odo/",
    "three scripts": "variants/three-scripts/",
    "all claims": "claims/",
    "all sources": "sources/",
    "origins": "origins/",
    "timeline": "timeline/",
    "home": "",
}
WIDTHS = [320, 1280]

STICKING_OUT = """
const scrolls = (e) => e && (/auto|scroll/.test(getComputedStyle(e).overflowX)
  || scrolls(e.parentElement));
return [...document.querySelectorAll('.md-content *')]
  .filter(e => e.checkVisibility() && e.getClientRects().length && !scrolls(e.parentElement))
  .filter(e => {
    const box = e.getBoundingClientRect();
    return (box.right > innerWidth + 0.5 || box.left < -0.5) && box.width > 2;
  })
  .map(e => e.outerHTML.slice(0, 160));
"""

# Text whose first letter runs from right to left, in an element that runs the other way.
TURNED = r"""
const walk = document.createTreeWalker(document.querySelector('.md-content'), NodeFilter.SHOW_TEXT);
const wrong = [];
for (let node; node = walk.nextNode();) {
  const e = node.parentElement;
  const first = node.data.match(/\p{L}/u);
  if (!first || !/[\u0590-\u07ff]/.test(first[0]) || !e.checkVisibility()) continue;
  if (e.closest('script, template, [hidden]') || e.getBoundingClientRect().width < 3) continue;
  const style = getComputedStyle(e), inline = style.display === 'inline';
  const alone = e.innerText !== undefined && e.innerText.trim() === node.data.trim();
  const right = style.direction === 'rtl' || (inline && style.unicodeBidi !== 'normal');
  if (alone && !right) wrong.push(e.outerHTML.slice(0, 160));
}
return wrong;
"""

LANGUAGES = """
return [...document.querySelectorAll('.fc-words')]
  .map(e => [e.closest('[lang]').lang, e.textContent]);
"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", PAGES)
def test_nothing_scrolls_sideways(browser: Chrome, extremes: Site, kind: str, width: int) -> None:
    """No page is wider than its window, nothing sticks out of it, and the console is silent."""
    resize(browser, width, 800)
    browser.get(extremes.address + PAGES[kind])
    assert browser.execute_script(STICKING_OUT) == []
    assert browser.execute_script("return document.documentElement.scrollWidth") == width
    assert complaints(browser) == []
    asked = [event["request"]["url"] for event in events(browser, "Network.requestWillBeSent")]
    assert [url for url in asked if not url.startswith((extremes.address, "data:"))] == []


@pytest.mark.parametrize("kind", PAGES)
def test_what_runs_from_right_to_left_does(browser: Chrome, extremes: Site, kind: str) -> None:
    """Hebrew and Arabic that stand alone run from right to left, wherever they stand."""
    browser.get(extremes.address + PAGES[kind])
    assert browser.execute_script(TURNED) == []


@pytest.mark.parametrize("kind", ["right to left", "twelve pieces", "three scripts"])
def test_quoted_words_have_their_language(browser: Chrome, extremes: Site, kind: str) -> None:
    """Words of another script are marked with their language, and ours are not."""
    browser.get(extremes.address + PAGES[kind])
    for language, words in browser.execute_script(LANGUAGES):
        scripts = {"he": "א", "ar": "ا", "ru": "о"}
        expected = next((code for code, letter in scripts.items() if letter in words), None)
        assert language == (expected or ("de" if "Sedge ist" in words else "en")), words


def test_a_turned_text_is_noticed(browser: Chrome, extremes: Site) -> None:
    """Hebrew in a paragraph that runs from left to right is found, in one that asks is not."""
    browser.get(extremes.address + "timeline/")
    browser.execute_script("""
        document.querySelector('.md-content h1').insertAdjacentHTML(
          'afterend', '<p>גשר</p><p dir="auto">גשר</p><p>A word: <bdi>גשר</bdi></p>')""")
    [found] = browser.execute_script(TURNED)
    assert found == "<p>גשר</p>"


def test_the_longest_words_are_shown_whole(browser: Chrome, extremes: Site) -> None:
    """The longest claim and the longest word are cut nowhere on a phone."""
    resize(browser, 320, 640)
    for id_ in ("longest-claim", "word-without-break"):
        browser.get(f"{extremes.address}claims/{id_}/")
        heading = browser.find_element("css selector", "h1")
        shown = squeezed(heading.text).replace(" ", "")
        assert archive(EXTREMES).claims[id_].claim.replace(" ", "") in shown
        cut = "const h = document.querySelector('h1'); return h.scrollWidth > h.clientWidth + 1"
        assert not browser.execute_script(cut)


def test_a_source_without_an_address_says_so(browser: Chrome, extremes: Site) -> None:
    """Its page leads nowhere outside the site, and says that no address is known."""
    browser.get(extremes.address + "sources/parish-letter/")
    article = browser.find_element("css selector", ".md-content")
    assert re.search(r"[Aa]ddress:? (is )?(unknown|not known)", article.text)
    links = article.find_elements("css selector", "a[href]")
    hrefs = [link.get_attribute("href") or "" for link in links]
    assert [href for href in hrefs if not href.startswith(extremes.address)] == []


def test_the_sides_of_a_contested_claim_weigh_the_same(browser: Chrome, extremes: Site) -> None:
    """On a desk both sides begin at one height, equally wide; on a phone one stands below."""
    places = """return ['supports', 'refutes'].map(id => {
      const box = document.getElementById(id).getBoundingClientRect();
      return [Math.round(box.left), Math.round(box.top), Math.round(box.width)];})"""
    resize(browser, 1280, 900)
    browser.get(extremes.address + "claims/uneven-sides/")
    (left, top, wide), (right, height, width) = browser.execute_script(places)
    assert left < right
    assert top == height
    assert abs(wide - width) <= 1
    resize(browser, 320, 640)
    (left, top, wide), (right, height, width) = browser.execute_script(places)
    assert left == right
    assert top < height
    assert wide == width
