"""MkDocs, ProperDocs and the commands around them, run for real on a microsite of nine claims."""

import base64
import contextlib
import hashlib
import html
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest

from generator.pages.lighter import lighter
from tests.pages.dom import parse

REPOSITORY = Path(__file__).parent.parent
TINY = Path(__file__).parent / "archives" / "tiny"
FACTCHECK = ("-m", "generator.cli")
MKDOCS = ("-m", "mkdocs")
CLAIM = "data/claims/forty-cross-it.yml"
BROKEN = "verdict: splendid"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def entry_point(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that tells Python where the plugin is, whether or not the project is installed."""
    folder = tmp_path_factory.mktemp("installed") / "factcheck_microsite-0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: factcheck-microsite\nVersion: 0\n"
    )
    (folder / "entry_points.txt").write_text(
        "[mkdocs.plugins]\nfactcheck = generator.mkdocs_plugin:FactcheckPlugin\n"
    )
    return folder.parent


class Microsite:
    """A copy of the tiny microsite, and the programs that are run in it."""

    def __init__(self, root: Path, entry_point: Path) -> None:
        self.root = root
        shutil.copytree(TINY, root)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(root.parent),
            "PYTHONPATH": f"{REPOSITORY}{os.pathsep}{entry_point}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "NO_MKDOCS_2_WARNING": "1",
        }

    def start(self, *words: str, **more: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=self.root,
            env=self.environment | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, expect: int = 0, **more: str) -> str:
        """Run Python with these words, check how it ends, and return what it said."""
        with self.start(*words, **more) as process:
            out, err = process.communicate(timeout=60)
        assert process.returncode == expect, out + err
        assert "Traceback" not in err
        return out + err

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def replace(self, path: str, pattern: str, by: str) -> None:
        """Replace the first match of a pattern in a file."""
        before = (self.root / path).read_text("utf-8")
        after, count = re.subn(pattern, lambda _: by, before, count=1, flags=re.M)
        assert count
        self.write(path, after)

    def held(self, folder: str = "site") -> dict[str, bytes]:
        """Return every file of a folder of the microsite, by path."""
        top = self.root / folder
        paths = (path for path in top.rglob("*") if path.is_file())
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in paths}

    def pages(self, folder: str = "site") -> dict[str, str]:
        """Return every HTML page of a folder of the microsite, by path."""
        files = self.held(folder).items()
        return {path: body.decode() for path, body in files if path.endswith(".html")}


@pytest.fixture
def microsite(tmp_path: Path, entry_point: Path) -> Microsite:
    """A fresh copy of the tiny microsite."""
    return Microsite(tmp_path / "micro site", entry_point)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, entry_point: Path) -> Microsite:
    """The tiny microsite built once by `factcheck build`, without any address; only to be read."""
    site = Microsite(tmp_path_factory.mktemp("built") / "site of ours", entry_point)
    site.run(*FACTCHECK, "build")
    return site


class Links(HTMLParser):
    """Collects what a page loads by itself, what it links to, and the anchors it has."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.loads: set[str] = set()
        self.links: set[str] = set()
        self.anchors: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("src", "srcset", "poster", "data", "action", "background"):
                self.loads.add(value or "")
            elif name == "href":
                (self.links if tag == "a" else self.loads).add(value or "")
            elif name == "id":
                self.anchors.add(value or "")


def test_a_strict_build_prints_no_warning(microsite: Microsite) -> None:
    """`mkdocs build --strict` passes and makes a page of every published claim, of no draft."""
    said = microsite.run(*MKDOCS, "build", "--strict")
    assert "WARNING" not in said
    claims = {path.split("/")[1] for path in microsite.pages() if path.startswith("claims/")}
    published = {
        path.stem
        for path in (microsite.root / "data/claims").glob("*.yml")
        if "\npublished:" in path.read_text("utf-8")
    }
    assert claims - {"index.html"} == published
    assert published


def test_both_programs_build_the_same_site(microsite: Microsite, built: Microsite) -> None:
    """`factcheck build` leaves exactly what `mkdocs build` leaves, and nothing beside it."""
    microsite.run(*MKDOCS, "build", "--strict")
    assert microsite.held() == built.held()
    assert {path.name for path in built.root.iterdir()} == {"data", "docs", "mkdocs.yml", "site"}


CLOCK = """
import datetime, time
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=400)
    @classmethod
    def today(cls):
        return cls.now()
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)
datetime.datetime = Later
real = time.time
time.time = lambda: real() + 400 * 86400
"""


def test_builds_are_identical_elsewhere_and_on_another_day(
    tmp_path: Path, entry_point: Path
) -> None:
    """Another path, day, time zone and hash seed change no byte of a site with an address."""
    held = []
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(CLOCK)
    for name, zone, seed in (("a", "Pacific/Kiritimati", "1"), ("b/deeper", "America/Adak", "99")):
        site = Microsite(tmp_path / name, entry_point)
        if name != "a":
            site.environment["PYTHONPATH"] += f"{os.pathsep}{clock}"
        address = "https://example.org/some-repo/"
        site.replace("mkdocs.yml", "^theme:", 'site_url: !ENV [SITE_URL, ""]\ntheme:')
        site.run(*FACTCHECK, "build", TZ=zone, PYTHONHASHSEED=seed, SITE_URL=address)
        held.append(site.held())
    assert held[0] == held[1]
    assert b"2024-03-1" in held[0]["sitemap.xml"]


@pytest.mark.parametrize("address", ["", "https://example.org/some-repo/"])
def test_every_link_leads_somewhere_under_a_sub_path(
    microsite: Microsite, built: Microsite, address: str
) -> None:
    """Whatever the site's address, no link of a page leaves its sub-path or leads nowhere."""
    site = built
    if address:
        site = microsite
        site.write("mkdocs.yml", f"site_url: {address}\n" + (TINY / "mkdocs.yml").read_text())
        site.run(*FACTCHECK, "build")
    pages, files = site.pages(), set(site.held())
    anchors = {path: Links(page).anchors for path, page in pages.items()}
    for path, page in pages.items():
        if path == "404.html":
            continue  # served at any address, so its links are absolute
        found = Links(page)
        for link in found.links | found.loads:
            target, fragment = urldefrag(urljoin(f"http://host/some-repo/{path}", link))
            if urlsplit(target).netloc not in ("host", "example.org") or not link:
                continue
            assert urlsplit(target).path.startswith("/some-repo/"), (path, link)
            file = urlsplit(target).path.removeprefix("/some-repo/")
            file += "index.html" if file.endswith("/") or not file else ""
            assert file in files, (path, link)
            if fragment and not fragment.startswith((":", "__")):
                assert fragment in anchors[file], (path, link)


def test_no_page_loads_anything_from_elsewhere(built: Microsite) -> None:
    """Nothing that a page or a style sheet loads by itself has an address on another host."""
    for path, page in built.pages().items():
        outside = {load for load in Links(page).loads if "//" in load}
        assert not outside, path
    for path, body in built.held().items():
        if path.endswith(".css"):
            assert not re.search(rb"url\(\s*['\"]?(https?:)?//|@import", body), path


def test_hostile_words_are_shown_as_typed(microsite: Microsite) -> None:
    """A hostile claim shows as typed in title, heading, description and search, and adds no tag."""
    typed = '<script>alert(1)</script> {: onclick="x" } {{ 7*7 }} "A" & \'b\' *c* &lt; ](x) `d`'
    bottom = "</title><img src=x onerror=y> {% raw %} &amp; done."
    microsite.replace(CLAIM, r"^claim: .*\n(?:  .*\n)*", f"claim: {json.dumps(typed)}\n")
    microsite.replace(
        CLAIM, r"^bottom_line: .*\n(?:  .*\n)*", f"bottom_line: {json.dumps(bottom)}\n"
    )
    microsite.run(*FACTCHECK, "build")
    page = microsite.pages()["claims/forty-cross-it/index.html"]
    for pattern in (
        r"<title>(.*?)</title>",
        r"<h1>(.*?)</h1>",
    ):
        found = re.search(pattern, page, re.DOTALL)
        assert found
        assert typed in html.unescape(re.sub(r"<.*?>", "", found[1]))
    described = re.search(r'<meta name="description" content="(.*?)">', page)
    assert described
    assert bottom in html.unescape(described[1])
    assert "<script>alert" not in page
    assert "onerror=y>" not in page
    index = json.loads(microsite.held()["search/search_index.json"])["docs"]
    entry = next(one for one in index if one["location"] == "claims/forty-cross-it/")
    assert typed in html.unescape(entry["title"])
    assert typed in html.unescape(entry["text"])
    assert "<script" not in entry["title"] + entry["text"]


POLICY = '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '


def test_every_built_page_has_a_policy(built: Microsite) -> None:
    """What a page may load and run is said before it can load anything, on 404.html too."""
    pages = built.pages()
    assert "404.html" in pages
    assert [path for path, page in pages.items() if POLICY not in page] == []


def test_another_plugin_comes_before_the_policy(microsite: Microsite) -> None:
    """A script that a hook of the site puts into its pages is one that the policy knows."""
    microsite.write(
        "hook.py",
        "def on_post_page(output, page, config):\n"
        "    return output.replace('</body>', '<script>greet()</script></body>')\n",
    )
    config = (microsite.root / "mkdocs.yml").read_text("utf-8")
    microsite.write("mkdocs.yml", f"{config}\nhooks: [hook.py]\n")
    microsite.write("docs/index.md", "# Home\n\n<script>typed()</script>\n")
    microsite.run(*FACTCHECK, "build")
    page = microsite.pages()["index.html"]
    policy = page.partition(POLICY)[2].partition(">")[0]
    assert "<script>typed()</script>" in page
    for script, runs in (("greet()", True), ("typed()", False)):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert (digest in policy) == runs, script


def test_a_title_brings_no_script_into_any_page(microsite: Microsite) -> None:
    """Themes print titles as they are, on every page that names one: ours hold no script."""
    typed = "<script>named()</script>"
    microsite.write(
        "docs/one.md", f"---\ntitle: 'a</title>{typed}'\nauthor: '{typed}'\n---\n\n# One\n"
    )
    heading = html.escape(f"b</title>{typed}")
    microsite.write("docs/two.md", f"# {heading}\n")
    microsite.run(*FACTCHECK, "build")
    pages = microsite.pages()
    assert "named()" in html.unescape(pages["404.html"])
    assert [path for path, page in pages.items() if typed in page] == []
    for path, title in (("one", f"a</title>{typed}"), ("two", f"b</title>{typed}")):
        assert parse(pages[f"{path}/index.html"]).text.count(title) >= 2


def test_the_own_theme_of_a_site_goes_before_ours(microsite: Microsite) -> None:
    """A template in `custom_dir` is taken instead of ours, and ours instead of Material's."""
    microsite.replace("mkdocs.yml", "^  name: material", "  name: material\n  custom_dir: own")
    microsite.write(
        "own/404.html", '{% extends "main.html" %}{% block content %}Gone{% endblock %}'
    )
    microsite.run(*FACTCHECK, "build")
    lost = microsite.pages()["404.html"]
    assert "Gone" in lost
    assert "Nothing stands at this address" not in lost
    assert '<p class="fc-footer">' in lost
    assert POLICY in lost
    assert not [path for path in microsite.held() if "readme" in path.lower()]


def test_another_theme_than_material_is_left_as_it_is(microsite: Microsite) -> None:
    """A site with another theme is built without anything that we made for Material."""
    microsite.replace("mkdocs.yml", "^  name: material\n  font: false", "  name: mkdocs")
    microsite.run(*FACTCHECK, "build")
    assert "assets/javascripts/header.js" not in microsite.held()
    assert [path for path, page in microsite.pages().items() if "fc-footer" in page] == []


CLASHES = {
    "docs/claims/bridge-closed.md": "docs/claims/bridge-closed.md and the generated "
    "claims/bridge-closed.md have one address, /claims/bridge-closed/",
    "docs/claims/bridge-closed/index.html": "have one address, /claims/bridge-closed/",
    "docs/Claims/bridge-closed.md": "have addresses that differ only in case",
    "docs/index/index.md": "",
    "docs/assets/factcheck.css": "have one address, /assets/factcheck.css",
}


@pytest.mark.parametrize(("path", "message"), CLASHES.items())
def test_two_files_with_one_address_are_an_error(
    microsite: Microsite, path: str, message: str
) -> None:
    """A hand-written file at the address of a generated one stops build and stage alike."""
    microsite.write("site/index.html", "the old site")
    microsite.write(path, "# Mine")
    code = 1 if message else 0
    assert message in microsite.run(*MKDOCS, "build", expect=code)
    assert message in microsite.run(*FACTCHECK, "stage", "staged", expect=code)
    if message:
        assert microsite.held() == {"index.html": b"the old site"}
        assert not (microsite.root / "staged").exists()


def test_two_hand_written_pages_with_one_address_are_an_error(microsite: Microsite) -> None:
    """`about.md` and `about/index.md` are named, for one would silently overwrite the other."""
    microsite.write("docs/about.md", "# One")
    microsite.write("docs/about/index.md", "# Other")
    said = microsite.run(*FACTCHECK, "build", expect=1)
    assert "docs/about.md and docs/about/index.md have one address, /about/" in said


@pytest.mark.parametrize("program", [MKDOCS, FACTCHECK])
def test_a_mistake_in_a_record_leaves_the_site(
    microsite: Microsite, program: tuple[str, ...]
) -> None:
    """A finding is reported with its place and hint, exit 1, and site/ is untouched."""
    microsite.write("site/index.html", "the old site")
    microsite.replace(CLAIM, r"^verdict: .*$", BROKEN)
    said = microsite.run(*program, "build", expect=1)
    assert re.search(r"^data/claims/forty-cross-it\.yml:\d+:10: error E204: ", said, re.M)
    assert "nothing was built" in said
    assert microsite.held() == {"index.html": b"the old site"}
    assert len(list(microsite.root.iterdir())) == 4


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        ("docs/about.md", b"[there](nowhere.md)", "nowhere.md"),
        ("docs/about.md", "Caf\xe9".encode("latin-1"), "docs/about.md: not UTF-8"),
        ("docs/index.md", b"<!-- factcheck: verdict-count -->", "did you mean 'verdict-counts'?"),
        ("mkdocs.yml", b"site_name: [", "mkdocs.yml"),
        ("mkdocs.yml", b"site_name: x\ntheme: {name: nonsense}\n", "nonsense"),
    ],
)
def test_a_mistake_in_a_hand_written_file_leaves_the_site(
    microsite: Microsite, path: str, content: bytes, message: str
) -> None:
    """A dead link, another encoding, an unknown marker or a broken mkdocs.yml stops the build."""
    microsite.write("site/index.html", "the old site")
    (microsite.root / path).write_bytes(content)
    code = 2 if path == "mkdocs.yml" else 1
    assert message in microsite.run(*FACTCHECK, "build", expect=code)
    assert microsite.held() == {"index.html": b"the old site"}
    assert len(list(microsite.root.iterdir())) == 4


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("docs_dir: pages", "docs_dir: hand-written pages are checked in docs/ only"),
        ("use_directory_urls: false", "use_directory_urls: the pages' own links need it on"),
        ("plugins: [search]", "plugins: without `factcheck` nothing would be checked"),
        ("site_dir: kept", "site_dir: "),
        ("nav: [{'a <b> name': index.md}]", "nav: themes print it as it is, so no < in it"),
        ("site_name: a <b> name", "site_name: themes print it as it is, so no < in it"),
    ],
)
def test_a_configuration_that_would_mislead_is_refused(
    microsite: Microsite, line: str, message: str
) -> None:
    """Pages unchecked, links to nowhere, a folder of somebody's files: one sentence, no site."""
    config = (microsite.root / "mkdocs.yml").read_text("utf-8")
    key = line.partition(":")[0]
    kept = re.sub(rf"(?m)^{key}:.*\n(?:[ -].*\n)*", "", config)
    microsite.write("mkdocs.yml", f"{kept}\n{line}\n")
    microsite.write("pages/index.md", "# A page")
    microsite.write("kept/letter.txt", "do not lose this")
    code = 2 if key in ("plugins", "site_dir") else 1
    assert message in microsite.run(*FACTCHECK, "build", expect=code)
    assert microsite.held("kept") == {"letter.txt": b"do not lose this"}
    assert not (microsite.root / "site").exists()


