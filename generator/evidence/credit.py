"""Who is credited with a piece of evidence: whose origin it is, who speaks, and in what sense."""

from collections.abc import Mapping

from generator.evidence.lineage import tie
from generator.evidence.proving import Quoted
from generator.evidence.seal import Proof
from generator.findings import Facts, did_you_mean, rule
from generator.records.claim import Claim
from generator.records.quotation import Quoting
from generator.records.reading import Records
from generator.records.source import Source

Proofs = Mapping[Quoted, Proof]


def _known(source: Source) -> list[str]:
    return [*([source.origin] if source.origin else []), *(r.origin for r in source.relays)]


@rule("E401")
def source_has_origin(records: Records, record: Quoting) -> Facts:
    """The origin of a piece of evidence is its source's own, or one that the source relays.

    Bad:
        source: espreso    # relays nbc, not ft
        origin: ft
    Good:
        source: espreso
        origin: nbc
    """
    for number, e in enumerate(record.pieces):
        source = records.sources[e.source]
        for field in ("origin", "credits"):
            origin = getattr(e, field, None)
            if origin and tie(records.sources, source, origin) is None:
                place = records.quoted(record, number, field)
                message = f"{source.id} neither holds nor relays {origin!r}"
                known = _known(source)
                hint = "it has: " + (", ".join(known) or "no origin at all")
                yield place, message, did_you_mean(origin, known, hint)


@rule("E402")
def credited_once(records: Records, claim: Claim, proofs: Proofs) -> Facts:
    """In one claim a sentence has one part: it states the claim, or is evidence of one origin.

    Credited to its document and again to an origin that the document relays, it would be
    counted twice.

    Bad:
        - {source: espreso, origin: espreso, passage: "On Friday he spoke."}
        - {source: espreso, origin: speech, passage: "On Friday he spoke."}
    Good:
        - {source: espreso, origin: speech, passage: "On Friday he spoke."}
    """
    credited: dict[tuple[str, int], tuple[str | None, int]] = {}
    for number, e in enumerate(claim.evidence):
        proof = proofs.get(("claims", claim.id, number))
        for sentence in proof.numbers if proof else ():
            origin, first = credited.setdefault((e.source, sentence), (e.origin, number))
            if origin != e.origin:
                place = records.place("claims", claim.id, "evidence", number, "passage")
                here, there = _part(e.origin), f"{_part(origin)} in evidence {first + 1}"
                message = f"sentence {sentence} of {e.source} is {here} here and {there}"
                yield place, message, "remove one of the two: a sentence counts once"
                break


def _part(origin: str | None) -> str:
    return f"credited to {origin!r}" if origin else "a statement of the claim"


@rule("E403")
def act_spoken_by_its_person(records: Records, claim: Claim) -> Facts:
    """An act is spoken by the one person whose act it is.

    Bad:
        origin: zelenskyy-munich-speech
        speaker: {anonymous: a Ukrainian official, count: 1}
    Good:
        origin: zelenskyy-munich-speech
        speaker: zelenskyy
    """
    for number, e in enumerate(claim.evidence):
        origin = records.origins.get(e.origin or "")
        if origin and origin.kind == "act" and e.speaker and e.speaker.person != origin.who:
            place = records.place("claims", claim.id, "evidence", number, "speaker")
            message = f"{origin.id} is an act of {origin.who!r}, and nobody else speaks in it"
            yield place, message, "remove `speaker`, or credit the newsroom that reports it"


@rule("E407")
def newsroom_names_its_speaker(records: Records, claim: Claim) -> Facts:
    """Evidence from a newsroom says who speaks in it, since only a named speaker counts.

    Bad:
        stance: supports
        origin: nbc
    Good:
        stance: supports
        origin: nbc
        speaker: {anonymous: U.S. officials, count: unstated}
    """
    for number, e in enumerate(claim.evidence):
        origin = records.origins.get(e.origin or "")
        if origin and origin.kind == "newsroom" and e.speaker is None:
            place = records.place("claims", claim.id, "evidence", number)
            hint = (
                "add `speaker:` a person, {anonymous: …, count: …}, {newsroom: …} where it speaks "
                "of what it saw itself, or none"
            )
            yield place, f"it is not said who speaks in what {origin.id} reports", hint


@rule("E408")
def hindsight(records: Records, claim: Claim) -> Facts:
    """What is later than the site's `as_of` stands only in `later`, and grades nothing.

    That holds for acts, reports and documents; published records and works of reference stay true.

    Bad:
        origin: bessent-february-22    # as_of is 2025-02-17
    Good:
        later: [{date: 2025-02-22, text: …}]
    """
    if records.site is None:
        return
    end = records.site.as_of
    for number, e in enumerate(claim.evidence):
        source, late = records.sources[e.source], []
        for key, id_ in (("origin", e.origin), ("credits", e.credits)):
            origin = records.origins.get(id_ or "")
            if origin and origin.kind != "record" and origin.date:
                late.append((key, origin.id, origin.date))
        if source.kind != "reference":
            late.append(("source", source.id, source.published.date))
        for key, id_, date in late:
            if date.known and date.surely_after(end):
                place = records.place("claims", claim.id, "evidence", number, key)
                yield (
                    place,
                    f"{id_} is of {date}, after the site's as_of, {end}",
                    "move it to `later`",
                )
                break


