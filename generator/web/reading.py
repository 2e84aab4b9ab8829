"""A page as it stands now, from its address to its text."""

from dataclasses import dataclass

from generator.evidence.watching import Seen
from generator.web.article import article, looks
from generator.web.fetched import Fetched, Unread
from generator.web.fetching import Fetcher

_GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads pages with one fetcher."""

    fetcher: Fetcher

    def see(self, address: str) -> Seen:
        """What stands at an address now; raises Unread where nobody can say."""
        page = self.fetcher.fetch(address)
        if page.status in _GONE:
            return Seen(page.address, page.moved, gone=True)
        return Seen(page.address, page.moved, looks(_read(page)))

    def text(self, address: str) -> str:
        """The text of the article at an address; raises Unread where there is none."""
        return article(_read(self.fetcher.fetch(address)))


def _read(page: Fetched) -> Fetched:
    if not 200 <= page.status < 300:
        raise Unread(f"the server answers {page.status}")
    return page
