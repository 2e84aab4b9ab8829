"""Sentence numbers as people write them: `1, 29-32`."""

from collections.abc import Iterable

_LARGEST = 99_999


def parse_numbers(text: str) -> frozenset[int]:
    """The numbers that a list such as `1, 29-32` names; an empty text names none.

    Args:
        text: numbers from 1 and ranges with a hyphen, parted by commas, in any order.

    Raises:
        ValueError: in one sentence, naming the piece that is not a number or a range.
    """
    numbers: set[int] = set()
    for piece in text.split(",") if text.strip() else []:
        first, hyphen, last = (part.strip() for part in piece.partition("-"))
        low = _number(first, piece)
        high = _number(last, piece) if hyphen else low
        if high < low:
            raise ValueError(f"the range '{piece.strip()}' runs backwards")
        numbers.update(range(low, high + 1))
    return frozenset(numbers)


def format_numbers(numbers: Iterable[int]) -> str:
    """The shortest list, in order, that `parse_numbers` reads as these numbers."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{low}-{high}" if high > low else str(low) for low, high in runs)


def _number(text: str, piece: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(_LARGEST)) and int(text)):
        raise ValueError(
            f"'{piece.strip()}' is not a sentence number (1 to {_LARGEST}) or a range like 29-32"
        )
    return int(text)