def test_a_hand_written_page_may_link_to_a_place_of_a_generated_one(microsite: Microsite) -> None:
    """A link to an anchor of a generated page is checked like any other: right ones pass."""
    config = (microsite.root / "mkdocs.yml").read_text("utf-8")
    microsite.write("mkdocs.yml", f"{config}\nvalidation: {{links: {{anchors: warn}}}}\n")
    microsite.write("docs/index.md", "# Home\n\n[why](verdicts.md#garbled)\n")
    microsite.run(*FACTCHECK, "build")
    microsite.write("docs/index.md", "# Home\n\n[why](verdicts.md#garbledd)\n")
    assert "garbledd" in microsite.run(*FACTCHECK, "build", expect=1)


def test_a_link_out_of_docs_is_not_published(microsite: Microsite) -> None:
    """A symbolic link in docs/ to a file elsewhere on the machine stops build and stage."""
    microsite.write("secret.txt", "a key")
    (microsite.root / "docs" / "notes.txt").symlink_to(microsite.root / "secret.txt")
    for words in (("build",), ("stage", "staged")):
        said = microsite.run(*FACTCHECK, *words, expect=1)
        assert "docs/notes.txt: a link that leads out of docs/" in said


def test_a_full_disk_leaves_the_site(microsite: Microsite) -> None:
    """When a file cannot be written whole: one sentence, exit 2, the old site and nothing else."""
    microsite.write("site/index.html", "the old site")
    limited = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000));"
    limited += "from generator.cli import main; sys.argv[0] = 'factcheck'; main()"
    said = microsite.run("-c", limited, "build", expect=2)
    assert re.fullmatch(r"factcheck: .*site: File too large\n", said)
    assert microsite.held() == {"index.html": b"the old site"}
    assert len(list(microsite.root.iterdir())) == 4
    said = microsite.run("-c", limited, "stage", "staged", expect=2)
    assert re.fullmatch(r"factcheck: .*staged/.*: File too large\n", said)
    assert not [path for path in microsite.held("staged") if path.endswith(".tmp")]


