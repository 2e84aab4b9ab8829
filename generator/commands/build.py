"""`factcheck build`: the whole site, checked, built beside the old one and swapped in."""

import logging
from pathlib import Path

import click

from generator.commands.builder import heard
from generator.commands.microsite import root_option


@click.command()
@root_option
def build(root: Path) -> int:
    """Build the site beside its folder and swap it in; on any error the old site stays."""
    from generator import mkdocs_plugin  # only here: it takes most of a second to import

    try:
        with heard(logging.WARNING):
            site = mkdocs_plugin.build_site(root)
    except mkdocs_plugin.NotConfigured as error:
        raise click.UsageError(f"mkdocs.yml: {error}") from None
    except mkdocs_plugin.NotBuilt as error:
        click.echo(f"factcheck: {error}; the site is as it was", err=True)
        return 1
    click.echo(f"{site}: built")
    return 0
