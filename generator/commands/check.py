"""`factcheck check`: every record, every rule, all findings at once."""

import gc
from pathlib import Path

import click

from generator import pipeline
from generator.commands.microsite import root_option
from generator.publish import reports


@click.command()
@root_option
@click.option("--strict", is_flag=True, help="Warnings fail as errors do.")
@click.option("--format", "form", type=click.Choice(list(reports.FORMATS)), default="text")
@click.option(
    "--texts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with sealed documents, to show how a failing passage differs.",
)
def check(root: Path, strict: bool, form: str, texts: Path | None) -> int:
    """Check every record and print all findings; nothing is written."""
    gc.disable()  # the process ends with this check, which makes many values and no cycles
    checked = pipeline.check(root, texts)
    click.echo(reports.FORMATS[form](checked.findings, checked.claims, checked.skipped), nl=False)
    return 1 if checked.errors or (strict and checked.findings) else 0
