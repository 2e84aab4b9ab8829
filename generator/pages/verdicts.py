"""The page of the published scale: definitions, rules, figures, and the claims of each verdict."""

from generator.evidence.archive import Archive
from generator.pages import render, rulewords, words
from generator.pages.charts import shares
from generator.pages.history import history
from generator.pages.page import Page, Settings
from generator.pages.view import View


def verdicts_page(archive: Archive, settings: Settings) -> Page:
    """Return the page of all verdicts by family, each with the place of its rule in the scale."""
    view = View(archive, settings, "../")
    claims = {
        id_: [claim for claim in view.visible() if claim.verdict == id_] for id_ in archive.verdicts
    }
    counts = {id_: f"{words.number(len(listed), 'claim')} here." for id_, listed in claims.items()}
    rank = {id_: place for place, id_ in enumerate(archive.verdicts, 1)}
    ordered = [
        (id_, verdict, rank[id_], history(view, verdict))
        for _, _, verdicts in view.families()
        for id_, verdict, _ in verdicts
    ]
    front = {
        "title": "Verdicts",
        "description": "What each verdict means, and the rule by which it follows from evidence.",
        "hide": ["toc"],
    }
    body = render.html(
        "verdicts.html",
        view=view,
        shares=shares.shares(view),
        ordered=ordered,
        claims=claims,
        counts=counts,
        figures=[(what, " ".join(how.split())) for what, how in rulewords.FIGURES.values()],
    )
    latest = max(view.updated(), *(verdict.updated for verdict in archive.verdicts.values()))
    return Page("verdicts.md", front, body, in_nav=True, updated=latest)
