"""Writing what was found at a page into a source record."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.watchtext import replace_watched, watched_block

BLOCK = watched_block("same", "2031-05-06")
LONG = watched_block("changed", "2031-05-06", missing=["92e595e2", "01758b82"])
TOP = "# yaml-language-server: x\noutlet: The Leaf  # since 1931\n\nnote: |\n  watched: not this\n"
SEAL = "seal:\n  algorithm: 1\n  sentences: |\n    00\n"


def test_blocks() -> None:
    """What was found stands as the records' format says."""
    assert BLOCK == "watched:\n  status: same\n  on: 2031-05-06\n"
    assert watched_block("moved", "2031-05-06", "https://leaf.example.org/a?b=c,d#e") == (
        'watched:\n  status: moved\n  on: 2031-05-06\n  to: "https://leaf.example.org/a?b=c,d#e"\n'
    )
    assert LONG == (
        "watched:\n  status: changed\n  on: 2031-05-06\n"
        "  missing:\n    - 92e595e2\n    - 01758b82\n"
    )


@pytest.mark.parametrize(
    "to",
    [
        "https://leaf.example.org/a",
        "https://leaf.example.org/a:",
        "https://leaf.example.org/a#b",
        "https://leaf.example.org/(a),[b],'c',*d,&e,!f,%20",
    ],
)
def test_addresses_read_back(to: str) -> None:
    """Whatever address a record takes is read back as it was."""
    block = watched_block("moved", "2031-05-06", to)
    assert yaml.load(block, yaml.BaseLoader)["watched"]["to"] == to  # noqa: S506 -- stays text


@pytest.mark.parametrize(
    ("before", "old", "after"),
    [
        (TOP, "", SEAL),
        (TOP, "", ""),
        (TOP + "# sealed twice\n", "", SEAL),
        (TOP, "watched: {status: gone, on: 2024-03-11}\n", SEAL),
        (TOP, "watched: {status: gone,\n  on: 2024-03-11}\n", SEAL),
        (TOP, "watched: {\n  status: gone,\n  on: 2024-03-11\n}\n", SEAL),
        (TOP, "watched:\n  status: gone\n  on: 2024-03-11", ""),
        (TOP, "watched: # by hand\n  status: gone\n\n  on: 2024-03-11\n", "\n# sealed\n" + SEAL),
        (TOP, '"watched" :\n    on: 2024-03-11\n    status: gone\n', "\n  # a remark\n" + SEAL),
        (TOP, LONG, "kind: original\n" + SEAL),
        ("outlet: The Leaf\n", LONG, ""),
        ("", LONG, TOP),
        ("", "watched: {status: gone, on: 2024-03-11}\n", "outlet: The Leaf\n"),
    ],
)
@pytest.mark.parametrize("block", [BLOCK, LONG])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_replace(before: str, old: str, after: str, block: str, line_end: str) -> None:
    """The key is replaced where it stands, or put before the seal; all around it stays."""
    record, changed = before + old + after, before + block + after
    found = replace_watched(record.replace("\n", line_end), block)
    assert found == changed.replace("\n", line_end)
    assert replace_watched(found, block) == found


def test_a_last_line_without_an_end() -> None:
    """A record whose last line has no end gets one, for the key comes after it."""
    assert replace_watched("outlet: The Leaf", BLOCK) == f"outlet: The Leaf\n{BLOCK}"


@pytest.mark.parametrize(
    "record",
    [
        "outlet: The Leaf\nurl: 'x\nseal: y'\n",
        "{outlet: The Leaf, watched: {status: gone}}\n",
        "outlet: 'The Leaf\n",
    ],
)
def test_what_cannot_be_written(record: str) -> None:
    """A record that would read differently elsewhere, or cannot be read, is left alone."""
    with pytest.raises(ValueError, match=r"^`watched:` cannot be written there"):
        replace_watched(record, BLOCK)


@settings(derandomize=True, deadline=None)
@given(st.text(st.sampled_from("ab:# \n\t\"'{}-é")), st.text(st.sampled_from("cd:# \n\"'{}-é")))
def test_everything_around_stays(before: str, after: str) -> None:
    """Either nothing is written, or nothing but the key has changed, and twice is once."""
    record = f"one: two\n{before}\nseal:\n  old: 1\n{after}"
    try:
        once = replace_watched(record, BLOCK)
    except ValueError:
        return
    assert once.replace(BLOCK, "", 1) == record
    assert replace_watched(once, BLOCK) == once
