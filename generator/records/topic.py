"""The record of a topic: what several claims are about."""

from generator.records.model import Record
from generator.records.scalars import Line, Text


class Topic(Record):
    """A subject under which claims are gathered, with an introduction of a paragraph."""

    title: Line
    introduction: Text
