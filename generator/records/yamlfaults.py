"""What can be wrong with a YAML file before anything is known of its fields, in plain words."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import yaml

from generator.findings import Facts, Finding, rule

if TYPE_CHECKING:
    from generator.records.yamldoc import YamlDoc

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_KEY = r"^\s*(?:-\s+)*[A-Za-z_][\w-]*"
_GLUED_KEY = re.compile(_KEY + r":(?=[^\s:/])")
_QUOTE_AFTER_KEY = re.compile(r"(?::|-)\s+([\"'])")
_BLOCK_HINT = "put the text on the next line, indented, after `key: >-`"


@rule("E102")
def tab(doc: "YamlDoc", line: int, column: int) -> Facts:
    """Indentation is made of spaces; YAML does not allow a tab there.

    Bad:
        topics:
        <tab>- signing
    Good:
        topics:
          - signing
    """
    yield doc.at(line, column), "a tab where YAML wants spaces", "indent with two spaces"


@rule("E103")
def unclosed_quote(doc: "YamlDoc", line: int, column: int, mark: str) -> Facts:
    """A value that opens with a quotation mark closes with the same one.

    Bad:
        place: "Munich
    Good:
        place: Munich
    """
    message = f"the quotation mark {mark} that opens here is never closed"
    yield doc.at(line, column), message, f"close it, or {_BLOCK_HINT}"


@rule("E104")
def colon_in_sentence(doc: "YamlDoc", line: int, column: int) -> Facts:
    """A colon followed by a space makes a key, so a sentence that holds one needs protection.

    Bad:
        bottom_line: One thing is certain: it was said.
    Good:
        bottom_line: >-
          One thing is certain: it was said.
    """
    message = "a colon followed by a space, inside a sentence that is not protected"
    yield doc.at(line, column), message, _BLOCK_HINT


@rule("E105")
def no_space_after_colon(doc: "YamlDoc", line: int, column: int) -> Facts:
    """A key's colon is followed by a space.

    Bad:
        kind:said
    Good:
        kind: said
    """
    yield doc.at(line, column), "no space after the colon", "write a space after the colon"


@rule("E106")
def duplicate_key(doc: "YamlDoc", mark: Any, key: str, first: int) -> Facts:
    """A key stands once in a mapping; with two, one of them would be lost in silence.

    Bad:
        place: Munich
        place: Kyiv
    Good:
        place: Munich
    """
    message = f"the key {key!r} stands twice; the first is on line {first}"
    yield doc.at(mark.line + 1, mark.column + 1), message, "keep one of the two"


@rule("E107")
def two_documents(doc: "YamlDoc", mark: Any) -> Facts:
    """A file holds one record; a line `---` starts a second YAML document.

    Bad:
        title: Signing
        ---
        title: Security
    Good:
        title: Signing
    """
    yield (
        doc.at(mark.line + 1, mark.column + 1),
        "a second YAML document starts here",
        "one file holds one record: remove the line `---` or move what follows to its own file",
    )


@rule("E108")
def byte_order_mark(doc: "YamlDoc") -> Facts:
    """A file starts with its first character, not with an invisible byte-order mark.

    Bad:
        <byte-order mark># yaml-language-server: …
    Good:
        # yaml-language-server: …
    """
    if doc.text.startswith("\ufeff"):
        message = "the file starts with an invisible byte-order mark"
        yield doc.at(1, 1), message, "save it as UTF-8 without BOM"
        doc.text = doc.text[1:]


@rule("E109")
def wrong_encoding(doc: "YamlDoc", raw: bytes, broken: int | None) -> Facts:
    """A file is written in UTF-8.

    Bad:
        a file saved as Windows-1252 or UTF-16
    Good:
        a file saved as UTF-8
    """
    if broken is None:
        return
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        doc.text = ""
        yield doc.at(1, 1), "the file is written in UTF-16", "save it as UTF-8"
        return
    before = raw[:broken].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"the byte {raw[broken]:#04x} here is no UTF-8; the file has another encoding"
    yield doc.at(line, column), message, "save it as UTF-8"


@rule("E110")
def anchor_or_tag(doc: "YamlDoc", event: Any) -> Facts:
    """Records use no anchors (&), aliases (*) or tags (!): what a field says stands in the field.

    Bad:
        place: &munich Munich
    Good:
        place: Munich
    """
    mark = event.start_mark
    yield (
        doc.at(mark.line + 1, mark.column + 1),
        "a YAML anchor (&), alias (*) or tag (!), which records do not use",
        "write the value out; put text that begins with one of these signs in quotation marks",
    )


@rule("E111")
def too_deep(doc: "YamlDoc", mark: Any, most: int) -> Facts:
    """Lists and mappings stand inside one another at most 20 deep.

    Bad:
        topics: [[[[[[[[[[[[[[[[[[[[[signing]]]]]]]]]]]]]]]]]]]]]
    Good:
        topics: [signing]
    """
    place = doc.at(mark.line + 1, mark.column + 1)
    yield place, f"nested more than {most} deep", "no record needs this; check the brackets"


@rule("E112")
def too_large(doc: "YamlDoc", raw: bytes, most: int) -> Facts:
    """A record file holds at most 256 KiB; a whole article never belongs in one.

    Bad:
        a file of 300 KiB
    Good:
        passages of one to three sentences
    """
    if len(raw) > most:
        message = f"the file is larger than {most // 1024} KiB"
        yield doc.at(1, 1), message, "quote one to three sentences, not a text"


@rule("E113")
def no_mapping(doc: "YamlDoc", value: object) -> Facts:
    """A record is a mapping: lines of `key: value`.

    Bad:
        - Munich
        - Kyiv
    Good:
        place: Munich
    """
    what = "the file is empty" if value is None else "the file holds no `key: value` lines"
    yield doc.at(1, 1), what, "copy a neighbouring record and change its values"


@rule("E114")
def forbidden_characters(doc: "YamlDoc") -> Facts:
    """No control characters and none that turn the direction of text, which nobody could see.

    Bad:
        place: Mun<right-to-left override>ich
    Good:
        place: Munich
    """
    if found := _FORBIDDEN.search(doc.text):
        before = doc.text[: found.start()]
        line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
        message = f"an invisible control character (U+{ord(found.group()):04X})"
        yield doc.at(line, column), message, "delete it; type the line anew if you cannot see it"


@rule("E115")
def text_after_closing(doc: "YamlDoc", line: int, column: int, mark: str) -> Facts:
    """A value that opens with a quotation mark or bracket ends where that closes.

    Bad:
        place: 'Munich' in Germany
    Good:
        place: Munich in Germany
    """
    message = f"the value opened with {mark} and was closed before this text"
    yield doc.at(line, column), message, _BLOCK_HINT


@rule("E116")
def reserved_sign(doc: "YamlDoc", line: int, column: int, sign: str) -> Facts:
    """A value does not begin with a sign that YAML reserves (@ ` % and some brackets).

    Bad:
        place: @Munich
    Good:
        place: "@Munich"
    """
    message = f"a value cannot begin with {sign}"
    yield doc.at(line, column), message, f"put it in quotation marks, or {_BLOCK_HINT}"


@rule("E117")
def indentation(doc: "YamlDoc", line: int, column: int, problem: str) -> Facts:
    """Keys of one mapping, and dashes of one list, stand in one column.

    Bad:
        place: Munich
          kind: said
    Good:
        place: Munich
        kind: said
    """
    yield (
        doc.at(line, column),
        f"YAML cannot be read here ({problem})",
        "check the indentation of this line against the lines above it",
    )


@rule("E118")
def key_not_text(doc: "YamlDoc", mark: Any) -> Facts:
    """What stands before a colon is a plain word.

    Bad:
        [place]: Munich
    Good:
        place: Munich
    """
    place = doc.at(mark.line + 1, mark.column + 1)
    yield place, "a key that is no plain word", "write a field's name"


def syntax(doc: "YamlDoc", error: yaml.MarkedYAMLError) -> Iterator[Finding]:
    """Yield the one finding that says in plain words what libyaml stumbled over."""
    problem, mark = error.problem or "unreadable", error.problem_mark
    if mark is None:
        yield from indentation(doc, 1, 1, problem)
        return
    line, column = mark.line + 1, mark.column + 1
    opened = error.context_mark or mark
    sign = doc.at(line, column).text[column - 1 : column]
    if "tab character" in problem or sign == "\t":
        yield from tab(doc, line, column)
    elif "unexpected end of stream" in problem:
        quote = doc.at(opened.line + 1, 1).text[opened.column : opened.column + 1]
        yield from unclosed_quote(doc, opened.line + 1, opened.column + 1, quote)
    elif glued := _glued_key(doc, line if error.context else line - 1, line):
        yield from no_space_after_colon(doc, *glued)
    elif "mapping values are not allowed" in problem and _indented_key(doc, line, column):
        yield from indentation(doc, line, _first_column(doc, line), "this key stands too far right")
    elif "mapping values are not allowed" in problem:
        yield from colon_in_sentence(doc, line, column)
    elif "cannot start any token" in problem or "node content" in problem:
        yield from reserved_sign(doc, line, column, sign or "nothing")
    elif unclosed := _quote_left_open(doc, line, column):
        yield from unclosed_quote(doc, *unclosed)
    elif closed := re.search(r":\s+([\"'\[{])", doc.at(line, column).text[: column - 1]):
        yield from text_after_closing(doc, line, column, closed.group(1))
    else:
        yield from indentation(doc, line, column, problem)


def _glued_key(doc: "YamlDoc", first: int, last: int) -> tuple[int, int] | None:
    """Return the place of a colon that follows a key and touches its value, near a failure."""
    for line in range(last, max(first - 1, 0), -1):
        if found := _GLUED_KEY.match(doc.at(line, 1).text):
            return line, found.end()
    if last > 1 and (found := _GLUED_KEY.match(doc.at(last - 1, 1).text)):
        return last - 1, found.end()
    return None


def _indented_key(doc: "YamlDoc", line: int, column: int) -> bool:
    """Say whether the colon at fault closes the first word of its line, which follows a value."""
    text = doc.at(line, column).text[: column - 1]
    return line > 1 and re.fullmatch(_KEY, text) is not None


def _first_column(doc: "YamlDoc", line: int) -> int:
    text = doc.at(line, 1).text
    return len(text) - len(text.lstrip()) + 1


def _quote_left_open(doc: "YamlDoc", line: int, column: int) -> tuple[int, int, str] | None:
    """Return where a quotation opened on an earlier line swallowed the lines up to a failure."""
    before = doc.at(line, column).text[: column - 1].rstrip()
    if not before.endswith(("'", '"')) or before.count(before[-1]) % 2 == 0:
        return None
    for earlier in range(line - 1, 0, -1):
        text = doc.at(earlier, 1).text
        found = _QUOTE_AFTER_KEY.search(text)
        if found and found.group(1) == before[-1] and text.count(before[-1]) % 2 == 1:
            return earlier, found.start(1) + 1, before[-1]
    return None
