"""`factcheck seal`: write a source's seal from its document, or repeat it."""

from datetime import UTC, datetime
from pathlib import Path

import click

from generator.commands.microsite import root_option
from generator.commands.sources import find_source
from generator.evidence import sealing
from generator.publish.reports import visible
from generator.publish.single import write
from generator.records.numbers import parse_numbers


class _Numbers(click.ParamType[frozenset[int]]):
    name = "1,29-32"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[int]:
        if value == "none":
            return frozenset()
        try:
            return parse_numbers(value)
        except ValueError:
            self.fail(f"{value!r} is no list of sentence numbers; write 1,29-32 or none")


@click.command()
@root_option
@click.argument("source")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--skip", type=_Numbers(), help="Boilerplate: sealed, never citable.")
@click.option("--headline", type=_Numbers(), help="The headline's sentences.")
@click.option("--verify", is_flag=True, help="Repeat the seal; write nothing.")
@click.option("--show", is_flag=True, help="List the sentences by number; write nothing.")
def seal(
    root: Path,
    source: str,
    file: Path,
    skip: frozenset[int] | None,
    headline: frozenset[int] | None,
    verify: bool,
    show: bool,
) -> int:
    """Seal SOURCE with the document in FILE; only the hashes of its sentences are kept."""
    record, raw = find_source(root, source), file.read_bytes()
    try:
        if show:
            old = record.seal
            if skip is None:
                skip = old.skip if old else frozenset()
            if headline is None:
                headline = old.headline if old else frozenset()
            click.echo(visible("\n".join(sealing.listing(raw, skip, headline)), keep="\n"))
            return 0
        if verify:
            return _verify(sealing.differences(record, raw), source)
        path = root / "data" / "sources" / f"{source}.yml"
        text = path.read_bytes().decode("utf-8")
        on = datetime.now(UTC).date().isoformat()
        sealed = sealing.seal(record, text, raw, on, skip, headline)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    if sealed.changed:
        write(path, sealed.record.encode("utf-8"))
    done = "sealed" if sealed.changed else "already sealed, nothing changed"
    click.echo(f"data/sources/{source}.yml: {sealed.sentences} sentences {done}")
    return 0


def _verify(differences: list[str], source: str) -> int:
    for line in differences[:20]:
        click.echo(f"{source}: {line}")
    if len(differences) > 20:
        click.echo(f"{source}: and {len(differences) - 20} more")
    if not differences:
        click.echo(f"{source}: the document gives the same seal")
    return 1 if differences else 0
