"""All pages and assets of a site, made from its archive and from nothing else."""

from itertools import pairwise

from generator.evidence.archive import Archive
from generator.pages import render
from generator.pages.claims import claim_page, claims_page
from generator.pages.page import Asset, Page, Settings
from generator.pages.sources import source_pages, sources_page
from generator.pages.verdicts import verdicts_page
from generator.pages.view import View

STYLE = "assets/factcheck.css"


def build(archive: Archive, settings: Settings) -> list[Page | Asset]:
    """Return every generated page and asset, in the order of their paths.

    Raises ValueError when two of them have one path.
    """
    made: list[Page | Asset] = [
        claims_page(archive, settings),
        sources_page(archive, settings),
        verdicts_page(archive, settings),
        Asset(STYLE, render.theme_file("factcheck.css")),
    ]
    made += [claim_page(archive, settings, c) for c in View(archive, settings, "").visible()]
    made += source_pages(archive, settings)
    made.sort(key=lambda item: item.path)
    for one, other in pairwise(made):
        if one.path == other.path:
            raise ValueError(f"two pages have one path: {one.path}")
    return made
