"""Words of others in a report: visible, on one line, no command, and inside their code span."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.inert import code, cut, flat, no_command, visible


def test_visible_leaves_plain_text_alone() -> None:
    """Text of any script passes, and what cannot be seen is shown by its number."""
    assert visible("Міст “über” 😀") == "Міст “über” 😀"
    assert visible("a\x1b[0m\nb") == "a\\u001b[0m\\u000ab"
    assert visible("a\nb\x07", keep="\n") == "a\nb\\u0007"


def test_no_command() -> None:
    """What GitHub's runner takes for a command anywhere in a line is written otherwise."""
    assert no_command("a ##[error]b ##[##[") == "a ##\\u005berror]b ##\\u005b##\\u005b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  One.\n\n  Two.\n", "One. Two."),
        ("a\r\nb", "a\\u000d b"),
        ("a\tb\u2028c\x85d\x0ce", "a\\u0009b\\u2028c\\u0085d\\u000ce"),
        ("##\u200b[error]", "##\\u200b[error]"),
        ("x##[error]", "x##\\u005berror]"),
        (" \n ", ""),
    ],
)
def test_a_flat_text_is_one_line(text: str, shown: str) -> None:
    """Line breaks and spaces are one space, and all else that cannot be seen is shown."""
    assert flat(text) == shown


def test_what_is_cut_is_counted() -> None:
    """Of a text above the bound the beginning is shown, and how much more there is."""
    assert cut("abcde", 5) == "abcde"
    assert cut("abcdef", 5) == "abcde […and 1 more character]"
    assert flat("x" * 9_000, 4_000) == f"{'x' * 4_000} […and 5,000 more characters]"
    assert code("``x", 2) == "``` `` […and 1 more character] ```"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("", "`…`"),
        ("\n", "`…`"),
        ("plain", "`plain`"),
        (" plain ", "`plain`"),
        ("say `x`", "`` say `x` ``"),
        ("``", "``` `` ```"),
        ("\u202e##[error]", "`\\u202e##\\u005berror]`"),
    ],
)
def test_a_code_span(text: str, span: str) -> None:
    """A text stands between more backticks than it has in a row, and is never nothing."""
    assert code(text, 100) == span


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="a`#[ \n\r\t\x1b\u2028\ud800", max_size=20), st.integers(1, 20))
def test_no_text_gets_out_of_its_code_span(text: str, most: int) -> None:
    """Whatever it holds and wherever it is cut, one code span is all there is."""
    span = code(text, most)
    fence = re.match("`+", span)[0]  # type: ignore[index]
    inner = span.removeprefix(fence).removesuffix(fence)
    assert span == f"{fence}{inner}{fence}"
    assert re.fullmatch("[^`].*[^`]|[^`]", inner)
    assert inner.isprintable()
    assert fence not in re.findall("`+", inner)
    assert "##[" not in span
