"""Takes out of a page's tree what no reader is told, and what only interrupts its sentences."""

import re
from typing import Any

_STRUCK = frozenset({"del", "s", "strike"})
_PAGE = frozenset({"html", "body"})
_FOUND = "until-found"
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.S)
_UNSEEN = {
    "display": re.compile("none"),
    "visibility": re.compile("hidden|collapse"),
    "text-decoration": re.compile(r".*\bline-through\b.*", re.S),
    "text-decoration-line": re.compile(r".*\bline-through\b.*", re.S),
}
_CLOSING = tuple(".,;:!?)]”’»")
_MARK = re.compile(r"\s*(?:\d{1,3}|\[\d{1,3}\]|\(\d{1,3}\)|[*†‡§]{1,3})\s*")

LEFT_OUT = re.compile(
    "aside|audio|button|footer|form|iframe|nav|noscript|object|script|select|style|svg|template|"
    "textarea|video"
)
"""Menus, margins, forms and programs: what stands in them is not the page's text."""


def prune_hidden(tree: Any) -> None:
    """No element of the tree is struck out or hidden; what stands behind it stays.

    Only the element itself is asked: its name, `hidden` and `style`. What a style sheet or a
    script hides, or shows again, cannot be told without a browser. A page that is hidden as a
    whole is left, for then a script shows it.

    Source: the HTML standard on `del`, `s`, `strike` and on the rendering of hidden elements;
    what is hidden until it is found can be read.
    """
    for element in [element for element in tree.iter("*") if _is_unseen(element)]:
        if element.getparent() is not None:
            element.drop_tree()


def prune_marks(tree: Any) -> None:
    """No footnote mark stands in the tree, and nothing that is left out inside a paragraph.

    A small raised number is a mark where it is a link or stands behind no letter or digit: that
    of 10⁶ is none.
    """
    for element in list(tree.iter("sup")):
        if _is_mark(element):
            element.drop_tree()
    for paragraph in list(tree.iter("p")):
        for element in list(paragraph):
            if isinstance(element.tag, str) and LEFT_OUT.fullmatch(element.tag):
                behind = element.tail or ""
                element.tail = behind if behind.startswith(_CLOSING) else f" {behind}"
                element.drop_tree()


def _is_unseen(element: Any) -> bool:
    """Whether the element says of itself that it is struck out or not shown."""
    if element.tag in _STRUCK:
        return True
    if element.tag in _PAGE:
        return False
    if element.get("hidden", _FOUND).strip().lower() != _FOUND:
        return True
    style = element.get("style")
    return bool(style) and any(
        name in _UNSEEN and _UNSEEN[name].fullmatch(value) for name, value in _declared(style)
    )


def _declared(style: str) -> list[tuple[str, str]]:
    """The declarations of a style attribute; of one that is made twice the last, which holds."""
    found: dict[str, str] = {}
    for declaration in _COMMENT.sub(" ", style).lower().split(";"):
        name, _, value = declaration.partition(":")
        found[name.strip()] = value.partition("!")[0].strip()
    return list(found.items())


def _is_mark(element: Any) -> bool:
    """Whether a raised text marks a footnote."""
    parent = element.getparent()
    if parent is None or not _MARK.fullmatch("".join(element.itertext())):
        return False
    if parent.tag == "a" or element.find(".//a") is not None:
        return True
    before = element.getprevious()
    text = parent.text if before is None else before.tail or "".join(before.itertext())
    return bool(text) and not text[-1].isalnum()
