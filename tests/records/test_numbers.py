"""Sentence numbers as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.numbers import format_numbers, parse_numbers


@pytest.mark.parametrize(
    ("text", "numbers", "written"),
    [
        ("", set(), ""),
        (" ", set(), ""),
        ("1", {1}, "1"),
        ("1, 29-32", {1, 29, 30, 31, 32}, "1, 29-32"),
        (" 3,2 , 1 - 1,7-8", {1, 2, 3, 7, 8}, "1-3, 7-8"),
        ("99999", {99999}, "99999"),
    ],
)
def test_numbers(text: str, numbers: set[int], written: str) -> None:
    """A list is read in any order and written in order, neighbours as a range."""
    assert parse_numbers(text) == numbers
    assert format_numbers(numbers) == written


@settings(derandomize=True, deadline=None)
@given(st.frozensets(st.integers(1, 60)))
def test_what_is_written_is_read(numbers: frozenset[int]) -> None:
    """Any numbers come back from their list."""
    assert parse_numbers(format_numbers(numbers)) == numbers


@pytest.mark.parametrize(
    "piece", ["x", "0", "-1", "1-", "1-2-3", "1.5", "29–32", "²", "١", "100000", "1-999999999", ""]
)
def test_what_is_no_number(piece: str) -> None:
    """A piece that is no number from 1 to 99999 and no range is named."""
    with pytest.raises(ValueError, match="is not a sentence number") as error:
        parse_numbers(f"2, {piece}, 7")
    assert str(error.value) == (
        f"'{piece}' is not a sentence number (1 to 99999) or a range like 29-32"
    )


def test_backwards() -> None:
    """A range that runs backwards is named."""
    with pytest.raises(ValueError, match="the range '32-29' runs backwards"):
        parse_numbers("1, 32-29")
