"""Unpacking what was sent, within bounds."""

import gzip
import tracemalloc

import pytest

from generator.web.fetched import Unread
from generator.web.unpacking import unpacked

TEXT = b"The footbridge was closed. " * 20_000


def pieces(raw: bytes, size: int) -> list[bytes]:
    """Return the bytes in pieces of this size."""
    return [raw[start : start + size] for start in range(0, len(raw), size)]


@pytest.mark.parametrize("size", [1, 7, 1_000, 65_536, 10**9])
@pytest.mark.parametrize("packing", ["", "identity", "gzip", "x-gzip"])
def test_all_of_it(packing: str, size: int) -> None:
    """A body comes out whole, packed or not, in whatever pieces it was sent."""
    raw = TEXT if packing in ("", "identity") else gzip.compress(TEXT)
    assert unpacked(pieces(raw, size), packing, len(TEXT)) == TEXT


@pytest.mark.parametrize("length", [0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 128 * 1024])
def test_every_length(length: int) -> None:
    """No length of a text is lost on the edge of a step, nor what follows in another member."""
    text = b"a" * length
    packed = gzip.compress(text) + gzip.compress(b"end")
    assert unpacked([packed], "gzip", length + 3) == text + b"end"


@pytest.mark.parametrize("packing", ["", "gzip"])
def test_no_more_than_wanted(packing: str) -> None:
    """Of a longer body the first bytes are given."""
    raw = gzip.compress(TEXT) if packing else TEXT
    assert unpacked([raw], packing, 100) == TEXT[:100]


def test_a_bomb_is_never_unpacked() -> None:
    """A gigabyte that is packed into a megabyte takes no more room than what is wanted of it."""
    member = gzip.compress(bytes(2**20))
    bomb = [member] * 1024
    tracemalloc.start()
    content = unpacked(bomb, "gzip", 10_000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(content) == 10_000
    assert most < 2**20


def test_what_stands_behind_the_end_is_passed_over() -> None:
    """What is no gzip behind the end of a gzip body is left out, as browsers do."""
    assert unpacked([gzip.compress(b"text") + b"\0\0"], "gzip", 99) == b"text"


@pytest.mark.parametrize(
    ("raw", "packing", "reason"),
    [
        (b"x", "br", "it is packed in a way that was not asked for"),
        (b"x", "gzip, gzip", "it is packed in a way that was not asked for"),
        (b"no gzip at all", "gzip", "its gzip is damaged"),
        (gzip.compress(TEXT)[:-9], "gzip", "its gzip breaks off"),
        (b"", "gzip", "its gzip breaks off"),
    ],
)
def test_what_cannot_be_unpacked(raw: bytes, packing: str, reason: str) -> None:
    """Another packing, or a damaged one, is said."""
    with pytest.raises(Unread) as why:
        unpacked([raw], packing, 10**6)
    assert str(why.value) == reason
