"""The record of a variant: one fact as several sources word it, side by side."""

from typing import Literal

from pydantic import Field, model_validator

from generator.records.model import ClaimId, OriginId, together
from generator.records.publication import Publication
from generator.records.quotation import Quotation, Quoting
from generator.records.scalars import CountOrUnknown, Line, Short, Text


class Wording(Quotation):
    """One source's words for the fact, and whose words they are or pass on."""

    origin: OriginId | None = Field(None, description="whose words these are or pass on")


class Variant(Publication):
    """One fact in two to five wordings: what changed, and which is nearest to the origin."""

    title: Short = Field(description="what happened to which words")
    kind: Literal[
        "condition",
        "scope",
        "attribution",
        "number",
        "name",
        "quotation",
        "sequence",
        "strength",
        "sense",
    ]
    wordings: tuple[Wording, ...] = Field(json_schema_extra={"minItems": 2, "maxItems": 5})
    nearest: CountOrUnknown = Field(
        description="the number of the wording nearest to what the origin has, from 1, or unknown"
    )
    why: Text = Field(description="how we know which is nearest, or why we do not")
    changed: Line = Field(description="what changed, in one sentence")
    claims: tuple[ClaimId, ...] = Field((), description="the claims that it bears on")

    def quoting(self) -> Quoting:
        """Return the variant as the rules of quotation see it."""
        return Quoting("variants", self.id, "wordings", self.wordings)

    @model_validator(mode="after")
    def _fields_agree(self) -> "Variant":
        count = len(self.wordings)
        if not 2 <= count <= 5:
            message = f"a variant sets two to five wordings side by side, and here is {count}"
            raise together("wordings", message, "add one, or make two variants of it")
        if self.nearest is not None and self.nearest > count:
            message = f"there is no wording {self.nearest}, there are {count}"
            raise together("nearest", message, "count the wordings from 1, or write unknown")
        return self
