"""A page as it stands now, from its address to its text or to what has become of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.evidence.watching import Outcome, Seen, compare
from generator.records.quotation import Quotation
from generator.records.source import Source
from generator.web.article import article, looks
from generator.web.fetched import Fetched, Unread
from generator.web.fetching import Fetcher
from generator.web.worker import Worker

_GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads pages with one fetcher, and takes them apart in a process that has a limit.

    What a server sends may be made to keep a parser, or a comparison, at work for hours.
    """

    fetcher: Fetcher
    worker: Worker = field(default_factory=Worker)

    def compare(self, source: Source, pieces: Sequence[Quotation]) -> Outcome:
        """What has become of a source's page; raises Unread where nobody can say.

        Args:
            source: the source, with an address.
            pieces: every quotation from it.
        """
        page = self.fetcher.fetch(source.url)
        if page.status in _GONE:
            return compare(source, pieces, Seen(page.address, page.moved, gone=True))
        return self.worker.call(_compared, source, pieces, _read(page))

    def text(self, address: str) -> str:
        """The text of the article at an address; raises Unread where there is none."""
        return self.worker.call(article, _read(self.fetcher.fetch(address)))


def _compared(source: Source, pieces: Sequence[Quotation], page: Fetched) -> Outcome:
    return compare(source, pieces, Seen(page.address, page.moved, looks(page)))


def _read(page: Fetched) -> Fetched:
    if not 200 <= page.status < 300:
        raise Unread(f"the server answers {page.status}")
    return page
