"""A page made lighter is the same document to a browser, and its scripts are untouched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import text
from generator.pages.lighter import lighter
from tests.pages.dom import Element, parse

CASES = {
    "indentation": ("<ul>\n    <li>a\n  \n  </li>\n</ul>", "<ul><li>a\n</li></ul>"),
    "a mark that wakes nothing": ("<p>U&#46;S&#46;&#58; &#45;5</p>", "<p>U.S.: -5</p>"),
    "marks that would wake": (
        "<p title=&#34;>&#60;b&#62; &#38;amp&#59; &#39;&#96;&#61;</p>",
        "<p title=&#34;>&#60;b&#62; &#38;amp&#59; &#39;&#96;&#61;</p>",
    ),
    "a line break inside a text": ("<p>one &#10; two</p>", "<p>one &#10; two</p>"),
    "a break between words": ("<b>a</b>\n <i>b</i>\n<p>c</p>\n", "<b>a</b>\n<i>b</i><p>c</p>\n"),
    "a space that Markdown would lose": ("<p>a&#32;<b>b</b>&#32;c</p>", "<p>a <b>b</b> c</p>"),
    "a space at a break": ("<p>\n&#32;a &#32;b&#32;\n</p>",) * 2,
    "a script": (
        "  <script>\n  let a = '&#46;';\n  </script>\n  <p>",
        "<script>\n  let a = '&#46;';\n  </script><p>",
    ),
    "what is preformatted": ("<pre>\n  a\n   b</pre>", "<pre>\n  a\n   b</pre>"),
    "a comment": ("<!--\n  &#45;&#45;> -->\n <p>", "<!--\n  &#45;&#45;> -->\n<p>"),
    "a script that is not closed": ("<p>\n <script>\n  a", "<p>\n<script>\n  a"),
    "a space that is not a break": ("<p>a\n\u00a0b</p>", "<p>a\n\u00a0b</p>"),
    "words about SVG": ('a xmlns="http://www.w3.org/2000/svg"',) * 2,
    "a picture": ('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>', "<svg><g/></svg>"),
}


@pytest.mark.parametrize(("heavy", "light"), CASES.values(), ids=CASES.keys())
def test_what_goes_and_what_stays(heavy: str, light: str) -> None:
    """Each case is written exactly so."""
    assert lighter(heavy) == light


def shape(of: Element) -> list[object]:
    """Return tags, attributes and words in order, however they are spaced."""
    return [
        " ".join(one.split()) if isinstance(one, str) else (one.tag, one.attributes, shape(one))
        for one in of.inside
        if not isinstance(one, str) or one.strip()
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_browser_reads_the_same(inside: str, attribute: str) -> None:
    """Whatever a contributor typed reads the same in an element and in an attribute."""
    page = f'<p title="{text.plain(attribute)}">\n   {text.plain(inside)}\n   <b>x</b>\n</p>'
    assert shape(parse(lighter(page))) == shape(parse(page))
    assert lighter(lighter(page)) == lighter(page)


@pytest.mark.parametrize("part", ["   ", "<pre ", "<!--", "\n \n", "<li>\n", "&#46"])
def test_the_work_grows_with_the_page_and_no_faster(part: str) -> None:
    """However often something is repeated, each place is read a few times at most."""
    assert lighter("a" + part * 200_000 + "b").endswith("b")
