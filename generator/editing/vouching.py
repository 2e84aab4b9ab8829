"""What a record vouches for: the numbers and dates of its passages, and the days that it knows."""

import re
from functools import cached_property

from generator.editing.amounts import MONTHS, Amount, amounts
from generator.editing.context import Context
from generator.records.claim import Claim
from generator.records.scalars import Date

_LONGEST_SPAN = 10
"""Days that a dated range may have to vouch for each day in it."""

_MONTH = rf"(?:{'|'.join(f'{month}|{month[:3]}' for month in MONTHS)})\b"
_GOES_ON = re.compile(
    r"[\s-]?(?:%|per ?cent|(?:dozen|hundred|thousand|[mb]illion|trillion)\b)|[.,]?\d"
    rf"|(?:\s?(?:[-–]|to|or|and)\s?\d\d?)?\s(?:of\s)?{_MONTH}"
)
_BEHIND_MONTH = re.compile(rf"{_MONTH}\.?\s$")


class Known:
    """The numbers that the evidence of a claim has, and the dates of its record."""

    def __init__(self, context: Context, claim: Claim) -> None:
        self.context, self.claim = context, claim

    @property
    def named(self) -> set[str]:
        """The sources that the record quotes or lists as read."""
        return {e.source for e in self.claim.evidence} | set(self.claim.looked_in)

    @property
    def year(self) -> int | None:
        """The year in which the claim was made, where that is known."""
        first, last = self.claim.made.earliest.year, self.claim.made.latest.year
        return first if first == last else None

    @cached_property
    def evidence(self) -> str:
        """Every passage, excerpt and translation of the record, and what it infers."""
        texts = [*self.claim.inferred]
        for e in self.claim.evidence:
            texts.append(e.words)
            if e.translation:
                texts.append(e.translation.text)
        return "\n".join(texts)

    @cached_property
    def amounts(self) -> list[Amount]:
        """The numbers and dates of all that."""
        return amounts(self.evidence)

    @cached_property
    def dates(self) -> list[Date]:
        """The dates that the record, its origins and its sources carry, and the site's `as_of`."""
        records = self.context.records
        found = [self.claim.made, *([self.claim.event.date] if self.claim.event else [])]
        for e in self.claim.evidence:
            origin = records.origins.get(e.origin or e.credits or "")
            source = records.sources.get(e.source)
            found += [origin.date] if origin and origin.date else []
            found += [source.published.date] if source else []
        found += [records.site.as_of] if records.site else []
        return [date for date in found if date.known]

    def stands(self, shown: str, amount: Amount) -> bool:
        """Say whether an amount stands in the evidence letter by letter, or need not stand there.

        A one need not: it is an article as often as a number.
        """
        if amount.kind == "number" and amount.value == 1:
            return True
        return amount.kind != "share" and self._has(shown)

    def vouches(self, amount: Amount) -> bool:
        """Say whether the evidence has this amount in any words, or a date makes it follow."""
        if any(_same(amount, other) for other in self.amounts):
            return True
        return any(_follows(amount, date) for date in self.dates)

    def _has(self, shown: str) -> bool:
        """Say whether the evidence has these words or digits, and as a number of their own."""
        text, size = self.evidence, len(shown)
        at = text.find(shown)
        while at >= 0:
            before, after = text[at - 1 : at], text[at + size : at + size + 1]
            whole = not (before.isalnum() or before in (".", ",", "-") or after.isalnum())
            if whole and not _GOES_ON.match(text, at + size) and not _is_a_day(text, at, shown):
                return True
            at = text.find(shown, at + 1)
        return False


def _is_a_day(text: str, at: int, shown: str) -> bool:
    """Say whether the digits that stand there are the day of a month that stands before them."""
    few = len(shown) <= 2 and shown.isdecimal()
    return few and _BEHIND_MONTH.search(text, max(0, at - 11), at) is not None


def _same(one: Amount, other: Amount) -> bool:
    """Say whether what the evidence has (`other`) vouches for what the claim has."""
    if one.kind == "month" and other.kind == "day":
        return one.value == other.value // 100
    if one.kind == "many":
        return other.kind in ("many", "number", "money") and other.value >= one.value
    if one.kind == "share":
        return other.kind == "share" and abs(one.value - other.value) <= 0.5
    sums = ("number", "money")
    alike = one.kind == other.kind or (one.kind in sums and other.kind in sums)
    return alike and one.value == other.value


def _follows(amount: Amount, date: Date) -> bool:
    """Say whether a date of the record, if short enough a span, has this day, month or year."""
    first, last = date.earliest, date.latest
    if amount.kind == "day":
        if (last - first).days > _LONGEST_SPAN:
            return False
        start, end = 100 * first.month + first.day, 100 * last.month + last.day
        past_new_year = end < start and (amount.value >= start or amount.value <= end)
        return start <= amount.value <= end or past_new_year
    if amount.kind == "weekday":
        return first == last and first.weekday() == amount.value
    if amount.kind == "month":
        return (first.year, first.month) == (last.year, last.month) and first.month == amount.value
    return amount.kind == "number" and first.year == last.year == amount.value
