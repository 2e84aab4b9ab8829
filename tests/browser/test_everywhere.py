"""The site works under a sub-path, without scripts, on paper, enlarged, and in forced colours."""

import base64
import io
import re
import unicodedata
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.visits import (
    COLOURS,
    DRAWN,
    MISSING,
    Site,
    ask,
    complaints,
    kinds,
    preferring,
    resize,
    shown,
    without_scripts,
)
from tests.pages.dom import squeezed
from tests.pages.sites import ROOT, published, verdicts

OURS = kinds()
PHONE, DESK = (320, 640), (1280, 900)
ZOOMED = (320, 256)  # a window of 1280 by 1024 at 400 %


def visible(browser: Chrome, css: str) -> WebElement | None:
    """Return the first element of a selector that can be seen and is on the screen."""
    found = browser.find_elements(By.CSS_SELECTOR, css)
    return next((one for one in found if one.is_displayed() and one.rect["x"] >= 0), None)


# Under a sub-path


def test_a_search_under_the_sub_path_leads_to_its_page(browser: Chrome, our_site: Site) -> None:
    """From a page deep below the sub-path a word is searched, and the result opens its page."""
    resize(browser, *DESK)
    browser.get(our_site.address + OURS["contested"])
    field = browser.find_element(By.CSS_SELECTOR, ".md-search__input")
    browser.execute_script("arguments[0].focus()", field)
    field.send_keys("kunstjagd")
    wait = WebDriverWait(browser, 10, poll_frequency=0.05)
    wait.until(lambda _: browser.find_elements(By.CSS_SELECTOR, ".md-search-result__link"))
    link = browser.find_element(By.CSS_SELECTOR, ".md-search-result__link")
    address = link.get_attribute("href") or ""
    assert address.startswith(our_site.address)
    browser.get(address)
    assert "kunstjagd" in browser.find_element(By.CSS_SELECTOR, ".md-content").text.lower()
    assert complaints(browser) == []


def test_a_lost_reader_finds_the_way_back(browser: Chrome, our_site: Site) -> None:
    """The page for lost readers has its style at any depth, and a link to the claims that works."""
    browser.get(our_site.address + MISSING)
    face = "return getComputedStyle(document.body).getPropertyValue('--fc-fails').trim()"
    assert browser.execute_script(face) != ""
    link = visible(browser, ".md-content a[href]")
    assert link is not None
    address = link.get_attribute("href") or ""
    # Links are made for the address that the site was built for; its host is another one here.
    here = address.replace("https://example.org/sub/path/", our_site.address)
    assert here.startswith(our_site.address)
    browser.get(here)
    assert "404" not in browser.title
    assert "404" not in browser.find_element(By.TAG_NAME, "h1").text


# Without scripts

# What is folded, spare or of use with scripts alone need not be seen.
UNSEEN = """
const spare = 'script, style, template, title, desc, [hidden], [role=search], .headerlink,'
  + ' .fc-with-scripts';
const walk = document.createTreeWalker(document.querySelector('.md-content'), NodeFilter.SHOW_TEXT);
const found = [];
for (let node; node = walk.nextNode();) {
  const range = document.createRange(), parent = node.parentElement;
  range.selectNodeContents(node);
  const folded = parent.closest('details:not([open])') && !parent.closest('summary');
  if (!node.data.trim() || folded || parent.closest(spare)) continue;
  if (!range.getClientRects().length || !parent.checkVisibility({visibilityProperty: true}))
    found.push(parent.outerHTML.slice(0, 120));
}
return found;
"""


@pytest.mark.parametrize("kind", OURS)
def test_without_scripts_all_is_there(browser: Chrome, our_site: Site, kind: str) -> None:
    """All that is seen with scripts is seen without, and nothing is offered that needs them."""
    resize(browser, *PHONE)
    browser.get(our_site.address + OURS[kind])
    folded = browser.execute_script(UNSEEN)
    with without_scripts(browser):
        browser.get(our_site.address + OURS[kind])
        assert [part for part in browser.execute_script(UNSEEN) if part not in folded] == []
        controls = browser.find_elements(By.CSS_SELECTOR, ".md-content :is(input, select, button)")
        assert [one.get_attribute("outerHTML") for one in controls if one.is_displayed()] == []
        assert browser.execute_script("return document.documentElement.scrollWidth") == PHONE[0]


def test_without_scripts_the_list_of_claims_is_complete(browser: Chrome, our_site: Site) -> None:
    """Each published claim can be seen and opened in the list of claims."""
    with without_scripts(browser):
        browser.get(our_site.address + "claims/")
        links = browser.find_elements(By.CSS_SELECTOR, ".md-content a[href]")
        opened = {link.get_attribute("href") for link in links if link.is_displayed()}
    assert {f"{our_site.address}claims/{id_}/" for id_ in published(ROOT)} <= opened


