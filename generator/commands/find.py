"""`factcheck find`: where the archive quotes some words."""

from pathlib import Path

import click

from generator import pipeline
from generator.commands.microsite import root_option
from generator.publish.inert import visible


@click.command()
@root_option
@click.argument("words", nargs=-1, required=True)
def find(root: Path, words: tuple[str, ...]) -> int:
    """List every passage and excerpt that holds WORDS, with its anchor where it is proved.

    Several words are one run of them, in quotation marks or not.
    """
    found = pipeline.find(root, " ".join(words))
    for hit in found:
        anchor = hit.anchor or "unproved"
        click.echo(f"{hit.place.path}:{hit.place.line}: {hit.source} {anchor} {hit.stance}")
        click.echo(f"    {visible(hit.words)}")
    if not found:
        click.echo("quoted nowhere")
    return 0
