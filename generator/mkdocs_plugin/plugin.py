"""The plugin: it checks before MkDocs builds, hands the pages over in memory, and keeps serving.

`mkdocs build` and `mkdocs serve` find it by its entry point. ProperDocs runs the same plugin.
"""

import logging
import re
import traceback
from html import unescape
from pathlib import Path
from typing import Literal

import click
import mkdocs
from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator import pipeline, text
from generator.pages import START, Asset, Page, Settings, handwritten, trouble
from generator.pages.assets import STYLE
from generator.pages.edition import Edition, finished
from generator.pages.sharing import tags
from generator.publish import folder, reports

_ANCHOR = re.compile(r' id="([^"]+)"')
_THEME = str(Path(__file__).parent / "theme")
_LAST = -1000  # after all other plugins


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs gives its hook no types
    """What mkdocs.yml may say under `factcheck:`."""

    repo_url = Type(str, default="")
    share_cards = Type(int, default=Settings.share_cards)


class FactcheckPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # nor here
    """Checks the records before every build and adds the pages made from them.

    A build stops at the first sign of an error, with `site/` as it was. Under serve nothing stops:
    the last good pages stay, and each carries a banner that says what is wrong.
    """

    def __init__(self) -> None:
        self.live = False
        self.settings = Settings()
        self.edition: Edition | None = None
        self.trouble: list[str] = []
        self.unfit: set[str] = set()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are served; a plugin that starts up lives on across rebuilds."""
        self.live = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Have the records watched, add to Material's theme, and let no warning stop a server.

        Raises ConfigurationError for settings under which our links would lead nowhere.
        """
        if Path(config.docs_dir).resolve() != _root(config) / "docs":
            raise ConfigurationError("docs_dir: hand-written pages are checked in docs/ only")
        try:
            self.settings = Settings(
                repo_url=self.config.repo_url,
                drafts=self.live,
                site_url="" if self.live else config.site_url or "",  # nobody else sees a preview
                share_cards=self.config.share_cards,
            )
        except ValueError as error:
            raise ConfigurationError(str(error)) from None
        for name in ("site_name", "site_description", "nav"):
            if "<" in str(config[name] or ""):
                raise ConfigurationError(f"{name}: themes print it as it is, so no < in it")
        if not config.use_directory_urls:
            raise ConfigurationError("use_directory_urls: the pages' own links need it on")
        if (data := _root(config) / "data").is_dir():
            config.watch.append(str(data))
        if config.theme.name == "material":
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, _THEME)
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
        made = pipeline.pages(checked.archive, self.settings)
        self.edition = Edition(checked.archive, self.settings, made)

    def _made(self) -> list[Page | Asset]:
        return self.edition.made if self.edition else []

    def _check_docs(self, config: MkDocsConfig) -> None:
        """Find what is wrong with the hand-written files, alone and beside the generated ones."""
        excluded = InclusionLevel.EXCLUDED
        written = [file for file in get_files(config) if file.inclusion != excluded]
        served = [(f"docs/{file.src_uri}", file.dest_uri) for file in written]
        paths = [made.path for made in self._made()]
        served += [(f"the generated {path}", folder.served_at(path)) for path in paths]
        self.trouble += folder.clashes(served)
        for file in written:
            if reason := handwritten.unfit(Path(config.docs_dir), file.src_uri):
                self.trouble.append(f"docs/{file.src_uri}: {reason}")
                self.unfit.add(file.src_uri)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and our style; pages stay out of the navigation unless asked."""
        for path in self.unfit:  # only under serve: a build has stopped by now
            if file := files.get_file_from_path(path):
                files.remove(file)
        taken = {file.dest_uri for file in files if file.src_dir == config.docs_dir}
        for page in self._made():
            if folder.served_at(page.path) not in taken:
                files.append(_file(page, config))
        if self.edition and STYLE not in config.extra_css:
            config.extra_css.append(STYLE)
        if self.live and self.edition is None:
            for file in [file for file in files if file.dest_uri == "index.html"]:
                files.remove(file)
            files.append(File.generated(config, "index.md", content=trouble.EMPTY_HOME))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Tell the footer under which licence the records stand."""
        if self.edition:
            env.globals["factcheck_licence"] = self.edition.archive.site.licence

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill a hand-written page, and date every page by the records, never by the clock."""
        made = self._made_of(page)
        if self.edition:
            page.update_date = self.edition.day(made)
        if made:
            return ""  # our HTML goes round the Markdown reader, which would not change it
        if page.file.generated_by is None:
            page.meta.update(text.shown_by_themes(page.meta))
        if page.file.generated_by is None and self.edition:
            return self.edition.filled(page.file.src_uri, markdown)
        return markdown

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a generated page its body, as it was made, and a way for keyboards to skip to it."""
        made = self._made_of(page)
        if made:  # hand-written pages may link to any place of it
            page.present_anchor_ids = set(_ANCHOR.findall(made.body))
            page.toc = TableOfContents([AnchorLink("", START, 1)])
        elif not page.is_homepage:  # Material takes the escapes out of a title that is a heading
            page.meta.setdefault("title", text.plain(unescape(page.title or "")))
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

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Say in the head of a page what a link to it shows, and finish it."""
        output = self._finished(output, page.content or "", *map(str, page.meta.values()))
        return self.edition.tagged(output, page.url) if self.edition else output

    @event_priority(_LAST)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Finish the page for addresses that are not there, too."""
        return self._finished(tags.lost(output)) if template_name == "404.html" else output

    def _finished(self, html: str, *brought: str) -> str:
        """Show on a page that is served what is wrong; finish one that is built."""
        if self.live:
            return trouble.with_banner(html, self.trouble, last_good=self.edition is not None)
        return finished(html, brought)

    def _made_of(self, page: MkDocsPage) -> Page | None:
        """Return the page of ours that MkDocs shows; None for a hand-written one of its address."""
        made = self.edition.pages if self.edition and page.file.generated_by else {}
        return made.get(page.file.src_uri)


def _root(config: MkDocsConfig) -> Path:
    """Return the folder that holds mkdocs.yml."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _file(page: Page | Asset, config: MkDocsConfig) -> File:
    """Return what MkDocs takes for a page or asset, held in memory."""
    hidden = isinstance(page, Page) and not page.in_nav
    level = InclusionLevel.NOT_IN_NAV if hidden else InclusionLevel.INCLUDED
    content = page.text() if isinstance(page, Page) else page.content
    return File.generated(config, page.path, content=content, inclusion=level)
