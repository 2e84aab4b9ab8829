"""Writes a seal as the last key of a source record and leaves the rest of the file alone."""

import re
from collections.abc import Iterable, Sequence

from generator.evidence.seal import ALGORITHM
from generator.records.keytext import ended, line_end, top_key
from generator.records.numbers import format_numbers

_KEY = top_key("seal")
_TOP_LEVEL = re.compile(r"(?m)^[^\s#].*")


def seal_block(
    document: str, on: str, skip: Iterable[int], headline: Iterable[int], sentences: Sequence[str]
) -> str:
    """The `seal:` key of a source record as YAML, with a line feed at its end.

    Args:
        document: the SHA-256 of the document's bytes, in hex digits.
        on: the day of the seal, such as 2026-11-21.
        skip: the numbers of boilerplate sentences; without any, the key is left out.
        headline: the numbers of the headline's sentences; likewise.
        sentences: the hashes, in order.
    """
    lines = ["seal:", f"  algorithm: {ALGORITHM}", f"  document: {document}", f"  on: {on}"]
    if skipped := format_numbers(skip):
        lines.append(f"  skip: {skipped}")
    if headlines := format_numbers(headline):
        lines.append(f"  headline: {headlines}")
    lines += ["  sentences: |", *(f"    {sentence}" for sentence in sentences)]
    return "\n".join(lines) + "\n"


def replace_seal(record: str, block: str) -> str:
    """The record with this block from its `seal:` key to the end of the file, or appended.

    Every character before stays as it is; the block takes over the record's line ends.

    Args:
        record: the text of a source record, its line ends unchanged.
        block: what `seal_block` gives.

    Raises:
        ValueError: in one sentence, when another top-level line follows the `seal:` key.
    """
    end_of_line = line_end(record)
    key = _KEY.search(record)
    before = record[: key.start()] if key else record
    after = _TOP_LEVEL.search(record, key.end()) if key else None
    if after:
        line = record.count("\n", 0, after.start()) + 1
        found = after[0].rstrip()
        raise ValueError(
            f"'seal:' must be the last key of a source record, and line {line} has '{found}'"
        )
    return ended(before, end_of_line) + block.replace("\n", end_of_line)
