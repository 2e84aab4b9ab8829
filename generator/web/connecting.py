"""Connections to checked addresses only, and never beyond a deadline."""

import ssl
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from generator.web.addresses import Allowed, Resolve
from generator.web.fetched import Unread


class Deadline:
    """The moment by which a page must be there."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._seconds = self._end = 0.0

    def start(self, seconds: float) -> None:
        """The deadline is so many seconds from now."""
        self._seconds = seconds
        self._end = self._clock() + seconds

    def extend(self, seconds: float) -> None:
        """The deadline is later, for time that was ours and not the server's."""
        self._end += seconds

    def within(self, seconds: float | None) -> float:
        """These seconds, or what is left until the deadline when that is less; Unread when none."""
        left = self._end - self._clock()
        if left <= 0:
            raise Unread(f"it took longer than {self._seconds:g} seconds in all")
        return left if seconds is None else min(seconds, left)


class _Timed(httpcore.NetworkStream):
    """A stream of which no step outlasts the deadline, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        limit = self._deadline.within(timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, limit), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Checked(httpcore.NetworkBackend):
    """Opens connections to exactly the addresses that were checked: a name is resolved once."""

    def __init__(self, allowed: Allowed, resolve: Resolve, deadline: Deadline) -> None:
        self._allowed, self._resolve, self._deadline = allowed, resolve, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            found = self._resolve(host, port)
        except (OSError, UnicodeError):
            raise Unread(f"the name {host} is not known") from None
        if refused := [address for address in found if not self._allowed(address)]:
            raise Unread(f"{host} stands at {refused[0]}, which is no public address")
        last: Exception = Unread(f"the name {host} has no address")
        for address in found:
            limit = self._deadline.within(timeout)
            try:
                stream = self._plain.connect_tcp(address, port, limit, None, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
            else:
                return _Timed(stream, self._deadline)
        raise last

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        raise Unread("a socket of this machine is no public address")


class _Body(httpx.SyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[bytes]:
        yield from self._parts

    def close(self) -> None:
        close = getattr(self._parts, "close", None)
        if close is not None:
            close()


class Transport(httpx.BaseTransport):
    """Sends each request over a connection of its own to an allowed address, within the deadline.

    No proxy is used, for one would resolve names itself. Errors are those of httpcore, and Unread.
    """

    def __init__(self, allowed: Allowed, resolve: Resolve, deadline: Deadline) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_keepalive_connections=0,
            network_backend=_Checked(allowed, resolve, deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to a request without a body; its own body is still to be read."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        sent = httpcore.Request(
            request.method, url, headers=request.headers.raw, extensions=request.extensions
        )
        answer = self._pool.handle_request(sent)
        assert isinstance(answer.stream, Iterable)  # noqa: S101  the pool is not asynchronous
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """All connections are closed."""
        self._pool.close()
