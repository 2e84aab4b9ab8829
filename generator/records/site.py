"""The record of the site itself: who publishes it, under what licence, and up to what day."""

from pydantic import Field

from generator.records.model import Record, Strict
from generator.records.scalars import EdtfDate, Language, Line, LinkOrUnknown, Text


class Publisher(Strict):
    """Who answers for the site; `unknown` where that is not yet settled."""

    name: Line
    contact: Line = "unknown"
    url: LinkOrUnknown = "unknown"


class Term(Strict):
    """A name or term that readers meet here, and what it means."""

    term: Line
    meaning: Line


class Site(Record):
    """What holds for every page: title, publisher, licence, language, and the hindsight line."""

    title: Line
    description: Line
    language: Language = "en"
    publisher: Publisher
    licence: Line
    as_of: EdtfDate = Field(
        description="an origin dated later stands only in `later` and grades nothing"
    )
    glossary: tuple[Term, ...] = Field((), description="names and terms that pages explain")
    loaded_words: tuple[Line, ...] = Field(
        (), description="words that the site's own sentences do not use, in lower case"
    )
    policies: Text | None = Field(None, description="small Markdown")
