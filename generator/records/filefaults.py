"""What can be wrong with a file of data before its YAML is looked at, in plain words."""

import re
from typing import TYPE_CHECKING, Any

from generator.findings import Facts, rule

if TYPE_CHECKING:
    from generator.records.yamldoc import YamlDoc

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
# The joiners belong to some scripts; beside a Latin letter they only hide.
_JOINERS = re.compile("(?<=[A-Za-z])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z])")


def hides(text: str) -> bool:
    """Return whether the text holds a character that a record may not: nobody could see it."""
    return bool(_FORBIDDEN.search(text) or _JOINERS.search(text))


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
    message = f"the byte {raw[broken]:#04x} here is no UTF-8; the file has another encoding"
    yield doc.at_offset(len(raw[:broken].decode("utf-8"))), message, "save it as UTF-8"


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


@rule("E114")
def forbidden_characters(doc: "YamlDoc", text: str, mark: Any = None) -> Facts:
    """No control characters, none that turn the direction of text, and no other invisible ones.

    Nobody could see them, and a word that holds one is no longer found as that word.

    Bad:
        place: Mun<right-to-left override>ich
    Good:
        place: Munich
    """
    joined = "\u200c" in text or "\u200d" in text
    if found := _FORBIDDEN.search(text) or (_JOINERS.search(text) if joined else None):
        place = doc.at(mark.line + 1, mark.column + 1) if mark else doc.at_offset(found.start())
        message = f"an invisible character (U+{ord(found.group()):04X})"
        yield place, message, "delete it; type the line anew if you cannot see it"


@rule("E124")
def merge_mark(doc: "YamlDoc", line: int) -> Facts:
    """No marks of an unfinished git merge are left in a file.

    Bad:
        <<<<<<< HEAD
        place: Munich
        =======
        place: Kyiv
        >>>>>>> other
    Good:
        place: Munich
    """
    hint = "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>"
    yield doc.at(line, 1), "an unfinished git merge", hint
