"""Dates of every precision gathered under a few days, months or years."""

from collections.abc import Iterable, Mapping

from generator.pages import words
from generator.records.scalars import Date, parse_date

MOST = 31
UNKNOWN = "unknown"
_UNITS = (len("2025-02-12"), len("2025-02"), len("2025"))


def options(made: Mapping[str, Date]) -> list[tuple[str, str, frozenset[str]]]:
    """Return the units of dates in order, then `unknown`: value, name in words, ids of each.

    The unit is the finest of day, month and year that gives at most 31 of them, or else the year.
    A date that spans several stands under each of those that it covers.
    """
    known = {id_: when for id_, when in made.items() if when.known}
    listed = [
        (
            unit.text,
            words.day(unit),
            frozenset(id_ for id_, when in known.items() if _meet(when, unit)),
        )
        for unit in _units(set(known.values()))
    ]
    undated = frozenset(made.keys() - known.keys())
    return [*listed, *([(UNKNOWN, "Unknown", undated)] if undated else [])]


def _units(known: Iterable[Date]) -> list[Date]:
    *fine, year = (_offered(known, length) for length in _UNITS)
    return next((units for units in fine if len(units) <= MOST), year)


def _offered(known: Iterable[Date], length: int) -> list[Date]:
    """Return the units that some date names exactly; the ends of spans that cover none of those.

    So a span of years adds two options, not thousands, and an open end adds none.
    """
    spans = {(str(one.earliest)[:length], str(one.latest)[:length]) for one in known}
    found = [parse_date(first) for first, last in sorted(spans) if first == last]
    for when in sorted(known, key=lambda one: (one.latest - one.earliest, str(one))):
        if not any(_meet(when, unit) for unit in found):
            ends = dict.fromkeys(end[:length] for end in when.text.split("/") if end != "..")
            found += [parse_date(end) for end in ends]
    return sorted(found, key=lambda unit: (unit.earliest, unit.latest))


def _meet(one: Date, other: Date) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest
