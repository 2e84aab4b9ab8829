"""The parsers of single values: every scalar arrives as the text that was typed."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.records.numbers import parse_numbers
from generator.text import url

ID_PATTERN = r"^(?!index$)(?=.{3,64}$)[a-z0-9]+(-[a-z0-9]+)*$"
_DAY = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
DATE_PATTERN = rf"^(?:unknown|{_DAY}|{_DAY}/(?:{_DAY}|\.\.)|\.\./{_DAY})$"
_DATE = re.compile(DATE_PATTERN)
_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as typed, with the first and the last day that it can mean."""

    text: str
    earliest: date
    latest: date

    def __str__(self) -> str:
        return self.text

    @property
    def known(self) -> bool:
        """False for `unknown`."""
        return self.text != "unknown"

    def surely_after(self, other: "Date") -> bool:
        """Say whether every reading of this date lies after every reading of the other."""
        return self.earliest > other.latest


def parse_date(text: object) -> Date:
    """Return the Date of an EDTF string of the kinds that records use.

    A year, month or day; an interval of two of them; `..` for an open end; or `unknown`.
    Source: Extended Date/Time Format, Library of Congress, level 0 and the open intervals of
    level 1. Raises PydanticCustomError for anything else.
    """
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        raise PydanticCustomError("date_form", "{text} is no date", {"text": repr(text)})
    if text == "unknown":
        return Date(text, date.min, date.max)
    first, _, last = text.partition("/")
    try:
        earliest = date.min if first == ".." else _days(first)[0]
        latest = date.max if last == ".." else _days(last or first)[1]
    except ValueError:
        raise PydanticCustomError("date_form", "{text} is no day", {"text": repr(text)}) from None
    if latest < earliest:
        raise PydanticCustomError("date_form", "{text} ends before it begins", {"text": repr(text)})
    return Date(text, earliest, latest)


@lru_cache(maxsize=4096)  # the same few days stand in every record
def _days(text: str) -> tuple[date, date]:
    """Return the first and last day of a year, a month or a day."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def parse_day(text: object) -> Date:
    """Return the Date of a single day of this century, on which something was done here.

    Raises PydanticCustomError for anything else that is a date elsewhere.
    """
    day = parse_date(text)
    if day.earliest != day.latest or not 2000 <= day.earliest.year < 2100:
        raise PydanticCustomError("date_form", "{text} is no day of ours", {"text": repr(text)})
    return day


def _count(text: object) -> int:
    if not isinstance(text, str) or not re.fullmatch(r"[1-9][0-9]{0,8}", text):
        raise PydanticCustomError("count_form", "{text} is no count", {"text": repr(text)})
    return int(text)


def _count_or_unstated(text: object) -> int | None:
    return None if text == "unstated" else _count(text)


def _count_or_unknown(text: object) -> int | None:
    return None if text == "unknown" else _count(text)


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise PydanticCustomError("id_form", "{text} is no id", {"text": repr(text)})
    return text


def _id_or_not_checked(text: str) -> str:
    if text != "not checked" and not _ID.fullmatch(text):
        context = {"text": repr(text), "also": "not checked"}
        raise PydanticCustomError("id_form", "{text} is no id", context)
    return text


def _link(text: str) -> str:
    try:
        parts = urlsplit(text)
        port_is_number = parts.port is None or parts.port > 0
        url(text)  # what the pages can write as a link
        sound = (
            parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and "@" not in parts.netloc
            and port_is_number
            and not re.search(r"[\s\"<>\\^`{|}\x00-\x20\x7f]", text)
        )
    except ValueError:
        sound = False
    if not sound:
        raise PydanticCustomError("link_form", "{text} is no web address", {"text": repr(text)})
    return text


def _link_or_unknown(text: str) -> str:
    return text if text == "unknown" else _link(text)


def _numbers(text: object) -> frozenset[int]:
    try:
        if len(str(text)) > 2_000:
            raise ValueError("too long a list; write runs like 29-32")
        return parse_numbers(str(text))
    except ValueError as error:
        raise PydanticCustomError("numbers_form", "{why}", {"why": str(error)}) from None


def _hashes(text: object) -> tuple[str, ...]:
    lines = tuple(str(text).split())
    if not lines:
        raise PydanticCustomError("seal_form", "there is no hash of a sentence")
    for number, line in enumerate(lines, 1):
        if not re.fullmatch(r"[0-9a-f]{32}", line):
            raise PydanticCustomError(
                "seal_form", "line {number} of the sentences is no hash", {"number": number}
            )
    return lines


def _text(value: str) -> str:
    shown = value.strip()
    if not shown or (
        not shown.isascii() and all(unicodedata.category(one)[0] in "CZ" for one in shown)
    ):
        raise PydanticCustomError("empty_text", "an empty text")
    return value


# What a person typed is text to us; an editor may take 1950 for a number and true for a truth.
_TYPED: dict[str, Any] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_NUMBERS = r"[0-9]+(\s*-\s*[0-9]+)?"
_ADDRESS = r"https?://[^\s\"<>\\^`{|}]+"


def _typed(longest: int) -> Any:
    return Field(max_length=longest, json_schema_extra=_TYPED)


Text = Annotated[str, _typed(20_000), AfterValidator(_text)]
Passage = Annotated[str, _typed(4_000), AfterValidator(_text)]
Line = Annotated[str, _typed(300), AfterValidator(_text)]
BottomLine = Annotated[str, _typed(160), AfterValidator(_text)]
Short = Annotated[str, _typed(75), AfterValidator(_text)]
Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})]
IdOrNotChecked = Annotated[
    str,
    AfterValidator(_id_or_not_checked),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": ID_PATTERN}, {"const": "not checked"}]}
    ),
]
EdtfDate = Annotated[
    Date,
    PlainValidator(parse_date),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": DATE_PATTERN,
            "maximum": 9999,
            "description": "EDTF: 2025-02-12, 2025-02, …",
        }
    ),
]
Day = Annotated[
    Date,
    PlainValidator(parse_day),
    WithJsonSchema({"type": "string", "pattern": r"^20\d\d-\d\d-\d\d$"}),
]
Count = Annotated[int, PlainValidator(_count), WithJsonSchema({"type": "integer", "minimum": 1})]
CountOrUnstated = Annotated[
    int | None,
    PlainValidator(_count_or_unstated),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, {"const": "unstated"}]}),
]
CountOrUnknown = Annotated[
    int | None,
    PlainValidator(_count_or_unknown),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, {"const": "unknown"}]}),
]
Link = Annotated[
    str, AfterValidator(_link), WithJsonSchema({"type": "string", "pattern": f"^{_ADDRESS}$"})
]
LinkOrUnknown = Annotated[
    str,
    AfterValidator(_link_or_unknown),
    WithJsonSchema({"type": "string", "pattern": f"^(unknown|{_ADDRESS})$"}),
]
SentenceNumbers = Annotated[
    frozenset[int],
    PlainValidator(_numbers),
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": rf"^\s*{_NUMBERS}(\s*,\s*{_NUMBERS})*\s*$"}
    ),
]
Hashes = Annotated[
    tuple[str, ...],
    PlainValidator(_hashes),
    WithJsonSchema({"type": "string", "pattern": r"^\s*([0-9a-f]{32}\s*)+$"}),
]
WarningCode = Annotated[str, Field(pattern=r"^W7\d\d$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
# Of a hundred anchors, four look like a number: 01234567 or 1234e567.
Anchor = Annotated[
    str, Field(pattern=r"^[0-9a-f]{8}$", json_schema_extra={"type": ["string", "number"]})
]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
