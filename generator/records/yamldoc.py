"""One YAML file becomes a plain value whose every key and value knows its line and column.

A single pass over the parser's events builds the value and checks depth, anchors, tags and
duplicate keys. Every scalar stays the text that was typed: `no`, `1.10` and dates included.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not know it
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from generator.findings import Finding, Place
from generator.records import filefaults
from generator.records import yamlfaults as faults
from generator.records.yamlsyntax import diagnosed, glued_key

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_HASH = re.compile(r"(?<=[^\s#])[ \t]+#(?=[^\s#])")
_LEAD_ASTRAY = ("E102", "E105", "E110")
"""Faults that libyaml may stumble over again, further on."""

Key = str | int


@dataclass
class YamlDoc:
    """A file as read: its text, its value (None when it does not parse), and where all stands."""

    path: str
    text: str = ""
    value: dict[str, Any] | None = None
    findings: list[Finding] = field(default_factory=list)
    blanks: list[tuple[str, Place]] = field(default_factory=list)
    """Keys and items with nothing behind their colon or dash, and where they stand."""
    _marks: Any = None
    _split: tuple[str, list[str]] = ("", [""])

    @property
    def lines(self) -> list[str]:
        """The lines of the text as it now is, split once."""
        if self._split[0] is not self.text:
            self._split = self.text, _LINE_BREAK.split(self.text)
        return self._split[1]

    def at(self, line: int, column: int) -> Place:
        """Return the Place of a line and column, both counted from 1."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Place(self.path, line, max(1, min(column, len(text) + 1)), text)

    def at_offset(self, offset: int) -> Place:
        """Return the Place of a character by its number in the text, counted from 0."""
        lines = _LINE_BREAK.split(self.text[:offset])
        return self.at(len(lines), len(lines[-1]) + 1)

    def place(self, *keys: Key, key: bool = False) -> Place:
        """Return where the value at `keys` stands, or its key; the nearest parent if it is absent.

        A key that stands alone, with nothing after its colon, is its own value's place. The
        whole file's place is 1:1 and shows no line.
        """
        if self._marks is None and self.value is not None:  # made when asked for; most never are
            again = YamlDoc(self.path, self.text)
            _compose(again, keep_marks=True)
            self._marks = again._marks or {}
        marks, spot = self._marks, (0, 0)
        for number, step in enumerate(keys):
            try:
                key_mark, value_mark, below = marks[step]
            except (KeyError, IndexError, TypeError):
                break
            wants_key = key and number == len(keys) - 1
            mark = key_mark if wants_key else value_mark
            spot = (mark.line + 1, mark.column + 1)
            marks = below
        return self.at(*spot) if spot[0] else Place(self.path)


def parse(path: str, raw: bytes) -> YamlDoc:
    """Return the document of one file; if it does not parse, `value` is None and findings say why.

    `raw` is the file's bytes, at most MAX_BYTES of which are allowed.
    """
    doc = YamlDoc(path)
    doc.findings.extend(filefaults.too_large(doc, raw, MAX_BYTES))
    if not doc.findings:
        doc.text, broken = _decode(raw)
        doc.findings.extend(filefaults.wrong_encoding(doc, raw, broken))
    if not doc.findings:
        doc.findings.extend(filefaults.byte_order_mark(doc))
        doc.findings.extend(filefaults.forbidden_characters(doc, doc.text))
    if not doc.findings:
        _compose(doc, keep_marks=False)
        if doc.findings:  # once more, to say where
            doc.findings, doc.blanks = [], []
            _compose(doc, keep_marks=True)
    if doc.findings:
        doc.value = None
    return doc


def _decode(raw: bytes) -> tuple[str, int | None]:
    """Return the text, and the offset of the first byte that is no UTF-8 (None when all is)."""
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return raw.decode("utf-8", errors="replace"), error.start


def _compose(doc: YamlDoc, keep_marks: bool) -> None:
    parser = CParser(doc.text)
    try:
        _Composer(doc, parser, keep_marks).document()
    except _NoSense:
        return
    except yaml.MarkedYAMLError as error:
        if not any(finding.code in _LEAD_ASTRAY for finding in doc.findings):
            doc.findings.extend(diagnosed(doc, error))
    finally:
        parser.dispose()


class _NoSense(Exception):
    """Raised by a fault that leaves no sense in what follows, nor any reason to read on."""


