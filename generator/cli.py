"""The command `factcheck`: its commands, and how any of them ends."""

import importlib
import io
import os
import signal
import sys
import traceback
from typing import Any

import click

from generator import __version__

COMMANDS = {
    "check": "Check every record; write nothing.",
    "diff": "Say what a change means, for people.",
    "build": "Build the site into site/.",
    "serve": "Preview the site; edits show at once.",
    "stage": "Write the pages to a folder, for any builder.",
    "new": "Begin a record, with its blanks.",
    "seal": "Seal a source's document, or repeat its seal.",
    "watch": "Compare live pages with what is quoted from them.",
    "quote": "Print a passage as evidence, ready to paste.",
    "revise": "Print the entry that tells what changed in a record.",
    "find": "List where the archive quotes some words.",
    "explain": "Say what a code means.",
    "schema": "Write the JSON Schemas of the records.",
}


class _Lazy(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"generator.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101  our own modules
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        from generator.findings import did_you_mean

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            hint = did_you_mean(args[0], COMMANDS, "see `factcheck --help`")
            ctx.fail(f"no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def factcheck() -> None:
    """Check and build a fact-check microsite from YAML claim records.

    Exit codes: 0 clean, 1 findings, 2 usage or a file that cannot be read or written,
    3 a fault of the program, 130 interrupted.
    """


def main() -> None:
    """Run the command line and exit: every way to end is one sentence and one exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console that is not UTF-8
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # tidy up as for Ctrl-C
        # Not `factcheck.main()`, which ends with 1 when a pipe breaks: that would mean findings.
        with factcheck.make_context("factcheck", sys.argv[1:]) as context:
            code = factcheck.invoke(context)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        _end(error.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        click.echo(err=True)  # behind the ^C of the terminal
        _end("interrupted; nothing was left half-written", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _end(f"{where}{error.strerror or error}", 2)
    except Exception:
        traceback.print_exc()
        _end("this is a fault of the program, not of your records; please report the above", 3)


def _end(sentence: str, code: int) -> None:
    click.echo(f"factcheck: {sentence}", err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
