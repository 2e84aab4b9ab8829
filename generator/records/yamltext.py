"""Text as YAML that reads back as exactly that text, and as comments that are nothing more."""

import re
import textwrap

from generator.records.filefaults import hides

WIDTH = 96
MOST_OF_A_COMMENT = 2_000

_UNSEEN = re.compile(
    "[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_PLAIN = re.compile(r"(?!.*(?:: | #))[^\W\d_].* .*[^\s:]")
_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def scalar(text: str, key: str, indent: int = 0) -> str:
    """The text as a YAML scalar that stands behind this key, as plain as it can be.

    Args:
        text: any text at all.
        key: the key that it is the value of.
        indent: how many spaces stand before the key.
    """
    if _UNSEEN.search(text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + _UNSEEN.sub(lambda char: f"\\U{ord(char[0]):08x}", escaped) + '"'
    if len(text) > WIDTH - indent - len(f"{key}: ") and "" not in text.split(" "):
        return folded(text, indent)
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"


def folded(text: str, indent: int = 0) -> str:
    """The text as a folded block scalar, wrapped at plain spaces only; else as `scalar` gives it.

    Args:
        text: any text at all.
        indent: how many spaces stand before the key that it is the value of.
    """
    words = text.split(" ")
    if _UNSEEN.search(text) or "" in words:
        return scalar(text, "", indent)
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) + indent + 3 > WIDTH:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return ">-\n" + "\n".join(f"{' ' * (indent + 2)}{line}" for line in lines)


def comment(text: str, indent: int = 0) -> str:
    """Somebody's text as lines of comment, whatever it holds, each with its line feed.

    Every line begins with `# > `, so that none is taken for an instruction to some editor; what
    nobody can see is written as `\\u202e`, and of a long text the beginning is there. An address
    stays on its line, however long.

    Args:
        text: any text at all.
        indent: how many spaces stand before each line.
    """
    kept = text[:MOST_OF_A_COMMENT]
    if len(text) > len(kept):
        kept += f" [… and {len(text) - len(kept)} characters more]"
    paragraphs = ("".join(map(_shown, paragraph)) for paragraph in _BREAKS.split(kept))
    return "".join(_lines(paragraph, f"{' ' * indent}# >") for paragraph in paragraphs)


def remark(text: str, indent: int = 0) -> str:
    """A remark of ours as lines of comment, each with its line feed."""
    return _lines(text, f"{' ' * indent}#")


def _lines(paragraph: str, mark: str) -> str:
    room = WIDTH - len(mark) - 1
    whole = "://" in paragraph
    wrapped = textwrap.wrap(paragraph, room, break_long_words=not whole, break_on_hyphens=False)
    return "".join(f"{mark} {line}".rstrip(" ") + "\n" for line in wrapped or [""])


def _shown(char: str) -> str:
    if char == "\t":
        return " "
    hidden = not char.isprintable() or hides(char)
    return f"\\u{ord(char):04x}" if hidden else char
