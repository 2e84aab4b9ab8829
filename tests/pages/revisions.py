"""Records of the small archive as if they had been revised."""

from typing import Any, Literal

from generator.pages import Settings, history
from generator.pages.view import View
from generator.records.publication import Lasting, Revision
from generator.records.scalars import parse_day
from tests.pages.sites import archive

Kind = Literal["correction", "update", "wording"]
Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def view(drafts: bool = False) -> View:
    """The small archive as a page of a record sees it."""
    return View(archive(), Settings(drafts=drafts), "../../")


def revised(
    records: str, id_: str, *was: dict[str, Any], drafts: bool = False, kind: Kind = "update"
) -> list[history.Entry]:
    """The changes of a record of the small archive if these were its revisions, oldest first."""
    record: Lasting = getattr(archive(), records)[id_]
    day = parse_day("2024-05-01")
    revisions = tuple(
        Revision.model_construct(date=day, kind=kind, reason="So.", was=one) for one in was
    )
    told = record.model_copy(update={"revisions": revisions, "withdrawn": None, "formerly": ()})
    return list(history.history(view(drafts), told).entries)[::-1]


def only(records: str, id_: str, **was: Any) -> list[Told]:
    """What one revision changed, field by field: the name, before, after."""
    [entry] = revised(records, id_, was)
    return [(one.label, one.before, one.after) for one in entry.changes]
