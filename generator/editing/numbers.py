"""Every number and date of a claim's first lines stands in its evidence, or it is said why."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise

from generator.editing import counting
from generator.editing.amounts import MONTHS, WEEKDAYS, Amount, amounts, may_have_amounts
from generator.editing.context import Context
from generator.editing.vouching import Known
from generator.editing.words import Line, is_english
from generator.findings import Facts, Finding, Place, rule
from generator.records.claim import Claim

_SINGULAR = re.compile(
    r"\b(?:(?:an?|one|the|another|this|that) (?:[\w’'-]+ ){0,4}?(?:person|official|aide|source|"
    r"lawmaker|diplomat|adviser|advisor|insider|man|woman|member|minister|officer|spokes\w+)\b"
    r"(?! (?:sources|officials))|(?:someone|somebody|he|she)\b)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\s+(?:close|familiar|briefed|who|with|in|of|from|to|at|on|near|inside)\b")


@rule("W712")
def number_from_nowhere(place: Place, message: str, hint: str = "") -> Facts:
    """Each number, date and sum in claim, short form or bottom line stands in its evidence.

    A number is what readers carry away, and what a slip changes most easily. So it stands in a
    passage or excerpt of the record, or follows from `made`, `event` or the date of an origin, or
    `inferred` says how we know it. Our own counts of documents and newsrooms are computed.

    Bad:
        bottom_line: Nine officials told the paper.    # the passage has “eight officials”
    Good:
        bottom_line: Eight officials told the paper.
    """
    yield place, message, hint or "quote the sentence that has it, or say in `inferred` how we know"


@rule("W713")
def count_of_the_unnamed(place: Place, count: int, label: str, where: str) -> Facts:
    """How many unnamed people speak stands in the passage itself, or is `unstated`.

    Nobody can ask the unnamed how many they were. A number taken from another report, or guessed
    from a plural, makes one official look like several.

    Bad:
        speaker: {anonymous: officials, count: 4}    # passage: Officials said so.
    Good:
        speaker: {anonymous: officials, count: unstated}
    """
    hint = "write `count: unstated`, or quote the sentence that has the number"
    yield place, f"the number {count} of “{label}” stands in no {where}", hint


def findings(context: Context, claim: Claim, lines: Sequence[Line]) -> Iterator[Finding]:
    """Yield the numbers of a claim's first lines, and of its unnamed speakers, without support."""
    if not context.english:
        return
    known = Known(context, claim)
    for line in lines:
        quotes = line.own != line.text  # and what is quoted has numbers too
        if not quotes and not may_have_amounts(line.text, line.parts):
            continue
        for message, hint in _faults(context, known, line.text, amounts(line.text)):
            if not context.resolved(claim):
                break  # a missing source or origin may have the date
            place = context.records.place("claims", claim.id, line.key)
            yield from number_from_nowhere(place, message, hint)
    yield from _unnamed(context, claim, known)


def _faults(
    context: Context, known: Known, text: str, found: list[Amount]
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the numbers of one text, and what to do."""
    days = list(_named_days(found, text, known.year))
    with_a_date = {weekday for weekday, _ in days}
    missing = []
    for amount in found:
        shown = text[amount.start : amount.end]
        if amount in with_a_date or known.stands(shown, amount):
            continue
        ours = counting.counted(text, amount)
        limit = counting.most(context, known, ours) if ours and context.complete else None
        if limit and amount.value > limit[0] and not known.vouches(amount):
            yield f"“{shown}” is more than there are: {limit[0]} {limit[1]}", "count again"
        elif not ours and not counting.of_the_held(context, text, amount):
            missing += [] if known.vouches(amount) else [shown]
    if missing:
        shown = ", ".join(dict.fromkeys(f"“{one}”" for one in missing))
        verb = "stands" if len(missing) == 1 else "stand"
        yield f"{shown} {verb} in no passage or excerpt of this record", ""
    for weekday, day in days:
        if day.weekday() != weekday.value:
            shown = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
            yield f"{shown} was a {WEEKDAYS[day.weekday()]}", "mend the day or its weekday"


def _named_days(found: list[Amount], text: str, year: int | None) -> Iterator[tuple[Amount, date]]:
    """Yield each weekday that stands before its date, with that date."""
    for number, (weekday, day) in enumerate(pairwise(found)):
        between = text[weekday.end : day.start]
        if weekday.kind != "weekday" or day.kind != "day" or between.strip(" ,"):
            continue
        after = found[number + 2] if number + 2 < len(found) else None
        if after and _is_year(after) and not text[day.end : after.start].strip(" ,"):
            year = int(after.value)
        if year:
            with suppress(ValueError):
                yield weekday, date(year, *divmod(int(day.value), 100))


def _is_year(amount: Amount) -> bool:
    return amount.kind == "number" and 1000 <= amount.value < 3000


def _unnamed(context: Context, claim: Claim, known: Known) -> Iterator[Finding]:
    who = claim.claimant
    if who.anonymous and who.count and not _says_count(known.evidence, who.count, who.anonymous):
        place = context.records.place("claims", claim.id, "claimant", "count")
        label = who.anonymous
        yield from count_of_the_unnamed(place, who.count, label, "passage of this record")
    for number, e in enumerate(claim.evidence):
        speaker = e.speaker
        if speaker is None or speaker.anonymous is None or speaker.count is None:
            continue
        if not is_english(e.language) and e.translation is None:
            continue
        said = e.words + (f" {e.translation.text}" if e.translation else "")
        said += f" {e.reads_as}" if e.reads_as and e.damage == "words" else ""
        if not _says_count(said, speaker.count, speaker.anonymous):
            keys = ("evidence", number, "speaker", "count")
            place = context.records.place("claims", claim.id, *keys)
            where = "sentence of this " + ("passage" if e.passage else "excerpt")
            yield from count_of_the_unnamed(place, speaker.count, speaker.anonymous, where)


def _says_count(text: str, count: int, label: str) -> bool:
    """Say whether a text has the number of the unnamed; one is also told by the singular."""
    if count == 1:
        heads = _HEAD.split(label, maxsplit=1)[0].split() or [label]
        head = re.escape(heads[-1].removesuffix("s"))
        itself = rf"(?<!\w){head}(?!\w| sources\b| officials\b)"
        if re.search(itself, text, re.IGNORECASE) or _SINGULAR.search(text):
            return True
    return any(a.value == count and a.kind == "number" for a in amounts(text))
