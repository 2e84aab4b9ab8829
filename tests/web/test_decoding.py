"""The encoding of a page."""

import pytest

from generator.web.decoding import decoded

WORDS = "Größe „Brücke“"


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [
        ("utf-8", ""),
        ("utf-8", "utf-8"),
        ("utf-8", "no-such-thing"),
        ("utf-8", "hex"),
        ("utf-8-sig", "windows-1252"),
        ("utf-16", ""),
        ("utf-16-le", "utf-16le"),
        ("cp1252", ""),
        ("cp1252", "ISO-8859-1"),
        ("cp1252", "us-ascii"),
        ("iso8859-15", "iso-8859-15"),
    ],
)
def test_the_encoding_is_found(encoding: str, charset: str) -> None:
    """A mark, else the server, else the bytes themselves say how a page is encoded."""
    words = WORDS if encoding != "iso8859-15" else "Größe €"
    assert decoded(words.encode(encoding), charset) == words


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="koi8-u">', "koi8-u"),
        ("<META CHARSET=windows-1251>", "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<meta charset="utf-16">', "utf-8"),
    ],
)
def test_the_head_names_it(head: str, encoding: str) -> None:
    """Where the server is silent the head is believed, but for what it cannot be."""
    page = f"<html><head>{head}</head><p>Мост закрыт."
    assert decoded(page.encode(encoding), "") == page


def test_the_server_goes_first() -> None:
    """What the server names goes before what the head names."""
    page = '<meta charset="koi8-r"><p>Мост'
    assert decoded(page.encode("cp1251"), "windows-1251") == page


def test_what_cannot_be_read_is_shown() -> None:
    """A byte that the named encoding does not know becomes a replacement character."""
    assert decoded(b"a\xffb", "utf-8") == "a\ufffdb"
