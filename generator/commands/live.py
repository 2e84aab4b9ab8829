"""How commands get a reader of live pages, which is an extra of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.web.reading import Reader


def reader() -> Reader:
    """Return a reader of public pages; ends the command where the extra is not installed."""
    try:
        from generator.web.fetching import Fetcher
        from generator.web.reading import Reader
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("generator"):
            raise
        raise click.UsageError(
            f"reading live pages needs a package that is not here ({error.name}): "
            '`make .venv/.watch`, or `pip install ".[watch]"`'
        ) from None
    return Reader(Fetcher())
