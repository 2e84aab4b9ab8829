"""`factcheck quote`: a passage of a document as evidence, ready to paste."""

from pathlib import Path

import click

from generator.commands.microsite import root_option
from generator.commands.sources import source_in
from generator.proposing.words import block, missing, runs
from generator.publish.inert import visible
from generator.records.reading import read
from generator.records.tree import WorkTree


@click.command()
@root_option
@click.argument("source")
@click.argument("words")
@click.option(
    "--text",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The document that was sealed; without it, the sentences that the archive quotes.",
)
def quote(root: Path, source: str, words: str, file: Path | None) -> int:
    """Print the whole sentences of SOURCE that hold WORDS, in its own characters."""
    records = read(WorkTree(root))
    record = source_in(records, source)
    raw = file.read_bytes() if file else None
    try:
        found = runs(words, records, record, raw)
    except ValueError as error:
        raise click.ClickException(f"{file}: {error}" if file else str(error)) from None
    exact = [run for run in found if run.exact]
    if not exact:
        click.echo(missing(words, record, raw), err=True)
        for run in found:
            click.echo(f"  nearest: {visible(run.passage)}", err=True)
        return 1
    for run in exact:
        click.echo(block(run, record), nl=False)
    return 0