class _Composer:
    """Builds value and marks from events; a fault that leaves no sense ends the pass."""

    def __init__(self, doc: YamlDoc, parser: Any, keep_marks: bool) -> None:
        self.doc = doc
        self.keep = keep_marks
        self.next = parser.get_event
        some = " #" in doc.text or "\t#" in doc.text
        lines = enumerate(doc.lines, 1) if some else ()
        found = ((line, _HASH.search(text)) for line, text in lines)
        self.hashes = {line: match.end() for line, match in found if match}

    def document(self) -> None:
        event = self.next()
        while isinstance(event, StreamStartEvent | DocumentStartEvent):
            event = self.next()
        if isinstance(event, StreamEndEvent):
            self.doc.findings.extend(faults.no_mapping(self.doc, None))
            return
        first = event.start_mark.line + 1
        value, marks = self.node(event, 1)
        event = self.next()
        while isinstance(event, DocumentEndEvent):
            event = self.next()
        if isinstance(event, DocumentStartEvent):
            self.doc.findings.extend(faults.two_documents(self.doc, event.start_mark))
        elif isinstance(value, str) and (glued := glued_key(self.doc.at(first, 1).text)):
            self.doc.findings.extend(faults.no_space(self.doc, first, glued))
        elif not isinstance(value, dict) or not (value or self.doc.findings):
            self.doc.findings.extend(faults.no_mapping(self.doc, value))
        else:
            self.doc.value, self.doc._marks = value, marks if self.keep else None

    def scalar(self, event: Any) -> str | None:
        """Return the text that was typed; None where nothing was."""
        style, value = event.style, event.value
        if event.anchor is not None or event.tag is not None:
            self.doc.findings.extend(faults.anchor_or_tag(self.doc, event.start_mark))
        if style == '"':  # its codes may name what nobody may type
            found = filefaults.forbidden_characters(self.doc, value, event.start_mark)
            self.doc.findings.extend(found)
        elif not style and (self.hashes or " - " in value):
            self.plain(event)
        return value if value or style else None

    def node(self, event: Any, depth: int) -> tuple[Any, Any]:
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event), None
        if kind is AliasEvent:
            self.doc.findings.extend(faults.anchor_or_tag(self.doc, event.start_mark))
            return None, None
        if event.anchor is not None or event.tag is not None:
            self.doc.findings.extend(faults.anchor_or_tag(self.doc, event.start_mark))
        if depth > MAX_DEPTH:
            self.doc.findings.extend(faults.too_deep(self.doc, event.start_mark, MAX_DEPTH))
            raise _NoSense
        return self.mapping(depth) if kind is MappingStartEvent else self.sequence(depth)

    def plain(self, event: Any) -> None:
        """Report what a text without quotation marks lost to a comment, or swallowed of a list."""
        line, end = event.end_mark.line + 1, event.end_mark.column
        column = self.hashes.get(line, 0)
        if column > end and not self.doc.at(line, 1).text[end : column - 1].strip():
            self.doc.findings.extend(faults.hash_in_text(self.doc, line, column))
        for below in range(event.start_mark.line + 2, line + 1):
            text = self.doc.at(below, 1).text
            if text.lstrip().startswith("- "):
                column = text.index("-") + 1
                message = "this dash is read as part of the text above it"
                self.doc.findings.extend(faults.indentation(self.doc, below, column, message))
                return

    def mapping(self, depth: int) -> tuple[dict[str, Any], dict[str, Any]]:
        values: dict[str, Any] = {}
        marks: dict[str, Any] = {}
        event = self.next()
        while type(event) is not MappingEndEvent:
            key = self.scalar(event) if type(event) is ScalarEvent else self.node(event, depth + 1)
            key_mark = event.start_mark
            event = self.next()
            below = None
            if type(event) is ScalarEvent:
                value: Any = self.scalar(event)
            else:
                value, below = self.node(event, depth + 1)
            if not isinstance(key, str):
                self.doc.findings.extend(faults.key_not_text(self.doc, key_mark))
            elif key in values:
                first = marks[key][0].line + 1 if self.keep else 0
                self.doc.findings.extend(faults.duplicate_key(self.doc, key_mark, key, first))
            elif key[:1].isspace() and self.sign(key_mark).isspace():
                place = key_mark.line + 1, key_mark.column + 1
                self.doc.findings.extend(faults.tab(self.doc, *place))
            elif value is None and (glued := glued_key(key)):
                column = key_mark.column + glued
                self.doc.findings.extend(faults.no_space(self.doc, key_mark.line + 1, column))
            else:
                if value is None:
                    self.blank(repr(key), key_mark)
                values[key] = value
                if self.keep:
                    value_mark = event.start_mark if value is not None else key_mark
                    marks[key] = (key_mark, value_mark, below)
            event = self.next()
        return values, marks

    def sequence(self, depth: int) -> tuple[list[Any], list[Any]]:
        values: list[Any] = []
        marks: list[Any] = []
        event = self.next()
        while type(event) is not SequenceEndEvent:
            value, below = self.node(event, depth + 1)
            if value is None:
                self.blank(f"item {len(values) + 1} of the list", event.start_mark)
            values.append(value)
            if self.keep:
                marks.append((event.start_mark, event.start_mark, below))
            event = self.next()
        return values, marks

    def sign(self, mark: Any) -> str:
        return self.doc.at(mark.line + 1, 1).text[mark.column : mark.column + 1]

    def blank(self, what: str, mark: Any) -> None:
        self.doc.blanks.append((what, self.doc.at(mark.line + 1, mark.column + 1)))
