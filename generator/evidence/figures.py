"""The figures of a claim: what its evidence adds up to, and nothing that its author decides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.evidence.lineage import tie
from generator.evidence.sentences import fold
from generator.records.claim import Claim, Evidence
from generator.records.model import Who
from generator.records.origin import Origin
from generator.records.source import Source


@dataclass(frozen=True, slots=True)
class Figures:
    """What the rules of the scale compare; each figure counts what `evidence.md` says it counts.

    `documents`, `excerpts`, `inferred` and `uncounted` are shown and decide nothing: the documents
    whose passages state or support the claim, and those of which only an excerpt does; the origins
    whose support rests on an inferred tie alone, and those whose support is not counted for another
    reason. `for_origins` and `against_origins` are the groups.
    """

    for_: int = 0
    for_any: int = 0
    against: int = 0
    against_proved: int = 0
    settled: int = 0
    stated: int = 0
    damaged: int = 0
    parallel: int = 0
    other_credit: int = 0
    qualified: int = 0
    spoken: int = 0
    documents: int = 0
    excerpts: int = 0
    inferred: int = 0
    uncounted: int = 0
    for_origins: tuple[str, ...] = field(default=())
    against_origins: tuple[str, ...] = field(default=())


def figures(
    claim: Claim,
    sources: Mapping[str, Source],
    origins: Mapping[str, Origin],
    groups: Mapping[str, str],
) -> Figures:
    """Return the figures of a claim whose passages are proved and whose references resolve.

    `groups` maps each origin to the one that stands for it (`lineage.groups`). The rules are
    those of the method page; its two readings where a sentence leaves room: doubt never lifts a
    verdict, so `settled` and `against_proved` want a proof or a reference work, `other_credit` a
    proof, and none an inferred tie; and a document that limits its own words does so whatever its
    tie.
    """
    weigh = _Weighing(claim, sources, origins, groups)
    counting = weigh.counting()
    any_support = weigh.groups_of(e for e in weigh.sound("supports"))
    carried = weigh.groups_of(counting)
    opposing = weigh.against()
    against = weigh.groups_of(opposing)
    proved = [e for e in opposing if e.aspect == "fact" and weigh.firm(e)]
    settling = [e for e in weigh.opposing() if e.settles and e.aspect == "fact"]
    carrying = [e for e in claim.evidence if e.stance in ("states", "supports")]
    carriers = {e.source for e in carrying}
    held = {e.source for e in carrying if e.passage}
    firm_ties = weigh.groups_of(e for e in weigh.sound("supports") if not weigh.inferred(e))
    return Figures(
        for_=weigh.independent(counting),
        for_any=len(any_support),
        against=len(against),
        against_proved=len(weigh.groups_of(proved)),
        settled=len(weigh.groups_of(e for e in settling if weigh.firm(e))),
        stated=len(weigh.statements),
        damaged=sum(weigh.lost(e) for e in weigh.statements),
        parallel=sum(weigh.is_parallel(e) for e in claim.evidence),
        other_credit=sum(weigh.credits_another(e) for e in claim.evidence),
        qualified=sum(weigh.qualifies(e) for e in claim.evidence),
        spoken=sum(weigh.is_spoken(e) for e in counting),
        documents=len(held),
        excerpts=len(carriers - held),
        inferred=len(any_support - carried - firm_ties),
        uncounted=len(any_support - carried) - len(any_support - carried - firm_ties),
        for_origins=tuple(sorted(carried)),
        against_origins=tuple(sorted(against)),
    )


def counted(
    claim: Claim,
    sources: Mapping[str, Source],
    origins: Mapping[str, Origin],
    groups: Mapping[str, str],
) -> list[Evidence]:
    """Return the evidence of such a claim whose support counts, as in `figures`."""
    return _Weighing(claim, sources, origins, groups).counting()


def opposed(
    claim: Claim,
    sources: Mapping[str, Source],
    origins: Mapping[str, Origin],
    groups: Mapping[str, str],
) -> list[Evidence]:
    """Return the evidence of such a claim that counts against it, as in `figures`."""
    return _Weighing(claim, sources, origins, groups).against()


class _Weighing:
    """One claim's evidence, with the questions that the figures ask of each piece."""

    def __init__(
        self,
        claim: Claim,
        sources: Mapping[str, Source],
        origins: Mapping[str, Origin],
        groups: Mapping[str, str],
    ) -> None:
        self.claim, self.sources, self.origins, self._groups = claim, sources, origins, groups
        self.statements = [e for e in claim.evidence if e.stance == "states" and e.passage]
        self.credited = {e.credits for e in self.statements if e.credits}
        speakers = {e.speaker or claim.claimant for e in self.statements}
        self.speakers = {who for who in speakers if who.person or who.newsroom}

    def group(self, e: Evidence) -> str:
        return self._groups[e.origin or ""]

    def groups_of(self, evidence: Iterator[Evidence] | list[Evidence]) -> set[str]:
        return {self.group(e) for e in evidence}

    def speaker(self, e: Evidence) -> Who | None:
        """Return who speaks: as declared, or by default the one whose act the origin is."""
        if e.speaker or not e.origin:
            return e.speaker
        who = self.origins[e.origin].who
        return Who.model_validate(who) if who else None

    def narrated(self, e: Evidence) -> bool:
        """Say whether nobody speaks: no one, a document, or a newsroom outside its own report."""
        who = e.speaker
        if who is None:
            return False
        elsewhere = who.newsroom is not None and who.newsroom != e.origin
        return who.nobody or who.document is not None or elsewhere

    def inferred(self, e: Evidence) -> bool:
        return tie(self.sources, self.sources[e.source], e.origin or "") == "inferred"

    def lost(self, e: Evidence) -> bool:
        return e.damage == "sense" and self.sources[e.source].condition == "garbled"

    def sound(self, *stances: str) -> Iterator[Evidence]:
        """Yield the evidence of these stances whose sense is not lost."""
        return (e for e in self.claim.evidence if e.stance in stances and e.damage != "sense")

    def firm(self, e: Evidence) -> bool:
        """Say whether a piece may lift a verdict: proved or from a reference, tie not inferred."""
        known = e.passage is not None or self.sources[e.source].kind == "reference"
        return known and not self.inferred(e)

    def counts(self, e: Evidence) -> bool:
        """Say whether a piece is a counted support."""
        sound = e.stance == "supports" and e.passage is not None and e.damage != "sense"
        return sound and not self.narrated(e) and not self.inferred(e)

    def counting(self) -> list[Evidence]:
        return [e for e in self.claim.evidence if self.counts(e)]

    def against(self) -> list[Evidence]:
        """Return what opposes the claim, but for origins that carry it themselves."""
        carried = self.groups_of(self.counting())
        return [e for e in self.opposing() if self.group(e) not in carried]

    def opposing(self) -> Iterator[Evidence]:
        return (
            e
            for e in self.sound("refutes")
            if e.aspect in ("fact", "credit") and not self.narrated(e)
        )

    def independent(self, counted: list[Evidence]) -> int:
        """Return the number of origins, where a garbled only carrier adds at most one."""
        carriers: dict[str, set[str]] = {}
        for e in counted:
            carriers.setdefault(self.group(e), set()).add(e.source)
        whole, capped = 0, set()
        for held_by in carriers.values():
            only = next(iter(held_by))
            if len(held_by) == 1 and self.sources[only].condition == "garbled":
                capped.add(only)
            else:
                whole += 1
        return whole + len(capped)

    def same_document(self, e: Evidence) -> bool:
        return any(e.source == statement.source for statement in self.statements)

    def is_parallel(self, e: Evidence) -> bool:
        if e.stance != "refutes" or e.aspect != "wording" or e.damage == "sense":
            return False
        damaged = [s for s in self.statements if self.lost(s)] or self.statements
        same = any(e.source == s.source or (s.credits and e.origin == s.credits) for s in damaged)
        return same and not self.inferred(e)

    def credits_another(self, e: Evidence) -> bool:
        """Say whether the credited origin itself, proved, names another speaker."""
        if e.stance != "refutes" or e.aspect != "credit" or not e.passage or e.damage == "sense":
            return False
        speaker = self.speaker(e)
        if speaker is None or speaker.nobody or speaker.person == self.claim.said_by:
            return False
        return e.origin in self.credited and not self.inferred(e)

    def qualifies(self, e: Evidence) -> bool:
        limits = e.stance == "limits" or (e.stance == "refutes" and e.aspect == "strength")
        if not limits or not e.passage or e.damage == "sense":
            return False
        if self.same_document(e):
            return True
        same_speaker = self.speaker(e) in self.speakers
        return (e.origin in self.credited or same_speaker) and not self.inferred(e)

    def is_spoken(self, e: Evidence) -> bool:
        """Say whether a counted support is the person's own act, in words that can be trusted."""
        speaker = self.speaker(e)
        if speaker is None or speaker.person is None or speaker.person != self.claim.said_by:
            return False
        if self.origins[e.origin or ""].kind != "act":
            return False
        if self.sources[e.source].condition == "intact":
            return True
        return any(
            other.excerpt
            and other.stance == "supports"
            and self.group(other) == self.group(e)
            and self.speaker(other) == speaker
            and _same_words(e, other)
            for other in self.claim.evidence
        )


def _same_words(passage: Evidence, excerpt: Evidence) -> bool:
    """Say whether an excerpt has at least half of the words that are quoted from a passage."""
    quoted = fold(passage.quote or passage.words).casefold().split()
    held = set(fold(excerpt.words).casefold().split())
    return 2 * sum(word in held for word in quoted) >= len(quoted)
