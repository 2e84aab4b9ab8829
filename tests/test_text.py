"""Text safety: what goes in as typed comes out as typed, and nothing in it acts."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import text

HOSTILE = [
    line.replace("⏎", "\n")
    for line in (Path(__file__).parent / "text" / "hostile.txt").read_text("utf-8").split("\n")
    if line
]

DANGEROUS = """
abbr admonition attr_list codehilite def_list fenced_code footnotes md_in_html meta
nl2br sane_lists smarty tables toc wikilinks pymdownx.arithmatex pymdownx.b64 pymdownx.betterem
pymdownx.blocks.details pymdownx.caret pymdownx.critic pymdownx.details pymdownx.emoji
pymdownx.escapeall pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark
pymdownx.progressbar pymdownx.smartsymbols pymdownx.snippets pymdownx.superfences pymdownx.tabbed
pymdownx.tasklist pymdownx.tilde
""".split()  # noqa: SIM905

CARELESS = markdown.Markdown(extensions=DANGEROUS)

# What the reader of records lets through: no surrogates, no control characters but tab and newline.
ANY_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=60
)
MARKS = st.text(st.sampled_from(" \n\t<>&\"'`*_{}[]()#+-.!:|~=^$\\/;,?@%1a\u2028\u00a0"))


Attributes = list[tuple[str, str | None]]


class Reader(HTMLParser):
    """Reads the text and the title attribute of the element `id=here` as a browser would."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.titles: list[str] = []
        self.tags: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.tags.append(tag)
        if self.depth:
            self.depth += tag not in ("br", "img", "input")
        elif dict(attrs).get("id") == "here":
            self.depth = 1
            self.titles.append(dict(attrs).get("title") or "")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= self.depth > 0

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.texts.append(data)


def browser(html: str) -> tuple[str, str, Reader]:
    """Return what stands in the element `id=here`, with what it has for a title, and the reader."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.texts), "".join(reader.titles), reader


def convert(source: str) -> str:
    """Convert Markdown with every extension that a careless site could switch on."""
    rendered = jinja2.Template(source, keep_trailing_newline=True).render()
    return CARELESS.reset().convert(rendered)


PLACES = {
    "block": '<div id="here" title="{0}">{0}</div>',
    "nested": '<section><div>x</div><p id="here" title="{0}">{0}</p></section>',
    "inline": 'Some *words*, <span id="here" title="{0}">{0}</span>, and **others**.',
    "list item": '- one\n- <b id="here" title="{0}">{0}</b>\n',
}


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_is_shown_as_typed(typed: str, place: str) -> None:
    """A hostile text reads back equal, in an element and in an attribute, and adds no element."""
    source = PLACES[place].format(text.plain(typed))
    shown, title, reader = browser(convert(source))
    assert (shown, title) == (typed, typed)
    inert = set(browser(convert(PLACES[place].format("x")))[2].tags)
    assert set(reader.tags) - {"sup"} == inert


@pytest.mark.slow
@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_stands_in_markdown_itself(typed: str) -> None:
    """A hostile text reads back equal as a paragraph, a heading and a link's words in Markdown."""
    for source in ("{}", "# {}", "[{}](https://example.org/)", "> {}"):
        html = convert(source.format(text.plain(typed)))
        shown, _, reader = browser(f'<div id="here">{html}</div>')
        assert shown.strip("\n").strip() == typed.strip("\n").strip()
        assert set(reader.tags) <= {"div", "p", "h1", "a", "blockquote", "sup"}


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.one_of(ANY_TEXT, MARKS))
def test_any_text_comes_back_equal(typed: str) -> None:
    """Whatever characters a record may hold, the built HTML gives them back, each of them."""
    written = text.plain(typed)
    assert browser(f'<p id="here" title="{written}">{written}</p>')[:2] == (typed, typed)
    html = convert(PLACES["block"].format(written))
    assert browser(html)[:2] == (typed, typed)


def test_plain_writes_one_notation() -> None:
    """Letters, digits and inner spaces stand as they are, all other ASCII as numeric references."""
    assert text.plain('A 1 <b>"\n') == "A 1 &#60;b&#62;&#34;&#10;"
    assert text.plain(" é\u00a0 ") == "&#32;é&#160;&#32;"
    assert text.plain("") == ""
    assert text.plain(" ") == "&#32;"


