"""Writing a seal into a source record."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.sealtext import replace_seal, seal_block
from generator.records.numbers import parse_numbers

BLOCK = seal_block("ab12", "2031-05-06", {1, 29, 30}, {2}, ["0f" * 16, "e1" * 16])
RECORD = "# yaml-language-server: x\r\noutlet: The Leaf  \n\nnote: |\n  seal: not this\n  seal: x\n"


def test_block() -> None:
    """A seal stands as the records' format says."""
    assert BLOCK == (
        "seal:\n"
        "  algorithm: 1\n"
        "  document: ab12\n"
        "  on: 2031-05-06\n"
        "  skip: 1, 29-30\n"
        "  headline: 2\n"
        "  sentences: |\n"
        "    0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f\n"
        "    e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1\n"
    )


def test_block_without_boilerplate_and_headline() -> None:
    """A seal without boilerplate or headline has no such keys."""
    block = seal_block("ab12", "2031-05-06", [], [], ["0f" * 16])
    assert "skip" not in block
    assert "headline" not in block


@settings(derandomize=True, deadline=None)
@given(
    st.frozensets(st.integers(1, 99)), st.lists(st.binary(min_size=16, max_size=16).map(bytes.hex))
)
def test_block_reads_back(skip: frozenset[int], sentences: list[str]) -> None:
    """Read as YAML, a seal holds the hashes a line each and the numbers as text."""
    block = seal_block("ab12", "2031-05-06", skip, skip, sentences)
    seal = yaml.load(block, yaml.BaseLoader)["seal"]  # noqa: S506 -- scalars stay text
    assert seal["sentences"].split() == sentences
    assert parse_numbers(seal.get("skip", "")) == parse_numbers(seal.get("headline", "")) == skip
    assert (seal["algorithm"], seal["document"], seal["on"]) == ("1", "ab12", "2031-05-06")


@pytest.mark.parametrize(
    ("before", "old", "added"),
    [
        ("", "", ""),
        ("outlet: The Leaf\n", "", ""),
        ("outlet: The Leaf", "", "\n"),
        ("outlet: The Leaf\n\n", "seal:\n  algorithm: 1\n\n# the end\n", ""),
        ("outlet: The Leaf\n", "seal: {algorithm: 1}", ""),
        ("outlet: The Leaf\n# why\n", "seal :\n", ""),
        ("outlet: The Leaf\n", '"seal":\n  on: x\n', ""),
        ("sealed: no\nseal:on: z\nseal-on: x\n  seal: y\n", "seal:", ""),
        (RECORD.replace("\r", ""), "seal: # old\n  sentences: |\n    00\n", ""),
    ],
)
def test_replace(before: str, old: str, added: str) -> None:
    """The seal is replaced to the end of the file, or appended; all before it stays."""
    assert replace_seal(before + old, BLOCK) == before + added + BLOCK


def test_line_ends() -> None:
    """The block takes over the record's line ends."""
    record = "outlet: The Leaf\r\nurl: x"
    assert replace_seal(record, "seal:\n  on: y\n") == f"{record}\r\nseal:\r\n  on: y\r\n"


@settings(derandomize=True, deadline=None)
@given(st.text(st.sampled_from("ab:# \n\t\"'-é\ufeff")))
def test_everything_before_stays(before: str) -> None:
    """Whatever stands before the seal stays, character for character; twice is once."""
    once = replace_seal(f"{before}\nseal:\n  old: 1\n", BLOCK)
    assert once == f"{before}\n{BLOCK}"
    assert replace_seal(once, BLOCK) == once


@pytest.mark.parametrize(
    ("after", "line", "found"),
    [
        ("note: after\n", 4, "note: after"),
        ("\n  # x\n- a", 6, "- a"),
        ("seal:\n", 4, "seal:"),
        ("...\n", 4, "..."),
        ("---\nx: y\n", 4, "---"),
    ],
)
def test_seal_must_be_last(after: str, line: int, found: str) -> None:
    """A record with anything after its seal is refused, for it would be lost."""
    with pytest.raises(ValueError, match="must be the last key") as error:
        replace_seal(f"outlet: The Leaf\nseal:\n  on: x\n{after}", BLOCK)
    assert str(error.value) == (
        f"'seal:' must be the last key of a source record, and line {line} has '{found}'"
    )
