"""A web site on loopback whose pages a test sets, and a fetcher that may read nothing else."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from generator.web.fetching import Fetcher, Limits
from tests.specimens import TINY_TEXTS

Run = Callable[..., tuple[int, str, str]]
"""Calls `factcheck` with some words: its exit code, and what it printed and complained of."""

LOOPBACK = "127.0.0.1"
QUICK = Limits(connect=2.0, read=2.0, total=5.0)


@dataclass(frozen=True)
class Answer:
    """What the site answers at one path."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


Act = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """The pages by path, the port, and what was asked for: (host, path, user agent)."""

    port: int
    pages: dict[str, Answer | Act] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def at(self, path: str, host: str = "courier.example.org") -> str:
        """Return the address of a path under some name."""
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """Every path that was asked for, in order, but for robots.txt."""
        return [path for _, path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def served() -> Iterator[Site]:
    """Serve a site until the end of the block; what is not there is answered with 404."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers.get("Host", "").partition(":")[0]
            site.asked.append((host, self.path, self.headers.get("User-Agent", "")))
            page = site.pages.get(self.path, Answer(b"<p>Nothing is here.</p>", 404))
            with suppress(ConnectionError):
                if isinstance(page, Answer):
                    _send(self, page)
                else:
                    page(self)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((LOOPBACK, 0), Handler)
    server.daemon_threads = True
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _send(handler: BaseHTTPRequestHandler, page: Answer) -> None:
    handler.send_response(page.status)
    if page.kind:
        handler.send_header("Content-Type", page.kind)
    handler.send_header("Content-Length", str(len(page.body)))
    for name, value in page.headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(page.body)


def redirect(to: str, status: int = 301) -> Answer:
    """Return an answer that leads elsewhere."""
    return Answer(status=status, headers={"Location": to})


def stands(host: str, port: int) -> list[str]:
    """Return where a name of the tests stands: on loopback, but for those that say otherwise."""
    return {"inside.example.org": ["10.0.0.7"], "half.example.org": [LOOPBACK, "10.0.0.7"]}.get(
        host, [LOOPBACK]
    )


def fetcher(limits: Limits = QUICK) -> Fetcher:
    """Return a fetcher that may connect to loopback alone and never waits out of politeness."""
    return Fetcher(lambda address: address == LOOPBACK, limits, stands, sleep=lambda _: None)


def path(source: str) -> str:
    """Return the path of a source's record."""
    return f"data/sources/{source}.yml"


def page(source: str, old: str = "", new: str = "", around: str = "Buy boots!") -> Answer:
    """Return a source's page: its text, perhaps changed, with adverts and teasers around it."""
    text = (TINY_TEXTS / f"{source}.txt").read_text(encoding="utf-8")
    assert old in text
    title, *lines = text.replace(old, new).splitlines()
    paragraphs = f"<p>{around}</p>".join(f"<p>{line}</p>" for line in lines)
    html = (
        f"<html><head><title>{title}</title></head><body><nav>{around}</nav><article>"
        f"<h1>{title}</h1>{paragraphs}</article><aside>{around}</aside></body></html>"
    )
    return Answer(html.encode())
