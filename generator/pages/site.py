"""All pages and assets of a site, made from its archive and from nothing else."""

from itertools import pairwise

from generator.evidence.archive import Archive
from generator.pages import assets
from generator.pages.claims import claim_page
from generator.pages.claimslist import claims_page
from generator.pages.feed import feed
from generator.pages.origins import origins_page
from generator.pages.page import Asset, Page, Settings, address
from generator.pages.people import people_page, people_pages
from generator.pages.redirects import redirects
from generator.pages.sharing import sharecards
from generator.pages.sources import source_pages, sources_page
from generator.pages.timeline import timeline_page
from generator.pages.topics import topic_pages, topics_page
from generator.pages.variants import by_claim, variant_pages, variants_page
from generator.pages.verdicts import verdicts_page
from generator.pages.view import View


def build(archive: Archive, settings: Settings) -> list[Page | Asset]:
    """Return every generated page and asset, in the order of their paths.

    Raises ValueError when two of them have one address.
    """
    made: list[Page | Asset] = [
        claims_page(archive, settings),
        origins_page(archive, settings),
        people_page(archive, settings),
        sources_page(archive, settings),
        timeline_page(archive, settings),
        topics_page(archive, settings),
        variants_page(archive, settings),
        verdicts_page(archive, settings),
        *assets.theme(),
        *sharecards.cards(archive, settings),
        *feed(archive, settings),
        *redirects(archive, settings),
    ]
    view = View(archive, settings, "")
    named = by_claim(view)
    made += [claim_page(archive, settings, c, named.get(c.id, ())) for c in view.visible()]
    made += people_pages(archive, settings)
    made += source_pages(archive, settings)
    made += topic_pages(archive, settings)
    made += variant_pages(archive, settings)
    made.sort(key=lambda item: item.path)
    for one, other in pairwise(sorted(address(item.path) for item in made)):
        if one == other:
            raise ValueError(f"two pages have one address: {one}")
    return made
