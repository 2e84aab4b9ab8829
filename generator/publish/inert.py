"""Words of contributors and of the web in a report: shown, and steering nothing.

Characters that could steer a terminal are written by their numbers, nothing is a command to the
runner of a build, and in a code span GitHub reads no HTML, link, mention or number of an issue.
"""

import re
import unicodedata

_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_EMPTY = "…"


def visible(value: str, keep: str = "") -> str:
    """Return the text with control and direction characters written as `\\u001b`, not sent."""
    if value.isprintable():
        return value
    return "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) in _UNSEEN and c not in keep else c
        for c in value
    )


def no_command(value: str) -> str:
    """Return the text without `##[`, which may be written so in JSON as well.

    A line with words of others begins with words of ours, for the other command is `::` at its
    start. Source: GitHub's runner takes `##[` anywhere in a line, and `::` at its start behind any
    white space, for a command.
    """
    return value.replace("##[", "##\\u005b")


def flat(value: str, most: int = 0) -> str:
    """Return a text on one line, to `most` characters: visible, and no command.

    Line breaks are spaces, and of what is cut the number of characters is told.
    """
    line = " ".join(no_command(visible(value, keep="\n")).split())
    return cut(line, most) if most else line


def cut(value: str, most: int) -> str:
    """Return the first characters of a text, and how many more there are."""
    more = len(value) - most
    if more <= 0:
        return value
    return f"{value[:most]} […and {more:,} more character{'s' * (more > 1)}]"


def code(value: str, most: int) -> str:
    """Return a text on one line, to `most` characters, as a code span that it cannot get out of.

    It stands between more backticks than it has itself in a row; nothing at all is shown as `…`.
    Source: CommonMark 0.31, 6.1: a run of backticks ends at the next run of the same length, and
    one space within is taken off at both ends.
    """
    shown = flat(value, most) or _EMPTY
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
