"""The pages of variants: one a variant with its wordings side by side, and the list of all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.evidence.archive import Archive
from generator.evidence.passages import quote_span
from generator.pages import render, reporting, words
from generator.pages.history import history
from generator.pages.page import Page, Settings
from generator.pages.view import View
from generator.pages.worddiff import Comparison, Side, compare
from generator.records.claim import Claim
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
_MOST_PRESSING = 8


@dataclass(frozen=True)
class Shown:
    """A wording as its page shows it: its number from 1, its source, its words and its anchor.

    `pieces` is the quote, cut, each piece with whether its words stand in this wording alone;
    `comparison` is what differs from the wording that all are compared with, if that is told, and
    `remark` says what the comparison found, where any wording could be compared; `anchor` is empty
    where nothing is proved.
    """

    number: int
    e: Wording
    source: Source
    before: str
    pieces: list[tuple[str, bool]]
    after: str
    comparison: Comparison | None
    remark: str
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
        base=_base(variant) + 1,
        claims=[
            view.archive.claims[id_] for id_ in dict.fromkeys(variant.claims) if view.has_page(id_)
        ],
        history=history(view, variant),
        mistake=reporting.form(view.settings, "mistake", f"variants/{variant.id}/"),
    )
    indexed = render.before_excluded(body)
    path = f"variants/{variant.id}.md"
    return Page(path, front, body, updated=variant.updated, indexed=indexed)


def _wordings(view: View, variant: Variant) -> Iterator[Shown]:
    anchors = view.anchors(variant)
    sides = [_side(e) for e in variant.wordings]
    base = _base(variant)
    first = variant.wordings[base]
    compared = {
        number: compare(sides[base], sides[number])
        for number, e in enumerate(variant.wordings)
        if number != base and e.language == first.language
    }
    alone = {number: found.in_new for number, found in compared.items() if found}
    lacking = [found.in_old for found in compared.values() if found]  # empty: none is comparable
    alone[base] = frozenset.intersection(*lacking) if lacking else frozenset()
    for number, (e, side) in enumerate(zip(variant.wordings, sides, strict=True)):
        found = compared.get(number)
        yield Shown(
            number + 1,
            e,
            view.archive.sources[e.source],
            side.text[: side.start],
            side.pieces(alone.get(number, frozenset())),
            side.text[side.end :],
            found if found != Comparison() else None,
            _remark(variant, number, found, sides) if lacking and number != base else "",
            anchors.get(number, ""),
        )


def _base(variant: Variant) -> int:
    """Return the wording that the others are compared with, from 0: the nearest, else the first."""
    return (variant.nearest or 1) - 1


def _side(e: Wording) -> Side:
    return Side(e.words, *(quote_span(e) or (0, len(e.words))))


def _remark(variant: Variant, number: int, found: Comparison | None, sides: Sequence[Side]) -> str:
    """Return what the comparison of a wording with the one that all are compared with found."""
    base = _base(variant)
    other = f"wording {base + 1}"
    if variant.wordings[number].language != variant.wordings[base].language:
        return f"In another language than {other}, so not compared word by word."
    if found is None:
        return f"Worded too differently from {other} to be compared word by word."
    if sides[number].keys == sides[base].keys:
        return f"The same words as {other}; at most marks and capitals differ."
    if found == Comparison():
        return f"The words that differ from {other} stand elsewhere in the two passages."
    return f"Against {other}, word by word:"


def grouped(view: View) -> list[tuple[str, str, list[Variant]]]:
    """Return each kind of change that there is, with its words and its variants."""
    listed = visible(view)
    groups = [(kind, name, [v for v in listed if v.kind == kind]) for kind, name in KINDS.items()]
    return [group for group in groups if group[2]]


def pressing(view: View) -> list[tuple[Variant, list[Claim]]]:
    """Return the variants that bear on a claim that fails as worded, with those claims.

    They stand in the order of the claims' verdicts on the scale, then of what changed.
    """
    failing = [claim for claim in view.visible() if view.verdict(claim).family == "fails"]
    found = []
    for variant in visible(view):
        if claims := [claim for claim in failing if claim.id in variant.claims]:
            found.append((variant, claims))
    scale = list(view.archive.verdicts)
    return sorted(found, key=lambda one: scale.index(one[1][0].verdict))


def variants_page(archive: Archive, settings: Settings) -> Page:
    """Return the list of all variants: those that press most, then all by what changed."""
    view = View(archive, settings, "../")
    listed = visible(view)
    front = {
        "title": "How the words travelled",
        "description": "Where one fact is worded differently from text to text, side by side.",
        "hide": ["toc"],
    }
    first = pressing(view)
    body = render.html(
        "variants.html",
        view=view,
        groups=grouped(view),
        cases=lambda variants: words.number(len(variants), "case"),
        listed=listed,
        pressing=first,
        most=first[:_MOST_PRESSING],
    )
    latest = max((variant.updated for variant in listed), default="")
    indexed = render.before_excluded(body)
    return Page("variants/index.md", front, body, in_nav=True, updated=latest, indexed=indexed)
