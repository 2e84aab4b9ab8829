"""The text of a record's file into which one key is put, all else in it left as it was."""

import re
from collections.abc import Mapping
from typing import Any

from generator.records.yamldoc import parse


def line_end(record: str) -> str:
    """The line end of a file, which what is put into it takes over."""
    return "\r\n" if "\r\n" in record else "\n"


def ended(text: str, end: str) -> str:
    """The text with this line end behind its last line, if it has any line and that has none."""
    return text + end if text and not text.endswith("\n") else text


def top_key(key: str) -> re.Pattern[str]:
    """What finds a key at the beginning of a line, with its colon, quoted or not."""
    return re.compile(rf"""(?m)^(["']?){re.escape(key)}\1[ \t]*:(?=\s|$)""")


def said(record: str) -> dict[str, Any]:
    """What a file says; nothing where it cannot be read."""
    return parse("", record.encode("utf-8")).value or {}


def saying(record: str, expected: Mapping[str, Any], refusal: str) -> str:
    """The text of a file, which read again says exactly what is expected.

    Raises:
        ValueError: `refusal`, where it says anything else.
    """
    if said(record) != expected:
        raise ValueError(refusal)
    return record
