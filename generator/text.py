"""The only place that escapes: text, prose, addresses, JSON, front matter, inert where they land.

Contributor text meets four readers on its way to a page: YAML, Markdown with whatever extensions a
site switches on, a theme's templates, and the browser. Escaping for one of them wakes another
(a backslash is Markdown's escape and HTML's plain character), so text is written once in the one
notation that all four leave alone: numeric character references.
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from html.parser import HTMLParser
from unicodedata import bidirectional
from urllib.parse import quote, urlsplit

import markdown as _markdown
import nh3

Mark = Callable[[str], str | None]
"""Says what stands before a link to a page of ours, or that there is no such page."""

_SPACES = "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_SPACES += "\u2028\u2029\u202f\u205f\u3000"


def _references(keep: str) -> dict[int, str]:
    """Translate every ASCII character but letters, digits and `keep`, and every odd space."""
    kept = {ord(char) for char in keep}
    ascii_marks = {n for n in range(128) if not chr(n).isalnum()}
    return {n: f"&#{n};" for n in (ascii_marks | {ord(char) for char in _SPACES}) - kept}


_PLAIN = _references(keep=" ")
_ADDRESS = _references(keep=":/.-?#=%+,")

_NAME = r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.?"
_HOST = re.compile(rf"(?:{_NAME}|\[[0-9A-Fa-f:.]+\])(?::([0-9]*))?")
_OWN_PAGE = re.compile(
    r"(?:/?((?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*)/?)?(#[a-z0-9-]+)?"
)
_DIRECTIVE_WORDS = 3  # of each end: enough to be found, short enough for a link
_OUTER_MARKS = "“”„«»‘’'\".,;:!?…()[] "
_REL = "nofollow noreferrer"

_BLOCKS = {"p", "ul", "ol", "li", "blockquote", "pre"}
_INLINE = {"em", "strong", "code", "a"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_TAGS = _BLOCKS | _INLINE | _HEADINGS | {"br"}
# A line without any mark that Markdown or HTML reads, and not begun like a list or a quotation.
_BARE = re.compile(r"(?![-+>\s]|\d+[.)])[^\x00-\x1f\x7f-\x9f*_`\[\]\\<>&#]+(?<!\s)")
_MOST_BRACKETS = 500
_ONLY_BLOCKS_INSIDE = {"", "ul", "ol", "blockquote"}

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_UNPRINTABLE = re.compile(r"[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SCRIPT = {
    n: f"\\u{n:04x}"
    for n in [*range(32), *map(ord, "<>&'`{}[]*_~|#$%^=!@\x7f\x85\u2028\u2029\ufeff")]
}
_YAML = {n: f"\\u{n:04x}" for n in map(ord, _SPACES)}
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_SHOWN_BY_THEMES = frozenset({"title", "description", "author", "subtitle"})


def plain(text: str) -> str:
    """Return `text` so that Markdown and HTML show it as typed, in an element or an attribute.

    Every ASCII character but letters, digits and spaces becomes a numeric character reference, a
    newline `&#10;`. So does a space at either end and every other white space, because Markdown
    strips those. Other characters stand as they are. What a browser reads back equals `text`.
    (One place changes it: an attribute inside an element marked `markdown="1"`. Ours never are.)
    """
    written = text.translate(_PLAIN)
    if written[:1] == " ":
        written = "&#32;" + written[1:]
    if written[-1:] == " ":
        written = written[:-1] + "&#32;"
    return written


def url(address: str) -> str:
    """Return an http(s) address percent-encoded and safe in a double-quoted attribute.

    Args:
        address: an absolute address; percent signs that already encode something stay.

    Raises:
        ValueError: one sentence, for any other scheme, a missing or non-ASCII host, a user name or
            password, white space, a control character or a backslash.
    """
    if any(char.isspace() or ord(char) < 32 or 127 <= ord(char) < 160 for char in address):
        raise ValueError("an address holds no white space and no control characters")
    if "\\" in address:
        raise ValueError("an address holds no backslash")
    try:
        parts = urlsplit(address)
    except ValueError:
        raise ValueError("an address names its host in plain ASCII") from None
    if parts.scheme not in ("http", "https"):
        raise ValueError("an address begins with https:// or http://")
    if "@" in parts.netloc:
        raise ValueError("an address holds no user name and no password")
    if not parts.hostname:
        raise ValueError("an address names a host after its two slashes")
    _check_host(parts.netloc)
    encoded = quote(address, safe="%:/?#[]@!$&'()*+,;=~", errors="strict")
    encoded = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded)
    if not parts.netloc.startswith("["):
        encoded = encoded.replace("[", "%5B").replace("]", "%5D")
    return encoded.translate(_ADDRESS)


def _check_host(netloc: str) -> None:
    """Raise ValueError unless `netloc` is a host in ASCII and perhaps a port."""
    found = _HOST.fullmatch(netloc)
    if not found:
        raise ValueError("an address names its host in ASCII letters, digits, dots and hyphens")
    if int((found[1] or "0")[:6]) > 65535:
        raise ValueError("an address names a port up to 65535")


def to_words(address: str, passage: str) -> str:
    """Return an address that opens its page at a passage, safe in a double-quoted attribute.

    The first and the last words are given, in the passage's own characters, so that it is found
    across paragraphs and cuts. Browsers that know no text directive open the page at its top.

    `[…]` in the passage marks what is left out of it. Raises ValueError as `url` does.

    Source: the text directive of URL Fragment Text Directives, a draft of the W3C's WICG.
    """
    safe = url(address.partition(":~:")[0])
    pieces = [piece.split() for piece in re.split(r"\[(?:…|\.\.\.)\]", passage) if piece.strip()]
    if not pieces:
        return safe
    ends = [pieces[0][:_DIRECTIVE_WORDS], pieces[-1][-_DIRECTIVE_WORDS:]]
    if len(pieces) == 1 and len(pieces[0]) <= 2 * _DIRECTIVE_WORDS:
        ends = [pieces[0]]
    written = [quote(" ".join(words).strip(_OUTER_MARKS), safe="") for words in ends]
    if not all(written):
        return safe
    directive = ",".join(part.replace("-", "%2D").replace("~", "%7E") for part in written)
    return f"{safe}{'' if '#' in address else '#'}:&#126;:text={directive.translate(_ADDRESS)}"


def runs_right_to_left(text: str) -> bool:
    """Say whether a text holds letters that are written from right to left."""
    return not text.isascii() and any(bidirectional(char) in ("R", "AL") for char in text)


def prose(markdown: str, base: str = "", mark: Mark | None = None) -> str:
    """Return a contributor's small Markdown as one line of HTML that no Markdown reader changes.

    Paragraphs, emphasis, strong, lists, quotes, code and links are rendered; headings become strong
    paragraphs; everything else (HTML, images, what extensions would read) shows as typed. Links
    lead to http(s) addresses, or, where `base` is given, to our own pages.

    Args:
        markdown: the text as typed.
        base: the way from the page to the site's root, such as `../../`. With it a link to
            `claims/some-id/` (a slash before it or not, a `#fragment` after it or not) becomes
            `../../claims/some-id/`; without it such a link is only its text. The caller vouches
            that the page is there, or gives `mark`.
        mark: called with `claims/some-id` for each such link; returns HTML of ours to stand before
            the link, perhaps none, or None where there is no such page.
    """
    if _BARE.fullmatch(markdown):  # most prose: the readers below would only take their time
        return f"<p>{plain(markdown)}</p>"
    try:
        clean = _clean(markdown)
    except RecursionError:  # lists in lists in lists: nobody's prose, shown as typed
        clean = ""
        _reader.cache_clear()  # it still believes to be deep in a list
    if markdown.strip() and not clean:
        return f"<p>{plain(markdown)}</p>"
    writer = _Inert(base, mark or (lambda page: ""))
    writer.feed(clean)
    writer.close()
    return "".join(writer.out)


def _clean(markdown: str) -> str:
    """Return Markdown as clean HTML; nothing where its brackets would keep the reader for hours."""
    if markdown.count("[") > _MOST_BRACKETS:  # the time goes with their square: 500 take 0.2 s
        return ""
    return nh3.clean(
        _reader().reset().convert(markdown),
        tags=_TAGS,
        clean_content_tags=set(),
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel=None,
    )


@cache
def _reader() -> _markdown.Markdown:
    """Return a Markdown reader without raw HTML, images, mail links, rules and setext headings."""
    reader = _markdown.Markdown(extensions=[], output_format="html")
    reader.preprocessors.deregister("html_block")
    for name in ("html", "image_link", "image_reference", "short_image_ref", "automail"):
        reader.inlinePatterns.deregister(name)
    for name in ("setextheader", "hr"):
        reader.parser.blockprocessors.deregister(name)
    return reader


class _Inert(HTMLParser):
    """Writes clean HTML again, on one line, each text node as `plain` writes it."""

    def __init__(self, base: str, mark: Mark) -> None:
        super().__init__(convert_charrefs=True)
        self.base, self.mark = base, mark
        self.out: list[str] = []
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.out.append("<br>")
            return
        start, end = f"<{tag}>", f"</{tag}>"
        if tag in _HEADINGS:
            start, end = "<p><strong>", "</strong></p>"
        elif tag == "a":
            start = _link(dict(attrs).get("href") or "", self.base, self.mark)
            end = "</a>" if start else ""
        self.out.append(start)
        self.open.append((tag, end))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            self.out.append(self.open.pop()[1])

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if not data.strip() and (tags[-1] if tags else "") in _ONLY_BLOCKS_INSIDE:
            return
        self.out.append(plain(data if "pre" in tags else data.replace("\n", " ")))


def _link(address: str, base: str, mark: Mark) -> str:
    """Return the start tag of a link, or nothing where the address leads nowhere we allow."""
    own = _OWN_PAGE.fullmatch(address)
    if own and address and base:
        path, fragment = own.groups()
        before = mark(path) if path else ""
        target = (f"{base}{path}/" if path else "") + (fragment or "")
        if before is None or not target:
            return ""
        return f'{before}<a href="{target.translate(_ADDRESS)}">'
    try:
        return f'<a href="{url(address)}" rel="{_REL}">'
    except ValueError:
        return ""


def json_script(value: object) -> str:
    """Return `value` as one line of JSON that ends no script element and wakes no template.

    Raises:
        ValueError, TypeError: for what JSON does not know, NaN and infinities among it.
    """
    written = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _STRING.sub(lambda match: match[0].translate(_SCRIPT), written)


def shown_by_themes(meta: Mapping[str, object]) -> dict[str, str]:
    """Return what themes print unescaped of a page's front matter, each text made inert."""
    return {key: plain(str(meta[key])) for key in _SHOWN_BY_THEMES & meta.keys()}


def front_matter(mapping: Mapping[str, object]) -> str:
    """Return YAML front matter whose title and description are safe where a theme prints them.

    Material prints `title`, `description`, `author` and `subtitle` unescaped, so those are written
    as `plain` writes them; all other values stay as they are.

    Args:
        mapping: key to a value that JSON knows; each stands on one line, in the given order.

    Raises:
        ValueError, TypeError: for a key that is no plain word, or a value that JSON does not know.
    """
    lines = ["---"]
    for key, value in mapping.items():
        if not _KEY.fullmatch(key):
            raise ValueError(f"{key!r} is no key of front matter")
        if key in _SHOWN_BY_THEMES and isinstance(value, str):
            value = plain(value)
        written = json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_YAML)
        lines.append(f"{key}: {_UNPRINTABLE.sub(_yaml_escape, written)}")
    return "\n".join([*lines, "---", ""])


def _yaml_escape(match: re.Match[str]) -> str:
    """Return one character that YAML takes for unprintable as YAML's own escape."""
    return f"\\U{ord(match[0]):08x}"