def test_every_white_space_is_written_as_a_reference() -> None:
    """No character that Python would strip stands bare at an end of what `plain` writes."""
    spaces = [chr(n) for n in range(0x110000) if chr(n).isspace()]
    assert all(text.plain(space).startswith("&#") for space in spaces)


@pytest.mark.slow
@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_prose_is_inert(typed: str) -> None:
    """Prose of a hostile text is one line of allowed elements that Markdown leaves unchanged."""
    html = text.prose(typed, base="../../")
    assert "\n" not in html
    assert convert(f"<div>{html}</div>").strip() == f"<div>{html}</div>"
    assert_allowed(html)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.one_of(ANY_TEXT, MARKS, st.lists(st.sampled_from(HOSTILE)).map("\n\n".join)))
def test_any_prose_is_inert(typed: str) -> None:
    """Whatever Markdown a contributor writes, its HTML is inert and its elements are allowed."""
    html = text.prose(typed, base="../../")
    assert "\n" not in html
    assert convert(f"<div>{html}</div>").strip() == f"<div>{html}</div>"
    assert_allowed(html)


ALLOWED = {"p", "ul", "ol", "li", "blockquote", "pre", "em", "strong", "code", "a", "br"}


def assert_allowed(html: str) -> None:
    """Check every element and attribute of prose against a list kept apart from the code's."""
    stack: list[str] = []

    class Strict(HTMLParser):
        def handle_starttag(self, tag: str, attrs: Attributes) -> None:
            assert tag in ALLOWED
            assert {name for name, _ in attrs} <= ({"href", "rel"} if tag == "a" else set())
            if tag == "a":
                address, rel = dict(attrs)["href"] or "", dict(attrs).get("rel") or ""
                assert re.match(r"https?://[a-z0-9]|\.\./\.\./[a-z0-9]|#", address)
                assert address.startswith(("..", "#")) or rel.startswith("nofollow")
            if tag != "br":
                stack.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert stack.pop() == tag

    parser = Strict()
    parser.feed(html)
    parser.close()
    assert not stack


PROSE = [
    (
        "One *two* **three** `f(x)`.",
        "<p>One <em>two</em> <strong>three</strong> <code>f(x)</code>.</p>",
    ),
    ("# Heading", "<p><strong>Heading</strong></p>"),
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    ("> said", "<blockquote><p>said</p></blockquote>"),
    ("    a\n     b", "<pre><code>a\n b\n</code></pre>"),
    ("one\ntwo", "<p>one two</p>"),
    ("one  \ntwo", "<p>one<br> two</p>"),
    ("one\n\ntwo", "<p>one</p><p>two</p>"),
    ("Words\n---", "<p>Words ---</p>"),
    ("<b onclick=x>bold</b>", "<p><b onclick=x>bold</b></p>"),
    ("![a](https://example.org/a.png)", "<p>![a](https://example.org/a.png)</p>"),
    ("[a](javascript:alert(1))", "<p>a</p>"),
    ("[a](//example.org/)", "<p>a</p>"),
    ("[a](../../../etc/)", "<p>a</p>"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "meant"), PROSE)
def test_small_markdown_is_rendered(typed: str, meant: str) -> None:
    """Each part of the small Markdown becomes its element; all else is its typed characters."""
    shown = re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text.prose(typed))
    assert shown == meant


def test_prose_links_out_with_rel() -> None:
    """A link to another site says that we neither follow, vouch nor pass on who reads."""
    rel = 'rel="nofollow noreferrer"'
    assert text.prose("[a](https://example.org/b)") == (
        f'<p><a href="https://example.org/b" {rel}>a</a></p>'
    )
    assert rel in text.prose("<https://example.org/>")


def test_prose_links_to_own_pages_only_with_a_base() -> None:
    """A link to a page of ours is written from the page's own place, or is only its words."""
    for typed in ("claims/some-id/", "/claims/some-id", "claims/some-id/#12ab34cd"):
        fragment = typed[typed.find("#") :] if "#" in typed else ""
        html = text.prose(f"[a]({typed})", base="../../")
        assert html == f'<p><a href="../../claims/some-id/{fragment}">a</a></p>'
        assert text.prose(f"[a]({typed})") == "<p>a</p>"


def test_prose_marks_links_to_own_pages() -> None:
    """What `mark` returns stands before a link to a page of ours; None leaves only its text."""
    marks = {"claims/a": "<b>Fails</b> "}
    html = text.prose("[a](claims/a/#x) [b](/claims/b/) [c](#d)", "../", marks.get)
    assert html == (
        '<p><b>Fails</b> <a href="../claims/a/#x">a</a>&#32;b&#32;<a href="#d">c</a></p>'
    )


