"""A finished page loses what no browser shows: indentation, and references for harmless marks."""

import re

_KEPT = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
_INDENTATION = re.compile(r"[ \t\r]*\n\s*")
_REFERENCE = re.compile(r"&#([0-9]+);")
# Marks that mean nothing to a reader of HTML, in an element or in an attribute.
_HARMLESS = {str(ord(char)): char for char in "!#$%()*+,-./:;?@[]^_{|}~"}
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
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
    reference for a mark that wakes nothing in HTML becomes the mark; SVG inside HTML needs no
    namespace. Scripts, styles and preformatted text stay as they are.
    """
    parts = _KEPT.split(html)
    shown = [_light(part) for part in parts[::3]]
    kept = parts[1::3]
    return "".join(
        piece for pair in zip(shown, [*kept, ""], strict=True) for piece in pair
    ).lstrip()


def _light(html: str) -> str:
    lines = _BREAK.sub(r"\1", _INDENTATION.sub("\n", html))
    marks = _REFERENCE.sub(lambda found: _HARMLESS.get(found[1], found[0]), lines)
    return marks.replace(_NAMESPACE, "")
