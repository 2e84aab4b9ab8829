"""A file of YAML: what was typed, where it stands, and what is wrong with it."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not know it

from generator.records import yamldoc
from generator.records.yamldoc import MAX_BYTES, MAX_DEPTH, YamlDoc, parse

quick = settings(derandomize=True, deadline=None, max_examples=200)

RECORD = """\
# a comment
claim: One sentence.
evidence:
  - source: 😀 post   # another
    quote: "it is"
  - {source: radio, sic: [a, bb]}
note: >-
  Two
  lines.
"""


def read(text: str) -> YamlDoc:
    """Return the document of a text."""
    return parse("data/x.yml", text.encode("utf-8", "surrogatepass"))


def spot(doc: YamlDoc, *keys: str | int, key: bool = False) -> tuple[int, int]:
    """Return line and column of a value, or of its key."""
    place = doc.place(*keys, key=key)
    return place.line, place.column


def found(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is wrong with a text."""
    return [(f.code, f.place.line, f.place.column) for f in read(text).findings]


def test_values_are_what_was_typed() -> None:
    """Every value is the text that was typed, in the shape that was typed."""
    assert read(RECORD).value == {
        "claim": "One sentence.",
        "evidence": [
            {"source": "😀 post", "quote": "it is"},
            {"source": "radio", "sic": ["a", "bb"]},
        ],
        "note": "Two lines.",
    }


def test_every_value_knows_its_place() -> None:
    """Keys, values and items have line and column, counted from 1 and in characters."""
    doc = read(RECORD)
    assert spot(doc, "claim") == (2, 8)
    assert spot(doc, "claim", key=True) == (2, 1)
    assert spot(doc, "evidence") == (4, 3)
    assert spot(doc, "evidence", 0) == (4, 5)
    assert spot(doc, "evidence", 0, "source") == (4, 13)
    assert spot(doc, "evidence", 1, "sic", 1) == (6, 30)
    assert spot(doc, "evidence", 1, "sic", key=True) == (6, 21)
    assert spot(doc, "note") == (7, 7)


def test_an_absent_key_stands_at_its_parent() -> None:
    """What is not there is looked for at the nearest thing around it."""
    doc = read(RECORD)
    assert spot(doc, "evidence", 0, "stance") == (4, 5)
    assert spot(doc, "evidence", 9) == (4, 3)
    assert spot(doc, "claim", "deeper") == (2, 8)


def test_the_whole_file_shows_no_line() -> None:
    """A finding about the whole file stands at 1:1 and shows no line of it."""
    place = read(RECORD).place("verdict")
    assert (place.line, place.column, place.text) == (1, 1, "")
    assert read(RECORD).place("claim").text == "claim: One sentence."


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_do_not_depend_on_line_ends(line_end: str) -> None:
    """Line and column are the same whatever ends the lines."""
    doc = read(RECORD.replace("\n", line_end))
    assert spot(doc, "evidence", 1, "sic", 1) == (6, 30)
    assert doc.place("evidence", 0).text == "  - source: 😀 post   # another"
    assert found('a: b\nc: "d\n'.replace("\n", line_end)) == [("E103", 2, 4)]
    assert found("a: b\nc: d\x07\n".replace("\n", line_end)) == [("E114", 2, 5)]


def test_a_key_without_a_value_is_a_blank() -> None:
    """Keys and items with nothing behind them are noted with their places."""
    doc = read("a:\nb: [c, {d: }]\ne:\n  -\n")
    blanks = [(what, place.line, place.column) for what, place in doc.blanks]
    assert blanks == [("'a'", 1, 1), ("'d'", 2, 9), ("item 1 of the list", 4, 4)]
    assert read("a: \"\"\nb: ''\n").blanks == []


