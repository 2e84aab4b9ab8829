"""Which record of one state is which record of another, and in which fields they differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.records.claim import Claim
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


def touched(records: Records, kind: str, id_: str) -> list[str]:
    """Return the published claims that a source, an origin or a verdict bears on, by id.

    A source bears on those that quote it, or quote one that is known by its sentences; an origin
    on those that name it, or another that may be the same act; a verdict on those that have it.
    """
    claims = (claim for claim in records.claims.values() if claim.published)
    if kind == "verdicts":
        return sorted(claim.id for claim in claims if claim.verdict == id_)
    if kind == "sources":
        known = {id_, *(s.id for s in records.sources.values() if id_ in s.matches())}
        return sorted(claim.id for claim in claims if _quotes(claim, known))
    if kind == "origins":
        same = _perhaps_one(records, id_)
        return sorted(claim.id for claim in claims if _rests_on(claim, same))
    return []


def _quotes(claim: Claim, sources: Iterable[str]) -> bool:
    return any(e.source in sources for e in claim.evidence)


def _rests_on(claim: Claim, origins: set[str]) -> bool:
    return any(not origins.isdisjoint({e.origin, e.credits}) for e in claim.evidence)


def _perhaps_one(records: Records, id_: str) -> set[str]:
    """Return an origin with those that it is joined to, by its own word or by theirs."""
    found = {id_}
    while more := {
        other
        for one in records.origins.values()
        if found & {one.id, *one.may_be}
        for other in (one.id, *one.may_be)
        if other not in found
    }:
        found |= more
    return found
