"""The text of a page, in whatever encoding it came."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_FIRST = 1024
# The names by which Python knows the encodings that the web uses.
_KNOWN = frozenset(
    ["ascii", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "koi8-r", "koi8-u"]
    + [f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)]
    + [f"cp125{number}" for number in range(9)]
    + ["cp866", "cp874", "mac-roman", "mac-cyrillic", "gb2312", "gbk", "gb18030", "big5"]
    + ["euc_jp", "iso2022_jp", "shift_jis", "cp932", "euc_kr", "cp949"]
)
# Pages that name the first mean the second.
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def decoded(content: bytes, charset: str) -> str:
    """The text of a page; what its encoding cannot read becomes a replacement character.

    The encoding is that of its byte-order mark, else the one the server names, else the one its
    head names, else UTF-8 where all of it is that, else Windows-1252.

    Args:
        content: the bytes of the page.
        charset: what the server names; empty for nothing.

    Source: the HTML standard, "Determining the character encoding", and the labels of the
    Encoding standard for those that mean another.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    found = _META.search(content[:_FIRST])
    named = found[1].decode("ascii") if found else ""
    if name := _codec(charset) or _codec(named):
        if not _codec(charset) and name.startswith("utf-16"):
            name = "utf-8"  # a head that could be read so far is in no such encoding
        return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _codec(label: str) -> str:
    """The encoding that a label of the web means; empty for none that is known."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name if label else ""
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(name, name) if name in _KNOWN else ""
