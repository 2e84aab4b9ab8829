"""Seals in two states: which are new or changed, and how an editor repeats each."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from generator.changes.fields import FieldChange, field_changes
from generator.changes.titles import Named
from generator.records.plain import plain
from generator.records.source import Seal, Source


@dataclass(frozen=True, slots=True)
class SealChange:
    """A source's seal that came, went, or changed.

    `changed`: another text is sealed, or the same one otherwise; `renumbered`: only which sentences
    are boilerplate or headline; `unknown`: the seal before cannot be read. `kept` is how many of
    the `sentences` of now were sealed before too, every line counted. `repeat` is the command that
    repeats the seal.
    """

    what: Literal["added", "removed", "changed", "renumbered", "unknown"]
    source: Named
    sentences: int
    kept: int
    fields: tuple[FieldChange, ...]
    repeat: str


def seal_change(
    old: Source | None, new: Source | None, source: Named, known: bool = True
) -> SealChange | None:
    """Return how the seal of a source differs; None where it does not.

    `known` says whether the source as it was can be read.
    """
    before, after = (one.seal if one else None for one in (old, new))
    if before == after:
        return None
    was, now = (Counter(seal.sentences if seal else ()) for seal in (before, after))
    what = "unknown" if not known else _what(before, after)
    return SealChange(
        what,
        source,
        now.total(),
        (now & was).total(),
        tuple(field_changes(_written(before), _written(after), apart=("sentences",))),
        f"factcheck seal --verify {source.id} FILE" if after else "",
    )


def _what(
    before: Seal | None, after: Seal | None
) -> Literal["added", "removed", "changed", "renumbered"]:
    if before is None or after is None:
        return "added" if after else "removed"
    apart = {"skip": frozenset[int](), "headline": frozenset[int](), "on": after.on}
    same = before.model_copy(update=apart) == after.model_copy(update=apart)
    return "renumbered" if same else "changed"


def _written(seal: Seal | None) -> dict[str, object]:
    return plain(seal) if seal else {}
