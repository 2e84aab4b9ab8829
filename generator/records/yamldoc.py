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
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from generator.findings import Finding, Place
from generator.records import yamlfaults as faults

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
Key = str | int


@dataclass
class YamlDoc:
    """A file as read: its text, its value (None when it does not parse), and where all stands."""

    path: str
    text: str = ""
    value: dict[str, Any] | None = None
    findings: list[Finding] = field(default_factory=list)
    _marks: Any = None

    def at(self, line: int, column: int) -> Place:
        """Return the Place of a line and column, both counted from 1."""
        lines = _LINE_BREAK.split(self.text)
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        return Place(self.path, line, max(1, min(column, len(text) + 1)), text)

    def place(self, *keys: Key, key: bool = False) -> Place:
        """Return where the value at `keys` stands, or its key; the nearest parent if it is absent.

        A key that stands alone, with nothing after its colon, is its own value's place.
        """
        marks, spot = self._marks, (1, 1)
        for number, step in enumerate(keys):
            try:
                key_mark, value_mark, below = marks[step]
            except (KeyError, IndexError, TypeError):
                break
            wants_key = key and number == len(keys) - 1
            mark = key_mark if wants_key else value_mark
            spot = (mark.line + 1, mark.column + 1)
            marks = below
        return self.at(*spot)


def parse(path: str, raw: bytes) -> YamlDoc:
    """Return the document of one file; if it does not parse, `value` is None and findings say why.

    `raw` is the file's bytes, at most MAX_BYTES of which are allowed.
    """
    doc = YamlDoc(path)
    doc.findings.extend(faults.too_large(doc, raw, MAX_BYTES))
    if not doc.findings:
        doc.text, broken = _decode(raw)
        doc.findings.extend(faults.wrong_encoding(doc, raw, broken))
    if not doc.findings:
        doc.findings.extend(faults.byte_order_mark(doc))
        doc.findings.extend(faults.forbidden_characters(doc))
    if not doc.findings:
        _compose(doc)
    if doc.findings:
        doc.value = None
    return doc


def _decode(raw: bytes) -> tuple[str, int | None]:
    """Return the text, and the offset of the first byte that is no UTF-8 (None when all is)."""
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return raw.decode("utf-8", errors="replace"), error.start


def _compose(doc: YamlDoc) -> None:
    parser = CParser(doc.text)
    try:
        _Composer(doc, parser).document()
    except yaml.MarkedYAMLError as error:
        doc.findings.extend(faults.syntax(doc, error))
    finally:
        parser.dispose()


class _Composer:
    """Builds value and marks from events; a fault that leaves no sense ends the pass."""

    def __init__(self, doc: YamlDoc, parser: Any) -> None:
        self.doc = doc
        self.next = parser.get_event

    def document(self) -> None:
        event = self.next()
        while isinstance(event, StreamStartEvent | DocumentStartEvent):
            event = self.next()
        if isinstance(event, StreamEndEvent):
            self.doc.findings.extend(faults.no_mapping(self.doc, None))
            return
        value, marks = self.node(event, 1)
        event = self.next()
        while isinstance(event, DocumentEndEvent):
            event = self.next()
        if isinstance(event, DocumentStartEvent):
            self.doc.findings.extend(faults.two_documents(self.doc, event.start_mark))
        elif not isinstance(value, dict):
            self.doc.findings.extend(faults.no_mapping(self.doc, value))
        else:
            self.doc.value, self.doc._marks = value, marks

    def node(self, event: Any, depth: int) -> tuple[Any, Any]:
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self.doc.findings.extend(faults.anchor_or_tag(self.doc, event))
            value = event.value
            return (None if value == "" and not event.style else value), None
        if kind is AliasEvent:
            self.doc.findings.extend(faults.anchor_or_tag(self.doc, event))
            return None, None
        if event.anchor is not None or event.tag is not None:
            self.doc.findings.extend(faults.anchor_or_tag(self.doc, event))
        if depth > MAX_DEPTH:
            self.doc.findings.extend(faults.too_deep(self.doc, event.start_mark, MAX_DEPTH))
            self.skip()
            return None, None
        return self.mapping(depth) if kind is MappingStartEvent else self.sequence(depth)

    def mapping(self, depth: int) -> tuple[dict[str, Any], dict[str, Any]]:
        values: dict[str, Any] = {}
        marks: dict[str, Any] = {}
        event = self.next()
        while type(event) is not MappingEndEvent:
            key, _ = self.node(event, depth + 1)
            key_mark = event.start_mark
            event = self.next()
            value, below = self.node(event, depth + 1)
            if not isinstance(key, str):
                self.doc.findings.extend(faults.key_not_text(self.doc, key_mark))
            elif key in values:
                first = marks[key][0].line + 1
                self.doc.findings.extend(faults.duplicate_key(self.doc, key_mark, key, first))
            else:
                values[key] = value
                marks[key] = (key_mark, event.start_mark if value is not None else key_mark, below)
            event = self.next()
        return values, marks

    def sequence(self, depth: int) -> tuple[list[Any], list[Any]]:
        values: list[Any] = []
        marks: list[Any] = []
        event = self.next()
        while type(event) is not SequenceEndEvent:
            value, below = self.node(event, depth + 1)
            values.append(value)
            marks.append((event.start_mark, event.start_mark, below))
            event = self.next()
        return values, marks

    def skip(self) -> None:
        """Pass over the collection just opened, without recursion, however deep it goes."""
        open_ = 1
        while open_:
            kind = type(self.next())
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                open_ += 1
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                open_ -= 1
