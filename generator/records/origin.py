"""The record of an origin: a newsroom's own reporting, one public act, or a published record."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.records.model import FREE, OriginId, PersonId, together
from generator.records.publication import Lasting
from generator.records.scalars import EdtfDate, Line, Text


class Origin(Lasting):
    """Where something was first reported, said or published; what the program counts."""

    kind: Literal["newsroom", "act", "record"] = Field(
        description="newsroom: its own reporting · act: one person's act · record: a register"
    )
    name: Annotated[Line, FREE] = Field(description="what readers know it by")
    who: PersonId | None = Field(None, description="with `act`: the one person whose act it is")
    date: EdtfDate | None = None
    place: Annotated[Line | None, FREE] = None
    may_be: tuple[OriginId, ...] = Field((), description="perhaps the same act: counted once")
    note: Annotated[Text | None, FREE] = None

    @model_validator(mode="after")
    def _act_has_a_person(self) -> "Origin":
        if (self.kind == "act") != (self.who is not None):
            message = "an act has one person, `who`; a newsroom or a record has none"
            hint = "add `who: <person>` to an act, remove it from any other origin"
            raise together("who" if self.who else "kind", message, hint)
        return self
