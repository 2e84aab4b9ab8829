"""The list of all claims, whole as it stands and filtered in place where scripts run."""

from generator.evidence.archive import Archive
from generator.pages import facets, render, words
from generator.pages.page import Page, Settings
from generator.pages.view import View


def claims_page(archive: Archive, settings: Settings) -> Page:
    """Return the list of all claims, each behind its verdict."""
    view = View(archive, settings, "../")
    claims = view.visible()
    front = {
        "title": "Claims",
        "description": f"All {len(claims)} claims of this site, each with its verdict.",
        "hide": ["toc"],
    }
    asked = facets.facets(view)
    body = render.html(
        "claims.html",
        view=view,
        count=words.number(len(claims), "claim"),
        facets=asked,
        options=facets.numbers(asked),
    )
    indexed = render.before_excluded(body)
    return Page(
        "claims/index.md", front, body, in_nav=True, updated=view.updated(), indexed=indexed
    )