@rule("E414")
def dated_by_hindsight(records: Records, claim: Claim) -> Facts:
    """What was claimed or happened after the site's `as_of` stands in `later`, and nothing else.

    The verdict rests on what was known by that day. A claim made later cannot be graded by it, and
    what was known by then is no hindsight.

    Bad:
        made: 2025-03-01    # as_of is 2025-02-17
    Good:
        later: [{date: 2025-03-01, text: …}]
    """
    if records.site is None:
        return
    end = records.site.as_of
    dated = [("made", claim.made), *([("event", claim.event.date)] if claim.event else [])]
    for key, date in dated:
        if date.known and date.surely_after(end):
            keys = (key,) if key == "made" else (key, "date")
            place = records.place("claims", claim.id, *keys)
            message = f"`{key}` is {date}, after the site's as_of, {end}"
            yield place, message, "tell it in `later` of another claim, or mend the date"
    for number, later in enumerate(claim.later):
        if later.date.known and later.date.latest <= end.latest:
            place = records.place("claims", claim.id, "later", number, "date")
            message = f"{later.date} is not later than the site's as_of, {end}"
            yield place, message, "tell it in `analysis`, or quote it as evidence"


@rule("E415")
def damaged_words_are_nobodys(records: Records, claim: Claim) -> Facts:
    """Words whose sense is lost are nobody's speech: no person, group or newsroom speaks in them.

    Whoever is named beside them would be quoted with what was never said.

    Bad:
        damage: sense
        speaker: bessent
    Good:
        damage: sense
        speaker: none
    """
    for number, e in enumerate(claim.evidence):
        who = e.speaker
        if e.damage != "sense" or records.sources[e.source].condition != "garbled":
            continue
        if who and (who.person or who.anonymous or who.newsroom):
            place = records.place("claims", claim.id, "evidence", number, "speaker")
            origin = records.origins.get(e.origin or "")
            act = origin is not None and origin.kind == "act"
            hint = "remove `speaker`" if act else "write `speaker: none`"
            yield place, "words whose sense is lost are given to somebody as speech", hint


@rule("E409")
def damage_is_judged(records: Records, record: Quoting) -> Facts:
    """Every passage of a garbled source says what damage its words have suffered.

    Bad:
        source: a-garbled-copy
        passage: …
    Good:
        source: a-garbled-copy
        passage: …
        damage: words
    """
    for number, e in enumerate(record.pieces):
        garbled = records.sources[e.source].condition == "garbled"
        if garbled and e.passage and e.damage is None:
            place = records.quoted(record, number)
            hint = "add `damage: none`, `words` or `sense`"
            yield place, f"{e.source} is garbled and this passage does not say how badly", hint
        if e.damage == "sense" and not garbled:
            place = records.quoted(record, number, "damage")
            message = f"`damage: sense` in {e.source}, whose condition is `intact`"
            yield place, message, "say `condition: garbled` in the source, or another damage"


@rule("E410")
def settles_from_the_source(records: Records, claim: Claim) -> Facts:
    """Only a source of kind original or reference can settle a matter.

    Bad:
        source: a-relay
        settles: it says so
    Good:
        source: a-reference-work
        settles: the definition lists all members
    """
    for number, e in enumerate(claim.evidence):
        kind = records.sources[e.source].kind
        if e.settles and kind not in ("original", "reference"):
            place = records.place("claims", claim.id, "evidence", number, "settles")
            message = f"{e.source} is of kind {kind!r} and cannot settle this"
            yield place, message, "cite the original or a reference work, or remove `settles`"


@rule("E411")
def looked_in_is_silent(records: Records, claim: Claim) -> Facts:
    """`looked_in` lists sealed sources that were read and are silent, so none that is quoted.

    Bad:
        evidence: [{source: espreso, …}]
        looked_in: [espreso]
    Good:
        evidence: [{source: espreso, …}]
        looked_in: [econotimes]
    """
    quoted = {e.source for e in claim.evidence}
    for number, id_ in enumerate(claim.looked_in):
        if id_ in quoted:
            message = f"{id_!r} is quoted in this claim, so it is not silent"
        elif records.sources[id_].seal is None:
            message = f"{id_!r} has no seal, so nobody has its whole text"
        elif id_ in claim.looked_in[:number]:
            message = f"{id_!r} is listed twice"
        else:
            continue
        yield records.place("claims", claim.id, "looked_in", number), message, "remove it"
