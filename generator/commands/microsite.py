"""Which microsite a command works on: the folder that holds mkdocs.yml, found upward."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def root_option(command: F) -> F:
    """Give a command the option `--root DIR`; its function receives the microsite as `root`."""
    option = click.option(
        "--root",
        type=click.Path(path_type=Path, file_okay=False),
        callback=lambda _ctx, _param, value: find_root(value),
        help="The microsite's folder; by default the one above that holds mkdocs.yml.",
    )
    return option(command)


def find_root(given: Path | None) -> Path:
    """Return the microsite's folder; raises click.ClickException where there is none."""
    if given is not None:
        if not given.is_dir():
            raise click.ClickException(f"{given}: there is no such folder")
        if not (given / "data").is_dir():
            raise click.ClickException(f"{given}: no folder data/ in it, so it is no microsite")
        return given.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "data").is_dir():
            return folder
    raise click.ClickException("no mkdocs.yml with a data/ folder here or above; use --root DIR")
