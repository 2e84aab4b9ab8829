"""The computed pictures in a browser: lines meet their boxes, and no text meets another."""

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from tests.browser.visits import Site, resize

WIDTHS = [(320, 640), (700, 900), (1280, 900)]
PICTURES = {"": ".fc-shares", "verdicts/": ".fc-shares", "origins/": ".fc-graph"}
PICTURES |= {"timeline/": ".fc-days"}

# Every two texts of a picture that lie on each other, and every text that is cut off or too small.
TEXTS = """
const faults = [];
for (const picture of document.querySelectorAll(arguments[0])) {
  const words = document.createTreeWalker(picture, NodeFilter.SHOW_TEXT);
  const lines = [];
  while (words.nextNode()) {
    const holder = words.currentNode.parentElement;
    const style = getComputedStyle(holder);
    if (!words.currentNode.data.trim() || style.clipPath !== 'none') continue;
    if (!holder.checkVisibility()) continue;
    if (parseFloat(style.fontSize) < 12) faults.push(`small: ${holder.textContent}`);
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const boxes = holder.closest('svg') ? [holder.getBoundingClientRect()] : range.getClientRects();
    for (const box of boxes) lines.push([box, holder.textContent]);
  }
  lines.forEach(([a, one], at) => {
    if (a.left < 0 || a.right > innerWidth) faults.push(`outside: ${one}`);
    for (const [b, other] of lines.slice(0, at)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 4) faults.push(`${other} | ${one}`);
    }
  });
}
return faults;
"""

# How far each line of a graph begins from the middle of its tie's word, and ends from a box's.
LINES = """
const middle = (e) => { const box = e.getBoundingClientRect(); return (box.top + box.bottom) / 2; };
const far = [];
for (const strip of document.querySelectorAll('.fc-strip')) {
  const [left, svg, right] = strip.children;
  const ports = [...left.querySelectorAll('li > span + span')];
  const boxes = [...right.children];
  [...svg.children].forEach((path, at) => {
    const whole = path.getTotalLength(), matrix = path.getScreenCTM();
    const start = path.getPointAtLength(0).matrixTransform(matrix);
    const end = path.getPointAtLength(whole).matrixTransform(matrix);
    const named = (one) => ports[at].textContent.includes(one.querySelector('a').textContent);
    const box = boxes.find(named);
    far.push([Math.abs(start.y - middle(ports[at])), Math.abs(end.y - middle(box)),
      Math.abs(start.x - left.getBoundingClientRect().right),
      Math.abs(end.x - right.getBoundingClientRect().left)]);
  });
}
return far;
"""


@pytest.fixture(params=WIDTHS, ids=lambda size: str(size[0]))
def sized(browser: Chrome, request: pytest.FixtureRequest) -> Chrome:
    """The browser at a phone's, a tablet's and a desk's width."""
    resize(browser, *request.param)
    return browser


@pytest.mark.parametrize("path", PICTURES)
def test_no_text_of_a_picture_meets_another(sized: Chrome, our_site: Site, path: str) -> None:
    """At every width each word of a picture is 12 px or more, whole, and on no other."""
    sized.get(our_site.address + path)
    assert sized.execute_script(TEXTS, PICTURES[path]) == []


def test_lines_meet_what_they_join(sized: Chrome, our_site: Site) -> None:
    """Each line begins at the word of its tie and ends at the middle of the box that it names."""
    sized.get(our_site.address + "origins/")
    far = sized.execute_script(LINES)
    assert len(far) > 20
    assert all(distance <= 2 for line in far for distance in line), far


def test_pictures_follow_the_keyboard(browser: Chrome, our_site: Site) -> None:
    """A mark of the timeline can be reached and leads to the heading of its day."""
    resize(browser, 320, 640)
    browser.get(our_site.address + "timeline/")
    browser.execute_script("document.querySelector('.fc-marks a[href^=\"#day\"]').focus()")
    mark = browser.switch_to.active_element
    assert (mark.get_attribute("aria-label") or "").endswith("that a claim is about")
    mark.send_keys(Keys.ENTER)
    day = browser.execute_script("return document.querySelector(':target')")
    assert day.tag_name == "h3"
    assert day.is_displayed()
