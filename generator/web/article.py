"""The text of a page: its article, and, for a second look, all that is no menu and no comment."""

import re
from typing import Any

import trafilatura

from generator.evidence.sentences import fold
from generator.web.decoding import decoded
from generator.web.fetched import Fetched, Unread

_HTML = ("", "text/html", "application/xhtml+xml")
_PLAIN = "text/plain"
_BULLET = "- "
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|"
    "sup|time|tt|u|var|wbr"
)
_LEFT_OUT = re.compile(
    "aside|audio|button|footer|form|iframe|nav|noscript|object|script|select|style|svg|template|"
    "textarea|video"
)
_READERS = re.compile(r"(?<![a-z])(?:comments?|disqus)(?![a-z])", re.I)
_HOLD_ALL = frozenset({"html", "body", "main", "article"})


def article(page: Fetched) -> str:
    """The text of a page's article, a line a paragraph; its title first where that is not in it.

    Plain text is taken as it is.

    Args:
        page: an answer with the status of success.

    Raises:
        Unread: when the page is no text, or none can be found in it.
    """
    source = _source(page)
    text = source if page.kind == _PLAIN else _extracted(source)
    if not text.strip():
        raise Unread("no article can be found in it")
    return text


def looks(page: Fetched) -> tuple[str, ...]:
    """The texts in which a sentence of the page may stand: its article, then the whole page.

    The second has captions and other parts that are easily lost. Menus, what stands beside the
    article and comments are in neither: a reader who quotes a sentence does not keep it there.

    Args:
        page: an answer with the status of success.

    Raises:
        Unread: when the page is no text, or none can be found in it.
    """
    source = _source(page)
    found = (source,) if page.kind == _PLAIN else (_extracted(source), _whole(source))
    if texts := tuple(text for text in found if text.strip()):
        return texts
    raise Unread("no text can be found in it")


def _source(page: Fetched) -> str:
    if page.kind not in (*_HTML, _PLAIN):
        raise Unread(f"it is no page of text but {page.kind[:100]}")
    return decoded(page.content, page.charset)


def _extracted(html: str) -> str:
    """The article with its title, or nothing."""
    try:
        found = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True)
    except Exception as error:  # whatever a hostile page makes of the parser is that page's matter
        raise Unread("its HTML cannot be taken apart") from error
    if found is None or isinstance(found, dict):
        return ""
    lines = [line.strip().removeprefix(_BULLET) for line in (found.text or "").splitlines()]
    title = fold(found.title or "")
    if title and title not in fold(" ".join(lines)):
        lines.insert(0, " ".join((found.title or "").split()))
    return "\n".join(filter(None, lines)) + "\n"


def _whole(html: str) -> str:
    """All text of a page that is no menu, margin, form or comment; a line a block."""
    tree = trafilatura.load_html(html)
    if tree is None:
        return ""
    parts: list[str] = []
    waiting = [iter([tree])]
    tails: list[tuple[str, str]] = []
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            if tails:
                parts += tails.pop()
            continue
        edge = "" if _is_comment(element) or _INLINE.fullmatch(element.tag) else "\n"
        tail = (edge, _spaced(element.tail))
        if _is_comment(element) or _is_left_out(element):
            parts += tail
        else:
            parts += (edge, _spaced(element.text))
            waiting.append(iter(element))
            tails.append(tail)
    return "".join(parts)


def _is_comment(element: Any) -> bool:
    """Whether it is a comment of HTML, or an instruction to some program."""
    return not isinstance(element.tag, str)


def _is_left_out(element: Any) -> bool:
    """Whether it is a menu, a margin, a form, a program, or what readers say."""
    if _LEFT_OUT.fullmatch(element.tag):
        return True
    names = f"{element.get('id', '')} {element.get('class', '')}"
    return element.tag not in _HOLD_ALL and bool(_READERS.search(names))


def _spaced(text: str | None) -> str:
    """The text with its line ends as spaces, for they mean no more in HTML."""
    return re.sub(r"\s+", " ", text or "")
