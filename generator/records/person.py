"""The record of a person or outlet that claims, speakers and acts name."""

from typing import Annotated, Literal

from pydantic import Field

from generator.records.model import FREE
from generator.records.publication import Lasting
from generator.records.scalars import Line, Text


class Person(Lasting):
    """A public figure, named in the site's own spelling, with the office held at the time."""

    name: Line = Field(description="in the spelling of this site")
    other_spellings: Annotated[tuple[Line, ...], FREE] = Field(
        (), description="spellings that are no error"
    )
    wrong_spellings: Annotated[tuple[Line, ...], FREE] = Field(
        (), description="spellings that are errors"
    )
    office: Line | None = Field(None, description="as it was when the claims were made")
    kind: Literal["person", "outlet"] = "person"
    note: Text | None = None
