"""What a page says of itself where a link to it is shared or cited: tags in its head, a citation.

The tags are those of the Open Graph protocol, which all networks read, and the one of Twitter's
that has no such namesake. Addresses in them have to be whole: without the address of the site
they are left out.
"""

from dataclasses import dataclass
from html.parser import HTMLParser

from generator import text
from generator.evidence.archive import Archive
from generator.pages import render, words
from generator.pages.page import Settings
from generator.pages.sharing import sharecards
from generator.pages.view import View
from generator.records.claim import Claim
from generator.records.publication import Publication
from generator.records.scalars import parse_day

_NO_INDEX = '<meta name="robots" content="noindex">'


@dataclass(frozen=True)
class Sharing:
    """The site as its links show it; `files` are the paths of all that was made, cards among it."""

    archive: Archive
    settings: Settings
    files: frozenset[str]

    def tagged(self, html: str, url: str) -> str:
        """Return a built page with its tags, which say what its title and description say.

        A page that has such tags already keeps them. `url` is the way from the address of the site
        to that of the page, such as `claims/some-id/`.
        """
        head = _Head(html)
        if "og:title" in head.meta:
            return html
        title = head.title.removesuffix(f" - {self.archive.site.title}")
        return _after_title(html, self._tags(title, head.meta.get("description", ""), url))

    def _tags(self, title: str, description: str, url: str) -> str:
        record = self._record(url)
        language = self.archive.site.language
        properties = {
            "og:type": "article" if record else "website",
            "og:title": title,
            "og:description": description,
            "og:site_name": self.archive.site.title,
            "og:locale": language.replace("-", "_") if "-" in language else "",
        }
        tags = [_tag("property", name, text.plain(said)) for name, said in properties.items()]
        if record and record.published:
            day = record.published.earliest.isoformat()
            tags.append(_tag("property", "article:published_time", day))
            if record.updated != day:
                tags.append(_tag("property", "article:modified_time", record.updated))
        address = self.settings.site_url
        if address:
            tags.append(_tag("property", "og:url", render.address(address + url)))
        card, alternative = self._card(record)
        shape = "summary_large_image" if card else "summary"
        tags.append(_tag("name", "twitter:card", shape))
        if card:
            width, height = sharecards.SIZE
            tags += [
                _tag("property", "og:image", render.address(address + card)),
                _tag("property", "og:image:width", str(width)),
                _tag("property", "og:image:height", str(height)),
                _tag("property", "og:image:alt", text.plain(alternative)),
            ]
        return "\n".join(filter(None, tags))

    def _record(self, url: str) -> Publication | None:
        """Return the claim or variant that a page is about; None for every other page."""
        kind, _, id_ = url.rstrip("/").partition("/")
        if kind == "claims":
            return self.archive.claims.get(id_)
        return self.archive.variants.get(id_) if kind == "variants" else None

    def _card(self, record: Publication | None) -> tuple[str, str]:
        """Return the path of a page's picture and its words; nothing where there is none."""
        if isinstance(record, Claim) and sharecards.path(record.id) in self.files:
            view = View(self.archive, self.settings, "")
            return sharecards.path(record.id), sharecards.alternative(view, record)
        there = self.settings.site_url and sharecards.GENERAL in self.files
        return (sharecards.GENERAL, self.archive.site.title) if there else ("", "")


def lost(html: str) -> str:
    """Return the page for addresses that are not there, which no search engine is to list."""
    return _after_title(html, _NO_INDEX)


def citation(view: View, claim: Claim) -> str:
    """Return how to cite the page of a claim: its title, verdict first, the site, days, address."""
    verdict = view.verdict(claim).label
    title = f"“{verdict}: {claim.title.rstrip('.')}”"
    if claim.withdrawn:
        title += f" (withdrawn {view.date(claim.withdrawn.date)})"
    elif view.only_said(claim):
        title += f" (i{sharecards.words(view, claim)[1].removeprefix('I')})"
    days = "A draft, not published"
    if claim.published:
        days = f"Published {view.date(claim.published)}"
        if claim.updated != claim.published.earliest.isoformat():
            days += f", last changed {words.day(parse_day(claim.updated))}"
    address = view.settings.site_url
    whole = f" {address}claims/{claim.id}/" if address else ""
    return f"{title}. {view.archive.site.title}. {days}.{whole}"


def _tag(kind: str, name: str, content: str) -> str:
    """Return a tag with content that is inert already; nothing where there is none."""
    return f'<meta {kind}="{name}" content="{content}">' if content else ""


def _after_title(html: str, tags: str) -> str:
    head, end, rest = html.partition("</title>")
    return f"{head}{end}\n{tags}{rest}" if end else html


class _Head(HTMLParser):
    """Reads the title and the meta elements of a page's head, characters as a browser has them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.meta: dict[str, str] = {}
        self._inside = False
        self.feed(html.partition("</head>")[0])
        self.close()
        self.title = " ".join(self.title.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "title"
        if tag == "meta":
            given = dict(attrs)
            name = given.get("property") or given.get("name") or ""
            self.meta.setdefault(name, given.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.title += data
