"""The feed of corrections: the newest changes of what was published, for programs that follow it.

Its ids and links are whole addresses, so that a site without a known address has no feed. An entry
keeps its id for ever: histories only grow, and a record that is renamed keeps its first id in it.

Source: The Atom Syndication Format, RFC 4287.
"""

import re
from xml.etree import ElementTree

from generator.evidence.archive import Archive
from generator.pages import render
from generator.pages.corrections import Told, name, told
from generator.pages.lighter import lighter
from generator.pages.page import Asset, Settings
from generator.pages.view import View
from generator.records.publication import Lasting

FEED = "corrections.xml"
MOST = 40
_ATOM = "http://www.w3.org/2005/Atom"
_NO_DAY = "1970-01-01"  # of a feed in which nothing was ever published: the clock is not asked
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ANCHORED = ("origins", "verdicts")


def feed(archive: Archive, settings: Settings) -> list[Asset]:
    """Return the feed of a site, or nothing where the site's address is not known."""
    if not settings.site_url:
        return []
    view = View(archive, settings, settings.site_url)
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": archive.site.language})
    entries = told(view)[:MOST]
    last = max((_day(one) for one in entries), default=view.updated() or _NO_DAY)
    _add(root, "title", f"Corrections: {archive.site.title}")
    _add(root, "id", settings.site_url + FEED)
    _add(root, "updated", _moment(last))
    ElementTree.SubElement(root, "link", {"rel": "self", "href": settings.site_url + FEED})
    ElementTree.SubElement(root, "link", {"href": settings.site_url})
    publisher = archive.site.publisher.name
    author = ElementTree.SubElement(root, "author")
    _add(author, "name", archive.site.title if publisher == "unknown" else publisher)
    for one in entries:
        _entry(root, view, one)
    ElementTree.indent(root, space="")
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return [Asset(FEED, written + b"\n")]


def linked(html: str, url: str, settings: Settings) -> str:
    """Return a built page whose head names the feed; `url` is the page's way from the root."""
    head, end, rest = html.partition("</title>")
    if not settings.site_url or not end:
        return html
    way = "../" * url.count("/") + FEED
    kind = 'rel="alternate" type="application/atom+xml"'
    return f'{head}{end}<link {kind} title="Corrections" href="{way}">{rest}'


def _entry(root: ElementTree.Element, view: View, one: Told) -> None:
    made = ElementTree.SubElement(root, "entry")
    _add(made, "title", f"{one.entry.what}: {name(view, one.record)}")
    _add(made, "id", view.settings.site_url + _id(one))
    _add(made, "updated", _moment(_day(one)))
    address = view.settings.site_url + place(one.kind, one.record)
    ElementTree.SubElement(made, "link", {"href": address})
    content = _add(made, "content", lighter(render.html("feed-entry.html", told=one)))
    content.set("type", "html")


def place(kind: str, record: Lasting) -> str:
    """Return the way from the root of the site to where a record's history stands."""
    if kind in _ANCHORED:
        return f"{kind}/#{record.id}"
    return f"{kind}/{record.id}/#history"


def _id(one: Told) -> str:
    """Return what an entry is known by; a withdrawal by its day, for it may be taken back."""
    first = one.record.formerly[0] if one.record.formerly else one.record.id
    number = one.entry.number or f"withdrawn-{_day(one)}"
    return f"{one.kind}/{first}/#change-{number}"


def _day(one: Told) -> str:
    return one.entry.when.latest.isoformat()


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(above: ElementTree.Element, tag: str, said: str) -> ElementTree.Element:
    """Add an element with text; a character that XML cannot hold becomes a replacement mark."""
    made = ElementTree.SubElement(above, tag)
    made.text = _NOT_XML.sub("\ufffd", said)
    return made
