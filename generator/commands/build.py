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
    from generator.mkdocs_plugin import building  # only here: it takes most of a second to import

    try:
        with heard(logging.WARNING):
            site = building.build_site(root)
    except building.NotConfigured as error:
        raise click.UsageError(f"mkdocs.yml: {error}") from None
    except building.NotBuilt as error:
        click.echo(f"factcheck: {error}; the site is as it was", err=True)
        return 1
    click.echo(f"{site}: built")
    return 0
