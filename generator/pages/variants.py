"""The pages of variants: one a variant with its wordings side by side, and the list of all."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.archive import Archive
from generator.pages import render, words
from generator.pages.page import Page, Settings
from generator.pages.view import View
from generator.records.source import Source
from generator.records.variant import Variant, Wording

KINDS = {
    "condition": "a condition",
    "scope": "how much it covers",
    "attribution": "who said it",
    "number": "a number",
    "name": "a name or an office",
    "quotation": "a quotation",
    "sequence": "the order, or what caused what",
    "strength": "how firmly it is said",
    "sense": "what it means",
}
TIES = {
    "own": "",
    "credited": "the document names it",
    "matched": "its sentences follow another document’s",
    "inferred": "our inference",
}


@dataclass(frozen=True)
class Shown:
    """A wording as its page shows it: its number from 1, its source, its tie and its anchor.

    `tie` says in words how the origin is known, and is empty where none is named or it is the
    source's own; `anchor` is empty where nothing is proved.
    """

    number: int
    e: Wording
    source: Source
    tie: str
    anchor: str


def visible(view: View) -> list[Variant]:
    """Return the variants that have a page, by what changed, then by title."""
    order = list(KINDS)
    shown = (v for v in view.archive.variants.values() if v.published or view.settings.drafts)
    return sorted(shown, key=lambda v: (order.index(v.kind), v.title.lstrip("“‘").casefold(), v.id))


def by_claim(view: View) -> dict[str, list[Variant]]:
    """Return for each claim that variants name the variants that have a page, in order."""
    found: dict[str, list[Variant]] = {}
    for variant in visible(view):
        for id_ in dict.fromkeys(variant.claims):
            found.setdefault(id_, []).append(variant)
    return found


def variant_pages(archive: Archive, settings: Settings) -> list[Page]:
    """Return a page for each variant: what changed, the wordings, and how the nearest is known."""
    view = View(archive, settings, "../../")
    return [_variant_page(view, variant) for variant in visible(view)]


def _variant_page(view: View, variant: Variant) -> Page:
    front = {"title": variant.title, "description": variant.changed, "hide": ["toc"]}
    body = render.html(
        "variant.html",
        view=view,
        variant=variant,
        kind=KINDS[variant.kind],
        wordings=list(_wordings(view, variant)),
        nearest=nearest(view, variant),
        claims=[
            view.archive.claims[id_] for id_ in dict.fromkeys(variant.claims) if view.has_page(id_)
        ],
    )
    indexed = render.before_excluded(body)
    path = f"variants/{variant.id}.md"
    return Page(path, front, body, updated=variant.updated, indexed=indexed)


def _wordings(view: View, variant: Variant) -> Iterator[Shown]:
    anchors = view.anchors(variant)
    for number, e in enumerate(variant.wordings):
        source = view.archive.sources[e.source]
        tie = TIES[view.tie(source, e.origin)] if e.origin else ""
        yield Shown(number + 1, e, source, tie, anchors.get(number, ""))


def nearest(view: View, variant: Variant) -> str:
    """Return the outlet whose wording is nearest to the origin; empty where that is unknown."""
    if variant.nearest is None:
        return ""
    return view.source_name(view.archive.sources[variant.wordings[variant.nearest - 1].source])


def grouped(view: View) -> list[tuple[str, str, list[Variant]]]:
    """Return each kind of change that there is, with its words and its variants."""
    listed = visible(view)
    groups = [(kind, name, [v for v in listed if v.kind == kind]) for kind, name in KINDS.items()]
    return [group for group in groups if group[2]]


def counted(variant: Variant) -> str:
    """Return how many wordings a variant sets side by side, and how many of them are proved."""
    proved = sum(wording.passage is not None for wording in variant.wordings)
    return f"{len(variant.wordings)} wordings, {proved} proved"


def variants_page(archive: Archive, settings: Settings) -> Page:
    """Return the list of all variants, by what changed."""
    view = View(archive, settings, "../")
    listed = visible(view)
    front = {
        "title": "How the words travelled",
        "description": "Where one fact is worded differently from text to text, side by side.",
        "hide": ["toc"],
    }
    body = render.html(
        "variants.html",
        view=view,
        groups=grouped(view),
        cases=lambda variants: words.number(len(variants), "case"),
        listed=listed,
        nearest=nearest,
        counted=counted,
    )
    latest = max((variant.updated for variant in listed), default="")
    return Page("variants/index.md", front, body, in_nav=True, updated=latest)
