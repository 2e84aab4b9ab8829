"""`factcheck revise KIND/ID`: the entry that tells readers what changed in a record."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import yaml

from generator import pipeline
from generator.changes import compare, telling
from generator.commands import revision
from generator.commands.microsite import root_option
from generator.findings import did_you_mean
from generator.publish.reports import visible

_KINDS = ("correction", "update", "wording")


class _Block(yaml.SafeDumper):
    """Writes long texts as folded blocks, as the records do."""


def _text(dumper: _Block, value: str) -> yaml.ScalarNode:
    long = len(value) > 60 or "\n" in value
    style = ("|" if "\n" in value.strip("\n") else ">") if long else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Block.add_representer(str, _text)


@click.command()
@root_option
@click.argument("record", metavar="KIND/ID")
@click.option("--base", metavar="REV", default="HEAD", help="What was published; the last commit.")
@click.option("--kind", type=click.Choice(_KINDS), default="correction", show_default=True)
@click.option("--reason", help="Why, for readers.")
def revise(root: Path, record: str, base: str, kind: str, reason: str | None) -> int:
    """Print the entry for `revisions` of a record such as claims/security-shield.

    It holds, for each field that changed since REV, what stood there before.
    """
    folder, _, id_ = record.removeprefix("data/").removesuffix(".yml").partition("/")
    before, after = pipeline.read_both(root, revision.at(root, base))
    both = {(p.kind, p.id): p for p in compare.pairs(before, after) if p.old and p.new}
    if (folder, id_) not in both:
        hint = did_you_mean(record, ["/".join(name) for name in both], "write it as claims/ID")
        raise click.UsageError(f"there is no record {record!r} in both states; {hint}")
    found = telling.unsaid(before, both[folder, id_], compare.renamed(before, after))
    if not found:
        click.echo(f"{record}: nothing changed that readers must be told of", err=True)
        return 0
    lines = [f"date: {datetime.now(UTC).date().isoformat()}", f"kind: {kind}"]
    lines += _lines({"reason": reason}) if reason else ["reason:  # why, for readers"]
    lines += _lines({"was": found})
    click.echo("  - " + "\n    ".join(visible(line) for line in lines))
    return 0


def _lines(value: dict[str, Any]) -> list[str]:
    text = yaml.dump(value, Dumper=_Block, allow_unicode=True, sort_keys=False, width=96)
    return text.rstrip("\n").split("\n")
