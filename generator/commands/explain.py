"""`factcheck explain CODE`: the rule behind a code, a bad example and a good one."""

import click

import generator.pipeline  # noqa: F401  registers every rule
from generator.findings import RULES, did_you_mean
from generator.publish import reports


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Print what CODE means; without one, list all codes."""
    if code is None:
        for known in sorted(RULES):
            click.echo(f"{known}  {RULES[known].explanation.splitlines()[0]}")
        return 0
    wanted = code.upper()
    if wanted not in RULES:
        hint = did_you_mean(wanted, RULES, "see `factcheck explain`")
        raise click.UsageError(f"no code {code!r}; {hint}")
    click.echo(reports.explanation(wanted), nl=False)
    return 0
