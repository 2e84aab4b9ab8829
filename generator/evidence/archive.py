"""The archive: the whole collection, verified. This is the only place where one is made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.evidence import credit, lineage, passages, verdicts, wordings
from generator.evidence.figures import Figures, figures
from generator.evidence.proving import Prover, Quoted, Texts
from generator.evidence.references import KINDS, leading_nowhere, typed_nowhere, unresolved
from generator.evidence.seal import Proof
from generator.findings import Finding
from generator.records.claim import Claim
from generator.records.origin import Origin
from generator.records.person import Person
from generator.records.reading import Records
from generator.records.site import Site
from generator.records.source import Source
from generator.records.topic import Topic
from generator.records.variant import Variant
from generator.records.verdict import Verdict


@dataclass(frozen=True)
class Archive:
    """Every record by id, every reference resolved, every passage proved, every verdict carried.

    `figures` are those of each claim; `proofs` those of each passage of a claim or a variant;
    `groups` says for each origin which one stands for it.
    """

    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    origins: Mapping[str, Origin]
    people: Mapping[str, Person]
    topics: Mapping[str, Topic]
    variants: Mapping[str, Variant]
    verdicts: Mapping[str, Verdict]
    site: Site
    figures: Mapping[str, Figures]
    proofs: Mapping[Quoted, Proof]
    groups: Mapping[str, str]


@dataclass
class Verified:
    """What verification gives: an archive when no error is left, and all that was found.

    `skipped` are the paths of records that were not checked to the end, for another's fault;
    `proofs` and `figures` are there as far as they could be made.
    """

    archive: Archive | None = None
    findings: list[Finding] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    proofs: Mapping[Quoted, Proof] = field(default_factory=dict)
    figures: Mapping[str, Figures] = field(default_factory=dict)


def verify(records: Records, texts: Texts = lambda document: None) -> Verified:
    """Return the archive of these records, or the findings that stand in its way.

    Every rule of every record is tried; a claim whose sources or origins are at fault is set
    aside, so that one slip is one finding.
    """
    result = Verified(findings=list(records.findings))
    result.skipped = [records.place(*key).path for key in sorted(records.unread)]
    work = _Work(records, texts)
    waiting, found = _references(records)
    result.findings += found
    work.verdicts_wait |= any(kind == "origins" for kind, _ in waiting)
    found = list(_origins(records))
    result.findings += found
    work.verdicts_wait |= bool(found)
    unsound, found = _sources(records, {id_ for kind, id_ in waiting if kind == "sources"})
    result.findings += found
    if ("verdicts", "") not in records.unread:
        uneven = list(verdicts.scale_is_whole(records))
        result.findings += uneven
        work.verdicts_wait |= bool(uneven)
    for claim in records.claims.values():
        set_aside = ("claims", claim.id) in waiting
        set_aside = set_aside or any(e.source in unsound for e in claim.evidence)
        if not set_aside:
            result.findings += work.claim(claim)
        if set_aside or work.verdicts_wait:
            result.skipped.append(records.place("claims", claim.id).path)
    for variant in records.variants.values():
        set_aside = ("variants", variant.id) in waiting
        if set_aside or any(wording.source in unsound for wording in variant.wordings):
            result.skipped.append(records.place("variants", variant.id).path)
        else:
            result.findings += work.variant(variant)
    result.proofs, result.figures = work.prover.proofs, work.figures
    result.archive = _archive(records, work, result.findings)
    return result


def _references(records: Records) -> tuple[set[tuple[str, str]], list[Finding]]:
    """Return the records that must wait, and every id that leads nowhere.

    Those wait whose sources or origins are not there, and every origin that names what is not.
    """
    waiting, result = set(), []
    for kind in KINDS:
        for record in records.of(kind).values():
            nowhere = leading_nowhere(records, record)
            found = list(unresolved(records, kind, record.id, nowhere))
            result += found
            held = any(ref.kind in ("sources", "origins") for _, ref, _ in nowhere)
            if held or (kind == "origins" and found):
                waiting.add((kind, record.id))
    told = {finding.place for finding in records.findings}
    for kind, id_ in sorted(records.unread):
        if kind in KINDS:
            result += unresolved(records, kind, id_, typed_nowhere(records, kind, id_, told))
    return waiting, result


def _origins(records: Records) -> Iterator[Finding]:
    """Yield what is wrong with origins: two that cannot be one, and one that stands there twice."""
    names: dict[str, str] = {}
    for origin in records.origins.values():
        yield from lineage.perhaps_one_act(records, origin)
        if origin.kind == "newsroom":
            first = names.setdefault(lineage.name_key(origin), origin.id)
            if first != origin.id:
                yield from lineage.one_name_one_origin(records, origin, first)


def _sources(records: Records, waiting: set[str]) -> tuple[set[str], list[Finding]]:
    """Return the sources that nothing can be concluded from, and what is wrong with sources.

    They are those at fault, those that wait for another record, and those that are known by the
    sentences of one of these.
    """
    unsound, result = set(waiting), []
    seen: dict[str, str] = {}
    for source in records.sources.values():
        found = [*passages.seal_is_sound(records, source), *_twice(records, source, seen)]
        if any(("sources", id_) in records.unread for id_ in source.matches()):
            unsound.add(source.id)
        elif source.id not in waiting:
            found += _lineage(records, source)
        unsound |= {source.id} if found else set()
        result += found
    while more := {
        id_
        for id_, source in records.sources.items()
        if id_ not in unsound and not unsound.isdisjoint(source.matches())
    }:
        unsound |= more
    return unsound, result


def _twice(records: Records, source: Source, seen: dict[str, str]) -> Iterator[Finding]:
    """Yield that another source has the text or the page; `seen` keeps the first of each."""
    text, page = source.seal.document if source.seal else "", lineage.page(source)
    if text and seen.setdefault(text, source.id) != source.id:
        yield from passages.sealed_once(records, source, seen[text])
    if page and seen.setdefault(page, source.id) != source.id:
        yield from lineage.one_page_one_source(records, source, seen[page])


def _lineage(records: Records, source: Source) -> Iterator[Finding]:
    yield from lineage.chain_ends(records, source)
    yield from lineage.tie_has_its_reason(records, source)
    yield from lineage.origin_named_once(records, source)


class _Work:
    """Checks claims and variants one by one and keeps what the archive will hold of each."""

    def __init__(self, records: Records, texts: Texts) -> None:
        self.records = records
        self.prover = Prover(records, texts)
        self.figures: dict[str, Figures] = {}
        self.groups = lineage.groups(records.origins)
        self.verdicts_wait = any(kind in ("origins", "verdicts") for kind, _ in records.unread)

    def claim(self, claim: Claim) -> list[Finding]:
        """Return what is wrong with a claim whose sources and origins are there.

        Verdicts must wait for the whole scale, and for every origin, since one may join two others.
        """
        found = [*self.prover.check(claim.quoting()), *self._answers(claim), *self._credit(claim)]
        if any(finding.severity == "error" for finding in found):
            return found
        sums = figures(claim, self.records.sources, self.records.origins, self.groups)
        self.figures[claim.id] = sums
        lacks = list(verdicts.evidence_weighs(self.records, claim, sums))
        if not lacks and not self.verdicts_wait and claim.verdict in self.records.verdicts:
            lacks = [
                *verdicts.some_rule_holds(self.records, claim, sums),
                *verdicts.verdict_follows(self.records, claim, sums),
            ]
        return found + lacks

    def variant(self, variant: Variant) -> list[Finding]:
        """Return what is wrong with a variant whose sources and origins are there."""
        quoting = variant.quoting()
        found = [
            *self.prover.check(quoting),
            *credit.source_has_origin(self.records, quoting),
            *credit.damage_is_judged(self.records, quoting),
            *wordings.wordings_differ(self.records, variant),
        ]
        if not any(finding.severity == "error" for finding in found):
            proofs = self.prover.proved(quoting)
            found += wordings.one_wording_is_proved(self.records, variant, proofs)
        return found

    def _answers(self, claim: Claim) -> Iterator[Finding]:
        anchors = {proof.anchor for proof in self.prover.proved(claim.quoting()).values()}
        yield from passages.answers_a_passage(self.records, claim, anchors)

    def _credit(self, claim: Claim) -> Iterator[Finding]:
        yield from credit.source_has_origin(self.records, claim.quoting())
        yield from credit.credited_once(self.records, claim, self.prover.proofs)
        yield from credit.act_spoken_by_its_person(self.records, claim)
        yield from credit.newsroom_names_its_speaker(self.records, claim)
        yield from credit.hindsight(self.records, claim)
        yield from credit.dated_by_hindsight(self.records, claim)
        yield from credit.damage_is_judged(self.records, claim.quoting())
        if any(e.damage == "sense" for e in claim.evidence):
            yield from credit.damaged_words_are_nobodys(self.records, claim)
        yield from credit.settles_from_the_source(self.records, claim)
        yield from credit.looked_in_is_silent(self.records, claim)


def _archive(records: Records, work: _Work, findings: list[Finding]) -> Archive | None:
    """Return the archive when no error is left; there is no other way to get one."""
    if records.site is None or any(finding.severity == "error" for finding in findings):
        return None
    return Archive(
        claims=records.claims,
        sources=records.sources,
        origins=records.origins,
        people=records.people,
        topics=records.topics,
        variants=records.variants,
        verdicts=records.verdicts,
        site=records.site,
        figures=work.figures,
        proofs=work.prover.proofs,
        groups=work.groups,
    )
