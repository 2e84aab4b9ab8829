"""The filters of the list of claims in a browser: combined, shared, undone, without scripts."""

from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.browser.visits import Site, ask, complaints, preferring, resize, shown, without_scripts
from tests.pages.sites import ROOT, published, verdicts

PHONE, DESK = (320, 640), (1280, 900)
CLAIMS = published(ROOT)
FAMILY = {id_: verdict["family"] for id_, verdict in verdicts(ROOT).items()}
LEFT = """return [...document.querySelectorAll('.fc-list > li')].filter(e => e.checkVisibility())
  .map(e => e.querySelector('a').pathname.split('/').at(-2))"""
TRIED = """const select = document.getElementById(arguments[0]), count = o =>
  Number(/\\((\\d+)\\)$/.exec(o.textContent)[1]);
return [...select.options].slice(1).map(o => [o, count(o), o.disabled]).map(([o, said, off]) => {
  select.value = o.value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  return [o.value, said, off, document.querySelectorAll('.fc-list > li:not([hidden])').length];
});"""


@pytest.fixture
def listing(browser: Chrome, our_site: Site) -> Iterator[Callable[..., None]]:
    """A function that opens the list of claims with this query, at this size."""

    def visit(query: str = "", size: tuple[int, int] = DESK) -> None:
        resize(browser, *size)
        browser.get(f"{our_site.address}claims/{query}")

    yield visit
    assert complaints(browser) == []


def one(browser: Chrome, css: str) -> WebElement:
    """Return the first element that a selector finds."""
    return browser.find_element(By.CSS_SELECTOR, css)


def pick(browser: Chrome, facet: str, value: str) -> None:
    """Choose an option of a facet."""
    Select(one(browser, f"#by-{facet}")).select_by_value(value)


def picked(browser: Chrome) -> dict[str, str]:
    """Return what is chosen, by facet."""
    found = browser.find_elements(By.CSS_SELECTOR, ".fc-facets select")
    values = {one.get_attribute("name"): one.get_attribute("value") for one in found}
    return {str(name): value for name, value in values.items() if value}


def left(browser: Chrome) -> set[str]:
    """Return the claims that are to be seen, after a look that none stands twice."""
    found: list[str] = browser.execute_script(LEFT)
    assert len(found) == len(set(found))
    return set(found)


def query(browser: Chrome) -> dict[str, str]:
    """Return what the address says."""
    return {key: one[-1] for key, one in parse_qs(urlsplit(browser.current_url).query).items()}


def fitting(**wanted: str) -> set[str]:
    """Return the claims whose records have all of these, as PyYAML reads them."""
    return {
        id_
        for id_, claim in CLAIMS.items()
        if all(value in having(claim)[facet] for facet, value in wanted.items())
    }


def having(claim: dict[str, object]) -> dict[str, list[object]]:
    """Return what a record says, by facet."""
    evidence = claim["evidence"]
    assert isinstance(evidence, list)
    topics = claim.get("topics", [])
    assert isinstance(topics, list)
    return {
        "verdict": [claim["verdict"]],
        "family": [FAMILY[str(claim["verdict"])]],
        "claimant": [claim["claimant"]],
        "topic": topics,
        "source": [e["source"] for e in evidence],
        "origin": [e.get(name) for e in evidence for name in ("origin", "credits")],
    }


def said(count: int) -> list[str]:
    """Return what the line of counting says."""
    return [f"{count} of {len(CLAIMS)} claims"]


def test_filters_combine(browser: Chrome, listing: Callable[..., None]) -> None:
    """Each further choice leaves the claims that have all; the count and the address follow."""
    listing()
    assert left(browser) == CLAIMS.keys()
    assert shown(browser, ".fc-shown") == [f"{len(CLAIMS)} claims"]
    wanted: dict[str, str] = {}
    steps = [("family", "open"), ("topic", "signing"), ("source", "espreso"), ("origin", "espreso")]
    for facet, value in steps:
        if len(fitting(**wanted, **{facet: value})) in (0, len(left(browser))):
            continue
        wanted[facet] = value
        pick(browser, facet, value)
        assert left(browser) == fitting(**wanted)
        assert shown(browser, ".fc-shown") == said(len(fitting(**wanted)))
        assert query(browser) == wanted
    assert len(wanted) > 2