@pytest.mark.parametrize(
    "text",
    [
        "---\na: b\n",
        "# c\n---\na: b\n...\n",
        "a:\tb\n",
        "a: b\t\n",
        "a: b # c\n",
        "a: b #\n",
        "\n\na: b",
        '{"a": "b"}',
        "a: {\n\tb: c}\n",
        "a: b:c http://d.example.org:80/#e\n",
        "a:\n- b#c\n- d\n",
        'a: "b #c"\n',
        "a: >-\n  b #c\n  - d\n",
        "a: -b -c\n",
        "a: 'it''s'\n",
        "a: “b: c”\n".replace(": c", ":c"),
    ],
)
def test_sound_yaml_is_left_alone(text: str) -> None:
    """YAML that means what it seems to mean has no finding."""
    assert found(text) == []
    assert isinstance(read(text).value, dict)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\t- b\n", ("E102", 2, 1)),
        ("a:\n  - b\n\t- c\n", ("E102", 3, 1)),
        ("a: >-\n\tb\n", ("E102", 2, 1)),
        ("a: b\n\t\nc: d\n", ("E102", 2, 1)),
        ("a:\n\u3000- b\n", ("E102", 2, 1)),
        ("a: 'b\nc: 'd'\n", ("E103", 1, 4)),
        ("a: ['b, c]\n", ("E103", 1, 5)),
        ("a: {b: c\nd: e\n", ("E103", 1, 4)),
        ("a: {b: c\n", ("E103", 1, 4)),
        ("a: {b: c]\n", ("E103", 1, 4)),
        ("a: b: c\n", ("E104", 1, 5)),
        ("a: b:\n", ("E104", 1, 5)),
        ("a: 😀 b: c\n", ("E104", 1, 7)),
        ("a:\n  b\n  c d: e\n", ("E104", 3, 6)),
        ("a: {b: c: d}\n", ("E104", 1, 9)),
        ("a: {b: c d: e}\n", ("E104", 1, 11)),
        ("a:b\nc: d\n", ("E105", 1, 2)),
        ("a: >-\n  b\nc:d\ne: f\n", ("E105", 3, 2)),
        ("a:\nc:d\n", ("E105", 2, 2)),
        ("a: b\nc:[d]\n", ("E105", 2, 2)),
        ("a:\n  - b:c\n    d: e\n", ("E105", 2, 6)),
        ("a: {b: c, d:e}\n", ("E105", 1, 12)),
        ("a:\n  - b\n  -c\nd: e\n", ("E105", 3, 3)),
        ("a: b\na: c\n", ("E106", 2, 1)),
        ("a: b\n---\nc: d\n", ("E107", 2, 1)),
        ("a: b\n---\n", ("E107", 2, 1)),
        ("a: b\n...\n---\nc: 'd\n", ("E107", 3, 1)),
        ("a: *b\n", ("E110", 1, 4)),
        ("a: *b* c\n", ("E110", 1, 4)),
        ("a: &b. c\n", ("E110", 1, 4)),
        ("&a b: c\n", ("E110", 1, 1)),
        ("a: !b [c]\n", ("E110", 1, 4)),
        ("a: !b!c d\n", ("E110", 1, 4)),
        ("a: !<b\n", ("E110", 1, 4)),
        ("a: *b c\n", ("E110", 1, 4)),
        ("", ("E113", 1, 1)),
        ("  \n\n", ("E113", 1, 1)),
        ("---\n", ("E113", 1, 1)),
        ("~\n", ("E113", 1, 1)),
        ("7\n", ("E113", 1, 1)),
        ("[]\n", ("E113", 1, 1)),
        ("a: b\u2066c\n", ("E114", 1, 5)),
        ("a: b\u0085c\n", ("E114", 1, 5)),
        ("a: b\u2028c\n", ("E114", 1, 5)),
        ("a: b\x7f\n", ("E114", 1, 5)),
        ("a: b\x00\n", ("E114", 1, 5)),
        ("a: b\n\ufeffc: d\n", ("E114", 2, 1)),
        ('a: "b\\u0000c"\n', ("E114", 1, 4)),
        ("a: 'b' c\n", ("E115", 1, 8)),
        ("- a: 'b' c\n", ("E115", 1, 10)),
        ('a: ["b" "c"]\n', ("E115", 1, 9)),
        ("a: {b: c}}\n", ("E115", 1, 10)),
        ("a: [b] c\n", ("E115", 1, 8)),
        ('{"a": "b" "c": "d"}\n', ("E115", 1, 11)),
        ("a: , b\n", ("E116", 1, 4)),
        ("a: }b\n", ("E116", 1, 4)),
        ("a: ? b\n", ("E116", 1, 4)),
        ("a: |b\n", ("E116", 1, 4)),
        ("%a: b\n", ("E116", 1, 1)),
        ("a: b\n c: d\n", ("E117", 2, 2)),
        (" a: b\nc: d\n", ("E117", 2, 1)),
        ("a: b\n- c\n", ("E117", 2, 1)),
        ("- a\nb: c\n", ("E117", 2, 1)),
        ("a: |\n    b\n  c\nd: e\n", ("E117", 3, 3)),
        ("? [a]\n: b\n", ("E118", 1, 3)),
        ("{a: b}: c\n", ("E118", 1, 1)),
        (":\n", ("E118", 1, 1)),
        ("a: b #c\n", ("E121", 1, 6)),
        ("- a\n- b #c\n", ("E121", 2, 5)),
        ("a: b\n  c #d\n", ("E121", 2, 5)),
        ('a: "b\\qc"\n', ("E122", 1, 6)),
        ('a: "b\\xqq"\n', ("E122", 1, 6)),
        ("a b\nc: d\n", ("E123", 1, 1)),
        ("a = b\nc: d\n", ("E123", 1, 1)),
        ("a: b\nc\n", ("E123", 2, 1)),
        ("a:\n  - b\nc d\ne: f\n", ("E123", 3, 1)),
        ("a >-\n  b\nc: d\n", ("E123", 1, 1)),
        ("<<<<<<< a\nb: c\n=======\nb: d\n>>>>>>> e\n", ("E124", 1, 1)),
    ],
)
def test_a_slip_is_named_where_it_was_made(text: str, expected: tuple[str, int, int]) -> None:
    """One slip of the usual kinds, in any of its shapes, is one finding at its place."""
    assert found(text)[0] == expected
    assert len(found(text)) == 1 or expected[0] == "E121"


