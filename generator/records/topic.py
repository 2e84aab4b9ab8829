"""The record of a topic: what several claims are about."""

from typing import Annotated

from pydantic import Field

from generator.records.model import FREE
from generator.records.publication import Lasting
from generator.records.scalars import Line, Text


class Topic(Lasting):
    """A subject under which claims are gathered, with an introduction of a paragraph."""

    title: Annotated[Line, FREE] = Field(description="a few words, as a heading")
    introduction: Annotated[Text, FREE] = Field(description="small Markdown: a paragraph")