@pytest.mark.parametrize("query_", ["", "?family=open", "?topic=signing&source=econotimes"])
@pytest.mark.parametrize("facet", ["verdict", "claimant", "date", "topic"])
def test_a_count_is_what_the_choice_would_leave(
    browser: Chrome, listing: Callable[..., None], facet: str, query_: str
) -> None:
    """Under whatever is chosen elsewhere an option's count comes true; none leaves nothing."""
    listing(query_)
    tried: list[tuple[str, int, bool, int]] = browser.execute_script(TRIED, f"by-{facet}")
    assert len(tried) > 2
    for value, count, disabled, after in tried:
        assert (value, count, disabled) == (value, after, after == 0)


def test_families_keep_their_headings(browser: Chrome, listing: Callable[..., None]) -> None:
    """A family without a claim left has neither heading nor link, the others their counts."""
    listing()
    whole = shown(browser, ".fc-found h2")
    assert whole == ["Stands, or was said", "Open", "Fails as worded"]
    pick(browser, "family", "fails")
    assert [text for text in shown(browser, ".fc-found h2") if text] == ["Fails as worded"]
    count = len(fitting(family="fails"))
    links = [text for text in shown(browser, ".fc-families li") if text]
    assert links == [f"Fails as worded {count}"]
    one(browser, ".fc-families a[href='#fails']").click()
    assert query(browser) == {"family": "fails"}
    assert left(browser) == fitting(family="fails")


def test_back_and_forward_go_through_the_views(
    browser: Chrome, listing: Callable[..., None], request: pytest.FixtureRequest
) -> None:
    """Each choice is a step of the browser's own history; a reload keeps the view."""
    before = browser.current_window_handle
    browser.switch_to.new_window("tab")  # a full history drops steps that nobody's hand made
    request.addfinalizer(partial(browser.switch_to.window, before))
    request.addfinalizer(browser.close)  # the last is called first
    listing()
    views: list[dict[str, str]] = [{}]
    for facet, value in (("family", "open"), ("topic", "signing")):
        pick(browser, facet, value)
        views.append({**views[-1], facet: value})

    def is_view(view: dict[str, str]) -> None:
        wanted = fitting(**view)  # a browser gives the choices back before the script runs
        WebDriverWait(browser, 5).until(
            lambda _: picked(browser) == view and left(browser) == wanted
        )
        assert query(browser) == view

    browser.back()
    is_view(views[1])
    browser.back()
    is_view(views[0])
    browser.forward()
    is_view(views[1])
    browser.forward()
    is_view(views[2])
    browser.refresh()
    is_view(views[2])
    one(browser, ".fc-found .fc-list > li:not([hidden]) .fc-item a").click()
    WebDriverWait(browser, 5).until(lambda _: "fc-claims" not in browser.page_source)
    browser.back()
    is_view(views[2])


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_shared_address_opens_the_view(
    browser: Chrome, listing: Callable[..., None], size: tuple[int, int]
) -> None:
    """What is chosen can be seen, and taken away one by one, with the filters closed."""
    listing("?family=open&origin=nbc&utm=x", size)
    assert left(browser) == fitting(family="open", origin="nbc")
    assert picked(browser) == {"family": "open", "origin": "nbc"}
    assert shown(browser, ".fc-chosen button") == ["Result: Open", "Origin: NBC News", "Clear all"]
    one(browser, ".fc-chosen button").click()
    assert left(browser) == fitting(origin="nbc")
    assert query(browser) == {"origin": "nbc", "utm": "x"}
    one(browser, ".fc-clear").click()
    assert left(browser) == CLAIMS.keys()
    assert query(browser) == {"utm": "x"}
    assert not one(browser, ".fc-chosen").is_displayed()


