"""`factcheck revise KIND/ID …`: the entries that tell readers what changed in records."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator import pipeline
from generator.changes import compare, telling, writing
from generator.commands import revision
from generator.commands.microsite import root_option
from generator.findings import did_you_mean
from generator.publish.inert import visible
from generator.publish.single import write as write_file
from generator.records.reading import Records

Name = tuple[str, str]
_JOINERS = "\u200c\u200d"  # within words of some scripts, where a record may hold them


@click.command()
@root_option
@click.argument("records", metavar="[KIND/ID …]", nargs=-1)
@click.option("--base", metavar="REV", default="HEAD", help="What was published; the last commit.")
@click.option("--kind", type=click.Choice(["correction", "update", "wording"]))
@click.option("--reason", help="Why, for readers.")
@click.option("--write", is_flag=True, help="Write the entries into the records.")
def revise(
    root: Path,
    records: tuple[str, ...],
    base: str,
    kind: str | None,
    reason: str | None,
    write: bool,
) -> int:
    """Print the entry for `revisions` of records such as claims/security-shield; of all by default.

    It holds, for each field that changed since REV, what stood there before. With --write it goes
    into the record, behind the entries that are there.
    """
    if write and not (kind and reason):
        raise click.UsageError("--write needs --kind and --reason: nobody else knows them")
    before, after = pipeline.read_both(root, revision.at(root, base))
    both = {(p.kind, p.id): p for p in compare.pairs(before, after) if p.old and p.new}
    names = [_named(word, both, before, after) for word in records] or sorted(both)
    renamed, told = compare.renamed(before, after), 0
    for name in names:
        pair = both[name]
        public = pair.old is not None and compare.was_public(pair.old)
        if not public or not (was := telling.unsaid(before, pair, renamed)):
            continue
        today = datetime.now(UTC).date().isoformat()
        entry: dict[str, Any] = {"date": today, "kind": kind, "reason": reason, "was": was}
        path = f"data/{'verdicts' if name[0] == 'verdicts' else '/'.join(name)}.yml"
        told += 1
        if write:
            _write(root / path, entry, name)
            click.echo(f"{path}: told")
        else:
            head = [f"# {path}"] if len(names) > 1 else []
            lines = [visible(line, keep=_JOINERS) for line in writing.entry_lines(entry)]
            click.echo("\n".join([*head, *(f"  {line}" for line in lines)]))
    if not told:
        click.echo("nothing changed that readers must be told of", err=True)
    return 0


def _named(word: str, both: dict[Name, compare.Pair], before: Records, after: Records) -> Name:
    """Return kind and id of a record that stands in both states; ends the command else."""
    kind, _, id_ = word.removeprefix("data/").removesuffix(".yml").partition("/")
    if (kind, id_) in both:
        return kind, id_
    if (kind, id_) in after.unread or (kind == "verdicts" and ("verdicts", "") in after.unread):
        raise click.ClickException(f"{word} has errors; `factcheck check` says which")
    known = kind in compare.KINDS
    if known and id_ in after.of(kind):
        told = "is new, so there is nothing to tell; if it had another id, add `formerly: [old-id]`"
        raise click.ClickException(f"{word} {told}")
    if known and id_ in before.of(kind):
        raise click.ClickException(f"{word} is gone; bring it back, or name it in `formerly`")
    near = did_you_mean(word, ["/".join(name) for name in both], "write it as claims/ID")
    raise click.UsageError(f"there is no record {word!r}; {near}")


def _write(path: Path, entry: dict[str, Any], name: Name) -> None:
    under = name[1] if name[0] == "verdicts" else ""
    try:
        text = writing.with_revision(path.read_bytes().decode("utf-8"), entry, under)
    except ValueError as error:
        raise click.ClickException(f"{path.name}: {error}") from None
    write_file(path, text.encode("utf-8"))
