"""Writes a revision into the text of a record, behind those that stand there, and nothing else."""

import re
from typing import Any

import yaml

from generator.records.keytext import ended, line_end, said, saying, top_key

_SEAL = top_key("seal")
_NOTHING = re.compile(r"\s*(#.*)?$")


class _Dumper(yaml.SafeDumper):
    """Writes long texts as blocks, as the records do."""


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    long = len(value) > 60 or "\n" in value
    style = ("|" if "\n" in value.strip("\n") else ">") if long else None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return dumper.represent_scalar("tag:yaml.org,2002:timestamp", value)
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def entry_lines(entry: dict[str, Any]) -> list[str]:
    """The lines of a revision as an item of a list: the first has the dash, all are indented by it.

    Args:
        entry: date, kind, reason and `was`; a None is a blank with a word on what it is for.
    """
    about = {"kind": "correction · update · wording", "reason": "why, for readers"}
    lines: list[str] = []
    for key, value in entry.items():
        if value is None:
            lines.append(f"{key}:  # {about[key]}")
            continue
        dumped = yaml.dump(
            {key: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=96
        )
        added = {f"  {field}: []" for field in value if value[field] == []} if key == "was" else ()
        told = dumped.rstrip("\n").split("\n")
        lines += [f"{line}  # only added to" if line in added else line for line in told]
    return [f"{'  ' if number else '- '}{line}".rstrip() for number, line in enumerate(lines)]


def with_revision(record: str, entry: dict[str, Any], under: str = "") -> str:
    """The record with this entry as the last of its `revisions`; every other line stays as it is.

    Args:
        record: the text of the file, its line ends unchanged.
        entry: date, kind, reason and `was`.
        under: the key whose mapping has the revisions: of the scale a verdict's id.

    Raises:
        ValueError: in one sentence, where anything else would read differently afterwards.
    """
    end_of_line = line_end(record)
    lines = ended(record, end_of_line).splitlines(keepends=True)
    start, end, indent = _mapping(lines, under)
    place, dash, head = _where(lines, start, end, indent)
    written = [f"{' ' * dash}{line}{end_of_line}" for line in entry_lines(entry)]
    if head:
        written.insert(0, f"{' ' * indent}revisions:{end_of_line}")
    if place and _emptied(lines[place - 1]):
        lines[place - 1] = f"{' ' * indent}revisions:{end_of_line}"
    changed = "".join([*lines[:place], *written, *lines[place:]])
    refusal = "the entry cannot be written there; paste it under `revisions:` by hand"
    return saying(changed, _expected(said(record), entry, under), refusal)


def _mapping(lines: list[str], under: str) -> tuple[int, int, int]:
    """Where the mapping begins and ends, by line, and how far its keys are indented."""
    if not under:
        return 0, len(lines), 0
    opened = re.compile(rf"{re.escape(under)}[ \t]*:")
    start = next((n + 1 for n, line in enumerate(lines) if opened.match(line)), len(lines))
    inside = (n for n in range(start, len(lines)) if not _NOTHING.match(lines[n]))
    indent = _indent(lines[first]) if (first := next(inside, None)) is not None else 2
    end = next((n for n in range(start, len(lines)) if _ends(lines[n], indent)), len(lines))
    return start, end, indent


def _where(lines: list[str], start: int, end: int, indent: int) -> tuple[int, int, bool]:
    """Before which line the entry goes, the indent of its dash, and whether the key is missing."""
    key = re.compile(rf" {{{indent}}}revisions[ \t]*:")
    found = next((n for n in range(start, end) if key.match(lines[n])), None)
    if found is not None:
        items = range(found + 1, end)
        last = next((n for n in items if not _inside(lines[n], indent)), end)
        dash = next((_indent(lines[n]) for n in items if lines[n].lstrip().startswith("-")), indent)
        return _back(lines, found + 1, last), dash if last > found + 1 else indent + 2, False
    seal = next((n for n in range(start, end) if not indent and _SEAL.match(lines[n])), end)
    return _back(lines, start, seal), indent + 2, True


def _inside(line: str, indent: int) -> bool:
    """Say whether a line belongs to the list that began above it."""
    deeper = _indent(line) > indent or line[indent:].startswith("- ")
    return bool(_NOTHING.match(line)) or deeper


def _back(lines: list[str], start: int, place: int) -> int:
    """Return the place before the empty lines and comments that lead to it."""
    while place > start and _NOTHING.match(lines[place - 1]):
        place -= 1
    return place


def _ends(line: str, indent: int) -> bool:
    return not _NOTHING.match(line) and _indent(line) < indent


def _emptied(line: str) -> bool:
    return bool(re.fullmatch(r"\s*revisions[ \t]*:[ \t]*\[[ \t]*\]\s*", line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _expected(value: dict[str, Any], entry: dict[str, Any], under: str) -> dict[str, Any]:
    mapping = value.get(under, {}) if under else value
    revised = {**mapping, "revisions": [*mapping.get("revisions", []), entry]}
    return {**value, under: revised} if under else revised
