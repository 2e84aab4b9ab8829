"""`factcheck watch`: whether the quoted sentences still stand at the sources' addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import live
from generator.commands.microsite import root_option
from generator.commands.sources import source_in
from generator.evidence.watching import Outcome, quotations
from generator.evidence.watchtext import replace_watched, watched_block
from generator.publish import watched
from generator.publish.single import write
from generator.records.reading import Records, read
from generator.records.source import Source
from generator.records.tree import WorkTree

if TYPE_CHECKING:
    from generator.web.reading import Reader


@click.command()
@root_option
@click.argument("sources", nargs=-1)
@click.option("--write", "noted", is_flag=True, help="Note what was found in the records.")
@click.option("--format", "form", type=click.Choice(["text", *watched.FORMATS]), default="text")
def watch(root: Path, sources: tuple[str, ...], noted: bool, form: str) -> int:
    """Read the live pages of SOURCES, or of all, and compare them with what is quoted from them.

    A record whose page is found as the record says already is not touched, whatever the day.
    """
    records = read(WorkTree(root))
    chosen = [source_in(records, id_) for id_ in dict.fromkeys(sources)]
    if records.unread:
        click.echo("some records cannot be read: run `factcheck check`", err=True)
    every = chosen or list(records.sources.values())
    addressed = [source for source in every if source.url != "unknown"]
    on = datetime.now(UTC).date().isoformat()
    found: list[watched.Watch] = []
    notes: list[bool | None] = []
    for seen in _watched(addressed, records, live.reader()):
        found.append(seen)
        if form == "text":
            click.echo(watched.line(seen), nl=False)
        if noted:
            notes.append(_note(root, records.sources[seen.source], seen.outcome, on))
    unaddressed = len(every) - len(addressed)
    if form == "text":
        click.echo(watched.summary(found, unaddressed))
    else:
        click.echo(watched.FORMATS[form](found, on, unaddressed), nl=False)
    if noted:
        click.echo(f"records written: {notes.count(True)}", err=True)
    return 2 if None in notes else 0


def _watched(
    sources: Sequence[Source], records: Records, reader: Reader
) -> Iterator[watched.Watch]:
    """Yield what is found at one source after another."""
    from generator.web.fetched import Unread

    quoted = quotations(records)
    for source in sources:
        try:
            outcome = reader.compare(source, quoted.get(source.id, ()))
        except Unread as why:
            outcome = Outcome("unread", reason=str(why))
        yield watched.Watch(source.id, source.url, outcome)


def _note(root: Path, source: Source, outcome: Outcome, on: str) -> bool | None:
    """Write what was found into a source's record where it says otherwise.

    Return whether that was needed; None where it cannot be done, which is told.
    """
    if outcome.status == "unread" or outcome.agrees(source.watched):
        return False
    path = root / "data" / "sources" / f"{source.id}.yml"
    anchors = [one.anchor for one in outcome.missing]
    try:
        text = path.read_bytes().decode("utf-8")
        fresh = replace_watched(text, watched_block(outcome.status, on, outcome.to, anchors))
    except ValueError as error:
        click.echo(f"data/sources/{source.id}.yml: {error}", err=True)
        return None
    write(path, fresh.encode("utf-8"))
    return True
