"""What can be wrong with a YAML file before anything is known of its fields, in plain words."""

import re
from typing import TYPE_CHECKING, Any

from generator.findings import Facts, rule

if TYPE_CHECKING:
    from generator.records.yamldoc import YamlDoc

_KEY = re.compile(r"\s*((?:- +)*[A-Za-z_][\w-]*:|-)(?= |$)")


def _on_its_own_line(doc: "YamlDoc", line: int) -> str:
    """Return the hint that protects a text from YAML, with the key or dash it belongs to."""
    for above in range(line, 0, -1):
        if found := _KEY.match(doc.at(above, 1).text):
            return f"put the text on the next line, indented, after `{found.group(1)} >-`"
    return "put the text on the next line, indented, after `key: >-`"


@rule("E102")
def tab(doc: "YamlDoc", line: int, column: int) -> Facts:
    """Indentation is made of plain spaces; YAML allows no tab there and no other space.

    Bad:
        topics:
        <tab>- signing
    Good:
        topics:
          - signing
    """
    sign = doc.at(line, column).text[column - 1 : column]
    what = "a tab" if sign == "\t" else f"another kind of space (U+{ord(sign):04X})"
    yield doc.at(line, column), f"{what} where YAML wants plain spaces", "type spaces instead"


@rule("E103")
def unclosed(doc: "YamlDoc", line: int, column: int, mark: str, closed_by: str = "") -> Facts:
    """A value that opens with a quotation mark or a bracket closes with the same one.

    Bad:
        place: "Munich
    Good:
        place: Munich
    """
    place, how = doc.at(line, column), f"closed by {closed_by}" if closed_by else "never closed"
    if mark in ("[", "{"):
        hint = f"close it with {']' if mark == '[' else '}'}"
        yield place, f"the bracket {mark} that opens here is {how}", hint
    else:
        hint = f"close it with {mark}"
        if place.text[: column - 1].rstrip().endswith((":", "-")):
            hint += f", or {_on_its_own_line(doc, line)}"
        yield place, f"the quotation mark {mark} that opens here is {how}", hint


@rule("E104")
def colon_in_sentence(doc: "YamlDoc", line: int, column: int, in_braces: bool = False) -> Facts:
    """A colon followed by a space makes a key, so a sentence that holds one needs protection.

    Bad:
        bottom_line: One thing is certain: it was said.
    Good:
        bottom_line: >-
          One thing is certain: it was said.
    """
    message = "a colon followed by a space, inside a sentence that is not protected"
    hint = "put the sentence in quotation marks; or is a comma missing before the next field?"
    yield doc.at(line, column), message, hint if in_braces else _on_its_own_line(doc, line)


@rule("E105")
def no_space(doc: "YamlDoc", line: int, column: int) -> Facts:
    """A key's colon, and the dash before an item of a list, are followed by a space.

    Bad:
        kind:said
    Good:
        kind: said
    """
    text = doc.at(line, column).text
    sign = "dash" if text[column - 1 : column] == "-" else "colon"
    if text[column : column + 1].isspace():
        message = f"another kind of space after the {sign}"
        yield doc.at(line, column), message, "type a plain space there instead"
    else:
        yield doc.at(line, column), f"no space after the {sign}", f"type a space after the {sign}"


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


@rule("E110")
def anchor_or_tag(doc: "YamlDoc", mark: Any) -> Facts:
    """Records use no anchors (&), aliases (*) or tags (!): what a field says stands in the field.

    Bad:
        place: &munich Munich
    Good:
        place: Munich
    """
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


@rule("E113")
def no_mapping(doc: "YamlDoc", value: object) -> Facts:
    """A record is a mapping: lines of `key: value`.

    Bad:
        - Munich
        - Kyiv
    Good:
        place: Munich
    """
    if value is None:
        what = "the file holds only comments" if doc.text.strip() else "the file is empty"
    else:
        what = "the file holds no `key: value` lines"
    yield doc.at(1, 1), what, "copy a neighbouring record and change its values"


@rule("E115")
def text_after_closing(
    doc: "YamlDoc", line: int, column: int, mark: str, in_brackets: bool = False
) -> Facts:
    """A value that opens with a quotation mark or bracket ends where that closes.

    Bad:
        place: 'Munich' in Germany
    Good:
        place: Munich in Germany
    """
    message = f"the value opened with {mark} and was closed before this text"
    if in_brackets:
        hint = "put a comma between two values; inside quotation marks use the other kind"
    elif mark in ("[", "{"):
        hint = "delete it, or put the whole text in quotation marks"
    else:
        hint = "write an apostrophe twice, or " if mark == "'" else ""
        hint += _on_its_own_line(doc, line)
    yield doc.at(line, column), message, hint


@rule("E116")
def reserved_sign(doc: "YamlDoc", line: int, column: int) -> Facts:
    """A value does not begin with a sign that means something in YAML (@ ` % | > - ? , ] }).

    Bad:
        place: @Munich
    Good:
        place: "@Munich"
    """
    sign = doc.at(line, column).text[column - 1 : column]
    hint = "put it in quotation marks"
    if sign in ("|", ">"):
        hint += f", or {_on_its_own_line(doc, line)}"
    if sign == "-":
        hint = "begin a list on the next line, indented; put a text in quotation marks"
    yield doc.at(line, column), f"a value cannot begin with {sign}", hint


@rule("E117")
def indentation(doc: "YamlDoc", line: int, column: int, message: str) -> Facts:
    """Keys of one mapping, and dashes of one list, stand in one column.

    Bad:
        place: Munich
          kind: said
    Good:
        place: Munich
        kind: said
    """
    hint = "begin it in the same column as the line above that it belongs with"
    yield doc.at(line, column), message, hint


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


@rule("E121")
def hash_in_text(doc: "YamlDoc", line: int, column: int) -> Facts:
    """A `#` after a space starts a comment, so a text that holds one needs protection.

    Bad:
        place: Pier #2 of the harbour
    Good:
        place: "Pier #2 of the harbour"
    """
    message = "what follows this # is taken for a comment and is no part of the text"
    hint = "put the text in quotation marks; write a space after the # of a comment"
    yield doc.at(line, column), message, hint


@rule("E122")
def backslash(doc: "YamlDoc", line: int, column: int) -> Facts:
    """Between double quotation marks a backslash starts a code, such as that of a line break.

    Bad:
        place: "The \\Old Pier"
    Good:
        place: The \\Old Pier
    """
    message = "a backslash between double quotation marks, where it starts a code"
    yield doc.at(line, column), message, f"write it twice, or {_on_its_own_line(doc, line)}"


@rule("E123")
def no_colon(doc: "YamlDoc", line: int, column: int) -> Facts:
    """A line is `key: value`, or an item of a list, or goes on from above and stands indented.

    Bad:
        kind said
        place: Munich
    Good:
        kind: said
        place: Munich
    """
    message = "this line has no `key:`, and it stands too far left to go on from the line above"
    yield doc.at(line, column), message, "write `key: value`, or indent the line by two spaces"
