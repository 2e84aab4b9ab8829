"""The only file that knows MkDocs: it checks, hands the pages over in memory, and keeps serving.

`mkdocs build` and `mkdocs serve` find the plugin by its entry point; `factcheck build` and
`factcheck serve` call `build_site` and `serve_site` below. ProperDocs runs the same plugin.
"""

import logging
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Literal

import click
import mkdocs
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator import pipeline
from generator.evidence.archive import Archive
from generator.pages import Asset, Page, Settings, handwritten, trouble
from generator.pages.assets import STYLE
from generator.publish import folder, reports
from generator.text import url

_ANCHOR = re.compile(r' id="([^"]+)"')
_EXCLUDED = InclusionLevel.EXCLUDED
_NO_DAY = "1970-01-01"  # a sitemap's packing needs some day, and the clock gives another each time


class NotBuilt(Exception):
    """No site was made, and what is wrong has been said; its text is one sentence."""


class NotConfigured(NotBuilt):
    """MkDocs refuses its configuration file."""


class Options(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say under `factcheck:`."""

    repo_url = Type(str, default="")


class FactcheckPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Checks the records before every build and adds the pages made from them.

    A build stops at the first sign of an error, with `site/` as it was. Under serve nothing stops:
    the last good pages stay, and each carries a banner that says what is wrong.
    """

    def __init__(self) -> None:
        self.live = False
        self.archive: Archive | None = None
        self.made: list[Page | Asset] = []
        self.trouble: list[str] = []
        self.unfit: set[str] = set()
        self.bodies: dict[str, Page] = {}
        self.last_day = _NO_DAY

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are served; a plugin that starts up lives on across rebuilds."""
        self.live = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Have the records watched, and let no warning stop a server.

        Raises ConfigurationError for settings under which our links would lead nowhere.
        """
        if Path(config.docs_dir).resolve() != _root(config) / "docs":
            raise ConfigurationError("docs_dir: hand-written pages are checked in docs/ only")
        try:
            _ = self.config.repo_url and url(self.config.repo_url)
        except ValueError as error:
            raise ConfigurationError(f"repo_url (REPO_URL): {error}") from None
        if not config.use_directory_urls:
            raise ConfigurationError("use_directory_urls: the pages' own links need it on")
        data = _root(config) / "data"
        if data.is_dir():
            config.watch.append(str(data))
        if self.live:
            logger = logging.getLogger(mkdocs.__name__)
            for handler in [one for one in logger.handlers if isinstance(one, CountHandler)]:
                logger.removeHandler(handler)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check and make everything now: right after this MkDocs empties `site/`."""
        self.trouble, self.unfit = [], set()
        try:
            self._make(_root(config))
        except OSError as error:
            self.trouble.append(f"{error.filename}: {error.strerror}")
        except Exception as error:
            if not self.live:
                raise
            traceback.print_exc()
            self.trouble.append(f"a fault of the program: {error!r}")
        self._check_docs(config)
        if self.trouble:
            click.echo("\n".join(self.trouble), err=True)
            if not self.live:
                raise Abort("nothing was built, for the errors above")

    def _make(self, root: Path) -> None:
        """Check the records; keep their archive and its pages if no error is left."""
        checked = pipeline.check(root)
        report = reports.text(checked.findings, checked.claims, checked.skipped)
        if checked.archive is None:
            self.trouble.append(report.rstrip("\n"))
            return
        if checked.findings:
            click.echo(report, err=True, nl=False)
        self.made = pipeline.pages(checked.archive, self._settings())
        self.archive = checked.archive
        self.bodies = {page.path: page for page in self.made if isinstance(page, Page)}
        days = (_day(page.updated) for page in self.bodies.values())
        self.last_day = max(days, default="") or _NO_DAY

    def _settings(self) -> Settings:
        return Settings(repo_url=self.config.repo_url, drafts=self.live)

    def _check_docs(self, config: MkDocsConfig) -> None:
        """Find what is wrong with the hand-written files, alone and beside the generated ones."""
        written = [file for file in get_files(config) if file.inclusion != _EXCLUDED]
        served = [(f"docs/{file.src_uri}", file.dest_uri) for file in written]
        served += [(f"the generated {page.path}", _served(page, config)) for page in self.made]
        self.trouble += folder.clashes(served)
        docs = Path(config.docs_dir).resolve()
        for file in written:
            try:
                if not (docs / file.src_uri).resolve().is_relative_to(docs):
                    raise ValueError("a link that leads out of docs/")
                if file.is_documentation_page():
                    _ = file.content_string
            except (OSError, ValueError) as error:
                reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else error
                self.trouble.append(f"docs/{file.src_uri}: {reason}")
                self.unfit.add(file.src_uri)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and our style; pages stay out of the navigation unless asked."""
        for path in self.unfit:  # only under serve: a build has stopped by now
            if file := files.get_file_from_path(path):
                files.remove(file)
        taken = {file.dest_uri for file in files if file.src_dir == config.docs_dir}
        for page in self.made:
            if _served(page, config) not in taken:
                files.append(_file(page, config))
        if self.made and STYLE not in config.extra_css:
            config.extra_css.append(STYLE)
        if self.live and self.archive is None:
            for file in [file for file in files if file.dest_uri == "index.html"]:
                files.remove(file)
            files.append(File.generated(config, "index.md", content=trouble.EMPTY_HOME))
        return files

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill a hand-written page, and date every page by the records, never by the clock."""
        made = self._made_of(page)
        page.update_date = (_day(made.updated) if made else "") or self.last_day
        if made:
            return ""  # our HTML goes round the Markdown reader, which would not change it
        if page.file.generated_by is None and self.archive:
            return handwritten.fill(self.archive, page.file.src_uri, markdown, self._settings())
        return markdown

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a generated page its body, as it was made."""
        made = self._made_of(page)
        if made:  # hand-written pages may link to any place of it
            page.present_anchor_ids = set(_ANCHOR.findall(made.body))
        return made.body if made else html

    @event_priority(100)
    def _show_search(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Show the search plugin only what a page should be found by: it reads the content next."""
        if (made := self._made_of(page)) and made.indexed:
            page.content = made.indexed

    @event_priority(-100)
    def _show_readers(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Show readers the whole page again."""
        if made := self._made_of(page):
            page.content = made.body

    on_page_context = CombinedEvent(_show_search, _show_readers)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Show on every page that is served what is wrong."""
        return self._marked(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Show it on the page for addresses that are not there, too."""
        return self._marked(output) if template_name == "404.html" else output

    def _made_of(self, page: MkDocsPage) -> Page | None:
        """Return the page of ours that MkDocs shows; None for a hand-written one of its address."""
        return self.bodies.get(page.file.src_uri) if page.file.generated_by else None

    def _marked(self, html: str) -> str:
        return trouble.with_banner(html, self.trouble, last_good=self.archive is not None)


def build_site(root: Path, strict: bool = True) -> Path:
    """Build the site beside its folder, swap it in when it is whole, and return that folder.

    Args:
        root: the folder that holds mkdocs.yml.
        strict: whether MkDocs' own warnings, such as a link that leads nowhere, are errors.

    Raises:
        NotConfigured: MkDocs refuses mkdocs.yml.
        NotBuilt: the records or the pages hold errors, which stand on stderr.
        OSError: the disk refuses. The site is as it was before, whatever is raised.
    """
    with _spoken(logging.WARNING):
        config = _configured(root, strict=strict)
        site = Path(config.site_dir)
        if site.is_dir() and any(site.iterdir()) and not (site / "index.html").is_file():
            raise NotConfigured(f"site_dir: {site} holds files and is no site to replace")

        def into(fresh: Path) -> None:
            config.site_dir = str(fresh)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()

        try:
            folder.swap(site, into)
        except MkDocsException as error:
            raise NotBuilt(str(error)) from None
    return site


def serve_site(root: Path, port: int) -> None:
    """Serve the site on loopback and show every edit, until an interrupt.

    Raises:
        NotConfigured: MkDocs refuses mkdocs.yml.
        OSError: the port is taken.
    """
    with _spoken(logging.INFO):
        _configured(root, strict=False)
        serve(str(root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}", strict=False)


def _configured(root: Path, strict: bool) -> MkDocsConfig:
    try:
        config = load_config(str(root / "mkdocs.yml"), strict=strict)
    except MkDocsException as error:
        raise NotConfigured(str(error)) from None
    if not any(isinstance(plugin, FactcheckPlugin) for plugin in config.plugins.values()):
        raise NotConfigured("plugins: without `factcheck` nothing would be checked")
    return config


@contextmanager
def _spoken(level: int) -> Iterator[None]:
    """Let MkDocs speak on stderr, as its own command line does."""
    logger = logging.getLogger(mkdocs.__name__)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)


def _root(config: MkDocsConfig) -> Path:
    """Return the folder that holds mkdocs.yml."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _file(page: Page | Asset, config: MkDocsConfig) -> File:
    """Return what MkDocs takes for a page or asset, held in memory."""
    hidden = isinstance(page, Page) and not page.in_nav
    level = InclusionLevel.NOT_IN_NAV if hidden else InclusionLevel.INCLUDED
    content = page.text() if isinstance(page, Page) else page.content
    return File.generated(config, page.path, content=content, inclusion=level)


def _served(page: Page | Asset, config: MkDocsConfig) -> str:
    """Return the path of the file that MkDocs writes for a page or asset."""
    return File(page.path, None, config.site_dir, config.use_directory_urls).dest_uri


def _day(day: str) -> str:
    """Return a day if it is written as a sitemap needs it, else nothing."""
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""
