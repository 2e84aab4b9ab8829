"""Findings as text for people, for GitHub as annotations and as a table, as JSON for programs.

A report is inert: characters that could steer a terminal or a build log are shown, not sent.
Every report takes `first`, the paths that changed; only those for GitHub put them first.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Protocol

from generator.findings import RULES, Finding, Place
from generator.pages.words import number
from generator.publish.inert import code, cut, no_command, visible

_WIDEST = 150
_MOST = 10
_WAITING = "not checked to the end, until the above is mended:"
_ANNOTATIONS = 10
_LONGEST = 2000
_SUMMARY_BYTES = 1_000_000
_HEAD = "| place | code | what | hint |\n|---|---|---|---|"


class Report(Protocol):
    """What makes one text of the findings, the number of claims and the records that wait."""

    def __call__(
        self,
        findings: Sequence[Finding],
        claims: int,
        skipped: Sequence[str] = (),
        first: Collection[str] = (),
    ) -> str:
        """Return the report; `first` are the paths of changed files."""


def text(
    findings: Sequence[Finding],
    claims: int,
    skipped: Sequence[str] = (),
    first: Collection[str] = (),
) -> str:
    """Return all findings for people, each with its line and a caret, and a last line that counts.

    `skipped` are the paths of records that were not checked to the end.
    """
    parts = [_block(finding) for finding in findings]
    if skipped:
        rest = [f"and {len(skipped) - _MOST} more"] if len(skipped) > _MOST else []
        parts.append("\n  ".join([_WAITING, *map(visible, skipped[:_MOST]), *rest]))
    parts.append(_count(findings, claims))
    return "\n".join(no_command(visible(part, keep="\n")) for part in parts) + "\n"


def github(
    findings: Sequence[Finding],
    claims: int,
    skipped: Sequence[str] = (),
    first: Collection[str] = (),
) -> str:
    """Return at most ten workflow commands of a kind, then the count.

    Findings of changed files come first, errors before warnings; the tenth of a kind says how
    many more there are. Sources: GitHub's workflow commands, `::error file=…,line=…,col=…,
    title=…::message`, in which per cent, line breaks, colons and commas are written as per cent
    codes; ExecutionContext.cs of GitHub's runner, which keeps the first ten of a kind in a step.
    """
    lines, told = [], Counter[str]()
    total = Counter(finding.severity for finding in findings)
    for finding in _ranked(findings, first):
        kind, place = finding.severity, finding.place
        if told[kind] == _ANNOTATIONS:
            continue
        told[kind] += 1
        message = finding.message + (f" — {finding.hint}" if finding.hint else "")
        message = cut(message, _LONGEST)
        if told[kind] == _ANNOTATIONS < total[kind]:
            more = number(total[kind] - _ANNOTATIONS, f"more {kind}")
            message += f"\nThere are {more}: the table in the summary of this run has all."
        lines.append(
            f"::{kind} file={_property(place.path)},line={place.line},"
            f"col={place.column},title={_property(finding.code)}::{_data(message)}"
        )
    return "\n".join([*lines, _count(findings, claims)]) + "\n"


def markdown(
    findings: Sequence[Finding],
    claims: int,
    skipped: Sequence[str] = (),
    first: Collection[str] = (),
) -> str:
    """Return the count and a table of all findings, for the summary of a step on GitHub.

    Findings of changed files come first, errors before warnings. Rows that do not fit are counted
    in a last line. Source: GitHub shows no summary of a step above 1 MiB.
    """
    parts = [f"**{_count(findings, claims)}**"]
    if findings:
        parts += ["", *_table(_ranked(findings, first))]
    if skipped:
        rest = [f"- and {len(skipped) - _MOST} more"] if len(skipped) > _MOST else []
        listed = [f"- {cell(path)}" for path in skipped[:_MOST]]
        parts += [f"\n{_WAITING[0].upper()}{_WAITING[1:]}\n", *listed, *rest]
    return "\n".join(parts) + "\n"


def as_json(
    findings: Sequence[Finding],
    claims: int,
    skipped: Sequence[str] = (),
    first: Collection[str] = (),
) -> str:
    """Return `{"claims": n, "findings": [...]}` with one mapping a finding."""
    listed = [
        {
            "code": finding.code,
            "severity": finding.severity,
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "message": finding.message,
            "hint": finding.hint,
        }
        for finding in findings
    ]
    return no_command(json.dumps({"claims": claims, "findings": listed}, indent=2)) + "\n"


FORMATS: dict[str, Report] = {
    "text": text,
    "github": github,
    "json": as_json,
    "markdown": markdown,
}


def explanation(code: str) -> str:
    """Return what a code means: its rule, a bad example and a good one; raises KeyError."""
    return f"{code}: {RULES[code].explanation}\n"


def cell(value: str) -> str:
    """Return a text, if there is any, as a code span that stays inside one cell on GitHub.

    A bar behind a backslash is written by its number, since readers of tables differ over which
    of the two escapes the other.
    """
    if not value.strip():
        return ""
    return code(value, _LONGEST).replace("\\|", "\\\\u007c").replace("|", "\\|")


def _table(findings: Sequence[Finding]) -> list[str]:
    """Return the lines of a table of findings, and what was left out of it for want of room."""
    lines = [_HEAD]
    room = _SUMMARY_BYTES
    for told, finding in enumerate(findings):
        place = finding.place
        where = cell(f"{place.path}:{place.line}:{place.column}")
        line = f"| {where} | {finding.code} | {cell(finding.message)} | {cell(finding.hint)} |"
        room -= len(line.encode()) + 1
        if room < 0:
            left = number(len(findings) - told, "more finding")
            lines.append(f"\n{left} did not fit in here: `factcheck check` prints all.")
            break
        lines.append(line)
    return lines


def _ranked(findings: Sequence[Finding], first: Collection[str]) -> list[Finding]:
    """Return the findings of the paths in `first`, then the others; errors first in both."""
    changed = frozenset(first)
    return sorted(findings, key=lambda f: (f.place.path not in changed, f.severity != "error"))


def _block(finding: Finding) -> str:
    place = finding.place
    head = f"{visible(place.path)}:{place.line}:{place.column}: {finding.severity} {finding.code}:"
    lines = [f"{head} {_flat(finding.message)}"]
    if place.text.strip():
        lines += _pointed(place)
    if finding.hint:
        lines.append(f"    hint: {_flat(finding.hint)}")
    return "\n".join(lines)


def _pointed(place: Place) -> list[str]:
    """Return the line of a place and a caret below its column; a long line is cut around it."""
    start = max(0, place.column - _WIDEST // 2) if len(place.text) > _WIDEST else 0
    shown = visible(place.text[start : start + _WIDEST].replace("\t", " "))
    before = visible(place.text[start : place.column - 1].replace("\t", " "))
    return [f"    | {shown}", f"    | {' ' * sum(map(_width, before))}^"]


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _flat(value: str) -> str:
    return " ".join(value.split("\n"))


def _count(findings: Sequence[Finding], claims: int) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    read = number(claims, "claim")
    if not findings:
        return f"{read} checked, nothing found"
    files = number(len({finding.place.path for finding in findings}), "file")
    return f"{number(errors, 'error')}, {number(warnings, 'warning')} in {files}; {read} checked"


def _data(value: str) -> str:
    safe = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(safe)


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