def test_an_interrupt_leaves_the_site(microsite: Microsite) -> None:
    """Ctrl-C in the middle of a build: one sentence, exit 130, the old site and nothing else."""
    microsite.write("site/index.html", "the old site")
    process = microsite.start(*FACTCHECK, "build")
    deadline = time.monotonic() + 20
    while not list(microsite.root.glob(".site-*-new/*")) and time.monotonic() < deadline:
        time.sleep(0.002)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, ""), err
    assert err.strip().count("\n") == 0
    assert microsite.held() == {"index.html": b"the old site"}
    assert len(list(microsite.root.iterdir())) == 4


def test_stage_needs_no_mkdocs(microsite: Microsite) -> None:
    """`factcheck stage` writes generated and filled pages and assets without importing MkDocs."""
    without = "import sys; sys.modules['mkdocs'] = None; sys.modules['material'] = None;"
    without += "from generator.cli import main; main()"
    microsite.run("-c", without, "stage", "staged")
    staged = microsite.held("staged")
    assert {"index.md", "claims/index.md", "verdicts.md", "assets/factcheck.css"} <= set(staged)
    assert b"<!-- factcheck:" not in staged["index.md"]
    assert staged["claims/bridge-closed.md"].startswith(b'---\ntitle: "')
    times = {path: path.stat().st_mtime_ns for path in (microsite.root / "staged").rglob("*")}
    microsite.run(*FACTCHECK, "stage", "staged")
    assert times == {path: path.stat().st_mtime_ns for path in times}


