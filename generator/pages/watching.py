"""What a comparison of a source's live page with what we quote from it found, as readers are told.

It is what stood there on one day, and no more: a comparison does not know why a page changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.watching import cited
from generator.pages import words
from generator.records.quotation import Quotation
from generator.records.source import Archived, Source


@dataclass(frozen=True)
class Live:
    """Where a reader can look for a source's words now, and what was found there last.

    `url` is empty where no address is known to lead to them; `copy` is the archived copy that takes
    the place of a page that is gone.
    """

    status: str = ""
    day: str = ""
    url: str = ""
    copy: Archived | None = None

    @property
    def gone(self) -> bool:
        """Whether the page was gone from its address."""
        return self.status == "gone"


def live(source: Source) -> Live:
    """Return where a source's page is to be found: a moved one elsewhere, a gone one in a copy."""
    url = "" if source.url == "unknown" else source.url
    watched = source.watched
    if watched is None:
        return Live(url=url)
    copy = _latest(source) if watched.status == "gone" else None
    if watched.status == "gone":
        url = copy.url if copy else ""
    return Live(watched.status, words.day(watched.on), watched.to or url, copy)


def _latest(source: Source) -> Archived | None:
    """Return the copy that was stored last; the first of those without a day."""
    dated = [(copy.date.latest, copy) for copy in source.archived if copy.date and copy.date.known]
    copies = [max(dated, key=lambda one: one[0])[1]] if dated else source.archived
    return next(iter(copies), None)


def told(source: Source, quoted: Sequence[Quotation]) -> str:
    """Return in one sentence what the last comparison found; empty where there was none.

    `quoted` is what the page of the source shows: a sentence that only a draft quotes is not told.
    """
    watched = source.watched
    if watched is None:
        return ""
    day = words.day(watched.on)
    if watched.status == "gone":
        return f"On {day} the page was no longer at this address."
    if watched.status == "moved":
        return f"On {day} this address led to another:"
    if lost := _lost(source, quoted):
        number = words.small(len(lost))
        return f"On {day} the page no longer had {number} of the sentences quoted here."
    return f"On {day} every sentence that we quoted from it still stood on the page."


def missing(source: Source, piece: Quotation) -> str:
    """Return in one sentence whether the page had lost what is quoted; empty where it had not."""
    lost = _lost(source, [piece])
    if not source.watched or not lost:
        return ""
    what = "this" if len(lost) == len(cited(source, [piece])) else "a part of this"
    return f"On {words.day(source.watched.on)} {what} was no longer on the page."


def _lost(source: Source, quoted: Sequence[Quotation]) -> list[str]:
    """Return the anchors of the sentences quoted that the page did not have any more."""
    if not source.watched or not source.watched.missing:
        return []
    anchors = (one.anchor for one in cited(source, quoted))
    return [anchor for anchor in anchors if anchor in source.watched.missing]
