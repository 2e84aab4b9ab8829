"""The parsers of single values: dates, ids, links, counts, hashes."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.records import scalars
from generator.records.scalars import Date, parse_date

quick = settings(derandomize=True, deadline=None, max_examples=200)


def accepts(kind: Any, text: object) -> bool:
    """Say whether a kind of value takes this text."""
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-03-05", date(2024, 3, 5), date(2024, 3, 5)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("0800", date(800, 1, 1), date(800, 12, 31)),
        ("2024-03-05/2024-03-09", date(2024, 3, 5), date(2024, 3, 9)),
        ("2024-03-05/2024-03-05", date(2024, 3, 5), date(2024, 3, 5)),
        ("2024-03/2024-04", date(2024, 3, 1), date(2024, 4, 30)),
        ("2023/2024-04-02", date(2023, 1, 1), date(2024, 4, 2)),
        ("2024-03-05/..", date(2024, 3, 5), date.max),
        ("../2024-03-05", date.min, date(2024, 3, 5)),
        ("unknown", date.min, date.max),
    ],
)
def test_each_kind_of_date_has_its_days(text: str, earliest: date, latest: date) -> None:
    """A date of each kind knows the first and last day it can mean, and stays as it was typed."""
    made = parse_date(text)
    assert (made.earliest, made.latest, str(made)) == (earliest, latest, text)
    assert made.known == (text != "unknown")


NO_DATES = [
    "24",
    "2024-3-5",
    "2024-13",
    "2024-00",
    "2024-02-30",
    "2023-02-29",
    "2024-04-31",
    "2024-03-05T12:00",
    "05.03.2024",
    "3/5/2024",
    "2024?",
    "2024~",
    "202X",
    "2024-03-05/",
    "/2024",
    "../..",
    "unknown/2024",
    "2024/unknown",
    "2024-03-05/03-09",
    "Unknown",
    "0000",
    "2024-03-09/2024-03-05",
    "2024-04/2024-03",
    "２０２４",
]


@pytest.mark.parametrize("text", [*NO_DATES, "", " 2024", "2024 ", "2024\n", "March 2024"])
def test_any_other_date_is_refused(text: str) -> None:
    """What is no such date, no day of the calendar, or runs backwards is refused."""
    assert not accepts(scalars.EdtfDate, text)


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("2024-03-06", "2024-03-05"),
        ("2024-04", "2024-03-31"),
        ("2024-04", "2024-03"),
        ("2025", "2024-12-31"),
        ("2024-03-06/..", "2024-03-05"),
        ("2024-03-06", "../2024-03-05"),
        ("2024-03-06/2024-03-09", "2024-03-01/2024-03-05"),
    ],
)
def test_surely_after(later: str, earlier: str) -> None:
    """A date is surely after another when its first day follows the other's last."""
    assert parse_date(later).surely_after(parse_date(earlier))
    assert not parse_date(earlier).surely_after(parse_date(later))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03", "2024-03-31"),
        ("2024-03-31", "2024-03"),
        ("2024", "2024-12"),
        ("2024-03-01/2024-03-09", "2024-03-09"),
        ("2024-03-05/..", "2024-03-06"),
        ("unknown", "2024"),
        ("2024", "unknown"),
    ],
)
def test_not_surely_after(one: str, other: str) -> None:
    """As long as one reading of both fits, neither is surely after the other."""
    assert not parse_date(one).surely_after(parse_date(other))
    assert not parse_date(other).surely_after(parse_date(one))


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 30))
TYPED_DAYS = DAYS.map(lambda day: f"{day.year:04}-{day.month:02}-{day.day:02}")
TYPED = st.one_of(
    TYPED_DAYS,
    TYPED_DAYS.map(lambda day: day[:7]),
    TYPED_DAYS.map(lambda day: day[:4]),
    st.tuples(TYPED_DAYS, TYPED_DAYS).map(lambda ends: "/".join(sorted(ends))),
    TYPED_DAYS.map(lambda day: f"{day}/.."),
    TYPED_DAYS.map(lambda day: f"../{day}"),
    st.just("unknown"),
)


@quick
@given(TYPED, TYPED)
def test_surely_after_means_every_reading(one: str, other: str) -> None:
    """A date is surely after another exactly when every day of it is after every day of that."""
    a, b = parse_date(one), parse_date(other)
    assert a.earliest <= a.latest
    assert a.surely_after(b) == all(
        x > y for x in (a.earliest, a.latest) for y in (b.earliest, b.latest)
    )
    assert not (a.surely_after(b) and b.surely_after(a))
    assert not a.surely_after(a)