def test_stage_writes_nothing_for_a_mistake_or_into_a_strange_folder(microsite: Microsite) -> None:
    """A finding, or a folder that holds something else: nothing is written."""
    microsite.write("mine/thesis.txt", "ten years")
    said = microsite.run(*FACTCHECK, "stage", "mine", expect=2)
    assert said.count("\n") == 1
    microsite.replace(CLAIM, r"^verdict: .*$", BROKEN)
    assert "E204" in microsite.run(*FACTCHECK, "stage", "staged", expect=1)
    assert microsite.held("mine") == {"thesis.txt": b"ten years"}
    assert not (microsite.root / "staged").exists()


def test_properdocs_builds_the_same_pages_from_the_staged_folder(
    microsite: Microsite, built: Microsite
) -> None:
    """A fork of MkDocs, given the staged folder and no plugin of ours, makes the same pages."""
    pytest.importorskip("properdocs")
    microsite.run(*FACTCHECK, "stage", "staged")
    microsite.write(
        "properdocs.yml",
        "site_name: The footbridge of Quillbeck\ndocs_dir: staged\nsite_dir: other\n"
        "theme: {name: material, font: false}\nplugins: []\nextra_css: [assets/factcheck.css]\n",
    )
    microsite.run("-m", "properdocs", "build", "--strict", "-f", "properdocs.yml")
    ours, theirs = built.pages(), microsite.pages("other")
    assert set(ours) == set(theirs)
    for path in ours.keys() - {"404.html"}:  # the plugin's, for no page is staged for it
        assert article(ours[path]) == article(lighter(theirs[path])), path