def test_without_scripts_the_navigation_opens(browser: Chrome, our_site: Site) -> None:
    """On a phone the list of pages opens, and a proof unfolds, without a script."""
    resize(browser, *PHONE)
    with without_scripts(browser):
        browser.get(our_site.address + OURS["contested"])
        proof = browser.find_element(By.CSS_SELECTOR, "details.fc-proof")
        before = proof.text
        proof.find_element(By.TAG_NAME, "summary").click()
        assert len(proof.text) > len(before)
        browser.execute_script("scrollTo(0, 0)")
        browser.find_element(By.CSS_SELECTOR, "label.md-header__button[for=__drawer]").click()
        wait = WebDriverWait(browser, 5, poll_frequency=0.05)
        wait.until(lambda _: visible(browser, ".md-nav--primary a[href$='timeline/']"))


# On paper


def printed(browser: Chrome) -> str:
    """Return the text of the open page as it is printed, without spaces, for none is safe there."""
    data = base64.b64decode(ask(browser, "Page.printToPDF", preferCSSPageSize=True)["data"])
    return bare(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


def bare(text: str) -> str:
    """Return a text without spaces and with plain letters for joined ones."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def told() -> list[str]:
    """Return one claim of each verdict, and the one with the most evidence."""
    given = {claim["verdict"]: id_ for id_, claim in published(ROOT).items()}
    most = max(published(ROOT), key=lambda id_: len(published(ROOT)[id_]["evidence"]))
    return sorted({*given.values(), most})


@pytest.mark.parametrize("claim_id", told())
def test_a_printed_claim_says_all(browser: Chrome, our_site: Site, claim_id: str) -> None:
    """On paper stand the verdict, the claim, the bottom line, every quote and every proof."""
    resize(browser, *DESK)
    claim = published(ROOT)[claim_id]
    browser.get(f"{our_site.address}claims/{claim_id}/")
    proofs = our_site.page(f"claims/{claim_id}").all(class_="fc-proof")
    said = [squeezed(part.text) for proof in proofs for part in proof.all("p")]
    words = [piece.get("passage") or piece["excerpt"] for piece in claim["evidence"]]
    paper = printed(browser)
    expected = [verdicts(ROOT)[claim["verdict"]]["label"], claim["claim"], claim["bottom_line"]]
    missing = [text for text in (*expected, *words) if bare(text) not in paper]
    assert missing == []
    assert len(said) >= len(words)
    assert [text for text in said if bare(text)[:60] not in paper] == []
    assert bare("Skip to content") not in paper


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "claims", "contested", "one of variants", "timeline"])
def test_what_is_printed_can_be_read(
    browser: Chrome, our_site: Site, kind: str, scheme: str
) -> None:
    """Whatever the colours on the screen, all is printed at 4.5 to 1 or better, on white."""
    with preferring(browser, media="print", prefers_color_scheme=scheme):
        browser.get(our_site.address + OURS[kind])
        found = browser.execute_script(COLOURS, ".md-content *")
        paper = "return getComputedStyle(document.body).backgroundColor"
        assert browser.execute_script(paper) in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    assert len(found) > 10
    assert [(round(ratio, 2), what) for ratio, what in found if ratio < 4.5] == []


# Enlarged

OUT_OF_REACH = """
const lost = [];
const scrolls = (e) => e && (/auto|scroll/.test(getComputedStyle(e).overflowX)
  || scrolls(e.parentElement));
for (const e of document.querySelectorAll('.md-content *')) {
  if (!e.checkVisibility() || !e.getClientRects().length || e.closest('svg')) continue;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  if (box.right > innerWidth + 1 && !scrolls(e.parentElement))
    lost.push('sticks out: ' + e.outerHTML.slice(0, 120));
  const cuts = /hidden|clip/.test(style.overflowX + style.overflowY) && box.width > 2;
  if (cuts && e.innerText && e.clientWidth
      && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
    lost.push('cut off: ' + e.outerHTML.slice(0, 120));
}
return lost;
"""
COVERED = """
return [...document.querySelectorAll('body *')]
  .filter(e => /fixed|sticky/.test(getComputedStyle(e).position) && e.checkVisibility())
  .map(e => e.getBoundingClientRect())
  .filter(box => box.width > innerWidth / 2 && box.left < innerWidth && box.right > 0)
  .filter(box => box.height && box.top < innerHeight && box.bottom > 0)
  .reduce((sum, box) => sum + Math.min(box.bottom, innerHeight) - Math.max(box.top, 0), 0);
"""


@pytest.mark.parametrize("kind", OURS)
def test_at_400_percent_everything_is_in_reach(browser: Chrome, our_site: Site, kind: str) -> None:
    """Enlarged four times a page scrolls in one direction, cuts nothing off and covers little."""
    resize(browser, *ZOOMED)
    browser.get(our_site.address + OURS[kind])
    assert browser.execute_script("return document.documentElement.scrollWidth") == ZOOMED[0]
    assert browser.execute_script(OUT_OF_REACH) == []
    browser.execute_script("scrollTo(0, 400)")
    browser.execute_script(DRAWN)
    assert browser.execute_script(COVERED) <= ZOOMED[1] / 3


@pytest.fixture
def large_letters(browser: Chrome) -> Iterator[None]:
    """The letters twice as large as usual, as a reader can set them."""
    ask(browser, "Page.setFontSizes", fontSizes={"standard": 32, "fixed": 26})
    yield
    ask(browser, "Page.setFontSizes", fontSizes={"standard": 16, "fixed": 13})


@pytest.mark.usefixtures("large_letters")
@pytest.mark.parametrize("kind", OURS)
def test_with_large_letters_everything_is_in_reach(
    browser: Chrome, our_site: Site, kind: str
) -> None:
    """With letters of twice the size nothing is cut off or scrolls sideways."""
    resize(browser, *DESK)
    browser.get(our_site.address + OURS[kind])
    size = "return parseFloat(getComputedStyle(document.documentElement).fontSize)"
    assert browser.execute_script(size) >= 32
    assert browser.execute_script("return document.documentElement.scrollWidth") == DESK[0]
    assert browser.execute_script(OUT_OF_REACH) == []


def test_what_is_out_of_reach_is_noticed(browser: Chrome, our_site: Site) -> None:
    """A line too long for the page and one in too small a box are both found."""
    resize(browser, *ZOOMED)
    browser.get(our_site.address + OURS["timeline"])
    browser.execute_script("""
        const [wide, low] = [document.createElement('p'), document.createElement('p')];
        Object.assign(wide.style, {width: '500px'});
        Object.assign(low.style, {height: '9px', overflow: 'hidden'});
        wide.textContent = low.textContent = 'words';
        document.querySelector('.md-content h1').after(wide, low);""")
    assert [what.split(":")[0] for what in browser.execute_script(OUT_OF_REACH)] == [
        "sticks out",
        "cut off",
    ]


# In forced colours, and without motion


def test_in_forced_colours_nothing_is_lost(browser: Chrome, our_site: Site) -> None:
    """Where the system gives the colours, a verdict has word and frame, and a quote its mark."""
    with preferring(browser, forced_colors="active", prefers_color_scheme="dark"):
        browser.get(our_site.address + OURS["contested"])
        badge = "const s = getComputedStyle(document.querySelector('h1 .fc-verdict'));"
        frame = "return [s.borderTopStyle, parseFloat(s.borderTopWidth)]"
        style, width = browser.execute_script(badge + frame)
        assert style not in ("none", "hidden")
        assert width >= 1
        assert verdicts(ROOT)["contested"]["label"] in shown(browser, "h1 .fc-verdict")[0]
        marks = """return [...document.querySelectorAll('.fc-words mark')].map(e => {
            const mine = getComputedStyle(e), around = getComputedStyle(document.body);
            return mine.backgroundColor !== around.backgroundColor
              || mine.textDecorationLine !== 'none' || parseFloat(mine.borderBottomWidth) > 0;})"""
        told_apart = browser.execute_script(marks)
        assert told_apart
        assert all(told_apart)


MOVES = """
const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
const moving = /all|transform|margin|padding|width|height|top|left|right|bottom|inset|translate/;
return [...document.querySelectorAll('body *'), document.documentElement]
  .flatMap(e => ['', '::before', '::after'].map(pseudo => [e, getComputedStyle(e, pseudo || null)]))
  .filter(([, s]) => s.scrollBehavior === 'smooth'
    || (s.animationName !== 'none' && seconds(s.animationDuration) > 0.01)
    || (moving.test(s.transitionProperty) && seconds(s.transitionDuration) > 0.01))
  .map(([e, s]) => e.outerHTML.slice(0, 100) + s.transition);
"""


@pytest.mark.parametrize("kind", ["home", "claims", "contested"])
def test_nothing_moves_for_who_wants_it_still(browser: Chrome, our_site: Site, kind: str) -> None:
    """Where less motion is asked for, no part of a page slides, grows or scrolls smoothly."""
    with preferring(browser, prefers_reduced_motion="reduce"):
        browser.get(our_site.address + OURS[kind])
        assert browser.execute_script(MOVES) == []
