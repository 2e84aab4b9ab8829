"""`factcheck schema`: the JSON Schemas of the records, written from the models."""

from pathlib import Path

import click

from generator.commands.microsite import root_option
from generator.publish.single import write
from generator.records.schema import schemas


@click.command()
@root_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if one is stale.")
def schema(root: Path, only_check: bool) -> int:
    """Write data/schemas/ from the models."""
    folder = root / "data" / "schemas"
    stale = []
    for name, text in schemas().items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            stale.append(name)
            if not only_check:
                write(path, text.encode())
    for name in stale:
        click.echo(f"data/schemas/{name}: {'stale' if only_check else 'written'}")
    return 1 if stale and only_check else 0
