"""`factcheck check`: every record, every rule, all findings at once."""

import gc
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from generator import pipeline
from generator.commands import revision
from generator.commands.microsite import root_option
from generator.publish import reports


@click.command()
@root_option
@click.option("--strict", is_flag=True, help="Warnings fail as errors do.")
@click.option("--format", "form", type=click.Choice(list(reports.FORMATS)), default="text")
@click.option("--base", metavar="REV", help="Nothing published at this commit changed in silence.")
@click.option("--changed", is_flag=True, help="Show what is wrong in the files changed since REV.")
@click.option(
    "--texts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with sealed documents, to show how a failing passage differs.",
)
def check(
    root: Path, strict: bool, form: str, base: str | None, changed: bool, texts: Path | None
) -> int:
    """Check every record and print all findings; nothing is written.

    With --changed alone, REV is the last commit.
    """
    gc.disable()  # the process ends with this check, which makes many values and no cycles
    tree = revision.at(root, base or "HEAD", "data", "docs") if base or changed else None
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)  # somewhere it has begun
    checked = pipeline.check(root, texts, tree if base else None, tomorrow)
    findings = checked.findings
    first = revision.differing(root, tree) if tree else frozenset()
    if changed:
        findings = [finding for finding in findings if finding.place.path in first]
    report = reports.FORMATS[form](findings, checked.claims, checked.skipped, first)
    click.echo(report, nl=False)
    if elsewhere := len(checked.findings) - len(findings):
        stand = "1 more finding stands" if elsewhere == 1 else f"{elsewhere} more findings stand"
        click.echo(
            f"factcheck: {stand} in files that did not change: leave --changed out", err=True
        )
    return 1 if checked.errors or (strict and checked.findings) else 0
