"""Templates become HTML in which every value is inert unless `text.py` has made it so."""

from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from generator import text


@cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("generator.pages", "templates"),
        autoescape=True,
        finalize=_inert,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["directed"] = directed
    return made


def _inert(value: Any) -> Markup:
    """Return the value as `text.plain` writes it, unless it is markup that we made ourselves."""
    return value if isinstance(value, Markup) else Markup(text.plain(str(value)))  # noqa: S704


def html(template: str, **values: Any) -> str:
    """Return a template filled with values, as one HTML block without empty lines."""
    filled = _environment().get_template(template).render(**values)
    lines = (line.strip(" ") for line in filled.split("\n"))
    return "\n".join(line for line in lines if line)


def directed(value: str) -> Markup:
    """Return the attribute that lets a browser find the direction of a text that needs it."""
    return Markup(' dir="auto"' if text.runs_right_to_left(value) else "")  # noqa: S704


def before_excluded(body: str) -> str:
    """Return what stands in an HTML block before its first element excluded from search."""
    head, excluded, _ = body.partition(" data-search-exclude")
    return head[: head.rindex("<")] if excluded else body


def prose(markdown: str | None, base: str, mark: text.Mark) -> Markup:
    """Return a contributor's small Markdown as safe HTML; links to our pages start at `base`.

    `mark` gives what stands before a link to a page of ours, or None where there is no such page.
    """
    return Markup(text.prose(markdown, base, mark) if markdown else "")  # noqa: S704


def address(url: str, passage: str = "") -> Markup:
    """Return a web address, safe in a quoted attribute; with a passage it leads to its words."""
    return Markup(text.to_words(url, passage) if passage else text.url(url))  # noqa: S704
