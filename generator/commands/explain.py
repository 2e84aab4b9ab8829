"""`factcheck explain CODE…`: the rule behind each code, a bad example and a good one."""

import click

import generator.pipeline  # noqa: F401  registers every rule
from generator.findings import RULES, did_you_mean
from generator.publish import reports


@click.command()
@click.argument("codes", metavar="[CODE]...", nargs=-1)
def explain(codes: tuple[str, ...]) -> int:
    """Print what each CODE means; without one, list all codes."""
    if not codes:
        for known in sorted(RULES):
            click.echo(f"{known}  {RULES[known].explanation.splitlines()[0]}")
        return 0
    for code in codes:
        if code.upper() not in RULES:
            hint = did_you_mean(code.upper(), RULES, "see `factcheck explain`")
            raise click.UsageError(f"no code {code!r}; {hint}")
    click.echo("\n".join(reports.explanation(code.upper()) for code in codes), nl=False)
    return 0
