"""`factcheck serve`: the site on loopback; every edit shows by itself."""

import errno
import logging
import signal
from pathlib import Path

import click

from generator.commands.builder import heard
from generator.commands.microsite import root_option


@click.command()
@root_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve(root: Path, port: int) -> int:
    """Serve a preview, drafts included; an error in a record shows as a banner on every page."""
    from generator.mkdocs_plugin import building  # only here: it takes most of a second to import

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # `kill` cleans up as Ctrl-C does
    try:
        with heard(logging.INFO):
            building.serve_site(root, port)
    except building.NotConfigured as error:
        raise click.UsageError(f"mkdocs.yml: {error}") from None
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise click.UsageError(f"port {port} is taken; use --port") from None
    return 0
