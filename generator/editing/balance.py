"""Whether the words of a claim are as wide as its reading, and its origins on one side each."""

import re
from collections.abc import Iterator, Sequence

from generator.editing.context import Context
from generator.editing.words import Line
from generator.evidence.figures import counted
from generator.findings import Facts, Finding, Place, rule
from generator.records.claim import Claim

_WIDE = frozenset(("every", "all", "only", "never", "nobody", "none", "no"))
_WIDE_WORDS = re.compile(
    r"(?<!\bnot )(?<!\bat )(?<!\bafter )(?<!\babove )(?<!\bfirst of )(?<!\bif )"
    r"\b(every|all(?! but\b| right\b)|only|never|no one|nobody|none)\b",
    re.IGNORECASE,
)
_DAMAGED_COPY = re.compile(r"\bdamaged (?:[\w-]+ )?cop(?:y|ies)\b", re.IGNORECASE)


@rule("W702")
def every_document_read(place: Place, missing: Sequence[str]) -> Facts:
    """Every document we hold is either quoted in a claim or listed as read and silent.

    What nobody has read may say otherwise, and readers are told where we looked.

    Bad:
        five sealed sources, two quoted, none in `looked_in`
    Good:
        looked_in: [econotimes, kunstjagd, caliber-az]
    """
    message = "neither quoted nor listed as read: " + ", ".join(missing)
    yield place, message, "read them; quote what they say, or add them to `looked_in`"


@rule("W714")
def wider_than_read(place: Place, word: str, missing: Sequence[str]) -> Facts:
    """“Every”, “all”, “only”, “never” and “no one” need every held document quoted or looked in.

    They speak of all that there is to read, and one unread document may hold the exception.

    Bad:
        bottom_line: Only one paper has it.    # two documents were not read
    Good:
        bottom_line: Only one paper has it.
        looked_in: [the-second, the-third]
    """
    message = f"“{word}” speaks of every document, and these were not read: " + ", ".join(missing)
    yield place, message, "read them; quote what they say, or add them to `looked_in`"


@rule("W719")
def carried_by_damaged_copies(place: Place, message: str, hint: str) -> Facts:
    """A claim that garbled documents alone carry is open, and its bottom line says so.

    Damaged words may have been damaged where nobody notices. They can carry a claim that is of a
    single origin or contested; readers are told that a damaged copy is all there is.

    Bad:
        bottom_line: One aide told the paper.
    Good:
        bottom_line: One aide told the paper, by a damaged copy.
    """
    yield place, message, hint


@rule("W722")
def origin_on_both_sides(place: Place, origin: str, first: int) -> Facts:
    """One origin does not both support a claim and refute it, in the fact or the credit.

    A relay that departs from its own origin is no second opinion: it shows how words changed on
    their way. An origin that says both wants two claims.

    Bad:
        - {stance: supports, origin: nbc, …}
        - {stance: refutes, origin: nbc, …}
    Good:
        - {stance: supports, origin: nbc, …}
    """
    message = f"{origin!r} refutes what it supports in evidence {first + 1}"
    hint = "make a variant of the two wordings and remove this one, or make two claims"
    yield place, message, hint


def findings(context: Context, claim: Claim, lines: Sequence[Line]) -> Iterator[Finding]:
    """Yield what a claim says more widely than was read, or by origins that carry it badly."""
    named = [e.source for e in claim.evidence]
    stances = [e.stance for e in claim.evidence]
    missing = context.held.difference(named, claim.looked_in)
    if missing and context.resolved(claim):
        yield from _unread(context, claim, lines, sorted(missing))
    disputed = "refutes" in stances and "supports" in stances
    if disputed and context.resolved(claim) and context.joined_rightly:
        yield from _both_sides(context, claim)
    if not context.garbled.isdisjoint(named) and "supports" in stances:
        yield from _damaged(context, claim)


def _unread(
    context: Context, claim: Claim, lines: Sequence[Line], missing: Sequence[str]
) -> Iterator[Finding]:
    for line in lines if context.english else ():
        wide = None if _WIDE.isdisjoint(line.words) else _WIDE_WORDS.search(line.own)
        if wide and line.key != "short":
            place = context.records.place("claims", claim.id, line.key)
            yield from wider_than_read(place, wide[0], missing)
            if all(waiver.code != "W714" for waiver in claim.waives):
                return
            break
    place = context.records.place("claims", claim.id, "looked_in", key=True)
    yield from every_document_read(place, missing)


def _both_sides(context: Context, claim: Claim) -> Iterator[Finding]:
    sound = [(n, e) for n, e in enumerate(claim.evidence) if e.origin and e.damage != "sense"]
    groups = context.groups
    support: dict[str, int] = {}
    for number, e in sound:
        if e.stance == "supports" and e.origin:
            support.setdefault(groups[e.origin], number)
    for number, e in sound:
        if e.stance == "refutes" and e.aspect in ("fact", "credit") and e.origin:
            first = support.get(groups[e.origin])
            if first is not None:
                place = context.records.place("claims", claim.id, "evidence", number, "origin")
                yield from origin_on_both_sides(place, e.origin, first)


def _damaged(context: Context, claim: Claim) -> Iterator[Finding]:
    figures = context.verified.figures.get(claim.id)
    if figures is None or not figures.for_:
        return
    records = context.records
    carriers = {e.source for e in counted(claim, records.sources, records.origins, context.groups)}
    if not carriers <= context.garbled:
        return
    if figures.for_ > 1 and not figures.against:
        message = "garbled documents alone carry this claim, and it stands"
        hint = "find support in an intact document, or credit the damaged ones with one origin"
    elif context.english and not _DAMAGED_COPY.search(claim.bottom_line):
        message = "garbled documents alone carry this claim, and the bottom line does not say so"
        hint = "say “by a damaged copy” in the bottom line"
    else:
        return
    place = records.place("claims", claim.id, "bottom_line")
    yield from carried_by_damaged_copies(place, message, hint)
