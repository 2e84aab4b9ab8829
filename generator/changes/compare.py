"""Which record of one state is which record of another, and in which fields they differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.evidence.lineage import groups
from generator.records.model import protected
from generator.records.plain import Names, plain
from generator.records.publication import Lasting, Publication
from generator.records.reading import Records

KINDS = ("claims", "variants", "sources", "origins", "people", "topics", "verdicts")


@dataclass(frozen=True)
class Pair:
    """One record in two states; `old` or `new` is None where there was or is none.

    `id` is the record's id now, or the one it had. `into` says that the old record went into one
    that stood beside it before.
    """

    kind: str
    id: str
    old: Lasting | None
    new: Lasting | None
    into: bool = False


def pairs(before: Records, after: Records) -> Iterator[Pair]:
    """Yield every record of both states once, by kind and id, a renamed one beside what it was.

    A record that cannot be read in one state is passed over, since nothing is known of it there.
    """
    for kind in KINDS:
        old, new = before.of(kind), after.of(kind)
        heirs = {former: id_ for id_, record in new.items() for former in record.formerly}
        taken = set()
        for id_ in sorted(old):
            heir = id_ if id_ in new else heirs.get(id_)
            if _unread(after, kind, heir or id_):
                continue
            taken |= {heir} if heir else set()
            into = heir is not None and heir != id_ and heir in old
            yield Pair(kind, heir or id_, old[id_], new.get(heir or ""), into)
        for id_ in sorted(set(new) - taken):
            if not _unread(before, kind, id_):
                yield Pair(kind, id_, None, new[id_])


def _unread(records: Records, kind: str, id_: str) -> bool:
    return (kind, "" if kind == "verdicts" else id_) in records.unread


def was_public(record: Lasting) -> bool:
    """Say whether readers could meet a record: a claim or variant once published, others always."""
    return not isinstance(record, Publication) or record.published is not None


def renamed(before: Records, after: Records) -> Names:
    """Return the new id of every record that has another now."""
    return {
        (kind, former): id_
        for kind in KINDS
        for id_, record in after.of(kind).items()
        for former in record.formerly
        if former in before.of(kind) and former not in after.of(kind)
    }


def changed(pair: Pair, names: Names | None = None) -> tuple[str, ...]:
    """Return the keys of the protected fields whose value differs between the two states.

    That another record has a new id, told by `names`, is no change of those that name it; and a
    withdrawal needs no telling, for it has its own day and reason.
    """
    if pair.old is None or pair.new is None or pair.old is pair.new:
        return ()
    old, new = plain(pair.old, names), plain(pair.new)
    if pair.old.withdrawn is None:
        new.pop("withdrawn", None)
    return tuple(key for key in protected(type(pair.new)) if old.get(key) != new.get(key))


class Bearing:
    """Which published claims the sources, origins and verdicts of one state bear on."""

    def __init__(self, records: Records) -> None:
        """Remember the records; they are gone through once, and only when asked."""
        self._records = records

    def on(self, kind: str, id_: str) -> set[str]:
        """Return the published claims that a source, an origin or a verdict bears on.

        A source bears on those that quote it, or quote one that is known by its sentences; an
        origin on those that name it, or another that may be the same act; a verdict on those that
        have it.
        """
        if kind == "origins":
            id_ = self._groups.get(id_, id_)
        known = (id_, *self._matching.get(id_, ())) if kind == "sources" else (id_,)
        return {claim for one in known for claim in self._claims.get((kind, one), ())}

    @cached_property
    def _groups(self) -> dict[str, str]:
        return groups(self._records.origins)

    @cached_property
    def _matching(self) -> dict[str, set[str]]:
        """The sources that are known by the sentences of each."""
        found: dict[str, set[str]] = {}
        for source in self._records.sources.values():
            for other in source.matches():
                found.setdefault(other, set()).add(source.id)
        return found

    @cached_property
    def _claims(self) -> dict[tuple[str, str], set[str]]:
        """The published claims by what they have, quote and name; of origins by their group."""
        found: dict[tuple[str, str], set[str]] = {}
        for claim in self._records.claims.values():
            if claim.published:
                named = {("verdicts", claim.verdict)}
                named |= {("sources", e.source) for e in claim.evidence}
                origins = {o for e in claim.evidence for o in (e.origin, e.credits) if o}
                named |= {("origins", self._groups.get(o, o)) for o in origins}
                for one in named:
                    found.setdefault(one, set()).add(claim.id)
        return found
