"""How the commands about one source find its record and read its document."""

from pathlib import Path

import click

from generator.findings import did_you_mean
from generator.publish import reports
from generator.records.reading import Records, read
from generator.records.source import Source
from generator.records.tree import WorkTree


def find_source(root: Path, id_: str) -> Source:
    """Return the record of a source; prints its findings and ends the command if it has any."""
    return source_in(read(WorkTree(root)), id_)


def source_in(records: Records, id_: str) -> Source:
    """Return the record of a source among these; as above where there is none."""
    if id_ in records.sources:
        return records.sources[id_]
    path = f"data/sources/{id_}.yml"
    own = [finding for finding in records.findings if finding.place.path == path]
    if own:
        click.echo(reports.text(own, 0), nl=False)
        raise click.exceptions.Exit(1)
    hint = did_you_mean(id_, records.sources, f"write {path} first")
    raise click.UsageError(f"there is no source {id_!r}; {hint}")
