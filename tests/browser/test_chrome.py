"""Policy, header, drawer, search and the page for lost readers, by touch and by keyboard."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.visits import DRAWN, MISSING, Site, ask, complaints, resize, without_scripts

CLAIM = "claims/zelensky-now-agrees/"
PHONE = (320, 640)
INDEX = "search/search_index.json"

SEEN = """
const at = document.activeElement, label = at.matches('.md-toggle, .md-option')
  ? [...document.querySelectorAll('.md-header__button')].find(one =>
      one.htmlFor === at.id || one === at.nextElementSibling) : at;
const style = getComputedStyle(label), box = label.getBoundingClientRect();
return {
  name: at.id || at.dataset.for || at.className, text: at.textContent.trim(),
  ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5,
  inside: box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0
    && box.top < innerHeight && label.checkVisibility({visibilityProperty: true}),
};"""


@pytest.fixture
def phone(browser: Chrome) -> Iterator[Chrome]:
    """The browser at the width of a small phone, whose reader wants nothing to move."""
    still = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    ask(browser, "Emulation.setEmulatedMedia", features=still)
    resize(browser, *PHONE)
    yield browser
    ask(browser, "Emulation.setEmulatedMedia", features=[])


def press(browser: Chrome, *keys: str) -> dict[str, Any]:
    """Press keys one after another and return where the focus is then."""
    for key in keys:
        ActionChains(browser).send_keys(key).perform()
    found: dict[str, Any] = browser.execute_script(SEEN)
    return found


def until(browser: Chrome, good: Callable[[Chrome], object]) -> None:
    """Wait until something holds, at most ten seconds."""
    WebDriverWait(browser, 10, poll_frequency=0.05).until(good)


def asked(site: Site, since: int) -> list[str]:
    """Return the paths that were asked for below the site since so many answers."""
    prefix = urlsplit(site.address).path
    return [answer.path.removeprefix(prefix) for answer in site.answers[since:]]


@pytest.mark.parametrize("place", ["</article>", "</title>"], ids=["content", "head"])
def test_an_injected_script_does_not_run(
    browser: Chrome, our_site: Site, tmp_path: Path, sites: Callable[[Path], Site], place: str
) -> None:
    """A script that gets into a built page stays dead, and the rest of the page works."""
    shutil.copytree(our_site.folder, tmp_path / "site")
    page = tmp_path / "site" / CLAIM / "index.html"
    html = page.read_text("utf-8")
    bad = (
        "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">"
    )
    assert html.count(place) >= 1
    before, _, after = html.partition(place)
    page.write_text(f"{before}{place}{bad}{after}", encoding="utf-8")
    site = sites(tmp_path / "site")
    browser.get(site.address + CLAIM)
    browser.execute_script(DRAWN)
    assert browser.title.startswith("Garbled: ")
    said = complaints(browser)
    assert len([one for one in said if "violates the following Content Security Policy" in one]) > 1
    classes = browser.execute_script("return [...document.documentElement.classList]")
    assert "js" in classes


def test_a_script_may_not_bring_in_styles_or_text_to_run(browser: Chrome, our_site: Site) -> None:
    """Even a script that runs cannot make text run, set a style in words or send anything away."""
    browser.get(our_site.address + CLAIM)
    tries = """
    const after = arguments[0], style = document.createElement('style');
    style.textContent = 'h1 { display: none }';
    document.head.append(style);
    document.querySelector('h1').setAttribute('style', 'display: none');
    const script = document.createElement('script');
    script.textContent = 'window.ran = 1';
    document.body.append(script);
    fetch('http://127.0.0.2:9/').then(() => after('sent'), () => after(window.ran || 'nothing'))"""
    assert browser.execute_async_script(tries) == "nothing"
    assert browser.find_element(By.TAG_NAME, "h1").is_displayed()


def shows(script: str, value: str, browser: Chrome) -> bool:
    """Whether a script gives this value now."""
    return bool(browser.execute_script(script) == value)


@pytest.mark.parametrize("width", [320, 1280])
def test_colours_and_search_work_under_the_policy(
    browser: Chrome, our_site: Site, width: int
) -> None:
    """The colours change and stay changed, the search finds, and the console says nothing."""
    resize(browser, width, 800)
    browser.get(our_site.address + CLAIM)
    scheme = "return document.body.getAttribute('data-md-color-scheme')"
    until(browser, lambda _: browser.find_elements(By.CSS_SELECTOR, "label[for^=__palette]"))
    for wanted in ("default", "slate"):
        [button] = browser.find_elements(By.CSS_SELECTOR, "label[for^=__palette]:not([hidden])")
        button.click()
        until(browser, partial(shows, scheme, wanted))
    browser.get(our_site.address)
    assert browser.execute_script(scheme) == "slate"
    if width == PHONE[0]:
        browser.find_element(By.CSS_SELECTOR, ".md-header__button[for=__search]").click()
    browser.find_element(By.CSS_SELECTOR, ".md-search__input").send_keys("minerals")
    until(browser, lambda _: browser.find_elements(By.CSS_SELECTOR, ".md-search-result__link"))
    assert complaints(browser) == []
    browser.execute_script("localStorage.clear()")


def test_the_index_of_the_search_waits_for_a_search(browser: Chrome, our_site: Site) -> None:
    """A visit does not load it; going to the search does, once."""
    ask(browser, "Network.clearBrowserCache")
    resize(browser, 1280, 800)
    since = len(our_site.answers)
    browser.get(our_site.address + CLAIM)
    until(browser, lambda _: any("/workers/" in path for path in asked(our_site, since)))
    browser.execute_script(DRAWN)
    assert INDEX not in asked(our_site, since)
    press(browser, "/")
    until(browser, lambda _: INDEX in asked(our_site, since))
    press(browser, *"minerals")
    until(browser, lambda _: browser.find_elements(By.CSS_SELECTOR, ".md-search-result__link"))
    assert asked(our_site, since).count(INDEX) == 1


@pytest.mark.parametrize("page", [CLAIM, "", "method/", MISSING])
def test_the_name_of_the_site_is_whole_on_a_phone(phone: Chrome, our_site: Site, page: str) -> None:
    """The header shows every letter of the name, in two lines if need be."""
    phone.get(our_site.address + page)
    cut = "const e = document.querySelector('.md-header__topic .md-ellipsis');"
    cut += "return [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth, e.innerText]"
    height, width, text = phone.execute_script(cut)
    assert (height, width) == (0, 0)
    assert text.strip() == "Half of Ukraine's minerals"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_drawer_opens_by_keyboard(phone: Chrome, our_site: Site, scripts: bool) -> None:
    """Tab comes to the button, Space opens the drawer, and its links are reached and seen."""
    if scripts:
        phone.get(our_site.address + CLAIM)
        found = walk(phone)
    else:
        with without_scripts(phone):
            phone.get(our_site.address + CLAIM)
            found = walk(phone)
    assert found[0]["name"] == "__drawer"
    assert [one for one in found if not one["inside"] or not one["ring"]] == []
    assert {"Claims", "Topics", "Timeline"} <= {one["text"] for one in found}


def test_escape_closes_the_drawer(phone: Chrome, our_site: Site) -> None:
    """Escape leads back to the button, which says whether the drawer is open."""
    phone.get(our_site.address + CLAIM)
    press(phone, Keys.TAB, Keys.TAB, Keys.ENTER)
    [button, _] = phone.find_elements(By.CSS_SELECTOR, ".fc-press")
    assert button.get_attribute("aria-expanded") == "true"
    assert "md-nav__link" in press(phone, Keys.SHIFT)["name"]
    assert press(phone, Keys.ESCAPE)["name"] == "__drawer"
    assert button.get_attribute("aria-expanded") == "false"
    assert not phone.find_element(By.CSS_SELECTOR, ".md-sidebar--primary").is_displayed()


def walk(browser: Chrome) -> list[dict[str, Any]]:
    """Open the drawer by keyboard and return the first places that Tab leads to."""
    first = press(browser, Keys.TAB)
    while first["name"] != "__drawer":
        first = press(browser, Keys.TAB)
    press(browser, " ")
    return [first, *(press(browser, Keys.TAB) for _ in range(6))]


def test_the_search_opens_by_keyboard(phone: Chrome, our_site: Site) -> None:
    """Space on its button opens it with the cursor in the field; an arrow leads to the results."""
    phone.get(our_site.address + CLAIM)
    button = press(phone, *4 * [Keys.TAB])  # after skip link, drawer and colours
    assert (button["name"], button["ring"], button["inside"]) == ("__search", True, True)
    assert "md-search__input" in press(phone, " ")["name"]
    press(phone, *"minerals")
    until(phone, lambda _: phone.find_elements(By.CSS_SELECTOR, ".md-search-result__link"))
    result = press(phone, Keys.ARROW_DOWN)
    assert "md-search-result__link" in result["name"]
    assert result["ring"]


@pytest.mark.parametrize("page", [CLAIM, "claims/", "method/", "timeline/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_the_keyboard_is_seen(
    phone: Chrome, our_site: Site, page: str, width: int
) -> None:
    """From the top, each of the first stops has a ring and is on the screen; one skips ahead."""
    resize(phone, width, 640)
    phone.get(our_site.address + page)
    stops = [press(phone, Keys.TAB) for _ in range(12)]
    assert [one for one in stops if not one["ring"] or not one["inside"]] == []
    phone.get(our_site.address + page)
    while "md-skip" not in press(phone, Keys.TAB)["name"]:
        pass
    press(phone, Keys.ENTER)
    inside = "return !!document.activeElement.closest('.md-content')"
    press(phone, Keys.TAB)
    assert phone.execute_script(inside)


def test_the_page_for_lost_readers_helps(phone: Chrome, our_site: Site) -> None:
    """At any depth its links lead on, and it speaks of the search only where that works."""
    phone.get(our_site.address + MISSING)
    assert complaints(phone) == []
    assert "Search for a word" in phone.find_element(By.TAG_NAME, "article").text
    phone.find_element(By.LINK_TEXT, "Topics").click()
    assert phone.current_url == f"{our_site.address}topics/"
    with without_scripts(phone):
        phone.get(our_site.address + MISSING)
        assert "Search for a word" not in phone.find_element(By.TAG_NAME, "article").text
        assert not phone.find_element(By.CSS_SELECTOR, "label[for=__search]").is_displayed()
        assert phone.find_element(By.LINK_TEXT, "Claims").is_displayed()


def test_paper_carries_the_page_alone(browser: Chrome, our_site: Site) -> None:
    """Printed, nothing is left of header, search, navigation and footer."""
    browser.get(our_site.address + CLAIM)
    ask(browser, "Emulation.setEmulatedMedia", media="print")
    try:
        shown = "return [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility("
        shown += "{visibilityProperty: true, opacityProperty: true}) && e.innerText?.trim()"
        shown += " && !e.closest('.md-main__inner') && !e.querySelector('.md-main__inner'))"
        shown += ".map(e => e.outerHTML.slice(0, 99))"
        assert browser.execute_script(shown) == []
        nav = browser.find_element(By.CSS_SELECTOR, ".md-sidebar--primary")
        assert not nav.is_displayed()
    finally:
        ask(browser, "Emulation.setEmulatedMedia", media="")
