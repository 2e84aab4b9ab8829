"""A web server on loopback that packs what it sends, as hosts of static sites do."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

PACKED = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}


class Packing(SimpleHTTPRequestHandler):
    """Answers with packed text, and with the site's own 404.html for what is not there."""

    protocol_version = "HTTP/1.1"  # so that a connection stays open

    def handle(self) -> None:
        """Answer until the browser leaves, which may be in the middle of a connection."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Send a file of the folder, or the page that says it is not there."""
        root = Path(self.directory).resolve()
        file = (root / unquote(urlsplit(self.path).path).lstrip("/")).resolve()
        if file.is_dir():
            file /= "index.html"
        found = file.is_file() and file.is_relative_to(root)
        self._answer(
            *((HTTPStatus.OK, file) if found else (HTTPStatus.NOT_FOUND, root / "404.html"))
        )

    def _answer(self, status: HTTPStatus, file: Path) -> None:
        kind = PACKED.get(file.suffix)
        body = _packed(file) if kind else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", kind or self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if kind:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the figures are enough."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, which may be filled later, and give the address that it stands at."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@cache
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)
