"""What a phone shows of a claim before anything is touched."""

from selenium.webdriver import Chrome

from tests.browser.visits import EXTREMES, Site, resize
from tests.pages.sites import ROOT, published

PHONE = (320, 640)

BELOW = """
const wanted = ['h1 .fc-verdict', 'h1', '.fc-claimant', '.fc-when', '.fc-bottom', '.fc-counter'];
const header = document.querySelector('.md-header').getBoundingClientRect().bottom;
return wanted.flatMap(css => {
  const found = document.querySelector(`article ${css}`);
  if (!found || !found.checkVisibility()) return [[css, 'missing']];
  const box = found.getBoundingClientRect();
  return box.top < header ? [[css, 'under the header']]
    : box.bottom > innerHeight ? [[css, Math.round(box.bottom - innerHeight)]] : [];
});
"""


def below(browser: Chrome, site: Site, id_: str) -> list[tuple[str, int | str]]:
    """Return which first parts of a claim a phone does not show at once, and by how many pixels."""
    browser.get(f"{site.address}claims/{id_}/")
    found: list[tuple[str, int | str]] = browser.execute_script(BELOW)
    return found


def test_the_answer_is_on_the_first_screen(browser: Chrome, our_site: Site) -> None:
    """Of each published claim verdict, sentence, who, when, bottom line and counter are seen."""
    resize(browser, *PHONE)
    missed = {id_: below(browser, our_site, id_) for id_ in published(ROOT)}
    assert {id_: parts for id_, parts in missed.items() if parts} == {}


def test_only_the_longest_claim_needs_a_second_screen(browser: Chrome, extremes: Site) -> None:
    """Of the longest claim that is allowed bottom line and counter come next; of no other one."""
    resize(browser, *PHONE)
    ids = published(EXTREMES)
    missed = {id_: [part for part, _ in below(browser, extremes, id_)] for id_ in ids}
    assert missed.pop("longest-claim") == [".fc-bottom", ".fc-counter"]
    assert {id_: parts for id_, parts in missed.items() if parts} == {}
