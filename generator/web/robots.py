"""What the robots.txt of a host allows."""

from collections.abc import Callable

import httpx
from protego import Protego

from generator.web.fetched import Fetched, Unread

NAME = "factcheck-watch"
"""The name by which a robots.txt may speak of us."""

LONGEST = 512 * 1024
"""Bytes of a robots.txt that are read. Source: RFC 9309, 2.5, which asks for 500 KiB at least."""

_TOO_MANY_REQUESTS = 429


class Robots:
    """Answers for each host from its robots.txt, which is read once."""

    def __init__(self, get: Callable[[httpx.URL], Fetched]) -> None:
        """Remember how a robots.txt is got: redirects followed, at most LONGEST bytes of it."""
        self._get = get
        self._rules: dict[httpx.URL, Protego | str] = {}

    def ask(self, url: httpx.URL) -> None:
        """Nothing, where the page may be read; else Unread says why not.

        Source: RFC 9309, 2.3.1. A file that does not exist (4xx) allows everything; one that
        cannot be reached (5xx, no answer) forbids everything. Too many requests (429) is taken
        for the second, as is a file behind too many redirects, which the RFC leaves to us.
        """
        place = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        if place not in self._rules:
            self._rules[place] = self._read(place)
        rules = self._rules[place]
        if isinstance(rules, str):
            raise Unread(rules)
        if not rules.can_fetch(str(url), NAME):
            raise Unread(f"the robots.txt of {url.raw_host.decode()} asks that it not be read")

    def _read(self, place: httpx.URL) -> Protego | str:
        """The rules at that place, or why nothing may be read there."""
        try:
            answer = self._get(place)
        except Unread as why:
            return f"no robots.txt can be read first: {why}"
        if 200 <= answer.status < 300:
            return Protego.parse(answer.content.decode("utf-8-sig", "replace"))
        if 400 <= answer.status < 500 and answer.status != _TOO_MANY_REQUESTS:
            return Protego.parse("")
        return f"no robots.txt can be read first: the server answers {answer.status}"
