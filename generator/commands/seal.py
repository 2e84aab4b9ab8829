"""`factcheck seal`: write a source's seal from its document, or repeat it."""

from collections.abc import Set
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.commands import live
from generator.commands.microsite import root_option
from generator.commands.sources import find_source
from generator.evidence import sealing
from generator.publish.inert import visible
from generator.publish.single import write
from generator.records.numbers import parse_numbers
from generator.records.source import Source


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


class _Document(click.ParamType[Path | str]):
    name = "FILE|URL"

    def convert(
        self, value: Path | str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | str:
        if isinstance(value, str) and value.lower().startswith(("http://", "https://")):
            return value
        return click.Path(path_type=Path, exists=True, dir_okay=False).convert(value, param, ctx)


@click.command()
@root_option
@click.argument("source")
@click.argument("document", type=_Document(), metavar="FILE|URL")
@click.option("--skip", type=_Numbers(), help="Boilerplate: sealed, never citable.")
@click.option("--headline", type=_Numbers(), help="The headline's sentences.")
@click.option("--verify", is_flag=True, help="Repeat the seal; write nothing.")
@click.option("--show", is_flag=True, help="List the sentences by number; seal nothing.")
@click.option(
    "--save",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the text that was read from URL; outside data/ and docs/.",
)
def seal(
    root: Path,
    source: str,
    document: Path | str,
    skip: frozenset[int] | None,
    headline: frozenset[int] | None,
    verify: bool,
    show: bool,
    save: Path | None,
) -> int:
    """Seal SOURCE with the document in FILE, or with the article at URL as it is now.

    Only the hashes of its sentences are kept. Whoever quotes from it, or repeats the seal, needs
    the text: `--save` keeps what was read from URL.
    """
    _refuse(root, document, save)
    record = find_source(root, source)
    raw = _read(document, save)
    try:
        if show:
            return _show(record, raw, skip, headline)
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
    if isinstance(document, str) and save is None:
        kept = "the text was not kept: --save FILE keeps it, to quote from and to repeat the seal"
        click.echo(kept, err=True)
    return 0


def _refuse(root: Path, document: Path | str, save: Path | None) -> None:
    """End the command where the text would be saved in vain, or among the microsite's files."""
    if save is None:
        return
    if isinstance(document, Path):
        raise click.UsageError("--save goes with a URL: the text of a file is there already")
    for folder in ("data", "docs"):
        if save.resolve().is_relative_to((root / folder).resolve()):
            raise click.UsageError(f"--save: nobody's article belongs below {folder}/")


def _read(document: Path | str, save: Path | None) -> bytes:
    """Return the document's bytes: the file's, or the text at the address, saved if asked for."""
    if isinstance(document, Path):
        return document.read_bytes()
    reader = live.reader()
    from generator.web.fetched import Unread

    try:
        raw = reader.text(document).encode("utf-8", "replace")
    except Unread as why:
        raise click.ClickException(visible(f"{document} cannot be read: {why}")) from None
    if save is not None:
        write(save, raw)
        click.echo(f"{save}: the text as it was read", err=True)
    return raw


def _show(record: Source, raw: bytes, skip: Set[int] | None, headline: Set[int] | None) -> int:
    """Print the sentences with their numbers; what is not said is marked as in the seal."""
    old = record.seal
    if skip is None:
        skip = old.skip if old else frozenset()
    if headline is None:
        headline = old.headline if old else frozenset()
    click.echo(visible("\n".join(sealing.listing(raw, skip, headline)), keep="\n"))
    return 0


def _verify(differences: list[str], source: str) -> int:
    for line in differences[:20]:
        click.echo(f"{source}: {line}")
    if len(differences) > 20:
        click.echo(f"{source}: and {len(differences) - 20} more")
    if not differences:
        click.echo(f"{source}: the document gives the same seal")
    return 1 if differences else 0
