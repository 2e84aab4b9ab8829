"""Writes what a comparison with the live page found into a source record, and nothing else."""

import re
from collections.abc import Iterable

from generator.records.keytext import ended, line_end, said, saying, top_key

_WATCHED, _SEAL = top_key("watched"), top_key("seal")
_GOES_ON = re.compile(r"[ \t]*[^\s#}\]]|[}\]]")
_PLAIN = re.compile(r"[A-Za-z0-9:/.?=&_%+~#-]*[A-Za-z0-9/_-]")


def watched_block(status: str, on: str, to: str = "", missing: Iterable[str] = ()) -> str:
    """The `watched:` key of a source record as YAML, with a line feed at its end.

    Args:
        status: same, moved, changed or gone.
        on: the day of the comparison, such as 2026-11-22.
        to: with moved, the new address.
        missing: with changed, the anchors of the sentences that were not found there.
    """
    lines = ["watched:", f"  status: {status}", f"  on: {on}"]
    if to:
        lines.append(f"  to: {to}" if _PLAIN.fullmatch(to) else f'  to: "{to}"')
    anchors = [f"    - {anchor}" for anchor in missing]
    return "\n".join([*lines, *(["  missing:"] if anchors else []), *anchors]) + "\n"


def replace_watched(record: str, block: str) -> str:
    """The record with this block as its `watched:` key: where there is one, else before the seal.

    Every other character stays as it is; the block takes over the record's line ends.

    Args:
        record: the text of a source record, its line ends unchanged.
        block: what `watched_block` gives.

    Raises:
        ValueError: in one sentence, when anything else would read differently afterwards.
    """
    end_of_line = line_end(record)
    written = block.replace("\n", end_of_line)
    if key := _WATCHED.search(record):
        start, end = key.start(), _end(record, key.end())
    else:
        seal = _SEAL.search(record)
        start = end = seal.start() if seal else len(record)
    changed = ended(record[:start], end_of_line) + written + record[end:]
    refusal = "`watched:` cannot be written there; write it by hand, before the seal"
    return saying(changed, {**said(record), **said(block)}, refusal)


def _end(record: str, place: int) -> int:
    """Where the value ends that begins at that place: before the next line that is not its own."""
    end = record.find("\n", place) + 1 or len(record)
    at = end
    while at < len(record):
        after = record.find("\n", at) + 1 or len(record)
        line = record[at:after]
        if line[0] in " \t}]" and _GOES_ON.match(line):
            end = after
        elif line.strip() and line[0] not in " \t":
            break
        at = after
    return end
