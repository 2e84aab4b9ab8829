"""What changed in a record since readers first met it, as people read it: when, why, before, after.

What stood there before a change is what its revision says; what stood there after it is what the
next later revision of the field says, or else the record as it is now. A revision may name only
the items of a list, or the keys of a mapping, that no longer stand as they did.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.evidence.sentences import split
from generator.pages import fieldwords
from generator.pages.heirs import AFTER, TAKEN_OUT, USUAL, Stood, bare
from generator.pages.view import View
from generator.pages.worddiff import Side, compare
from generator.records.plain import plain
from generator.records.publication import ABSENT, Lasting, Revision
from generator.records.scalars import Date
from generator.records.source import Source

KINDS = {
    "correction": "Correction",
    "update": "Update",
    "wording": "Change of wording",
    "withdrawn": "Withdrawn",
}
_LONG = 240  # characters of before and after that need no folding
_BRIEF = 140  # characters of a reason that a banner on a phone has room for
_COMPARED = 2_000  # characters of each side: the time goes with their product
_TELLING = ("source", "origin", "url", "date")  # what tells one item from its neighbours
_SINCE = "before, since corrected"  # nobody is to take what was wrong for true

Pieces = list[tuple[str, bool]]
"""A text, cut, each piece with whether the other side does not have its words."""


@dataclass(frozen=True)
class Change:
    """A field that changed: its name, and what stood there before and after, item by item.

    `heads` name both sides; there is one where nothing came after that could be told. `remark`
    stands for both where neither can be told.
    """

    label: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    remark: str = ""
    heads: tuple[str, ...] = AFTER

    @property
    def sides(self) -> list[tuple[str, list[Pieces]]]:
        """Before and after, each by name with its items; none where there is only a remark."""
        if self.remark:
            return []
        return list(zip(self.heads, _marked(self.before, self.after), strict=False))


@dataclass(frozen=True)
class Entry:
    """One dated change: its kind, the reason in full, what changed, and its number from 1.

    The number is that of the revision, for histories only grow; a withdrawal has none. `verdict`
    is the label of the verdict that it changed.
    """

    when: Date
    kind: str
    reason: str
    changes: tuple[Change, ...] = ()
    number: int = 0
    verdict: str = ""

    @property
    def what(self) -> str:
        """The kind of the change in words."""
        return KINDS[self.kind]

    @property
    def brief(self) -> str:
        """The first sentence of the reason, shortened where a banner has no room for it."""
        first = next((one.own for one in split(" ".join(self.reason.split()))), "")
        cut = first[:_BRIEF].rpartition(" ")[0] or first[:_BRIEF]
        return first if len(first) <= _BRIEF else f"{cut} …"

    @property
    def long(self) -> bool:
        """Whether what stood there before and after needs more than a few lines."""
        told = (part for change in self.changes for part in (*change.before, *change.after))
        return sum(map(len, told)) > _LONG or len(self.changes) > 2


@dataclass(frozen=True)
class History:
    """The changes of a record, the newest first, and the ids that it had."""

    entries: tuple[Entry, ...]
    formerly: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.entries or self.formerly)

    @cached_property
    def told_first(self) -> list[Entry]:
        """The corrections and changes of a verdict, the newest first: a banner tells of them."""
        return [entry for entry in self.entries if entry.kind == "correction" or entry.verdict]


NONE = History((), ())
"""The history of a record that is as it always was."""


def history(view: View, record: Lasting) -> History:
    """Return the history of a record."""
    if not (record.revisions or record.withdrawn or record.formerly):
        return NONE
    told = list(_revised(view, record))
    if gone := record.withdrawn:
        told.append(Entry(gone.date, "withdrawn", gone.reason))
    told.sort(key=lambda entry: entry.when.latest)
    return History(tuple(reversed(told)), record.formerly)


def _revised(view: View, record: Lasting) -> list[Entry]:
    """Return the revisions of a record, oldest first; read from the newest to the oldest."""
    after = _Fields(record)
    told = []
    for number, revision in reversed(list(enumerate(record.revisions, 1))):
        changes = tuple(_headed(one, revision) for one in _changes(view, revision, after))
        was = revision.was.get("verdict")
        verdict = fieldwords.item(view, "verdict", was) if was else ""
        told.append(Entry(revision.date, revision.kind, revision.reason, changes, number, verdict))
        after.undo(revision)
    return told[::-1]


def _headed(change: Change, revision: Revision) -> Change:
    """Return a change with what was corrected headed so."""
    if revision.kind != "correction":
        return change
    return replace(change, heads=tuple(_SINCE if h == "before" else h for h in change.heads))


class _Fields:
    """What stands in a record after one of its changes, as far as it is known."""

    def __init__(self, record: Lasting) -> None:
        self._record = record
        self._known: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        """Return what stands in a field, as a file would hold it; `absent` for nothing.

        Of a list it is what stood in it, for that may be known in part only.
        """
        if key not in self._known:
            self._known[key] = self._now(key)
        return self._known[key]

    def _now(self, key: str) -> Any:
        if key == "seal" and isinstance(self._record, Source):
            return self._record.seal.document if self._record.seal else ABSENT
        for name, field in type(self._record).model_fields.items():
            if key == (field.alias or name):
                value = getattr(self._record, name)
                nothing = value is None and not field.is_required()
                told = ABSENT if nothing else plain(value)
                return Stood(told) if isinstance(told, list) else told
        return ABSENT

    def undo(self, revision: Revision) -> None:
        """Go back to what stood there before a change."""
        self._known |= {key: _earlier(key, was, self[key]) for key, was in revision.was.items()}


def _earlier(key: str, was: Any, now: Any) -> Any:
    """Return what stood in a field before a change, with what the change left as it was."""
    if isinstance(was, dict) and isinstance(now, dict):
        return {**now, **was}
    if isinstance(now, Stood) and was == ABSENT:
        return Stood([])
    return now.before(key, was) if isinstance(now, Stood) and isinstance(was, list) else was


def _changes(view: View, revision: Revision, after: _Fields) -> Iterator[Change]:
    for key, was in revision.was.items():
        name = fieldwords.label(key)
        name = name[:1].upper() + name[1:]
        if key == "claim":  # no sentence that failed stands without its verdict
            sides = (
                (was, revision.was.get("verdict", after["verdict"])),
                (after[key], after["verdict"]),
            )
            told = [
                f"{fieldwords.item(view, 'verdict', verdict)}: {fieldwords.item(view, key, claim)}"
                for claim, verdict in sides
            ]
            yield Change(name, (told[0],), (told[1],))
        else:
            yield from _of_value(view, key, name, was, after[key])


def _of_value(view: View, key: str, name: str, was: Any, now: Any) -> Iterator[Change]:
    """Yield what a change did to one value: a text, a mapping key by key, a list item by item."""
    if isinstance(now, Stood) and was == ABSENT and now.perhaps:
        was = []  # what of it stood there first is not known
    if isinstance(now, Stood) and isinstance(was, list):
        yield from _of_list(view, key, name, was, now)
    elif _is_parted(key, was) and _is_parted(key, now):
        for inner, old in was.items():
            new = now.get(inner, USUAL.get(inner, ABSENT))
            if bare(old) != bare(new):
                told = f"{name}, {fieldwords.label(str(inner))}"
                yield from _of_value(view, str(inner), told, old, new)
    else:
        there = now.sure if isinstance(now, Stood) else now
        heads = TAKEN_OUT if isinstance(was, list) and bare(there) == ABSENT else AFTER
        old, new = fieldwords.shown(view, key, was), fieldwords.shown(view, key, there)
        yield Change(name, old, new, heads=heads)


def _is_parted(key: str, value: Any) -> bool:
    return isinstance(value, dict) and not fieldwords.is_who(key, value)


def _of_list(view: View, key: str, name: str, was: Sequence[Any], now: Stood) -> Iterator[Change]:
    """Yield what became of each item that does not surely stand as it did."""
    fates = now.fates(key, was)
    for fate in fates:
        old, new = fate.old, fate.new
        if _is_parted(key, old) and _is_parted(key, new):
            both = {**{inner: USUAL.get(inner, ABSENT) for inner in new}, **old}
            for change in _of_value(view, key, f"{name}, {_called(view, new)}", both, new):
                yield replace(change, heads=fate.heads) if change.heads == AFTER else change
        else:
            after = () if new is None else (fieldwords.item(view, key, new),)
            yield Change(name, (fieldwords.item(view, key, old),), after, heads=fate.heads)
    if not fates:
        yield Change(name, remark="Only added to, or put in another order.")


def _called(view: View, item: dict[str, Any]) -> str:
    """Return what an item is called among its neighbours: by its source, its origin, or its day."""
    telling = (key for key in (*_TELLING, *item) if key in item)
    key = next(telling, "")
    return fieldwords.item(view, str(key), item[key]) if item else ""


def _marked(before: Sequence[str], after: Sequence[str]) -> tuple[list[Pieces], list[Pieces]]:
    """Return both sides cut into pieces; the words that differ are marked where that tells more."""
    if len(before) != len(after):
        return [[(text, False)] for text in before], [[(text, False)] for text in after]
    both = [_compared(*texts) for texts in zip(before, after, strict=True)]
    return [old for old, _ in both], [new for _, new in both]


def _compared(before: str, after: str) -> tuple[Pieces, Pieces]:
    if max(len(before), len(after)) <= _COMPARED:
        old, new = Side(before, 0, len(before)), Side(after, 0, len(after))
        if found := compare(old, new):
            return old.pieces(found.in_old), new.pieces(found.in_new)
    return [(before, False)], [(after, False)]
