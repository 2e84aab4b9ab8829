"""What all records share that are published one by one: since when, and what changed since."""

from typing import Any, Literal

from pydantic import Field

from generator.records.model import Record, Strict
from generator.records.quotation import Quoting
from generator.records.scalars import Day, Id, Text


class Revision(Strict):
    """A dated, reasoned change of what was published, with the values that stood before."""

    date: Day
    kind: Literal["correction", "update", "wording"]
    reason: Text
    was: dict[str, Any]


class Withdrawal(Strict):
    """When and why a published record was withdrawn; its page stays."""

    date: Day
    reason: Text


class Publication(Record):
    """A record that quotes, with a page of its own that cannot change in silence once published."""

    published: Day | None = Field(None, description="absent: a draft, never built")
    revisions: tuple[Revision, ...] = ()
    withdrawn: Withdrawal | None = None
    formerly: tuple[Id, ...] = ()

    @property
    def updated(self) -> str:
        """The day of the last change that readers see, such as `2026-11-22`; empty for a draft."""
        days = [revision.date for revision in self.revisions]
        days += [self.published] if self.published else []
        days += [self.withdrawn.date] if self.withdrawn else []
        return max((day.earliest.isoformat() for day in days), default="")

    def quoting(self) -> Quoting:
        """Return the record as the rules of quotation see it."""
        raise NotImplementedError
