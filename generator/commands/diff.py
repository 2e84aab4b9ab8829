"""`factcheck diff`: what a change means, for people."""

import gc
from pathlib import Path

import click

from generator import pipeline
from generator.changes.meaning import meaning
from generator.commands import revision
from generator.commands.microsite import root_option
from generator.publish import differences
from generator.records.tree import WorkTree


@click.command()
@root_option
@click.option("--base", metavar="REV", default="HEAD", show_default=True, help="Compared with.")
@click.option("--format", "form", type=click.Choice(list(differences.FORMATS)), default="text")
def diff(root: Path, base: str, form: str) -> int:
    """Say what changed since a commit: verdicts, quotes, origins, seals, pages, words.

    Where REV has gone on, the comparison is with the commit that it and yours last shared.
    """
    gc.disable()  # the process ends with this comparison, which makes many values and no cycles
    tree = revision.at(root, base, "data", "docs")
    before, now = pipeline.states(WorkTree(root), tree)
    click.echo(differences.FORMATS[form](meaning(before, now)), nl=False)
    return 0