def test_depth_is_limited_and_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty deep is read, one more is a finding, and neither pass looks behind it."""
    assert found(f"a: {'[' * (MAX_DEPTH - 1)}{']' * (MAX_DEPTH - 1)}\n") == []
    events = 0
    original = CParser

    class Counting:
        def __init__(self, text: str) -> None:
            self.inner = original(text)
            self.dispose = self.inner.dispose

        def get_event(self) -> object:
            nonlocal events
            events += 1
            return self.inner.get_event()

    monkeypatch.setattr(yamldoc, "CParser", Counting)
    assert found("a: " + "[" * 200_000) == [("E111", 1, MAX_DEPTH + 3)]
    assert events < 2 * (MAX_DEPTH + 5)


def test_size_is_limited() -> None:
    """A file of the limit is read, and one byte more is the one finding that is left."""
    line = b"a: "
    assert parse("x", line + b"b" * (MAX_BYTES - len(line))).findings == []
    assert [f.code for f in parse("x", b'"' * (MAX_BYTES + 1)).findings] == ["E112"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "windows-1252"])
def test_another_encoding_is_said(encoding: str) -> None:
    """A file that is not UTF-8 says so, at the first byte that shows it."""
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    doc = parse("x", mark + "a: b\nc: é\n".encode(encoding))
    assert [f.code for f in doc.findings] == ["E109"]
    expected = (2, 4) if encoding == "windows-1252" else (1, 1)
    assert (doc.findings[0].place.line, doc.findings[0].place.column) == expected


TEXTS = st.text(alphabet="ab: -#\n\t'\"[]{},&*!|>%@`\\?~.=<é\u00a0\ufeff\u202e", max_size=60)


@quick
@given(TEXTS)
def test_any_text_is_read_or_explained(text: str) -> None:
    """No text makes the reader fail: it has a value or findings, each inside the file."""
    doc = read(text)
    assert (doc.value is None) == bool(doc.findings)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for finding in doc.findings:
        assert finding.hint
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(finding.place.text) + 1


@quick
@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_explained(raw: bytes) -> None:
    """No bytes make the reader fail."""
    doc = parse("x", raw)
    assert (doc.value is None) == bool(doc.findings)


WORDS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn")),
    min_size=1,
    max_size=12,
)
VALUES = st.recursive(
    WORDS,
    lambda below: (
        st.lists(below, min_size=1, max_size=3)
        | st.dictionaries(WORDS, below, min_size=1, max_size=3)
    ),
    max_leaves=8,
)
RECORDS = st.dictionaries(WORDS, VALUES, min_size=1, max_size=4)


@pytest.mark.slow
@quick
@given(RECORDS, st.booleans())
def test_what_was_written_is_what_is_read(record: dict[str, object], flow: bool) -> None:
    """A record written out by another program, in blocks or in braces, is read as it was."""
    if flow:
        text = json.dumps(record, ensure_ascii=False)
    else:
        text = yaml.safe_dump(record, allow_unicode=True, default_style='"')
    doc = read(text)
    assert doc.findings == []
    assert doc.value == record
