"""What one sound state of the records gives: its pages, and all that finishes one in a builder."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.evidence.archive import Archive
from generator.pages import feed, handwritten
from generator.pages.lighter import lighter
from generator.pages.page import Asset, Page, Settings
from generator.pages.policy import with_policy
from generator.pages.sharing.tags import Sharing

_NO_DAY = "1970-01-01"  # a sitemap's packing needs some day, and the clock gives another each time


@dataclass(frozen=True)
class Edition:
    """An archive with everything that was made of it, under these settings."""

    archive: Archive
    settings: Settings
    made: list[Page | Asset]

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every generated page, by its path."""
        return {page.path: page for page in self.made if isinstance(page, Page)}

    @cached_property
    def _sharing(self) -> Sharing:
        return Sharing(self.archive, self.settings, frozenset(made.path for made in self.made))

    @cached_property
    def _last_day(self) -> str:
        return max(map(_day, self.pages.values()), default="") or _NO_DAY

    def day(self, page: Page | None) -> str:
        """Return the day on which a page changed; for a hand-written one, the last of all days."""
        return (_day(page) if page else "") or self._last_day

    def filled(self, path: str, markdown: str) -> str:
        """Return a hand-written page with its computed parts and verdicts in place."""
        return handwritten.fill(self.archive, path, markdown, self.settings)

    def tagged(self, html: str, url: str) -> str:
        """Return a built page that says in its head what a link to it shows, and names the feed."""
        return self._sharing.tagged(feed.linked(html, url, self.settings), url)


def finished(html: str, brought: Iterable[str] = ()) -> str:
    """Return a whole built page with its policy and without what no browser shows.

    `brought` are the texts that are not the theme's, such as the content: none of their scripts
    is let run.
    """
    return lighter(with_policy(html, brought))


def _day(page: Page) -> str:
    """Return the day of a page if it is written as a sitemap needs it, else nothing."""
    try:
        return date.fromisoformat(page.updated).isoformat()
    except ValueError:
        return ""
