"""What pages are: a path, front matter and a body that no Markdown reader changes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator import text

_WHOLE = re.compile(r"[\w.~:/@!$&()*+,;=%\[\]-]*", re.ASCII)
START = "_page"
"""The id of the element that holds a page of ours: the record of none has an id like it."""


@dataclass(frozen=True)
class Settings:
    """What the pages need to know that is not in the records; read on the top floor only.

    `repo_url` is the address of the repository, empty where there is none; `drafts` says whether
    claims without `published` have pages (they do in a preview, never in a build). `site_url` is
    the address of the site, ending in a slash, empty where it is not known; `share_cards` is the
    number of claims above which they have no cards of their own, nought for no cards at all.
    """

    repo_url: str = ""
    drafts: bool = False
    site_url: str = ""
    share_cards: int = 500

    def __post_init__(self) -> None:
        """Raise ValueError, one sentence, for an address that leads nowhere."""
        for name in ("repo_url", "site_url"):
            try:
                _ = getattr(self, name) and text.url(getattr(self, name))
            except ValueError as error:
                raise ValueError(f"{name} ({name.upper()}): {error}") from None
        if not _WHOLE.fullmatch(self.site_url) or "/../" in self.site_url:
            raise ValueError("site_url (SITE_URL): it has no query, no fragment and no `..`")


@dataclass(frozen=True)
class Page:
    """One page: where it stands, what its front matter says, and its body.

    `path` is relative to the folder of pages and ends in `.md`; `updated` is the day
    (`2026-11-22`) of the last change that readers see, empty where none is known. `indexed` is the
    part of the body by which a search should find the page, empty for all of it.
    """

    path: str
    front_matter: Mapping[str, object]
    body: str
    in_nav: bool = False
    updated: str = ""
    indexed: str = ""

    def text(self) -> str:
        """Return the whole Markdown file, front matter included."""
        return f"{text.front_matter(self.front_matter)}\n{self.body}\n"


def address(path: str) -> str:
    """Return where a page or file is met: `a/b.md` and `a/b/index.html` are both at `a/b/`."""
    if path.endswith(".md"):
        path = f"{path.removesuffix('.md').removesuffix('/index')}/index.html"
    return path.removesuffix("index.html")


@dataclass(frozen=True)
class Asset:
    """A file that stands beside the pages as it is, such as a style sheet."""

    path: str
    content: bytes = field(repr=False)