def article(page: str) -> str:
    """Return the article of a page."""
    found = re.search(r"<article class=\"md-content.*</article>", page, re.DOTALL)
    return found[0] if found else ""


class Server:
    """A running `serve`, asked over loopback."""

    def __init__(self, site: Microsite, program: tuple[str, ...]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        where = ("--port", str(port)) if program == FACTCHECK else ("-a", f"127.0.0.1:{port}")
        self.address = f"http://127.0.0.1:{port}/"
        self.process = site.start(*program, "serve", *where)

    def page(self, path: str) -> str:
        """Return a page, or nothing where the server does not answer with one."""
        with contextlib.suppress(OSError), urlopen(self.address + path, timeout=5) as answer:
            return str(answer.read().decode())
        return ""

    def shows(self, path: str, good: Callable[[str], bool], within: float = 3.0) -> str:
        """Return a page as soon as it is as wanted; fail when that takes longer than `within`."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            if good(page := self.page(path)):
                return page
            time.sleep(0.05)
        pytest.fail(f"{path} did not show it within {within} seconds")


@pytest.fixture(params=[FACTCHECK, MKDOCS], ids=["factcheck", "mkdocs"])
def served(microsite: Microsite, request: pytest.FixtureRequest) -> Iterator[Server]:
    """The microsite under `serve`, stopped by its process id; never with a traceback."""
    server = Server(microsite, request.param)
    try:
        server.shows("", lambda page: "<html" in page, within=20)
        yield server
    finally:
        server.process.send_signal(signal.SIGINT)
        _, said = server.process.communicate(timeout=20)
    assert "Traceback" not in said
    assert server.process.returncode in (0, 130)


def has(text: str) -> Callable[[str], bool]:
    """Return a test of whether a page came and shows a text."""
    return lambda page: text in html.unescape(page)


def lacks(text: str) -> Callable[[str], bool]:
    """Return a test of whether a page came and does not show a text."""
    return lambda page: "<html" in page and text not in html.unescape(page)


BANNER = '<div class="factcheck-banner" role="alert">'


def test_serve_shows_every_edit_within_three_seconds(microsite: Microsite, served: Server) -> None:
    """An edit, a mistake, its mending, a new file and a deleted one each show without a restart."""
    address = "claims/forty-cross-it/"
    good = (microsite.root / CLAIM).read_text("utf-8")
    assert BANNER not in served.page(address)
    assert POLICY not in served.page(address)  # the page reloads itself by a script of MkDocs

    microsite.replace(CLAIM, r"^bottom_line: .*\n(?:  .*\n)*", "bottom_line: Edited just now.\n")
    served.shows(address, has("Edited just now"))

    microsite.replace(CLAIM, r"^verdict: .*$", "verdict: '<b>splendid</b>'")
    page = served.shows(address, has(BANNER))
    assert "Edited just now" in page  # the last good page
    assert "<b>splendid" not in page
    assert "forty-cross-it.yml:" in html.unescape(page)
    assert BANNER in served.page("")
    assert BANNER in served.page("sources/")

    microsite.write(CLAIM, good)
    served.shows(address, lacks(BANNER))
    assert BANNER not in served.page("")

    microsite.write("data/claims/a-new-one.yml", good)
    served.shows("claims/a-new-one/", has("</article>"))
    assert "a-new-one" in html.unescape(served.page("claims/"))
    (microsite.root / "data/claims/a-new-one.yml").unlink()
    served.shows("claims/", lacks("a-new-one"))
    assert not served.page("claims/a-new-one/")

    microsite.write("docs/note.md", "# Note\n\n[gone](gone.md)\n")  # a warning stops no server
    served.shows("note/", has("Note"))
    microsite.write("docs/claims/bridge-closed.md", "# Mine")
    served.shows("", has(BANNER))
    assert "Mine" in served.page("claims/bridge-closed/")


def test_serve_starts_with_mistakes_and_shows_drafts(microsite: Microsite) -> None:
    """With no good archive yet the home page shows the findings; once mended, the site appears.

    Stopped with `kill`, the server leaves no temporary files.
    """
    good = (microsite.root / CLAIM).read_text("utf-8")
    microsite.replace(CLAIM, r"^verdict: .*$", BROKEN)
    temporary = microsite.root.parent / "temporary"
    temporary.mkdir()
    microsite.environment["TMPDIR"] = str(temporary)
    server = Server(microsite, FACTCHECK)
    try:
        page = server.shows("", has(BANNER), within=20)
        assert "forty-cross-it.yml:" in html.unescape(page)
        assert "No pages yet" in page
        microsite.write(CLAIM, good)
        server.shows("", lacks(BANNER))
        assert "A draft" in server.page("claims/sold-to-a-circus/")
    finally:
        server.process.send_signal(signal.SIGTERM)
        _, said = server.process.communicate(timeout=20)
    assert "Traceback" not in said
    assert server.process.returncode == 0
    assert not list(temporary.iterdir())


def test_serve_names_a_taken_port(microsite: Microsite) -> None:
    """A port that is taken is one sentence and exit 2."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = microsite.run(*FACTCHECK, "serve", "--port", port, expect=2)
    assert f"port {port} is taken" in said
