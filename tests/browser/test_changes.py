"""What changed, what was withdrawn and what is gone, as readers meet it in a browser."""

from functools import partial

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.visits import Site, complaints, resize, shown, without_scripts

CORRECTED = "claims/carpenter-blamed-goats/"
PHONE, DESK = (320, 640), (1280, 900)
PAGES = [
    CORRECTED,
    "variants/closed-or-shut/",
    "sources/valley-post/",
    "sources/hostile-herald/",
    "people/jory-pell/",
    "topics/hostile-topic/",
    "",
]
WIDER = """
for (const closed of document.querySelectorAll('details:not([open])')) closed.open = true;
return document.documentElement.scrollWidth;
"""


@pytest.mark.parametrize("width", [PHONE[0], DESK[0]])
@pytest.mark.parametrize("path", PAGES)
def test_no_history_is_wider_than_its_window(
    browser: Chrome, village: Site, path: str, width: int
) -> None:
    """However long a word of what stood there before, all of it unfolded, nothing sticks out."""
    resize(browser, width, 800)
    browser.get(village.address + path)
    assert browser.execute_script(WIDER) == width
    assert complaints(browser) == []


def test_the_banner_of_a_correction_is_small(browser: Chrome, village: Site) -> None:
    """On a phone it takes a fifth of the screen at most, and the answer still stands on it."""
    resize(browser, *PHONE)
    browser.get(village.address + CORRECTED)
    banner = browser.find_element(By.CSS_SELECTOR, ".fc-corrected")
    assert banner.rect["height"] <= PHONE[1] / 5
    for css in ("h1", ".fc-corrected", ".fc-claimant", ".fc-bottom", ".fc-counter"):
        box = browser.find_element(By.CSS_SELECTOR, css).rect
        assert box["y"] + box["height"] <= PHONE[1], css


def test_the_banner_leads_to_the_history(browser: Chrome, village: Site) -> None:
    """Its link brings the list of changes onto the screen."""
    resize(browser, *DESK)
    browser.get(village.address + CORRECTED)
    browser.find_element(By.CSS_SELECTOR, ".fc-corrected a").click()
    assert browser.current_url.endswith("#history")
    top = "return document.getElementById('history').getBoundingClientRect().top"
    wait = WebDriverWait(browser, 5, poll_frequency=0.05)
    wait.until(lambda _: 0 <= browser.execute_script(top) < DESK[1])


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("claims/goats-did-it/", "claims/carpenter-blamed-goats/"),
        ("sources/courier-story/", "sources/courier-report/"),
        ("people/jorey-pell/", "people/jory-pell/"),
    ],
)
def test_a_former_address_leads_on_without_scripts(
    browser: Chrome, village: Site, former: str, now: str
) -> None:
    """Whoever follows an old link comes to the page of now."""
    with without_scripts(browser):
        browser.get(village.address + former)
        wait = WebDriverWait(browser, 5, poll_frequency=0.05)
        wait.until(lambda _: browser.current_url == village.address + now)
    assert complaints(browser) == []


def test_the_anchor_of_a_former_id_leads_to_its_place(browser: Chrome, village: Site) -> None:
    """An old link into the page of origins or verdicts still leads to the one that was meant."""
    resize(browser, *DESK)
    for path, id_ in (
        ("origins/#register-of-bridges", "bridge-register"),
        ("verdicts/#exaggerated", "overstated"),
    ):
        browser.get("about:blank")
        browser.get(village.address + path)
        WebDriverWait(browser, 5, poll_frequency=0.05).until(partial(is_in_sight, id_=id_))


def is_in_sight(browser: WebDriver, id_: str) -> bool:
    """Say whether an element stands in the window, below the header."""
    top = f"return document.getElementById('{id_}').getBoundingClientRect().top"
    header = "return document.querySelector('.md-header').getBoundingClientRect().bottom"
    low, place = browser.execute_script(header), browser.execute_script(top)
    return bool(low - 1 <= place < DESK[1])


def test_what_is_missing_is_said_in_its_card(browser: Chrome, village: Site) -> None:
    """The cards of sentences that were not found on a page say so to whoever sees them."""
    browser.get(village.address + "sources/valley-post/")
    lines = shown(browser, ".fc-card .fc-gone")
    assert lines == ["On 30 May 2024 we did not find this on the live page."] * 2
