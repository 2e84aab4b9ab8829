"""The pages of sources: one a document with all that we quote from it, and the list of all."""

from dataclasses import dataclass, field

from generator.evidence.archive import Archive
from generator.pages import render, reporting, watching, words
from generator.pages.history import history
from generator.pages.page import Page, Settings
from generator.pages.variants import visible
from generator.pages.view import View
from generator.records.claim import Claim, Evidence
from generator.records.quotation import Quotation
from generator.records.source import Source
from generator.records.variant import Variant

DAMAGES = ("none", "words", "sense")

Use = tuple[Claim, str, str]
Piece = tuple[Claim | Variant, int]


@dataclass
class Quoted:
    """A passage or excerpt, once: which sentences it is, its anchor, and every use of it.

    A use is a claim with the stance of the words to it and the part of them that it marks.
    """

    piece: Quotation
    numbers: tuple[int, ...]
    anchor: str
    uses: list[Use] = field(default_factory=list)
    variants: dict[str, Variant] = field(default_factory=dict)

    def add(self, view: View, record: Claim | Variant, piece: Quotation) -> None:
        """Note another use; where records judge the damage differently, the gravest is kept."""
        if DAMAGES.index(piece.damage or "none") > DAMAGES.index(self.piece.damage or "none"):
            self.piece = piece
        if isinstance(piece, Evidence) and isinstance(record, Claim):
            before, marked, after = view.pieces(piece)
            shown = f"{'… ' if before else ''}{marked.strip()}{' …' if after.strip('.') else ''}"
            self.uses.append((record, words.STANCES[piece.stance], shown))
        elif isinstance(record, Variant):
            self.variants[record.id] = record


def source_pages(archive: Archive, settings: Settings) -> list[Page]:
    """Return a page for each source: identity, condition, lineage, and all we quote from it."""
    view = View(archive, settings, "../../")
    pieces: dict[str, list[Piece]] = {id_: [] for id_ in archive.sources}
    records: list[Claim | Variant] = [*view.visible(), *visible(view)]
    for record in records:
        for number, e in enumerate(record.quoting().pieces):
            pieces[e.source].append((record, number))
    return [_source_page(view, source, pieces[id_]) for id_, source in archive.sources.items()]


def _source_page(view: View, source: Source, pieces: list[Piece]) -> Page:
    quoted = _quoted(view, pieces)
    held = "sealed" if source.seal else "excerpts only"
    front = {
        "title": view.source_name(source),
        "description": f"What this site quotes from {source.outlet}, and how it is known ({held}).",
        "hide": ["toc"],
    }
    headlined = [
        claim
        for quote in quoted
        for claim, stance, _ in quote.uses
        if quote.piece.part == "headline" and stance == words.STANCES["states"]
    ]
    body = render.html(
        "source.html",
        view=view,
        source=source,
        quoted=quoted,
        headlined=headlined,
        watched=watching.told(source, [quote.piece for quote in quoted]),
        history=history(view, source),
        mistake=reporting.form(view.settings, "mistake", f"sources/{source.id}/"),
    )
    latest = max(source.updated, *(record.updated for record, _ in pieces), "")
    indexed = render.before_excluded(body)
    return Page(f"sources/{source.id}.md", front, body, updated=latest, indexed=indexed)


def _quoted(view: View, pieces: list[Piece]) -> list[Quoted]:
    """Return each passage and excerpt once, in the document's order, with what quotes it."""
    found: dict[str, Quoted] = {}
    anchors: dict[str, int] = {}
    for record, number in pieces:
        quoting = record.quoting()
        piece = quoting.pieces[number]
        if piece.words not in found:
            proof = view.archive.proofs.get((quoting.kind, record.id, number))
            anchor = _unique(anchors, proof.anchor) if proof else ""
            found[piece.words] = Quoted(piece, proof.numbers if proof else (), anchor)
        found[piece.words].add(view, record, piece)
    return sorted(found.values(), key=lambda quoted: quoted.numbers)


def _unique(taken: dict[str, int], anchor: str) -> str:
    taken[anchor] = taken.get(anchor, 0) + 1
    return anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"


def sources_page(archive: Archive, settings: Settings) -> Page:
    """Return the list of all sources, those we hold apart from those we saw an excerpt of."""
    view = View(archive, settings, "../")
    sources = sorted(archive.sources.values(), key=lambda s: (s.outlet.casefold(), s.id))
    front = {
        "title": "Sources",
        "description": "Every document that this site quotes, and how each is known.",
        "hide": ["toc"],
    }
    body = render.html(
        "sources.html",
        view=view,
        held=[source for source in sources if source.seal],
        seen=[source for source in sources if not source.seal],
    )
    return Page("sources/index.md", front, body, in_nav=True, updated=view.updated())
