"""The published scale: its verdicts in order of priority, and the rule of each."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.records.model import Strict
from generator.records.publication import Lasting
from generator.records.scalars import Line, Text

_BOUND = re.compile(r"(>=|<=)?([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class Bound:
    """The numbers that a figure may have for a rule to hold: at least, at most (None: no end)."""

    text: str
    least: int
    most: int | None

    def holds(self, figure: int) -> bool:
        """Say whether the figure lies within the bound."""
        return self.least <= figure and (self.most is None or figure <= self.most)


def parse_bound(text: object) -> Bound:
    """Return the Bound of `0`, `>=1` or `<=2`; raises PydanticCustomError for anything else."""
    found = _BOUND.fullmatch(text) if isinstance(text, str) else None
    if not found:
        raise PydanticCustomError("bound_form", "{text} is no bound", {"text": repr(text)})
    sign, number = found.group(1), int(found.group(2))
    return Bound(found.group(), 0 if sign == "<=" else number, None if sign == ">=" else number)


Limit = Annotated[
    Bound,
    PlainValidator(parse_bound),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^(>=|<=)?[0-9]{1,6}$"}),
]


class Bounds(Strict):
    """What each figure named may be, for a rule or one option of it to hold.

    The figures are those of `evidence.figures`, which says what each counts.
    """

    for_: Limit | None = Field(None, alias="for")
    for_any: Limit | None = None
    against: Limit | None = None
    against_proved: Limit | None = None
    settled: Limit | None = None
    stated: Limit | None = None
    damaged: Limit | None = None
    parallel: Limit | None = None
    other_credit: Limit | None = None
    qualified: Limit | None = None
    spoken: Limit | None = None

    @cached_property
    def bounds(self) -> tuple[tuple[str, Bound], ...]:
        """The bounds that are set, by the figure's name in Python."""
        named = ((name, getattr(self, name)) for name in type(self).model_fields)
        return tuple((name, bound) for name, bound in named if isinstance(bound, Bound))


class When(Bounds):
    """A rule: its kind and its bounds hold, and one of `any` where there is any."""

    kind: Literal["said", "fact"] | None = None
    any: tuple[Bounds, ...] = ()


class Verdict(Lasting):
    """A word of the published scale: what it means, its family, and the rule that carries it."""

    label: Line
    family: Literal["stands", "open", "fails"]
    definition: Text
    when: When | None = Field(None, description="absent in a scale that editors set by hand")
