"""Which record of one state is which record of another, and in which fields they differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.records.model import protected
from generator.records.plain import Names, plain
from generator.records.publication import Lasting, Publication
from generator.records.reading import Records

KINDS = ("claims", "variants", "sources", "origins", "people", "topics", "verdicts")


@dataclass(frozen=True)
class Pair:
    """One record in two states; `old` or `new` is None where there was or is none.

    `id` is the record's id now, or the one it had. `into` says that the old record went into one
    that stood beside it before, or that took others over as well: it was not merely renamed.
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
        merely = set(renamed(before, after, (kind,)).values())
        taken = set()
        for id_ in sorted(old):
            heir = id_ if id_ in new else heirs.get(id_)
            if _unread(after, kind, heir or id_):
                continue
            taken |= {heir} if heir else set()
            into = heir is not None and heir != id_ and heir not in merely
            yield Pair(kind, heir or id_, old[id_], new.get(heir or ""), into)
        for id_ in sorted(set(new) - taken):
            if not _unread(before, kind, id_):
                yield Pair(kind, id_, None, new[id_])


def _unread(records: Records, kind: str, id_: str) -> bool:
    return (kind, "" if kind == "verdicts" else id_) in records.unread


def was_public(record: Lasting) -> bool:
    """Say whether readers could meet a record: a claim or variant once published, others always."""
    return not isinstance(record, Publication) or record.published is not None


def renamed(before: Records, after: Records, kinds: Iterable[str] = KINDS) -> Names:
    """Return the new id of every record that has another now and is otherwise the one it was.

    A record that took over another, or several, is none of them: what named those names it now.
    """
    found: dict[tuple[str, str], str] = {}
    for kind in kinds:
        old, new = before.of(kind), after.of(kind)
        for id_, record in new.items():
            formers = [f for f in record.formerly if f in old and f not in new]
            if len(formers) == 1 and id_ not in old:
                found[kind, formers[0]] = id_
    return found


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
