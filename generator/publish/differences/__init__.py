"""What a change means, as text for people, as Markdown for GitHub, and as JSON for programs.

Each is inert, whatever contributors wrote: control and direction characters are shown, not sent,
and nothing in it is markup, a link, a mention or a command.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict

from generator.changes.change import Meaning
from generator.publish.differences.lines import Line, Part, Theirs, figure_name
from generator.publish.differences.sections import Section, sections, summary
from generator.publish.inert import code, flat, no_command

_LONGEST = 1_200
_LONGEST_LINE = 8_000
_MARKDOWN_BYTES = 900_000
_MARKS = {"": "{}", "quoted": "“{}”", "out": "[-{}-]", "in": "{{+{}+}}"}
_MARKDOWN_MARKS = {"": "{}", "quoted": "{}", "out": "~~{}~~", "in": "**{}**"}
_LEFT_OUT = "left out for want of room; `factcheck diff --format text` shows them."


def text(meaning: Meaning) -> str:
    """Return a sentence for readers, then each section with its entries, indented."""
    lines = [summary(meaning)]
    for section in sections(meaning):
        lines += ["", section.heading]
        for line in (line for entry in section.entries for line in entry):
            bar = "| " if line.words else ""
            lines.append(f"{'  ' * (line.depth + 1)}{bar}{_line(line, _plainly)}")
    return no_command("\n".join(lines)) + "\n"


def markdown(meaning: Meaning) -> str:
    """Return the same as Markdown: a heading a section, nested lists, all that is theirs as code.

    In a code span GitHub reads no HTML, link, mention, issue number or other mark. Every section
    has its share of the room, so that none is crowded out; what does not fit is counted at its
    end. Source: GitHub shows no summary of a step above 1 MiB.
    """
    parts, found = [f"**{summary(meaning)}**\n"], sections(meaning)
    for section in found:
        parts.append(f"\n#### {section.heading}\n\n")
        parts += _entries(section, _MARKDOWN_BYTES // len(found))
    return "".join(parts)


def _entries(section: Section, room: int) -> Iterator[str]:
    """Yield the entries of a section as Markdown, to so many bytes, and how many are left out."""
    left_out = 0
    for entry in section.entries:
        lines = [f"{'  ' * line.depth}- {_line(line, _as_code)}\n" for line in entry]
        written = "".join(lines)
        room -= len(written.encode())
        if room >= 0:
            yield written
        else:
            left_out += 1
    if left_out:
        changes = "1 more change" if left_out == 1 else f"{left_out:,} more changes"
        yield f"- {changes} {_LEFT_OUT}\n"


def as_json(meaning: Meaning) -> str:
    """Return one object with these keys, each value as its class in `generator.changes` says.

    `summary`: the sentence for readers; `records`: a list of RecordChange (record, events,
    formerly, public, own, verdict, carries, figures, origins, unknown, quotations, quoted,
    unquoted, fields, revisions, silent, rewritten, bears_on, because); `seals`: of SealChange
    (what, source, sentences, kept, fields, repeat); `site`: of FieldChange (field, removed,
    added, reworded, reordered); `scale`: a FieldChange or null; `pages`: of PageChange (path,
    what, text); `unread`: of Unread (path, when, typed). A record is named by kind, id and title;
    a text `reworded` has `words`, how many changed, and `steps`, pairs of same, out or in and
    words; each of `figures` has its name for readers in `words`. Nothing is cut, and keys are only
    ever added.
    """
    value = {"summary": summary(meaning), **asdict(meaning)}
    for one in (one for record in value["records"] for one in record["figures"]):
        one["words"] = figure_name(one["figure"])
    return no_command(json.dumps(value, indent=2)) + "\n"


FORMATS: dict[str, Callable[[Meaning], str]] = {
    "text": text,
    "markdown": markdown,
    "json": as_json,
}


def _line(line: Line, write: Callable[[Theirs], str]) -> str:
    """Return the parts of a line, those of contributors written by `write`, to a bound."""
    written: list[str] = []
    room = _LONGEST_LINE
    for part in line.parts:
        written.append(_part(part, write))
        room -= len(written[-1])
        if room < 0:
            written.append(" […]")
            break
    return "".join(written)


def _part(part: Part, write: Callable[[Theirs], str]) -> str:
    return write(part) if isinstance(part, Theirs) else part


def _plainly(part: Theirs) -> str:
    shown = flat(part.text, _LONGEST)
    for mark in ("[-", "{+"):  # so that no text can pretend to be a change
        shown = shown.replace(mark, f"\\u{ord(mark[0]):04x}{mark[1]}")
    return _MARKS[part.mark].format(shown)


def _as_code(part: Theirs) -> str:
    return _MARKDOWN_MARKS[part.mark].format(code(part.text, _LONGEST))
