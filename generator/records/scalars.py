"""The parsers of single values: every scalar arrives as the text that was typed."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.records.numbers import parse_numbers

ID_PATTERN = r"^(?!index$)(?=.{3,64}$)[a-z0-9]+(-[a-z0-9]+)*$"
_DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
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
    if not isinstance(text, str) or not _DATE.match(text):
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


def _days(text: str) -> tuple[date, date]:
    """Return the first and last day of a year, a month or a day."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _count(text: object) -> int:
    if not isinstance(text, str) or not re.fullmatch(r"[1-9]\d{0,8}", text):
        raise PydanticCustomError("count_form", "{text} is no count", {"text": repr(text)})
    return int(text)


def _count_or_unstated(text: object) -> int | None:
    return None if text == "unstated" else _count(text)


def _id(text: str) -> str:
    if not _ID.match(text):
        raise PydanticCustomError("id_form", "{text} is no id", {"text": repr(text)})
    return text


def _link(text: str) -> str:
    try:
        parts = urlsplit(text)
        port_is_number = parts.port is None or parts.port > 0
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
        return parse_numbers(str(text))
    except ValueError:
        raise PydanticCustomError(
            "numbers_form", "{text} is no list of sentence numbers", {"text": repr(text)}
        ) from None


def _hashes(text: object) -> tuple[str, ...]:
    lines = tuple(str(text).split())
    for number, line in enumerate(lines, 1):
        if not re.fullmatch(r"[0-9a-f]{32}", line):
            raise PydanticCustomError(
                "seal_form", "line {number} of the sentences is no hash", {"number": number}
            )
    return lines


def _text(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty_text", "an empty text")
    return value


_NUMBER_SCHEMA: dict[str, Any] = {"type": ["string", "integer"]}
Text = Annotated[str, Field(max_length=20_000), AfterValidator(_text)]
Passage = Annotated[str, Field(max_length=4_000), AfterValidator(_text)]
Line = Annotated[str, Field(max_length=300), AfterValidator(_text)]
BottomLine = Annotated[str, Field(max_length=160), AfterValidator(_text)]
Short = Annotated[str, Field(max_length=75), AfterValidator(_text)]
Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})]
EdtfDate = Annotated[
    Date,
    PlainValidator(parse_date),
    WithJsonSchema({"type": ["string", "integer"], "description": "EDTF: 2025-02-12, 2025-02, …"}),
]
Count = Annotated[int, PlainValidator(_count), WithJsonSchema({"type": ["integer", "string"]})]
CountOrUnstated = Annotated[
    int | None,
    PlainValidator(_count_or_unstated),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, {"const": "unstated"}]}),
]
Link = Annotated[str, AfterValidator(_link)]
LinkOrUnknown = Annotated[str, AfterValidator(_link_or_unknown)]
SentenceNumbers = Annotated[
    frozenset[int], PlainValidator(_numbers), WithJsonSchema(_NUMBER_SCHEMA)
]
Hashes = Annotated[tuple[str, ...], PlainValidator(_hashes), WithJsonSchema({"type": "string"})]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Anchor = Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
