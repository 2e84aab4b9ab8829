"""What became of the items of a list that changed, as far as that can be known.

A revision may name only the items that no longer stand as they did. Whatever stands there besides
may then have stood there before, so that an item has an heir only where the two would be one item
twice: by what identifies it, and of a text by nearly all its words. Otherwise it was taken out.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from generator.records.publication import ABSENT

USUAL = {"aspect": "fact", "basis": "stated", "language": "en", "part": "body"}
"""What a field says that a record leaves out."""

_KNOWN_BY = {
    "evidence": "source",
    "wordings": "source",
    "relays": "origin",
    "archived": "url",
    "later": "date",
    "replies": "date",
    "waives": "code",
}
_ONCE = ("relays", "archived", "waives")  # no two items of a list are known by the same
_QUOTING = ("evidence", "wordings")
_DATED = ("later", "replies")  # of one text the day may have been put right
_TEXTS = ("unknowns", "inferred")
_WORDS = ("passage", "excerpt", "text")
_ONE = 100  # of 100: one item twice
_OVERLAPPING = 90  # of 100: whole sentences of the same source, and the other quotes them all
_ALIKE = (_ONE, 95, 90, 85, 80)  # of 100, the surest first: below the last a text is another
_ALONE = 1  # no words are alike, but nothing else is known by the same

TAKEN_OUT = ("taken out",)
AFTER = ("before", "after")
LATER = ("before", "later")
UNKNOWN = ("before",)


@dataclass(frozen=True)
class Fate:
    """An item that does not surely stand as it did, what it became, and by what heads to say so.

    With `LATER` another change may have come in between; with `UNKNOWN` it may stand there still.
    """

    old: Any
    new: Any = None
    heads: tuple[str, ...] = TAKEN_OUT


@dataclass(frozen=True)
class Stood:
    """The items of a list after a change: those that surely stood there, and those that may."""

    sure: Sequence[Any]
    perhaps: Sequence[Any] = ()

    def fates(self, key: str, was: Sequence[Any]) -> list[Fate]:
        """Return what a change did to the items of an old list that do not surely still stand."""
        sure, perhaps, old = _bare_all(self.sure), _bare_all(self.perhaps), _bare_all(was)
        lost = [n for n, one in enumerate(old) if one not in sure and one not in perhaps]
        now = [
            [one for one in items if bare(one) not in old] for items in (self.sure, self.perhaps)
        ]
        alone = self._alone(key, was) if self._is_whole(was) else set()
        became: dict[int, Fate] = {}
        for items, heads in zip(now, (AFTER, LATER), strict=True):
            left = {n: was[n] for n in lost if n not in became}
            pairs = _pairs(key, left, items, alone)
            became |= {n: Fate(was[n], items[m], heads) for n, m in pairs.items()}
        return [
            became.get(n, Fate(one, heads=TAKEN_OUT if n in lost else UNKNOWN))
            for n, one in enumerate(was)
            if old[n] not in sure
        ]

    def before(self, key: str, was: Sequence[Any]) -> "Stood":
        """Return what stood there before a change that says what stands there no longer."""
        if self._is_whole(was):
            return Stood(was)
        new = [f.new for f in self.fates(key, was) if _likeness(key, f.old, f.new) == _ONE]
        gone = _bare_all([*was, *new])
        return Stood(was, [one for one in (*self.sure, *self.perhaps) if bare(one) not in gone])

    def _is_whole(self, was: Sequence[Any]) -> bool:
        """Say whether an old list is all that stood there: it has what stands there unchanged."""
        sure = _bare_all(self.sure)
        return any(one in sure for one in _bare_all(was))

    def _alone(self, key: str, was: Sequence[Any]) -> set[str]:
        """Return by what only one item each of the old and of the new list is known."""
        old, new = (Counter(_name(key, one) for one in items) for items in (was, self.sure))
        return {name for name, count in old.items() if name and count == new[name] == 1}


def bare(value: Any) -> Any:
    """Return a value by which it is compared: its words, without what goes without saying."""
    if isinstance(value, Mapping):
        told = {str(key): bare(one) for key, one in value.items()}
        return {key: one for key, one in told.items() if one not in (ABSENT, USUAL.get(key))}
    if isinstance(value, list | tuple):
        return _bare_all(value) or ABSENT
    return ABSENT if value is None else " ".join(str(value).split())


def _bare_all(items: Sequence[Any]) -> list[Any]:
    return [bare(one) for one in items]


def _pairs(
    key: str, lost: Mapping[int, Any], now: Sequence[Any], alone: Collection[str]
) -> dict[int, int]:
    """Return the number of the heir of each lost item that has one, and that is no other's."""
    likeness = {
        (n, m): alike
        for n, old in lost.items()
        for m, new in enumerate(now)
        if (alike := _likeness(key, old, new, alone))
    }
    found: dict[int, int] = {}
    for bound in (*_ALIKE, _ALONE):
        near = [
            (n, m)
            for (n, m), alike in likeness.items()
            if alike >= bound and n not in found and m not in found.values()
        ]
        olds, news = Counter(n for n, _ in near), Counter(m for _, m in near)
        found |= {n: m for n, m in near if olds[n] == news[m] == 1}
    return found


def _likeness(key: str, old: Any, new: Any, alone: Collection[str] = ()) -> float:
    """Return how like two items are, of 100; 0 where the one cannot have become the other."""
    if key in _TEXTS and isinstance(old, str) and isinstance(new, str):
        return _alike(old, new)
    name = _name(key, old)
    told = _words(old), _words(new)
    alike = _alike(*told) if all(told) else 0
    if not name or name != _name(key, new):
        return _ONE if key in _DATED and alike == _ONE else 0
    if key in _ONCE:
        return _ONE
    if key in _QUOTING and "passage" in old and "passage" in new:
        overlap = all(told) and (told[0] in told[1] or told[1] in told[0])
        alike = max(alike, _OVERLAPPING) if overlap else alike
    return alike or (_ALONE if name in alone else 0)


def _alike(old: str, new: str) -> float:
    return fuzz.ratio(str(bare(old)), str(bare(new)), score_cutoff=_ALIKE[-1])


def _name(key: str, item: Any) -> str:
    """Return what identifies an item of a list; nothing for a text, an id or what lacks it."""
    known_by = _KNOWN_BY.get(key)
    return str(bare(item[known_by])) if isinstance(item, Mapping) and known_by in item else ""


def _words(item: Any) -> str:
    """Return the words that an item quotes or says; nothing where it has none."""
    if not isinstance(item, Mapping):
        return ""
    return next((str(bare(item[one])) for one in _WORDS if one in item), "")