def test_where_nothing_fits_it_is_said(browser: Chrome, listing: Callable[..., None]) -> None:
    """Without a match there are a sentence and a way back, and no heading."""
    listing("?family=fails&verdict=corroborated", PHONE)
    assert left(browser) == set()
    assert shown(browser, ".fc-shown") == said(0)
    assert one(browser, ".fc-none").is_displayed()
    assert not any(shown(browser, ".fc-found h2"))
    one(browser, ".fc-clear").click()
    assert left(browser) == CLAIMS.keys()
    assert not one(browser, ".fc-none").is_displayed()


HOSTILE = [
    "?verdict=no-such-verdict&topic=",
    "?verdict=" + quote("<img src=x onerror=alert(1)>"),
    "?verdict=%E0%A4%A&%&=&&topic",
    "?__proto__=contested&constructor=x&family=__proto__&verdict=constructor",
    "?verdict=" + quote('"]}\\') + "&date=9999-99-99&origin=" + "x" * 2000,
    "?verdict=%00&claimant=" + quote("\u202egnp.js"),
    "?" + "verdict=nothing&" * 300,
]


@pytest.mark.parametrize("asked", HOSTILE, ids=range(len(HOSTILE)))
def test_a_strange_address_is_ignored(
    browser: Chrome, listing: Callable[..., None], asked: str
) -> None:
    """Values that are none of ours choose nothing, make no element and raise no error."""
    listing(asked)
    assert left(browser) == CLAIMS.keys()
    assert picked(browser) == {}
    assert browser.find_elements(By.CSS_SELECTOR, ".fc-claims img") == []
    pick(browser, "family", "open")
    assert left(browser) == fitting(family="open")


def test_one_good_value_among_strange_ones_counts(
    browser: Chrome, listing: Callable[..., None]
) -> None:
    """What is known in an address is chosen, whatever stands beside it."""
    listing("?family=open&verdict=%3Cb%3E&family=nothing")
    assert left(browser) == fitting(family="open")


def press(browser: Chrome, *keys: str) -> None:
    """Press keys, wherever the keyboard's place is."""
    ActionChains(browser).send_keys(*keys).perform()


def focused(browser: Chrome) -> str:
    """Return what the keyboard acts on: its id, or its text."""
    return str(
        browser.execute_script("return ((e) => e.id || e.textContent)(document.activeElement)")
    )


def test_the_keyboard_is_enough(browser: Chrome, listing: Callable[..., None]) -> None:
    """On a phone's width the filters are opened, used, taken away and cleared by keys alone."""
    listing("", PHONE)
    assert not one(browser, "#by-family").is_displayed()
    browser.execute_script("document.querySelector('h1').tabIndex = -1")
    browser.execute_script("document.querySelector('h1').focus()")
    press(browser, Keys.TAB)
    assert focused(browser) == "Filter the claims"
    press(browser, Keys.ENTER)
    assert one(browser, ".fc-toggle").get_attribute("aria-expanded") == "true"
    press(browser, Keys.TAB)
    assert focused(browser) == "by-family"
    press(browser, "O")
    press(browser, Keys.TAB)
    press(browser, "U")
    assert picked(browser) == {"family": "open", "verdict": "unsupported"}
    assert left(browser) == fitting(family="open", verdict="unsupported")
    press(browser, *[Keys.TAB] * 6)
    assert focused(browser) == "Result: Open"
    press(browser, Keys.ENTER)
    assert picked(browser) == {"verdict": "unsupported"}
    assert focused(browser) == "Verdict: Unsupported"
    press(browser, Keys.TAB)
    press(browser, Keys.SPACE)
    assert left(browser) == CLAIMS.keys()
    assert focused(browser) == "Filter the claims"


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_without_scripts_the_list_is_whole(
    browser: Chrome, listing: Callable[..., None], size: tuple[int, int]
) -> None:
    """Without scripts no control is to be seen, whatever the address says, and every claim is."""
    with without_scripts(browser):
        listing("?family=open", size)
        controls = browser.find_elements(By.CSS_SELECTOR, ".fc-claims :is(button, select, label)")
        assert controls
        assert not any(control.is_displayed() for control in controls)
        links = browser.find_elements(By.CSS_SELECTOR, ".fc-found .fc-list > li .fc-item")
        assert len([one for one in links if one.is_displayed()]) == len(CLAIMS)
        one(browser, ".fc-families a[href='#fails']").click()
        assert browser.current_url.endswith("#fails")


