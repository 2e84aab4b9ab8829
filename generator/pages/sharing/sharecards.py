"""Share cards: the pictures that stand beside a link to a page, one a claim and one for the rest.

A link to a picture needs the whole address of the site, so that without one no card is drawn.
"""

from collections.abc import Iterator

from generator.evidence.archive import Archive
from generator.pages.page import Asset, Settings
from generator.pages.view import FAMILIES, View
from generator.records.claim import Claim

GENERAL = "assets/card.png"
SIZE = (1200, 630)


def path(claim: str) -> str:
    """Return where the card of a claim stands."""
    return f"cards/{claim}.png"


def cards(archive: Archive, settings: Settings) -> list[Asset]:
    """Return the cards of a site: of each claim that has a page, and one for all other pages.

    Above the number of claims in the settings only the general one is drawn; nobody needs any
    where it is nought or the site has no address. A claim that the typeface has no letters for has
    no card of its own, and neither has a site.
    """
    if not settings.site_url or settings.share_cards <= 0:
        return []
    return [Asset(where, png) for where, png in _drawn(archive, settings) if png]


def _drawn(archive: Archive, settings: Settings) -> Iterator[tuple[str, bytes | None]]:
    from generator.pages.sharing import carddrawing as drawing  # only here: few commands draw

    view = View(archive, settings, "")
    yield GENERAL, drawing.site_card(archive.site.title, archive.site.description)
    claims = view.visible()
    for claim in claims if len(claims) <= settings.share_cards else ():
        face = drawing.Face(
            *words(view, claim),
            tone="withdrawn" if claim.withdrawn else view.tone(view.verdict(claim)),
            sentence=claim.claim,
            who="".join(view.claimed(claim)),
            when=f"{view.dated(claim)}: {view.made(claim)}",
            site=archive.site.title,
        )
        yield path(claim.id), drawing.claim_card(face)


def words(view: View, claim: Claim) -> tuple[str, str]:
    """Return the verdict as a card shows it, and what has to be known with it."""
    verdict = view.verdict(claim)
    if claim.withdrawn:
        only = " (only that it was said)" if view.only_said(claim) else ""
        day = view.date(claim.withdrawn.date)
        return "WITHDRAWN", f"{day}. The verdict was: {verdict.label}{only}"
    if not view.only_said(claim):
        return verdict.label, FAMILIES[verdict.family]
    so = " is not checked"
    if claim.content and claim.content != "not checked" and view.has_page(claim.content):
        other = view.archive.claims[claim.content]
        so = f": {'Withdrawn' if other.withdrawn else view.verdict(other).label}"
    return verdict.label, f"It was said; whether it is so{so}"


def alternative(view: View, claim: Claim) -> str:
    """Return the words on a claim's card, for readers who do not see it."""
    verdict, remark = words(view, claim)
    return f"{verdict}. {remark}. {claim.claim}"