@quick
@given(DAYS)
def test_a_day_is_surely_after_the_day_before(day: date) -> None:
    """The next day is surely after any day, and the month that holds it is not."""
    typed = Date("", day, day)
    assert Date("", day + timedelta(1), day + timedelta(1)).surely_after(typed)
    assert not parse_date(f"{day.year:04}-{day.month:02}").surely_after(typed)


@quick
@given(st.text(alphabet="0123456789-/. un", max_size=22))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """No text makes the parser of dates fail in another way than by refusing it."""
    accepts(scalars.EdtfDate, text)


@pytest.mark.parametrize(
    "text", ["abc", "a-b", "2024-03-05", "x" * 64, "null", "yes", "1e5", "007"]
)
def test_ids(text: str) -> None:
    """An id is 3 to 64 lower-case letters and digits in words joined by hyphens."""
    assert accepts(scalars.Id, text)


NO_IDS = [
    "ab",
    "Abc",
    "a_b",
    "a--b",
    "-ab",
    "ab-",
    "ä-ö-ü",
    "index",
    "a/b",
    "../abc",
    "a.b",
    "ａｂｃ",
    "١٢٣",
]


@pytest.mark.parametrize("text", [*NO_IDS, "", "a b", "abc\n", "x" * 65])
def test_no_ids(text: str) -> None:
    """Anything else is no id, and neither is `index`."""
    assert not accepts(scalars.Id, text)


LINKS = """\
https://example.org
http://example.org:8080/a?b=c&d#e
https://example.org/ä
https://[::1]/
https://example.org/a(b)
https://example.org/%41""".splitlines()
NO_LINKS = """\
example.org
//example.org
https:example.org
https://
ftp://example.org
mailto:a@example.org
javascript:alert(1)
data:text/html,x
https://a b.org
https://example.org/a b
https://example.org/a\u00a0b
https://u:p@example.org
https://u@example.org
https://example.org/"
https://example.org/<
https://example.org/\\b
https://example.org:99999
https://[::1""".splitlines()


@pytest.mark.parametrize("text", LINKS)
def test_links(text: str) -> None:
    """A link is a whole http or https address."""
    assert accepts(scalars.Link, text)
    assert accepts(scalars.LinkOrUnknown, text)


@pytest.mark.parametrize("text", [*NO_LINKS, "", "https://example.org/\n"])
def test_no_links(text: str) -> None:
    """Any other address, and one that hides something, is refused."""
    assert not accepts(scalars.Link, text)
    assert not accepts(scalars.LinkOrUnknown, text)


def test_unknown_is_said_where_it_may_be() -> None:
    """`unknown` is an address only where an address may be unknown."""
    assert accepts(scalars.LinkOrUnknown, "unknown")
    assert not accepts(scalars.Link, "unknown")


def test_counts() -> None:
    """A count is a whole number from 1, written in digits; `unstated` where that may be."""
    assert TypeAdapter(scalars.Count).validate_python("12") == 12
    assert TypeAdapter(scalars.CountOrUnstated).validate_python("unstated") is None
    for text in ("0", "-1", "01", "1.0", "1_000", "0x1F", "some", "", "١", "1" * 10, 1):
        assert not accepts(scalars.Count, text), text


def test_texts_have_their_lengths() -> None:
    """A text is not blank and not longer than its kind allows."""
    for kind, longest in (
        (scalars.Short, 75),
        (scalars.BottomLine, 160),
        (scalars.Line, 300),
        (scalars.Passage, 4_000),
        (scalars.Text, 20_000),
    ):
        assert accepts(kind, "é" * longest)
        assert not accepts(kind, "é" * (longest + 1))
        assert not accepts(kind, " \n")


def test_hashes() -> None:
    """The sentences of a seal are hashes of 32 hex digits, one a line, at least one."""
    line = "0123456789abcdef" * 2
    assert TypeAdapter(scalars.Hashes).validate_python(f"{line}\n{line}\n") == (line, line)
    for text in ("", "\n", line[:-1], line.upper(), f"{line}0", f"{line}\nx"):
        assert not accepts(scalars.Hashes, text), text


def test_languages() -> None:
    """A language is a code such as en or pt-BR."""
    assert all(accepts(scalars.Language, text) for text in ("en", "pt-BR", "zh-Hant-TW"))
    assert not any(accepts(scalars.Language, text) for text in ("English", "EN", "e", "en-", "e_U"))