@pytest.mark.parametrize(
    "deep", ["> " * 20000, "*" * 20000, "[" * 20000, "- " * 5000, "`" * 20001, "<" * 20000]
)
def test_prose_survives_depth(deep: str) -> None:
    """Markdown of absurd depth is rendered in a moment, and crashes nothing."""
    assert "\n" not in text.prose(deep + "a")


ADDRESSES = {
    "https://example.org": "https://example.org",
    "HTTPS://Example.org:8080/a?b=c#d": "HTTPS://Example.org:8080/a?b=c#d",
    "https://example.org/é/ü?x=ї": "https://example.org/%C3%A9/%C3%BC?x=%D1%97",
    "https://example.org/a%20b%zz%": "https://example.org/a%20b%25zz%25",
    'https://example.org/"><script>': "https://example.org/%22%3E%3Cscript%3E",
    "https://example.org/?a=1&copy=2": "https://example.org/?a=1&copy=2",
    "https://example.org/a_b*c*(d)'e'": "https://example.org/a_b*c*(d)'e'",
    "https://example.org/{{x}}`y`[z]": "https://example.org/%7B%7Bx%7D%7D%60y%60%5Bz%5D",
    "https://[::1]/a": "https://[::1]/a",
    "https://example.org/#:~:text=a,b": "https://example.org/#:~:text=a,b",
}


@pytest.mark.parametrize(("address", "meant"), ADDRESSES.items())
def test_address_is_encoded_and_quoted(address: str, meant: str) -> None:
    """An address reads back from a quoted attribute percent-encoded, and wakes no Markdown."""
    written = text.url(address)
    assert browser(f'<a id="here" title="{written}">x</a>')[1] == meant
    assert not set(written) & set("<>\"'`*_~[](){}\\ ")
    html = convert(f'A <a id="here" title="{written}">x</a> b')
    assert browser(html)[1] == meant


NOT_ADDRESSES = [
    "", "example.org", "/a", "//example.org/", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "data:text/html,x", "mailto:a@example.org", "ftp://example.org/", "file:///etc/passwd",
    "https:", "https://", "https:///a", "https:example.org", "http:/example.org", "https://?a",
    "https://user@example.org/", "https://user:pass@example.org/", "https://@example.org/",
    "https://example.org/a b", " https://example.org/", "https://example.org/\n",
    "https://exa\tmple.org/", "https://example.org/\x00", "https://example.org/\x7f",
    "https://example.org/\u00a0", "https://example.org\\@example.net/", "https://exämple.org/",
    "https://example.org:port/", "https://example.org:99999/", "https://exa%6dple.org/",
    "https://exa<mple.org/", "https://[::1", "java\nscript:alert(1)", "https://.example.org/",
]  # fmt: skip


@pytest.mark.parametrize("address", NOT_ADDRESSES)
def test_anything_else_is_no_address(address: str) -> None:
    """Whatever is not a plain http(s) address is refused in one sentence."""
    with pytest.raises(ValueError, match="address"):
        text.url(address)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40))
def test_any_address_is_safe_or_refused(tail: str) -> None:
    """Whatever follows the host, an address is refused or harmless inside double quotes."""
    for address in (tail, "https://example.org/" + tail, "https://" + tail):
        try:
            written = text.url(address)
        except ValueError:
            continue
        assert re.fullmatch(r"[A-Za-z0-9:/.\-?#=%+,&;]+", written)
        assert browser(f'<a id="here" title="{written}">x</a>')[1].lower().startswith("http")


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), ANY_TEXT, st.sampled_from(HOSTILE)),
        lambda inner: st.one_of(st.lists(inner), st.dictionaries(ANY_TEXT, inner)),
        max_leaves=8,
    )
)
def test_json_comes_back_from_a_script(value: object) -> None:
    """JSON written into a script element of a Markdown page reads back equal."""
    written = text.json_script(value)
    assert not set("\n<>&'`") & set(written)
    html = CARELESS.reset().convert(f'<script type="x">{written}</script>')
    found = re.fullmatch(r'<script type="x">(.*)</script>', html.strip())
    assert found
    assert json.loads(found[1]) == value


def test_json_refuses_what_is_no_json() -> None:
    """A number that JSON does not know is refused, not written as NaN."""
    with pytest.raises(ValueError, match="JSON"):
        text.json_script(float("nan"))


