"""No claim is met without its verdict, and nothing that was only said passes for what is so."""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from tests.pages.dom import BLOCKS, Element, parse, squeezed
from tests.pages.sites import pages_of, published, verdicts

SAID = "(said; whether it is so"
PARTS = re.compile(r"</?(?:p|li|ul)>")


@dataclass(frozen=True)
class Judged:
    """What a page must know of a claim: its verdict's word and family, and its own wordings."""

    id: str
    label: str
    family: str
    only_said: bool
    wordings: tuple[str, ...]


def judged(root: Path) -> dict[str, Judged]:
    """Return the published claims of a microsite, as PyYAML reads them, with their verdicts."""
    found = {}
    for id_, claim in published(root).items():
        verdict = verdicts(root)[claim["verdict"]]
        only_said = claim.get("kind") == "said" and verdict["family"] == "stands"
        wordings = [claim["claim"], claim.get("short", claim["claim"])]
        shown = tuple({squeezed(words).rstrip(".") for words in wordings})
        found[id_] = Judged(id_, verdict["label"], verdict["family"], only_said, shown)
    return found


def claim_of(link: str, path: str) -> str:
    """Return the id of the claim that a link on the page at `path` leads to, or nothing."""
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), link.split("#")[0]))
    found = re.fullmatch(r"/(?:some-repo/)?claims/([a-z0-9-]+)(?:/index\.html)?", target)
    return found[1] if found and not link.startswith(("#", "http")) else ""


def faults_of_links(path: str, page: Element, claims: dict[str, Judged]) -> Iterator[str]:
    """Yield each link to a claim without its verdict before it, or without what it is not.

    A link to a passage of a claim needs neither where the same block has just named the claim.
    """
    named: set[tuple[Element, str]] = set()
    for link in page.all("a"):
        address = link.attributes.get("href", "")
        id_ = claim_of(address, path)
        if id_ not in claims or path == f"claims/{id_}/index.html":
            continue
        if "#" in address and (link.block, id_) in named:
            continue
        named.add((link.block, id_))
        before, after = link.around(link.block)
        if not before.endswith(claims[id_].label):
            yield f"{path}: link to {id_} behind {before[-30:]!r}"
        if claims[id_].only_said and not after.startswith(SAID):
            yield f"{path}: link to {id_} before {after[:30]!r}"


def said_on(page: Element) -> Iterator[str]:
    """Yield each text that a page shows or tells, quotations of documents apart: one a block."""
    for one in page.all():
        if one.tag in ("script", "style"):
            continue
        for name in ("content", "title", "alt", "aria-label", "placeholder"):
            yield squeezed(one.attributes.get(name, ""))
        if one.tag in BLOCKS and not any(b.tag == "blockquote" for b in (one, *one.above())):
            pieces = [text for holder, text in one.pieces() if nearest(holder) is one]
            yield squeezed("".join(pieces))


def nearest(holder: Element) -> Element:
    """Return the block that a text stands in."""
    return holder if holder.tag in BLOCKS else holder.block


def faults_of_words(where: str, text: str, claims: dict[str, Judged]) -> Iterator[str]:
    """Yield each place in a text where the wording of a failed claim has no verdict before it."""
    for claim in claims.values():
        for wording in claim.wordings if claim.family == "fails" else ():
            at = text.find(wording)
            if at >= 0 and claim.label not in text[max(0, at - 40) : at]:
                yield f"{where}: {claim.id} in {text[max(0, at - 40) :][:80]!r}"


def faults_of_page(path: str, html: str, claims: dict[str, Judged]) -> Iterator[str]:
    """Yield every way in which a page shows a claim without its verdict."""
    page = parse(html)
    yield from faults_of_links(path, page, claims)
    for text in said_on(page):
        yield from faults_of_words(path, text, claims)
    own = claims.get(path.removeprefix("claims/").removesuffix("/index.html"))
    if own:
        yield from faults_of_own_page(path, page, own)


def faults_of_own_page(path: str, page: Element, claim: Judged) -> Iterator[str]:
    """Yield what the page of a claim lacks in its title, its description and its heading."""
    head = next(page.all("head"))
    title = squeezed(next(head.all("title")).text)
    described = [one.attributes for one in head.all("meta")]
    [description] = [a["content"] for a in described if a.get("name") == "description"]
    [heading] = page.all("h1")
    for name, text in (("title", title), ("description", description)):
        if not text.startswith(claim.label):
            yield f"{path}: the {name} begins {text[:30]!r}"
    family = r"\((stands|it was said|open|fails as worded)\)"
    stands, gone = (
        rf"[✓❝?✗] {claim.label} {family}",
        rf"– Withdrawn \(the verdict was: {claim.label}\)",
    )
    if not re.match(f"(?:{stands}|{gone}): ", squeezed(heading.text)):
        yield f"{path}: the heading is {squeezed(heading.text)[:40]!r}"
    if claim.only_said:
        follows = squeezed(heading.parent.text if heading.parent else "")
        follows = follows.removeprefix(squeezed(heading.text)).strip()
        if not follows.startswith(SAID):
            yield f"{path}: the heading is followed by {follows[:40]!r}"


