"""Sites as their readers visit them: each kind of page, and what an open page can be asked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import ROOT, published, variants

EXTREMES = ROOT / "tests" / "archives" / "extremes"
SITE_URL = "https://example.org/sub/path/"
MISSING = "claims/nothing/stands/here/"
PAGES = [
    *("", "claims/", "topics/", "variants/", "timeline/", "people/", "sources/", "origins/"),
    *("verdicts/", "method/", "contribute/findings/"),
]

DRAWN = "return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"

# The contrast of all text below a selector with what is behind it, and the element that has it.
COLOURS = """
const shade = (css) => {
  const found = css.match(/[\\d.]+/g).map(Number);
  return css.startsWith('color(srgb')
    ? [...found.slice(0, 3).map(part => part * 255), found[3] ?? 1]
    : [...found.slice(0, 3), found[3] ?? 1];
};
const over = ([r, g, b, a], [R, G, B]) =>
  [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
const behind = (e) => {
  const above = [];
  for (let at = e; at; at = at.parentElement) {
    const colour = shade(getComputedStyle(at).backgroundColor);
    above.push(colour);
    if (colour[3] === 1) break;
  }
  return above.reverse().reduce((under, colour) => over(colour, under), [255, 255, 255, 1]);
};
const light = (colour) => colour.slice(0, 3).map(part => part / 255)
  .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
return [...document.querySelectorAll(arguments[0])]
  .filter(e => e.checkVisibility())
  .filter(e => [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(e => {
    const back = behind(e), front = over(shade(getComputedStyle(e).color), back);
    const [low, high] = [light(back), light(front)].sort((a, b) => a - b);
    return [(high + 0.05) / (low + 0.05), e.outerHTML.slice(0, 120)];
  });
"""


@dataclass(frozen=True)
class Answer:
    """What a server sent for one address: its path, its status, and its bytes with the headers."""

    path: str
    status: int
    size: int


@dataclass(frozen=True)
class Site:
    """A built site, where it is served, and every answer that its server has given."""

    folder: Path
    address: str
    answers: list[Answer] = field(default_factory=list)

    def page(self, path: str) -> Element:
        """Return the page at a path of the site, read from its file."""
        return parse((self.folder / path / "index.html").read_text("utf-8"))

    @cached_property
    def paths(self) -> list[str]:
        """Every page of the site, home first."""
        found = (path.parent.relative_to(self.folder) for path in self.folder.rglob("index.html"))
        return sorted("" if path == Path() else f"{path.as_posix()}/" for path in found)


def kinds(root: Path = ROOT) -> dict[str, str]:
    """Return one page of each kind by its name, and one claim of each verdict that is given."""
    claims = {claim["verdict"]: f"claims/{id_}/" for id_, claim in published(root).items()}
    longest = max(variants(root), key=lambda id_: len(variants(root)[id_]["wordings"]))
    records = {
        folder: f"{folder}/{min((root / 'data' / folder).glob('*.yml')).stem}/"
        for folder in ("sources", "people", "topics")
    }
    home = {path.strip("/") or "home": path for path in PAGES}
    one = {f"one of {folder}": path for folder, path in records.items()}
    return {**home, **one, **claims, "one of variants": f"variants/{longest}/", "404": MISSING}


def ask(browser: Chrome, command: str, **given: Any) -> Any:
    """Send a command of Chromium's own and return its answer."""
    return browser.execute_cdp_cmd(command, given)


def resize(browser: Chrome, width: int, height: int) -> None:
    """Give the page exactly this width and height."""
    ask(
        browser,
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=height,
        deviceScaleFactor=1,
        mobile=False,
    )


@contextmanager
def preferring(browser: Chrome, media: str = "", **features: str) -> Iterator[None]:
    """Let the reader's system ask for these features, `color_scheme="dark"` or the like."""
    wanted = [
        {"name": name.replace("_", "-"), "value": value}
        for name, value in {"prefers_reduced_motion": "reduce", **features}.items()
    ]
    ask(browser, "Emulation.setEmulatedMedia", media=media, features=wanted)
    try:
        yield
    finally:
        ask(browser, "Emulation.setEmulatedMedia", media="", features=[])


@contextmanager
def without_scripts(browser: Chrome) -> Iterator[None]:
    """Let no script of a page run."""
    ask(browser, "Emulation.setScriptExecutionDisabled", value=True)
    try:
        yield
    finally:
        ask(browser, "Emulation.setScriptExecutionDisabled", value=False)


def shown(browser: Chrome, css: str) -> list[str]:
    """Return what is to be seen of every element that a selector finds."""
    return [squeezed(found.text) for found in browser.find_elements(By.CSS_SELECTOR, css)]


def complaints(browser: Chrome) -> list[str]:
    """Return what the browser's console says, but for a page that is not there on purpose."""
    said = [str(entry["message"]) for entry in browser.get_log("browser")]
    return [message for message in said if f"{MISSING} - Failed to load" not in message]


def events(browser: Chrome, method: str) -> list[dict[str, Any]]:
    """Return what the browser recorded under one name since its record was last read."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    return [message["params"] for message in messages if message["method"] == method]
