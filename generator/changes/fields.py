"""The fields of a record in two states: values that went, values that came, texts reworded."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.changes.telling import without
from generator.changes.wording import Rewording, matches, reword

_FEWEST_WORDS = 4
"""Of texts shorter than this the old and the new one tell more than their words one by one."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field in two states: what stands there only before, only now, and texts that changed.

    A key of a mapping in it is named with a dot, `publisher.name`. Of a list these are its items;
    `reordered` says that only their order differs.
    """

    field: str
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    reworded: tuple[Rewording, ...] = ()
    reordered: bool = False

    @property
    def words(self) -> int:
        """How many words differ in it."""
        words = sum(one.words for one in self.reworded)
        return words + reword(" ".join(self.removed), " ".join(self.added)).words


def field_changes(
    old: Mapping[str, Any], new: Mapping[str, Any], apart: Iterable[str] = ()
) -> Iterator[FieldChange]:
    """Yield every field that differs between two mappings, in the order of the new one.

    `apart` are fields that are told of elsewhere. The values are text, lists and mappings.
    """
    for key in dict.fromkeys([*new, *old]):
        if key not in apart and old.get(key) != new.get(key):
            yield from _parted(key, old.get(key), new.get(key))


def _parted(field: str, old: Any, new: Any) -> Iterator[FieldChange]:
    """Yield the change of a field, of a mapping one for each key that differs: `publisher.name`."""
    if isinstance(old or new, dict) and isinstance(new or old, dict):
        before, after = old or {}, new or {}
        for key in dict.fromkeys([*after, *before]):
            if before.get(key) != after.get(key):
                yield from _parted(f"{field}.{key}", before.get(key), after.get(key))
    else:
        yield field_change(field, old, new)


def field_change(field: str, old: Any, new: Any) -> FieldChange:
    """Return how a value that differs does so; None stands for a field that is not there."""
    before, after = items(old), items(new)
    gone = [before[number] for number in without(before, after)]
    come = [after[number] for number in without(after, before)]
    texts = [
        (i, k)
        for i, k in matches(gone, come)
        if len(gone[i].split()) >= _FEWEST_WORDS <= len(come[k].split())
    ]
    left, right = ({pair[side] for pair in texts} for side in (0, 1))
    return FieldChange(
        field,
        tuple(text for i, text in enumerate(gone) if i not in left),
        tuple(text for k, text in enumerate(come) if k not in right),
        tuple(reword(gone[i], come[k]) for i, k in texts),
        reordered=not gone and not come,
    )


def items(value: Any) -> list[str]:
    """Return the items of a list, those of a mapping with their keys, or the one value there is."""
    if value is None:
        return []
    if isinstance(value, dict):
        return [f"{key.replace('_', ' ')} {said(one)}" for key, one in value.items()]
    return [said(one) for one in value] if isinstance(value, list) else [said(value)]


def said(value: Any) -> str:
    """Return a value as one text."""
    return ", ".join(items(value)) if isinstance(value, dict | list) else str(value)
