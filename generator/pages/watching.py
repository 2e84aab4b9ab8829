"""What a comparison of a source's live page with what we quote from it found, as readers are told.

It is what was found there on one day, the first on which it was, and no more. A sentence that was
not found may never have stood there, or be kept from us by a log-in, a question or scripts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.watching import cited
from generator.pages import words
from generator.records.quotation import Quotation
from generator.records.source import Archived, Source


@dataclass(frozen=True)
class Live:
    """Where a reader can look for a source's words now, and what was found there, from which day.

    `url` is empty where no address is known to lead to them; `copy` is the archived copy that takes
    the place of a page that is gone.
    """

    status: str = ""
    day: str = ""
    url: str = ""
    copy: Archived | None = None

    @property
    def gone(self) -> bool:
        """Whether no page was found at the address."""
        return self.status == "gone"


def live(source: Source) -> Live:
    """Return where a source's page is to be found: at its address, or, if gone, in a copy.

    Where a page moved its own address leads on; we do not put another in its place.
    """
    url = "" if source.url == "unknown" else source.url
    watched = source.watched
    if watched is None:
        return Live(url=url)
    copy = _latest(source) if watched.status == "gone" else None
    if watched.status == "gone":
        url = copy.url if copy else ""
    return Live(watched.status, words.day(watched.on), url, copy)


def _latest(source: Source) -> Archived | None:
    """Return the copy that was stored last; the first of those without a day."""
    dated = [(copy.date.latest, copy) for copy in source.archived if copy.date and copy.date.known]
    copies = [max(dated, key=lambda one: one[0])[1]] if dated else source.archived
    return next(iter(copies), None)


def told(source: Source, quoted: Sequence[Quotation]) -> str:
    """Return in one sentence what a comparison found, and on which day first; or nothing.

    `quoted` is what the page of the source shows, which may be more or less than was compared: a
    sentence that only a draft quotes is not counted.
    """
    watched = source.watched
    if watched is None:
        return ""
    day = words.day(watched.on)
    if watched.status == "gone":
        return f"On {day} we did not find the page at this address."
    if watched.status == "changed":
        if lost := _lost(source, quoted):
            number = words.small(len(lost))
            return f"On {day} we did not find {number} of the sentences quoted here on the page."
        return f"On {day} we did not find on the page every sentence that was then quoted."
    stood = "every sentence that was then quoted stood"
    if watched.status == "moved":
        return f"On {day} this address led to another{f', where {stood}' if quoted else ''}:"
    return f"On {day} {f'{stood} on the page' if quoted else 'we found a page at this address'}."


def missing(source: Source, piece: Quotation) -> str:
    """Return in one sentence what of a quotation was not found on the page; or nothing."""
    lost = _lost(source, [piece])
    if not source.watched or not lost:
        return ""
    what = "this" if len(lost) == len(cited(source, [piece])) else "a part of this"
    return f"On {words.day(source.watched.on)} we did not find {what} on the live page."


def _lost(source: Source, quoted: Sequence[Quotation]) -> list[str]:
    """Return the anchors of the sentences quoted that were not found on the page."""
    if not source.watched or not source.watched.missing:
        return []
    anchors = (one.anchor for one in cited(source, quoted))
    return [anchor for anchor in anchors if anchor in source.watched.missing]
