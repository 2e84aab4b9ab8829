"""The page of origins: every newsroom, public act and record, and where each counts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.evidence.archive import Archive
from generator.pages import render, reporting, words
from generator.pages.charts import origingraph
from generator.pages.history import NONE, History, history
from generator.pages.page import Page, Settings
from generator.pages.view import View
from generator.records.claim import Claim, Evidence
from generator.records.origin import Origin
from generator.records.source import Source

SECTIONS = {
    "newsroom": ("Newsrooms", "A newsroom’s own reporting"),
    "act": ("Public acts", "A public act"),
    "record": ("Records", "A published record"),
}


@dataclass
class Entry:
    """An origin with those that are perhaps the same, its carriers, and the claims it is in."""

    origin: Origin
    history: History = NONE
    perhaps: list[str] = field(default_factory=list)
    carriers: list[Source] = field(default_factory=list)
    supports: dict[str, Claim] = field(default_factory=dict)
    opposes: dict[str, Claim] = field(default_factory=dict)
    neither: dict[str, Claim] = field(default_factory=dict)

    @property
    def times(self) -> str:
        """How many origins count once, as a word."""
        return words.small(len(self.perhaps) + 1)

    @property
    def carried(self) -> str:
        """By how many documents it is carried, in words."""
        return words.number(len(self.carriers), "document")

    def named(self, view: View) -> list[tuple[Source, str]]:
        """Return its carriers with their outlets' names, told apart where two share one."""
        outlets = Counter(source.outlet for source in self.carriers)
        return [
            (source, view.source_name(source) if outlets[source.outlet] > 1 else source.outlet)
            for source in self.carriers
        ]

    def counts(self) -> list[tuple[str, list[Claim]]]:
        """Return the claims that it counts in support of, and those it counts against, in words."""
        ways = (("Counts in support of", self.supports), ("Counts against", self.opposes))
        return [
            (f"{way} {words.number(len(claims), 'claim')}:", list(claims.values()))
            for way, claims in ways
        ]

    def uncounted(self) -> tuple[str, list[Claim]]:
        """Return the other claims that quote or credit it, in words."""
        ids = self.neither.keys() - self.supports.keys() - self.opposes.keys()
        claims = [claim for id_, claim in self.neither.items() if id_ in ids]
        in_ = words.number(len(claims), "claim")
        return f"Quoted or named in {in_}, and counted neither way", claims


def origins_page(archive: Archive, settings: Settings) -> Page:
    """Return the page of all origins, each under an anchor that is its id."""
    view = View(archive, settings, "../")
    found = entries(view)
    sections = [
        (kind, heading, what, [e for e in found if e.origin.kind == kind])
        for kind, (heading, what) in SECTIONS.items()
    ]
    front = {
        "title": "Origins",
        "description": "The newsrooms, public acts and records behind the claims of this site, and "
        "the documents that carry them.",
        "hide": ["toc"],
    }
    body = render.html(
        "origins.html",
        view=view,
        sections=sections,
        documents=origingraph.documents_graph(view),
        acts=origingraph.acts_graph(view),
        mistake=reporting.form(settings, "mistake", "origins/"),
    )
    latest = max(view.updated(), *(entry.origin.updated for entry in found), "")
    return Page("origins.md", front, body, in_nav=True, updated=latest)


def entries(view: View) -> list[Entry]:
    """Return every origin with what is known of it: acts by date, the others by name."""
    archive = view.archive
    found = {
        id_: Entry(origin, history(view, origin), view.perhaps(id_))
        for id_, origin in archive.origins.items()
    }
    for source in sorted(archive.sources.values(), key=lambda s: (s.outlet.casefold(), s.id)):
        for id_ in origingraph.carried(source):
            found[id_].carriers.append(source)
    for claim in _by_family(view):
        for id_, way in _counted(archive, claim):
            getattr(found[id_], way)[claim.id] = claim
    return sorted(found.values(), key=_order)


def _by_family(view: View) -> Iterator[Claim]:
    """Yield the claims that have a page in the order of the list of claims."""
    for _, _, verdicts in view.families():
        for _, _, claims in verdicts:
            yield from claims


def _counted(archive: Archive, claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield each origin that a claim quotes or credits, and whether it `supports` or `opposes`.

    It is `neither` where it does not count. An origin that is perhaps the same as another counts
    with it, for the two count once.
    """
    figures = archive.figures[claim.id]
    for e in claim.evidence:
        if e.credits:
            yield e.credits, "neither"
        if e.origin is None:
            continue
        group = archive.groups[e.origin]
        if e.stance == "supports" and group in figures.for_origins:
            yield e.origin, "supports"
        elif _contradicts(e) and group in figures.against_origins:
            yield e.origin, "opposes"
        else:
            yield e.origin, "neither"


def _contradicts(e: Evidence) -> bool:
    return e.stance == "refutes" and e.aspect in ("fact", "credit")


def _order(entry: Entry) -> tuple[object, ...]:
    date = entry.origin.date
    dated = entry.origin.kind == "act" and date is not None and date.known
    return (not dated, date.earliest if date and dated else "", entry.origin.name.casefold())
