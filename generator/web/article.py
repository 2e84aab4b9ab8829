"""The text of a page: its article, and, for a second look, all that is no menu and no comment."""

import re
from typing import Any

import trafilatura

from generator.evidence.sentences import fold
from generator.web.decoding import decoded
from generator.web.fetched import Fetched, Unread
from generator.web.pruning import LEFT_OUT, prune_hidden, prune_marks

_HTML = ("", "text/html", "application/xhtml+xml")
_PLAIN = "text/plain"
_BULLET = "- "
_BROKEN = "its HTML cannot be taken apart"
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|"
    "sup|time|tt|u|var|wbr"
)
_READERS = re.compile(r"(?<![a-z])(?:comments?|disqus)(?![a-z])", re.I)
_STRUCK = re.compile(r"<(/?)(?:s|strike)(?=[\s/>])", re.I)
"""Elements that the parser would end before a paragraph, which browsers and `del` do not."""

_FIRST_LETTER = re.compile(r"""(?m)^ *(["'“‘«„]?[^\W\d_])\n(?:\s*\n)?(?= *[^\W\d_])""")
_HOLD_ALL = frozenset({"html", "body", "main", "article"})


def article(page: Fetched) -> str:
    """The text of a page's article, a line a paragraph; its title first where that is not in it.

    Plain text is taken as it is. What is struck out or hidden is no text.

    Args:
        page: an answer with the status of success.

    Raises:
        Unread: when the page is no text, or none can be found in it.
    """
    source = _source(page)
    text = source if page.kind == _PLAIN else _extracted(_tree(source))
    if not text.strip():
        raise Unread("no article can be found in it")
    return text


def looks(page: Fetched) -> tuple[str, ...]:
    """The texts in which a sentence of the page may stand: its article, then the whole page.

    The second has captions and other parts that are easily lost. Menus, what stands beside the
    article and comments are in neither: a reader who quotes a sentence does not keep it there.
    Where marks of footnotes, margins or large first letters cut sentences of the second, the third
    is the whole page without them.

    Args:
        page: an answer with the status of success.

    Raises:
        Unread: when the page is no text, or none can be found in it.
    """
    source = _source(page)
    found = [source] if page.kind == _PLAIN else _looks(_tree(source))
    if texts := tuple(dict.fromkeys(text for text in found if text.strip())):
        return texts
    raise Unread("no text can be found in it")


def _looks(tree: Any) -> list[str]:
    found = [_extracted(tree)]
    if tree is not None:
        found.append(_whole(tree))
        prune_marks(tree)
        found.append(_FIRST_LETTER.sub(r"\1", _whole(tree)))
    return found


def _source(page: Fetched) -> str:
    if page.kind not in (*_HTML, _PLAIN):
        raise Unread(f"it is no page of text but {page.kind[:100]}")
    return decoded(page.content, page.charset)


def _tree(html: str) -> Any:
    """The page's tree without what is struck out or hidden; None where there is none."""
    try:
        tree = trafilatura.load_html(_STRUCK.sub(r"<\1del", html))
        if tree is not None:
            prune_hidden(tree)
    except Exception as error:  # whatever a hostile page makes of the parser is that page's matter
        raise Unread(_BROKEN) from error
    return tree


def _extracted(tree: Any) -> str:
    """The article with its title, or nothing; the tree stays as it is."""
    if tree is None:
        return ""
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True)
    except Exception as error:  # the same
        raise Unread(_BROKEN) from error
    if found is None or isinstance(found, dict):
        return ""
    lines = [line.strip().removeprefix(_BULLET) for line in (found.text or "").splitlines()]
    title = fold(found.title or "")
    if title and title not in fold(" ".join(lines)):
        lines.insert(0, " ".join((found.title or "").split()))
    return "\n".join(filter(None, lines)) + "\n"


def _whole(tree: Any) -> str:
    """All text of a page that is no menu, margin, form or comment; a line a block."""
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
    if LEFT_OUT.fullmatch(element.tag):
        return True
    names = f"{element.get('id', '')} {element.get('class', '')}"
    return element.tag not in _HOLD_ALL and bool(_READERS.search(names))


def _spaced(text: str | None) -> str:
    """The text with its line ends as spaces, for they mean no more in HTML."""
    return re.sub(r"\s+", " ", text or "")
