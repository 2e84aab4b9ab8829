"""Templates become one block of HTML in which every value is inert."""

import jinja2
import pytest
from markupsafe import Markup

from generator.pages import render
from tests.pages.sites import archive, made


def test_a_value_is_inert_unless_it_is_our_own_markup() -> None:
    """Text is written in numeric references, numbers too; only markup that we made stays."""
    template = render._environment().from_string("{{ a }}|{{ b }}|{{ c }}")
    assert template.render(a="<b> {{ x }}", b=1, c=Markup("<i>")) == (
        "&#60;b&#62; &#123;&#123; x &#125;&#125;|1|<i>"
    )


def test_a_template_that_asks_for_nothing_known_fails() -> None:
    """A slip in a template is an error at once, never an empty place on a page."""
    with pytest.raises(jinja2.UndefinedError):
        render._environment().from_string("{{ nothing }}").render()


def test_no_body_has_an_empty_line_or_an_indented_one() -> None:
    """Every body is one HTML block: a Markdown reader would end it at the first empty line."""
    for path, page in made(archive()).items():
        lines = page.body.split("\n")
        assert [line for line in lines if line != line.strip(" ") or not line] == [], path
        assert page.body.startswith(("<div class=", "<article class=")), path


def test_what_search_reads_ends_before_the_first_part_left_out() -> None:
    """A body is cut before the element that asks to be left out of search, if one does."""
    body = "<div>\n<h1>a</h1>\n<p class='x' data-search-exclude>b</p>\n</div>"
    assert render.before_excluded(body) == "<div>\n<h1>a</h1>\n"
    assert render.before_excluded("<p>a</p>") == "<p>a</p>"
