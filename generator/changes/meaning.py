"""What a change of the collection means: two states in, plain values out, for people to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.changes.change import Meaning, PageChange, RecordChange, Told, Unread
from generator.changes.compare import Pair, pairs, renamed, was_public
from generator.changes.fields import FieldChange, field_change, field_changes
from generator.changes.quotations import QuotationChange, only_reordered, quotation_changes
from generator.changes.seals import SealChange, seal_change
from generator.changes.telling import entries_kept, fresh, ids_lost, silent
from generator.changes.titles import Named, Titles
from generator.changes.unreadable import typed_changes
from generator.changes.weighing import (
    Weighed,
    figure_changes,
    origins_changes,
    verdict_change,
)
from generator.evidence.bearing import Bearing
from generator.evidence.figures import Figures
from generator.evidence.lineage import groups
from generator.records.claim import Claim
from generator.records.plain import plain
from generator.records.publication import Lasting, Publication
from generator.records.reading import Records
from generator.records.source import Source
from generator.records.variant import Variant

_BEARING = ("sources", "origins", "verdicts")
_APART = ("evidence", "wordings", "verdict", "revisions", "formerly", "seal", "published")
_UNSEEN = {"people": ("wrong_spellings",), "site": ("loaded_words",)}
"""Fields that the program reads and no page shows."""


@dataclass(frozen=True, slots=True)
class State:
    """The collection at one time: its records, the figures of verified claims, and its pages.

    `pages` holds the bytes of each hand-written page by its path.
    """

    records: Records
    figures: Mapping[str, Figures] = field(default_factory=dict)
    pages: Mapping[str, bytes] = field(default_factory=dict)


def meaning(before: State, now: State) -> Meaning:
    """Return what the change from one state to another means."""
    return _Comparison(before, now).meaning()


class _Comparison:
    """Two states side by side, and the names by which people know their records."""

    def __init__(self, before: State, now: State) -> None:
        self.before, self.now = before, now
        self.names = renamed(before.records, now.records)
        self.titles = Titles(before.records, now.records, self.names)
        self.bearing = (Bearing(before.records), Bearing(now.records))
        self.groups = [groups(state.records.origins) for state in (before, now)]

    def meaning(self) -> Meaning:
        every = list(pairs(self.before.records, self.now.records))
        found = [one for pair in every if (one := self._record(pair))]
        because: dict[str, list[Named]] = {}
        for one in found:
            for claim in one.bears_on:
                because.setdefault(claim.id, []).append(one.record)
        own = {one.record.id for one in found if one.record.kind == "claims"}
        for pair in every:
            if pair.kind == "claims" and pair.id not in own and (one := self._effect(pair)):
                found.append(replace(one, because=tuple(because.get(pair.id, ()))))
        return Meaning(
            tuple(found),
            tuple(self._seals(every)),
            tuple(self._site()),
            self._scale(),
            tuple(self._pages()),
            tuple(self._unread()),
        )

    def _record(self, pair: Pair) -> RecordChange | None:
        """Return what changed in a record itself; None where nothing did that can be told."""
        old, new = pair.old, pair.new
        if old is new or (old == new and not pair.into):
            return None
        record = self.titles.named(pair.kind, pair.id)
        public = any(one is not None and was_public(one) for one in (old, new))
        if pair.into and old:
            return RecordChange(record, ("merged",), old.id, public)
        made = RecordChange(
            record,
            tuple(_events(old, new)),
            old.id if old and old.id != pair.id else "",
            public,
            quotations=tuple(self._quotations(old, new)),
            quoted=self._quoted(new, old),
            unquoted=self._quoted(old, new),
            fields=tuple(self._fields(pair)),
            revisions=_revisions(pair),
            silent=silent(pair, self.names) if old and was_public(old) else (),
            rewritten=not entries_kept(pair) or bool(ids_lost(pair)),
            bears_on=self._bears_on(pair),
        )
        weighed = self._weighed(pair, made)
        bare = RecordChange(record, public=public, bears_on=made.bears_on)
        sealed = isinstance(old or new, Source)
        return None if weighed == bare and not (sealed and self._seal(pair)) else weighed

    def _effect(self, pair: Pair) -> RecordChange | None:
        """Return what others make of a claim whose own record did not change; None for the same."""
        if pair.old is None or pair.new is None:
            return None
        record = self.titles.named(pair.kind, pair.id)
        bare = RecordChange(record, public=was_public(pair.new), own=False)
        made = self._weighed(pair, bare)
        old = self._claim(pair.old, 0)
        if old and made.carries == old.carries():
            made = replace(made, carries=None)
        if len(made.unknown) == 2:
            made = replace(made, unknown=())
        return made if made != bare else None

    def _weighed(self, pair: Pair, made: RecordChange) -> RecordChange:
        """Return the change of a claim with its verdict and its figures; any other as it is."""
        if pair.kind != "claims":
            return made
        old, new = self._claim(pair.old, 0), self._claim(pair.new, 1)
        sides = (("before", old), ("now", new))
        seen = verdict_change(
            None if "published" in made.events else old,
            None if "unpublished" in made.events else new,
        )
        return replace(
            made,
            verdict=seen,
            carries=new.carries() if new else None,
            figures=tuple(figure_changes(old, new)),
            origins=tuple(origins_changes(old, new, self.titles)),
            unknown=tuple(when for when, one in sides if one and one.figures is None),
        )

    def _claim(self, record: Lasting | None, side: Literal[0, 1]) -> Weighed | None:
        """Return a claim of the state before (0) or now (1) with what it is weighed by."""
        if not isinstance(record, Claim):
            return None
        state = (self.before, self.now)[side]
        figures = state.figures.get(record.id)
        return Weighed(record, figures, state.records, self.groups[side])

    def _quotations(self, old: Lasting | None, new: Lasting | None) -> Iterator[QuotationChange]:
        if isinstance(old or new, Claim | Variant):
            yield from quotation_changes(_quoting(old), _quoting(new), self.titles)

    def _quoted(self, record: Lasting | None, other: Lasting | None) -> tuple[Named, ...]:
        """Return the sources that one state of a record quotes and the other does not."""
        here, there = (
            {self.titles.named("sources", one.source) for one in found.quoting().pieces}
            if (found := _quoting(state))
            else set()
            for state in (record, other)
        )
        return tuple(sorted(here - there))

    def _fields(self, pair: Pair) -> Iterator[FieldChange]:
        old, new = pair.old, pair.new
        before, after = self.titles.shown(old), self.titles.shown(new)
        apart = {*_APART, *_UNSEEN.get(pair.kind, ())}
        if "published" in before and "published" in after:
            apart.remove("published")
        yield from field_changes(before, after, apart)
        if old and new and only_reordered(_quoting(old), _quoting(new), self.titles):
            yield FieldChange("evidence" if pair.kind == "claims" else "wordings", reordered=True)

    def _bears_on(self, pair: Pair) -> tuple[Named, ...]:
        """Return the published claims that a record bears on, or did."""
        if pair.kind not in _BEARING:
            return ()
        ids = self.bearing[1].on(pair.kind, pair.id)
        if pair.old:
            found = self.bearing[0].on(pair.kind, pair.old.id)
            ids |= {self.names.get(("claims", id_), id_) for id_ in found}
        return tuple(self.titles.named("claims", id_) for id_ in sorted(ids))

    def _seals(self, every: Iterable[Pair]) -> Iterator[SealChange]:
        for pair in every:
            if pair.kind == "sources" and (one := self._seal(pair)):
                yield one
        for kind, id_ in sorted(self.before.records.unread):
            source = self.now.records.sources.get(id_) if kind == "sources" else None
            named = self.titles.named("sources", id_)
            if source and (one := seal_change(None, source, named, known=False)):
                yield one

    def _seal(self, pair: Pair) -> SealChange | None:
        old, new = (one if isinstance(one, Source) else None for one in (pair.old, pair.new))
        return seal_change(old, new, self.titles.named("sources", pair.id))

    def _site(self) -> Iterator[FieldChange]:
        old, new = self.before.records.site, self.now.records.site
        if old and new and old is not new:
            yield from field_changes(plain(old), plain(new), _UNSEEN["site"])

    def _scale(self) -> FieldChange | None:
        """Return the order of the scale where those verdicts that stayed stand in another."""
        old, new = self.before.records.verdicts, self.now.records.verdicts
        before = [id_ for id_ in old if id_ in new]
        after = [id_ for id_ in new if id_ in old]
        if before == after:
            return None
        was, now = (
            tuple(f"{self.titles.named('verdicts', id_).title} ({id_})" for id_ in ids)
            for ids in (before, after)
        )
        return FieldChange("verdicts", was, now, reordered=True)

    def _pages(self) -> Iterator[PageChange]:
        old, new = self.before.pages, self.now.pages
        for path in sorted({*old, *new}):
            if old.get(path) != new.get(path):
                what = "added" if path not in old else "removed" if path not in new else "changed"
                was, now = (
                    side[path].decode(errors="backslashreplace") if path in side else None
                    for side in (old, new)
                )
                yield PageChange(path, what, field_change("text", was, now))

    def _unread(self) -> Iterator[Unread]:
        for when, state in (("before", self.before), ("now", self.now)):
            keys = {
                state.records.place(kind, id_).path: (kind, id_)
                for kind, id_ in state.records.unread
            }
            for path, key in sorted(keys.items()):
                yield Unread(path, when, typed_changes(self.before.records, self.now.records, *key))


def _events(old: Lasting | None, new: Lasting | None) -> Iterator[str]:
    """Yield what happened to a record as a whole."""
    if old is None or new is None:
        yield "added" if new else "removed"
    elif old.id != new.id:
        yield "renamed"
    if isinstance(old or new, Publication):
        was, now = (isinstance(one, Publication) and bool(one.published) for one in (old, new))
        if was != now:
            yield "published" if now else "unpublished"
    went, gone = (bool(one and one.withdrawn) for one in (old, new))
    if went != gone:
        yield "withdrawn" if gone else "restored"


def _revisions(pair: Pair) -> tuple[Told, ...]:
    """Return the revisions that came with the change of a record that was there before."""
    entries = fresh(pair) if pair.old else ()
    return tuple(Told(entry.kind, entry.reason, tuple(entry.was)) for entry in entries)


def _quoting(record: Lasting | None) -> Claim | Variant | None:
    return record if isinstance(record, Claim | Variant) else None
