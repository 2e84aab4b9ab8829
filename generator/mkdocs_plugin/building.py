"""A whole site, built by MkDocs beside its folder and swapped in, or served while it is edited."""

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.mkdocs_plugin.plugin import FactcheckPlugin
from generator.publish import folder


class NotBuilt(Exception):
    """No site was made, and what is wrong has been said; its text is one sentence."""


class NotConfigured(NotBuilt):
    """MkDocs refuses its configuration file."""


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
