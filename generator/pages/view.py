"""What a template can ask: names, links, badges and passages, seen from one page."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from markupsafe import Markup

from generator.evidence.archive import Archive
from generator.evidence.lineage import tie
from generator.evidence.passages import quote_span
from generator.evidence.verdicts import by_rule
from generator.pages import addresses, cards, render, rulewords, watching, words
from generator.pages.page import Settings
from generator.records.claim import Claim, Evidence
from generator.records.model import Who
from generator.records.quotation import Quotation
from generator.records.scalars import Date
from generator.records.source import Source
from generator.records.variant import Variant
from generator.records.verdict import Verdict

_CLAIM_LINK = re.compile(r'<a href="[./]*claims/([a-z0-9-]+)/(?:#[a-z0-9-]+)?">.*?</a>')

FAMILIES = {"stands": "Stands", "open": "Open", "fails": "Fails as worded"}
MADE = {"inferred": " (our inference)", "outside": " (date from another source)"}
ICONS = {"stands": "✓", "said": "❝", "open": "?", "fails": "✗"}


@dataclass(frozen=True)
class View:
    """The archive as one page sees it; `base` is the relative way from the page to the root."""

    archive: Archive
    settings: Settings
    base: str

    def visible(self) -> list[Claim]:
        """Return the claims that have a page, by verdict in the scale's order, then by title."""
        order = {id_: place for place, id_ in enumerate(self._scale())}
        shown = (c for c in self.archive.claims.values() if c.published or self.settings.drafts)
        return sorted(shown, key=lambda c: (order[c.verdict], c.title.casefold(), c.id))

    def updated(self) -> str:
        """Return the day on which the last of these claims changed; empty without any."""
        return max((claim.updated for claim in self.visible()), default="")

    def _scale(self) -> list[str]:
        """Return the verdicts' ids, those that stand for a saying alone behind the others."""
        scale = self.archive.verdicts
        return sorted(scale, key=lambda id_: self.tone(scale[id_]) == "said")

    def families(self) -> list[tuple[str, str, list[tuple[str, Verdict, list[Claim]]]]]:
        """Return the families with their verdicts and the claims of each, those without too.

        The name of a family says so where in one of its verdicts only the saying stands.
        """
        listed = {id_: list(claims) for id_, claims in groupby(self.visible(), lambda c: c.verdict)}
        said = {one.family for one in self.archive.verdicts.values() if self.tone(one) == "said"}
        return [
            (
                family,
                f"{name}, or was said" if family in said else name,
                [
                    (id_, self.archive.verdicts[id_], listed.get(id_, []))
                    for id_ in self._scale()
                    if self.archive.verdicts[id_].family == family
                ],
            )
            for family, name in FAMILIES.items()
        ]

    def has_page(self, claim: str) -> bool:
        """Say whether a claim has a page."""
        return self.settings.drafts or self.archive.claims[claim].published is not None

    def verdict(self, claim: Claim) -> Verdict:
        """Return the verdict of a claim."""
        return self.archive.verdicts[claim.verdict]

    def icon(self, verdict: Verdict) -> str:
        """Return the sign that goes with a verdict's word and colour."""
        return ICONS[self.tone(verdict)]

    def tone(self, verdict: Verdict) -> str:
        """Return the family of a verdict, or `said` where only the saying stands."""
        of_saying = verdict.when is not None and verdict.when.kind == "said"
        return "said" if of_saying and verdict.family == "stands" else verdict.family

    def family(self, verdict: Verdict) -> str:
        """Return the family of a verdict in words; of a saying that stands, that it was said."""
        said = self.tone(verdict) == "said"
        return "it was said" if said else FAMILIES[verdict.family].lower()

    def only_said(self, claim: Claim) -> bool:
        """Say whether the verdict stands for the saying alone, not for what was said."""
        return claim.kind == "said" and self.verdict(claim).family == "stands"

    def by_rule(self) -> bool:
        """Say whether verdicts follow from rules."""
        return by_rule(self.archive.verdicts)

    def date(self, when: Date) -> str:
        """Return a date in words."""
        return words.day(when)

    def made(self, claim: Claim) -> str:
        """Return when a claim was made, and how that is known where no document states it."""
        return words.day(claim.made) + MADE.get(claim.made_basis, "")

    def weekday(self, when: Date) -> str:
        """Return the day of the week of a single day, else nothing."""
        return words.weekday(when)

    def counter(self, claim: Claim) -> str:
        """Return the line that counts documents and origins."""
        limits = sum(len(g.numbers) for row in self.rows(claim) for g in row if g.key == "limits")
        other = any(e.stance == "refutes" and e.damage != "sense" for e in claim.evidence)
        return words.counter(self.archive.figures[claim.id], limits, other)

    def tally(self, claim: Claim) -> str:
        """Return that line in brief, for lists."""
        return words.tally(self.archive.figures[claim.id])

    def uncounted(self, claim: Claim) -> str:
        """Return the sentence on support that is not counted; empty where there is none."""
        return words.uncounted(self.archive.figures[claim.id])

    def to(self, *way: str) -> Markup:
        """Return the relative address of a page of ours, such as `to("claims", id)`."""
        return Markup(f"{self.base}{'/'.join(way)}/")  # noqa: S704  ids are letters and hyphens

    def prose(self, markdown: str | None) -> Markup:
        """Return small Markdown as safe HTML, a verdict before every link to a claim.

        A link to a claim or a source that has no page is only its words.
        """
        html = render.prose(markdown, self.base, self._vouched)
        return Markup(_CLAIM_LINK.sub(self._found, html))  # noqa: S704

    def _vouched(self, page: str) -> str | None:
        there = addresses.is_there(self.archive, self.settings.drafts, page)
        return "" if there else None

    def _found(self, link: re.Match[str]) -> str:
        return self.behind_verdict(self.archive.claims[link[1]], link[0])

    def behind_verdict(self, claim: Claim, link: str) -> str:
        """Return a link to a claim behind its verdict, and before what must be known of it.

        That is whether it was only said, and whether it is withdrawn.
        """
        badge = render.html("markers/badge.html", view=self, claim=claim)
        after = render.html("markers/after.html", view=self, claim=claim)
        return " ".join(part for part in (badge, link, after) if part)

    def live(self, source: Source) -> watching.Live:
        """Return where a source's page is to be found now."""
        return watching.live(source)

    def missing(self, source: Source, e: Quotation) -> str:
        """Return the sentence that says what of a quotation was not found on its page."""
        return watching.missing(source, e)

    def held(self, claim: Claim) -> list[Source]:
        """Return the sealed documents that a claim quotes, each once."""
        quoted = dict.fromkeys(e.source for e in claim.evidence if e.passage)
        return [self.archive.sources[id_] for id_ in quoted]

    def speaker(self, e: Evidence) -> str:
        """Return who speaks in a piece of evidence; the person of an act by default."""
        if e.speaker:
            return words.who(self.archive, e.speaker)
        origin = self.archive.origins.get(e.origin or "")
        return self.archive.people[origin.who].name if origin and origin.who else ""

    def dated(self, claim: Claim) -> str:
        """Return what the claim's date is the date of."""
        return words.dated(claim.claimant)

    def claimed(self, claim: Claim) -> tuple[str, str, str]:
        """Return who put the claim into the world, and in what way: before, the name, after."""
        return words.claimed(self.archive, claim.claimant)

    def source_name(self, source: Source) -> str:
        """Return an outlet's name, with what it passes on where two sources share the name."""
        named = self.passed_on(source) if self._outlets[source.outlet] > 1 else []
        return source.outlet + (f", passing on {words.listing(named)}" if named else "")

    @cached_property
    def _outlets(self) -> Counter[str]:
        return Counter(source.outlet for source in self.archive.sources.values())

    def rows(self, claim: Claim) -> list[list[cards.Group]]:
        """Return the groups of a claim's evidence in the order of the page, row by row."""
        return cards.rows(self.archive, claim)

    def origin_name(self, id_: str) -> str:
        """Return the name of an origin."""
        return self.archive.origins[id_].name

    def perhaps(self, origin: str) -> list[str]:
        """Return the other origins that are perhaps the same as one, so that they count once."""
        together = self._together[self.archive.groups[origin]]
        return [id_ for id_ in together if id_ != origin]

    @cached_property
    def _together(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id_, group in self.archive.groups.items():
            found.setdefault(group, []).append(id_)
        return found

    def tie(self, source: Source, origin: str) -> str:
        """Return how a source is tied to an origin, doubt of every link included."""
        return tie(self.archive.sources, source, origin) or ""

    def tie_reason(self, source: Source, origin: str) -> str:
        """Return how we know, link by link."""
        return words.tie_reason(self.archive, source, origin)

    def way(self, source: Source, origin: str) -> str:
        """Return the whole way of an origin to a document."""
        return words.lineage(self.archive, source, origin)

    def pieces(self, e: Quotation) -> tuple[str, str, str]:
        """Return the words of the evidence before, within and after its quote."""
        first, last = quote_span(e) or (0, len(e.words))
        return e.words[:first], e.words[first:last], e.words[last:]

    def anchors(self, record: Claim | Variant) -> dict[int, str]:
        """Return an anchor for each passage of a record, each of them once on its page."""
        taken: dict[str, int] = {}
        found = {}
        quoting = record.quoting()
        for number in range(len(quoting.pieces)):
            proof = self.archive.proofs.get((quoting.kind, quoting.id, number))
            if proof is None:
                continue
            taken[proof.anchor] = taken.get(proof.anchor, 0) + 1
            again = taken[proof.anchor]
            found[number] = proof.anchor if again == 1 else f"{proof.anchor}-{again}"
        return found

    def evidence(
        self, claim: Claim, group: cards.Group
    ) -> list[tuple[Evidence, Source, str | None]]:
        """Return the evidence of one group with its source and, where proved, its anchor."""
        anchors = self.anchors(claim)
        pieces = [(number, claim.evidence[number]) for number in group.numbers]
        return [(e, self.archive.sources[e.source], anchors.get(n)) for n, e in pieces]

    def passed_on(self, source: Source) -> list[str]:
        """Return the newsrooms that a document passes on, itself left out."""
        own = self.origin_name(source.origin) if source.origin else ""
        return [name for name in self.newsrooms(source) if name != own]

    def newsrooms(self, source: Source) -> list[str]:
        """Return the newsrooms that a document's words come from, the inferred ones marked."""
        return [
            self.origin_name(id_) + (" (inferred)" if tie == "inferred" else "")
            for id_, tie in self.newsroom_ties(source)
        ]

    def newsroom_ties(self, source: Source) -> list[tuple[str, str]]:
        """Return the newsrooms that a document's words come from, by id, each with its tie."""
        ids = [source.origin] if source.origin else []
        ids += [relay.origin for relay in source.relays if relay.via is None]
        newsrooms = [id_ for id_ in ids if self.archive.origins[id_].kind == "newsroom"]
        return [(id_, self.tie(source, id_)) for id_ in newsrooms]

    def record_url(self, record: Claim | Variant) -> Markup | None:
        """Return the address of a record in the repository; None without a repository."""
        if not self.settings.repo_url:
            return None
        repository = self.settings.repo_url.rstrip("/")
        kind = record.quoting().kind
        return render.address(f"{repository}/blob/main/data/{kind}/{record.id}.yml")

    def address(self, url: str, quoted: str = "") -> Markup:
        """Return a web address, safe in an attribute; with quoted words it leads to them."""
        return render.address(url, quoted)

    def who(self, who: Who) -> str:
        """Return the name of a person, a group, a newsroom or a document."""
        return words.who(self.archive, who)

    def conditions(self, verdict: Verdict, claim: Claim | None = None) -> list[dict[str, object]]:
        """Return a verdict's rule in words, with the figures of a claim where one is given."""
        if verdict.when is None:
            return []
        figures = self.archive.figures[claim.id] if claim else None
        return rulewords.conditions(verdict.when, figures)
