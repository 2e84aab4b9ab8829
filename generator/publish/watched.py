"""What became of the sources' pages: lines for people, an issue for GitHub, JSON for programs.

A report is inert: words of records and of the web are shown, and steer nothing.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.watching import Cited, Outcome, Status, counts
from generator.publish.reports import visible

MOST_CHARACTERS = 60_000
"""Of the body of an issue. Source: GitHub takes 65,536, and we may have miscounted its way."""

_LONGEST = 300
_PERHAPS = "see whether the page asks for a log-in or scripts"
_HEADINGS: dict[Status, str] = {
    "changed": "Changed: these quoted sentences are not there any more",
    "gone": "Gone: the link should turn to an archived copy",
    "moved": "Moved: the quoted sentences stand at a new address",
    "unread": "Not read: nobody can say",
}


@dataclass(frozen=True, slots=True)
class Watch:
    """One source, its address, and what was found there."""

    source: str
    address: str
    outcome: Outcome


def line(watch: Watch) -> str:
    """What was found at one source, for people; sentences that are missing stand below."""
    parts = [f"{watch.source}: {_told(watch.outcome)}"]
    parts += [f"    {one.anchor} {_cut(one.words)}" for one in watch.outcome.missing]
    return "\n".join(_inert(part) for part in parts) + "\n"


def summary(watches: Sequence[Watch], unaddressed: int = 0) -> str:
    """How many sources were found in which state, on one line.

    Args:
        watches: what was found.
        unaddressed: how many sources have no address.
    """
    found = counts([watch.outcome for watch in watches])
    read = len(watches) - found["unread"]
    told = ", ".join(f"{found[status]} {status}" for status in found if status != "unread")
    parts = [f"{_number(read, 'source')} read: {told}", f"{found['unread']} not read"]
    if unaddressed:
        parts.append(f"{unaddressed} without an address")
    return "; ".join(parts)


def text(watches: Sequence[Watch], on: str, unaddressed: int = 0) -> str:
    """Every line and the summary."""
    return "".join(map(line, watches)) + f"{summary(watches, unaddressed)}\n"


def markdown(watches: Sequence[Watch], on: str, unaddressed: int = 0) -> str:
    """The body of an issue on GitHub: what people should look at, and the summary.

    What does not fit is counted. No word of a record or of the web stands outside a code span, in
    which GitHub reads no HTML, link, mention, number of an issue or name of a commit.

    Args:
        watches: what was found.
        on: the day, such as 2026-11-22.
        unaddressed: how many sources have no address.
    """
    parts = [f"Read on {on}. {summary(watches, unaddressed).capitalize()}.\n"]
    room = MOST_CHARACTERS - len(parts[0]) - _LONGEST
    left = 0
    for status, heading in _HEADINGS.items():
        entries = [_entry(watch) for watch in watches if watch.outcome.status == status]
        head = f"\n## {heading}\n\n"
        for entry in entries:
            if len(head) + len(entry) > room:
                left += 1
                continue
            room -= len(head) + len(entry)
            parts.append(head + entry)
            head = ""
    if left:
        parts.append(
            f"\n{_number(left, 'more source')} did not fit: `factcheck watch` lists all.\n"
        )
    if any(watch.outcome.status in ("changed", "gone", "moved") for watch in watches):
        parts.append(
            "\nLook at each page yourself. `factcheck watch --write` with the names of sources"
            " notes in their records what was found.\n"
        )
    return "".join(parts)


def as_json(watches: Sequence[Watch], on: str, unaddressed: int = 0) -> str:
    """`{"on", "unaddressed", "sources": [...]}` with one mapping a source."""
    listed = [
        {
            "source": watch.source,
            "address": watch.address,
            "status": watch.outcome.status,
            "to": watch.outcome.to or None,
            "missing": [
                {"anchor": one.anchor, "words": one.words} for one in watch.outcome.missing
            ],
            "quoted": watch.outcome.quoted,
            "reason": watch.outcome.reason or None,
        }
        for watch in watches
    ]
    whole = {"on": on, "unaddressed": unaddressed, "sources": listed}
    return _no_command(json.dumps(whole, indent=2)) + "\n"


FORMATS = {"text": text, "markdown": markdown, "json": as_json}


def _told(outcome: Outcome) -> str:
    if outcome.status == "moved":
        return f"moved to {_cut(outcome.to)}"
    if outcome.status == "changed":
        return f"changed: {_lost(outcome)}"
    if outcome.status == "unread":
        return f"not read: {_cut(outcome.reason)}"
    return outcome.status


def _lost(outcome: Outcome) -> str:
    lost, quoted = len(outcome.missing), outcome.quoted
    if quoted == 1:
        return f"the 1 quoted sentence is not there: {_PERHAPS}"
    if lost == quoted:
        return f"of {quoted} quoted sentences none is there: {_PERHAPS}"
    return f"{lost} of {quoted} quoted sentences {'is' if lost == 1 else 'are'} not there"


def _entry(watch: Watch) -> str:
    """One item of a list, with its line end."""
    outcome, head = watch.outcome, f"- {_code(watch.source)} {_code(watch.address)}"
    if outcome.status == "moved":
        return f"{head} → {_code(outcome.to)}\n"
    if outcome.status == "unread":
        return f"{head}: {_code(outcome.reason)}\n"
    if outcome.status == "changed":
        lost = "".join(f"  - {_missing(one)}\n" for one in outcome.missing)
        return f"{head}: {_lost(outcome)}\n{lost}"
    return f"{head}\n"


def _missing(one: Cited) -> str:
    return f"{_code(one.anchor)} {_code(one.words)}"


def _code(value: str) -> str:
    """The text as a code span of Markdown, on one line, whatever it holds."""
    flat = _cut(" ".join(_inert(value).split())) or "?"
    fence = "`" * (max(map(len, re.findall("`+", flat)), default=0) + 1)
    pad = " " if "`" in flat else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def _cut(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]} […]"


def _inert(value: str) -> str:
    return _no_command(visible(value))


def _no_command(value: str) -> str:
    """The text without `##[`, which GitHub's runner takes for a command anywhere in a line."""
    return value.replace("##[", "##\\u005b")


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
