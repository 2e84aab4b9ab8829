"""The pages of claims: one a claim, and the list of all."""

import re
from collections.abc import Sequence

from generator import text
from generator.evidence.archive import Archive
from generator.pages import render, reporting
from generator.pages.history import history
from generator.pages.page import Page, Settings
from generator.pages.sharing import tags
from generator.pages.view import View
from generator.records.claim import Claim
from generator.records.variant import Variant


def claim_page(
    archive: Archive, settings: Settings, claim: Claim, travelled: Sequence[Variant] = ()
) -> Page:
    """Return the page of one claim; its title and description begin with the verdict.

    `travelled` are the variants that name the claim.
    """
    view = View(archive, settings, "../../")
    label = view.verdict(claim).label + (" (withdrawn)" if claim.withdrawn else "")
    only_said = " (it was said; whether it is so is another question)"
    front = {
        "title": f"{label}: {claim.title}",
        "description": f"{label}{only_said if view.only_said(claim) else ''}. {claim.bottom_line}",
        "hide": ["toc"],
    }
    related = [archive.claims[id_] for id_ in claim.related if view.has_page(id_)]
    body = render.html(
        "claim.html",
        view=view,
        claim=claim,
        related=related,
        travelled=travelled,
        citation=tags.citation(view, claim),
        history=history(view, claim),
        mistake=reporting.form(settings, "mistake", f"claims/{claim.id}/"),
        dispute=reporting.form(settings, "dispute", f"claims/{claim.id}/"),
    )
    indexed = render.before_excluded(body) + _searched(view, claim)
    path = f"claims/{claim.id}.md"
    return Page(path, front, body, updated=claim.updated, indexed=indexed)


def _searched(view: View, claim: Claim) -> str:
    """Return what else a search finds a claim by: what it quotes, and names in other spellings."""
    quotes = [view.pieces(e)[1] for e in claim.evidence if e.damage != "sense"]
    found = {"Quoted: ": " … ".join(dict.fromkeys(quotes))}
    found["Other spellings of names, errors among them: "] = ", ".join(
        _spellings(view.archive, claim)
    )
    return "".join(f"<p>{text.plain(what + said)}</p>" for what, said in found.items() if said)


def _spellings(archive: Archive, claim: Claim) -> list[str]:
    """Return the spellings, errors too, of the people whom a claim names, for a search by any."""
    shown = set(re.findall(r"\w+", f"{claim.claim} {claim.bottom_line}"))
    named = {claim.claimant.person, claim.said_by}
    return [
        spelling
        for id_, person in archive.people.items()
        if id_ in named or person.name.split()[-1] in shown
        for spelling in (*person.other_spellings, *person.wrong_spellings)
    ]
