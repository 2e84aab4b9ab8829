"""Fetches pages as a careful guest: checked addresses, limits, robots.txt, one request a second."""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace

import httpcore
import httpx

from generator import __version__
from generator.web.addresses import Allowed, Resolve, public, resolve
from generator.web.connecting import Deadline, Transport
from generator.web.fetched import Fetched, Unread
from generator.web.robots import LONGEST, NAME, Robots
from generator.web.unpacking import PACKING, unpacked

AGENT = f"{NAME}/{__version__} (compares published quotations with the pages they are from)"

_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
    "Accept-Encoding": PACKING,
}
_PERMANENT = (301, 308)
_REDIRECTS = (*_PERMANENT, 302, 303, 307)
_LONGEST_ADDRESS = 2_000
_LONGEST_REASON = 200
_ENCODED = {ord(char): f"%{ord(char):02X}" for char in "|^\\`"}
"""What httpx leaves as it is in an address, and a record does not take."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may cost: seconds, bytes once unpacked, redirects; and the pause of a host."""

    connect: float = 10.0
    read: float = 15.0
    total: float = 60.0
    size: int = 5 * 1024 * 1024
    redirects: int = 5
    pause: float = 1.0


class Fetcher:
    """Fetches one page after another; what it knows of hosts lasts as long as it does."""

    def __init__(
        self,
        allowed: Allowed = public,
        limits: Limits | None = None,
        resolve: Resolve = resolve,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Prepare for fetching; nothing is opened yet.

        Args:
            allowed: which IP addresses may be connected to.
            limits: what a page may cost.
            resolve: gives the IP addresses of a name.
            clock: seconds that never go back.
            sleep: waits for so many of them.
        """
        self._limits = limits or Limits()
        self._clock, self._sleep = clock, sleep
        self._deadline = Deadline(clock)
        self._last: dict[str, float] = {}
        self._robots = Robots(lambda place: self._arrive(place, LONGEST, lambda url: None))
        self._transport = Transport(allowed, resolve, self._deadline)

    def fetch(self, address: str) -> Fetched:
        """The answer at an address, at the end of its redirects.

        Args:
            address: an http or https address.

        Raises:
            Unread: when there is no answer that can be had properly.
        """
        self._deadline.start(self._limits.total)
        try:
            url = httpx.URL(address)
        except httpx.InvalidURL:
            raise Unread("it is no web address") from None
        answer = self._arrive(url, self._limits.size + 1, self._robots.ask)
        if len(answer.content) > self._limits.size:
            raise Unread(f"it is longer than {self._limits.size:,} bytes")
        return answer

    def _arrive(self, url: httpx.URL, most: int, permit: Callable[[httpx.URL], None]) -> Fetched:
        """The answer at the end of the redirects, at most so many bytes; `permit` sees each url."""
        moved, permanent = "", True
        for _ in range(self._limits.redirects + 1):
            _fit(url)
            permit(url)
            answer, location = self._get(url, most)
            if not location:
                return replace(answer, moved=moved)
            try:
                url = url.join(location)
            except httpx.InvalidURL:
                raise Unread("it redirects to something that is no web address") from None
            permanent = permanent and answer.status in _PERMANENT
            moved = str(url).translate(_ENCODED) if permanent else moved
        raise Unread(f"it redirects more than {self._limits.redirects} times")

    def _get(self, url: httpx.URL, most: int) -> tuple[Fetched, str]:
        """The answer to one request, and where it redirects to, empty for nowhere."""
        self._wait(url.host)
        limits = httpx.Timeout(self._limits.read, connect=self._limits.connect)
        request = httpx.Request(
            "GET", url, headers=_HEADERS, extensions={"timeout": limits.as_dict()}
        )
        try:
            with closing(self._transport.handle_request(request)) as response:
                return self._answer(url, response, most)
        except httpcore.TimeoutException:
            self._deadline.within(None)
            raise Unread(f"{_name(url)} does not answer in time") from None
        except httpcore.NetworkError as error:
            raise Unread(f"{_name(url)} cannot be reached: {error}"[:_LONGEST_REASON]) from None
        except httpcore.ProtocolError:
            raise Unread(f"{_name(url)} breaks off, or does not speak HTTP as it should") from None

    def _answer(self, url: httpx.URL, response: httpx.Response, most: int) -> tuple[Fetched, str]:
        """What a response says; its body is read only where its status is one of success."""
        status, headers = response.status_code, response.headers
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        answer = Fetched(str(url), "", status, kind, response.charset_encoding or "")
        if status in _REDIRECTS:
            location = headers.get("location", "")
            if not location:
                raise Unread("it redirects, and does not say whereto")
            return answer, location
        if not 200 <= status < 300:
            return answer, ""
        packing = headers.get("content-encoding", "").strip().lower()
        content = unpacked(response.iter_raw(), packing, most)
        return replace(answer, content=content), ""

    def _wait(self, host: str) -> None:
        """Return when the host's pause since the last request is over; that time is ours."""
        now = self._clock()
        rest = self._last.get(host, now - self._limits.pause) + self._limits.pause - now
        if rest > 0:
            self._sleep(rest)
            self._deadline.extend(self._clock() - now)
        self._last[host] = self._clock()


def _name(url: httpx.URL) -> str:
    """The host in the letters that it is looked up by."""
    return url.raw_host.decode("ascii")


def _fit(url: httpx.URL) -> None:
    """Nothing, where the address is one that may be asked; else Unread says why not."""
    if url.scheme not in ("http", "https"):
        raise Unread(f"it leads to an address that is not http or https: {url.scheme[:20]}:")
    if not url.host:
        raise Unread("it leads to an address without a host")
    if url.userinfo:
        raise Unread("it leads to an address with a user name")
    if len(str(url)) > _LONGEST_ADDRESS:
        raise Unread(f"it leads to an address of more than {_LONGEST_ADDRESS:,} characters")
