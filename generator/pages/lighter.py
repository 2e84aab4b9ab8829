"""A finished page loses what no browser shows: indentation, and references for harmless marks."""

import re
from collections.abc import Iterator

# What stays as it is: from its beginning to its end, or to the end of the page.
_KEPT = re.compile(r"<!--|<(pre|script|style|textarea)\b", re.IGNORECASE)
_INDENTATION = re.compile(r"\n[ \t\r\n\f]*")
_SPACE = re.compile(r"(?<=[^\s])&#32;(?=[^\s])")  # only Markdown would lose it
_REFERENCE = re.compile(r"&#([0-9]+);")
# Marks that mean nothing to a reader of HTML, in an element or in an attribute.
_HARMLESS = {str(ord(char)): char for char in "!$%()*+,-./:?@[]^_{|}~"}
_NAMESPACE = '<svg xmlns="http://www.w3.org/2000/svg"'
# Elements that begin and end a line by themselves, or are never shown.
_BLOCK = (
    "article|aside|blockquote|body|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|"
    "header|html|li|link|main|meta|nav|ol|optgroup|option|p|section|summary|table|tbody|td|th|thead|"
    "title|tr|ul"
)
_BREAK = re.compile(rf"(?<=>)\n(?=</?(?:{_BLOCK})\b)|(</?(?:{_BLOCK})\b[^<>\n]*>)\n(?=<)")


def lighter(html: str) -> str:
    """Return a whole HTML page that a browser shows as the same document, in fewer bytes.

    Indentation and empty lines go, and line breaks where a block begins or ends; a numeric
    reference for a mark that wakes nothing in HTML becomes the mark, one for a space the space; SVG
    inside HTML needs no namespace. Comments, scripts, styles and preformatted text stay.
    """
    return "".join(_light(piece) if light else piece for piece, light in _pieces(html)).lstrip()


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """Yield the page in pieces, each with whether it may be made lighter; each place read once."""
    here = 0
    while found := _KEPT.search(html, here):
        end = re.compile("-->" if found[1] is None else f"</{found[1]}", re.IGNORECASE)
        stop = end.search(html, found.end())
        yield html[here : found.start()], True
        here = stop.end() if stop else len(html)
        yield html[found.start() : here], False
    yield html[here:], True


def _light(html: str) -> str:
    lines = "\n".join(line.rstrip(" \t\r") for line in _INDENTATION.sub("\n", html).split("\n"))
    marks = _REFERENCE.sub(
        lambda found: _HARMLESS.get(found[1], found[0]), _SPACE.sub(" ", _BREAK.sub(r"\1", lines))
    )
    return marks.replace(_NAMESPACE, "<svg")
