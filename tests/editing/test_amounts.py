"""Numbers and dates are read in whatever way they are written; ordinals and names are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.amounts import amounts


def read(text: str) -> list[tuple[str, float]]:
    """Return the kinds and values of what a text has."""
    return [(amount.kind, round(amount.value, 1)) for amount in amounts(text)]


@pytest.mark.parametrize(
    ("texts", "kind", "value"),
    [
        (["8", "eight", "Eight goats", "(8)", "8-year"], "number", 8),
        (["25", "twenty-five", "twenty five"], "number", 25),
        (["250,000", "two hundred and fifty thousand", "250 thousand", "250k"], "number", 250_000),
        (["1.5 million", "1.5m", "one and a half million"], "number", 1_500_000),
        (["half a million", "500,000"], "number", 500_000),
        (["24", "two dozen"], "number", 24),
        (["a hundred", "100", "one hundred"], "number", 100),
        (["50%", "50 per cent", "50 percent", "50-percent", "half", "half of it"], "share", 50),
        (["a fifth of it", "one-fifth of it", "20%", "less than a fifth."], "share", 20),
        (["three quarters", "75 per cent"], "share", 75),
        (
            ["$500 billion", "500 billion dollars", "$500bn", "a 500-billion-dollar"],
            "money",
            500_000_000_000,
        ),
        (["US$500 bn", "500 bn US dollars", "half a trillion dollars"], "money", 500_000_000_000),
        (["€20", "20 euros", "twenty euros"], "money", 20),
        (["thousands of goats", "Thousands"], "many", 1000),
        (["12 February", "February 12", "Feb. 12", "12th of February", "12 Feb"], "day", 212),
        (["in February", "February came"], "month", 2),
        (["on Tuesday", "Tuesday’s", "Tuesday"], "weekday", 1),
    ],
)
def test_one_value_in_many_words(texts: list[str], kind: str, value: float) -> None:
    """Each way to write an amount gives the same kind and the same value, and nothing else."""
    for text in texts:
        assert read(text) == [(kind, value)], text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wednesday 12 February 2025", [("weekday", 2), ("day", 212), ("number", 2025)]),
        ("2025-02-12", [("number", 2025), ("day", 212)]),
        ("14 or 15 February", [("day", 214), ("day", 215)]),
        ("14–17 February", [("day", 214), ("day", 217)]),
        ("February 14–17", [("day", 214), ("day", 217)]),
        ("May 2024 to March", [("month", 5), ("number", 2024), ("month", 3)]),
        ("from 40 to 50%", [("share", 40), ("share", 50)]),
        ("40-50 per cent", [("share", 40), ("share", 50)]),
        ("one person, one of two", [("number", 1), ("number", 1), ("number", 2)]),
        ("two of the five", [("number", 2), ("number", 5)]),
        ("the 1990s", [("number", 1990)]),
        ("2022-2025", [("number", 2022), ("number", 2025)]),
        ("57 (first) to 71", [("number", 57), ("number", 71)]),
        ("five two", [("number", 5), ("number", 2)]),
        ("three million, two hundred", [("number", 3_000_000), ("number", 200)]),
    ],
)
def test_several_amounts(text: str, found: list[tuple[str, float]]) -> None:
    """Amounts come in the order of the text, dates in their parts, a range with its unit twice."""
    assert sorted(read(text)) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "the second, the 13th and the third document",
        "an F-16, the G7, COVID-19 and a Mi24",
        "the Group of Seven",
        "half an hour, half past, half-hearted, the second half",
        "They may march, and may the best goat win",
        "May they march",
        "a goat, an ox",
        "the often-told tension",
        "a quarterly report, a tenth document",
        "",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    """Ordinals, parts of names, turns of phrase and verbs that look like months are no amounts."""
    assert read(text) == []


def test_an_amount_stands_where_it_stands() -> None:
    """Each amount knows its place in the text, sign and unit included."""
    text = "It asked for $500 billion, about 50 per cent, by Feb. 12."
    found = [text[amount.start : amount.end] for amount in amounts(text)]
    assert found == ["$500 billion", "50 per cent", "Feb. 12"]


PIECES = (
    "half a an third two twenty hundred million billion bn th first 12 02 2025 1,000 ² ٣ İ $ % per "
    "cent dollars February Feb May Monday of to and the G F . : - – “ ”"
)
BITS = st.lists(st.sampled_from(str.split(PIECES)))
ODD = st.one_of(st.text(), BITS.map(" ".join), BITS.map("".join))


@given(ODD)
def test_whatever_is_written(text: str) -> None:
    """Any text at all is read, and what is found stands in it, in order and not empty."""
    found = amounts(text)
    assert all(0 <= amount.start < amount.end <= len(text) for amount in found)
    assert [amount.start for amount in found] == sorted(amount.start for amount in found)
