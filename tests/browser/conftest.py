"""A headless Chromium and a web server on loopback, for the tests in this folder."""

import gzip
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from tests.browser.visits import EXTREMES, SITE_URL, Answer, Site
from tests.pages.sites import ROOT, SMALL, build_site

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW_TO = (
    "no Chromium or Chrome with its chromedriver; Debian: apt-get install chromium chromium-driver"
)
FLAGS = (
    "--headless=new",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--hide-scrollbars",
    "--no-default-browser-check",
    "--no-first-run",
    "--window-size=1280,900",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder carries the mark `browser`."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """One headless browser with a profile of its own, closed after the last test."""
    found = find_browser()
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(HOW_TO)
        pytest.skip(HOW_TO)
    driver = Chrome(
        options=options(found[0], tmp_path_factory.mktemp("profile")),
        service=Service(executable_path=found[1]),  # given, so that selenium looks for none
    )
    driver.set_page_load_timeout(30)
    yield driver
    driver.quit()


@pytest.fixture
def browser(chromium: Chrome) -> Chrome:
    """The browser on an empty page, 1280 by 900, with nothing in its logs."""
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.get("about:blank")
    for kind in ("browser", "performance"):
        chromium.get_log(kind)  # reading it empties it
    return chromium


@pytest.fixture
def viewport(browser: Chrome) -> Callable[[int, int], None]:
    """A function that gives the page exactly this width and height, however narrow."""

    def resize(width: int, height: int) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    return resize


@pytest.fixture
def requested(browser: Chrome) -> Callable[[], list[str]]:
    """A function that lists every address the pages asked for since it was last called."""

    def read() -> list[str]:
        events = [
            json.loads(entry["message"])["message"] for entry in browser.get_log("performance")
        ]
        sent = [event for event in events if event["method"] == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in sent]

    return read


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """A function that serves a folder under a sub-path and returns its address.

    `serve(folder)` → `http://127.0.0.1:PORT/some-repo/`; a page that is not there gets the
    folder's 404.html, as on GitHub Pages. Every server stops after the last test.
    """
    with ExitStack() as servers:

        def start(folder: Path, prefix: str = "/some-repo/") -> str:
            handler = partial(SubPath, prefix=prefix, directory=str(folder))
            server = servers.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), handler))
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            servers.callback(thread.join)
            servers.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}{prefix}"

        yield start


@pytest.fixture(scope="session")
def sites() -> Iterator[Callable[[Path], Site]]:
    """A function that serves a built site as a good host does: compressed, under /sub/path/."""
    with ExitStack() as servers:

        def start(folder: Path) -> Site:
            answers: list[Answer] = []
            handler = partial(
                Compressed, prefix=urlsplit(SITE_URL).path, directory=str(folder), answers=answers
            )
            server = servers.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), handler))
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            servers.callback(thread.join)
            servers.callback(server.shutdown)
            address = f"http://127.0.0.1:{server.server_port}{urlsplit(SITE_URL).path}"
            return Site(folder, address, answers)

        yield start


@pytest.fixture(scope="session")
def our_site(tmp_path_factory: pytest.TempPathFactory, sites: Callable[[Path], Site]) -> Site:
    """The site of this repository's own records, built for the address that it is served at."""
    folder = tmp_path_factory.mktemp("ours") / "site"
    build_site(ROOT, folder, SITE_URL=SITE_URL)
    return sites(folder)


@pytest.fixture(scope="session")
def extremes(tmp_path_factory: pytest.TempPathFactory, sites: Callable[[Path], Site]) -> Site:
    """The site of the longest, shortest and strangest records."""
    folder = tmp_path_factory.mktemp("extremes") / "site"
    build_site(EXTREMES, folder)
    return sites(folder)


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory, sites: Callable[[Path], Site]) -> Site:
    """The small archive, which has a claim of each verdict, in the colours of the real site."""
    root = tmp_path_factory.mktemp("village") / "root"
    shutil.copytree(SMALL, root)
    shutil.copy(EXTREMES / "mkdocs.yml", root)
    build_site(root, root / "site")
    return sites(root / "site")


class SubPath(SimpleHTTPRequestHandler):
    """Answers only below its prefix, as a project site on GitHub Pages does."""

    def __init__(self, *args: object, prefix: str, directory: str) -> None:
        self.prefix = prefix
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        below = urlsplit(path).path.removeprefix(self.prefix)
        if below == urlsplit(path).path:
            return str(Path(self.directory) / "nothing-stands-outside-the-prefix")
        return super().translate_path("/" + below)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the tests' own output is enough."""


class Compressed(SubPath):
    """Compresses what can be compressed, and writes down every answer with its bytes."""

    def __init__(self, *args: object, answers: list[Answer], **given: str) -> None:
        self.answers, self.status, self.head = answers, 0, 0
        super().__init__(*args, **given)

    def send_head(self) -> BytesIO | None:
        path = Path(self.translate_path(self.path))
        whole = urlsplit(self.path).path.endswith("/")
        page = path / "index.html" if path.is_dir() and whole else path
        if page.is_file():
            return self.send_body(HTTPStatus.OK, page)
        if path.is_dir():
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{self.path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        missing = Path(self.directory) / "404.html"
        return self.send_body(HTTPStatus.NOT_FOUND, missing)

    def send_body(self, status: HTTPStatus, page: Path) -> BytesIO:
        """Send the headers of a file's compressed bytes, and return these."""
        body, kind = page.read_bytes(), self.guess_type(str(page))
        self.send_response(status)
        if not kind.startswith("image/") or kind.endswith("svg+xml"):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.answers.append(Answer(self.path, status, self.head + len(body)))
        return BytesIO(body)

    def flush_headers(self) -> None:
        self.head = sum(len(line) for line in getattr(self, "_headers_buffer", []))
        super().flush_headers()


def find_browser() -> tuple[str, str] | None:
    """The paths of a browser and of its driver, of one version where there is a choice."""
    driver = shutil.which("chromedriver") or shutil.which(
        "chromedriver", path=os.environ.get("CHROMEWEBDRIVER", "")
    )
    browsers = [path for name in BROWSERS if (path := shutil.which(name))]
    if driver is None or not browsers:
        return None
    wanted = major(driver)
    return next((path for path in browsers if major(path) == wanted), browsers[0]), driver


def major(program: str) -> str:
    """The first number of the version that the program prints, or nothing."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    version = re.search(r"(\d+)\.\d+", said.stdout)
    return version[1] if version else ""


def options(browser: str, profile: Path) -> ChromeOptions:
    """Chromium without a window, updates or accounts, which logs what its pages ask for."""
    chosen = ChromeOptions()
    chosen.binary_location = browser
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        chosen.add_argument(flag)
    if os.geteuid() == 0:
        chosen.add_argument("--no-sandbox")  # Chromium refuses to start as root with it
    chosen.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return chosen