META = re.compile(r"^-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)  # as MkDocs cuts it


@settings(max_examples=200, deadline=None)
@given(st.one_of(ANY_TEXT, MARKS, st.sampled_from(HOSTILE)))
def test_front_matter_is_cut_and_read_back(typed: str) -> None:
    """Title and description come back as `plain` wrote them, any other value as it was."""
    written = text.front_matter({"title": typed, "tags": [typed], "search": {"boost": 2}})
    found = META.match(written + "body\n---\n")
    assert found
    assert found.end() == len(written)
    read = yaml.load(found[1], yaml.CSafeLoader)
    assert read == {"title": text.plain(typed), "tags": [typed], "search": {"boost": 2}}


def test_front_matter_keys_are_plain_words() -> None:
    """A key that would need quoting is refused."""
    with pytest.raises(ValueError, match="no key"):
        text.front_matter({"a: b": 1})


WORDS = {
    "The mill is closed": "The%20mill%20is%20closed",
    "“The bridge is old,” the mayor told the council on Monday.": (
        "The%20bridge%20is,council%20on%20Monday"
    ),
    "Half-timbered - yes & no": "Half%2Dtimbered%20%2D%20yes%20%26%20no",
    "It fell […] in the night": "It%20fell,in%20the%20night",
    "[...] it fell": "it%20fell",
    "Міст закрито": "%D0%9C%D1%96%D1%81%D1%82%20%D0%B7%D0%B0%D0%BA%D1%80%D0%B8%D1%82%D0%BE",
}


@pytest.mark.parametrize(("passage", "directive"), WORDS.items())
def test_an_address_leads_to_words(passage: str, directive: str) -> None:
    """The first and the last words stand in the text directive, marks of its own encoded."""
    made = unescape(text.to_words("https://example.org/a", passage))
    assert made == f"https://example.org/a#:~:text={directive}"
    with_fragment = unescape(text.to_words("https://example.org/a#b", passage))
    assert with_fragment == f"https://example.org/a#b:~:text={directive}"


def test_an_address_without_words_is_itself() -> None:
    """Where nothing is quoted the address stands alone."""
    assert text.to_words("https://example.org/a", "[…]") == "https://example.org/a"


def test_letters_from_right_to_left_are_noticed() -> None:
    """Hebrew and Arabic run from right to left; Latin, Cyrillic and digits do not."""
    assert text.runs_right_to_left("the sign says שלום")
    assert text.runs_right_to_left("جسر")
    assert not text.runs_right_to_left("Міст, 1931 – “bridge”")


@pytest.mark.slow
def test_prose_that_is_too_deep_spoils_no_other() -> None:
    """After lists in lists in lists the next text is read as if nothing had been."""
    wanted = text.prose("[so](https://example.org/), *and*")
    assert "<em>and</em>" in wanted
    text.prose("\n".join("    " * depth + "- a" for depth in range(300)))
    assert text.prose("[so](https://example.org/), *and*") == wanted


def read_in_full(markdown: str) -> str:
    """Return prose as the readers of Markdown and HTML make it, whatever it is."""
    writer = text._Inert("", lambda page: "")
    writer.feed(text._clean(markdown))
    writer.close()
    return "".join(writer.out)


@pytest.mark.slow
@settings(max_examples=1_000, deadline=None)
@given(ANY_TEXT | MARKS | st.text(st.sampled_from("ab 1.)-+:/@;=(~|^%$'\"{}!?,\u00a0\u2028é")))
def test_plain_prose_is_read_as_if_in_full(markdown: str) -> None:
    """Prose that is taken to hold no marks comes out as from the readers that look for them."""
    if text._BARE.fullmatch(markdown):
        assert text.prose(markdown) == read_in_full(markdown)


def test_most_prose_is_plain() -> None:
    """A sentence with the marks of prose is taken as it is; one with Markdown is not."""
    for plain in (
        "He said “no” (twice), at 5:30; that’s all!",
        "Two – or 3% of $5?",
        "1931 it was.",
    ):
        assert text._BARE.fullmatch(plain), plain
    for marked in (
        "*so*",
        "a_b_",
        "[a](b)",
        "- a",
        "1. a",
        "> a",
        "a\nb",
        " a",
        "a ",
        "# a",
        "a & b",
    ):
        assert not text._BARE.fullmatch(marked), marked
