"""A page is a path, front matter and a body, written as one Markdown file."""

import yaml

from generator.pages import Asset, Page


def test_a_page_is_front_matter_an_empty_line_and_a_body() -> None:
    """The file begins with front matter that YAML reads back, and ends with its body's line."""
    page = Page("a.md", {"title": "One: two", "hide": ["toc"]}, "<p>body</p>")
    text = page.text()
    _, front, body = text.split("---\n")
    assert yaml.safe_load(front) == {"title": "One&#58; two", "hide": ["toc"]}
    assert body == "\n<p>body</p>\n"


def test_an_asset_does_not_print_its_bytes() -> None:
    """A long style sheet does not fill the report of a failing test."""
    assert repr(Asset("a.css", b"x" * 9)) == "Asset(path='a.css')"
