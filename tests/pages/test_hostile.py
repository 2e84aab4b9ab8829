"""Hostile words in every field of a record are shown as typed, and nothing in them acts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import SMALL, pages_of, published

pytestmark = pytest.mark.slow

CLAIM = "claims/hostile-words/index.html"
SOURCE = "sources/hostile-herald/index.html"
VARIANT = "variants/hostile-change/index.html"
TIMELINE = "timeline/index.html"
PERSON = "people/hostile-person/index.html"
TOPIC = "topics/hostile-topic/index.html"
ORIGINS = "origins/index.html"
SHOWING = (CLAIM, SOURCE, VARIANT, TIMELINE, PERSON, TOPIC, ORIGINS)
# No page shows these yet, or it shows them as something else than text.
NOT_SHOWN = {"waives", "seal", "url"}
PROSE = {"introduction"}
PROSE |= {"analysis", "inferred", "later", "note", "replies", "unknowns", "why", "why_checked"}
TAGS = {"article", "section", "div", "h1", "h2", "p", "ul", "li", "dl", "dt", "dd", "blockquote"}
TAGS |= {
    "details",
    "summary",
    "table",
    "tbody",
    "tr",
    "th",
    "td",
    "span",
    "strong",
    "em",
    "a",
    "mark",
    "q",
    "code",
    "ol",
    "figure",
    "figcaption",
    "h3",
    "time",
}
ATTRIBUTES = {"class", "id", "lang", "href", "rel", "role", "scope", "aria-hidden"}
ATTRIBUTES |= {"data-search-exclude", "datetime", "hidden", "open"}
# The filters of the list of claims, and of no other page.
LIST = "claims/index.html"
LIST_TAGS = {"button", "label", "select", "optgroup", "option", "script"}
LIST_ATTRIBUTES = {"aria-controls", "aria-expanded", "aria-label", "autocomplete", "data-options"}
LIST_ATTRIBUTES |= {"disabled", "for", "label", "name", "src", "type", "value"}
# Pictures, and the words that differ between wordings, each on the pages that have them.
DRAWN = {"svg", "line", "rect", "path", "text", "tspan"}
GEOMETRY = {"width", "height", "x", "y", "x1", "x2", "y1", "y2", "d", "viewbox"}
ELSEWHERE = {
    "index.html": DRAWN,
    "verdicts/index.html": DRAWN,
    "origins/index.html": DRAWN | {"b"},
    "timeline/index.html": DRAWN,
    "variants/boards-became-boars/index.html": {"ins", "del"},
}
OWN = re.compile(r"(https?://|[./]*([a-z0-9-]+/)*(\?verdict=[a-z-]+)?(#[a-z0-9-]+)?$)")


@pytest.fixture(params=["small_site", "careless_site"])
def pages(request: pytest.FixtureRequest) -> dict[str, str]:
    """The pages of the small archive, built by our plugin, and by a careless site of others."""
    site: Path = request.getfixturevalue(request.param)
    return pages_of(site)


def texts(value: Any, *keys: str) -> Iterator[tuple[str, set[str]]]:
    """Yield every text of a record, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, *keys, key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, *keys)
    elif isinstance(value, str):
        yield value, set(keys)


def typed() -> Iterator[str]:
    """Yield each line of hostile text as it should be shown; emphasis has lost its stars."""
    for path in sorted((SMALL / "data").rglob("hostile*.yml")):
        for text, keys in texts(yaml.safe_load(path.read_text("utf-8"))):
            if "<" not in text or keys & NOT_SHOWN:
                continue
            prose = bool(keys & PROSE) and "published" not in keys
            for line in map(squeezed, text.split("\n")):
                if prose and not re.search(r"\]\(|^# ", line):
                    yield re.sub(r"\*(really|emphasis)\*", r"\1", line)
                elif not prose:
                    yield line


def ours(page: str) -> list[Element]:
    """Return the elements that our templates wrote, with all below them."""
    tops = [one for one in parse(page).all() if "fc" in one.classes]
    return [one for top in tops for one in (top, *top.all())]


def test_hostile_words_are_shown_as_typed(pages: dict[str, str]) -> None:
    """Each hostile text stands on a page of its records with the characters as typed."""
    shown = " ".join(squeezed(parse(pages[path]).text) for path in SHOWING)
    lines = list(filter(None, typed()))
    assert [line for line in lines if line not in shown] == []
    assert len(lines) > 25


def test_hostile_words_reach_the_head_of_a_page_as_typed(pages: dict[str, str]) -> None:
    """The page's title and its description hold the claim's words, each after the verdict."""
    claim = published(SMALL)["hostile-words"]
    page = parse(pages[CLAIM])
    [title] = [one.text for one in page.all("title") if one.parent and one.parent.tag == "head"]
    [described] = [
        one.attributes["content"]
        for one in page.all("meta")
        if one.attributes.get("name") == "description"
    ]
    assert squeezed(title).startswith(f"On record: {claim['short']}")
    assert described.startswith("On record (it was said;")
    assert described.endswith(f". {claim['bottom_line']}")


def test_hostile_words_add_nothing(pages: dict[str, str]) -> None:
    """Pages hold only elements and attributes that our templates write, and safe addresses."""
    for path, page in pages.items():
        tags, attributes = TAGS | ELSEWHERE.get(path, set()), ATTRIBUTES
        if path == LIST:
            tags, attributes = TAGS | LIST_TAGS, ATTRIBUTES | LIST_ATTRIBUTES
        if "svg" in tags:
            attributes = ATTRIBUTES | GEOMETRY | {"aria-label", "preserveaspectratio"}
        for one in ours(page):
            assert one.tag in tags, (path, one.tag)
            assert one.attributes.keys() <= attributes, (path, one.attributes)
            assert one.attributes.get("src", "../assets/filters.js") == "../assets/filters.js"
            address = one.attributes.get("href", "")
            assert OWN.match(address), (path, address)
            for name in GEOMETRY & one.attributes.keys():
                assert re.fullmatch(r"[0-9MmLlHhVvCcAaZz., %-]+", one.attributes[name]), path
            assert "tracker" not in address.partition(":~:text=")[0], path


def test_hostile_words_bring_no_file_and_no_computed_part(pages: dict[str, str]) -> None:
    """No include is read, no template run and no marker filled where a record asks for it."""
    for path in SHOWING:
        page = parse(pages[path])
        assert "root:" not in page.text
        assert "{{ 7*7 }}" in page.text or path not in (CLAIM, SOURCE, VARIANT)
        assert not list(page.all("div", "fc-counts"))
        assert not list(page.all("div", "fc-documents"))
