"""Text written as YAML: it reads back as exactly that text, and comments stay comments."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.filefaults import hides
from generator.records.yamldoc import parse
from generator.records.yamltext import comment, folded, remark, scalar

LOADERS = [yaml.BaseLoader, yaml.CBaseLoader]
quick = settings(derandomize=True, deadline=None, max_examples=200)
ANYTHING = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from(" \t\r\n\x85\u2028\u2029\u202e\u200b\ufeff'\"#:-?[]{}*&!%@`|>\\,~<="),
    max_size=300,
)
WORDY = st.lists(ANYTHING.map(lambda text: text[:12]), max_size=40).map(" ".join)


def read(text: str, loader: Any) -> Any:
    """The value of a small record, with every scalar as the text that it is."""
    return yaml.load(text, loader)  # noqa: S506  it makes texts, lists and mappings, nothing else


@pytest.mark.slow
@pytest.mark.parametrize("loader", LOADERS)
@quick
@given(text=ANYTHING | WORDY, indent=st.sampled_from([0, 4]))
def test_any_text_reads_back(loader: Any, text: str, indent: int) -> None:
    """A text reads back character by character, and what stands below it is not touched."""
    before = "a:\n  - b: c\n" if indent else ""
    for written in (scalar(text, "claim", indent), folded(text, indent)):
        record = f"{before}{' ' * indent}claim: {written}\n{' ' * indent}last: end\n"
        expected = {"claim": text, "last": "end"}
        assert read(record, loader) == ({"a": [{"b": "c", **expected}]} if indent else expected)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The bridge was closed.", "The bridge was closed."),
        ("closed", "'closed'"),
        ("It's so: yes #1", "'It''s so: yes #1'"),
        ("1950", "'1950'"),
        ("null", "'null'"),
        ("--- x", "'--- x'"),
        ("!!python/object x", "'!!python/object x'"),
        ("a\nb", r'"a\U0000000ab"'),
        ("", "''"),
    ],
)
def test_plain_where_it_can_be(text: str, written: str) -> None:
    """A sentence needs no marks; what YAML could take for something else has them."""
    assert scalar(text, "claim") == written


def test_long_text_is_wrapped() -> None:
    """A long text stands below its key, in lines that fit."""
    text = "word " * 30 + "end"
    written = f"claim: {scalar(text, 'claim')}\n"
    assert written.startswith("claim: >-\n  word word")
    assert max(map(len, written.splitlines())) <= 96
    assert len(written.splitlines()) == 3


@pytest.mark.slow
@quick
@given(text=ANYTHING | WORDY, indent=st.sampled_from([0, 6]))
def test_any_text_is_inert_as_comment(text: str, indent: int) -> None:
    """Whatever is written as comment, every line is one, and all of it can be seen."""
    written = comment(text, indent)
    lines = written.split("\n")
    assert lines.pop() == ""
    assert all(line.startswith(" " * indent + "# >") for line in lines)
    assert written.splitlines() == lines
    assert not hides(written)
    doc = parse("data/topics/x.yml", f"title: a\n{written}text: b\n".encode())
    assert doc.value == {"title": "a", "text": "b"}
    assert doc.findings == []


def test_a_comment_shows_what_it_can() -> None:
    """Line breaks stay, a hidden character is written out, and a very long text is cut."""
    shown = comment("one\r\n\r\n\ttwo \u202ethree", 2)
    assert shown == "  # > one\n  # >\n  # >  two \\u202ethree\n"
    lines = comment("x" * 100_000).split("\n")
    assert len(lines) < 30
    assert "".join(line.removeprefix("# >") for line in lines[-3:]) == (
        f" {'x' * 68} [… and 98000 characters more]"
    )


def test_an_address_stays_on_one_line() -> None:
    """However long an address is, a comment does not break it; the words around it are wrapped."""
    address = "https://echo.example.org/" + "a-long-way/" * 12
    lines = comment(f"{'word ' * 15}{address} {'word ' * 15}").splitlines()
    assert f"# > {address}" in lines
    assert [len(line) > 96 for line in lines].count(True) == 1


def test_a_comment_instructs_no_editor() -> None:
    """A line that some editor would obey is not written as it would read it."""
    assert comment("yaml-language-server: $schema=x") == "# > yaml-language-server: $schema=x\n"


def test_a_remark_is_ours() -> None:
    """A remark stands without the mark of what others wrote, wrapped like it."""
    assert remark("one of: a, b", 2) == "  # one of: a, b\n"
    assert len(remark("word " * 40).splitlines()) == 3
