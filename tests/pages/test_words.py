"""The site's wording of dates, counts, speakers and chains."""

import pytest

from generator.evidence.figures import Figures
from generator.pages import words
from generator.records.model import Who
from generator.records.scalars import parse_date
from tests.pages.sites import archive

DAYS = {
    "2025-02-12": "12 February 2025",
    "2025-02": "February 2025",
    "2025": "2025",
    "unknown": "date unknown",
    "2025-02-14/2025-02-17": "14 to 17 February 2025",
    "2025-01-30/2025-02-02": "30 January 2025 to 2 February 2025",
    "2024-02-14/2025-02-17": "14 February 2024 to 17 February 2025",
    "2025-01/2025-02": "January 2025 to February 2025",
    "2025-02-15/..": "on or after 15 February 2025",
    "../2025-02": "on or before February 2025",
}


@pytest.mark.parametrize(("typed", "said"), DAYS.items())
def test_a_date_reads_as_a_person_says_it(typed: str, said: str) -> None:
    """Days, months, years, intervals and open ends are put into words."""
    assert words.day(parse_date(typed)) == said


def test_only_a_single_day_has_a_weekday() -> None:
    """A day has the day of its week, in English whatever the machine speaks; all else has none."""
    assert words.weekday(parse_date("2025-02-12")) == "Wednesday"
    for typed in ("2025-02", "unknown", "2025-02-12/2025-02-13", "2025-02-12/.."):
        assert words.weekday(parse_date(typed)) == ""


def test_numbers_agree_with_their_nouns() -> None:
    """One stands with the singular, every other number with the plural."""
    assert [words.number(n, "origin") for n in (0, 1, 2)] == ["0 origins", "1 origin", "2 origins"]
    assert words.number(2, "copy", "copies") == "2 copies"
    assert [words.small(n) for n in (0, 1, 10, 11)] == ["no", "one", "ten", "11"]


WHO = [
    ("ada-thorn", "Ada Thorn"),
    ({"anonymous": "clerks", "count": "3"}, "clerks (three, not named)"),
    ({"anonymous": "a clerk", "count": "1"}, "a clerk (one person, not named)"),
    ({"anonymous": "clerks", "count": "unstated"}, "clerks (not named; how many is not said)"),
    ({"newsroom": "courier"}, "Quillbeck Courier"),
    ({"document": "tal-bote"}, "Tal-Bote"),
    ("none", "no source named"),
]


@pytest.mark.parametrize(("who", "said"), WHO)
def test_whoever_speaks_has_a_name(who: object, said: str) -> None:
    """A person, anonymous people, a newsroom, a document and nobody are told apart."""
    assert words.who(archive(), Who.model_validate(who)) == said


NOWHERE = "Words of the mayor on a Monday, in a document that does not say where"
WAYS = [
    ("courier-report", "courier", "Quillbeck Courier, in its own words", ""),
    (
        "courier-report",
        "mayor-to-council",
        "The mayor's report to the council, as reported by Quillbeck Courier",
        "the document tells of it",
    ),
    (
        "bridge-digest",
        "mayor-on-monday",
        f"{NOWHERE}, as reported by Quillbeck Courier, in a damaged version at Bridge Digest",
        "the document names Quillbeck Courier and tells of the act",
    ),
    (
        "quillbeck-today",
        "courier",
        "Quillbeck Courier, as copied by Quillbeck Today",
        "its sentences follow those of Quillbeck Courier",
    ),
    (
        "quillbeck-today",
        "hill-radio",
        "Hill Radio, as copied by Quillbeck Today",
        "we infer Hill Radio: It mentions listeners and a barrier",
    ),
]


@pytest.mark.parametrize(("source", "origin", "way", "reason"), WAYS)
def test_a_chain_is_told_link_by_link(source: str, origin: str, way: str, reason: str) -> None:
    """The way of an origin to a document and how it is known are one clause each, unended."""
    record = archive().sources[source]
    assert words.lineage(archive(), record, origin) == way
    assert words.tie_reason(archive(), record, origin) == reason


def test_names_are_listed_as_in_a_sentence() -> None:
    """Commas stand between names, and a word before the last."""
    names = ["A", "B", "C"]
    assert [words.listing(names[:n]) for n in (1, 2, 3)] == ["A", "A and B", "A, B and C"]


COUNTERS = {
    "2 independent origins (+1 not counted) · 4 documents · nothing against it": Figures(
        documents=4, for_=2, inferred=1
    ),
    "1 independent origin · 1 document (+2 seen in part) · 2 origins against it": Figures(
        documents=1, excerpts=2, for_=1, against=2
    ),
    (
        "no origin that counts · no document that we hold (+1 seen in part) · nothing against it"
    ): Figures(excerpts=1),
    "no origin that counts (+3 not counted) · 2 documents · 1 origin against it": Figures(
        documents=2, inferred=1, uncounted=2, against=1
    ),
}


@pytest.mark.parametrize(("line", "figures"), COUNTERS.items())
def test_the_counter_line_counts(line: str, figures: Figures) -> None:
    """Documents, origins that count, those that do not, and those against stand in one line."""
    assert words.counter(figures) == line