SHIFTS = """const [done] = arguments, found = [];
new PerformanceObserver(list => found.push(...list.getEntries().flatMap(e => e.sources)
  .map(s => s.node && (s.node.closest ? s.node : s.node.parentElement))
  .map(e => e && e.outerHTML)))
  .observe({type: 'layout-shift', buffered: true});
setTimeout(() => done(found), 400);"""


@pytest.mark.parametrize("asked", ["", "?topic=signing&family=open"])
@pytest.mark.parametrize("size", [PHONE, DESK])
def test_nothing_moves_when_the_script_starts(
    browser: Chrome, listing: Callable[..., None], size: tuple[int, int], asked: str
) -> None:
    """On a slow line, too, nothing is painted elsewhere than it stays."""
    ask(browser, "Network.enable")
    ask(browser, "Network.clearBrowserCache")
    line = {"latency": 100, "downloadThroughput": 60_000, "uploadThroughput": 60_000}
    ask(browser, "Network.emulateNetworkConditions", offline=False, **line)
    try:
        listing(asked, size)
        assert browser.execute_async_script(SHIFTS) == []
    finally:
        free = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        ask(browser, "Network.emulateNetworkConditions", offline=False, **free)


def test_a_printed_list_says_what_was_chosen(browser: Chrome, listing: Callable[..., None]) -> None:
    """On paper stand the chosen filters in words and what they left: no control."""
    listing("?family=open&topic=signing", PHONE)
    with preferring(browser, media="print"):
        assert not one(browser, ".fc-toggle").is_displayed()
        assert not one(browser, ".fc-facets").is_displayed()
        assert not one(browser, ".fc-clear").is_displayed()
        assert shown(browser, ".fc-chip")[0] == "Result: Open"
        assert shown(browser, ".fc-shown") == said(len(fitting(family="open", topic="signing")))
        assert left(browser) == fitting(family="open", topic="signing")
        bottom = browser.find_elements(By.CSS_SELECTOR, "li:not([hidden]) > .fc-bottom")
        assert all(line.is_displayed() for line in bottom)


LONGEST = """return [...document.getElementById(arguments[0]).options].filter(o => !o.disabled)
  .reduce((one, other) => other.label.length > one.label.length ? other : one).value"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_holds_open_filters_and_long_names(
    browser: Chrome, listing: Callable[..., None], scheme: str
) -> None:
    """With the filters open and the longest options chosen nothing sticks out at 320 pixels."""
    with preferring(browser, prefers_color_scheme=scheme):
        listing("", PHONE)
        one(browser, ".fc-toggle").click()
        for facet in ("claimant", "source", "origin", "topic", "date"):
            pick(browser, facet, browser.execute_script(LONGEST, f"by-{facet}"))
        assert browser.execute_script("return document.documentElement.scrollWidth") == PHONE[0]
        for control in browser.find_elements(By.CSS_SELECTOR, ".fc-filters :is(button, select)"):
            assert control.rect["x"] + control.rect["width"] <= PHONE[0]
            assert control.rect["height"] >= 44


def test_the_list_is_short_on_a_phone(browser: Chrome, listing: Callable[..., None]) -> None:
    """At 320 pixels a claim takes less than a third of the screen, on average."""
    listing("", PHONE)
    tall = browser.execute_script("return document.querySelector('.fc-found').scrollHeight")
    assert tall / len(CLAIMS) < PHONE[1] / 3
