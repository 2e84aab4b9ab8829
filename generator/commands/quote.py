"""`factcheck quote`: a passage of a document as evidence, ready to paste."""

from pathlib import Path

import click

from generator.commands.microsite import root_option
from generator.commands.sources import find_source
from generator.evidence.quoting import evidence_block, locate
from generator.evidence.seal import SealIndex, Unproved, decode, prove
from generator.publish.reports import visible


@click.command()
@root_option
@click.argument("source")
@click.argument("words")
@click.option(
    "--text",
    "file",
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The document that was sealed.",
)
def quote(root: Path, source: str, words: str, file: Path) -> int:
    """Print the whole sentences of SOURCE that hold WORDS, in its own characters."""
    record = find_source(root, source)
    if record.seal is None:
        raise click.ClickException(f"{source} has no seal yet: factcheck seal {source} {file}")
    seal = record.seal
    try:
        text = decode(file.read_bytes())
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    runs = locate(words, text, seal.skip)
    exact = [run for run in runs if run.exact]
    if not exact:
        click.echo(f"{source} does not have these words", err=True)
        for run in runs:
            click.echo(f"  nearest: {visible(run.passage)}", err=True)
        return 1
    index = SealIndex(seal.sentences, seal.skip)
    for run in exact:
        if isinstance(prove(source, run.passage, index), Unproved):
            raise click.ClickException(f"{file} is not the text that was sealed for {source}")
    garbled = record.condition == "garbled"
    for run in exact:
        block = evidence_block(source, run, run.quote, seal.headline, seal.skip, garbled)
        click.echo(block, nl=False)
    return 0
