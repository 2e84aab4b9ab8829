"""Small pages at the addresses that renamed records had: each leads to the address of now.

They are files of their own, whole without scripts, and no pages to a site builder, so that neither
its search nor its sitemap names them.
"""

from collections.abc import Iterator, Mapping

from generator.evidence.archive import Archive
from generator.pages import render, variants
from generator.pages.page import Asset, Settings
from generator.pages.policy import with_policy
from generator.pages.view import View
from generator.records.publication import Lasting


def redirects(archive: Archive, settings: Settings) -> list[Asset]:
    """Return a page at each address that a claim, source, person, topic or variant once had."""
    view = View(archive, settings, "../../")
    return [
        _redirect(view, kind, record, former)
        for kind, record in _paged(view)
        for former in record.formerly
    ]


def _paged(view: View) -> Iterator[tuple[str, Lasting]]:
    """Yield every record that has a page of its own, with its kind."""
    archive = view.archive
    kinds: Mapping[str, list[Lasting]] = {
        "claims": [*view.visible()],
        "variants": [*variants.visible(view)],
        "sources": [*archive.sources.values()],
        "people": [*archive.people.values()],
        "topics": [*archive.topics.values()],
    }
    for kind, records in kinds.items():
        for record in records:
            yield kind, record


def _redirect(view: View, kind: str, record: Lasting, former: str) -> Asset:
    way = f"{kind}/{record.id}/"
    site = view.settings.site_url
    html = render.html(
        "redirect.html",
        view=view,
        kind=kind,
        record=record,
        former=former,
        target=view.to(kind, record.id),
        canonical=render.address(site + way) if site else "",
    )
    return Asset(f"{kind}/{former}/index.html", f"{with_policy(html)}\n".encode())
