"""Nothing that axe-core knows to look for is wrong on any kind of page, in either scheme."""

import importlib.util
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import presence_of_element_located
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.visits import DRAWN, MISSING, Site, ask, kinds, preferring, resize
from tests.pages.sites import SMALL, published

OURS = kinds()
# The verdicts that no claim of the real site has.
ELSEWHERE = {verdict: path for verdict, path in kinds(SMALL).items() if verdict not in OURS}
EXTREMES = {
    "longest": "claims/longest-claim/",
    "right to left": "claims/title-from-right-to-left/",
    "two sides": "claims/uneven-sides/",
    "three scripts": "variants/three-scripts/",
}
# What changed, and what was found at an address, on pages of the small archive.
CHANGED = {
    "corrected claim": "claims/carpenter-blamed-goats/",
    "withdrawn claim": "claims/goats-were-hired/",
    "corrected variant": "variants/closed-or-shut/",
    "withdrawn source": "sources/hostile-herald/",
    "changed page": "sources/valley-post/",
    "moved page": "sources/courier-report/",
    "page that is gone": "sources/hill-radio-notes/",
    "a person’s history": "people/jory-pell/",
    "withdrawn topic": "topics/hostile-topic/",
    "history of an origin": "origins/",
    "history of a verdict": "verdicts/",
    "all corrections": "",
}
SIZES = {"phone": (320, 640), "desk": (1280, 900)}
RUN = """
for (const closed of document.querySelectorAll('details:not([open])')) closed.open = true;
const wanted = {preload: false, resultTypes: ['violations']};
return axe.run(document, wanted).then(({violations}) =>
  violations.flatMap(({id, help, nodes}) =>
    nodes.map(node => `${id}: ${help}: ${node.html.slice(0, 160)}`)))
"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, which an installed package carries."""
    found = importlib.util.find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return (Path(found.origin).parent / "axe.min.js").read_text("utf-8")


def faults(browser: Chrome) -> list[str]:
    """Return each fault that axe-core finds on the open page, with the element that has it."""
    found: list[str] = browser.execute_script(RUN)
    return found


def check(browser: Chrome, axe: str, site: Site, path: str) -> None:
    """Fail with all that is wrong on one page, in light and dark, at either width."""
    wrong = {}
    wait = WebDriverWait(browser, 5, poll_frequency=0.05)
    browser.get(site.address + path)
    browser.execute_script(axe)
    for scheme, shade in (("light", "default"), ("dark", "slate")):
        with preferring(browser, prefers_color_scheme=scheme):
            shown = f"body[data-md-color-scheme={shade}]"
            wait.until(presence_of_element_located((By.CSS_SELECTOR, shown)))
            for name, (width, height) in SIZES.items():
                resize(browser, width, height)
                browser.execute_script(DRAWN)
                if found := faults(browser):
                    wrong[scheme, name] = found
    assert wrong == {}


@pytest.mark.parametrize("kind", OURS)
def test_nothing_is_wrong_on_a_page(browser: Chrome, axe: str, our_site: Site, kind: str) -> None:
    """Each kind of page, proofs unfolded, passes every rule and best practice of axe-core."""
    check(browser, axe, our_site, OURS[kind])


@pytest.mark.parametrize("verdict", ELSEWHERE)
def test_nothing_is_wrong_with_the_other_verdicts(
    browser: Chrome, axe: str, village: Site, verdict: str
) -> None:
    """So does a claim of each verdict that the real site has not given."""
    check(browser, axe, village, ELSEWHERE[verdict])


@pytest.mark.parametrize("kind", EXTREMES)
def test_nothing_is_wrong_at_the_extremes(
    browser: Chrome, axe: str, extremes: Site, kind: str
) -> None:
    """So do the longest, the foreign and the lopsided records."""
    check(browser, axe, extremes, EXTREMES[kind])


@pytest.mark.parametrize("kind", CHANGED)
def test_nothing_is_wrong_where_something_changed(
    browser: Chrome, axe: str, village: Site, kind: str
) -> None:
    """So do corrections, withdrawals and pages that changed, histories unfolded."""
    check(browser, axe, village, CHANGED[kind])


def test_each_verdict_is_looked_at() -> None:
    """Together the pages above hold a claim of every verdict of the scale."""
    assert {claim["verdict"] for claim in published(SMALL).values()} <= {*OURS, *ELSEWHERE}


@pytest.mark.parametrize("open_", ["drawer", "search"])
def test_nothing_is_wrong_with_what_opens(
    browser: Chrome, axe: str, our_site: Site, open_: str
) -> None:
    """On a phone the navigation and the search, opened, have no fault either."""
    resize(browser, *SIZES["phone"])
    browser.get(our_site.address)
    browser.find_element(By.CSS_SELECTOR, f"label.md-header__button[for=__{open_}]").click()
    browser.execute_script(
        "return Promise.all(document.getAnimations().map(one => one.finished.catch(() => 0)))"
    )
    browser.execute_script(DRAWN)
    browser.execute_script(axe)
    assert faults(browser) == []


FAULTS = {
    "image-alt": '<main><h1>A</h1><img src="data:,"></main>',
    "color-contrast": '<main><h1>A</h1><p style="color: #999; background: #fff">pale</p></main>',
    "heading-order": "<main><h1>A</h1><h4>B</h4></main>",
    "region": "<main><h1>A</h1></main><p>outside</p>",
    "label": "<main><h1>A</h1><input></main>",
}


@pytest.mark.parametrize("rule", FAULTS)
def test_a_fault_is_found(browser: Chrome, axe: str, rule: str) -> None:
    """A page with one fault, of a rule or of a best practice, gives that fault and no other."""
    head = f'<!doctype html><html lang="en"><head><title>A page</title></head><body>{FAULTS[rule]}'
    frame = ask(browser, "Page.getFrameTree")["frameTree"]["frame"]["id"]
    ask(browser, "Page.setDocumentContent", frameId=frame, html=head)
    browser.execute_script(axe)
    assert {fault.split(":")[0] for fault in faults(browser)} == {rule}


def test_a_page_that_is_not_there_is_the_page_for_lost_readers(
    browser: Chrome, our_site: Site
) -> None:
    """What is measured as 404 is our own page, with its style."""
    browser.get(our_site.address + MISSING)
    assert "404" in browser.find_element(By.TAG_NAME, "h1").text
    assert "/sub/path/assets/factcheck.css" in {answer.path for answer in our_site.answers}
