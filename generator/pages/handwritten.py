"""Hand-written pages get their computed parts, and a verdict before every link to a claim."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from generator.evidence.archive import Archive
from generator.findings import Facts, Finding, Place, did_you_mean, rule
from generator.pages import render
from generator.pages.markers import MARKERS
from generator.pages.page import Settings
from generator.pages.view import View
from generator.records.reading import Records
from generator.records.tree import Tree

DEFAULTS = Settings()
_MARKER = re.compile(r"^[ \t]*<!--\s*factcheck:\s*(.*?)\s*-->[ \t]*$", re.M)
_CLAIM_LINK = re.compile(
    r"(?<!!)\[([^\[\]]*)\]\(((?:\.\./|\./)*claims/(?!index\.md)([a-z0-9-]+)\.md)(#[^)\s]*)?\)"
)
_ANY_CLAIM_LINK = re.compile(r"claims/(?!index\b)([\w.-]+?)(?:\.md|/)(?=[)#\s\"'>])")


@rule("E215")
def unknown_marker(place: Place, name: str) -> Facts:
    """A marker in a hand-written page names a part that the program can compute.

    Bad:
        <!-- factcheck: verdict-count -->
    Good:
        <!-- factcheck: verdict-counts -->
    """
    hint = did_you_mean(name, MARKERS, "the parts are: " + ", ".join(MARKERS))
    yield place, f"there is no computed part {name!r}", hint


@rule("E216")
def link_to_no_claim(place: Place, id_: str, known: list[str]) -> Facts:
    """A link from a hand-written page to a claim leads to one that is there and published.

    Bad:
        [They agreed](claims/they-agred.md)
    Good:
        [They agreed](claims/they-agreed.md)
    """
    yield place, f"there is no published claim {id_!r}", did_you_mean(id_, known, "add its record")


@rule("E217")
def link_hides_verdict(place: Place, link: str) -> Facts:
    """A link to a claim is written `[words](claims/<id>.md)`, so that its verdict can go before it.

    Bad:
        <a href="claims/they-agreed/">They agreed</a>
    Good:
        [They agreed](claims/they-agreed.md)
    """
    message = f"the verdict cannot be set before this link to {link!r}"
    yield place, message, "write it as [words](claims/<id>.md), on one line"


def findings(tree: Tree, records: Records, docs: str = "docs") -> Iterator[Finding]:
    """Yield what is wrong with the markers and claim links of the hand-written pages.

    A claim whose record could not be read has its own finding and none here.
    """
    known = [claim.id for claim in records.claims.values() if claim.published]
    unread = {id_ for kind, id_ in records.unread if kind == "claims"}
    for path in _markdown(tree, docs):
        lines = tree.read(path).decode("utf-8", errors="replace").split("\n")
        for number, line in _outside_code(lines):
            for at, found in _line_findings(line, known, unread):
                yield from found(Place(path, number, at + 1, line))


def _markdown(tree: Tree, docs: str) -> list[str]:
    """Return the paths of the hand-written pages; none where there is no such folder."""
    try:
        return [path for path in tree.files(docs) if path.endswith(".md")]
    except FileNotFoundError:
        return []


def _line_findings(
    line: str, known: list[str], unread: set[str]
) -> Iterator[tuple[int, Callable[[Place], Iterator[Finding]]]]:
    """Yield where in a line something is wrong, and the rule that says what, given its place."""
    marker = _MARKER.match(line)
    if marker and marker.group(1) not in MARKERS:
        yield marker.start(1), partial(unknown_marker, name=marker.group(1))
    sound = list(_CLAIM_LINK.finditer(line))
    for link in sound:
        id_ = link.group(3)
        if id_ not in known and id_ not in unread:
            yield link.start(2), partial(link_to_no_claim, id_=id_, known=known)
    for link in _ANY_CLAIM_LINK.finditer(line):
        if not any(s.start() <= link.start() < s.end() for s in sound):
            yield link.start(), partial(link_hides_verdict, link=link.group(1))


def fill(archive: Archive, path: str, markdown: str, settings: Settings = DEFAULTS) -> str:
    """Return a hand-written page with its computed parts and verdicts in place.

    `path` is relative to the folder of pages, such as `index.md`. A marker or link that check
    would report is left as it stands.
    """
    view = View(archive, settings, _base(path))
    lines = markdown.split("\n")
    for number, line in _outside_code(lines):
        marker = _MARKER.match(line)
        if marker and marker.group(1) in MARKERS:
            lines[number - 1] = MARKERS[marker.group(1)](view)
        else:
            lines[number - 1] = _CLAIM_LINK.sub(lambda found: _linked(view, found), line)
    return "\n".join(lines)


def _linked(view: View, found: re.Match[str]) -> str:
    claim = view.archive.claims.get(found.group(3))
    if claim is None:
        return found.group()
    badge = render.html("markers/badge.html", view=view, claim=claim)
    said = render.html("markers/only-said.html", view=view, claim=claim)
    return " ".join(part for part in (badge, found.group(), said) if part)


def _outside_code(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that stand outside fenced code, with their numbers from 1."""
    fence = ""
    for number, line in enumerate(lines, 1):
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~") and fence in ("", mark):
            fence = "" if fence else mark
        elif not fence:
            yield number, line


def _base(path: str) -> str:
    """Return the relative way from the address of a hand-written page to the site's root."""
    parts = path.removesuffix(".md").split("/")
    if parts[-1] == "index":
        parts.pop()
    return "../" * len(parts) or "./"
