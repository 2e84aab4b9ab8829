"""Findings as text for people, as annotations for GitHub, and as JSON for programs.

A report is inert: characters that could steer a terminal or a build log are shown, not sent.
"""

import json
import unicodedata
from collections.abc import Sequence

from generator.findings import RULES, Finding, Place

_WIDEST = 150
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_MOST = 10
_WAITING = "not checked to the end, until the above is mended:"


def text(findings: Sequence[Finding], claims: int, skipped: Sequence[str] = ()) -> str:
    """Return all findings for people, each with its line and a caret, and a last line that counts.

    `skipped` are the paths of records that were not checked to the end.
    """
    parts = [_block(finding) for finding in findings]
    if skipped:
        rest = [f"and {len(skipped) - _MOST} more"] if len(skipped) > _MOST else []
        parts.append("\n  ".join([_WAITING, *map(visible, skipped[:_MOST]), *rest]))
    parts.append(_count(findings, claims))
    return "\n".join(_inert(part) for part in parts) + "\n"


def github(findings: Sequence[Finding], claims: int, skipped: Sequence[str] = ()) -> str:
    """Return all findings as workflow commands, then the count.

    Source: GitHub's workflow commands, `::error file=…,line=…,col=…,title=…::message`, in which
    per cent, line breaks, colons and commas are written as per cent codes.
    """
    lines = []
    for finding in findings:
        place = finding.place
        message = finding.message + (f" — {finding.hint}" if finding.hint else "")
        lines.append(
            f"::{finding.severity} file={_property(place.path)},line={place.line},"
            f"col={place.column},title={_property(finding.code)}::{_data(message)}"
        )
    return "\n".join([*lines, _count(findings, claims)]) + "\n"


def as_json(findings: Sequence[Finding], claims: int, skipped: Sequence[str] = ()) -> str:
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
    return _no_command(json.dumps({"claims": claims, "findings": listed}, indent=2)) + "\n"


FORMATS = {"text": text, "github": github, "json": as_json}


def explanation(code: str) -> str:
    """Return what a code means: its rule, a bad example and a good one; raises KeyError."""
    return f"{code}: {RULES[code].explanation}\n"


def visible(value: str, keep: str = "") -> str:
    """Return the text with control and direction characters written as `\\u001b`, not sent."""
    if value.isprintable():
        return value
    return "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) in _UNSEEN and c not in keep else c
        for c in value
    )


def _inert(part: str) -> str:
    return _no_command(visible(part, keep="\n"))


def _no_command(value: str) -> str:
    """Return the text without `##[`, which may be written so in JSON as well.

    Source: GitHub's runner takes `##[` anywhere in a line, and `::` at its start behind any
    white space, for a command; hence also the bar before a file's line.
    """
    return value.replace("##[", "##\\u005b")


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
    read = _number(claims, "claim")
    if not findings:
        return f"{read} checked, nothing found"
    files = _number(len({finding.place.path for finding in findings}), "file")
    return f"{_number(errors, 'error')}, {_number(warnings, 'warning')} in {files}; {read} checked"


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _data(value: str) -> str:
    safe = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(safe)


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
