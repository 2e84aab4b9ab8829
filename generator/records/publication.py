"""What records share that readers have met: since when, what changed since, and why."""

import re
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from generator.records.model import FREE, Record, Strict, protected, together
from generator.records.quotation import Quoting
from generator.records.scalars import Day, Id, Text

ABSENT = "absent"
"""What `was` of a revision says of a field or a key that was not there."""

_WORD = re.compile(r"[^\W\d_]{2,}")


class Revision(Strict):
    """A dated, reasoned change of what was published, with the values that stood before."""

    date: Day = Field(description="the day of the change")
    kind: Literal["correction", "update", "wording"] = Field(
        description="correction: it was wrong · update: something came to light · wording: clearer"
    )
    reason: Text = Field(description="why, for readers")
    was: dict[str, Any] = Field(
        description="each changed field with the value it had; `factcheck revise` prints it"
    )

    @model_validator(mode="after")
    def _says_why(self) -> "Revision":
        _tells(self.reason)
        return self


class Withdrawal(Strict):
    """When and why a published record was withdrawn; its page stays."""

    date: Day
    reason: Text

    @model_validator(mode="after")
    def _says_why(self) -> "Withdrawal":
        _tells(self.reason)
        return self


def _tells(reason: str) -> None:
    """Raise that a reason is none: it has not two words, or one in a script that joins them."""
    words = _WORD.findall(reason)
    if len(words) < 2 and not any(len(word) > 3 and not word.isascii() for word in words):
        message = "this `reason` tells readers nothing"
        raise together("reason", message, "say in a sentence what was wrong or what came to light")


class Lasting(Record):
    """A record that readers may have met: it changes with a dated reason and never just goes."""

    revisions: Annotated[tuple[Revision, ...], FREE] = Field(
        (), description="what changed since it was published, oldest first"
    )
    withdrawn: Withdrawal | None = Field(
        None, description="published by mistake, or of no use any more; its page stays"
    )
    formerly: Annotated[tuple[Id, ...], FREE] = Field(
        (), description="ids that this record had; a redirect stays at their addresses"
    )

    @property
    def updated(self) -> str:
        """The day of the last change that readers see, such as `2026-11-22`; empty for none."""
        days = [revision.date for revision in self.revisions]
        days += [self.withdrawn.date] if self.withdrawn else []
        return max((day.earliest.isoformat() for day in days), default="")

    @model_validator(mode="after")
    def _revisions_tell_of_fields(self) -> "Lasting":
        known = protected(type(self))
        for revision in self.revisions:
            if strangers := [key for key in revision.was if key not in known]:
                message = f"`was` names {strangers[0]!r}, which no revision of this record tells of"
                raise together("revisions", message, f"it tells of: {', '.join(known)}")
            if not revision.was:
                message = "`was` is empty: a revision says what stood there before"
                raise together("revisions", message, "name each changed field with its old value")
        return self


class Publication(Lasting):
    """A record that quotes, with a page of its own that cannot change in silence once published."""

    published: Day | None = Field(
        None, description="the day from which readers see it; absent: a draft, never built"
    )

    @property
    def updated(self) -> str:
        """The day of the last change that readers see, such as `2026-11-22`; empty for a draft."""
        first = self.published.earliest.isoformat() if self.published else ""
        return max(first, super().updated)

    @model_validator(mode="after")
    def _only_what_was_published_is_withdrawn(self) -> "Publication":
        if self.withdrawn and not self.published:
            message = "a draft has no readers, so there is nothing to withdraw"
            raise together("withdrawn", message, "delete the file; or add the day in `published:`")
        return self

    def quoting(self) -> Quoting:
        """Return the record as the rules of quotation see it."""
        raise NotImplementedError