def faults_of_index(index: str, claims: dict[str, Judged]) -> Iterator[str]:
    """Yield each entry of a search index that shows a failed claim without its verdict."""
    for entry in json.loads(index)["docs"]:
        where, title, text = (entry[key] for key in ("location", "title", "text"))
        own = claims.get(where.partition("#")[0].removeprefix("claims/").rstrip("/"))
        title = squeezed(unescape(title))
        if own and not re.match(rf"{own.label}( \(withdrawn\))?: ", title):
            yield f"search: {where} has the title {title[:40]!r}"
        shown = [squeezed(unescape(re.sub(r"<[^>]*>", "", part))) for part in PARTS.split(text)]
        if own and own.only_said and SAID not in " ".join(shown):
            yield f"search: {where} does not say that it was only said"
        for part in shown:
            yield from faults_of_words(f"search: {where}", part, claims)
        yield from faults_of_words(f"search: {where}", title, claims)


def faults(site: Path, root: Path, spoilt: Callable[[str], str] = lambda html: html) -> list[str]:
    """Return every way in which a site shows a claim without its verdict; `spoilt` for proof."""
    claims = judged(root)
    found = [
        fault
        for path, html in pages_of(site).items()
        for fault in faults_of_page(path, spoilt(html), claims)
    ]
    index = (site / "search" / "search_index.json").read_text("utf-8")
    return found + list(faults_of_index(spoilt(index), claims))


@pytest.mark.slow
def test_every_claim_stands_behind_its_verdict(any_site: tuple[Path, Path]) -> None:
    """Titles, descriptions, headings, lists, links and search show no claim before its verdict."""
    site, root = any_site
    assert faults(site, root) == []


@pytest.mark.slow
def test_a_site_without_badges_is_caught(any_site: tuple[Path, Path]) -> None:
    """With the verdicts taken out, faults are found at every claim, in every kind of place."""
    site, root = any_site
    labels = "|".join(verdict["label"] for verdict in verdicts(root).values())
    found = "\n".join(faults(site, root, lambda html: re.sub(labels, "", html)))
    for claim in judged(root).values():
        own = f"claims/{claim.id}/index.html"
        assert f"claims/index.html: link to {claim.id} behind" in found
        assert f"{own}: the title begins" in found
        assert f"{own}: the description begins" in found
        assert f"{own}: the heading is" in found
        assert f"search: claims/{claim.id}/ has the title" in found
        if claim.family == "fails":
            assert f"claims/index.html: {claim.id} in" in found
            assert f"search: claims/{claim.id}/: {claim.id} in" in found
    assert "index.html: link to" in re.sub("claims/|sources/|verdicts/", "/", found)


@pytest.mark.slow
def test_a_site_that_hides_what_was_only_said_is_caught(any_site: tuple[Path, Path]) -> None:
    """With "said" taken out, every link to a claim on record and its own page is a fault."""
    site, root = any_site
    found = "\n".join(faults(site, root, lambda html: html.replace("(said;", "")))
    on_record = [claim.id for claim in judged(root).values() if claim.only_said]
    for id_ in on_record:
        assert f"claims/index.html: link to {id_} before" in found
        assert f"claims/{id_}/index.html: the heading is followed by" in found
        assert f"search: claims/{id_}/ does not say" in found
    assert len(on_record) > 2


CLAIMS = {
    "sold": Judged("sold", "Garbled", "fails", False, ("It was sold",)),
    "shut": Judged("shut", "On record", "stands", True, ("She said it was shut",)),
}
GOOD = [
    '<p><b>✗ Garbled</b> <a href="../claims/sold/">It was sold.</a></p>',
    '<li>One, <i>Garbled</i> <a href="../claims/sold/#x">so</a>, and two</li>',
    f'<p>On record <a href="../claims/shut/">so</a> <i>{SAID} not checked</i></p>',
    '<meta name="x" content="Garbled: It was sold."><title>Garbled: It was sold</title>',
    "<blockquote><p>It was sold, he said.</p></blockquote>",
    '<p><a href="https://example.org/claims/sold/">elsewhere</a></p>',
    '<p>Garbled <a href="../claims/sold/">so</a>: <a href="../claims/sold/#x">its passage</a></p>',
]
BAD = [
    '<p><a href="../claims/sold/">so</a> <b>Garbled</b></p>',
    '<p>Garbled</p><p><a href="../claims/sold/">so</a></p>',
    '<li>Garbled, and <a href="../claims/sold/">so</a></li>',
    '<p>Corroborated <a href="../claims/sold/">so</a></p>',
    '<p>On record <a href="../claims/shut/">so</a></p>',
    f'<p>{SAID} On record <a href="../claims/shut/">so</a> and</p>',
    '<meta property="og:title" content="It was sold.">',
    "<title>It was sold - our site</title>",
    '<p>Garbled <a href="../claims/sold/">so</a>, and <a href="../claims/sold/">so</a></p>',
    '<p>Garbled <a href="../claims/sold/">so</a></p><p><a href="../claims/sold/#x">x</a></p>',
    "<h2>It was sold.</h2>",
    "<p>Garbled</p><p>It <i>was</i> sold.</p>",
    '<img alt="It was sold">',
]


@pytest.mark.parametrize("html", GOOD)
def test_a_verdict_before_its_claim_is_no_fault(html: str) -> None:
    """A verdict right before the link, or before the words, is enough; quotations need none."""
    assert list(faults_of_page("sources/index.html", f"<div>{html}</div>", CLAIMS)) == []


@pytest.mark.parametrize("html", BAD)
def test_a_claim_without_its_verdict_is_a_fault(html: str) -> None:
    """A verdict that is missing, another's, after the link or in another block is a fault."""
    [_] = faults_of_page("sources/index.html", f"<div>{html}</div>", CLAIMS)
