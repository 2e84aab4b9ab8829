"""The pages of sources: one a document with all that we quote from it, and the list of all."""

from generator.evidence.archive import Archive
from generator.pages import render
from generator.pages.claims import updated
from generator.pages.page import Page, Settings
from generator.pages.view import View
from generator.records.claim import Claim, Evidence
from generator.records.source import Source

STANCES = {
    "states": "Says it",
    "supports": "Supports it",
    "limits": "Says less",
    "refutes": "Speaks against it",
}

Use = tuple[Claim, str]
Quoted = tuple[Evidence, str, list[Use]]


def source_pages(archive: Archive, settings: Settings) -> list[Page]:
    """Return a page for each source: identity, condition, lineage, and all we quote from it."""
    view = View(archive, settings, "../../")
    pieces: dict[str, list[tuple[Claim, int]]] = {id_: [] for id_ in archive.sources}
    for claim in view.visible():
        for number, e in enumerate(claim.evidence):
            pieces[e.source].append((claim, number))
    return [_source_page(view, source, pieces[id_]) for id_, source in archive.sources.items()]


def _source_page(view: View, source: Source, pieces: list[tuple[Claim, int]]) -> Page:
    quoted = _quoted(view, pieces)
    held = "sealed" if source.seal else "excerpts only"
    front = {
        "title": view.source_name(source),
        "description": f"What this site quotes from {source.outlet}, and how it is known ({held}).",
        "hide": ["toc"],
    }
    headlined = [
        claim
        for e, _, uses in quoted
        for claim, _ in uses
        if e.part == "headline" and e.stance == "states"
    ]
    body = render.html("source.html", view=view, source=source, quoted=quoted, headlined=headlined)
    latest = max((updated(claim) for _, _, uses in quoted for claim, _ in uses), default="")
    indexed = render.before_excluded(body)
    return Page(f"sources/{source.id}.md", front, body, updated=latest, indexed=indexed)


def _quoted(view: View, pieces: list[tuple[Claim, int]]) -> list[Quoted]:
    """Return each passage and excerpt once, in the document's order, with its claims."""
    uses: dict[str, list[Use]] = {}
    first: dict[str, tuple[tuple[int, ...], Evidence, str]] = {}
    anchors: dict[str, int] = {}
    for claim, number in pieces:
        e = claim.evidence[number]
        proof = view.archive.proofs.get(("claims", claim.id, number))
        if e.words not in first:
            anchor = _unique(anchors, proof.anchor) if proof else ""
            first[e.words] = (proof.numbers if proof else (), e, anchor)
        uses.setdefault(e.words, []).append((claim, STANCES[e.stance]))
    ordered = sorted(first, key=lambda words: first[words][0])
    return [(first[words][1], first[words][2], uses[words]) for words in ordered]


def _unique(taken: dict[str, int], anchor: str) -> str:
    taken[anchor] = taken.get(anchor, 0) + 1
    return anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"


def sources_page(archive: Archive, settings: Settings) -> Page:
    """Return the list of all sources, those we hold apart from those we saw an excerpt of."""
    sources = sorted(archive.sources.values(), key=lambda s: (s.outlet.casefold(), s.id))
    front = {
        "title": "Sources",
        "description": "Every document that this site quotes, and how each is known.",
        "hide": ["toc"],
    }
    body = render.html(
        "sources.html",
        view=View(archive, settings, "../"),
        held=[source for source in sources if source.seal],
        seen=[source for source in sources if not source.seal],
    )
    latest = max(map(updated, archive.claims.values()), default="")
    return Page("sources/index.md", front, body, in_nav=True, updated=latest)
