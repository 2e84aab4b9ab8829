"""Hand-written pages get their computed parts, and a verdict before every link to a claim."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.evidence.archive import Archive
from generator.findings import Facts, Finding, Place, did_you_mean, rule
from generator.pages.markers import MARKERS
from generator.pages.page import Settings
from generator.pages.view import View
from generator.records.reading import Records, unreadable
from generator.records.tree import Tree
from generator.records.yamldoc import MAX_BYTES

DEFAULTS = Settings()
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_MARKER = re.compile(r"[ \t]*<!--[ \t]*factcheck:([^<>]*)-->\s*")
_CLAIM_LINK = re.compile(
    r"(?<!!)\[([^\[\]]*)\]\(((?:\.\./|\./)*claims/(?!index\.md)([a-z0-9-]+)\.md)(#[^)\s]*)?\)"
)
_ELSEWHERE = re.compile(r"https?://[^\s)>\"']+")
_ANY_CLAIM_LINK = re.compile(
    r"(?<![\w-])claims/(?!index\b)([a-z0-9-]+)(?:\.md\b|\.html\b|/|(?=[\"'#?>]))"
)
_FENCE = re.compile(r"(~{3,}|`{3,}) *(?:\{.*\}|[\w#.+-]*) *")


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
def link_to_no_claim(
    place: Place, id_: str, known: list[str], draft: bool, heir: str = ""
) -> Facts:
    """A link from a hand-written page to a claim leads to one that is there and published.

    Bad:
        [They agreed](claims/they-agred.md)
    Good:
        [They agreed](claims/they-agreed.md)
    """
    hint = f"it has a new id: write claims/{heir}.md" if heir else ""
    hint = "it is a draft; give it `published` first" if draft else hint
    hint = hint or did_you_mean(id_, known, "add its record")
    yield place, f"there is no published claim {id_!r}", hint


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
    known = {claim.id: claim.published is not None for claim in records.claims.values()}
    known |= {id_: True for kind, id_ in records.unread if kind == "claims"}
    heirs = {former: one.id for one in records.claims.values() for former in one.formerly}
    for path in _markdown(tree, docs):
        try:
            raw = tree.read(path)
        except OSError as error:
            hint = "a page is a plain file that may be read, no link"
            yield from unreadable(path, error.strerror or str(error), hint)
            continue
        if len(raw) > MAX_BYTES:
            reason = f"it is larger than {MAX_BYTES // 1024} KiB"
            yield from unreadable(path, reason, "make two pages of it")
        lines = raw.decode("utf-8", errors="replace").split("\n")
        for number, line in _outside_code(lines):
            for at, found in _line_findings(line, known, heirs):
                yield from found(Place(path, number, at + 1, line))


def _markdown(tree: Tree, docs: str) -> list[str]:
    """Return the paths of the hand-written pages; none where there is no such folder."""
    try:
        return [path for path in tree.files(docs) if path.endswith(_MARKDOWN)]
    except FileNotFoundError:
        return []


def _line_findings(
    line: str, known: Mapping[str, bool], heirs: Mapping[str, str]
) -> Iterator[tuple[int, Callable[[Place], Iterator[Finding]]]]:
    """Yield where in a line something is wrong, and the rule that says what, given its place.

    `known` says of each claim whether it is published; `heirs` are the new ids of renamed ones.
    """
    marker = _MARKER.fullmatch(line)
    name = marker.group(1).strip() if marker else ""
    if marker and name not in MARKERS:
        yield line.index(name, marker.start(1)), partial(unknown_marker, name=name)
    sound = list(_CLAIM_LINK.finditer(line))
    for link in sound:
        id_ = link.group(3)
        if not known.get(id_):
            published = [other for other, out in known.items() if out]
            heir = heirs.get(id_, "")
            yield (
                link.start(2),
                partial(link_to_no_claim, id_=id_, known=published, draft=id_ in known, heir=heir),
            )
    here = _ELSEWHERE.sub(lambda address: " " * len(address[0]), line)
    for link in _ANY_CLAIM_LINK.finditer(here):
        if not any(s.start() <= link.start() < s.end() for s in sound):
            yield link.start(), partial(link_hides_verdict, link=link.group(1))


def unfit(docs: Path, path: str) -> str:
    """Return why a file of the folder of hand-written pages cannot be published, if it cannot."""
    try:
        if not (docs / path).resolve().is_relative_to(docs.resolve()):
            return "a link that leads out of docs/"
        if path.endswith(_MARKDOWN):
            (docs / path).read_text("utf-8")
    except UnicodeDecodeError:
        return "not UTF-8"
    except OSError as error:
        return str(error)
    return ""


def fill(archive: Archive, path: str, markdown: str, settings: Settings = DEFAULTS) -> str:
    """Return a hand-written page with its computed parts and verdicts in place.

    `path` is relative to the folder of pages, such as `index.md`. A marker or link that check
    would report is left as it stands.
    """
    view = View(archive, settings, _base(path))
    lines = markdown.split("\n")
    for number, line in _outside_code(lines):
        marker = _MARKER.fullmatch(line)
        name = marker.group(1).strip() if marker else ""
        if name in MARKERS:
            lines[number - 1] = MARKERS[name](view)
        else:
            lines[number - 1] = _CLAIM_LINK.sub(lambda found: _linked(view, found), line)
    return "\n".join(lines)


def _linked(view: View, found: re.Match[str]) -> str:
    claim = view.archive.claims.get(found.group(3))
    if claim is None:
        return found.group()
    return view.behind_verdict(claim, found.group())


def _outside_code(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that stand outside fenced code, with their numbers from 1.

    Only what Python-Markdown is sure to take for code is left out: a fence that is not indented
    and that is closed. Whatever else looks like one may hide a link to a claim.
    """
    end = 0
    for number, line in enumerate(lines, 1):
        fence = _FENCE.fullmatch(line.rstrip()) if number > end else None
        closed = (n for n in range(number, len(lines)) if fence and lines[n].rstrip() == fence[1])
        end = max(end, next(closed, -1) + 1)
        if number > end:
            yield number, line


def _base(path: str) -> str:
    """Return the relative way from the address of a hand-written page to the site's root."""
    parts = path.rpartition(".")[0].split("/")
    if parts[-1] in ("index", "README"):
        parts.pop()
    return "../" * len(parts) or "./"
