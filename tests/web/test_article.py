"""What of a page is its text."""

from collections.abc import Callable
from contextlib import suppress

import pytest
import trafilatura

from generator.evidence.watching import Seen, compare
from generator.records.quotation import Quotation
from generator.records.source import Source
from generator.web.article import article, looks
from generator.web.fetched import Fetched, Unread

HTML = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>Old footbridge closed | Quillbeck Courier</title>
<script>var closed = "The script says so.";</script><style>p { color: red }</style></head>
<body class="has-comments">
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h1>Old footbridge closed until spring</h1>
<p>The footbridge over the Sedge was closed on <b>Monday</b> evening,
a reporter of the Courier <a href="/saw">saw</a>.</p>
<figure><img src="x.png" alt="A barrier.">
<figcaption>The barrier on the north side.</figcaption></figure>
<p>“We found two rotten boards,” Mayor Ada Thorn told the council on Monday.<br>
Nobody asked her why.</p>
<ul><li>Some 40 people walk over the bridge on a school day.</li>
<li>Twelve goats do as well.</li></ul><!-- A remark. -->
<p>The council meets again in April, and will hear the carpenter and two engineers.</p>
</article>
<aside><p>Ten bridges to see before spring.</p></aside>
<section id="comments"><p>The mayor said nothing of the kind.</p></section>
<div class="reader-comment">Nobody ever asks.</div>
<footer>Imprint of the Courier</footer></body></html>
"""
ARTICLE = """\
Old footbridge closed until spring
The footbridge over the Sedge was closed on Monday evening, a reporter of the Courier saw.
“We found two rotten boards,” Mayor Ada Thorn told the council on Monday.
Nobody asked her why.
Some 40 people walk over the bridge on a school day.
Twelve goats do as well.
The council meets again in April, and will hear the carpenter and two engineers.
"""
Look = Callable[[Fetched], object]


def page(text: str, kind: str = "text/html", encoding: str = "utf-8", charset: str = "") -> Fetched:
    """Return an answer that holds this text."""
    return Fetched("http://x.example.org/", "", 200, kind, charset, text.encode(encoding))


def test_the_article() -> None:
    """The article stands alone, a line a paragraph, without menus, margins and comments."""
    assert article(page(HTML)) == ARTICLE


@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml", ""])
def test_html_by_any_name(kind: str) -> None:
    """HTML is read under each of its names, and where the server names none."""
    assert article(page(HTML, kind)) == ARTICLE


def test_an_xml_declaration() -> None:
    """XHTML that declares its encoding is read like any other."""
    declared = '<?xml version="1.0" encoding="utf-8"?>' + HTML.partition("\n")[2]
    assert article(page(declared)) == ARTICLE


def test_another_encoding() -> None:
    """A page in another encoding gives the same text."""
    assert article(page(HTML, encoding="cp1252", charset="windows-1252")) == ARTICLE


def test_a_title_outside_the_article_comes_first() -> None:
    """A title that the article does not hold is its first line."""
    body = "<article><p>It will stay so until spring, a reporter was told.</p></article>"
    html = f"<html><head><title>Footbridge closed</title></head><body>{body}</body></html>"
    told = "Footbridge closed\nIt will stay so until spring, a reporter was told.\n"
    assert article(page(html)) == told


def test_plain_text_is_taken_as_it_is() -> None:
    """Plain text stays as it is, but for its encoding."""
    text = "<b>Closed</b>\r\n\r\n- since   Monday — “for good”\n"
    assert article(page(text, "text/plain", "cp1252", "windows-1252")) == text
    assert looks(page(text, "text/plain")) == (text,)


def test_the_whole_page_comes_second() -> None:
    """The second look has captions, and still no menu, margin, program or comment."""
    first, second = looks(page(HTML))
    assert first == ARTICLE
    lines = [line.strip() for line in second.splitlines() if line.strip()]
    assert lines == [
        "Old footbridge closed | Quillbeck Courier",
        *ARTICLE.splitlines()[:2],
        "The barrier on the north side.",
        *ARTICLE.splitlines()[2:],
    ]


CLOSED = "The footbridge was closed on Monday."


def bridge(around: str) -> Fetched:
    """Return a page with this before its last paragraph."""
    last = "The council meets again in April, and will hear the carpenter and two engineers."
    return page(f"<html><body><article>{around}<p>{last}</p></article></body></html>")


def stands(around: str) -> bool:
    """Whether the sentence is a whole one in any look at the page, judged as `watch` does."""
    source = Source.model_validate(
        {
            "id": "leaf",
            "outlet": "The Leaf",
            "title": "Footbridge closed",
            "url": "http://x.example.org/",
            "published": {"date": "2024-03-05"},
            "kind": "original",
        }
    )
    seen = Seen(str(source.url), texts=looks(bridge(around)))
    return compare(source, [Quotation(source="leaf", excerpt=CLOSED)], seen).status == "same"


HIDDEN = [
    f"<p><del>{CLOSED}</del></p>",
    f"<p>Corrected: <s>{CLOSED}</s> It is open.</p>",
    f"<strike><p>{CLOSED}</p></strike>",
    f"<S class='old'><p>Corrected:</p><p>{CLOSED}</p></S>",
    f"<p hidden>{CLOSED}</p>",
    f"<div HIDDEN=''><p>{CLOSED}</p></div>",
    f'<p style="display:none">{CLOSED}</p>',
    f'<p style="color: red; DISPLAY : None !important">{CLOSED}</p>',
    f'<p style="display:/* so */none;">{CLOSED}</p>',
    f'<div style="visibility: hidden"><p>{CLOSED}</p></div>',
    f'<p><span style="text-decoration: red line-through">{CLOSED}</span></p>',
]


@pytest.mark.parametrize("around", HIDDEN)
def test_what_is_struck_out_or_hidden(around: str) -> None:
    """What no reader sees, or only struck out, is in no look at the page, nor in its article."""
    assert not stands(around)
    assert not any(CLOSED in text for text in (*looks(bridge(around)), article(bridge(around))))


@pytest.mark.parametrize(
    "around",
    [
        f"<p><del>It is open.</del> {CLOSED}</p>",
        f"<p hidden>It is open.</p><p>{CLOSED}</p>",
        f"<strong>Open?</strong><span>No.</span><p>{CLOSED}</p>",
        f"The foot<del>path</del>{CLOSED[8:]}",
        f'<p hidden="until-found">{CLOSED}</p>',
        f'<p style="display: none; display: block">{CLOSED}</p>',
        f'<p style="visibility: visible; text-decoration: none">{CLOSED}</p>',
        f'</article></body><body style="visibility: hidden"><p>{CLOSED}</p>',
    ],
)
def test_what_is_shown(around: str) -> None:
    """What stands beside something struck out is kept, as is what a style does not hide."""
    assert stands(around)


def test_a_page_that_is_hidden_as_a_whole() -> None:
    """A page that a script shows when it has loaded is read."""
    html = f'<html hidden><body style="display:none"><p>{CLOSED}</p><p>So?</p></body></html>'
    assert CLOSED in article(page(html))


@pytest.mark.parametrize(
    "around",
    [
        f"<p>{CLOSED}<sup>1</sup> It stays so.</p>",
        f"<p>{CLOSED}<sup>[12]</sup> It stays so.</p>",
        f"<p><b>{CLOSED}</b><sup>*</sup> It stays so.</p>",
        '<p>The footbridge<sup><a href="#1">1</a></sup> was closed on Monday.</p>',
        '<p>The footbridge<a href="#1"><sup>1</sup></a> was closed on Monday.</p>',
        "<p><span>T</span>he footbridge was closed on Monday.</p>",
        "<p><div>T</div>he footbridge was closed on Monday.</p>",
        '<div class="first">T</div>\n<p>he footbridge was closed on Monday.</p>',
        "<p>The footbridge <aside>Ten bridges!</aside> was closed on Monday.</p>",
        "<p>Why?<aside>Ten!</aside>The footbridge<nav>Ten!</nav> was closed on Monday.</p>",
        "<table><tr><td><p>The footbridge was closed on Monday<button>?</button>.</p></table>",
    ],
)
def test_what_interrupts_a_sentence(around: str) -> None:
    """A sentence stands there in spite of footnote marks, large first letters and margins."""
    assert stands(around)


@pytest.mark.parametrize(
    ("around", "kept", "otherwise"),
    [
        ("<p>Some 10<sup>6</sup> people cross it.</p>", "Some 106 people", "Some 10 people"),
        ("<p>It is 9 m<sup>2</sup> large.</p>", "9 m2 large", "9 m large"),
        ("<p>On the 3<sup>rd</sup> of March.</p>", "the 3rd of", "the 3 of"),
        ("<p>Bench, <sup>where four sit</sup>.</p>", "where four sit", "Bench, ."),
    ],
)
def test_raised_text_that_is_no_mark(around: str, kept: str, otherwise: str) -> None:
    """A raised number or word that belongs to what it stands behind is left out of no look."""
    texts = looks(bridge(around))
    assert any(kept in text for text in texts)
    assert not any(otherwise in text for text in texts)


@pytest.mark.parametrize("look", [article, looks])
@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", "text/css"])
def test_what_is_no_text(look: Look, kind: str) -> None:
    """Anything but a page of text is refused by its kind."""
    with pytest.raises(Unread, match=f"^it is no page of text but {kind}$"):
        look(page(HTML, kind))


@pytest.mark.parametrize(
    ("look", "reason"),
    [(article, "no article can be found in it"), (looks, "no text can be found in it")],
)
@pytest.mark.parametrize(
    "html",
    [
        "",
        " \n ",
        "<html></html>",
        "<html><body><div id=app></div><script>go()</script></body></html>",
    ],
)
def test_without_text(html: str, look: Look, reason: str) -> None:
    """A page that shows its text only with scripts has none."""
    with pytest.raises(Unread, match=f"^{reason}$"):
        look(page(html))


@pytest.mark.parametrize("look", [article, looks])
def test_html_that_breaks_the_parser(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the parser makes of a page, the next page is still read."""

    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", broken)
    with pytest.raises(Unread, match=r"^its HTML cannot be taken apart$"):
        look(page(HTML))


@pytest.mark.parametrize("tag", ["div", "b", "table", "blockquote"])
def test_very_deep_html(tag: str) -> None:
    """Ten thousand elements in one another end in a text or in a reason, never in a fault."""
    html = f"<html><body><p>The bridge is closed.</p>{f'<{tag}>' * 10_000}Deep.</body></html>"
    with suppress(Unread):
        assert all(isinstance(text, str) for text in looks(page(html)))
