"""What became of the sources' pages: lines for people, an issue for GitHub, JSON for programs.

A report is inert: words of records and of the web are shown, and steer nothing.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.watching import Cited, Outcome, Status, counts
from generator.pages.words import number
from generator.publish.inert import code, flat, no_command

MOST_CHARACTERS = 60_000
"""Of the body of an issue. Source: GitHub takes 65,536, and we may have miscounted its way."""

_LONGEST = 300
_HEADINGS: dict[Status, str] = {
    "changed": "Changed: these quoted sentences were not found there",
    "gone": "Gone: the server has no page there, and the link should turn to an archived copy",
    "moved": "Moved: the quoted sentences were found at a new address",
    "unread": "Not read, or not known again: nobody can say",
}


@dataclass(frozen=True, slots=True)
class Watch:
    """One source, its address, and what was found there."""

    source: str
    address: str
    outcome: Outcome


def line(watch: Watch) -> str:
    """What was found at one source, for people; sentences that are missing stand below."""
    parts = [f"{flat(watch.source)}: {_told(watch.outcome)}\n"]
    missing = ((flat(one.anchor), flat(one.words, _LONGEST)) for one in watch.outcome.missing)
    return "".join([*parts, *(f"    {anchor} {words}\n" for anchor, words in missing)])


def summary(watches: Sequence[Watch], unaddressed: int = 0) -> str:
    """How many sources were found in which state, on one line.

    Args:
        watches: what was found.
        unaddressed: how many sources have no address.
    """
    found = counts([watch.outcome for watch in watches])
    read = len(watches) - found["unread"]
    told = ", ".join(f"{found[status]} {status}" for status in found if status != "unread")
    parts = [f"{number(read, 'source')} read: {told}", f"{found['unread']} not read"]
    if unaddressed:
        parts.append(f"{unaddressed} without an address")
    return "; ".join(parts)


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
        parts.append(f"\n{number(left, 'more source')} did not fit: `factcheck watch` lists all.\n")
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
    return no_command(json.dumps(whole, indent=2)) + "\n"


FORMATS = {"markdown": markdown, "json": as_json}
"""All but text, of which `line` and `summary` are told as they are found."""


def _told(outcome: Outcome) -> str:
    if outcome.status == "moved":
        return f"moved to {flat(outcome.to, _LONGEST)}"
    if outcome.status == "changed":
        return f"changed: {_lost(outcome)}"
    if outcome.status == "unread":
        return f"not read: {flat(outcome.reason, _LONGEST)}"
    return outcome.status


def _lost(outcome: Outcome) -> str:
    lost, quoted = len(outcome.missing), outcome.quoted
    if quoted == 1:
        told = "the 1 quoted sentence was not found there"
    elif lost == quoted:
        told = f"of {quoted} quoted sentences none was found there"
    else:
        was = "was" if lost == 1 else "were"
        told = f"{lost} of {quoted} quoted sentences {was} not found there"
    return f"{told}: {outcome.hint}" if outcome.hint else told


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
    return code(value, _LONGEST)
